"""Which accounts hear of a thing by their holder's place in the school."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ARRAY, ColumnElement, Date, Integer, any_, bindparam, case, func, or_, select

from core.app import Work
from core.identity import consented, pupil_consented
from core.outbox import Recipient
from core.rules.names import list_name
from core.terms import MarkNotices, Role
from storage.models import Account, ClassUnit, Consent, Enrolment, Guardianship, Link, Pupil, Staff, StaffRole


async def holders_of(work: Work, *roles: Role) -> list[Recipient]:
    """The connected accounts of working staff who hold one of the roles."""
    ids = select(StaffRole.staff_id).where(StaffRole.role.in_(roles))
    return await _working(work, Staff.id.in_(ids))


async def class_leaders_of(work: Work, pupil_ids: Iterable[int]) -> list[Recipient]:
    """The connected accounts of the class leaders of the pupils' present classes."""
    ids = (
        select(ClassUnit.class_leader_id)
        .join(Enrolment, Enrolment.class_id == ClassUnit.id)
        .where(ClassUnit.year_id == work.school.year_id, Enrolment.pupil_id.in_(list(pupil_ids)))
        .where(or_(Enrolment.ends.is_(None), Enrolment.ends >= work.today))
    )
    return await _working(work, Staff.id.in_(ids))


async def leaders_by_pupil(work: Work, pupil_ids: Iterable[int]) -> list[tuple[int, int, Recipient]]:
    """The class leaders' accounts with the class and the pupil by whom each is concerned; one entry an account."""
    rows = await work.session.execute(
        select(ClassUnit.id, Enrolment.pupil_id, Link.account_id, Link.id)
        .join(Enrolment, Enrolment.class_id == ClassUnit.id)
        .join(Staff, Staff.id == ClassUnit.class_leader_id)
        .join(Link, Link.staff_id == Staff.id)
        .where(ClassUnit.year_id == work.school.year_id, Enrolment.pupil_id.in_(list(pupil_ids)))
        .where(or_(Enrolment.ends.is_(None), Enrolment.ends >= work.today))
        .where(Link.revoked_at.is_(None), or_(Staff.dismissed.is_(None), Staff.dismissed >= work.today))
        .order_by(Link.account_id, Link.id, Enrolment.pupil_id)
    )
    found: dict[int, tuple[int, int, Recipient]] = {}
    for class_id, pupil_id, account_id, link_id in rows:
        found.setdefault(account_id, (class_id, pupil_id, Recipient(account_id, link_id)))
    return list(found.values())


async def accounts_of(work: Work, staff_ids: Iterable[int]) -> dict[int, list[Recipient]]:
    """The connected accounts of staff members, by staff id."""
    rows = await work.session.execute(
        select(Link.staff_id, Link.account_id, Link.id)
        .where(Link.staff_id.in_(list(staff_ids)), Link.revoked_at.is_(None))
        .order_by(Link.id)
    )
    found: dict[int, list[Recipient]] = {}
    for staff_id, account_id, link_id in rows:
        assert staff_id is not None  # noqa: S101 - asked for by id
        found.setdefault(staff_id, []).append(Recipient(account_id, link_id))
    return found


async def guardians_of(work: Work, pupil_id: int) -> list[Recipient]:
    """The reachable accounts of the pupil's guardians who gave consent; one row an account."""
    rows = await work.session.execute(_GUARDIANS, {"pupil": pupil_id})
    return [Recipient(account_id, link_id) for account_id, link_id in rows]


async def guardians_of_each(work: Work, pupil_ids: Iterable[int]) -> dict[int, list[Recipient]]:
    """The same of several pupils, in one statement; who has none is left out."""
    found: dict[int, list[Recipient]] = {}
    for pupil_id, account_id, link_id in await work.session.execute(_GUARDIANS_OF_EACH, {"pupils": list(pupil_ids)}):
        found.setdefault(pupil_id, []).append(Recipient(account_id, link_id))
    return found


@dataclass(frozen=True)
class Relative(Recipient):
    """An account of a pupil's family and what its owner chose to hear. `own`: it is the pupil's, and no guardian's."""

    own: bool = False
    marks: MarkNotices = MarkNotices.AT_ONCE
    homework_news: bool = True
    timetable_news: bool = True


async def families_of(work: Work, pupil_ids: Iterable[int]) -> dict[int, tuple[str, list[Relative]]]:
    """Each pupil's name (as in a class list) and the reachable accounts that may hear of the pupil: of guardians and
    of the pupil, consent given; one entry an account.
    """
    found: dict[int, tuple[str, list[Relative]]] = {}
    rows = await work.session.execute(_FAMILIES, {"pupils": list(pupil_ids), "today": work.today})
    for pupil_id, surname, given_name, *relative in rows:
        _, relatives = found.setdefault(pupil_id, (list_name(surname, given_name), []))
        relatives.append(Relative(*relative))
    return found


async def _working(work: Work, who: ColumnElement[bool]) -> list[Recipient]:
    rows = await work.session.execute(
        select(Link.account_id, Link.id)
        .join(Staff, Staff.id == Link.staff_id)
        .where(Link.revoked_at.is_(None), or_(Staff.dismissed.is_(None), Staff.dismissed >= work.today), who)
        .order_by(Link.id)
    )
    return [Recipient(account_id, link_id) for account_id, link_id in rows]


_GUARDIANS = (
    select(Link.account_id, func.min(Link.id))
    .join(Guardianship, Guardianship.guardian_id == Link.guardian_id)
    .join(Account, Account.id == Link.account_id)
    .where(Guardianship.pupil_id == bindparam("pupil"), Link.revoked_at.is_(None), Account.unreachable_at.is_(None))
    .where(consented(Consent.guardian_id == Link.guardian_id))
    .group_by(Link.account_id)
    .order_by(Link.account_id)
)

_GUARDIANS_OF_EACH = (
    select(Guardianship.pupil_id, Link.account_id, func.min(Link.id))
    .join(Link, Link.guardian_id == Guardianship.guardian_id)
    .join(Account, Account.id == Link.account_id)
    .where(Guardianship.pupil_id == any_(bindparam("pupils", type_=ARRAY(Integer))))
    .where(Link.revoked_at.is_(None), Account.unreachable_at.is_(None))
    .where(consented(Consent.guardian_id == Link.guardian_id))
    .group_by(Guardianship.pupil_id, Link.account_id)
    .order_by(Guardianship.pupil_id, Link.account_id)
)

# A guardian of several pupils speaks through one link; a pupil through the own one.
_SPEAKS = or_(Link.pupil_id == Pupil.id, Link.guardian_id == Guardianship.guardian_id)
_FAMILIES = (
    select(
        *(Pupil.id, Pupil.surname, Pupil.given_name, Link.account_id, func.min(Link.id)),
        func.bool_and(Link.pupil_id.is_not(None)),
        *(Account.mark_notices, Account.homework_news, Account.timetable_news),
    )
    .select_from(Pupil)
    .join(Guardianship, Guardianship.pupil_id == Pupil.id, isouter=True)
    .join(Link, _SPEAKS)
    .join(Account, Account.id == Link.account_id)
    .where(Pupil.id == any_(bindparam("pupils", type_=ARRAY(Integer))))
    .where(Link.revoked_at.is_(None), Account.unreachable_at.is_(None))
    .where(
        case(
            (Link.guardian_id.is_not(None), consented(Consent.guardian_id == Link.guardian_id)),
            else_=pupil_consented(Link.pupil_id, bindparam("today", type_=Date)),
        )
    )
    .group_by(Pupil.id, Link.account_id, Account.id)
    .order_by(Pupil.id, Link.account_id)
)
