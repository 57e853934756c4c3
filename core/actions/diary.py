"""Buttons that open the parts of a child's diary; each part's other buttons stand in its own file."""

from dataclasses import dataclass
from datetime import date

from core.actions.codec import Action


@dataclass(frozen=True)
class OpenChildMenu(Action, prefix="Dm"):
    """Everything there is about a child."""

    pupil: int


@dataclass(frozen=True)
class OpenChildWeek(Action, prefix="Dw"):
    """The week that holds a day (none: today) on one screen."""

    pupil: int
    day: date | None = None


@dataclass(frozen=True)
class OpenChildHomework(Action, prefix="Dh"):
    """What is to be done, by date; with a subject, that subject's."""

    pupil: int
    subject: int | None = None


@dataclass(frozen=True)
class OpenChildMarks(Action, prefix="Vm"):
    """Averages and marks by subject in a study period (none: the present one)."""

    pupil: int
    period: int | None = None


@dataclass(frozen=True)
class OpenChildSubject(Action, prefix="Vs"):
    """Every mark of a subject in a study period (none: the present one)."""

    pupil: int
    subject: int
    period: int | None = None


@dataclass(frozen=True)
class OpenChildAttendance(Action, prefix="At"):
    """Missed and late lessons of the month that holds a day (none: today)."""

    pupil: int
    day: date | None = None


@dataclass(frozen=True)
class OpenChildProgramme(Action, prefix="Ap"):
    """How far each subject has come."""

    pupil: int


@dataclass(frozen=True)
class OpenChildTimetable(Action, prefix="Aw"):
    """The timetable of the week that holds a day (none: today), and ways to bells, periods and events."""

    pupil: int
    day: date | None = None


@dataclass(frozen=True)
class OpenChildTasks(Action, prefix="It"):
    """Individual tasks and materials."""

    pupil: int


@dataclass(frozen=True)
class OpenChildReports(Action, prefix="Xr"):
    """What the family reported as wrong, and where that stands."""

    pupil: int


@dataclass(frozen=True)
class OpenReport(Action, prefix="Xo"):
    """One report of a wrong entry, as the family sees it."""

    report: int


@dataclass(frozen=True)
class ReportMark(Action, prefix="Xm"):
    """«Здесь ошибка» about a mark."""

    pupil: int
    mark: int


@dataclass(frozen=True)
class ReportAttendance(Action, prefix="Xa"):
    """«Здесь ошибка» about how the child stands at a lesson."""

    pupil: int
    lesson: int


@dataclass(frozen=True)
class OpenDiaryPaper(Action, prefix="Dp"):
    """The diary of a study period on paper: which period?"""

    pupil: int


@dataclass(frozen=True)
class OpenNoticeSettings(Action, prefix="No"):
    """What comes to this phone by itself, and when."""


@dataclass(frozen=True)
class OpenFailing(Action, prefix="Fl"):
    """Failing pupils of a class and what their parents are going to be told (staff)."""

    class_id: int


@dataclass(frozen=True)
class OpenUse(Action, prefix="Uc"):
    """Which families of a class look into the diary (staff)."""

    class_id: int


@dataclass(frozen=True)
class OpenStaffReports(Action, prefix="Xl"):
    """Families' reports of wrong entries that wait for an answer (staff)."""


@dataclass(frozen=True)
class OpenFinalMarks(Action, prefix="Zp"):
    """The final marks of a journal page (staff); no period: the present one."""

    load: int
    period: int | None = None


@dataclass(frozen=True)
class OpenPupilTasks(Action, prefix="Il"):
    """Individual tasks given on a journal page (staff)."""

    load: int


@dataclass(frozen=True)
class OpenClassEvents(Action, prefix="Ce"):
    """Events of a class (staff)."""

    class_id: int


@dataclass(frozen=True)
class OpenClassDesk(Action, prefix="Cd"):
    """What there is about a class beside its lessons (staff)."""

    class_id: int
