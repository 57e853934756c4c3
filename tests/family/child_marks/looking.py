"""What families look at, and what stands in the journal."""

from core.diary.marks_period import PeriodMarks, period_marks
from core.diary.marks_subject import SubjectPage, subject_page
from tests.family.conftest import Enter, Family
from tests.family.marking import Marking
from tests.support.school import SchoolBuilder


async def marks_of(enter: Enter, family: Family, period: int | None = None) -> PeriodMarks:
    async with enter(family.mother) as work:
        return await period_marks(work, family.pupil_id, period)


async def page_of(enter: Enter, family: Family, subject: int, period: int | None = None) -> SubjectPage:
    async with enter(family.mother) as work:
        return await subject_page(work, family.pupil_id, subject, period)


async def classmates(school: SchoolBuilder, marking: Marking, family: Family, load: int, *values: str) -> None:
    """A classmate with one mark for each value."""
    for number, value in enumerate(values):
        await marking.give(await school.pupil(family.class_id, f"Соклассник{number}"), load, value)
