"""An absent teacher's days: who could take the lessons, all to one, back again, over days and midnight."""

import asyncio
from datetime import date, timedelta

import pytest
from sqlalchemy import update

from bots.family.screens.day import day_screen
from core.diary.day import child_day
from core.errors import AccessDenied, NothingThere
from core.errors.dates import DatesReversed, DatesTooLong
from core.errors.timetable import SubstituteGone
from core.substitution import away, board, commands, desk
from core.substitution.away import Away
from core.terms import Role
from locales import translator
from storage.models import Holiday, Staff
from tests.substitution.conftest import TUESDAY, Changed
from tests.substitution.test_commands import run
from tests.support.school import days_after
from tests.support.statements import counted

WEDNESDAY = days_after(2)


async def absent(changed: Changed, since: date = TUESDAY, until: date = TUESDAY) -> Away:
    async with changed.app.work(changed.deputy.address) as work:
        return await away.away(work, changed.algebra.id, since, until)


async def give_all(changed: Changed, taker: int, until: date = TUESDAY) -> Away:
    async with changed.app.work(changed.deputy.address) as work:
        return await away.give_all(work, changed.algebra.id, taker, TUESDAY, until)


async def candidates_of(changed: Changed, lesson: int, words: str = "") -> list[str]:
    async with changed.app.work(changed.deputy.address) as work:
        return [c.name.partition(" ")[0] for c in (await desk.lesson_desk(work, lesson, words)).candidates]


async def test_free_teachers_come_first_then_who_knows_the_class_and_busy_ones_last(changed: Changed) -> None:
    assert await candidates_of(changed, changed.first) == [
        "Физикова",
        "Руководителева",
        "Завучева",
        "Танцева",
        "Геометрова",
    ]


async def test_who_teaches_the_subject_comes_before_who_teaches_the_class(changed: Changed) -> None:
    assert (await candidates_of(changed, changed.third))[:2] == ["Геометрова", "Физикова"]


async def test_under_rso_the_class_leader_comes_first(changed: Changed) -> None:
    await changed.school.choose_regulation("rso")

    assert (await candidates_of(changed, changed.first))[0] == "Руководителева"


async def test_who_is_replaced_that_day_comes_after_all_who_are_there(changed: Changed) -> None:
    await run(changed, commands.assign, changed.second, changed.leader.id, seen=0)

    assert (await candidates_of(changed, changed.first))[-1] == "Физикова"


async def test_candidates_are_found_by_a_few_letters_with_slips(changed: Changed) -> None:
    assert await candidates_of(changed, changed.first, "танц") == ["Танцева"]
    assert await candidates_of(changed, changed.first, "Танцова") == ["Танцева"]
    assert await candidates_of(changed, changed.first, "Щукина") == []


async def test_a_teacher_who_left_or_has_not_come_yet_is_not_offered(changed: Changed) -> None:
    async with changed.sessions() as session, session.begin():
        left, coming = {"dismissed": TUESDAY - timedelta(days=1)}, {"hired": WEDNESDAY}
        await session.execute(update(Staff).where(Staff.id == changed.dance.id).values(left))
        await session.execute(update(Staff).where(Staff.id == changed.physics.id).values(coming))

    assert await candidates_of(changed, changed.first) == ["Руководителева", "Завучева", "Геометрова"]


async def test_all_lessons_go_to_one_where_that_one_is_free(changed: Changed) -> None:
    held = await give_all(changed, changed.geometry.id)

    assert held.given == 1
    assert [one.lesson.id for one in held.waiting] == [changed.first]
    assert (await changed.lesson(changed.third)).teacher_id == changed.geometry.id


async def test_two_lessons_at_one_hour_are_not_both_given_to_one(changed: Changed) -> None:
    joined = await changed.school.load(changed.algebra.id, changed.other_class, subject="Информатика")
    await changed.school.lesson(joined, 1, TUESDAY, room="5")

    held = await give_all(changed, changed.dance.id)

    assert (held.given, len(held.waiting)) == (2, 1)


async def test_two_deputies_give_all_lessons_at_once_and_each_lesson_is_given_once(changed: Changed) -> None:
    results = await asyncio.gather(give_all(changed, changed.dance.id), give_all(changed, changed.physics.id))

    assert sum(held.given or 0 for held in results) == 2
    assert len(await changed.changes()) == 2


async def test_nobody_who_left_takes_all_lessons(changed: Changed) -> None:
    with pytest.raises(SubstituteGone):
        await give_all(changed, 999)


async def test_the_takers_say_how_many_hours_they_could_take(changed: Changed) -> None:
    async with changed.app.work(changed.deputy.address) as work:
        held = await away.away(work, changed.algebra.id, TUESDAY, TUESDAY)
        found = [(t.name.partition(" ")[0], t.free) for t in await away.takers(work, held)]

    assert found == [("Физикова", 2), ("Танцева", 2), ("Геометрова", 1)]


async def test_the_teacher_is_back_and_only_lessons_still_to_come_are_given_back(changed: Changed) -> None:
    await give_all(changed, changed.dance.id)
    changed.clock.set("09:00", TUESDAY)

    async with changed.app.work(changed.deputy.address) as work:
        held = await away.come_back(work, changed.algebra.id, TUESDAY, TUESDAY)

    assert held.given == 1
    assert (await changed.lesson(changed.first)).teacher_id == changed.dance.id
    assert (await changed.lesson(changed.third)).teacher_id == changed.algebra.id


