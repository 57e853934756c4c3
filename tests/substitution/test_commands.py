"""Changing one lesson: absolute, once, with what stands in the way said, nothing lost."""

import asyncio
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from core.errors import AccessDenied, NothingThere, TextTooLong
from core.errors.entries import LessonCancelled
from core.errors.timetable import LessonHeld, MovedIntoThePast, NoSuchBell, SubstituteGone
from core.substitution import commands
from core.substitution.commands import Outcome
from core.substitution.lesson import read_lesson
from core.terms import LessonStatus, Role
from storage.models import AuditEntry, Homework, Lesson, Staff
from tests.substitution.conftest import TUESDAY, Changed
from tests.support.clock import moscow
from tests.support.school import Person, days_after
from tests.support.statements import counted

FRIDAY = days_after(4)


async def run(changed: Changed, command: Any, *args: Any, who: Person | None = None, **facts: Any) -> Outcome:
    async with changed.app.work((who or changed.deputy).address) as work:
        outcome: Outcome = await command(work, *args, **facts)
    return outcome


async def test_a_free_teacher_takes_a_lesson(changed: Changed) -> None:
    outcome = await run(changed, commands.assign, changed.first, changed.dance.id, seen=0)

    lesson = await changed.lesson(changed.first)
    assert (outcome.note, outcome.one.teacher) == ("", "Танцева А. И.")
    assert (lesson.teacher_id, lesson.substituted_for_id) == (changed.dance.id, changed.algebra.id)
    [change] = await changed.changes()
    assert (change.before["teacher_id"], change.after["teacher_id"]) == (changed.algebra.id, changed.dance.id)
    assert (change.made_by, change.told_at) == (changed.deputy.id, None)


async def test_a_change_is_traced(changed: Changed) -> None:
    await run(changed, commands.assign, changed.first, changed.dance.id, seen=0)

    async with changed.app.work() as work:
        entry = (await work.session.scalars(AuditEntry.__table__.select().with_only_columns(AuditEntry.action))).all()
    assert list(entry) == ["lesson.change"]


async def test_a_second_press_finds_it_so(changed: Changed) -> None:
    await run(changed, commands.assign, changed.first, changed.dance.id, seen=0)

    outcome = await run(changed, commands.assign, changed.first, changed.dance.id, seen=0)

    assert outcome.note == "already"
    assert len(await changed.changes()) == 1


async def test_of_two_deputies_the_second_is_told_that_a_colleague_was_first(changed: Changed) -> None:
    other = await changed.school.connected_staff("Вторая", Role.DEPUTY_HEAD)

    outcomes = await asyncio.gather(
        run(changed, commands.assign, changed.first, changed.dance.id, seen=0),
        run(changed, commands.assign, changed.first, changed.physics.id, seen=0, who=other),
    )

    assert sorted(o.note for o in outcomes) == ["", "changed"]
    assert len({o.one.lesson.teacher_id for o in outcomes}) == 1


async def test_two_deputies_cannot_give_one_teacher_two_lessons_of_an_hour(changed: Changed) -> None:
    other = await changed.school.connected_staff("Вторая", Role.DEPUTY_HEAD)

    outcomes = await asyncio.gather(
        run(changed, commands.assign, changed.first, changed.dance.id, seen=0),
        run(changed, commands.assign, changed.elsewhere, changed.dance.id, seen=0, who=other),
    )

    assert sorted(o.note for o in outcomes) == ["", "busy"]


async def test_a_busy_teacher_is_named_with_the_lesson_and_taken_only_when_insisted(changed: Changed) -> None:
    outcome = await run(changed, commands.assign, changed.first, changed.geometry.id, seen=0)
    assert outcome.note == "busy"
    assert [(c.who, c.lesson.classes if c.lesson else ()) for c in outcome.clashes] == [("teacher", ("8А",))]
    assert (await changed.lesson(changed.first)).teacher_id == changed.algebra.id

    insisted = await run(changed, commands.assign, changed.first, changed.geometry.id, seen=0, insists=True)

    assert insisted.note == ""
    assert (await changed.lesson(changed.first)).teacher_id == changed.geometry.id


