"""People who may not write for a while (C1)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, select, text, update

from core.access.holders import PEOPLE, Holder, HolderKind, belongs
from core.app import Work
from core.audit import record
from core.conversations.facts import MutedPerson, Who
from core.errors import AccessDenied, NothingThere
from core.errors.conversations import MuteWrong
from core.outbox import Kind, Push, Recipient, enqueue
from core.rights import SILENCES
from core.rules.length import within
from core.rules.names import full_name, initials_of, list_name
from storage.models import Link, Mute

REASON_CHARS = 200
LONGEST = timedelta(days=30)

# Of the class leader's own class: its pupils and their guardians.
_LED = """EXISTS (
    SELECT FROM enrolment e LEFT JOIN guardianship t ON t.pupil_id = e.pupil_id
     WHERE e.class_id = ANY(CAST(:leads AS integer[])) AND (e.ends IS NULL OR e.ends >= :today)
       AND (e.pupil_id = {pupil} OR t.guardian_id = {guardian}))"""
_IN_LED = text(f"SELECT {_LED.format(pupil='CAST(:pupil AS integer)', guardian='CAST(:guardian AS integer)')}")
_MUTED = text(f"""
    SELECT m.id, m.staff_id, m.guardian_id, m.pupil_id, m.reason, m.starts_at, m.ends_at, m.made_by,
           coalesce(s.surname, g.surname, u.surname) AS surname,
           coalesce(s.given_name, g.given_name, u.given_name) AS given_name,
           coalesce(s.patronymic, g.patronymic, u.patronymic) AS patronymic,
           coalesce(s.position, (SELECT min(t.kinship) FROM guardianship t WHERE t.guardian_id = g.id), k.name, '')
             AS what,
           by_whom.surname AS by_surname, by_whom.given_name AS by_given, by_whom.patronymic AS by_third,
           count(*) OVER () AS total
      FROM mute m
      LEFT JOIN staff s ON s.id = m.staff_id
      LEFT JOIN guardian g ON g.id = m.guardian_id
      LEFT JOIN pupil u ON u.id = m.pupil_id
      LEFT JOIN LATERAL (SELECT c.name FROM enrolment e JOIN class_unit c ON c.id = e.class_id
                          WHERE e.pupil_id = u.id ORDER BY e.starts DESC LIMIT 1) k ON true
      JOIN staff by_whom ON by_whom.id = m.made_by
     WHERE CASE WHEN CAST(:mute AS integer) IS NULL THEN m.lifted_at IS NULL AND m.ends_at > :now
                ELSE m.id = :mute END
       AND (:all OR (m.staff_id IS NULL AND {_LED.format(pupil="m.pupil_id", guardian="m.guardian_id")}))
     ORDER BY m.ends_at, m.id LIMIT :size OFFSET :first
""")


async def mute(work: Work, kind: Who, person_id: int, until: datetime, reason: str) -> MutedPerson:
    """Silence a person until a moment; the person is told. A second press changes nothing.

    A class leader: guardians and pupils of the own class; director and deputies: anybody but themselves.
    Raises NotConnected, AccessDenied, NothingThere, TextTooLong, MuteWrong (no reason; the end past or over 30 days
    away).
    """
    said = within(" ".join(reason.split()), REASON_CHARS)
    if not said:
        raise MuteWrong(what="reason", days=LONGEST.days)
    if not work.now < until <= work.now + LONGEST:
        raise MuteWrong(what="until", days=LONGEST.days)
    holder = await require_to_mute(work, kind, person_id)
    await _alone(work, holder)
    standing = await _standing(work, holder)
    same = next((m for m in standing if m.ends_at == until and m.reason == said), None)
    if same is None:
        same = await _silence(work, holder, standing, until, said)
    return await _muted(work, same.id)


async def lift(work: Work, mute_id: int) -> MutedPerson:
    """Let the person write again; they are told. A class leader lifts no silence of the management.

    Raises NotConnected, AccessDenied, NothingThere.
    """
    staff_id = work.actor.require_staff()
    found = await work.session.get(Mute, mute_id, with_for_update=True)
    if found is None:
        raise NothingThere
    holder = await require_to_mute(work, _kind(found), _person(found))
    if not (work.actor.holds(*SILENCES) or found.made_by == staff_id):
        raise AccessDenied(mute=mute_id)
    if found.lifted_at is None and found.ends_at > work.now:
        found.lifted_by, found.lifted_at = staff_id, work.now
        await work.session.flush()
        record(work, "conversation.unmute", "mute", mute_id, before={"until": found.ends_at.isoformat()})
        if not await _standing(work, holder):
            await _tell(work, holder, mute_id, {"lifted": True})
    return await _muted(work, mute_id)


async def muted(work: Work, first: int = 0, size: int = 8) -> tuple[tuple[MutedPerson, ...], int]:
    """Who is silenced now among those the actor may silence, and how many. Raises NotConnected, AccessDenied."""
    work.actor.require_staff()
    if not (work.actor.holds(*SILENCES) or work.actor.leads):
        raise AccessDenied
    rows = await _rows(work, None, first, size)
    return tuple(_person_of(work, row) for row in rows), rows[0].total if rows else 0


async def require_to_mute(work: Work, kind: Who, person_id: int) -> Holder:
    """The person, when the actor may silence them. Raises NotConnected, AccessDenied, NothingThere."""
    staff_id = work.actor.require_staff()
    if kind == "office":
        raise NothingThere
    holder = Holder(HolderKind(kind), person_id)
    manages = work.actor.holds(*SILENCES)
    if kind == "staff" and (not manages or person_id == staff_id):
        raise AccessDenied(staff=person_id)
    if not manages and not await _in_led(work, holder):
        raise AccessDenied(**holder.values)
    if not await belongs(work, holder):
        raise NothingThere
    return holder


async def _in_led(work: Work, holder: Holder) -> bool:
    facts = {"pupil": None, "guardian": None, "leads": sorted(work.actor.leads), "today": work.today}
    return bool(await work.session.scalar(_IN_LED, facts | {str(holder.kind): holder.id}))


async def _alone(work: Work, holder: Holder) -> None:
    """Whoever silences the same person at this moment waits: a press that comes twice is one silence."""
    person = PEOPLE[holder.kind]
    await work.session.execute(select(person.id).where(person.id == holder.id).with_for_update(key_share=True))


async def _standing(work: Work, holder: Holder) -> Sequence[Mute]:
    """The person's silences of now, locked."""
    ((column, value),) = holder.values.items()
    query = select(Mute).where(getattr(Mute, column) == value, Mute.lifted_at.is_(None), Mute.ends_at > work.now)
    return (await work.session.scalars(query.order_by(Mute.id).with_for_update())).all()