async def test_several_days_are_one_list_with_what_is_settled(changed: Changed) -> None:
    later = await changed.school.lesson(changed.load, 2, WEDNESDAY)
    await run(changed, commands.cancel, later, seen=0)
    await run(changed, commands.move, changed.third, days_after(8), 1, seen=0)

    held = await absent(changed, TUESDAY, WEDNESDAY)

    assert [one.lesson.id for one in held.waiting] == [changed.first]
    assert len(held.lessons) == 3


async def test_a_substitute_who_falls_ill_is_replaced_too(changed: Changed) -> None:
    await run(changed, commands.assign, changed.first, changed.dance.id, seen=0)

    async with changed.app.work(changed.deputy.address) as work:
        held = await away.away(work, changed.dance.id, TUESDAY, TUESDAY)
        taken = await away.give_all(work, changed.dance.id, changed.physics.id, TUESDAY, TUESDAY)

    assert [one.lesson.id for one in held.waiting] == [changed.first]
    assert taken.given == 1
    lesson = await changed.lesson(changed.first)
    assert (lesson.teacher_id, lesson.substituted_for_id) == (changed.physics.id, changed.algebra.id)


async def test_days_the_wrong_way_round_too_many_and_nobody(changed: Changed) -> None:
    with pytest.raises(DatesReversed):
        await absent(changed, WEDNESDAY, TUESDAY)
    with pytest.raises(DatesTooLong):
        await absent(changed, TUESDAY, TUESDAY + timedelta(days=31))
    async with changed.app.work(changed.deputy.address) as work:
        with pytest.raises(NothingThere):
            await away.away(work, 999, TUESDAY, TUESDAY)


async def test_only_who_makes_changes_sees_the_lists(changed: Changed) -> None:
    async with changed.app.work(changed.leader.address) as work:
        for asked in (
            away.teachers(work, TUESDAY),
            away.away(work, changed.algebra.id, TUESDAY, TUESDAY),
            board.class_lessons(work, changed.class_id, TUESDAY),
            board.classes_to_change(work),
            desk.lesson_desk(work, changed.first),
        ):
            with pytest.raises(AccessDenied):
                await asked


async def test_the_director_makes_changes_too(changed: Changed) -> None:
    director = await changed.school.connected_staff("Директорова", Role.DIRECTOR)

    outcome = await run(changed, commands.cancel, changed.first, seen=0, who=director)

    assert outcome.note == ""


async def test_a_lesson_whose_substitute_has_left_stands_on_the_board(changed: Changed) -> None:
    await run(changed, commands.assign, changed.first, changed.dance.id, seen=0)
    async with changed.sessions() as session, session.begin():
        gone = TUESDAY - timedelta(days=1)
        await session.execute(update(Staff).where(Staff.id == changed.dance.id).values(dismissed=gone))

    async with changed.app.work(changed.deputy.address) as work:
        found = await board.board(work, TUESDAY)

    assert [(one.lesson.id, one.orphaned) for one in found.lessons] == [(changed.first, True)]


async def test_the_board_says_what_waits_and_what_was_told(changed: Changed) -> None:
    await run(changed, commands.cancel, changed.first, seen=0)
    async with changed.app.work(changed.deputy.address) as work:
        before = await board.board(work, TUESDAY)
    await changed.tick("18:00")
    async with changed.app.work(changed.deputy.address) as work:
        after = await board.board(work, TUESDAY)

    assert before.hear_at is not None
    assert (set(before.waiting), before.hear_at.strftime("%H:%M")) == ({changed.first}, "18:00")
    assert after.waiting == frozenset()


async def test_a_move_to_a_holiday_names_it(changed: Changed) -> None:
    async with changed.sessions() as session, session.begin():
        year = changed.school.year_id
        session.add(Holiday(year_id=year, name="Карантин", starts=WEDNESDAY, ends=WEDNESDAY))

    outcome = await run(changed, commands.move, changed.first, WEDNESDAY, 1, seen=0)

    assert [c.who for c in outcome.clashes] == ["holiday"]


@pytest.mark.parametrize("more", [0, 12])
async def test_giving_all_lessons_costs_as_many_statements_however_many_there_are(changed: Changed, more: int) -> None:
    for number in range(more):
        await changed.school.lesson(changed.load, 1 + number % 4, days_after(2 + number // 4))

    with counted(changed.sessions) as seen:
        held = await give_all(changed, changed.dance.id, days_after(8))

    assert held.given == 2 + more
    assert len(seen) <= 13


@pytest.mark.parametrize("pupils", [0, 20])
async def test_telling_a_class_costs_as_many_statements_however_many_families(changed: Changed, pupils: int) -> None:
    for number in range(pupils):
        pupil = await changed.school.pupil(changed.class_id, f"Ученик{number}")
        await changed.school.connected_guardian(pupil)
    await changed.no_cards()
    changed.clock.set("10:00")
    await run(changed, commands.cancel, changed.first, seen=0)
    await run(changed, commands.cancel, changed.second, seen=0)

    with counted(changed.sessions) as seen:
        await changed.tick("18:00")

    assert len(await changed.outbox()) == 2 + pupils
    assert len(seen) <= 12


async def test_a_family_sees_a_lesson_moved_away_and_then_cancelled_as_cancelled(changed: Changed) -> None:
    moved = await run(changed, commands.move, changed.first, days_after(4), 6, seen=0)
    await run(changed, commands.cancel, changed.first, seen=moved.one.seen)

    async with changed.app.work(changed.mother.address) as work:
        text = day_screen(await child_day(work, changed.ivanov, TUESDAY), translator("ru")).text

    assert "<s>Алгебра</s> · урок отменён" in text
    assert "перенесён" not in text
