"""What is to be told to whom, written in the transaction of the command that caused it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from typing import Any

from sqlalchemy import Row, Select, func, literal, select, update
from sqlalchemy.dialects.postgresql import JSONB, insert
from sqlalchemy.orm import aliased
from sqlalchemy.sql.elements import ColumnElement

from core.app import Work
from core.terms import Delivery, Door, Sending
from storage.base import table_of
from storage.models import Outbox


class Kind(StrEnum):
    """What a message is about; notifications/rendering has a screen for each."""

    ABSENCE = "absence"
    ABSENCE_CORRECTED = "absence_corrected"
    ABSENCE_ANSWERED = "absence_answered"
    ABSENCE_UNEXPLAINED = "absence_unexplained"
    ABSENCE_NOTICE = "absence_notice"
    ABSENCE_NOTICE_CHANGED = "absence_notice_changed"
    CARDS_DUE = "cards_due"
    ANNOUNCEMENT = "announcement"
    ANNOUNCEMENT_REMINDER = "announcement_reminder"
    ANNOUNCEMENT_TO_NOBODY = "announcement_to_nobody"
    CLASS_EVENT = "class_event"
    CLASS_EVENT_CHANGED = "class_event_changed"
    CLASS_EVENT_REMINDER = "class_event_reminder"
    CONSENT_CHANGED = "consent_changed"
    CONTACTS_ANSWERED = "contacts_answered"
    CONTACTS_PROPOSED = "contacts_proposed"
    CONVERSATION_HANDED = "conversation_handed"
    FINAL_MARKS = "final_marks"
    FAILING = "failing"
    FAILING_CLASS = "failing_class"
    FAILING_PAGES = "failing_pages"
    EVENING_CARD = "evening_card"
    GUARDIAN_LETTER = "guardian_letter"
    GUESSING = "guessing"
    ENTRY_DECIDED = "entry_decided"
    ENTRY_REQUESTED = "entry_requested"
    ERROR_ANSWERED = "error_answered"
    ERROR_DUE = "error_due"
    ERROR_OVERDUE = "error_overdue"
    ERROR_REPORTED = "error_reported"
    HOMEWORK_CHANGED = "homework_changed"
    HOMEWORK_WITHDRAWN = "homework_withdrawn"
    JOURNAL_NUDGE = "journal_nudge"
    JOURNAL_OVERDUE = "journal_overdue"
    JOURNAL_REMINDER = "journal_reminder"
    LESSON_CARD = "lesson_card"
    LESSONS_CHANGED = "lessons_changed"
    LESSONS_CHANGED_STAFF = "lessons_changed_staff"
    MARK_CHANGED = "mark_changed"
    MARKS = "marks"
    MESSAGE = "message"
    MESSAGE_COMPLAINT = "message_complaint"
    MUTED = "muted"
    PIN_MISSED = "pin_missed"
    PRINT_ASKED = "print_asked"
    PRINT_DONE = "print_done"
    SESSIONS_ENDED = "sessions_ended"
    SHELF_PUBLISHED = "shelf_published"
    SHELF_REMINDER = "shelf_reminder"
    TASK_ANSWERED = "task_answered"
    TASK_CHANGED = "task_changed"
    TASK_GIVEN = "task_given"
    TASK_REMARKED = "task_remarked"
    TASK_WITHDRAWN = "task_withdrawn"
    TIMETABLE_CHANGED = "timetable_changed"
    WEEK_CARD = "week_card"


class Priority(IntEnum):
    """Lower leaves first: an absence overtakes an urgent word, that a reminder, a reminder a broadcast."""

    URGENT = 0
    URGENT_WORD = 1
    PERSONAL = 3
    BROADCAST = 6


FILES = "files"
"""The fact that names the stored files to send with the words (a list of ids)."""

REPLY = "reply"
"""The fact that holds a packed Action: a reply to the message answers it (core/prompts.py)."""

UNSETTLED = (Delivery.PENDING, Delivery.SENDING)
CHANGE_WITHIN = timedelta(hours=48)
"""Telegram lets a bot take its messages back so long."""

_WRITE = insert(table_of(Outbox)).on_conflict_do_nothing(index_elements=["dedupe_key"])


@dataclass(frozen=True)
class Recipient:
    """An account and the link by which it has the right to hear."""

    account_id: int
    link_id: int


@dataclass(frozen=True)
class Push:
    """A message before it is written: `kind` and frozen `facts`, no sentences.

    `dedupe` makes the event unique for the recipient; rows of the same `order` leave in turn.
    """

    kind: Kind
    door: Door
    to: Recipient
    facts: dict[str, Any]
    dedupe: str
    due_at: datetime
    expires_at: datetime
    priority: Priority = Priority.PERSONAL
    subject_id: int | None = None
    order: str = ""


async def enqueue(work: Work, pushes: Iterable[Push]) -> None:
    """Write the pushes; one whose dedupe key already stands is not written again."""
    rows = [_row(work, n) for n in pushes]
    if rows:
        await work.session.execute(_WRITE, rows)


async def enqueue_for_staff(
    work: Work,
    recipients: Iterable[Recipient],
    kind: Kind,
    facts: dict[str, Any],
    *,
    dedupe: str,
    expires_at: datetime,
    due_at: datetime | None = None,
    subject_id: int | None = None,
) -> None:
    """The same message to each of these accounts of the staff; `due_at` None: at once."""
    due = due_at or work.now
    await enqueue(
        work,
        [Push(kind, Door.STAFF, to, facts, dedupe, due, expires_at, subject_id=subject_id) for to in recipients],
    )


async def supersede(work: Work, kind: Kind, subject_id: int) -> int:
    """Silently drop what was not yet being sent about a subject; returns how many rows that were."""
    waiting = held(Outbox.kind == kind, Outbox.subject_id == subject_id, Outbox.status == Delivery.PENDING)
    drop = update(Outbox).where(Outbox.id.in_(waiting)).values(status=Delivery.SUPERSEDED)
    return len((await work.session.execute(drop.returning(Outbox.id))).all())


def held(*conditions: ColumnElement[bool]) -> Select[int]:
    """The ids of the outbox rows that meet the conditions, locked in their order.

    Whoever changes several rows locks them so, the journal as well as the sender: nobody waits in a circle.
    """
    return select(Outbox.id).where(*conditions).order_by(Outbox.id).with_for_update()


async def change_told(work: Work, kind: Kind, subject_id: int, facts: dict[str, Any]) -> None:
    """What was told about the subject is different now: `facts` go over the frozen ones, others stay as they are.

    What still waits leaves with them; what has left is edited in place (its words and buttons, not its files). The
    rows of such changes carry no `subject_id`, so that nobody takes them for messages.
    """
    told = await _told(work, kind, subject_id)
    kept = [row.id for row in told if row.sending == Sending.NEW or row.status in UNSETTLED]
    waiting = {row.of_id for row in told if row.sending == Sending.EDIT and row.status == Delivery.PENDING}
    if kept:
        merged = Outbox.facts.concat(literal(facts, JSONB))
        await work.session.execute(update(Outbox).where(Outbox.id.in_(kept)).values(facts=merged))
        await _change(work, Sending.EDIT, _left(told) - waiting)


async def untell(work: Work, kind: Kind, subject_id: int) -> int:
    """Take back what was told about the subject; returns how many messages that concerns.

    What waits is dropped; what has left is deleted from the phones as far as the messenger allows.
    """
    told = await _told(work, kind, subject_id)
    waiting = [row for row in told if row.sending != Sending.DELETE and row.status == Delivery.PENDING]
    if waiting:
        dropped = update(Outbox).where(Outbox.id.in_([row.id for row in waiting]))
        await work.session.execute(dropped.values(status=Delivery.SUPERSEDED))
    left = _left(told)
    await _change(work, Sending.DELETE, left)
    return len(left | {row.id for row in waiting if row.sending == Sending.NEW})


async def _told(work: Work, kind: Kind, subject_id: int) -> Sequence[Row[Any]]:
    """The subject's messages and what changes them, locked in the order of `held`."""
    first = select(Outbox.id).where(Outbox.kind == kind, Outbox.subject_id == subject_id)
    columns: list[Any] = [Outbox.id, Outbox.sending, Outbox.of_id, Outbox.status, Outbox.message_ref]
    both = first.union_all(select(Outbox.id).where(Outbox.of_id.in_(first)))
    found = await work.session.execute(
        select(*columns).where(Outbox.id.in_(both)).order_by(Outbox.id).with_for_update()
    )
    return found.all()


