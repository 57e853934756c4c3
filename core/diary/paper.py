"""The whole diary of a study period, for paper (F1): its days, the marks by subject, the attendance."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from core.app import Work
from core.diary.attendance import ChildAttendance, attendance_of_period
from core.diary.children import ChildName, ChildPeriod, ChildYear, child_years, named_child
from core.diary.day import DiaryDay, read_days
from core.diary.marks_period import PeriodMarks, period_marks
from core.errors import NothingThere
from core.rules.names import initials
from core.rules.weeks import monday_of
from storage.models import ClassUnit, Staff


@dataclass(frozen=True)
class PaperShelf:
    """What can be printed: years, the newest first, each with the study periods that have begun."""

    child: ChildName
    years: tuple[tuple[ChildYear, tuple[ChildPeriod, ...]], ...]


@dataclass(frozen=True)
class DiaryPaper:
    """A study period on paper. `days`: every day of it, up to the end of the present week. `leader` as Петрова А. И.,
    empty where the class has none.
    """

    school: str
    leader: str
    child: ChildName
    year: ChildYear
    period: ChildPeriod
    days: tuple[DiaryDay, ...]
    marks: PeriodMarks
    attendance: ChildAttendance

    @property
    def weeks(self) -> tuple[tuple[DiaryDay, ...], ...]:
        """Its days by week, without weeks in which there is nothing to show."""
        found: dict[date, list[DiaryDay]] = {}
        for day in self.days:
            found.setdefault(monday_of(day.day), []).append(day)
        return tuple(tuple(days) for days in found.values() if any(day.lessons or day.tasks for day in days))


async def paper_shelf(work: Work, pupil_id: int) -> PaperShelf:
    """The periods of all years of the child. Raises NotConnected, AccessDenied, ConsentNeeded."""
    child, _ = await named_child(work, pupil_id)
    years = await child_years(work, pupil_id)
    begun = [(year, tuple(p for p in year.periods if p.starts <= work.today)) for year in reversed(years)]
    return PaperShelf(child, tuple((year, periods) for year, periods in begun if periods))


async def diary_paper(work: Work, pupil_id: int, period_id: int) -> DiaryPaper:
    """A period that has begun, in a fixed number of statements. Only settled marks are on it.

    Raises NotConnected, AccessDenied, ConsentNeeded, NothingThere (not a period of the child, or still to come).
    """
    marks = await period_marks(work, pupil_id, period_id)
    period = marks.span.period
    if period is None or period.starts > work.today:
        raise NothingThere
    last = min(period.ends, monday_of(work.today) + timedelta(days=6))
    days = [period.starts + timedelta(days=n) for n in range((last - period.starts).days + 1)]
    return DiaryPaper(
        school=work.school.name,
        leader=await _leader(work, marks.span.year.class_id),
        child=marks.span.child,
        year=marks.span.year,
        period=period,
        days=tuple(await read_days(work, [(pupil_id, day) for day in days], homework=True)),
        marks=marks,
        attendance=await attendance_of_period(work, pupil_id, period_id),
    )


async def _leader(work: Work, class_id: int) -> str:
    led = select(Staff).join(ClassUnit, ClassUnit.class_leader_id == Staff.id).where(ClassUnit.id == class_id)
    leader = await work.session.scalar(led)
    return initials(leader) if leader else ""
