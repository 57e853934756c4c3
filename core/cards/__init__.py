"""The cards that come to a family by themselves: in the evening, and on Saturday of the week."""
