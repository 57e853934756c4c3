"""The school as every command knows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from regulations import DEFAULT, Regulation, RegulationError, load, override, parse


@dataclass(frozen=True)
class SchoolFacts:
    """What every command needs to know of the school; read anew with each unit of work.

    `regulations` are the choices made, each with its first day, in the order in which a later one outranks.
    """

    name: str
    zone: ZoneInfo
    year_id: int | None
    regulations: tuple[tuple[date, Regulation], ...]
    days_in_week: int
    code_salt: bytes
    absence_grace: timedelta
    settled_grace: timedelta
    silence: timedelta
    first_reminder: time
    second_reminder: time
    overdue_report: time
    dot_counts_as_two: bool

    def regulation(self, day: date) -> Regulation:
        """The regulation of lessons held on a day; before the first choice, the default."""
        return next((chosen for since, chosen in reversed(self.regulations) if since <= day), load(DEFAULT))


class RegulationMemory:
    """The regulations behind a school's choices, parsed once a process: the row of a choice never changes."""

    def __init__(self) -> None:
        self._by_choice: dict[int, Regulation] = {}
        self.broken: dict[int, RegulationError] = {}

    @property
    def known(self) -> list[int]:
        """Choices that need not be read again."""
        return list(self._by_choice)

    def of(self, choice: int, name: str, body: str | None, overrides: Mapping[str, Any] | None) -> Regulation:
        """The regulation of a choice; `body` and `overrides` count only the first time.

        One that this edition can no longer read (it was checked by the edition that took it in) must not close the
        journal: the default holds, and the choice stands in `broken` for whoever looks after the school.
        """
        if choice not in self._by_choice:
            try:
                self._by_choice[choice] = regulation_of(name, body or "", overrides or {})
            except RegulationError as error:
                self._by_choice[choice] = load(DEFAULT)
                self.broken[choice] = error
        return self._by_choice[choice]


def regulation_of(name: str, body: str, overrides: Mapping[str, Any]) -> Regulation:
    """A preset (no `body`) or a school's own file, with single fields put over it. Raises RegulationError."""
    regulation = parse(body, name) if body else load(name)
    return override(regulation, overrides) if overrides else regulation
