"""Who is asked to read a document, who has, who has not: the staff, parents, and pupils who have the bot."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, text
from sqlalchemy.dialects.postgresql import insert

from core.announcements.people import PUPIL_AGREED, PUPILS, person_of, reach_of
from core.app import Work
from core.audit import record
from core.errors import NothingThere
from core.outbox import Kind
from core.rights import PUBLISHES
from core.shelf.reading import ShelfDocument, document
from core.shelf.telling import tell_of
from storage.models import ShelfReading

NAMES = 30


@dataclass(frozen=True)
class ReaderGroup:
    """The staff (no class), or the families of a class: how many are asked, how many have read."""

    class_id: int | None
    name: str
    asked: int
    read: int


@dataclass(frozen=True)
class Reader:
    """Somebody asked to read; `person` tells people apart. `of`: a parent's child (on the sheet once for each child).

    `read_at` by the school's wall clock; `state`: as of core.announcements.outcome.ReaderLine.
    """

    person: str
    name: str
    of: str
    class_name: str
    read_at: datetime | None
    state: str


@dataclass(frozen=True)
class Readers:
    """A document's readers: all groups, and the people of one of them from place `first` on, who has not read first."""

    document: ShelfDocument
    groups: tuple[ReaderGroup, ...]
    chosen: ReaderGroup
    people: tuple[Reader, ...]
    first: int


_STAFF = """
    SELECT s.id AS staff_id, NULL::int AS guardian_id, NULL::int AS pupil_id, NULL::int AS child_id,
           NULL::int AS class_id, '' AS class_name, '' AS class_key,
           concat_ws(' ', s.surname, s.given_name, s.patronymic) AS name, '' AS of, r.read_at
      FROM staff s LEFT JOIN shelf_reading r ON r.item_id = :item AND r.staff_id = s.id
     WHERE s.dismissed IS NULL OR s.dismissed >= :today
"""
_PARENTS = f"""
    SELECT NULL, g.id, NULL, p.id, c.id, c.name, lpad(c.grade_level::text, 2, '0') || c.key,
           concat_ws(' ', g.surname, g.given_name, g.patronymic), concat_ws(' ', p.surname, p.given_name), r.read_at
      FROM ({PUPILS}) e JOIN class_unit c ON c.id = e.class_id
      JOIN pupil p ON p.id = e.pupil_id JOIN guardianship t ON t.pupil_id = p.id JOIN guardian g ON g.id = t.guardian_id
      LEFT JOIN shelf_reading r ON r.item_id = :item AND r.guardian_id = g.id
     WHERE :everybody
"""
# A pupil without the bot is told by the class leader and asked for nothing here.
_PUPILS = f"""
    SELECT NULL, NULL, p.id, NULL, c.id, c.name, lpad(c.grade_level::text, 2, '0') || c.key,
           concat_ws(' ', p.surname, p.given_name), '', r.read_at
      FROM ({PUPILS}) e JOIN class_unit c ON c.id = e.class_id JOIN pupil p ON p.id = e.pupil_id
      LEFT JOIN shelf_reading r ON r.item_id = :item AND r.pupil_id = p.id
     WHERE :everybody AND (r.read_at IS NOT NULL OR EXISTS (
           SELECT FROM link l WHERE l.pupil_id = p.id AND l.revoked_at IS NULL AND {PUPIL_AGREED}))
"""
_READERS = f"(SELECT x.*, {person_of('x')} AS person FROM ({_STAFF} UNION ALL {_PARENTS} UNION ALL {_PUPILS}) x)"
_GROUPS = text(f"""
    SELECT class_id, class_name, count(DISTINCT person), count(DISTINCT person) FILTER (WHERE read_at IS NOT NULL)
      FROM {_READERS} x GROUP BY class_id, class_name, class_key ORDER BY class_key
""")
# To whose phone word of it has come.
_GOT = f"""
    got AS (SELECT DISTINCT {person_of("l")} AS person FROM outbox o JOIN link l ON l.account_id = o.account_id
             WHERE o.kind = 'shelf_published' AND o.subject_id = :item AND o.sending = 'new' AND o.status = 'sent')
"""
_STANDS = f"{reach_of('x')} AS reach, EXISTS (SELECT FROM got WHERE got.person = x.person) AS delivered"
_BY_NAME = "replace(replace(name, 'Ё', 'Е'), 'ё', 'е'), of"
_PEOPLE = text(f"""
    WITH {_GOT}
    SELECT x.*, {_STANDS} FROM (
        SELECT person, staff_id, guardian_id, pupil_id, min(child_id) AS child_id, class_name, name,
               string_agg(of, ', ' ORDER BY of) AS of, read_at
          FROM {_READERS} y WHERE class_id IS NOT DISTINCT FROM :class_id
         GROUP BY person, staff_id, guardian_id, pupil_id, class_name, name, read_at
         ORDER BY read_at IS NOT NULL, {_BY_NAME} OFFSET :first LIMIT :limit) x
     ORDER BY read_at IS NOT NULL, {_BY_NAME}
""")
_ALL = text(f"""
    WITH {_GOT}
    SELECT x.*, {_STANDS} FROM {_READERS} x ORDER BY class_key, {_BY_NAME}
""")


