"""The school as every command knows it."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from regulations import DEFAULT, Regulation, load


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
