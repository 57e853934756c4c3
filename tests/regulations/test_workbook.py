"""The school's rules as its workbook names them."""

from datetime import date, time

import pytest

from core.app import App
from core.workbook.importing import import_workbook
from tests.regulations.choosing import LATER, TODAY, bring, change, running
from tests.regulations.conftest import Office
from tests.support.school import SchoolBuilder
from tests.workbook.books import changed
from tests.workbook.test_faults import row


async def load_book(app: App, regulation: str) -> bool:
    """Whether the book was taken in."""
    async with app.work() as work:
        report = await import_workbook(work, changed(row("Школа", "Регламент", regulation)), "school.xlsx")
    return report.applied


@pytest.fixture
async def registered(app: App, school: SchoolBuilder) -> App:
    """A school that came in from a workbook, under the default rules."""
    assert await load_book(app, "default")
    return app


async def chosen_names(app: App) -> list[tuple[date, str]]:
    async with app.work() as work:
        return [(since, r.name) for since, r in work.school.regulations]


async def test_the_workbook_chooses_from_today_and_the_same_book_again_changes_nothing(registered: App) -> None:
    before = await chosen_names(registered)

    await load_book(registered, "rso")
    once = await chosen_names(registered)
    await load_book(registered, "rso")

    assert once == [*before, (TODAY, "rso")]
    assert await chosen_names(registered) == once


async def test_the_workbook_leaves_single_changes_and_later_choices_alone(registered: App, office: Office) -> None:
    await change(registered, office.director, "roll", "t18")
    await change(registered, office.director, "lic68", since=LATER)
    made = await chosen_names(registered)

    await load_book(registered, "default")
    assert await chosen_names(registered) == made

    await load_book(registered, "kam")
    assert (await running(registered, TODAY))[0] == "kam"
    assert (await running(registered, LATER))[0] == "lic68"


async def test_the_workbook_knows_the_schools_own_file(registered: App, office: Office) -> None:
    assert not await load_book(registered, "Наш регламент.toml")

    await bring(registered, office.director)
    assert await load_book(registered, "Наш регламент.toml")

    assert await running(registered, TODAY) == ("наш-регламент", time(20))
