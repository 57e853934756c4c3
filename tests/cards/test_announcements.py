"""A card says how many announcements wait for an answer, and leads to them; they alone make no card."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from core.terms import Acknowledgement
from storage.models import Announcement, AnnouncementReader
from tests.cards.conftest import Home
from tests.support.clock import MONDAY, moscow
from tests.support.school import Person, days_after
from tests.support.stage import playing, scene

LINE = "Ждут вашего ответа объявления:"


async def _published(home: Home, *children: int, of: Person | None = None, on: date = MONDAY, **more: Any) -> int:
    """An announcement for the mother (or another guardian) of the children that asks to be read; its id."""
    asked = {"acknowledgement": Acknowledgement.READ, **more}
    at = moscow(on, "12:00")
    row = await home.add(
        Announcement(made_by=home.teacher.id, made_at=at, confirmed_at=at, published_at=at, body="Собрание", **asked)
    )
    for child in children:
        reader = {"guardian_id": (of or home.mother).id, "child_id": child}
        await home.add(AnnouncementReader(announcement_id=row.id, class_id=home.class_id, **reader))
    return int(row.id)


async def test_an_announcement_for_two_children_is_one_and_has_a_button(home: Home) -> None:
    await _published(home, home.petr, home.anna)
    await _published(home, home.petr)

    await home.tick()

    assert (await home.text()).splitlines()[-1] == f"{LINE} 2"
    assert [(b.label, b.data) for b in (await home.screen()).rows[-1]] == [("Объявления · 2", "oo:0")]


@pytest.mark.parametrize(
    "more",
    [
        {"acknowledgement": Acknowledgement.NONE},
        {"ends_on": days_after(-1)},
        {"on": days_after(-8)},
    ],
)
async def test_what_asks_nothing_is_over_or_was_long_left_is_not_counted(home: Home, more: dict[str, Any]) -> None:
    await _published(home, home.petr, **more)

    await home.tick()

    assert LINE not in await home.text()


async def test_each_parent_is_told_of_the_own_answers(home: Home) -> None:
    father = await home.school.connected_guardian(home.petr)
    await _published(home, home.petr, of=father)

    await home.tick()

    assert LINE not in await home.text()
    assert f"{LINE} 1" in await home.text(father)


async def test_what_was_answered_or_taken_back_waits_no_more(home: Home) -> None:
    answered, withdrawn = await _published(home, home.petr), await _published(home, home.petr)
    read = update(AnnouncementReader).where(AnnouncementReader.announcement_id == answered)
    await home.run(read.values(read_at=moscow(MONDAY, "13:00")))
    back = {"withdrawn_by": home.teacher.id, "withdrawn_at": moscow(MONDAY, "13:00")}
    await home.run(update(Announcement).where(Announcement.id == withdrawn).values(**back))

    await home.tick()

    assert LINE not in await home.text()


async def test_announcements_alone_make_no_card(home: Home) -> None:
    friday = days_after(4)
    await _published(home, home.petr, on=friday)

    await home.tick(day=friday)

    assert await home.cards() == []


async def test_the_button_of_a_card_opens_the_board(home: Home, tmp_path: Path) -> None:
    await _published(home, home.petr)
    home.clock.set("19:00")
    async with scene(tmp_path) as stage, playing(home.app, stage):
        phone = stage.phone(home.mother)
        await phone.start()
        card = await phone.sees(f"{LINE} 1")

        await phone.press("Объявления · 1", message=card.id)

        await phone.sees("Собрание")
