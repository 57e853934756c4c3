"""What comes by itself obeys the person: through the phone, and in what waits to be sent."""

from collections.abc import AsyncIterator
from datetime import time
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core import notice_choices
from core.app import App
from core.errors import ButtonOutdated, NotConnected
from core.outbox import Kind, Priority
from core.terms import Delivery, Door, MarkNotices
from sandbox import Phone
from storage.models import AuditEntry, Outbox
from tests.delivery.rows import put
from tests.family.conftest import Enter, Family
from tests.support.school import Person, SchoolBuilder
from tests.support.stage import Scene, playing, scene

Sessions = async_sessionmaker[AsyncSession]


@pytest.fixture
async def stage(app: App, tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_


@pytest.fixture
async def mother(stage: Scene, family: Family) -> Phone:
    phone = stage.phone(family.mother)
    await phone.send("/settings")
    await phone.sees("Настройки")
    await phone.press("Уведомления")
    await phone.sees("Что приходит на этот телефон")
    return phone


async def test_every_choice_by_phone(mother: Phone, enter: Enter, family: Family) -> None:
    assert mother.screen.labels[:6] == [
        "Отметки: сразу",
        "Вечерняя карточка: 19:00",
        "Итоги недели в субботу: да",
        "Изменения заданий: да",
        "Изменения уроков и события: да",
        "Тихие часы: нет",
    ]

    await mother.press("Отметки:")
    await mother.press("сразу только 3 и ниже")
    await mother.press("Вечерняя карточка")
    await mother.press("20:00")
    for choice in ("Итоги недели", "Изменения заданий", "Изменения уроков"):
        await mother.press(choice)
    await mother.press("Тихие часы")
    await mother.press("21:00–07:00")

    async with enter(family.mother) as work:
        chosen = await notice_choices.notice_choices(work)
    assert chosen == notice_choices.NoticeChoices(
        MarkNotices.LOW, time(20), False, False, False, time(21), time(7), True
    )
    async with enter(family.father) as work:
        assert (await notice_choices.notice_choices(work)).marks is MarkNotices.AT_ONCE


async def test_what_is_never_switched_off_is_said(mother: Phone) -> None:
    await mother.sees(
        "ребёнка нет на уроке", "изменились уроки на сегодня", "не успевает", "объявления", "личные задания"
    )


async def test_marks_in_a_card_that_does_not_come(mother: Phone) -> None:
    await mother.press("Вечерняя карточка")
    await mother.press("Не присылать")
    assert "Вечерняя карточка: нет" in mother.screen.labels
    await mother.press("Отметки:")
    await mother.press("в вечерней карточке")
    assert "Вечерняя карточка: 19:00" in mother.screen.labels
    await mother.press("Вечерняя карточка")
    await mother.press("Не присылать")
    await mother.sees("а она не приходит")


async def test_a_pupil_s_own_phone_gets_no_card_unasked(school: SchoolBuilder, family: Family, enter: Enter) -> None:
    pupil = await school.connected_pupil(family.pupil_id)
    async with enter(pupil) as work:
        chosen = await notice_choices.notice_choices(work)
    assert (chosen.evening_at, chosen.guardian) == (None, False)


async def test_a_stranger_chooses_nothing(enter: Enter, school: SchoolBuilder) -> None:
    nobody = await school.connect(Door.FAMILY, guardian_id=await school.guardian())
    async with enter(nobody) as work:
        for refused in (
            notice_choices.notice_choices(work),
            notice_choices.set_mark_notices(work, MarkNotices.OFF),
            notice_choices.set_week_card(work, on=False),
        ):
            with pytest.raises(NotConnected):
                await refused


@pytest.mark.parametrize("hour", [0, 16, 23, 2**31 - 1])
async def test_an_hour_that_is_not_offered(enter: Enter, family: Family, hour: int) -> None:
    async with enter(family.mother) as work:
        with pytest.raises(ButtonOutdated):
            await notice_choices.set_evening_card(work, hour)


async def test_a_choice_leaves_one_line_of_the_trace(enter: Enter, family: Family, sessions: Sessions) -> None:
    for _ in range(2):
        async with enter(family.mother) as work:
            await notice_choices.set_homework_news(work, on=False)
    async with sessions() as session:
        (line,) = await session.scalars(select(AuditEntry).where(AuditEntry.action == "account.homework_news"))
    assert (line.before, line.after) == ({"homework_news": "True"}, {"homework_news": "False"})


@pytest.mark.parametrize(
    ("kind", "priority", "stays"),
    [
        (Kind.HOMEWORK_CHANGED, Priority.PERSONAL, False),
        (Kind.HOMEWORK_WITHDRAWN, Priority.PERSONAL, False),
        (Kind.LESSONS_CHANGED, Priority.PERSONAL, False),
        (Kind.LESSONS_CHANGED, Priority.URGENT, True),
        (Kind.ABSENCE, Priority.URGENT, True),
    ],
)
async def test_what_waits_obeys_the_new_choice(
    app: App, enter: Enter, family: Family, sessions: Sessions, kind: Kind, priority: Priority, stays: bool
) -> None:
    await put(app, family.mother, "mine", kind=kind, priority=priority)
    await put(app, family.father, "his", kind=kind, priority=priority)

    async with enter(family.mother) as work:
        await notice_choices.set_homework_news(work, on=False)
        await notice_choices.set_timetable_news(work, on=False)

    assert await _waiting(sessions, family.father)
    assert bool(await _waiting(sessions, family.mother)) is stays


@pytest.mark.parametrize("kind", [Kind.CLASS_EVENT, Kind.CLASS_EVENT_REMINDER])
@pytest.mark.parametrize("asks", [False, True])
async def test_an_event_that_waits_obeys_unless_it_asks_who_comes(
    app: App, enter: Enter, family: Family, sessions: Sessions, kind: Kind, asks: bool
) -> None:
    await put(app, family.mother, "event", kind=kind, priority=Priority.BROADCAST, facts={"asks": asks})

    async with enter(family.mother) as work:
        await notice_choices.set_timetable_news(work, on=False)

    assert bool(await _waiting(sessions, family.mother)) is asks


async def _waiting(sessions: Sessions, person: Person) -> list[Outbox]:
    found = select(Outbox).where(Outbox.account_id == person.account_id, Outbox.status == Delivery.PENDING)
    async with sessions() as session:
        return list(await session.scalars(found))
