"""The sides of conversations: who they are, whether they are there, on which phones and when they are reached (C1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any, cast

from sqlalchemy import Row, text

from core.app import Work
from core.conversations.facts import Side, Who
from core.conversations.voices import HELD_BY
from core.entries import working_days
from core.identity import OWN_CONSENT_AGE
from core.outbox import Recipient
from core.rules.names import full_name, initials_of, list_name
from core.rules.working_days import WorkingDays
from core.rules.working_hours import Quiet, awake_at, not_later, staff_reads_at
from core.terms import Door, Office

NAME_COLUMNS = """
    CASE WHEN p.office IS NOT NULL THEN 'office' WHEN p.staff_id IS NOT NULL THEN 'staff'
         WHEN p.guardian_id IS NOT NULL THEN 'guardian' ELSE 'pupil' END,
    coalesce(p.office, st.surname, gu.surname, pu.surname),
    coalesce(st.given_name, gu.given_name, pu.given_name, ''),
    coalesce(st.patronymic, gu.patronymic, pu.patronymic, ''),
    p.left_at IS NOT NULL"""
NAME_TABLES = """
    LEFT JOIN staff st ON st.id = p.staff_id
    LEFT JOIN guardian gu ON gu.id = p.guardian_id
    LEFT JOIN pupil pu ON pu.id = p.pupil_id"""

GUARDIAN_AGREED = """(SELECT k.answer = 'given' FROM consent k
                       WHERE k.guardian_id = {guardian} ORDER BY k.id DESC LIMIT 1)"""
# The rule is core/identity.py pupil_consented, here for a statement of its own tables.
PUPIL_AGREED = f"""(CASE
    WHEN (SELECT b.birth_date + make_interval({OWN_CONSENT_AGE}) <= :today FROM pupil b WHERE b.id = {{pupil}})
    THEN (SELECT k.answer = 'given' FROM consent k WHERE k.pupil_id = {{pupil}} ORDER BY k.id DESC LIMIT 1)
    ELSE EXISTS (SELECT FROM guardianship t WHERE t.pupil_id = {{pupil}}
                  AND {GUARDIAN_AGREED.format(guardian="t.guardian_id")}) END)"""

_HOLDERS = " UNION ALL ".join(
    "SELECT r.staff_id FROM staff_role r JOIN staff h ON h.id = r.staff_id"
    f" WHERE p.office = '{office}' AND r.role IN ({', '.join(repr(role.value) for role in roles)})"
    " AND (h.dismissed IS NULL OR h.dismissed >= :today)"
    for office, roles in HELD_BY.items()
)
_SIDES = text(f"""
    SELECT p.id, p.conversation_id, p.staff_id, p.guardian_id, p.pupil_id, p.office, p.left_at,
           coalesce(st.surname, gu.surname, pu.surname, '') AS surname,
           coalesce(st.given_name, gu.given_name, pu.given_name, '') AS given_name,
           coalesce(st.patronymic, gu.patronymic, pu.patronymic, '') AS patronymic,
           coalesce(st.position, tie.kinship, own_class.name, p.office, '') AS what,
           coalesce(st.dismissed < :today, false)
             OR (p.pupil_id IS NOT NULL AND own_class.name IS NULL)
             OR (p.guardian_id IS NOT NULL AND c.pupil_id IS NOT NULL AND tie.pupil_id IS NULL) AS gone,
           (SELECT max(u.ends_at) FROM mute u
             WHERE (u.staff_id = p.staff_id OR u.guardian_id = p.guardian_id OR u.pupil_id = p.pupil_id)
               AND u.lifted_at IS NULL AND u.ends_at > :now) AS muted_until,
           coalesce(class_unit.grade_level, 12) AS grade, phones.accounts
      FROM participant p
      JOIN conversation c ON c.id = p.conversation_id
      LEFT JOIN class_unit ON class_unit.id = c.class_id
      {NAME_TABLES}
      LEFT JOIN guardianship tie ON tie.guardian_id = p.guardian_id AND tie.pupil_id = c.pupil_id
      LEFT JOIN LATERAL (
        SELECT k.name FROM enrolment e JOIN class_unit k ON k.id = e.class_id
         WHERE e.pupil_id = p.pupil_id AND (e.ends IS NULL OR e.ends >= :today) ORDER BY e.starts LIMIT 1
      ) own_class ON true
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_array(a.id, l.link_id, a.quiet_from, a.quiet_to) ORDER BY a.id) AS accounts
          FROM (SELECT l.account_id, min(l.id) AS link_id FROM link l
                 WHERE l.revoked_at IS NULL
                   AND (l.staff_id = p.staff_id OR l.guardian_id = p.guardian_id OR l.pupil_id = p.pupil_id
                        OR l.staff_id = ANY(ARRAY({_HOLDERS})))
                   AND CASE WHEN l.guardian_id IS NOT NULL THEN {GUARDIAN_AGREED.format(guardian="l.guardian_id")}
                            WHEN l.pupil_id IS NOT NULL THEN {PUPIL_AGREED.format(pupil="l.pupil_id")}
                            ELSE true END
                 GROUP BY l.account_id) l
          JOIN account a ON a.id = l.account_id AND a.unreachable_at IS NULL
      ) phones ON true
     WHERE p.conversation_id = ANY(CAST(:conversations AS integer[]))
     ORDER BY p.conversation_id, p.left_at IS NOT NULL, p.id
