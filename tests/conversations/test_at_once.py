"""Two who do something with a conversation at the same moment."""

import asyncio
from datetime import timedelta

from sqlalchemy import text

from core.conversations import handing, muting
from core.outbox import Kind
from tests.conversations.conftest import Circle

WAITS = text("SELECT count(*) FROM pg_locks WHERE NOT granted")


async def test_words_written_while_a_conversation_is_handed_over_stop_neither(circle: Circle) -> None:
    talk = await circle.open_to(circle.leader)
    await circle.say(circle.mother, talk)

    async def hand_over() -> int:
        async with circle.app.work(circle.director.address) as work:
            return await handing.hand_over(work, circle.leader.id, circle.physicist.id)

    async with circle.school.sessions() as writer, writer.begin():  # as core/conversations/storing.py writes
        await writer.execute(text("SELECT FROM conversation WHERE id = :id FOR UPDATE"), {"id": talk})
        handed = asyncio.create_task(hand_over())
        async with circle.school.sessions() as watch:
            while not await watch.scalar(WAITS):  # noqa: ASYNC110 - the database tells nobody
                await asyncio.sleep(0.01)
        await writer.execute(text("UPDATE participant SET unread = unread + 1 WHERE staff_id IS NOT NULL"))

    assert await handed == 1
    assert [line.unread for line in (await circle.inbox(circle.physicist)).lines] == [2]


async def test_a_silence_confirmed_on_two_phones_at_once_is_one_and_told_once(circle: Circle) -> None:
    until = circle.app.clock.now() + timedelta(days=1)

    async def mute() -> int:
        async with circle.app.work(circle.leader.address) as work:
            return (await muting.mute(work, "guardian", circle.mother.id, until, "Ругается")).mute_id

    first, second = await asyncio.gather(mute(), mute())

    assert first == second
    assert len(await circle.outbox(Kind.MUTED)) == 1
