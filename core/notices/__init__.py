"""Absences that a family tells of beforehand, with their papers."""
