"""Until when an entry may be made, by the school's own regulation."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from regulations import EntryWindow

END_OF_DAY = time(23, 59, 59)
CLASS_LEADER_DAYS = 7
OPENS_BEFORE = timedelta(minutes=15)


def closes_at(window: EntryWindow, day: date, zone: ZoneInfo) -> datetime:
    """The last moment for an entry of a lesson held on `day` (regulations.md, row 1)."""
    last_day = day + timedelta(days=window.days)
    return datetime.combine(last_day, window.at or END_OF_DAY, zone)


def opens_at(lesson_starts: datetime) -> datetime:
    """A roll may be taken while the class gathers, a quarter of an hour before the bell."""
    return lesson_starts - OPENS_BEFORE


def class_leader_closes_at(day: date, zone: ZoneInfo) -> datetime:
    """The class leader corrects attendance weekly (regulations.md): until a week after the lesson's day."""
    return datetime.combine(day + timedelta(days=CLASS_LEADER_DAYS), END_OF_DAY, zone)
