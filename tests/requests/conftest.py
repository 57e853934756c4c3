"""Requests are made about class 7Б of the roll's tests."""

from tests.roll.conftest import seven_b

__all__ = ["seven_b"]