async def _silence(work: Work, holder: Holder, standing: Sequence[Mute], until: datetime, reason: str) -> Mute:
    """The new word stands in place of the actor's former ones; the management's in place of everybody's."""
    staff_id = work.actor.require_staff()
    replaced = [m.id for m in standing if work.actor.holds(*SILENCES) or m.made_by == staff_id]
    if replaced:
        ended = {"lifted_by": staff_id, "lifted_at": work.now}
        await work.session.execute(update(Mute).where(Mute.id.in_(replaced)).values(**ended))
    new = Mute(**holder.values, reason=reason, made_by=staff_id, starts_at=work.now, ends_at=until)
    work.session.add(new)
    await work.session.flush()
    after = {**holder.values, "until": until.isoformat(), "reason": reason}
    record(work, "conversation.mute", "mute", new.id, after=after)
    await _tell(work, holder, new.id, {"lifted": False, "until": work.local(until).isoformat(), "reason": reason})
    return new


async def _tell(work: Work, holder: Holder, mute_id: int, said: dict[str, Any]) -> None:
    ((column, value),) = holder.values.items()
    links = select(Link.account_id, Link.id).where(getattr(Link, column) == value, Link.revoked_at.is_(None))
    name = (await _muted(work, mute_id)).by
    facts = {"door": holder.door.value, "name": name, **said}
    key = f"{Kind.MUTED}:{mute_id}:{'lifted' if said['lifted'] else 'made'}"
    await enqueue(
        work,
        [
            Push(
                kind=Kind.MUTED,
                door=holder.door,
                to=Recipient(row.account_id, row.id),
                facts=facts,
                dedupe=key,
                due_at=work.now,
                expires_at=work.now + LONGEST,
                subject_id=mute_id,
                order=f"{Kind.MUTED}:{holder.kind}:{holder.id}",
            )
            for row in (await work.session.execute(links.order_by(Link.id))).all()
        ],
    )


async def _muted(work: Work, mute_id: int) -> MutedPerson:
    return _person_of(work, (await _rows(work, mute_id, 0, 1))[0])


async def _rows(work: Work, mute_id: int | None, first: int, size: int) -> Sequence[Row[Any]]:
    facts = {"mute": mute_id, "now": work.now, "today": work.today, "first": first, "size": size}
    allowed = {"all": work.actor.holds(*SILENCES), "leads": sorted(work.actor.leads)}
    return (await work.session.execute(_MUTED, facts | allowed)).all()


def _person_of(work: Work, row: Row[Any]) -> MutedPerson:
    kind = _kind(row)
    return MutedPerson(
        mute_id=row.id,
        kind=kind,
        person_id=_person(row),
        name=list_name(row.surname, row.given_name) if kind == "pupil" else full_name(row),
        what=row.what,
        reason=row.reason,
        by=initials_of(row.by_surname, row.by_given, row.by_third),
        starts_at=work.local(row.starts_at),
        ends_at=work.local(row.ends_at),
    )


def _kind(row: Row[Any] | Mute) -> Who:
    if row.staff_id is not None:
        return "staff"
    return "guardian" if row.guardian_id is not None else "pupil"


def _person(row: Row[Any] | Mute) -> int:
    return int(row.staff_id or row.guardian_id or row.pupil_id or 0)
