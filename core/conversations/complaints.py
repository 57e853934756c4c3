"""Complaints: only by them may the management read a conversation of others, and both sides are told (C1)."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Row, select, text, update
from sqlalchemy.dialects.postgresql import insert

from core.app import Work
from core.audit import record
from core.conversations.facts import ComplaintLine
from core.conversations.heads import Head, heads_of
from core.conversations.sides import Party, parties_of, there
from core.conversations.voices import voice
from core.errors import AccessDenied, NothingThere
from core.outbox import Kind, Push, Recipient, enqueue
from core.recipients import holders_of
from core.rights import READS_COMPLAINTS
from core.rules.length import within
from core.rules.names import list_name
from core.terms import Door, Role
from storage.models import Complaint, Participant

SAID_CHARS = 500
TOLD_FOR = timedelta(days=14)

_LINES = text("""
    SELECT q.id, q.conversation_id, q.said, q.made_at, q.outcome, q.closed_at,
           concat_ws(' ', coalesce(s.surname, g.surname, u.surname, w.surname),
                     coalesce(s.given_name, g.given_name, u.given_name, w.given_name),
                     nullif(coalesce(s.patronymic, g.patronymic, w.patronymic, ''), '')) AS by_name,
           about.surname, about.given_name, k.name AS class_name, count(*) OVER () AS total
      FROM complaint q
      JOIN participant p ON p.id = q.participant_id
      JOIN conversation c ON c.id = q.conversation_id
      LEFT JOIN staff s ON s.id = p.staff_id
      LEFT JOIN guardian g ON g.id = p.guardian_id
      LEFT JOIN pupil u ON u.id = p.pupil_id
      LEFT JOIN LATERAL (
        SELECT h.* FROM link l JOIN staff h ON h.id = l.staff_id
         WHERE l.account_id = q.account_id AND p.office IS NOT NULL ORDER BY l.id DESC LIMIT 1) w ON true
      LEFT JOIN pupil about ON about.id = c.pupil_id
      LEFT JOIN class_unit k ON k.id = c.class_id
     WHERE CAST(:complaint AS integer) IS NULL OR q.id = :complaint
     ORDER BY q.closed_at IS NOT NULL, q.id DESC LIMIT :size OFFSET :first
""")


async def complain(work: Work, conversation_id: int, said: str) -> int:
    """A side complains; the sides and the management are told. Its id; while one of the side's stands open, that one.

    Somebody silenced may complain too. Raises NotConnected, ConsentNeeded, AccessDenied, NothingThere (no words, or
    no such conversation), TextTooLong.
    """
    words = within(said.strip(), SAID_CHARS)
    head = await own(work, conversation_id)
    if not words:
        raise NothingThere
    made = {
        "conversation_id": conversation_id,
        "participant_id": head.side,
        "account_id": work.actor.account_id,
        "said": words,
        "made_at": work.now,
    }
    query = insert(Complaint).values(made).on_conflict_do_nothing().returning(Complaint.id)
    new = await work.session.scalar(query)
    if new is None:
        return await _standing(work, head)
    record(work, "conversation.complain", "complaint", new, after={"conversation": conversation_id, "said": words})
    await _tell_of(work, head, new, words)
    return new


async def own(work: Work, conversation_id: int) -> Head:
    """A conversation that the actor is a side of. Raises NotConnected, ConsentNeeded, AccessDenied, NothingThere."""
    head = next(iter(await heads_of(work, await voice(work), [conversation_id])), None)
    if head is None:
        raise NothingThere
    if not head.side:
        raise AccessDenied(conversation=conversation_id)
    return head


async def complaint(work: Work, complaint_id: int) -> ComplaintLine:
    """Raises NotConnected, AccessDenied, NothingThere."""
    work.actor.require_role(*READS_COMPLAINTS)
    rows = await _rows(work, complaint_id, 0, 1)
    if not rows:
        raise NothingThere
    return _line(work, rows[0])


async def complaints(work: Work, first: int = 0, size: int = 8) -> tuple[tuple[ComplaintLine, ...], int]:
    """Open ones first, the newest first, and how many there are. Raises NotConnected, AccessDenied."""
    work.actor.require_role(*READS_COMPLAINTS)
    rows = await _rows(work, None, first, size)
    return tuple(_line(work, row) for row in rows), rows[0].total if rows else 0


async def close_complaint(work: Work, complaint_id: int, outcome: str) -> int:
    """Close it with an outcome that the sides are told; its conversation. A second press changes nothing.

    A deputy closes none of a conversation of one's own. Raises NotConnected, AccessDenied, NothingThere, TextTooLong.
    """
    staff_id = work.actor.require_role(*READS_COMPLAINTS)
    words = within(outcome.strip(), SAID_CHARS)
    line = await complaint(work, complaint_id)
    if not words:
        raise NothingThere
    seat = select(Participant.id).where(
        Participant.conversation_id == line.conversation_id, Participant.staff_id == staff_id
    )
    if not work.actor.holds(Role.DIRECTOR) and await work.session.scalar(seat) is not None:
        raise AccessDenied(complaint=complaint_id)
    closed = await work.session.scalar(
        update(Complaint)
        .where(Complaint.id == complaint_id, Complaint.closed_at.is_(None))
        .values(closed_at=work.now, closed_by=staff_id, outcome=words)
        .returning(Complaint.id)
    )
    if closed is not None:
        record(work, "conversation.complaint_closed", "complaint", complaint_id, after={"outcome": words})
        await _tell_outcome(work, line, words)
    return line.conversation_id


async def _standing(work: Work, head: Head) -> int:
    """The side's own open complaint."""
    mine = select(Complaint.id).where(Complaint.conversation_id == head.id, Complaint.closed_at.is_(None))
    return int(await work.session.scalar(mine.where(Complaint.participant_id == head.side)) or 0)


