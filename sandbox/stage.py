"""Who stands on the stage of a demo: people with their phones, and a clock one can move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True)
class Person:
    """A Telegram user. `bots` are usernames found in the person's phone; `hint` says what to try as this person;
    `start` is a code or a `/start` payload offered beside the hint."""

    id: int
    name: str
    language: str = "ru"
    hint: str = ""
    bots: tuple[str, ...] = ()
    start: str = ""


class ClockControl(Protocol):
    """The clock of the product under demonstration. `controls` are (id, label) of the buttons that move it."""

    @property
    def controls(self) -> Sequence[tuple[str, str]]: ...

    def now(self) -> datetime:
        """Aware local time of the school."""

    async def move(self, control_id: str) -> datetime:
        """Moves the clock and returns the new time; raises KeyError for an unknown control."""


@dataclass
class Stage:
    """What the chat page opens with. `left` and `right` are (person id, bot username) of the two phones."""

    title: str = "Sandbox"
    people: list[Person] = field(default_factory=list)
    clock: ClockControl | None = None
    left: tuple[int, str] | None = None
    right: tuple[int, str] | None = None
