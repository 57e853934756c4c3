"""A family tells beforehand that a child will be absent (F3)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.dialects.postgresql import insert

from core.app import Work
from core.audit import record
from core.errors import AccessDenied, ButtonOutdated, NothingThere
from core.errors.dates import NoticeOver
from core.notices.cards import NoticeCard, open_notice, read_cards, require_guardian
from core.notices.cases import answer_open_case
from core.notices.pushes import NoticeChange, tell_class_leader
from core.rules.dates import DateRange, allowed
from core.rules.length import within
from core.terms import AbsenceReason
from storage.models import AbsenceNotice, Pupil

REASONS = (AbsenceReason.ILLNESS, AbsenceReason.EXCUSED)
NOTE_LIMIT = 500


class Outcome(StrEnum):
    """What came of a command. STALE: somebody changed the notice since it was shown; nothing was written."""

    DONE = "done"
    ALREADY = "already"
    STALE = "stale"
    OVERLAPS = "overlaps"


@dataclass(frozen=True)
class NoticeResult:
    """The notice as it stands now (for OVERLAPS: the one in the way) and what came of the command."""

    card: NoticeCard
    outcome: Outcome


async def give_notice(
    work: Work, pupil_id: int, span: DateRange, reason: AbsenceReason, note: str = ""
) -> NoticeResult:
    """Write that the child will be absent; the class leader is told. Guardians only.

    The same notice again is ALREADY; one for days that a guardian's notice covers is OVERLAPS.
    Raises AccessDenied, DatesWrong and its kinds, TextTooLong.
    """
    guardian_id = require_guardian(work, pupil_id)
    allowed(span, work.today)
    _require_reason(reason)
    note = within(note.strip(), NOTE_LIMIT)
    standing = await _in_the_way(work, pupil_id, span)
    if standing is not None:
        same = (standing.starts, standing.ends, standing.reason) == (span.starts, span.ends, reason)
        return NoticeResult(standing, Outcome.ALREADY if same else Outcome.OVERLAPS)
    values = {"starts": span.starts, "ends": span.ends, "reason": reason, "note": note}
    given = await work.session.execute(
        insert(AbsenceNotice)
        .values(pupil_id=pupil_id, guardian_id=guardian_id, created_at=work.now, **values)
        .returning(AbsenceNotice.id)
    )
    card = await open_notice(work, given.scalar_one())
    record(work, "notice.give", "absence_notice", card.id, after=_plain(values), guardian_id=guardian_id)
    if span.starts <= work.today:
        await answer_open_case(work, pupil_id, reason, guardian_id)
    await tell_class_leader(work, card, NoticeChange.GIVEN)
    return NoticeResult(card, Outcome.DONE)


async def change_dates(work: Work, notice_id: int, rev: int, span: DateRange) -> NoticeResult:
    """Other days; an absence going on keeps its first day or begins later. Raises as `give_notice`, NoticeOver."""
    card = await changeable(work, notice_id)
    allowed(span, min(card.starts, work.today))
    standing = await _in_the_way(work, card.pupil_id, span, but=notice_id)
    if standing is not None:
        return NoticeResult(standing, Outcome.OVERLAPS)
    return await _change(work, card, rev, starts=span.starts, ends=span.ends)


async def change_reason(work: Work, notice_id: int, rev: int, reason: AbsenceReason) -> NoticeResult:
    """Another reason. Raises as `give_notice`, NoticeOver."""
    _require_reason(reason)
    return await _change(work, await changeable(work, notice_id), rev, reason=reason)


async def change_note(work: Work, notice_id: int, rev: int, note: str) -> NoticeResult:
    """Other words to the class leader, at most `NOTE_LIMIT` characters. Raises as `give_notice`, NoticeOver."""
    return await _change(work, await changeable(work, notice_id), rev, note=within(note.strip(), NOTE_LIMIT))


async def withdraw(work: Work, notice_id: int, rev: int) -> NoticeResult:
    """Take the notice back: the child comes after all. Raises as `give_notice`, NoticeOver."""
    card = await _writable(work, notice_id)
    if card.withdrawn:
        return NoticeResult(card, Outcome.ALREADY)
    if card.over:
        raise NoticeOver
    return await _change(work, card, rev, withdrawn_at=work.now)


async def changeable(work: Work, notice_id: int, *, over: bool = False) -> NoticeCard:
    """The notice, when this person may change it now (`over`: also one whose days have passed).

    Raises AccessDenied, NothingThere (withdrawn), NoticeOver.
    """
    card = await _writable(work, notice_id)
    if card.withdrawn:
        raise NothingThere
    if card.over and not over:
        raise NoticeOver
    return card


async def _writable(work: Work, notice_id: int) -> NoticeCard:
    """A notice of a family whose guardian asks. What the class leader wrote stays the class leader's."""
    card = await open_notice(work, notice_id)
    require_guardian(work, card.pupil_id)
    if card.by_school:
        raise AccessDenied(notice=notice_id)
    return card


async def _change(work: Work, card: NoticeCard, rev: int, **values: Any) -> NoticeResult:
    """Write when the notice is still as it was seen; the class leader is told."""
    if all(getattr(card, name, None) == value for name, value in values.items()):
        return NoticeResult(card, Outcome.ALREADY)
    changed = await work.session.execute(
        update(AbsenceNotice)
        .where(AbsenceNotice.id == card.id, AbsenceNotice.rev == rev, AbsenceNotice.withdrawn_at.is_(None))
        .values(rev=AbsenceNotice.rev + 1, **values)
        .returning(AbsenceNotice.id)
    )
    if changed.scalar() is None:
        return NoticeResult(await open_notice(work, card.id), Outcome.STALE)
    fresh = await open_notice(work, card.id)
    before = {name: getattr(card, name, None) for name in values}
    guardian_id = require_guardian(work, card.pupil_id)
    action = "notice.withdraw" if fresh.withdrawn else "notice.change"
    record(
        work,
        action,
        "absence_notice",
        card.id,
        before=_plain(before),
        after=_plain(values),
        guardian_id=guardian_id,
    )
    await tell_class_leader(work, fresh, NoticeChange.WITHDRAWN if fresh.withdrawn else NoticeChange.CHANGED)
    return NoticeResult(fresh, Outcome.DONE)


async def _in_the_way(work: Work, pupil_id: int, span: DateRange, but: int = 0) -> NoticeCard | None:
    """A standing notice of a guardian for one of the days; locks the pupil, so that two never come to stand."""
    await work.session.execute(select(Pupil.id).where(Pupil.id == pupil_id).with_for_update(key_share=True))
    cards = await read_cards(
        work,
        AbsenceNotice.pupil_id == pupil_id,
        AbsenceNotice.id != but,
        AbsenceNotice.guardian_id.is_not(None),
        AbsenceNotice.withdrawn_at.is_(None),
        AbsenceNotice.starts <= span.ends,
        or_(AbsenceNotice.ends.is_(None), AbsenceNotice.ends >= span.starts),
    )
    return cards[0] if cards else None


def _require_reason(reason: AbsenceReason) -> None:
    """A family states illness or a valid reason; «unexcused» is the school's word."""
    if reason not in REASONS:
        raise ButtonOutdated


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """As the trace keeps them: dates and moments as ISO text."""
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in values.items()}
