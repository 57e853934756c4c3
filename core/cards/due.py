"""Whose card is due now, and whom it is about."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ARRAY, Date, Integer, and_, any_, bindparam, case, or_, select, text
from sqlalchemy.orm import aliased

from core.app import Work
from core.identity import consented, pupil_consented
from core.rules.calm import gets_card
from core.rules.cards import BEFORE_QUIET, CardHours, card_hours, cards_go, week_due
from core.rules.weeks import monday_of
from core.terms import MarkNotices
from storage.models import ClassUnit, Consent, Enrolment, Guardianship, Link, Pupil, StudyPeriod

# One process at a time prepares cards; the others ask again later.
_ALONE = text("SELECT pg_try_advisory_xact_lock(hashtext('zvonok cards'))")

# An hour has come for these, or quiet hours may soon begin; core/rules/cards.py decides.
_ASKED = text("""
    SELECT a.id, a.evening_at, a.quiet_from, a.quiet_to, a.mark_notices, a.evening_card, a.week_card,
           h.guardian, h.since
      FROM account a
      JOIN (SELECT account_id, bool_or(guardian_id IS NOT NULL) AS guardian, min(created_at) AS since
              FROM link WHERE revoked_at IS NULL AND staff_id IS NULL GROUP BY account_id) h ON h.account_id = a.id
     WHERE a.door = 'family' AND a.unreachable_at IS NULL AND a.evening_told_on IS DISTINCT FROM :today
       AND (a.evening_at <= :wall OR a.quiet_from <= :soon)
       AND (coalesce(a.evening_card, h.guardian) OR (a.week_card AND :week))
     ORDER BY a.id
""")

_TO_COME = text("""
    SELECT a.id, a.evening_at, a.evening_told_on, a.quiet_from, a.quiet_to
      FROM account a
     WHERE a.id = ANY(CAST(:accounts AS integer[]))
       AND coalesce(a.evening_card, EXISTS (
           SELECT FROM link l WHERE l.account_id = a.id AND l.revoked_at IS NULL AND l.guardian_id IS NOT NULL))
""")

_TELL = text("""
    UPDATE account SET evening_told_on = :today,
           week_told_on = CASE WHEN id = ANY(:week) THEN :today ELSE week_told_on END
     WHERE id = ANY(:accounts) AND evening_told_on IS DISTINCT FROM :today
    RETURNING id
""")


@dataclass(frozen=True)
class DueAccount:
    """An account whose card is to be written now: the evening's, the week's, or one card with both.

    `since`: when it was first connected.
    """

    id: int
    evening: bool
    week: bool
    marks: MarkNotices
    since: datetime
    hours: CardHours


@dataclass(frozen=True)
class CardChild:
    """A child of an account, whose data it may see through a link. `own`: the pupil's own phone.

    `period_starts`: the first day of the study period that this week belongs to; None: it belongs to none.
    """

    account_id: int
    link_id: int
    pupil_id: int
    own: bool
    name: str
    class_id: int
    period_starts: date | None


async def due_accounts(work: Work, at_most: int) -> list[DueAccount]:
    """Accounts whose card of today is due and not written yet; none while another process writes cards."""
    if not cards_go(work.local_now) or not await work.session.scalar(_ALONE):
        return []
    soon = work.local_now + BEFORE_QUIET
    asked = {
        "today": work.today,
        "wall": work.local_now.time(),
        "soon": soon.time(),
        "week": week_due(work.today, wanted=True),
    }
    found: list[DueAccount] = []
    for row in (await work.session.execute(_ASKED, asked)).all():
        hours = card_hours(work.local_now, row.evening_at, row.quiet_from, row.quiet_to)
        if hours is None or not hours.due(work.local_now):
            continue
        evening = gets_card(row.evening_card, guardian=row.guardian)
        week = week_due(work.today, wanted=row.week_card)
        found.append(DueAccount(row.id, evening, week, MarkNotices(row.mark_notices), row.since, hours))
        if len(found) == at_most:
            break
    return found


async def cards_to_come(work: Work, accounts: Collection[int]) -> dict[int, CardHours]:
    """Of these accounts those with an evening card, and the hours of the next: today's until it is written, then
    tomorrow's; in one statement.
    """
    found: dict[int, CardHours] = {}
    for row in await work.session.execute(_TO_COME, {"accounts": list(accounts)}):
        hours = card_hours(work.local_now, row.evening_at, row.quiet_from, row.quiet_to)
        if hours is not None and (row.evening_told_on == work.today or work.local_now >= hours.closes):
            tomorrow = work.local_now + timedelta(days=1)
            hours = card_hours(tomorrow, row.evening_at, row.quiet_from, row.quiet_to)
        if hours is not None:
            found[row.id] = hours
    return found


def card_key(day: date) -> str:
    """What a day's card of each account is known by in the outbox."""
    return f"card:{day}"


