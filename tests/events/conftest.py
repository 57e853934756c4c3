"""The family that the class's events are for."""

from tests.family.conftest import enter, family

__all__ = ["enter", "family"]
