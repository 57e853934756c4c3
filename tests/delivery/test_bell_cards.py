"""At the bell the lesson's card comes to who wants it."""

import asyncio

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from core.roll.bell_cards import ring_bells
from core.terms import Door, LessonStatus
from storage.models import Account, Lesson
from tests.delivery.rows import only_row, rows
from tests.support.clock import MONDAY, FakeClock, moscow
from tests.support.school import Person, SchoolBuilder

Sessions = async_sessionmaker[AsyncSession]


@pytest.fixture
async def teacher(school: SchoolBuilder, sessions: Sessions) -> Person:
    """Wants the cards; has a lesson at 08:30."""
    person = await school.connect(Door.STAFF, staff_id=await school.staff())
    await school.lesson(await school.load(person.id, await school.class_unit()), 1)
    await _wants(sessions, person, cards=True)
    return person


async def _wants(sessions: Sessions, person: Person, *, cards: bool) -> None:
    async with sessions() as session, session.begin():
        await session.execute(update(Account).where(Account.id == person.account_id).values(bell_cards=cards))


async def _ring(app: App) -> None:
    async with app.work() as work:
        await ring_bells(work)


async def test_the_card_is_due_at_the_bell_and_of_no_use_after_the_lesson(
    app: App, clock: FakeClock, teacher: Person, sessions: Sessions
) -> None:
    clock.set("08:30")
    await _ring(app)

    card = await only_row(sessions)
    assert (card.kind, card.account_id) == ("lesson_card", teacher.account_id)
    assert (card.due_at, card.expires_at) == (moscow(MONDAY, "08:30"), moscow(MONDAY, "09:15"))


@pytest.mark.parametrize("wall", ["08:29", "09:15", "15:00"])
async def test_there_is_no_card_outside_the_lesson(
    app: App, clock: FakeClock, teacher: Person, sessions: Sessions, wall: str
) -> None:
    clock.set(wall)
    await _ring(app)

    assert await rows(sessions) == []


async def test_many_ticks_of_two_processes_ring_once(
    app: App, clock: FakeClock, teacher: Person, sessions: Sessions
) -> None:
    for wall in ("08:30", "08:31", "09:00"):
        clock.set(wall)
        await asyncio.gather(_ring(app), _ring(app))

    assert len(await rows(sessions)) == 1


async def test_who_does_not_want_cards_gets_none(
    app: App, clock: FakeClock, teacher: Person, sessions: Sessions
) -> None:
    await _wants(sessions, teacher, cards=False)
    clock.set("08:30")
    await _ring(app)

    assert await rows(sessions) == []


async def test_a_cancelled_lesson_does_not_ring(
    app: App, clock: FakeClock, teacher: Person, sessions: Sessions
) -> None:
    async with sessions() as session, session.begin():
        await session.execute(update(Lesson).values(status=LessonStatus.CANCELLED))
    clock.set("08:30")
    await _ring(app)

    assert await rows(sessions) == []
