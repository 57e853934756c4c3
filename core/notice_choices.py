"""What a family account chose to hear by itself, and when (A3). What waits to be sent obeys a new choice at once.

Never switched off: a missed lesson, today's changes, a child who is failing, and what people write or ask: words,
announcements, individual tasks, events that want an answer, answers to what the family said.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import time

from sqlalchemy import and_, select, text, update
from sqlalchemy.sql.elements import ColumnElement

from core.app import Work
from core.errors import ButtonOutdated
from core.outbox import Kind, Priority, held
from core.preferences import connected_account, set_values
from core.rules.calm import gets_card
from core.terms import Delivery, MarkNotices
from storage.models import Account, Outbox

EVENING_HOURS = range(17, 23)


@dataclass(frozen=True)
class NoticeChoices:
    """How an account hears of marks; when its evening card comes (None: it does not); whether the other things come.

    `guardian`: it speaks for a guardian, and not only for pupils themselves.
    """

    marks: MarkNotices
    evening_at: time | None
    week_card: bool
    homework_news: bool
    timetable_news: bool
    quiet_from: time | None
    quiet_to: time | None
    guardian: bool


async def notice_choices(work: Work) -> NoticeChoices:
    """Raises NotConnected."""
    account_id = connected_account(work)
    row = (await work.session.execute(_CHOICES.where(Account.id == account_id))).one()
    guardian = any(child.guardian_id is not None for child in work.actor.children)
    card = gets_card(row.evening_card, guardian=guardian)
    return NoticeChoices(
        marks=row.mark_notices,
        evening_at=row.evening_at if card else None,
        week_card=row.week_card,
        homework_news=row.homework_news,
        timetable_news=row.timetable_news,
        quiet_from=row.quiet_from,
        quiet_to=row.quiet_to,
        guardian=guardian,
    )


async def set_mark_notices(work: Work, mode: MarkNotices) -> None:
    """How to hear of marks; for the evening card that card is switched on. Raises NotConnected."""
    values = {"evening_card": True} if mode is MarkNotices.EVENING else {}
    await set_values(work, "mark_notices", mark_notices=mode, **values)
    await work.session.execute(_TELL_ANEW, {"account": connected_account(work), "now": work.now, "kind": Kind.MARKS})
    if mode is MarkNotices.OFF:
        await _drop(work, (Kind.FINAL_MARKS,))
    elif mode is MarkNotices.AT_ONCE:
        await _hasten_finals(work)


async def set_evening_card(work: Work, hour: int | None) -> None:
    """When the evening card comes; None: it does not. Raises NotConnected, ButtonOutdated (no such hour)."""
    if hour is None:
        await set_values(work, "evening_card", evening_card=False)
    elif hour in EVENING_HOURS:
        await set_values(work, "evening_card", evening_card=True, evening_at=time(hour))
    else:
        raise ButtonOutdated


async def set_week_card(work: Work, *, on: bool) -> None:
    """Whether the week comes on Saturday. Raises NotConnected."""
    await set_values(work, "week_card", week_card=on)


async def set_homework_news(work: Work, *, on: bool) -> None:
    """Whether changes of homework that was seen come. Raises NotConnected."""
    await set_values(work, "homework_news", homework_news=on)
    if not on:
        await _drop(work, (Kind.HOMEWORK_CHANGED, Kind.HOMEWORK_WITHDRAWN))


async def set_timetable_news(work: Work, *, on: bool) -> None:
    """Whether changes of lessons come the evening before, and class events that ask nothing; changes of the day always
    do. Raises NotConnected.
    """
    await set_values(work, "timetable_news", timetable_news=on)
    if not on:
        await _drop(work, (Kind.LESSONS_CHANGED, Kind.TIMETABLE_CHANGED))
        asks_nothing = Outbox.facts["asks"].as_boolean().is_(False)
        await _drop(work, (Kind.CLASS_EVENT, Kind.CLASS_EVENT_REMINDER), asks_nothing)


async def _hasten_finals(work: Work) -> None:
    """Final marks that were to come with a card come now; those held again (put off to their end) stay held."""
    later = and_(Outbox.due_at > work.now, Outbox.due_at < Outbox.expires_at)
    waiting = held(*_waiting(work), Outbox.kind == Kind.FINAL_MARKS, later)
    await work.session.execute(update(Outbox).where(Outbox.id.in_(waiting)).values(due_at=work.now))


async def _drop(work: Work, kinds: Collection[Kind], *which: ColumnElement[bool]) -> None:
    """What waits of these kinds (in quiet hours, say) is not wanted any more; urgent things are."""
    waiting = held(*_waiting(work), Outbox.kind.in_(kinds), Outbox.priority > Priority.URGENT, *which)
    await work.session.execute(update(Outbox).where(Outbox.id.in_(waiting)).values(status=Delivery.SUPERSEDED))


def _waiting(work: Work) -> tuple[ColumnElement[bool], ...]:
    return Outbox.account_id == connected_account(work), Outbox.status == Delivery.PENDING


_CHOICES = select(
    *(Account.mark_notices, Account.evening_card, Account.evening_at, Account.week_card),
    *(Account.homework_news, Account.timetable_news, Account.quiet_from, Account.quiet_to),
)

# What waited is looked at anew by core/marks/announcing.py; whoever heard of it already hears nothing again.
_TELL_ANEW = text("""
    WITH waiting AS (
        UPDATE outbox SET status = 'superseded'
         WHERE account_id = :account AND kind = :kind AND status = 'pending' RETURNING subject_id, facts)
    INSERT INTO mark_news (mark_id, pupil_id, pupil_due, family_due)
    SELECT DISTINCT CAST(line ->> 'mark' AS integer), subject_id, CAST(:now AS timestamptz), CAST(:now AS timestamptz)
      FROM waiting, jsonb_array_elements(facts -> 'marks') line
        ON CONFLICT (mark_id) DO NOTHING
""")
