"""A lesson of a child in full, as the family reads it."""

import pytest
from sqlalchemy import select

from core.diary.day import child_day
from core.diary.lesson import child_lesson
from core.errors import AccessDenied, NothingThere
from core.terms import MarkValue, RemarkSubject, RemarkTone
from storage.models import LessonWork, Remark, WorkKind
from tests.family.conftest import FRIDAY, TUESDAY, Diary, Enter, Family
from tests.support.clock import MONDAY, moscow
from tests.support.school import SchoolBuilder


async def test_a_lesson_tells_remarks_works_and_marks_of_the_child_only(
    diary: Diary, enter: Enter, family: Family
) -> None:
    lesson = diary.algebra[MONDAY]
    given = {"lesson_id": lesson, "given_by": family.teacher_id, "given_at": moscow(MONDAY, "08:40")}
    praise = {"about": RemarkSubject.PROGRESS, "tone": RemarkTone.PRAISE, **given}
    await diary.write(
        Remark(pupil_id=family.pupil_id, body="Молодец", **praise),
        Remark(pupil_id=None, body="Всем спасибо", **praise),
        Remark(pupil_id=family.other_pupil_id, body="чужое", **praise),
        Remark(pupil_id=family.pupil_id, body="отозвано", withdrawn_at=moscow(MONDAY, "09:00"), **praise),
    )
    mark = await diary.mark(lesson, MarkValue.FIVE)
    await diary.mark(lesson, MarkValue.TWO, family.other_pupil_id)

    async with enter(family.mother) as work:
        shown = (await child_lesson(work, family.pupil_id, lesson)).lesson

    assert [(remark.body, remark.personal) for remark in shown.remarks] == [("Молодец", True), ("Всем спасибо", False)]
    assert [(m.id, m.value) for m in shown.marks] == [(mark, MarkValue.FIVE)]


async def test_an_announced_work_shows_before_the_lesson(diary: Diary, enter: Enter, family: Family) -> None:
    async with diary.sessions() as session, session.begin():
        control = await session.scalar(select(WorkKind).where(WorkKind.control).order_by(WorkKind.id).limit(1))
        assert control is not None
        made = {"announced_by": family.teacher_id, "announced_at": moscow(MONDAY, "08:00")}
        session.add(LessonWork(lesson_id=diary.algebra[FRIDAY], kind_id=control.id, **made))

    async with enter(family.mother) as work:
        friday = await child_day(work, family.pupil_id, FRIDAY)

    assert [[(w.name, w.control) for w in lesson.works] for lesson in friday.lessons] == [[(control.name, True)], []]


async def test_a_lesson_has_the_homework_given_and_due_at_it(diary: Diary, enter: Enter, family: Family) -> None:
    due = await diary.homework(MONDAY, TUESDAY)
    given = await diary.homework(TUESDAY, FRIDAY)

    async with enter(family.mother) as work:
        shown = await child_lesson(work, family.pupil_id, diary.algebra[TUESDAY])

    assert ([x.task.id for x in shown.due], [x.task.id for x in shown.given]) == ([due], [given])


async def test_a_lesson_of_another_class_or_child_is_refused(
    diary: Diary, enter: Enter, family: Family, school: SchoolBuilder
) -> None:
    other = await school.lesson(await school.load(family.teacher_id, await school.class_unit("8А"), subject="Химия"))

    async with enter(family.mother) as work:
        with pytest.raises(NothingThere):
            await child_lesson(work, family.pupil_id, other)
        with pytest.raises(AccessDenied):
            await child_lesson(work, family.other_pupil_id, diary.algebra[MONDAY])
