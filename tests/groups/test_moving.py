"""Groups are made with taps and changed as the regulation lets."""

import asyncio
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from core.errors import AccessDenied
from core.errors.timetable import GroupMovesOver, GroupMoveTooEarly
from core.groups.moving import move
from core.roll.sheet import read_sheet
from storage.models import AuditEntry
from tests.groups.conftest import THIRD_QUARTER, Split
from tests.support.clock import MONDAY, FakeClock
from tests.support.statements import counted

SEPTEMBER = date(2026, 9, 1)
DAY = timedelta(days=1)


async def test_pupils_without_a_group_come_first(split: Split) -> None:
    await split.move(split.class7b.sidorov, split.first)

    page = await split.page()

    assert [pupil.name for pupil in page.pupils] == ["Иванов Пётр", "Петрова Анна", "Ёжиков Лев"]


async def test_a_first_group_holds_since_the_pupil_came_when_no_roll_was_taken(split: Split) -> None:
    await split.move(split.class7b.ivanov, split.first)

    assert await split.memberships(split.class7b.ivanov) == [(split.first, SEPTEMBER, None)]


async def test_a_first_group_leaves_rolls_alone_that_were_taken_without_the_pupil(split: Split) -> None:
    await split.lesson_with_roll(split.first, MONDAY - DAY)

    await split.move(split.class7b.ivanov, split.first)

    assert await split.memberships(split.class7b.ivanov) == [(split.first, MONDAY, None)]


async def test_a_slip_is_mended_at_once_as_long_as_no_roll_was_taken_under_it(split: Split) -> None:
    await split.move(split.class7b.ivanov, split.first)

    await split.move(split.class7b.ivanov, split.second)

    assert await split.memberships(split.class7b.ivanov) == [(split.second, SEPTEMBER, None)]


async def test_a_move_in_the_middle_of_a_period_is_dated_to_the_next_one(split: Split) -> None:
    await split.move(split.class7b.ivanov, split.first)
    await split.lesson_with_roll(split.first, MONDAY)

    page = await split.move(split.class7b.ivanov, split.second)

    assert await split.memberships(split.class7b.ivanov) == [
        (split.first, SEPTEMBER, THIRD_QUARTER - DAY),
        (split.second, THIRD_QUARTER, None),
    ]
    pupil = page.pupil(split.class7b.ivanov)
    assert pupil is not None
    assert (pupil.load_id, pupil.planned, pupil.planned_from) == (split.first, split.second, THIRD_QUARTER)


async def test_a_move_at_once_is_refused_and_says_from_when_it_may_be(split: Split) -> None:
    await split.move(split.class7b.ivanov, split.first)
    await split.lesson_with_roll(split.first, MONDAY - DAY)

    with pytest.raises(GroupMoveTooEarly) as refusal:
        await split.move(split.class7b.ivanov, split.second, MONDAY)

    assert (refusal.value.facts["since"], refusal.value.facts["rule"]) == (THIRD_QUARTER, "period_end")
    assert len(await split.memberships(split.class7b.ivanov)) == 1


async def test_in_the_last_period_nobody_moves_any_more(split: Split, clock: FakeClock) -> None:
    await split.move(split.class7b.ivanov, split.first)
    await split.lesson_with_roll(split.first, MONDAY)
    clock.set("10:00", date(2027, 2, 1))

    with pytest.raises(GroupMovesOver):
        await split.move(split.class7b.ivanov, split.second)


async def test_in_a_period_s_first_week_rso_moves_at_once(split: Split, clock: FakeClock) -> None:
    await split.class7b.school.choose_regulation("rso")
    await split.move(split.class7b.ivanov, split.first)
    await split.lesson_with_roll(split.first, MONDAY)
    clock.set("10:00", THIRD_QUARTER + 2 * DAY)

    await split.move(split.class7b.ivanov, split.second)

    assert (await split.memberships(split.class7b.ivanov))[-1] == (split.second, THIRD_QUARTER + 2 * DAY, None)