async def readers(work: Work, item_id: int, class_id: int | None = None, first: int = 0) -> Readers:
    """For those who publish. Raises NotConnected, AccessDenied, NothingThere."""
    found, groups, chosen = await _asked(work, item_id, class_id)
    first = max(0, min(first, chosen.asked - 1))
    named = {**_facts(work, found), "class_id": class_id, "first": first, "limit": NAMES}
    people = await work.session.execute(_PEOPLE, named)
    return Readers(found, groups, chosen, tuple(_reader(work, row) for row in people), first)


async def every_reader(work: Work, item_id: int) -> tuple[ShelfDocument, tuple[Reader, ...]]:
    """Everybody asked to read it, by group and name. Raises as `readers`."""
    work.actor.require_role(*PUBLISHES)
    found = await document(work, item_id)
    people = await work.session.execute(_ALL, _facts(work, found))
    return found, tuple(_reader(work, row) for row in people)


async def acknowledge(work: Work, item_id: int) -> ShelfDocument:
    """The acting person has read it; said twice it is said once. Raises NotConnected, NothingThere."""
    found = await document(work, item_id)
    people = _people(work)
    if found.published_at is None or not found.asked or not people:
        return found
    rows = [{"item_id": item_id, "read_at": work.now, **person} for person in people]
    said = insert(ShelfReading).values(rows).on_conflict_do_nothing().returning(ShelfReading.id)
    if (await work.session.execute(said)).all():
        record(work, "shelf.read", "shelf_item", item_id, after={"read": people})
    return await document(work, item_id)


async def remind(work: Work, item_id: int) -> int:
    """Write again to those who have not read it, at most once a day; returns to how many accounts.

    Raises NotConnected, AccessDenied, NothingThere.
    """
    work.actor.require_role(*PUBLISHES)
    found = await document(work, item_id)
    if found.published_at is None or not found.asked:
        raise NothingThere
    return await tell_of(work, found, Kind.SHELF_REMINDER, f"shelf-again:{item_id}:{work.today.isoformat()}")


def _people(work: Work) -> list[dict[str, int | None]]:
    """Who the acting account is, as columns of a reading; once each."""
    nobody = {"staff_id": None, "guardian_id": None, "pupil_id": None}
    if work.actor.staff_id is not None:
        return [{**nobody, "staff_id": work.actor.staff_id}]
    guardians = {c.guardian_id for c in work.actor.children if c.guardian_id is not None and c.consented}
    pupils = {c.pupil_id for c in work.actor.children if c.guardian_id is None and c.consented}
    return [
        *({**nobody, "guardian_id": guardian} for guardian in sorted(guardians)),
        *({**nobody, "pupil_id": pupil} for pupil in sorted(pupils)),
    ]


async def _asked(
    work: Work, item_id: int, class_id: int | None
) -> tuple[ShelfDocument, tuple[ReaderGroup, ...], ReaderGroup]:
    work.actor.require_role(*PUBLISHES)
    found = await document(work, item_id)
    rows = await work.session.execute(_GROUPS, _facts(work, found))
    groups = tuple(ReaderGroup(*row) for row in rows)
    chosen = next((group for group in groups if group.class_id == class_id), None)
    if chosen is None:
        raise NothingThere
    return found, groups, chosen


def _facts(work: Work, found: ShelfDocument) -> dict[str, object]:
    return {"item": found.id, "today": work.today, "year": work.school.year_id, "everybody": found.everybody}


def _reader(work: Work, row: Row[Any]) -> Reader:
    read_at = work.local(row.read_at) if row.read_at else None
    return Reader(row.person, row.name, row.of, row.class_name, read_at, _state(row))


def _state(row: Row[Any]) -> str:
    if row.read_at is not None:
        return "read"
    if row.reach == 2:
        return "delivered" if row.delivered else "board"
    return "unreachable" if row.reach == 1 else "not_connected"