""")


@dataclass(frozen=True)
class Phone:
    """An account that hears of a conversation, and the quiet hours its owner chose."""

    to: Recipient
    quiet: Quiet


@dataclass(frozen=True)
class Party:
    """A side with all that writing to it needs. `left`: sits here no longer; `gone`: not of the school any more."""

    participant: int
    conversation_id: int
    kind: Who
    person_id: int | None
    office: Office | None
    surname: str
    given_name: str
    patronymic: str
    what: str
    left: bool
    gone: bool
    muted_until: datetime | None
    grade: int
    phones: tuple[Phone, ...]

    @property
    def door(self) -> Door:
        """The bot through which this side talks."""
        return Door.STAFF if self.kind in ("staff", "office") else Door.FAMILY

    @property
    def name(self) -> str:
        """In full; a pupil as in a class list, an office by its code."""
        if self.office is not None:
            return self.office.value
        return list_name(self.surname, self.given_name) if self.kind == "pupil" else full_name(self)


@dataclass(frozen=True)
class Hours:
    """What decides when a word arrives: the moment by the school's clock, the calendar, the staff's hours."""

    now: datetime
    days: WorkingDays
    staff: tuple[time, time]

    def arrives(self, party: Party, phone: Phone, of: Door) -> datetime:
        """When a word written now at the door `of` reaches a phone."""
        if party.door is Door.STAFF and of is Door.FAMILY:
            return staff_reads_at(self.now, self.staff, self.days, party.grade, phone.quiet)
        return awake_at(self.now, phone.quiet)

    def reads_at(self, party: Party, of: Door) -> datetime | None:
        """When the first of a side's phones has it; None: at once, or there is none."""
        moments = [self.arrives(party, phone, of) for phone in party.phones]
        return not_later(min(moments), self.now) if moments else None


async def parties_of(work: Work, conversation_ids: Sequence[int]) -> dict[int, list[Party]]:
    """The sides of conversations, those who left last, in one statement."""
    facts = {"conversations": list(conversation_ids), "today": work.today, "now": work.now}
    found: dict[int, list[Party]] = {conversation_id: [] for conversation_id in conversation_ids}
    for row in (await work.session.execute(_SIDES, facts)).all():
        found[row.conversation_id].append(_party(row))
    return found


async def hours_of(work: Work) -> Hours:
    """In one statement (the calendar)."""
    staff = work.regulation(work.today).staff_hours
    return Hours(work.local_now, await working_days(work, work.today), (staff.starts, staff.ends))


def side_of(work: Work, party: Party, hours: Hours | None, mine: int, of: Door) -> Side:
    """A side as the actor sees it. `mine`: the actor's participant."""
    own = party.participant == mine
    return Side(
        participant=party.participant,
        kind=party.kind,
        person_id=party.person_id,
        name=party.name,
        what=party.what,
        connected=bool(party.phones),
        reads_at=None if own or hours is None else hours.reads_at(party, of),
        mine=own,
        left=party.left or party.gone,
        awaited=bool(awaited([party])),
        muted_until=work.local(party.muted_until) if party.muted_until else None,
    )


def short_name(side: Sequence[Any]) -> str:
    """Of `NAME_COLUMNS`: surname and initials, a pupil as in a class list, an office's code."""
    kind, surname, given_name, patronymic, _ = side
    if kind == "office":
        return str(surname)
    return list_name(surname, given_name) if kind == "pupil" else initials_of(surname, given_name, patronymic)


def about(row: Row[Any]) -> str:
    """The pupil and class that a conversation is about, as far as it is about any."""
    parts = [list_name(row.surname, row.given_name) if row.surname else "", row.class_name or ""]
    return ", ".join(part for part in parts if part)


def there(parties: Iterable[Party]) -> list[Party]:
    """Sides that can still read."""
    return [party for party in parties if not party.left and not party.gone]


def awaited(parties: Iterable[Party]) -> list[Party]:
    """Staff who left the school without an heir yet: whoever comes in their place reads what is written now."""
    return [party for party in parties if party.kind == "staff" and party.gone and not party.left]


def _party(row: Row[Any]) -> Party:
    kind = next(kind for kind in ("staff", "guardian", "pupil", "office") if _of_kind(row, kind) is not None)
    return Party(
        participant=row.id,
        conversation_id=row.conversation_id,
        kind=cast("Who", kind),
        person_id=None if kind == "office" else _of_kind(row, kind),
        office=Office(row.office) if row.office else None,
        surname=row.surname,
        given_name=row.given_name,
        patronymic=row.patronymic,
        what=row.what,
        left=row.left_at is not None,
        gone=row.gone,
        muted_until=row.muted_until,
        grade=row.grade,
        phones=tuple(_phone(*phone) for phone in row.accounts or []),
    )


def _of_kind(row: Row[Any], kind: str) -> Any:
    return row.office if kind == "office" else getattr(row, f"{kind}_id")


def _phone(account_id: int, link_id: int, quiet_from: str | None, quiet_to: str | None) -> Phone:
    quiet = tuple(time.fromisoformat(wall) if wall else None for wall in (quiet_from, quiet_to))
    return Phone(Recipient(account_id, link_id), cast("Quiet", quiet))
