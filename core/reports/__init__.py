"""A family reports a wrong entry; it is answered within a term, and the answer is tied to the change (F4)."""
