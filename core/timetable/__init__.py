"""Dated lessons as teachers, classes and families see them."""
