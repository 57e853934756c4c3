"""Buttons of a child's attendance, programme and timetable."""

from dataclasses import dataclass
from datetime import date

from core.actions.codec import Action


@dataclass(frozen=True)
class OpenAttendancePeriod(Action, prefix="Aq"):
    """Attendance over a study period; none: the whole year."""

    pupil: int
    period: int | None = None


@dataclass(frozen=True)
class OpenMissedDay(Action, prefix="Am"):
    """What was missed on a day, to explain it or to say that it is wrong."""

    pupil: int
    day: date


@dataclass(frozen=True)
class OpenSubjectTopics(Action, prefix="Aj"):
    """What a subject has delivered, `first` topics passed over."""

    pupil: int
    load: int
    first: int = 0


@dataclass(frozen=True)
class OpenChildCalendar(Action, prefix="Ac"):
    """Study periods, holidays, bells, events of the class."""

    pupil: int
