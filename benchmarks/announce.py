"""An announcement to 3,000 families through the whole product: `python -m benchmarks.announce`.

First in peace: how long until the last family has it at Telegram's limits, and how soon an urgent word and absences
overtake it. Then in trouble: 40 parents write to their teachers while it leaves, the process is killed (SIGKILL) in the
middle and Telegram is away for a while; what was lost or doubled is counted. The exit code is 1 where anything was
lost, doubled or late. Takes about six minutes: ten minutes without Telegram are compressed to `--away` seconds (`--away
600` for the whole of them).

The product's clock is set ahead to a working day at eleven, so that nobody's quiet hours hold anything.
"""

import argparse
import asyncio
import statistics
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, select

from benchmarks.broadcast import FIRST_CHAT, gather_families
from benchmarks.processes import process
from benchmarks.town import PUPILS, Town, analyse, town
from core.actions.announcing import Part
from core.announcements import composing, sending, settings
from core.announcements.audience import set_audience
from core.app import App
from core.clock import ShiftedClock
from core.conversations.opening import open_with_family
from core.conversations.writing import write
from core.outbox import Kind, Priority, Push, Recipient, enqueue
from core.terms import Door, Role
from sandbox import Call, Limits, Person, Sandbox
from storage.models import ConversationMessage, Enrolment, Guardianship, Link, Outbox
from tests.support.school import Person as Holder
from tests.support.stage import TOKENS, USERNAMES

PRODUCT = "benchmarks.product_process"
WORDS = "Завтра в школе праздник урожая, приходите в 10:00."
BURST = "Прорвало трубу, заберите детей."
FAMILIES, WITHIN, LEAST = 3000, 120.0, 20.0
"""So many families are told in so many seconds; fewer in proportion, but no pace is told from less than the last."""
PATIENCE = 600.0
"""Seconds: a busy machine is slower, and says so in the figures."""
SOONER = 20
"""How many urgent words and absences try to overtake."""


@dataclass(frozen=True)
class Scene:
    """A school of connected families and a sandbox with their phones; `ahead`: seconds that its clock is ahead."""

    built: Town
    app: App
    ahead: float
    sandbox: Sandbox
    families: list[Recipient]
    pupils: list[int]
    director: Holder

    def reached(self, words: str) -> list[Call]:
        """Messages with these words that came to a phone."""
        sent = (c for c in self.sandbox.calls if c.code == 200 and c.method == "sendMessage")
        return [c for c in sent if words in str(c.raw.get("text", ""))]

    def chat(self, number: int) -> int:
        """The chat of a family by its place."""
        return FIRST_CHAT + number