async def tell(work: Work, accounts: Sequence[DueAccount]) -> set[int]:
    """Note that the cards of today are written; returns the accounts for which nobody else had."""
    facts = {
        "today": work.today,
        "accounts": [account.id for account in accounts],
        "week": [account.id for account in accounts if account.week],
    }
    return set((await work.session.scalars(_TELL, facts)).all())


async def children_of(work: Work, accounts: Collection[int]) -> dict[int, list[CardChild]]:
    """Each account's children with consent, in the order of linking, in one statement."""
    days = {
        "today": work.today,
        "tomorrow": work.today + timedelta(days=1),
        "monday": monday_of(work.today),
    }
    found: dict[int, dict[int, CardChild]] = {}
    for row in await work.session.execute(_CHILDREN, {"accounts": list(accounts), **days}):
        child = CardChild(
            account_id=row.account_id,
            link_id=row.link_id,
            pupil_id=row.pupil_id,
            own=row.guardian_id is None,
            name=row.given_name,
            class_id=row.class_id,
            period_starts=row.period_starts,
        )
        found.setdefault(row.account_id, {}).setdefault(row.pupil_id, child)
    return {account_id: list(children.values()) for account_id, children in found.items()}


_TODAY, _TOMORROW, _MONDAY = (bindparam(name, type_=Date) for name in ("today", "tomorrow", "monday"))
_LATER = aliased(Enrolment)
_HERE = and_(
    Enrolment.pupil_id == Pupil.id,
    Enrolment.starts <= _TOMORROW,
    or_(Enrolment.ends.is_(None), Enrolment.ends >= _TODAY),
    # Of a class today and another tomorrow, the later.
    ~select(_LATER.id)
    .where(_LATER.pupil_id == Pupil.id, _LATER.starts > Enrolment.starts, _LATER.starts <= _TOMORROW)
    .exists(),
)
_PERIOD = (
    select(StudyPeriod.starts)
    .where(StudyPeriod.year_id == ClassUnit.year_id, StudyPeriod.kind != "year")
    .where(ClassUnit.grade_level.between(StudyPeriod.grade_from, StudyPeriod.grade_to))
    .where(StudyPeriod.starts <= _TODAY, StudyPeriod.ends >= _MONDAY)
    .order_by(StudyPeriod.starts.desc())
    .limit(1)
    .correlate(ClassUnit)
    .scalar_subquery()
)
_CHILDREN = (
    select(
        *(Link.account_id, Link.id.label("link_id"), Link.guardian_id, Pupil.id.label("pupil_id"), Pupil.given_name),
        *(Enrolment.class_id, _PERIOD.label("period_starts")),
    )
    .select_from(Link)
    .join(Guardianship, Guardianship.guardian_id == Link.guardian_id, isouter=True)
    .join(Pupil, or_(Pupil.id == Link.pupil_id, Pupil.id == Guardianship.pupil_id))
    .join(Enrolment, _HERE)
    .join(ClassUnit, ClassUnit.id == Enrolment.class_id)
    .where(Link.account_id == any_(bindparam("accounts", type_=ARRAY(Integer))), Link.revoked_at.is_(None))
    .where(
        case(
            (Link.guardian_id.is_not(None), consented(Consent.guardian_id == Link.guardian_id)),
            else_=pupil_consented(Link.pupil_id, _TODAY),
        )
    )
    .order_by(Link.account_id, Link.guardian_id.is_(None), Link.id, Pupil.id)
)
