"""Reports of wrong entries as the family and the staff read them (F4)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import text

from core.app import Work
from core.diary.children import ChildName, named_child, open_child
from core.entries import standing
from core.errors import AccessDenied, NothingThere
from core.reports.card import CARD, CONCERNS, OPEN, ReportCard, as_card, concerned, may_answer
from core.timetable.lessons import may_see

SHOWN = 20
WAITING_SHOWN = 40

_ONE = text(f"{CARD} WHERE r.id = :report")
_ONE_LOCKED = text(f"{CARD} WHERE r.id = :report FOR UPDATE OF r")
_OF_CHILD = text(f"{CARD} WHERE r.pupil_id = :pupil ORDER BY ({OPEN}) DESC, r.made_at DESC, r.id DESC LIMIT {SHOWN}")
_WAITING = text(f"{CARD} WHERE {OPEN} AND {CONCERNS} ORDER BY r.due_on, r.id LIMIT {WAITING_SHOWN + 1}")


@dataclass(frozen=True)
class ChildReports:
    """What a family reported about a child: what waits first, then the newest."""

    child: ChildName
    today: date
    reports: tuple[ReportCard, ...]


@dataclass(frozen=True)
class FamilyReport:
    """A report as a family account sees it. `mine`: it was this account's; `may_withdraw` while it waits."""

    card: ReportCard
    today: date
    mine: bool
    may_withdraw: bool


@dataclass(frozen=True)
class StaffReport:
    """A report as a member of staff sees it. `may_answer`: it waits, and this person may answer.

    `may_look`: the entry's page is open to this person; `may_write`: to write there, too.
    """

    card: ReportCard
    today: date
    may_answer: bool
    may_look: bool
    may_write: bool


@dataclass(frozen=True)
class WaitingReports:
    """What waits for an answer and concerns the reader, the longest due first. `more`: there is more than is shown."""

    today: date
    reports: tuple[ReportCard, ...]
    more: bool


async def child_reports(work: Work, pupil_id: int) -> ChildReports:
    """Raises NotConnected, AccessDenied, ConsentNeeded."""
    child, _ = await named_child(work, pupil_id)
    rows = await work.session.execute(_OF_CHILD, {"pupil": pupil_id, **concerned(work)})
    return ChildReports(child, work.today, tuple(as_card(work, row) for row in rows))


async def open_report(work: Work, report_id: int, *, lock: bool = False) -> FamilyReport:
    """A report about a child of the account. Raises NothingThere, NotConnected, AccessDenied, ConsentNeeded."""
    card = await read_card(work, report_id, lock=lock)
    child = await open_child(work, card.pupil_id)
    mine = card.account_id == work.actor.account_id
    # A pupil takes back what the pupil said; guardians answer for the child and take back any.
    may_withdraw = card.open and (child.guardian_id is not None or card.guardian_id is None)
    return FamilyReport(card, work.today, mine, may_withdraw)


async def waiting_reports(work: Work) -> WaitingReports:
    """What concerns the actor and waits. Raises NotConnected."""
    work.actor.require_staff()
    rows = (await work.session.execute(_WAITING, concerned(work))).all()
    return WaitingReports(
        work.today, tuple(as_card(work, row) for row in rows[:WAITING_SHOWN]), len(rows) > WAITING_SHOWN
    )


async def open_staff_report(work: Work, report_id: int) -> StaffReport:
    """Raises NotConnected, NothingThere, AccessDenied."""
    work.actor.require_staff()
    card = await read_card(work, report_id)
    if not card.concerns:
        raise AccessDenied(report=report_id)
    return seen_by_staff(work, card)


def seen_by_staff(work: Work, card: ReportCard) -> StaffReport:
    """The card with what the actor may do about it."""
    return StaffReport(
        card,
        work.today,
        may_answer=card.open and may_answer(work, card),
        may_look=may_see(work, card.lesson),
        may_write=standing(work, card.lesson).writes,
    )


async def read_card(work: Work, report_id: int, *, lock: bool = False) -> ReportCard:
    """A report; with `lock`, nobody else changes it until the commit. No right is asked. Raises NothingThere."""
    facts = {"report": report_id, **concerned(work)}
    row = (await work.session.execute(_ONE_LOCKED if lock else _ONE, facts)).one_or_none()
    if row is None:
        raise NothingThere
    return as_card(work, row)
