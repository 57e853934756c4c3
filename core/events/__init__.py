"""Events of a class: meetings, trips, duties (P11)."""
