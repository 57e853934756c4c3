"""An illness or another known absence that the class leader writes down for a pupil, day by day or open (J2)."""

from datetime import date
from enum import StrEnum

from sqlalchemy import or_, select, update
from sqlalchemy.dialects.postgresql import insert

from core.app import Work
from core.audit import record
from core.errors import NothingThere
from core.rights import require_class
from core.roll.reasons import explain, require_to_explain
from core.rules.dates import DateRange, allowed
from core.terms import AbsenceReason
from storage.models import AbsenceNotice, Pupil


class Entered(StrEnum):
    """What came of the command. ALREADY: the same stood there."""

    DONE = "done"
    ALREADY = "already"


async def enter_absence(
    work: Work, class_id: int, pupil_id: int, starts: date, ends: date | None, reason: AbsenceReason
) -> Entered:
    """The pupil is absent from `starts` to `ends` (none: until back), with a reason.

    Lessons missed on these days get the reason, later rolls expect the absence. What the school had written for
    any of the days is replaced; a family's own notice stands beside it. Raises as `explain`, DatesWrong and its
    kinds.
    """
    allowed(DateRange(starts, ends or max(starts, work.today)), starts)
    await require_to_explain(work, class_id, pupil_id, starts, ends or max(starts, work.today))
    # Two that write at once wait for each other here, so that one notice comes to stand.
    await work.session.execute(select(Pupil.id).where(Pupil.id == pupil_id).with_for_update(key_share=True))
    former = await _standing(work, pupil_id, starts, ends)
    changed = False
    if [(n.starts, n.ends, n.reason) for n in former] != [(starts, ends, reason)]:
        await _withdraw(work, former)
        await _insert(work, pupil_id, starts, ends, reason)
        changed = True
    last = min(ends or work.today, work.today)
    if starts <= last:
        changed |= await explain(work, class_id, pupil_id, starts, last, reason)
    return Entered.DONE if changed else Entered.ALREADY


async def end_absence(work: Work, class_id: int, notice_id: int, rev: int, last: date) -> Entered:
    """The pupil is back: the school's notice ends with the day `last`; before its first day it is taken back.

    Lessons missed keep their reason. Raises AccessDenied, NothingThere (not the school's, or changed since `rev`).
    """
    require_class(work, class_id)
    notice = await work.session.get(AbsenceNotice, notice_id, populate_existing=True, with_for_update=True)
    if notice is None or notice.staff_id is None or notice.withdrawn_at is not None:
        raise NothingThere
    await require_to_explain(work, class_id, notice.pupil_id, work.today, work.today)
    if notice.ends is not None and notice.ends <= last:
        return Entered.ALREADY
    if notice.rev != rev:
        raise NothingThere
    if last < notice.starts:
        await _withdraw(work, [notice])
        return Entered.DONE
    before = {"ends": notice.ends.isoformat() if notice.ends else None}
    notice.ends, notice.rev = last, notice.rev + 1
    record(work, "notice.end", "absence_notice", notice_id, before=before, after={"ends": last.isoformat()})
    return Entered.DONE


async def _standing(work: Work, pupil_id: int, starts: date, ends: date | None) -> list[AbsenceNotice]:
    """The school's own notices for any of the days."""
    mine = select(AbsenceNotice).where(
        AbsenceNotice.pupil_id == pupil_id,
        AbsenceNotice.staff_id.is_not(None),
        AbsenceNotice.withdrawn_at.is_(None),
        or_(AbsenceNotice.ends.is_(None), AbsenceNotice.ends >= starts),
    )
    if ends is not None:
        mine = mine.where(AbsenceNotice.starts <= ends)
    return list(await work.session.scalars(mine.order_by(AbsenceNotice.id)))


async def _insert(work: Work, pupil_id: int, starts: date, ends: date | None, reason: AbsenceReason) -> None:
    values = {"starts": starts, "ends": ends, "reason": reason}
    new = await work.session.execute(
        insert(AbsenceNotice)
        .values(pupil_id=pupil_id, staff_id=work.actor.require_staff(), created_at=work.now, **values)
        .returning(AbsenceNotice.id)
    )
    after = {"starts": starts.isoformat(), "ends": ends.isoformat() if ends else None, "reason": reason}
    record(work, "notice.enter", "absence_notice", new.scalar_one(), after=after)


async def _withdraw(work: Work, notices: list[AbsenceNotice]) -> None:
    ids = [notice.id for notice in notices]
    if not ids:
        return
    await work.session.execute(
        update(AbsenceNotice)
        .where(AbsenceNotice.id.in_(ids))
        .values(withdrawn_at=work.now, rev=AbsenceNotice.rev + 1)
        .execution_options(synchronize_session=False)
    )
    for notice_id in ids:
        record(work, "notice.withdraw", "absence_notice", notice_id, after={"withdrawn": True})
