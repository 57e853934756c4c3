"""Reading, in one statement, the school and who stands behind an address."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ARRAY, DateTime, Integer, Row, Select, and_, bindparam, case, func, literal, or_, select, update
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased
from sqlalchemy.sql.elements import ColumnElement

from core.actor import Actor, Address, Child, Presence
from core.rules.pin import locked, noted_every
from core.school import RegulationMemory, SchoolFacts
from core.seen import staff_seen
from core.terms import ConsentAnswer, Door, Role
from storage.base import table_of
from storage.models import (
    Account,
    AccountPin,
    ClassUnit,
    Consent,
    Enrolment,
    Guardianship,
    Link,
    Pupil,
    RegulationChoice,
    School,
    Staff,
    StaffRole,
)

SEEN_EVERY = timedelta(minutes=5)
OWN_CONSENT_AGE = 14


async def load_identity(
    session: AsyncSession,
    address: Address | None,
    now: datetime,
    regulations: RegulationMemory,
    presence: Presence = Presence.ACTS,
) -> tuple[SchoolFacts, Actor | None]:
    """The school and the actor at `address` (None without an address)."""
    known = {"known": regulations.known}
    if address is None:
        return _school_facts((await session.execute(_SCHOOL, known)).one(), regulations), None
    facts = {"channel": address.channel, "chat": address.chat, "now": now, **known}
    row = (await session.execute(_IDENTITY[address.door], facts)).one()
    school, actor = _school_facts(row, regulations), _actor(row, address.door, now)
    if actor.locked:
        return school, actor
    if presence is Presence.ACTS and actor.staff_id is not None and _pin_unnoted(row, now):
        tapped = update(AccountPin).where(AccountPin.account_id == row.account_id).values(seen_at=now)
        await session.execute(tapped)
    if row.seen_at is not None and (row.unreachable_at is not None or now - row.seen_at > SEEN_EVERY):
        await _seen(session, row.account_id, actor, now, school)
    return school, actor


def _pin_unnoted(row: Row[Any], now: datetime) -> bool:
    """Whether this tap is to be noted, so that the pause after which the PIN is asked for begins anew."""
    return row.pin_after is not None and now - row.pin_seen_at >= noted_every(row.pin_after)


async def _seen(session: AsyncSession, account_id: int, actor: Actor, now: datetime, school: SchoolFacts) -> None:
    """Whoever writes can be written to again; that staff use the journal is counted (A7)."""
    if actor.staff_id is not None:
        await staff_seen(session, account_id, actor.staff_id, now, now.astimezone(school.zone).date())
        return
    seen = update(Account).where(Account.id == account_id).values(seen_at=now, unreachable_at=None)
    await session.execute(seen)


def consented(person: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether the newest answer of a person (guardian or pupil) to the consent text is a yes."""
    newest = select(Consent.answer).where(person).order_by(Consent.id.desc()).limit(1).scalar_subquery()
    return func.coalesce(newest == ConsentAnswer.GIVEN, literal(value=False))


def still_enrolled(pupil_id: Any, today: ColumnElement[date] | date) -> ColumnElement[bool]:
    """Whether a pupil has not left the school by `today` (somebody enrolled from a later day has not)."""
    stay = aliased(Enrolment)
    lasts = or_(stay.ends.is_(None), stay.ends >= today)
    return select(stay.id).where(stay.pupil_id == pupil_id, lasts).correlate_except(stay).exists()


def answers_alone(birth_date: Any, today: ColumnElement[date] | date) -> ColumnElement[bool]:
    """Whether a pupil consents for oneself: 14 and over (field.md 7); unknown age counts as under."""
    return func.coalesce(birth_date + func.make_interval(OWN_CONSENT_AGE) <= today, literal(value=False))


def pupil_consented(pupil_id: Any, today: ColumnElement[date] | date) -> ColumnElement[bool]:
    """Whether consent stands for a pupil's own access: the pupil's from 14 on, before that any guardian's."""
    who, tie = aliased(Pupil), aliased(Guardianship)
    alone = select(answers_alone(who.birth_date, today)).where(who.id == pupil_id).correlate_except(who)
    guardian = select(tie.guardian_id).where(
        tie.pupil_id == pupil_id, consented(Consent.guardian_id == tie.guardian_id)
    )
    own = consented(Consent.pupil_id == pupil_id)
    return case((alone.scalar_subquery(), own), else_=guardian.correlate_except(tie).exists())


def _identity(door: Door) -> Select[Any]:
    account = and_(Account.channel == bindparam("channel"), Account.door == door, Account.address == bindparam("chat"))
    now = bindparam("now", type_=DateTime(timezone=True))
    today = func.date(func.timezone(School.time_zone, now))
    known = (Account.id.label("account_id"), Account.language, Account.seen_at, Account.unreachable_at)
    if door is Door.FAMILY:
        return select(*_SCHOOL_COLUMNS, *known, *_family_columns(today)).join_from(
            School, Account, account, isouter=True
        )
    return (
        select(*_SCHOOL_COLUMNS, *known, *_PIN, *_staff_columns(today))
        .join_from(School, Account, account, isouter=True)
        .join(AccountPin, AccountPin.account_id == Account.id, isouter=True)
    )


