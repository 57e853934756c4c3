"""What came of an announcement: delivered, read, answered, by class and by name (C2)."""

from dataclasses import dataclass
from datetime import time
from typing import Any

from sqlalchemy import Row, text

from core.actions.announcing import Readers
from core.announcements.composing import first_words
from core.announcements.drafts import AUTHOR, announces_to_school, state_of
from core.announcements.facts import State, Unit
from core.announcements.outcome import Count, Names, OfChild, PersonLine, Progress, ReaderLine, Said
from core.announcements.people import person_of, reach_of
from core.announcements.reading import LED
from core.app import Work
from core.errors import AccessDenied, NothingThere
from core.folding_sql import FOLDED
from core.rules.names import full_name, list_name
from core.terms import Acknowledgement

_FOUND = f"""
    SELECT n.*, {AUTHOR}, who.position, {LED} AS led
      FROM announcement n JOIN staff who ON who.id = n.made_by WHERE n.id = :id AND n.confirmed_at IS NOT NULL
"""
_HEAD, _HOLD = text(_FOUND), text(f"{_FOUND} FOR UPDATE OF n")

# Each reader (of the reader's own classes, when only those are open) with what the chats and the phones say: a message
# counts for whoever the account spoke for when it was written.
READERS = f"""
    got AS (
        SELECT {person_of("l")} AS person, bool_or(o.status = 'sent') AS delivered
          FROM outbox o JOIN link l ON l.account_id = o.account_id AND l.created_at <= o.created_at
                               AND (l.revoked_at IS NULL OR l.revoked_at > o.created_at)
         WHERE o.kind = 'announcement' AND o.subject_id = :id AND o.sending = 'new'
           AND o.status IN ('sent', 'pending', 'sending')
         GROUP BY 1
    ),
    readers AS MATERIALIZED (
        SELECT r.*, {person_of("r")} AS person, {reach_of("r")} AS reach, coalesce(g.delivered, false) AS delivered,
               g.person IS NOT NULL AS coming
          FROM announcement_reader r LEFT JOIN got g ON g.person = {person_of("r")}
         WHERE r.announcement_id = :id AND (:all OR r.class_id = ANY(:leads))
    )
"""
SILENT = "read_at IS NULL AND reach = 2"

# What of a person's rows stands for the person: `unread` is how far the chats reach for what was not read.
_PERSON = """
    bool_and(r.read_at IS NOT NULL) AS read, bool_and(r.answer IS NOT NULL) AS answered,
    bool_or(r.delivered) AS delivered, max(r.reach) FILTER (WHERE r.read_at IS NULL) AS unread
"""
_COUNTS = text(f"""
    WITH {READERS},
    people AS (
        SELECT grouping(r.class_id) AS whole, r.class_id, bool_or(r.staff_id IS NOT NULL) AS staff, {_PERSON},
               max(r.reminded_at) AS reminded_at,
               bool_or({SILENT} AND (r.reminded_at IS NULL OR r.reminded_at < :midnight)) AS may_remind
          FROM readers r GROUP BY GROUPING SETS ((r.person), (r.class_id, r.person))
    )
    SELECT k.*, c.name FROM (
        SELECT whole, class_id, whole = 0 AND class_id IS NULL AS staff, count(*) AS people,
               count(*) FILTER (WHERE delivered) AS delivered,
               count(*) FILTER (WHERE read) AS read,
               count(*) FILTER (WHERE answered) AS answered,
               count(*) FILTER (WHERE unread = 2) AS silent,
               count(*) FILTER (WHERE unread = 1) AS unreachable,
               count(*) FILTER (WHERE unread = 0) AS not_connected,
               max(reminded_at) AS reminded_at, bool_or(may_remind) AS may_remind
          FROM people GROUP BY whole, class_id) k
      LEFT JOIN class_unit c ON c.id = k.class_id
     ORDER BY c.grade_level, c.key
""")

_ANSWERS = text(f"""
    SELECT r.answer, count(DISTINCT {person_of("r")}) AS people,
           count(DISTINCT coalesce(r.child_id, r.pupil_id)) AS children
      FROM announcement_reader r
     WHERE r.announcement_id = :id AND r.answer IS NOT NULL AND (:all OR r.class_id = ANY(:leads)) GROUP BY r.answer
""")

