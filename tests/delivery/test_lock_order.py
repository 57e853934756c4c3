"""The journal and the sender change the same rows at once, and never wait for each other in a circle."""

import asyncio

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from core.delivery.queue import Due
from core.outbox import held
from core.terms import Door, Sending
from notifications.landed import Landed, settle
from notifications.policy import Sent
from storage.models import Outbox
from tests.delivery.rows import claim, put, rows
from tests.delivery.test_changes import SUBJECT, WORD, change, leave, take_back
from tests.support.database import somebody_waits
from tests.support.school import Person, SchoolBuilder

Sessions = async_sessionmaker[AsyncSession]


@pytest.fixture
async def edit(app: App, school: SchoolBuilder) -> Due:
    """An edit on its way to the phone; the message is the first row of the outbox, the edit the second."""
    person: Person = await school.connected_guardian()
    await put(app, person, "word", kind=WORD, subject_id=SUBJECT)
    await leave(app)
    await change(app, text="иначе")
    (due,) = (await claim(app, Door.FAMILY)).due
    assert due.sending is Sending.EDIT
    return due


async def test_an_edit_that_arrived_waits_for_its_message_before_it_holds_anything(
    app: App, edit: Due, sessions: Sessions
) -> None:
    async with sessions() as journal, journal.begin():
        await journal.execute(held(Outbox.id == edit.of_id))
        settling = asyncio.create_task(_settle(app, edit, "10,11"))
        await somebody_waits(sessions)

        await journal.execute(select(Outbox.id).where(Outbox.id == edit.id).with_for_update(nowait=True))
    await settling

    message, change_ = await rows(sessions)
    assert (message.message_ref, change_.message_ref) == ("10,11", "10,11")


@pytest.mark.parametrize("command", [change, take_back])
async def test_a_change_waits_for_the_first_row_before_it_holds_the_second(
    app: App, edit: Due, sessions: Sessions, command: object
) -> None:
    async with sessions() as sender, sender.begin():
        await sender.execute(held(Outbox.id == edit.of_id))
        changing = asyncio.create_task(command(app))  # type: ignore[operator]  # parametrized
        await somebody_waits(sessions)

        await sender.execute(select(Outbox.id).where(Outbox.id == edit.id).with_for_update(nowait=True))
    await changing

    async with sessions() as session:
        assert await session.scalar(select(func.count(Outbox.id))) == 3


async def _settle(app: App, due: Due, message_ref: str) -> None:
    async with app.work() as work:
        await settle(work, [Landed(due, Sent(message_ref), message_ref)])
