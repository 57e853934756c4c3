"""Homework of a child ahead and behind, and the pupil's own ticks."""

import pytest
from sqlalchemy import select

from core.diary.done import tick, tick_in_list
from core.diary.homework_list import homework_list, homework_subjects
from core.errors import AccessDenied, NothingThere
from core.terms import MarkValue
from storage.models import HomeworkDone
from tests.family.conftest import FRIDAY, TUESDAY, Diary, Enter, Family
from tests.support.clock import MONDAY
from tests.support.school import SchoolBuilder, days_after


async def test_homework_lies_ahead_by_date_and_behind_by_week(diary: Diary, enter: Enter, family: Family) -> None:
    near = await diary.homework(MONDAY, TUESDAY)
    far = await diary.homework(TUESDAY, FRIDAY)

    async with enter(family.mother) as work:
        ahead = await homework_list(work, family.pupil_id)
        week = await homework_list(work, family.pupil_id, day=FRIDAY)
        past = await homework_list(work, family.pupil_id, day=days_after(-3))

    assert [x.task.id for x in ahead.tasks] == [near, far]
    assert (week.first, week.last, len(week.tasks)) == (MONDAY, days_after(6), 2)
    assert (past.last, past.tasks) == (days_after(-1), ())


async def test_homework_can_be_had_of_one_subject(diary: Diary, enter: Enter, family: Family) -> None:
    await diary.homework(MONDAY, TUESDAY)

    async with enter(family.mother) as work:
        subjects = (await homework_subjects(work, family.pupil_id)).subjects
        counts = [len((await homework_list(work, family.pupil_id, subject)).tasks) for subject, _ in subjects]
        four_weeks = await homework_list(work, family.pupil_id, subjects[0][0], FRIDAY)
        with pytest.raises(NothingThere):
            await homework_list(work, family.pupil_id, 2**31 - 1)

    assert ([name for _, name in subjects], counts) == (["Алгебра", "Физика"], [1, 0])
    assert (four_weeks.last - four_weeks.first).days == 27


async def test_a_dot_is_owed(diary: Diary, enter: Enter, family: Family) -> None:
    dot = await diary.mark(diary.algebra[MONDAY], MarkValue.DOT)
    await diary.mark(diary.algebra[MONDAY], MarkValue.TWO)
    await diary.mark(diary.algebra[MONDAY], MarkValue.DOT, family.other_pupil_id)

    async with enter(family.mother) as work:
        debts = (await homework_list(work, family.pupil_id)).debts

    assert [(debt.mark_id, debt.subject, debt.day) for debt in debts] == [(dot, "Алгебра", MONDAY)]


async def test_the_pupil_ticks_and_nobody_else_sees_it(diary: Diary, enter: Enter, family: Family) -> None:
    first, second = await diary.homework(MONDAY, TUESDAY), await diary.homework(MONDAY, TUESDAY, "№ 6")

    async with enter(diary.pupil) as work:
        ticked = await tick_in_list(work, family.pupil_id, first, done=True)
        again = await tick(work, family.pupil_id, first, done=True)
    async with enter(diary.pupil) as work:
        kept = await homework_list(work, family.pupil_id)
    async with enter(family.mother) as work:
        parent = await homework_list(work, family.pupil_id)

    assert [(x.task.id, x.done) for x in ticked.tasks] == [(second, False), (first, True)]
    assert [(x.task.id, x.done) for x in kept.tasks] == [(second, False), (first, True)]
    assert again.done is True
    assert [x.done for x in parent.tasks] == [None, None]
    assert not parent.own


async def test_a_tick_can_be_taken_back(diary: Diary, enter: Enter, family: Family) -> None:
    task = await diary.homework(MONDAY, TUESDAY)

    async with enter(diary.pupil) as work:
        await tick(work, family.pupil_id, task, done=True)
        await tick(work, family.pupil_id, task, done=False)
        await tick(work, family.pupil_id, task, done=False)

    async with diary.sessions() as session:
        assert await session.scalar(select(HomeworkDone.homework_id)) is None


async def test_parents_do_not_tick(diary: Diary, enter: Enter, family: Family) -> None:
    task = await diary.homework(MONDAY, TUESDAY)

    for wrong in (tick, tick_in_list):
        async with enter(family.mother) as work:
            with pytest.raises(AccessDenied):
                await wrong(work, family.pupil_id, task, done=True)

    async with diary.sessions() as session:
        assert await session.scalar(select(HomeworkDone.homework_id)) is None


async def test_a_homework_of_another_class_is_not_ticked(
    diary: Diary, enter: Enter, family: Family, school: SchoolBuilder
) -> None:
    stranger = await school.connected_pupil(await school.pupil(await school.class_unit("8А"), "Чужой"))
    task = await diary.homework(MONDAY, TUESDAY)

    async with enter(stranger) as work:
        with pytest.raises(NothingThere):
            await tick_in_list(work, stranger.id, task, done=True)