async def _tell_of(work: Work, head: Head, complaint_id: int, said: str) -> None:
    parties = (await parties_of(work, [head.id]))[head.id]
    mine = next(party for party in parties if party.participant == head.side)
    name = head.author if mine.office else mine.name
    facts = {"complaint": complaint_id, "conversation": head.id, "name": name, "about": head.about, "closed": False}
    managers = await holders_of(work, *READS_COMPLAINTS)
    pushes = [_push(work, Door.STAFF, to, facts | {"to": "management", "said": said}, "opened") for to in managers]
    told = {to.account_id for to in managers} | {work.actor.account_id}
    pushes += _to_sides(work, [p for p in parties if p.participant != head.side], facts, head.pupil_id, "opened", told)
    await enqueue(work, pushes)


async def _tell_outcome(work: Work, line: ComplaintLine, outcome: str) -> None:
    parties = (await parties_of(work, [line.conversation_id]))[line.conversation_id]
    (head,) = await heads_of(work, await voice(work), [line.conversation_id])
    facts = {
        "complaint": line.id,
        "conversation": line.conversation_id,
        "name": head.author,
        "about": head.about,
        "closed": True,
        "said": outcome,
    }
    await enqueue(work, _to_sides(work, parties, facts, head.pupil_id, "closed", {work.actor.account_id}))


def _to_sides(
    work: Work,
    parties: Sequence[Party],
    facts: dict[str, Any],
    pupil_id: int | None,
    event: str,
    told: set[int | None],
) -> list[Push]:
    """To every account of the sides that was not told yet."""
    pushes = []
    for party in there(parties):
        own: dict[str, Any] = {"to": "side", "door": party.door.value}
        if party.door is Door.FAMILY and pupil_id is not None:
            own["pupil_id"] = pupil_id
        for phone in party.phones:
            if phone.to.account_id not in told:
                told.add(phone.to.account_id)
                pushes.append(_push(work, party.door, phone.to, facts | own, event))
    return pushes


def _push(work: Work, door: Door, to: Recipient, facts: dict[str, Any], event: str) -> Push:
    return Push(
        kind=Kind.MESSAGE_COMPLAINT,
        door=door,
        to=to,
        facts=facts,
        dedupe=f"{Kind.MESSAGE_COMPLAINT}:{facts['complaint']}:{event}",
        due_at=work.now,
        expires_at=work.now + TOLD_FOR,
        subject_id=facts["complaint"],
        order=f"complaint:{facts['complaint']}",
    )


async def _rows(work: Work, complaint_id: int | None, first: int, size: int) -> Sequence[Row[Any]]:
    facts = {"complaint": complaint_id, "first": first, "size": size}
    return (await work.session.execute(_LINES, facts)).all()


def _line(work: Work, row: Row[Any]) -> ComplaintLine:
    about = [list_name(row.surname, row.given_name) if row.surname else "", row.class_name or ""]
    return ComplaintLine(
        id=row.id,
        conversation_id=row.conversation_id,
        by=row.by_name,
        about=", ".join(part for part in about if part),
        said=row.said,
        at=work.local(row.made_at),
        outcome=row.outcome,
        closed_at=work.local(row.closed_at) if row.closed_at else None,
    )
