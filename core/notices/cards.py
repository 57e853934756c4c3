"""Absence notices as the family reads them, and who of a family may write them."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, func, or_, select
from sqlalchemy.orm import aliased

from core.app import Work
from core.errors import AccessDenied, NothingThere
from core.rules.names import address_name, initials
from core.terms import AbsenceReason
from storage.models import AbsenceNotice, ClassUnit, Enrolment, Guardian, Pupil, Staff, StoredFile

PAPERS_COME_WITHIN = timedelta(days=30)


@dataclass(frozen=True)
class NoticeCard:
    """A known absence. `ends` None: until the child is back. `by_school`: written by the class leader.

    `class_id` and `class_name` are the child's present class (0 and empty for none). `over`: its days
    have passed. `pages` counts photos of the medical note; `may_write` is the guardian's.
    """

    id: int
    pupil_id: int
    surname: str
    given_name: str
    class_id: int
    class_name: str
    starts: date
    ends: date | None
    reason: AbsenceReason
    note: str
    pages: int
    author: str
    mine: bool
    by_school: bool
    withdrawn: bool
    over: bool
    may_write: bool
    rev: int


@dataclass(frozen=True)
class NoticeList:
    """The absences of a child that go on, come, or ended so lately that a medical note may still follow."""

    pupil_id: int
    surname: str
    given_name: str
    today: date
    notices: tuple[NoticeCard, ...]
    may_write: bool


async def open_notices(work: Work, pupil_id: int) -> NoticeList:
    """Raises NotConnected, AccessDenied, ConsentNeeded."""
    work.actor.require_child(pupil_id)
    since = work.today - PAPERS_COME_WITHIN
    lasting = or_(AbsenceNotice.ends.is_(None), AbsenceNotice.ends >= since)
    cards = await read_cards(work, AbsenceNotice.pupil_id == pupil_id, AbsenceNotice.withdrawn_at.is_(None), lasting)
    named = await work.session.get_one(Pupil, pupil_id)
    may_write = guardian_of(work, pupil_id) is not None
    return NoticeList(pupil_id, named.surname, named.given_name, work.today, tuple(cards), may_write)


async def open_notice(work: Work, notice_id: int) -> NoticeCard:
    """Raises NothingThere and what `require_child` raises."""
    cards = await read_cards(work, AbsenceNotice.id == notice_id)
    if not cards:
        raise NothingThere
    work.actor.require_child(cards[0].pupil_id)
    return cards[0]


def guardian_of(work: Work, pupil_id: int) -> int | None:
    """As whose guardian the account may write for the pupil now."""
    rights = (c.guardian_id for c in work.actor.children if c.pupil_id == pupil_id and c.consented)
    return next((g for g in rights if g is not None), None)


def require_guardian(work: Work, pupil_id: int) -> int:
    """Raises NotConnected, ConsentNeeded, AccessDenied (a pupil only reads)."""
    work.actor.require_child(pupil_id)
    guardian_id = guardian_of(work, pupil_id)
    if guardian_id is None:
        raise AccessDenied(pupil=pupil_id)
    return guardian_id


async def own_child(work: Work, pupil_id: int) -> str:
    """The given name of a child for whom the account may write. Raises as `require_guardian`."""
    require_guardian(work, pupil_id)
    return (await work.session.get_one(Pupil, pupil_id)).given_name


async def read_cards(work: Work, *which: Any) -> list[NoticeCard]:
    """The notices, the latest first, in one statement."""
    page = aliased(StoredFile)
    pages = (
        select(func.count())
        .where(or_(page.id == AbsenceNotice.file_id, page.page_of == AbsenceNotice.file_id))
        .correlate(AbsenceNotice)
        .scalar_subquery()
    )
    rows = await work.session.execute(
        select(AbsenceNotice, Pupil.surname, Pupil.given_name, Guardian, Staff, pages.label("pages"), _class(work))
        .join(Pupil, Pupil.id == AbsenceNotice.pupil_id)
        .join(Guardian, Guardian.id == AbsenceNotice.guardian_id, isouter=True)
        .join(Staff, Staff.id == AbsenceNotice.staff_id, isouter=True)
        .where(and_(*which))
        .order_by(AbsenceNotice.starts.desc(), AbsenceNotice.id.desc())
        .limit(20)
        .execution_options(populate_existing=True)
    )
    return [_card(work, row) for row in rows]


def _class(work: Work) -> ColumnElement[Any]:
    """[id, name] of the pupil's present class, in a class of this year; null when there is none."""
    lasting = or_(Enrolment.ends.is_(None), Enrolment.ends >= work.today)
    return (
        select(func.json_build_array(ClassUnit.id, ClassUnit.name))
        .join(Enrolment, Enrolment.class_id == ClassUnit.id)
        .where(Enrolment.pupil_id == Pupil.id, ClassUnit.year_id == work.school.year_id, lasting)
        .order_by(Enrolment.starts)
        .limit(1)
        .correlate(Pupil)
        .scalar_subquery()
        .label("of_class")
    )


def _card(work: Work, row: Row[Any]) -> NoticeCard:
    notice: AbsenceNotice = row.AbsenceNotice
    own = guardian_of(work, notice.pupil_id)
    class_id, class_name = row.of_class or (0, "")
    return NoticeCard(
        id=notice.id,
        pupil_id=notice.pupil_id,
        surname=row.surname,
        given_name=row.given_name,
        class_id=class_id,
        class_name=class_name,
        starts=notice.starts,
        ends=notice.ends,
        reason=notice.reason,
        note=notice.note,
        pages=row.pages,
        author=address_name(row.Guardian) if row.Guardian else initials(row.Staff),
        mine=own is not None and own == notice.guardian_id,
        by_school=notice.guardian_id is None,
        withdrawn=notice.withdrawn_at is not None,
        over=notice.ends is not None and notice.ends < work.today,
        may_write=own is not None and notice.guardian_id is not None,
        rev=notice.rev,
    )