def _left(told: Sequence[Row[Any]]) -> set[int]:
    """Messages that are on a phone, wholly or in part, or on their way there, and not taken back."""
    taken_back = {row.of_id for row in told if row.sending == Sending.DELETE}
    new = [row for row in told if row.sending == Sending.NEW]
    return {row.id for row in new if row.message_ref or row.status == Delivery.SENDING} - taken_back


async def _change(work: Work, sending: Sending, targets: set[int]) -> None:
    """A row for each target, behind it in its order."""
    if not targets:
        return
    earlier = aliased(Outbox)
    number = select(func.count()).where(earlier.of_id == Outbox.id).scalar_subquery()
    copied = (Outbox.kind, Outbox.facts, Outbox.door, Outbox.account_id, Outbox.link_id, Outbox.priority)
    new = {
        "sending": literal(sending.value),
        "of_id": Outbox.id,
        "dedupe_key": func.concat(sending.value, ":", Outbox.id, ":", number),
        "order_key": Outbox.order_key,
        "created_at": literal(work.now),
        "due_at": literal(work.now),
        "expires_at": literal(work.now + CHANGE_WITHIN),
    }
    rows = select(*copied, *new.values()).where(Outbox.id.in_(targets)).order_by(Outbox.id)
    await work.session.execute(insert(Outbox).from_select([*(c.key for c in copied), *new], rows))


async def reschedule(work: Work, kind: Kind, subject_ids: Iterable[int], wait: timedelta) -> None:
    """Let what still waits about the subjects be due `wait` from now (never later than it expires)."""
    due = func.least(work.now + wait, Outbox.expires_at)
    about = Outbox.subject_id.in_(list(subject_ids))
    waiting = held(Outbox.kind == kind, about, Outbox.status == Delivery.PENDING)
    await work.session.execute(update(Outbox).where(Outbox.id.in_(waiting)).values(due_at=due))


def _row(work: Work, push: Push) -> dict[str, Any]:
    return {
        "kind": push.kind,
        "subject_id": push.subject_id,
        "facts": push.facts,
        "door": push.door,
        "account_id": push.to.account_id,
        "link_id": push.to.link_id,
        "priority": int(push.priority),
        "dedupe_key": f"{push.dedupe}:{push.to.account_id}",
        "order_key": f"{push.to.account_id}:{push.order or push.dedupe}"[:64],
        "created_at": work.now,
        "due_at": min(push.due_at, push.expires_at),
        "expires_at": push.expires_at,
    }