WHICH = {
    Readers.READ: "bool_and(r.read_at IS NOT NULL)",
    Readers.ANSWERED: "bool_and(r.answer IS NOT NULL)",
    Readers.SILENT: "max(r.reach) FILTER (WHERE r.read_at IS NULL) = 2",
    Readers.UNREACHABLE: "max(r.reach) FILTER (WHERE r.read_at IS NULL) = 1",
    Readers.NOT_CONNECTED: "max(r.reach) FILTER (WHERE r.read_at IS NULL) = 0",
}
_BY_NAME = FOLDED.format("coalesce(p.surname || ' ' || p.given_name, s.surname || ' ' || s.given_name)")
_NAMED = f"""
    {READERS},
    named AS (
        SELECT r.*, c.name AS class_name, k.kinship,
               coalesce(g.surname, s.surname, p.surname) AS surname,
               coalesce(g.given_name, s.given_name, p.given_name) AS given_name,
               coalesce(g.patronymic, s.patronymic, '') AS patronymic, s.position,
               p.surname AS child_surname, p.given_name AS child_given,
               row_number() OVER (ORDER BY c.grade_level, c.key, {_BY_NAME}, r.pupil_id NULLS LAST, r.id) AS place
          FROM readers r LEFT JOIN class_unit c ON c.id = r.class_id
          LEFT JOIN pupil p ON p.id = coalesce(r.child_id, r.pupil_id)
          LEFT JOIN guardian g ON g.id = r.guardian_id
          LEFT JOIN guardianship k ON k.guardian_id = r.guardian_id AND k.pupil_id = r.child_id
          LEFT JOIN staff s ON s.id = r.staff_id
         WHERE CAST(:class AS integer) IS NULL OR r.class_id = :class
    )
"""
_EVERYBODY = text(f"WITH {_NAMED} SELECT * FROM named ORDER BY place")
_NAMES = {
    readers: text(f"""
        WITH {_NAMED}
        SELECT r.surname, r.given_name, r.patronymic, r.position, r.guardian_id, r.pupil_id, min(r.kinship) AS kinship,
               json_agg(json_build_array(r.child_surname, r.child_given, r.class_name, r.answer) ORDER BY r.place)
                   AS children,
               {_PERSON}, bool_or(r.coming) AS coming, max(r.read_at) AS read_at, count(*) OVER () AS total
          FROM named r
         GROUP BY r.person, r.surname, r.given_name, r.patronymic, r.position, r.guardian_id, r.pupil_id
        HAVING {which} ORDER BY min(r.place) LIMIT :size OFFSET :first
    """)
    for readers, which in WHICH.items()
}


@dataclass(frozen=True)
class Watched:
    """An announcement somebody may watch; `part`: only the readers of the own classes."""

    row: Row[Any]
    owner: bool
    facts: dict[str, Any]

    @property
    def part(self) -> bool:
        return not self.owner


async def watched(work: Work, announcement_id: int, *, hold: bool = False) -> Watched:
    """Raises NotConnected, AccessDenied, NothingThere."""
    staff_id = work.actor.require_staff()
    leads = sorted(work.actor.leads)
    row = (await work.session.execute(_HOLD if hold else _HEAD, {"id": announcement_id, "leads": leads})).one_or_none()
    if row is None:
        raise NothingThere
    owner = row.made_by == staff_id or announces_to_school(work)
    if not (owner or row.led):
        raise AccessDenied(announcement=announcement_id)
    return Watched(row, owner, {"id": announcement_id, "leads": leads, "all": owner, "today": work.today})


async def progress(work: Work, announcement_id: int, note: str = "") -> Progress:
    """For its author, the director, deputies and the administrator; a class leader sees the own classes only.

    Raises NotConnected, AccessDenied, NothingThere.
    """
    return await progress_of(work, await watched(work, announcement_id), note)


