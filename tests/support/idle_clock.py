"""Tests of what happens when, without waiting for it."""

import asyncio
import functools
import selectors
from collections.abc import Callable, Coroutine
from typing import Any

STEP = 1e-6
"""Seconds that a round of the loop takes: time that stood still would never end the smallest of waits."""


class _Skipping(selectors.DefaultSelector):
    """Moves the clock on to the next timer instead of waiting for it."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self.now += STEP + (timeout or 0)
        return super().select(None if timeout is None else 0)


class _SkippingLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._skipping = _Skipping()
        super().__init__(self._skipping)

    def time(self) -> float:
        return self._skipping.now


def without_waiting(test: Callable[[], Coroutine[Any, Any, None]]) -> Callable[[], None]:
    """Runs a test that only sleeps: its loop's `time()` counts the seconds slept."""

    @functools.wraps(test)
    def run() -> None:
        with asyncio.Runner(loop_factory=_SkippingLoop) as runner:
            runner.run(test())

    return run
