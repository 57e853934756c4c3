"""Trouble on demand: which requests or updates go wrong, how, and how many times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["429", "500", "502", "hang", "cut_before", "cut_after", "duplicate_update"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass
class Fault:
    """One rule. An empty condition matches everything; `count` is how many times it strikes (None: until cleared).

    `bot` is a token or a username, `method` is compared without case, `person` is the chat's id. `seconds` is the pause
    named by 429 or the length of a hang. `hits` counts the strikes so far.
    """

    kind: Kind
    bot: str | None = None
    method: str | None = None
    person: int | None = None
    count: int | None = 1
    seconds: float = 1
    hits: int = 0

    def matches(self, names: tuple[str, str], method: str, person: int | None) -> bool:
        return (
            (self.count is None or self.hits < self.count)
            and (self.bot is None or self.bot in names)
            and (self.method is None or self.method.lower() == method)
            and (self.person is None or self.person == person)
        )


class Faults:
    def __init__(self) -> None:
        self.rules: list[Fault] = []
        self.gone = False

    def add(
        self,
        kind: Kind,
        *,
        bot: str | None = None,
        method: str | None = None,
        person: int | None = None,
        count: int | None = 1,
        seconds: float = 1,
    ) -> Fault:
        """Adds a rule and returns it, so that its `hits` can be read. Raises ValueError for an unknown kind."""
        if kind not in KINDS:
            raise ValueError(f"unknown fault {kind!r}; one of {', '.join(KINDS)}")
        fault = Fault(kind, bot, method, person, count, seconds)
        self.rules.append(fault)
        return fault

    def clear(self) -> None:
        self.rules.clear()
        self.gone = False

    def away(self) -> None:
        """Telegram cannot be reached: every connection of every bot is closed unanswered until `back`."""
        self.gone = True

    def back(self) -> None:
        self.gone = False

    def strike_request(self, names: tuple[str, str], method: str, person: int | None) -> Fault | None:
        """The fault that strikes this request, counted; `names` are the bot's token and username."""
        if self.gone:
            return Fault("cut_before")
        return self._strike(names, method, person, of_updates=False)

    def strike_update(self, names: tuple[str, str], person: int) -> Fault | None:
        return self._strike(names, "", person, of_updates=True)

    def _strike(self, names: tuple[str, str], method: str, person: int | None, *, of_updates: bool) -> Fault | None:
        for fault in self.rules:
            if (fault.kind == "duplicate_update") == of_updates and fault.matches(names, method, person):
                fault.hits += 1
                return fault
        return None
