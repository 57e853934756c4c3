"""`python -m benchmarks.inbox`: a teacher's 500 conversations with 20,000 messages, against a bare aiogram bot.

Both bots run in processes of their own against the same sandbox, in turns. Aim: the median of a page at most 2.5 times
the bare press, as for the diary, and a number of SQL statements that does not depend on how much was ever written.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sqlalchemy import select, text

from benchmarks.pages import Reader, in_turns, report, statements
from benchmarks.town import Town, town
from core.actions import Action
from core.actions.conversations import OpenConversation, OpenInbox
from core.actions.staff import StaffHome
from core.app import Work
from core.conversations.inbox import inbox, search
from core.conversations.reading import conversation
from core.days.teaching_day import staff_desk
from core.terms import Door
from storage.models import Conversation
from tests.support.school import Person

CONVERSATIONS, MESSAGES, PUPILS_OF = 500, 40, 20

# The teacher writes and is written to by turns; every tenth conversation has three unread messages.
_TALKS = text("""
    INSERT INTO conversation (key, pupil_id, opened_at, last_at)
    SELECT 'bench:' || n, (SELECT id FROM pupil ORDER BY id OFFSET n % :pupils LIMIT 1),
           now() - n * interval '1 hour', now() - n * interval '1 minute' FROM generate_series(1, :talks) n
""")
_SIDES = text("""
    INSERT INTO participant (conversation_id, staff_id, guardian_id, joined_at, unread)
    SELECT c.id, CAST(:teacher AS int), NULL::int, c.opened_at, CASE WHEN c.id % 10 = 0 THEN 3 ELSE 0 END
      FROM conversation c
    UNION ALL SELECT c.id, NULL, g.guardian_id, c.opened_at, 0 FROM conversation c
      JOIN LATERAL (SELECT guardian_id FROM guardianship t WHERE t.pupil_id = c.pupil_id LIMIT 1) g ON true
""")
_WORDS = text("""
    INSERT INTO conversation_message (conversation_id, participant_id, staff_id, body, sent_at)
    SELECT p.conversation_id, p.id, p.staff_id,
           'Сообщение номер ' || n || ': спасибо, про контрольную понятно.', c.opened_at + n * interval '1 second'
      FROM conversation c CROSS JOIN generate_series(1, :each) n
      JOIN LATERAL (SELECT * FROM participant p WHERE p.conversation_id = c.id ORDER BY p.id OFFSET n % 2 LIMIT 1) p
        ON true
""")


@dataclass(frozen=True)
class Correspondence:
    """A teacher with many conversations; `talk` is one of them."""

    town: Town
    teacher: Person
    talk: int

    @property
    def reader(self) -> Reader:
        """The teacher, and what is opened, each from the one before."""
        pages: dict[str, Action] = {
            "the inbox": OpenInbox(),
            "its page 50": OpenInbox(400),
            "a conversation": OpenConversation(self.talk),
            "home": StaffHome(),
        }
        return Reader(self.town, self.teacher, Door.STAFF, "Сообщения", pages)


async def main() -> None:
    """Measure in turns, count the statements with few and with many conversations, print both."""
    async with correspondence(CONVERSATIONS, MESSAGES) as built:
        medians = await in_turns(built.reader)
        full = await sql(built)
    async with correspondence(10, 2) as built:
        few = await sql(built)
    report(medians, f"10, {CONVERSATIONS} conversations", few, full)


@asynccontextmanager
async def correspondence(talks: int, each: int) -> AsyncIterator[Correspondence]:
    """A school of three classes; the first teacher has so many conversations of so many messages each."""
    async with town(3) as built:
        teacher = built.teachers[1]
        async with built.sessions() as session, session.begin():
            pupils = await session.scalars(text("SELECT id FROM pupil ORDER BY id LIMIT :n"), {"n": PUPILS_OF})
            ids = list(pupils)
        for pupil in ids:
            await built.builder.connected_guardian(pupil)
        async with built.sessions() as session, session.begin():
            await session.execute(_TALKS, {"talks": talks, "pupils": PUPILS_OF})
            await session.execute(_SIDES, {"teacher": teacher.id})
            await session.execute(_WORDS, {"each": each})
            talk = await session.scalar(select(Conversation.id).order_by(Conversation.id).limit(1)) or 0
        yield Correspondence(built, teacher, talk)


async def sql(built: Correspondence) -> dict[str, int]:
    """How many statements each page takes."""
    reads: dict[str, Callable[[Work], Awaitable[object]]] = {
        "home": staff_desk,
        "the inbox": inbox,
        "its page 50": lambda work: inbox(work, 400),
        "a conversation": lambda work: conversation(work, built.talk),
        "a search": lambda work: search(work, "контрольная"),
    }
    return await statements(built.reader, reads)


if __name__ == "__main__":
    asyncio.run(main())
