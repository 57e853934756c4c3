"""Pure functions on values: no database, no clock, no messenger."""