@asynccontextmanager
async def scene(families: int) -> AsyncIterator[Scene]:
    async with town(-(-families // PUPILS)) as built:
        clock = ShiftedClock(_to_eleven(datetime.now(UTC)))
        app = App(built.sessions, clock)
        async with built.sessions() as session:
            pupils = list(await session.scalars(select(Enrolment.pupil_id).order_by(Enrolment.id).limit(families)))
        recipients = await gather_families(app, built.builder, pupils)
        director = await built.builder.connected_staff("Директорова", Role.DIRECTOR)
        await analyse(built.sessions)
        sandbox = Sandbox(limits=Limits())
        for door in Door:
            sandbox.add_bot(TOKENS[door], USERNAMES[door], str(door))
        chats = [(int(h.address.chat), Door.STAFF) for h in (*built.teachers, director)]
        for chat, door in chats + [(FIRST_CHAT + n, Door.FAMILY) for n in range(families)]:
            sandbox.add_person(Person(id=chat, name=str(chat), bots=tuple(USERNAMES.values())))
            sandbox.open_chat(chat, USERNAMES[door])
        await sandbox.start()
        yield Scene(built, app, clock.offset.total_seconds(), sandbox, recipients, pupils, director)
        await sandbox.stop()


def _to_eleven(now: datetime) -> timedelta:
    """How far ahead eleven o'clock of the next working day is (UTC is the town's zone)."""
    then = now.replace(hour=11, minute=0, second=0, microsecond=0)
    while then <= now or then.isoweekday() > 5:
        then += timedelta(days=1)
    return then - now


async def announce(on: Scene, body: str, to: tuple[Part, str], urgent: str = "") -> float:
    """Written and confirmed by the director; the monotonic second of the confirmation."""
    async with on.app.work(on.director.address) as work:
        draft = await composing.draft(work)
        draft = await set_audience(work, draft.id, to[0], to[1], on=True, seen=draft.rev)
        draft = await composing.set_words(work, draft.id, body, [], source=body[:20])
        draft = await settings.set_urgent(work, draft.id, urgent)
        await sending.confirm(work, draft.id, seen=draft.rev)
    return time.monotonic()


async def in_peace(families: int) -> list[str]:
    """The pace, and who overtakes; returns what is wrong."""
    async with scene(families) as on, process(PRODUCT, on.sandbox.url, on.built.url, str(on.ahead)):
        began = await announce(on, WORDS, (Part.EVERYBODY, ""))
        await until(lambda: len(on.reached(WORDS)) >= families // 3, "a third of the families", PATIENCE)
        urgent = await announce(on, BURST, (Part.CLASSES, str(on.built.classes[-1])), "Авария")
        absent = await _absences(on, range(families - PUPILS - SOONER, families - PUPILS))
        await until(lambda: len(on.reached(WORDS)) >= families, "every family", PATIENCE)
        await until(lambda: len(on.reached(BURST)) >= PUPILS, "every urgent word", PATIENCE)
        took = max(c.at for c in on.reached(WORDS)) - began
        print(f"in peace: {families} families in {took:.0f} s ({families / took:.1f}/s), 429: {_refused(on)}")
        print(f"          urgent words after {_delays(on.reached(BURST), urgent)}")
        print(f"          absences after {_delays(on.reached('Опоздалов'), absent)}")
        bound = max(LEAST, WITHIN * families / FAMILIES)
        slow = [f"{families} families took {took:.0f} s, at most {bound:.0f} s"] if took > bound else []
        return slow + _counts("announcements", Counter(c.person for c in on.reached(WORDS)), families)


async def in_trouble(families: int, writers: int, words: int, away: float) -> list[str]:
    """Forty people write, the process is killed in the middle, Telegram is away; returns what is wrong.

    What was in flight when it was killed may come again: whether it had arrived nobody could write down.
    """
    async with scene(families) as on:
        running = process(PRODUCT, on.sandbox.url, on.built.url, str(on.ahead))
        async with running as product:
            questions = await _teachers_write(on, writers)
            await announce(on, WORDS, (Part.EVERYBODY, ""))
            writing = [asyncio.create_task(_writes(on, n, questions[n], words)) for n in range(writers)]
            await until(lambda: len(on.reached(WORDS)) >= families // 3, "a third of the families", PATIENCE)
            product.kill()
            await product.wait()
        flying = await _rows(on, Outbox.status == "sending")
        async with process(PRODUCT, on.sandbox.url, on.built.url, str(on.ahead)):
            await until(lambda: len(on.reached(WORDS)) >= families * 2 // 3, "two thirds of the families", PATIENCE)
            on.sandbox.faults.away()
            await asyncio.sleep(away)
            on.sandbox.faults.back()
            await asyncio.gather(*writing)
            await _until_settled(on, writers * words, away + PATIENCE)
        print(f"in trouble: killed with {flying} in flight, Telegram away for {away:.0f} s, {writers} people writing")
        reached = Counter(c.person for c in on.reached(WORDS))
        heard = Counter(word for c in on.reached("слово-") for word in _word_of(c))
        return [
            *_counts("announcements", reached, families, flying),
            *_counts("words written down", Counter(await _said(on)), writers * words),
            *_counts("words on teachers' phones", heard, writers * words, flying),
        ]


async def _teachers_write(on: Scene, writers: int) -> list[int]:
    """A teacher's question to each writing family, in the chats of different classes; the messages' numbers."""
    for n in range(writers):
        teacher = on.built.teachers[_class_of(on, n)]
        async with on.app.work(teacher.address) as work:
            guardian = await _guardian(on, n)
            talk = await open_with_family(work, on.pupils[_place(on, n)], [guardian], with_pupil=False)
            await write(work, talk, f"Вопрос {n}: будете?", [], source=f"message-{n}")
    await until(lambda: len(on.reached("будете?")) >= writers, "every question", PATIENCE)
    by_chat = {c.person: c.answer["result"]["message_id"] for c in on.reached("будете?")}
    return [by_chat[on.chat(_place(on, n))] for n in range(writers)]


async def _writes(on: Scene, number: int, question: int, words: int) -> None:
    """One of the forty replies to the question again and again while the announcement leaves."""
    phone = on.sandbox.phone(on.chat(_place(on, number)), USERNAMES[Door.FAMILY])
    for turn in range(words):
        await phone.send(f"слово-{number}-{turn}.", reply_to=question)
        await asyncio.sleep(15 + number / 10)


async def _absences(on: Scene, numbers: range) -> float:
    """Absences of these families' children, as the roll writes them; the monotonic second."""
    said = {"case": 1, "pupil": "Опоздалов Пётр", "subject": "Алгебра", "lesson_no": 1, "day": "2026-11-23"}
    async with on.app.work() as work:
        await enqueue(work, [_absence(on, n, said, work.now) for n in numbers])
    return time.monotonic()


def _absence(on: Scene, number: int, said: dict[str, Any], now: datetime) -> Push:
    return Push(
        kind=Kind.ABSENCE,
        door=Door.FAMILY,
        to=on.families[number],
        facts={**said, "starts": "08:30", "ends": "09:15", "pupil_id": on.pupils[number]},
        dedupe=f"late:{number}",
        due_at=now,
        expires_at=now + timedelta(hours=1),
        priority=Priority.URGENT,
    )


async def until(condition: Callable[[], bool], what: str, seconds: float) -> None:
    """Look twice a second, so as not to take the time of what is measured. Raises TimeoutError naming it."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        await asyncio.sleep(0.5)


async def _until_settled(on: Scene, words: int, seconds: float) -> None:
    """Until nothing is left to send and every word is written down."""
    waits = Outbox.status.in_(("pending", "sending"))
    async with asyncio.timeout(seconds):
        while await _rows(on, waits) or len(await _said(on)) < words:  # noqa: ASYNC110 - the database tells nobody
            await asyncio.sleep(1)


async def _rows(on: Scene, which: ColumnElement[bool]) -> int:
    async with on.app.sessions() as session:
        return await session.scalar(select(func.count()).select_from(Outbox).where(which)) or 0


async def _said(on: Scene) -> Sequence[str]:
    async with on.app.sessions() as session:
        bodies = select(ConversationMessage.body).where(ConversationMessage.body.startswith("слово-"))
        return (await session.scalars(bodies)).all()


async def _guardian(on: Scene, number: int) -> int:
    async with on.app.sessions() as session:
        pupil = on.pupils[_place(on, number)]
        account = on.families[_place(on, number)].account_id
        speaks = select(Link.guardian_id).join(Guardianship, Guardianship.guardian_id == Link.guardian_id)
        found = speaks.where(Guardianship.pupil_id == pupil, Link.account_id == account)
        return (await session.scalars(found)).one() or 0


def _class_of(on: Scene, number: int) -> int:
    return number % len(on.built.classes)


def _place(on: Scene, number: int) -> int:
    """The place of a writer's family: one of each class, the next of each when there are more writers."""
    return _class_of(on, number) * PUPILS + number // len(on.built.classes)


def _word_of(call: Call) -> list[str]:
    text = str(call.parameters.get("text", ""))
    start = text.find("слово-")
    return [text[start : text.index(".", start)]] if start >= 0 else []


def _refused(on: Scene) -> int:
    return sum(c.code == 429 for c in on.sandbox.calls)


def _delays(calls: Sequence[Call], since: float) -> str:
    delays = sorted(c.at - since for c in calls)
    return f"{statistics.median(delays):.2f} s (median of {len(delays)}), {delays[-1]:.2f} s at most"


def _counts(what: str, received: Counter[Any], expected: int, may_double: int = 0) -> list[str]:
    """Printed; returned where anything is lost, or doubled beyond what may be."""
    lost, doubled = expected - len(received), sum(n - 1 for n in received.values())
    said = f"{what}: {len(received)} of {expected}, lost {lost}, doubled {doubled}"
    print(f"          {said}")
    return [said] if lost or doubled > may_double else []


async def main() -> int:
    """0 where nothing is lost, doubled or late, else 1."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--families", type=int, default=FAMILIES)
    options.add_argument("--writers", type=int, default=40)
    options.add_argument("--words", type=int, default=5)
    options.add_argument("--away", type=float, default=60)
    chosen = options.parse_args()
    wrong = await in_peace(chosen.families)
    wrong += await in_trouble(chosen.families, chosen.writers, chosen.words, chosen.away)
    print("\n".join(["WRONG:", *wrong]) if wrong else "nothing lost, doubled or late")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
