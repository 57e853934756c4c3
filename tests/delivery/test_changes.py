"""What was told already: changed or taken back on the phones."""

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core import outbox
from core.app import App
from core.delivery import queue
from core.outbox import Kind
from core.terms import ConsentAnswer, Delivery, Door, Sending
from tests.delivery.rows import claim, only_row, put, rows
from tests.support.school import Person, SchoolBuilder

Sessions = async_sessionmaker[AsyncSession]
WORD = Kind.TASK_GIVEN
SUBJECT = 7


@pytest.fixture
async def person(school: SchoolBuilder) -> Person:
    return await school.connected_guardian()


async def told(app: App, person: Person, *names: str, **values: Any) -> None:
    await put(app, person, *(names or ("word",)), kind=WORD, subject_id=SUBJECT, **values)


async def leave(app: App, message_ref: str = "10") -> None:
    """What is due is claimed and reaches the phone."""
    for due in (await claim(app, Door.FAMILY)).due:
        async with app.work() as work:
            await queue.sent(work, due, message_ref)


async def change(app: App, **facts: Any) -> None:
    async with app.work() as work:
        await outbox.change_told(work, WORD, SUBJECT, facts)


async def take_back(app: App) -> int:
    async with app.work() as work:
        return await outbox.untell(work, WORD, SUBJECT)


async def test_what_waits_leaves_with_the_new_facts(app: App, person: Person, sessions: Sessions) -> None:
    await told(app, person, facts={"body": "old", "urgent": False})
    await change(app, body="new")

    row = await only_row(sessions)
    assert (row.facts, row.status) == ({"body": "new", "urgent": False}, Delivery.PENDING)


async def test_what_has_left_is_edited_in_its_order(app: App, person: Person, sessions: Sessions) -> None:
    await told(app, person, facts={"body": "old", "urgent": False})
    await leave(app)
    await change(app, body="new")

    message, edit = await rows(sessions)
    assert (edit.sending, edit.of_id, edit.subject_id, edit.order_key) == (
        Sending.EDIT,
        message.id,
        None,
        message.order_key,
    )
    assert edit.facts == {"body": "new", "urgent": False}


async def test_a_message_on_its_way_is_edited_once_it_arrived(app: App, person: Person, sessions: Sessions) -> None:
    await told(app, person)
    claimed = await claim(app, Door.FAMILY)
    await change(app, body="new")
    before = await claim(app, Door.FAMILY)
    async with app.work() as work:
        await queue.sent(work, claimed.due[0], "10")
    (edit,) = (await claim(app, Door.FAMILY)).due

    assert before.due == []
    assert (edit.sending, edit.refs, edit.facts) == (Sending.EDIT, ("10",), {"body": "new"})


async def test_of_two_quick_changes_the_last_one_leaves(app: App, person: Person, sessions: Sessions) -> None:
    await told(app, person, facts={"body": "old", "urgent": False})
    await leave(app)
    await change(app, urgent=True)
    await change(app, body="new")

    _, edit = await rows(sessions)
    assert edit.facts == {"body": "new", "urgent": True}


async def test_each_later_change_is_an_edit_of_its_own(app: App, person: Person, sessions: Sessions) -> None:
    await told(app, person)
    await leave(app)
    for body in ("first", "second", "third"):
        await change(app, body=body)
        await leave(app)

    _, *edits = await rows(sessions)
    assert [e.facts["body"] for e in edits] == ["first", "second", "third"]
    assert {e.status for e in edits} == {Delivery.SENT}


async def test_an_edit_of_a_message_that_never_left_is_dropped(app: App, person: Person, sessions: Sessions) -> None:
    await told(app, person)
    claimed = await claim(app, Door.FAMILY)
    await change(app, body="new")
    async with app.work() as work:
        await queue.failed(work, claimed.due[0], "refused")
    assert (await claim(app, Door.FAMILY)).due == []

    _, edit = await rows(sessions)
    assert (edit.status, edit.error) == (Delivery.SUPERSEDED, "never-left")


async def test_what_waits_is_taken_back_silently(app: App, person: Person, sessions: Sessions) -> None:
    await told(app, person)

    assert await take_back(app) == 1
    assert (await only_row(sessions)).status == Delivery.SUPERSEDED


async def test_what_has_left_is_deleted_and_its_edit_is_dropped(app: App, person: Person, sessions: Sessions) -> None:
    await told(app, person)
    await leave(app, "10,11")
    await change(app, body="new")
    taken = await take_back(app)
    (deletion,) = (await claim(app, Door.FAMILY)).due

    _, edit, _ = await rows(sessions)
    assert (taken, edit.status) == (1, Delivery.SUPERSEDED)
    assert (deletion.sending, deletion.refs) == (Sending.DELETE, ("10", "11"))


async def test_a_message_is_taken_back_once_and_edited_no_more(app: App, person: Person, sessions: Sessions) -> None:
    await told(app, person)
    await leave(app)
    await take_back(app)

    assert await take_back(app) == 0
    await change(app, body="new")
    assert [r.sending for r in await rows(sessions)] == [Sending.NEW, Sending.DELETE]


async def test_a_part_that_is_on_the_phone_already_is_deleted_too(app: App, person: Person, sessions: Sessions) -> None:
    await told(app, person)
    (due,) = (await claim(app, Door.FAMILY)).due
    async with app.work() as work:
        await queue.retry(work, due, queue.LEASE, "network", arrived="10")
    await take_back(app)

    (deletion,) = (await claim(app, Door.FAMILY)).due
    assert deletion.refs == ("10",)


async def test_what_somebody_may_not_hear_any_more_is_still_taken_from_the_phone(
    app: App, person: Person, school: SchoolBuilder
) -> None:
    await told(app, person)
    await leave(app)
    await change(app, body="new")
    await school.consent(person, ConsentAnswer.WITHDRAWN, guardian_id=person.id)
    assert (await claim(app, Door.FAMILY)).due == []
    await take_back(app)

    (deletion,) = (await claim(app, Door.FAMILY)).due
    assert deletion.sending == Sending.DELETE
