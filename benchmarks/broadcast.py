"""Many guardians with a message each: in the database, and with their phones in a sandbox."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from benchmarks.town import analyse
from core.app import App
from core.outbox import Kind, Priority, Push, Recipient, enqueue
from core.terms import ConsentAnswer, Door
from sandbox import Person, Sandbox
from storage.models import Account, Consent, ConsentWording, Guardian, Guardianship, Link
from tests.support.school import WRITTEN, SchoolBuilder

TOKEN = "42:broadcast"
BOT = "family_bot"
FIRST_CHAT = 1_000_000


@dataclass(frozen=True)
class Crowd:
    """Connected guardians of one pupil, all with consent."""

    pupil: int
    recipients: list[Recipient]


async def gather_crowd(app: App, builder: SchoolBuilder, pupil: int, size: int) -> Crowd:
    """Guardians of one pupil, with accounts, links and consents."""
    return Crowd(pupil, await gather_families(app, builder, [pupil] * size))


async def gather_families(app: App, builder: SchoolBuilder, pupils: Sequence[int]) -> list[Recipient]:
    """A connected guardian with a consent for each pupil named, a statement a table."""
    size = len(pupils)
    async with app.sessions() as session, session.begin():
        guardians = await _add(
            session, Guardian, [{"surname": f"Родитель{n}", "given_name": "Мария"} for n in range(size)]
        )
        common = {"channel": "telegram", "door": Door.FAMILY, "language": "ru", "seen_at": WRITTEN}
        accounts = await _add(
            session,
            Account,
            [{**common, "address": str(FIRST_CHAT + n), "created_at": WRITTEN} for n in range(size)],
        )
        pairs = list(zip(guardians, accounts, strict=True))
        links = await _add(
            session, Link, [{"account_id": a, "guardian_id": g, "created_at": WRITTEN} for g, a in pairs]
        )
        wording = await session.scalar(select(ConsentWording.id).limit(1))
        given = {"wording_id": wording, "answer": ConsentAnswer.GIVEN, "at": WRITTEN}
        ties = [{"guardian_id": g, "pupil_id": pupil} for g, pupil in zip(guardians, pupils, strict=True)]
        await session.execute(insert(Guardianship), ties)
        await session.execute(insert(Consent), [{**given, "guardian_id": g, "account_id": a} for g, a in pairs])
    await analyse(builder.sessions)
    return [Recipient(a, link) for a, link in zip(accounts, links, strict=True)]


async def _add(session: AsyncSession, model: type[Any], rows: list[dict[str, Any]]) -> Sequence[int]:
    return (await session.scalars(insert(model).returning(model.id, sort_by_parameter_order=True), rows)).all()


async def open_phones(sandbox: Sandbox, size: int) -> None:
    """A phone with the bot started for each guardian."""
    sandbox.add_bot(TOKEN, BOT, "Дневник")
    for chat in range(FIRST_CHAT, FIRST_CHAT + size):
        sandbox.add_person(Person(id=chat, name=f"Родитель {chat}", bots=(BOT,)))
        await sandbox.phone(chat, BOT).start()


async def broadcast(app: App, crowd: Crowd) -> None:
    """A message to each, as an absence is written but of the least priority."""
    facts = {
        "case": 1,
        "pupil_id": crowd.pupil,
        "pupil": "Иванов Пётр",
        "subject": "Алгебра",
        "lesson_no": 1,
        "day": "2026-11-23",
        "starts": "08:30",
        "ends": "09:15",
    }
    async with app.work() as work:
        shared: dict[str, Any] = {"due_at": work.now, "expires_at": work.now + timedelta(hours=1)}
        notices = [
            Push(Kind.ABSENCE, Door.FAMILY, to, facts, "broadcast", priority=Priority.BROADCAST, **shared)
            for to in crowd.recipients
        ]
        await enqueue(work, notices)
