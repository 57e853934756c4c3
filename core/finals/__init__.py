"""Final marks of a study period and of the year (J8); examinations and the final marks after them are not here."""
