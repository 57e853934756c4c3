"""A conversation as one of its sides, or the management on a complaint, reads it (C1)."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select, text, true

from core.app import Work
from core.audit import record
from core.conversations.facts import Said, Talk
from core.conversations.heads import Head, heads_of
from core.conversations.may_mute import may_mute
from core.conversations.sides import Party, awaited, hours_of, parties_of, side_of, there
from core.conversations.voices import voice
from core.errors import AccessDenied, NothingThere
from core.files import Page, kept_page
from core.outbox import Kind
from core.rights import READS_COMPLAINTS
from core.rules.working_hours import not_later
from core.terms import Delivery, FileKind
from storage.models import ConversationFile, ConversationMessage

PAGE = 6

_MESSAGES = text(f"""
    SELECT s.id, s.participant_id, s.body, s.spans, s.sent_at, s.edited_at, s.urgent_reason,
           w.surname, w.given_name, w.patronymic,
           (SELECT json_agg(json_build_array(f.id, f.kind, f.name) ORDER BY f.id)
              FROM conversation_file a JOIN stored_file f ON f.id = a.file_id WHERE a.message_id = s.id) AS files,
           EXISTS (SELECT FROM outbox o WHERE o.kind = '{Kind.MESSAGE}' AND o.subject_id = s.id
                      AND o.status = '{Delivery.SENT}') AS delivered,
           ARRAY(SELECT r.id FROM participant r WHERE r.conversation_id = s.conversation_id
                    AND r.id <> s.participant_id AND r.read_to >= s.id) AS read_by,
           (SELECT min(o.due_at) FROM outbox o WHERE o.kind = '{Kind.MESSAGE}' AND o.subject_id = s.id
               AND o.status = '{Delivery.PENDING}') AS due_at
      FROM conversation_message s LEFT JOIN staff w ON w.id = s.staff_id
     WHERE s.conversation_id = :conversation AND (CAST(:before AS integer) IS NULL OR s.id < :before)
       AND (CAST(:until AS timestamptz) IS NULL OR s.sent_at <= :until)
     ORDER BY s.id DESC LIMIT :size
""")

# What was read meanwhile is counted off, so that a message written at the same moment stays unread.
_READ = text("""
    UPDATE participant SET read_to = :newest, read_at = :now, unread = greatest(unread - (
        SELECT count(*) FROM conversation_message s
         WHERE s.conversation_id = participant.conversation_id AND s.id > participant.read_to AND s.id <= :newest
           AND s.participant_id <> participant.id), 0)
     WHERE id = :side AND read_to < :newest
""")

_SEEN = text(f"""
    UPDATE outbox SET status = '{Delivery.SUPERSEDED}'
     WHERE kind = '{Kind.MESSAGE}' AND status = '{Delivery.PENDING}' AND account_id = :account
       AND subject_id IN (SELECT s.id FROM conversation_message s
                           WHERE s.conversation_id = :conversation AND s.id <= :newest)
""")


async def conversation(work: Work, conversation_id: int, before: int | None = None, size: int = PAGE) -> Talk:
    """The newest messages, or those older than the message `before`; opening marks all as read.

    Raises NotConnected, ConsentNeeded, NothingThere, AccessDenied (no side of it; management without a complaint).
    """
    head = await readable(work, conversation_id)
    parties = (await parties_of(work, [conversation_id]))[conversation_id]
    facts = {"conversation": conversation_id, "before": before, "size": size + 1, "until": head.read_until}
    rows = (await work.session.execute(_MESSAGES, facts)).all()
    if before is None and rows and head.side:
        await mark_read(work, head, rows[0].id)
    hours = await hours_of(work) if head.side else None
    door = next((party.door for party in parties if party.participant == head.side), None)
    sides = tuple(side_of(work, party, hours, head.side, door or party.door) for party in parties)
    why_not, muted = refusal(head, parties), head.muted_until
    return Talk(
        id=head.id,
        topic=head.topic,
        sides=sides,
        pupil_id=head.pupil_id,
        about=head.about,
        class_id=head.class_id,
        lesson=head.lesson,
        messages=tuple(_said(work, row, head, parties) for row in reversed(rows[:size])),
        older=len(rows) > size,
        may_write=not why_not,
        why_not=why_not,
        muted_until=work.local(muted) if muted else None,
        complaint=head.complaint_id is not None,
        mine=head.side,
        complaint_id=head.complaint_id,
        may_mute=tuple(p.participant for p in parties if may_mute(work, p, head)),
    )


async def readable(work: Work, conversation_id: int) -> Head:
    """The conversation when the actor may read it; on a complaint that leaves a trace. Raises as `conversation`."""
    head = next(iter(await heads_of(work, await voice(work), [conversation_id])), None)
    if head is None:
        raise NothingThere
    if not head.side:
        if not (head.complained and work.actor.holds(*READS_COMPLAINTS)):
            raise AccessDenied(conversation=conversation_id)
        record(work, "conversation.read_on_complaint", "conversation", conversation_id)
    return head


async def mark_read(work: Work, head: Head, newest: int) -> None:
    """The actor's side has read up to a message; what the actor was still to be told of it is told already."""
    if not head.unread:
        return
    await work.session.execute(_READ, {"newest": newest, "now": work.now, "side": head.side})
    facts = {"account": work.actor.account_id, "conversation": head.id, "newest": newest}
    await work.session.execute(_SEEN, facts)


async def file_of(work: Work, conversation_id: int, file_id: int) -> Page:
    """A file of a message of a conversation that the actor may read. Raises as `conversation`."""
    head = await readable(work, conversation_id)
    until = true() if head.read_until is None else ConversationMessage.sent_at <= head.read_until
    theirs = (
        select(ConversationFile.file_id)
        .join(ConversationMessage, ConversationMessage.id == ConversationFile.message_id)
        .where(ConversationMessage.conversation_id == conversation_id, ConversationFile.file_id == file_id, until)
    )
    if await work.session.scalar(theirs.limit(1)) is None:
        raise NothingThere
    return await kept_page(work, file_id)


def refusal(head: Head, parties: Sequence[Party]) -> str:
    """Why the actor may not write here, as a code; empty: nothing is in the way."""
    if not head.side:
        return "watching"
    others = [party for party in there(parties) if party.participant != head.side]
    if head.pupil_left:
        return "left"
    if not others and not (_of_family(head) and awaited(parties)):
        return "alone"
    return "muted" if head.muted_until else ""


def _of_family(head: Head) -> bool:
    return head.guardian_id is not None or head.own_pupil_id is not None


def _said(work: Work, row: Row[Any], head: Head, parties: Sequence[Party]) -> Said:
    party = next(p for p in parties if p.participant == row.participant_id)
    by = party.name
    if party.office is not None and row.surname:
        by = " ".join(part for part in (row.surname, row.given_name, row.patronymic) if part)
    waits = None if row.delivered or row.read_by or row.due_at is None else not_later(row.due_at, work.now)
    readers = {p.participant for p in there(parties)} - {row.participant_id}
    return Said(
        id=row.id,
        side=row.participant_id,
        name=by,
        mine=row.participant_id == head.side,
        body=row.body,
        spans=row.spans,
        files=tuple((file_id, FileKind(kind), name) for file_id, kind, name in row.files or []),
        at=work.local(row.sent_at),
        edited=row.edited_at is not None,
        urgent_reason=row.urgent_reason,
        delivered=row.delivered,
        read=bool(row.read_by),
        unread_by=len(readers.difference(row.read_by)),
        readers=len(readers),
        arrives_at=work.local(waits) if waits else None,
    )
