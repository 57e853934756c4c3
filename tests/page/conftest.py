"""The page's tests use class 7Б of the roll's."""

from tests.roll.conftest import seven_b

__all__ = ["seven_b"]
