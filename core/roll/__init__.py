"""The roll of a lesson, absences and what follows from them."""
