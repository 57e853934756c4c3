"""Groups of a class in a subject, and moving pupils between them (P6)."""
