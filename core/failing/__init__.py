"""Failing pupils: found in the afternoon, seen by the class leader first, told to the parents (C3)."""