async def progress_of(work: Work, seen: Watched, note: str = "") -> Progress:
    """The same of an announcement that was found, in two statements."""
    row = seen.row
    rows = (await work.session.execute(_COUNTS, {**seen.facts, "midnight": work.at(work.today, time(0))})).all()
    whole = next((row for row in rows if row.whole), None)
    staff = next((row for row in rows if not row.whole and row.staff), None)
    answers = await answers_of(work, seen)
    state = state_of(work, row)
    asks = row.acknowledgement != Acknowledgement.NONE
    return Progress(
        id=row.id,
        first_words=first_words(row.body),
        state=state,
        acknowledgement=Acknowledgement(row.acknowledgement),
        published_at=work.local(row.published_at) if row.published_at else None,
        publish_at=work.local(row.publish_at) if row.publish_at else None,
        ends_on=row.ends_on,
        rev=row.rev,
        count=_count(whole) if whole else Count(),
        answers=answers,
        total=total_of(row, answers),
        classes=tuple((Unit(r.class_id, r.name), _count(r)) for r in rows if not r.whole and not r.staff),
        staff=_count(staff) if staff else Count(),
        part=seen.part,
        owner=seen.owner,
        may_remind=asks and state is State.PUBLISHED and whole is not None and bool(whole.may_remind),
        reminded_at=work.local(whole.reminded_at) if whole and whole.reminded_at else None,
        note=note,
    )


async def names(
    work: Work, announcement_id: int, readers: Readers, class_id: int | None = None, first: int = 0, size: int = 20
) -> Names:
    """People of one sort by class and name, each once. Raises as `progress`."""
    seen = await watched(work, announcement_id)
    page = {**seen.facts, "class": class_id, "first": first, "size": size}
    rows = (await work.session.execute(_NAMES[readers], page)).all()
    unit = Unit(class_id, rows[0].children[0][2]) if class_id is not None and rows else None
    return Names(announcement_id, unit, tuple(_person(work, r) for r in rows), first, rows[0].total if rows else 0)


async def everybody(work: Work, seen: Watched) -> list[ReaderLine]:
    """Every reader by class and name, once for each child: for paper."""
    found = await work.session.execute(_EVERYBODY, {**seen.facts, "class": None})
    return [line_of(work, row) for row in found.all()]


async def answers_of(work: Work, seen: Watched) -> tuple[Said, ...]:
    """How many gave each answer, in the order of the choices (of numbers: those given, ascending)."""
    if seen.row.acknowledgement not in {Acknowledgement.CHOICE, Acknowledgement.NUMBER}:
        return ()
    found = [Said(*row) for row in (await work.session.execute(_ANSWERS, seen.facts)).all()]
    if seen.row.acknowledgement == Acknowledgement.NUMBER:
        return tuple(sorted(found, key=lambda said: int(said.answer)))
    said = {one.answer: one for one in found}
    return tuple(said.get(choice, Said(choice, 0, 0)) for choice in seen.row.choices)


def total_of(row: Row[Any], answers: tuple[Said, ...]) -> int:
    """The sum of the numbers answered, each person's once."""
    if row.acknowledgement != Acknowledgement.NUMBER:
        return 0
    return sum(int(said.answer) * said.people for said in answers)


def line_of(work: Work, row: Row[Any]) -> ReaderLine:
    """A reader for the sheet. A pupil stands as in a class list, an adult in full."""
    child = list_name(row.child_surname, row.child_given) if row.child_surname else ""
    return ReaderLine(
        name=child if row.pupil_id is not None else full_name(row),
        what=(row.kinship or "") if row.guardian_id is not None else row.position or "",
        child=child if row.guardian_id is not None else "",
        class_name=row.class_name or "",
        state=_state(row),
        read_at=work.local(row.read_at) if row.read_at else None,
        answer=row.answer,
    )


def _person(work: Work, row: Row[Any]) -> PersonLine:
    alone = row.guardian_id is None
    of = tuple(
        OfChild("" if alone else list_name(surname, given), class_name or "", answer)
        for surname, given, class_name, answer in row.children
    )
    return PersonLine(
        name=list_name(row.surname, row.given_name) if row.pupil_id is not None else full_name(row),
        what=(row.position or "") if alone else row.kinship or "",
        children=of,
        state="read" if row.read else _unread(row, row.unread),
        read_at=work.local(row.read_at) if row.read else None,
    )


def _state(row: Row[Any]) -> str:
    return "read" if row.read_at is not None else _unread(row, row.reach)


def _unread(row: Row[Any], reach: int) -> str:
    if reach == 2:
        return "delivered" if row.delivered else "sent" if row.coming else "board"
    return "unreachable" if reach == 1 else "not_connected"


def _count(row: Row[Any]) -> Count:
    return Count(row.people, row.delivered, row.read, row.answered, row.silent, row.unreachable, row.not_connected)
