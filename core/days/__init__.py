"""The lessons of a day as the staff open them: a teacher's own, a class's."""
