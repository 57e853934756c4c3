"""Requests are made about class 7Б of the roll's tests."""

import pytest

from tests.roll.conftest import seven_b
from tests.support.clock import FakeClock

__all__ = ["seven_b"]


@pytest.fixture(autouse=True)
def after_the_window(clock: FakeClock) -> None:
    clock.set("21:30")
