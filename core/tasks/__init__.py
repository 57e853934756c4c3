"""Individual tasks and materials: given to chosen pupils of a journal page, answered, remarked on (F5)."""
