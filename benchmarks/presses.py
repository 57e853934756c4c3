"""Pressing buttons in the sandbox and taking the time until the screen changed and the press was answered."""

import asyncio
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sandbox import Sandbox, people
from sandbox.state import Chat

PATIENCE = 20.0


@dataclass(frozen=True)
class Timing:
    """Seconds a press of one person at a time, and presses a second of many at once."""

    median: float
    p95: float
    throughput: float

    @classmethod
    def of(cls, seconds: Sequence[float], throughput: float) -> "Timing":
        ordered = sorted(seconds)
        return cls(statistics.median(ordered), ordered[int(len(ordered) * 0.95)], throughput)


class Presser:
    """A person whose newest message has a button at the top left that may be pressed for ever."""

    def __init__(self, sandbox: Sandbox, person_id: int, username: str) -> None:
        self._world = sandbox.world
        self._chat: Chat = sandbox.world.chat(person_id, username)

    async def press(self, data: str = "") -> float:
        """One press of the button at the top left, or of `data`; the seconds until the edit and the answer came."""
        message = next(m for m in reversed(self._chat.messages.values()) if m.from_bot and m.inline_keyboard)
        before, started = message.markup, time.perf_counter()
        data = data or message.inline_keyboard[0][0]["callback_data"]
        callback = people.press_data(self._world, self._chat, message.id, data)
        async with asyncio.timeout(PATIENCE):
            answer = await people.await_answer(callback, PATIENCE)
            while message.markup is before:
                await self._chat.changed.wait(PATIENCE)
        if not answer.answered:
            raise RuntimeError("the press was not answered")
        return time.perf_counter() - started

    async def say(self, text: str, reply_to: int | None = None) -> float:
        """A message of the person; the seconds until the bot's next message came."""
        known, started = set(self._chat.messages), time.perf_counter()
        people.send_text(self._world, self._chat, text, reply_to)
        async with asyncio.timeout(PATIENCE):
            while not any(m.from_bot and number not in known for number, m in self._chat.messages.items()):
                await self._chat.changed.wait(PATIENCE)
        return time.perf_counter() - started


async def one_by_one(presser: Presser, count: int) -> list[float]:
    """`count` presses of one person."""
    return [await presser.press() for _ in range(count)]


async def together(pressers: Sequence[Presser], rounds: int) -> float:
    """Everybody presses `rounds` times, each as soon as the last press was done; presses a second."""
    started = time.perf_counter()
    await asyncio.gather(*(one_by_one(presser, rounds) for presser in pressers))
    return len(pressers) * rounds / (time.perf_counter() - started)


async def measure(pressers: Sequence[Presser], alone: int, rounds: int) -> Timing:
    """Warm up, then one person alone, then all at once."""
    await asyncio.gather(*(presser.press() for presser in pressers))
    seconds = await one_by_one(pressers[0], alone)
    return Timing.of(seconds, await together(pressers, rounds))


async def until(condition: Callable[[], bool], what: str, seconds: float = PATIENCE) -> None:
    """Wait for something to become true. Raises TimeoutError naming it."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        await asyncio.sleep(0.02)
