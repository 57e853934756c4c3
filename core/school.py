"""The school as every command knows it."""

from dataclasses import dataclass
from datetime import time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class SchoolFacts:
    """What every command needs to know of the school; read anew with each unit of work."""

    name: str
    zone: ZoneInfo
    year_id: int | None
    regulation: str
    days_in_week: int
    code_salt: bytes
    absence_grace: timedelta
    settled_grace: timedelta
    silence: timedelta
    first_reminder: time
    second_reminder: time
    overdue_report: time
