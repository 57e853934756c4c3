"""Families hear once when a new workbook changes the lessons of today or tomorrow."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select, update

from core.app import App
from core.outbox import Kind
from core.terms import Door
from locales import LANGUAGES, translator
from notifications.rendering import render
from storage.models import Account, Guardian, Outbox
from tests.support.clock import FakeClock
from tests.support.school import Person, SchoolBuilder
from tests.workbook.books import Sheets, load, only
from tests.workbook.test_lessons import wednesday_goes_to_friday

TUESDAY, WEDNESDAY = date(2026, 11, 24), date(2026, 11, 25)


@pytest.fixture
async def mother(app: App, school: SchoolBuilder, clock: FakeClock) -> Person:
    """Яна Громова's, of 7Б, who has algebra on Wednesday's first hour; it is Tuesday noon."""
    clock.set("12:00", TUESDAY)
    await load(app)
    async with app.work() as work:
        guardian = await work.session.scalar(select(Guardian.id).where(Guardian.surname == "Громова"))
    assert guardian is not None
    person = await school.connect(Door.FAMILY, guardian_id=guardian)
    await school.consent(person, guardian_id=guardian)
    return person


def in_room(room: str) -> Sheets:
    """7Б's algebra of Wednesday is held elsewhere."""
    sheets = only("Расписание")
    sheets["Расписание"][4][5] = room
    return sheets


async def waiting(app: App) -> list[Outbox]:
    async with app.work() as work:
        rows = select(Outbox).where(Outbox.kind == Kind.TIMETABLE_CHANGED, Outbox.status == "pending")
        return list(await work.session.scalars(rows.order_by(Outbox.id)))


async def test_tomorrow_s_new_lessons_are_told_in_the_evening(app: App, mother: Person) -> None:
    await load(app, in_room("305"))

    (told,) = await waiting(app)
    (lesson,) = told.facts["lessons"]
    async with app.work() as work:
        due = work.local(told.due_at)
    assert told.account_id == mother.account_id
    assert (lesson["subject"], lesson["number"], lesson["starts"], lesson["room"]) == ("Алгебра", 1, "08:30", "305")
    assert (told.facts["day"], due.date(), f"{due:%H:%M}") == (WEDNESDAY.isoformat(), TUESDAY, "18:00")


async def test_a_day_that_lost_its_lessons_says_so(app: App, mother: Person) -> None:
    await load(app, wednesday_goes_to_friday())

    (told,) = await waiting(app)
    assert told.facts["lessons"] == []
    assert "Уроков нет" in render(told.kind, told.facts, translator("ru")).text


async def test_two_workbooks_in_a_row_are_told_once_and_one_that_takes_it_back_not_at_all(
    app: App, mother: Person
) -> None:
    await load(app, in_room("305"))
    await load(app, in_room("306"))
    (told,) = await waiting(app)
    assert told.facts["lessons"][0]["room"] == "306"

    await load(app, in_room("201"))

    assert await waiting(app) == []


async def test_today_s_lessons_still_ahead_are_told_at_once_whatever_was_chosen(
    app: App, mother: Person, clock: FakeClock
) -> None:
    await choose(app, mother, timetable_news=False)
    clock.set("07:30", WEDNESDAY)

    await load(app, in_room("305"))

    (told,) = await waiting(app)
    assert (told.facts["today"], told.due_at, told.priority) == (True, clock.now(), 0)


async def test_who_wants_no_news_of_tomorrow_hears_nothing(app: App, mother: Person) -> None:
    await choose(app, mother, timetable_news=False)

    await load(app, in_room("305"))

    assert await waiting(app) == []


async def test_a_workbook_that_changes_later_days_only_tells_nothing(app: App, mother: Person) -> None:
    sheets = only("Расписание")
    sheets["Расписание"][5][5] = "305"

    await load(app, sheets)

    assert await waiting(app) == []


async def test_lessons_that_are_over_are_no_news(app: App, mother: Person, clock: FakeClock) -> None:
    clock.set("10:00", WEDNESDAY)

    await load(app, in_room("305"))

    assert await waiting(app) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_reads_in_every_language(language: str) -> None:
    lesson = {"number": 1, "starts": "08:30", "ends": "09:15", "subject": "Алгебра", "group": "", "room": "305"}
    facts = {"pupil_id": 1, "pupil": "Громова Яна", "day": "2026-11-25", "before": [], "lessons": [lesson]}

    for today in (True, False):
        said = render(Kind.TIMETABLE_CHANGED, {**facts, "today": today}, translator(language))
        assert "Алгебра" in said.text
        assert "305" in said.text


async def choose(app: App, person: Person, **values: Any) -> None:
    async with app.work() as work:
        await work.session.execute(update(Account).where(Account.id == person.account_id).values(**values))