def _staff_columns(today: ColumnElement[date]) -> list[ColumnElement[Any]]:
    """The active link of the account, the roles of its holder, the classes led."""
    link = (
        select(func.json_build_array(Link.id, Link.staff_id))
        .join(Staff, Staff.id == Link.staff_id)
        .where(Link.account_id == Account.id, Link.revoked_at.is_(None))
        .where(or_(Staff.dismissed.is_(None), Staff.dismissed >= today))
        .correlate(Account, School)
    )
    roles = (
        select(func.array_agg(StaffRole.role))
        .join(Link, Link.staff_id == StaffRole.staff_id)
        .where(Link.account_id == Account.id, Link.revoked_at.is_(None))
        .correlate(Account)
    )
    leads = (
        select(func.array_agg(ClassUnit.id))
        .join(Link, Link.staff_id == ClassUnit.class_leader_id)
        .where(Link.account_id == Account.id, Link.revoked_at.is_(None), ClassUnit.year_id == School.year_id)
        .correlate(Account, School)
    )
    return [
        link.scalar_subquery().label("link"),
        roles.scalar_subquery().label("roles"),
        leads.scalar_subquery().label("leads"),
    ]


def _family_columns(today: ColumnElement[date]) -> list[ColumnElement[Any]]:
    """[pupil, guardian or null, link, consented] of each child, in the order of linking."""
    as_guardian = (
        select(
            func.json_agg(
                aggregate_order_by(
                    func.json_build_array(
                        Guardianship.pupil_id,
                        Link.guardian_id,
                        Link.id,
                        consented(Consent.guardian_id == Link.guardian_id),
                    ),
                    Link.id,
                    Guardianship.pupil_id,
                )
            )
        )
        .join(Guardianship, Guardianship.guardian_id == Link.guardian_id)
        .where(Link.account_id == Account.id, Link.revoked_at.is_(None))
        .where(still_enrolled(Guardianship.pupil_id, today))
        .correlate(Account, School)
    )
    as_pupil = (
        select(
            func.json_agg(func.json_build_array(Link.pupil_id, None, Link.id, pupil_consented(Link.pupil_id, today)))
        )
        .where(Link.account_id == Account.id, Link.revoked_at.is_(None), Link.pupil_id.is_not(None))
        .where(still_enrolled(Link.pupil_id, today))
        .correlate(Account, School)
    )
    return [as_guardian.scalar_subquery().label("as_guardian"), as_pupil.scalar_subquery().label("as_pupil")]


def _actor(row: Row[Any], door: Door, now: datetime) -> Actor:
    if row.account_id is None:
        return Actor(door=door)
    if door is Door.FAMILY:
        children = tuple(Child(*c) for c in [*(row.as_guardian or []), *(row.as_pupil or [])])
        return Actor(door=door, account_id=row.account_id, language=row.language, children=children)
    if row.link is None:
        return Actor(door=door, account_id=row.account_id, language=row.language)
    if row.pin_after is not None and locked(now, row.pin_seen_at, row.pin_after, row.pin_locked_until):
        return Actor(door=door, account_id=row.account_id, language=row.language, locked=True)
    link_id, staff_id = row.link
    return Actor(
        door=door,
        account_id=row.account_id,
        language=row.language,
        staff_id=staff_id,
        link_id=link_id,
        roles=frozenset(Role(r) for r in row.roles or []),
        leads=frozenset(row.leads or []),
    )


def _school_facts(school: Row[Any], regulations: RegulationMemory) -> SchoolFacts:
    return SchoolFacts(
        name=school.name,
        zone=ZoneInfo(school.time_zone),
        year_id=school.year_id,
        regulations=tuple(
            (date.fromisoformat(since), regulations.of(*choice)) for since, *choice in school.chosen or []
        ),
        days_in_week=school.days_in_week,
        code_salt=school.code_salt,
        absence_grace=timedelta(seconds=school.absence_grace_s),
        settled_grace=timedelta(seconds=school.settled_grace_s),
        silence=timedelta(minutes=school.silence_min),
        first_reminder=school.first_reminder,
        second_reminder=school.second_reminder,
        overdue_report=school.overdue_report,
        dot_counts_as_two=school.dot_counts_as_two,
    )


# Built once: composing them anew would cost each tap more than running them.
_KNOWN = RegulationChoice.id == func.any(bindparam("known", type_=ARRAY(Integer)))
_CHOSEN = select(
    func.json_agg(
        aggregate_order_by(
            func.json_build_array(
                RegulationChoice.since,
                RegulationChoice.id,
                RegulationChoice.name,
                case((_KNOWN, None), else_=RegulationChoice.body),
                case((_KNOWN, None), else_=RegulationChoice.overrides),
            ),
            RegulationChoice.since,
            RegulationChoice.id,
        )
    )
).scalar_subquery()
_PIN = (
    AccountPin.after_minutes.label("pin_after"),
    AccountPin.seen_at.label("pin_seen_at"),
    AccountPin.locked_until.label("pin_locked_until"),
)
_SCHOOL_COLUMNS = (
    *(c for c in table_of(School).columns if c.name not in {"id", "city", "short_name"}),
    _CHOSEN.label("chosen"),
)
# Without an address it is a tick, which reads many people at once: planned anew for how many (storage/engine.py).
_SCHOOL = select(func.set_config("plan_cache_mode", "auto", literal(value=True)), *_SCHOOL_COLUMNS)
_IDENTITY = {door: _identity(door) for door in Door}