async def test_a_teacher_who_left_takes_nothing(changed: Changed) -> None:
    async with changed.sessions() as session, session.begin():
        await session.execute(
            update(Staff).where(Staff.id == changed.dance.id).values(dismissed=TUESDAY - timedelta(1))
        )

    with pytest.raises(SubstituteGone):
        await run(changed, commands.assign, changed.first, changed.dance.id, seen=0)


async def test_a_substitution_is_taken_off(changed: Changed) -> None:
    given = await run(changed, commands.assign, changed.first, changed.dance.id, seen=0)

    await run(changed, commands.unassign, changed.first, seen=given.one.seen)

    lesson = await changed.lesson(changed.first)
    assert (lesson.teacher_id, lesson.substituted_for_id) == (changed.algebra.id, None)
    assert len(await changed.changes()) == 2


async def test_a_lesson_over_may_still_be_given_to_who_held_it(changed: Changed) -> None:
    changed.clock.set("12:00", TUESDAY + timedelta(days=1))

    outcome = await run(changed, commands.assign, changed.first, changed.dance.id, seen=0)

    assert outcome.note == ""
    assert [c.told_at is not None for c in await changed.changes()] == [True]


@pytest.mark.parametrize("who", ["algebra", "leader"])
async def test_only_deputies_and_the_director_change_the_timetable(changed: Changed, who: str) -> None:
    with pytest.raises(AccessDenied):
        await run(changed, commands.cancel, changed.first, seen=0, who=getattr(changed, who))


async def test_a_lesson_that_is_not_there(changed: Changed) -> None:
    with pytest.raises(NothingThere):
        await run(changed, commands.cancel, 999, seen=0)


async def test_a_lesson_is_cancelled_and_restored(changed: Changed) -> None:
    cancelled = await run(changed, commands.cancel, changed.first, seen=0)
    assert (await changed.lesson(changed.first)).status is LessonStatus.CANCELLED
    again = await run(changed, commands.cancel, changed.first, seen=0)
    assert again.note == "already"

    await run(changed, commands.restore, changed.first, seen=cancelled.one.seen)

    assert (await changed.lesson(changed.first)).status is LessonStatus.PLANNED


async def test_a_cancelled_lesson_is_given_to_nobody_and_not_moved(changed: Changed) -> None:
    cancelled = await run(changed, commands.cancel, changed.first, seen=0)

    with pytest.raises(LessonCancelled):
        await run(changed, commands.assign, changed.first, changed.dance.id, seen=cancelled.one.seen)
    with pytest.raises(LessonCancelled):
        await run(changed, commands.move, changed.first, FRIDAY, 1, seen=cancelled.one.seen)


async def test_a_lesson_whose_roll_was_taken_is_neither_cancelled_nor_moved(changed: Changed) -> None:
    taken = {"roll_taken_at": moscow(TUESDAY, "08:40"), "roll_taken_by": changed.algebra.id, "roll_rev": 1}
    async with changed.sessions() as session, session.begin():
        await session.execute(update(Lesson).where(Lesson.id == changed.first).values(**taken))

    with pytest.raises(LessonHeld) as refused:
        await run(changed, commands.cancel, changed.first, seen=0, insists=True)
    assert refused.value.facts == {"entries": "roll"}
    with pytest.raises(LessonHeld):
        await run(changed, commands.move, changed.first, FRIDAY, 1, seen=0, insists=True)


async def test_what_was_prepared_is_shown_before_cancelling_and_kept(changed: Changed) -> None:
    async with changed.sessions() as session, session.begin():
        given = {"given_by": changed.algebra.id, "given_at": moscow(TUESDAY, "08:00")}
        session.add(Homework(lesson_id=changed.first, due_on=FRIDAY, body="п. 12", **given))
    outcome = await run(changed, commands.cancel, changed.first, seen=0)
    assert (outcome.note, outcome.one.entries) == ("prepared", ("homework",))

    await run(changed, commands.cancel, changed.first, seen=0, insists=True)

    assert (await changed.lesson(changed.first)).status is LessonStatus.CANCELLED
    async with changed.app.work(changed.deputy.address) as work:
        assert (await read_lesson(work, changed.first)).entries == ("homework",)


