"""`python -m benchmarks.inbox`: a teacher's 500 conversations with 20,000 messages, against a bare aiogram bot.

Both bots run in processes of their own against the same sandbox, in turns. Aim: the median of a page at most 2.5 times
the bare press, as for the diary, and a number of SQL statements that does not depend on how much was ever written.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from statistics import median

from sqlalchemy import select, text

from benchmarks.presses import Presser, one_by_one
from benchmarks.processes import process
from benchmarks.tap import BARE_NAME, BARE_TOKEN
from benchmarks.town import Town, analyse, town
from core.actions import Action
from core.actions.conversations import OpenConversation, OpenInbox
from core.actions.staff import StaffHome
from core.app import App, Work
from core.clock import SystemClock
from core.conversations.inbox import inbox, search
from core.conversations.reading import conversation
from core.terms import Door
from core.timetable.teaching_day import staff_desk
from sandbox import Limits, Sandbox
from sandbox import Person as Owner
from storage.models import Conversation
from tests.support.school import Person
from tests.support.stage import TOKENS, USERNAMES
from tests.support.statements import counted

TIMES = 80
TURNS = 3
CONVERSATIONS, MESSAGES, PUPILS_OF = 500, 40, 20
ALLOWED = 2.5
BARE = "a bare press"

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
    def pages(self) -> dict[str, Action]:
        """What is opened, each from the one before."""
        return {
            "the inbox": OpenInbox(),
            "its page 50": OpenInbox(400),
            "a conversation": OpenConversation(self.talk),
            "home": StaffHome(),
        }


async def main() -> None:
    """Measure in turns, count the statements with few and with many conversations, print both."""
    async with correspondence(CONVERSATIONS, MESSAGES) as built:
        await analyse(built.town.sessions)
        turns = [{**await bare_turn(built), **await product_turn(built)} for _ in range(TURNS)]
        full = await statements(built)
    async with correspondence(10, 2) as built:
        few = await statements(built)
    report({name: median(s for turn in turns for s in turn[name]) for name in turns[0]}, few, full)


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


async def bare_turn(built: Correspondence) -> dict[str, list[float]]:
    """The bare bot, pressed by one person."""
    sandbox = await _sandbox(built)
    async with process("benchmarks.bare_bot", sandbox.url, BARE_TOKEN):
        chat = int(built.teacher.address.chat)
        phone, presser = sandbox.phone(chat, BARE_NAME), Presser(sandbox, chat, BARE_NAME)
        await phone.send("/start")
        await phone.sees("Отметьте", timeout=30)
        await one_by_one(presser, 10)
        seconds = await one_by_one(presser, TIMES)
    await sandbox.stop()
    return {BARE: seconds}


async def product_turn(built: Correspondence) -> dict[str, list[float]]:
    """The product: the teacher opens each page, one after another, again and again."""
    sandbox = await _sandbox(built)
    async with process("benchmarks.product_process", sandbox.url, built.town.url):
        chat = int(built.teacher.address.chat)
        phone = sandbox.phone(chat, USERNAMES[Door.STAFF])
        sandbox.open_chat(chat, USERNAMES[Door.STAFF])
        await phone.send("/menu")
        await phone.sees("Сообщения", timeout=60)
        found = await _opened(built, sandbox, chat)
    await sandbox.stop()
    return found


async def _opened(built: Correspondence, sandbox: Sandbox, chat: int) -> dict[str, list[float]]:
    presser = Presser(sandbox, chat, USERNAMES[Door.STAFF])
    pages = {name: action.pack() for name, action in built.pages.items()}
    found: dict[str, list[float]] = {name: [] for name in pages}
    for number in range(TIMES + 5):
        for name, data in pages.items():
            seconds = await presser.press(data)
            if number >= 5:  # the first ones warm up
                found[name].append(seconds)
    return found


async def _sandbox(built: Correspondence) -> Sandbox:
    sandbox = Sandbox(limits=Limits(enforced=False))
    sandbox.add_bot(BARE_TOKEN, BARE_NAME, "Bare")
    for door in Door:
        sandbox.add_bot(TOKENS[door], USERNAMES[door], str(door))
    chat = int(built.teacher.address.chat)
    sandbox.add_person(Owner(id=chat, name=str(chat), bots=(BARE_NAME, *USERNAMES.values())))
    await sandbox.start()
    return sandbox


async def statements(built: Correspondence) -> dict[str, int]:
    """The SQL statements of each page, opened a second time (the first time marks as read)."""
    app = App(built.town.sessions, SystemClock())
    reads: dict[str, Callable[[Work], Awaitable[object]]] = {
        "home": staff_desk,
        "the inbox": inbox,
        "its page 50": lambda work: inbox(work, 400),
        "a conversation": lambda work: conversation(work, built.talk),
        "a search": lambda work: search(work, "контрольная"),
    }
    found = {}
    for name, read in reads.items():
        for _ in range(2):
            with counted(built.town.sessions) as seen:
                async with app.work(built.teacher.address) as work:
                    await read(work)
        found[name] = len(seen)
    return found


def report(medians: dict[str, float], few: dict[str, int], full: dict[str, int]) -> None:
    """Medians beside the bare press, and the statements with few and with many conversations."""
    bare = medians.pop(BARE) * 1e3
    print(f"bare press: {bare:.1f} ms; allowed: {ALLOWED} times that")
    print(f"{'':20}{'ms':>8}{'ratio':>8}   SQL: 10, {CONVERSATIONS} conversations")
    for name, counts in few.items():
        times = f"{medians[name] * 1e3:8.1f}{medians[name] * 1e3 / bare:8.2f}" if name in medians else " " * 16
        print(f"{name:20}{times}   {counts}, {full[name]}")


if __name__ == "__main__":
    asyncio.run(main())
