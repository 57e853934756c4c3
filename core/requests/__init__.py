"""Entries after their window: kept as they were made, asked for, decided, carried out (J6)."""