async def test_a_lesson_moves_by_the_bells_of_the_other_day(changed: Changed) -> None:
    outcome = await run(changed, commands.move, changed.first, FRIDAY, 6, seen=0)

    lesson = await changed.lesson(changed.first)
    assert outcome.note == ""
    assert (lesson.on_date, lesson.lesson_no, lesson.origin_date, lesson.origin_no) == (FRIDAY, 6, TUESDAY, 1)
    assert (lesson.starts_at, lesson.ends_at) == (moscow(FRIDAY, "13:25"), moscow(FRIDAY, "14:05"))
    assert [c.after["about"] for c in await changed.changes()] == [TUESDAY.isoformat(), FRIDAY.isoformat()]


async def test_what_stands_in_the_way_of_a_move_is_said(changed: Changed) -> None:
    outcome = await run(changed, commands.move, changed.first, TUESDAY, 2, seen=0)
    assert outcome.note == "clash"
    assert [(c.who, c.lesson.subject if c.lesson else "") for c in outcome.clashes] == [("class", "Физика")]

    await run(changed, commands.move, changed.first, TUESDAY, 2, seen=0, insists=True)

    assert (await changed.lesson(changed.first)).lesson_no == 2


async def test_a_move_finds_the_teacher_and_the_room_busy(changed: Changed) -> None:
    load = await changed.school.load(changed.algebra.id, changed.other_class, subject="Информатика")
    await changed.school.lesson(load, 4, TUESDAY, room="12")

    outcome = await run(changed, commands.move, changed.first, TUESDAY, 4, seen=0)

    assert [c.who for c in outcome.clashes] == ["teacher", "room"]


async def test_a_move_to_a_holiday_or_a_day_off_is_asked_about(changed: Changed) -> None:
    sunday = days_after(6)

    outcome = await run(changed, commands.move, changed.first, sunday, 1, seen=0)

    assert [c.who for c in outcome.clashes] == ["day-off"]


@pytest.mark.parametrize(
    ("day", "number", "refusal"),
    [
        (TUESDAY, 6, NoSuchBell),
        (date(2027, 8, 1), 1, NoSuchBell),
        (days_after(-1), 1, MovedIntoThePast),
        (days_after(0), 1, MovedIntoThePast),
    ],
)
async def test_a_move_to_nowhere_is_refused(changed: Changed, day: date, number: int, refusal: type[Exception]) -> None:
    changed.clock.set("08:31")

    with pytest.raises(refusal):
        await run(changed, commands.move, changed.first, day, number, seen=0)


async def test_groups_of_one_class_share_an_hour_unless_a_pupil_is_in_both(changed: Changed) -> None:
    english = await changed.school.load(changed.dance.id, changed.class_id, subject="Английский", group="1")
    german = await changed.school.load(changed.physics.id, changed.class_id, subject="Немецкий", group="2")
    moving = await changed.school.lesson(english, 4, TUESDAY, room="1")
    await changed.school.lesson(german, 5, TUESDAY, room="2")

    outcome = await run(changed, commands.move, moving, TUESDAY, 5, seen=0)

    assert outcome.note == ""


async def test_a_room_is_changed_and_a_lesson_already_there_is_named(changed: Changed) -> None:
    outcome = await run(changed, commands.change_room, changed.first, " 14 ", seen=0)

    assert (await changed.lesson(changed.first)).room == "14"
    assert [(c.who, c.lesson.classes if c.lesson else ()) for c in outcome.clashes] == [("room", ("8А",))]


async def test_a_room_of_too_many_letters(changed: Changed) -> None:
    with pytest.raises(TextTooLong):
        await run(changed, commands.change_room, changed.first, "к" * 33, seen=0)


@pytest.mark.parametrize("entries", [0, 30])
async def test_a_substitution_costs_as_many_statements_whatever_the_school(changed: Changed, entries: int) -> None:
    for number in range(entries):
        await changed.school.lesson(
            await changed.school.load(
                await changed.school.staff(f"Учитель{number}"), changed.other_class, subject=f"П{number}"
            ),
            2,
            TUESDAY,
        )

    with counted(changed.sessions) as seen:
        await run(changed, commands.assign, changed.first, changed.dance.id, seen=0)

    assert len(seen) <= 12
