"""What goes to the phones when somebody writes (C1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import text

from core.actions.conversations import WriteMessage, WriteTalk
from core.app import Work
from core.conversations.facts import Spans
from core.conversations.heads import Head
from core.conversations.sides import Hours, Party, Phone, there
from core.outbox import Kind, Priority, Push, enqueue
from core.terms import Door

KEPT_FOR = timedelta(days=30)
"""So long a message tries to reach a phone; it stands in the conversation whatever becomes of that."""
ALBUM_SETTLES = timedelta(seconds=3)
"""The parts of an album come one by one and leave together."""


@dataclass(frozen=True)
class Writing:
    """A message about to be told: what it says and who says it. `office`: the code of the office spoken for."""

    message_id: int
    head: Head
    body: str
    spans: Spans
    files: tuple[int, ...]
    author: str
    what: str
    office: str
    urgent: str
    door: Door
    album: bool = False

    def facts(self, party: Party) -> dict[str, Any]:
        """Frozen for a side: the reply and the right depend on whose it is."""
        conversation = self.head.id
        family = party.door is Door.FAMILY
        reply = WriteTalk(conversation) if family else WriteMessage(conversation)
        facts: dict[str, Any] = {
            "conversation": conversation,
            "message": self.message_id,
            "topic": self.head.topic,
            "body": self.body,
            "spans": self.spans,
            "files": list(self.files),
            "author": self.author,
            "what": self.what,
            "office": self.office,
            "about": self.head.about,
            "lesson": self.head.lesson,
            "urgent": self.urgent,
            "edited": False,
            "reply": reply.pack(),
        }
        return facts | _right(party, self.head.pupil_id)


def _right(party: Party, pupil_id: int | None) -> dict[str, int]:
    """By which a family hears of it, asked again when it is sent."""
    return {"pupil_id": pupil_id} if party.door is Door.FAMILY and pupil_id is not None else {}


def pushes(work: Work, writing: Writing, parties: Iterable[Party], hours: Hours) -> list[Push]:
    """One for each phone of the other sides; the author's own hears nothing."""
    found: dict[int, Push] = {}
    for party in there(parties):
        if party.participant == writing.head.side:
            continue
        for phone in party.phones:
            if phone.to.account_id != work.actor.account_id:
                found.setdefault(phone.to.account_id, _push(work, writing, party, phone, hours))
    return list(found.values())


def _push(work: Work, writing: Writing, party: Party, phone: Phone, hours: Hours) -> Push:
    due = work.now if writing.urgent else hours.arrives(party, phone, writing.door)
    if writing.album:
        due = max(due, work.now + ALBUM_SETTLES)
    return Push(
        kind=Kind.MESSAGE,
        door=party.door,
        to=phone.to,
        facts=writing.facts(party),
        dedupe=f"{Kind.MESSAGE}:{writing.message_id}",
        due_at=due,
        expires_at=due + KEPT_FOR,
        priority=Priority.URGENT_WORD if writing.urgent else Priority.PERSONAL,
        subject_id=writing.message_id,
        order=order_of(writing.head.id),
    )


def order_of(conversation_id: int) -> str:
    """Messages of a conversation reach a phone in turn."""
    return f"talk:{conversation_id}"


_JOIN = text("""
    UPDATE outbox SET facts = jsonb_set(facts, '{files}', facts -> 'files' || CAST(:files AS jsonb)),
                      due_at = least(greatest(due_at, :due), expires_at)
     WHERE kind = :kind AND subject_id = :message AND status = 'pending' AND message_ref IS NULL
    RETURNING account_id
""")


async def push_more(work: Work, writing: Writing, parties: Sequence[Party], hours: Hours) -> None:
    """More files of a message: with it where it still waits, behind it where it has left."""
    facts = {"kind": Kind.MESSAGE, "message": writing.message_id, "due": work.now + ALBUM_SETTLES}
    joined = await work.session.execute(_JOIN, facts | {"files": _json(writing.files)})
    waiting = {row.account_id for row in joined}
    rest = [push for push in pushes(work, writing, parties, hours) if push.to.account_id not in waiting]
    await enqueue(work, [_more(push, writing.files) for push in rest])


def _more(push: Push, files: Sequence[int]) -> Push:
    return Push(
        kind=push.kind,
        door=push.door,
        to=push.to,
        facts=push.facts | {"body": "", "spans": []},
        dedupe=f"{push.dedupe}:{files[0]}",
        due_at=push.due_at,
        expires_at=push.expires_at,
        priority=push.priority,
        order=push.order,
    )


def _json(files: Sequence[int]) -> str:
    return f"[{', '.join(str(file_id) for file_id in files)}]"


_RELEASE = text("""
    UPDATE outbox SET due_at = :now, priority = :priority
     WHERE kind = :kind AND status = 'pending' AND sending = 'new'
       AND order_key = ANY(CAST(:orders AS text[])) AND (due_at > :now OR priority > :priority)
""")


async def release(work: Work, urgent: Sequence[Push]) -> None:
    """What waits in the same conversation leaves before an urgent word: nobody reads the end without the beginning."""
    orders = [f"{push.to.account_id}:{push.order}" for push in urgent]
    facts = {"now": work.now, "priority": int(Priority.URGENT_WORD), "kind": Kind.MESSAGE, "orders": orders}
    if orders:
        await work.session.execute(_RELEASE, facts)


def first_arrival(party: Party, sent: Iterable[Push]) -> datetime | None:
    """When the first of a side's phones gets it; None when it has none."""
    accounts = {phone.to.account_id for phone in party.phones}
    return min((push.due_at for push in sent if push.to.account_id in accounts), default=None)
