"""A child who has left the school: the family is told so plainly, and nothing of the diary is shown."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
import structlog
from sqlalchemy import update

from core.actions.family import FamilySettings, OpenChildDay
from core.app import App
from sandbox import Phone
from storage.models import Enrolment, Guardianship
from tests.family.conftest import Family
from tests.support.clock import FakeClock
from tests.support.school import Person, SchoolBuilder
from tests.support.stage import Scene, playing, scene

LAST_DAY = date(2026, 11, 20)
LEFT = "Пётр Иванов больше не учится в нашей школе"
ALERT = "Пётр Иванов: больше не учится в школе, дневник закрыт."


@pytest.fixture
async def stage(app: App, tmp_path: Path, clock: FakeClock) -> AsyncIterator[Scene]:
    """The product at work at 08:35 on Monday."""
    clock.set("08:35")
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_


async def expel(school: SchoolBuilder, pupil_id: int) -> None:
    """Friday was the pupil's last day."""
    async with school.sessions() as session, session.begin():
        await session.execute(update(Enrolment).where(Enrolment.pupil_id == pupil_id).values(ends=LAST_DAY))


async def opened(stage: Scene, person: Person) -> Phone:
    phone = stage.phone(person)
    await phone.send("/menu")
    await phone.sees("7Б")
    return phone


async def test_the_last_day_is_still_open(
    stage: Scene, school: SchoolBuilder, family: Family, clock: FakeClock
) -> None:
    await expel(school, family.pupil_id)
    clock.set("20:00", LAST_DAY)

    phone = await opened(stage, family.mother)

    await phone.sees("20 ноября, пятница · сегодня")


async def test_an_old_button_says_that_the_child_has_left_and_whom_to_ask(
    stage: Scene, school: SchoolBuilder, family: Family
) -> None:
    phone = await opened(stage, family.mother)
    await expel(school, family.pupil_id)

    with structlog.testing.capture_logs() as logs:
        answer = await phone.press("Неделя")

    assert answer.text == ALERT
    screen = await phone.sees(LEFT, "20 ноября, 7Б", "Классный руководитель: Классная А. И.", "в канцелярию школы")
    assert screen.labels == []
    assert not [entry for entry in logs if entry["event"] == "access_denied"]


@pytest.mark.parametrize("words", ["/start", "/menu", "Почему ничего не видно?"])
async def test_words_are_answered_with_the_same(
    stage: Scene, school: SchoolBuilder, family: Family, words: str
) -> None:
    await expel(school, family.pupil_id)
    phone = stage.phone(family.father)

    await phone.send(words)

    await phone.sees(LEFT, "Если школа выдала вам новый код")
    await phone.never_sees("Чтобы войти")


async def test_the_pupil_is_spoken_to(stage: Scene, school: SchoolBuilder, family: Family) -> None:
    pupil = await school.connected_pupil(family.pupil_id)
    await expel(school, family.pupil_id)
    phone = stage.phone(pupil)

    await phone.send("/menu")

    await phone.sees("Пётр Иванов, вы больше не учитесь в нашей школе")


async def test_a_brother_who_stays_is_shown_after_the_word(stage: Scene, school: SchoolBuilder, family: Family) -> None:
    async with school.sessions() as session, session.begin():
        session.add(Guardianship(guardian_id=family.mother.id, pupil_id=family.other_pupil_id, kinship="мать"))
    phone = await opened(stage, family.mother)
    old = phone.screen.id
    await expel(school, family.pupil_id)

    answer = await phone.press_data(OpenChildDay(family.pupil_id).pack(), old)

    assert answer.text == ALERT
    await phone.sees("Олег Сидоров, 7Б", "сегодня")


async def test_settings_of_a_family_that_left_lead_to_the_same_word(
    stage: Scene, school: SchoolBuilder, family: Family
) -> None:
    phone = await opened(stage, family.mother)
    await expel(school, family.pupil_id)

    answer = await phone.press_data(FamilySettings().pack(), phone.screen.id)

    assert answer.text == ALERT
    await phone.sees(LEFT)


async def test_a_stranger_learns_nothing_of_who_left(stage: Scene, school: SchoolBuilder, family: Family) -> None:
    phone = await opened(stage, family.stranger)
    await expel(school, family.pupil_id)

    answer = await phone.press_data(OpenChildDay(family.pupil_id).pack(), phone.screen.id)

    assert answer.text == "Нет доступа: это не ваша страница."
    await phone.never_sees("Пётр")