async def test_a_move_ahead_can_be_taken_back(split: Split) -> None:
    await split.move(split.class7b.ivanov, split.first)
    await split.lesson_with_roll(split.first, MONDAY)
    await split.move(split.class7b.ivanov, split.second)

    await split.move(split.class7b.ivanov, split.first)

    assert await split.memberships(split.class7b.ivanov) == [(split.first, SEPTEMBER, None)]


async def test_a_pupil_may_leave_a_group_for_none(split: Split) -> None:
    await split.move(split.class7b.ivanov, split.first)
    await split.lesson_with_roll(split.first, MONDAY)

    await split.move(split.class7b.ivanov, None)

    assert await split.memberships(split.class7b.ivanov) == [(split.first, SEPTEMBER, THIRD_QUARTER - DAY)]


async def test_two_phones_at_once_put_a_pupil_into_one_group(split: Split) -> None:
    deputy, leader = split.class7b.deputy, split.class7b.leader

    async def press(address: object, target: int) -> str:
        async with split.app.work(address) as work:  # type: ignore[arg-type]
            return (await move(work, split.first, split.class7b.ivanov, target, SEPTEMBER, seen=0)).note

    notes = await asyncio.gather(press(deputy.address, split.first), press(leader.address, split.second))

    assert sorted(notes) == ["", "changed"]
    assert len(await split.memberships(split.class7b.ivanov)) == 1


async def test_a_press_that_came_twice_is_one_entry_in_the_trace(split: Split) -> None:
    async def press() -> str:
        async with split.app.work(split.class7b.deputy.address) as work:
            return (await move(work, split.first, split.class7b.ivanov, split.first, SEPTEMBER, seen=0)).note

    assert [await press(), await press()] == ["", "already"]
    async with split.class7b.sessions() as session:
        traced = list(await session.scalars(select(AuditEntry).where(AuditEntry.action == "group.move")))
    assert [(entry.staff_id, entry.after) for entry in traced] == [
        (split.class7b.deputy.id, {"load": split.first, "from": "2026-09-01"})
    ]


@pytest.mark.parametrize("who", ["teacher", "other"])
async def test_teachers_move_nobody(split: Split, who: str) -> None:
    person = split.other if who == "other" else split.class7b.teacher

    with pytest.raises(AccessDenied):
        await split.move(split.class7b.ivanov, split.second, by=person.address)


async def test_the_secretary_and_the_class_leader_may(split: Split) -> None:
    await split.move(split.class7b.ivanov, split.first, by=split.secretary.address)
    await split.move(split.class7b.petrova, split.second, by=split.class7b.leader.address)

    assert len(await split.memberships(split.class7b.petrova)) == 1


async def test_a_class_leader_moves_the_own_class_s_pupils_of_a_joint_group_only(split: Split) -> None:
    school = split.class7b.school
    other = await school.class_unit("7А")
    stranger = await school.pupil(other, "Чужаков", "Лев")
    joint = await school.load(split.other.id, split.class7b.class_id, other, subject="Немецкий язык", group="общая")

    async with split.app.work(split.class7b.leader.address) as work:
        await move(work, joint, split.class7b.ivanov, joint, SEPTEMBER, seen=0)
        with pytest.raises(AccessDenied):
            await move(work, joint, stranger, joint, SEPTEMBER, seen=0)


async def test_a_group_of_another_subject_or_class_is_refused(split: Split) -> None:
    with pytest.raises(AccessDenied):
        await split.move(split.class7b.ivanov, split.class7b.load, MONDAY)


async def test_each_teacher_s_roll_holds_the_own_group(split: Split) -> None:
    await split.move(split.class7b.ivanov, split.first)
    await split.move(split.class7b.petrova, split.second)
    lesson = await split.class7b.school.lesson(split.second, 2)

    async with split.app.work(split.other.address) as work:
        sheet = await read_sheet(work, lesson)

    assert sheet is not None
    assert [line.name for line in sheet.lines] == ["Петрова Анна"]


async def test_a_move_takes_eight_statements(split: Split) -> None:
    await split.page()

    with counted(split.class7b.sessions) as statements:
        async with split.app.work(split.class7b.deputy.address) as work:
            await move(work, split.first, split.class7b.ivanov, split.first, SEPTEMBER, seen=0)

    assert len(statements) == 8
