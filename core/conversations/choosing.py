"""Pupils of a class to tick: each one's parents get the same words by themselves (C1)."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select, text

from core.app import Work
from core.diary.children import Sibling, shown_to
from core.errors import AccessDenied, NothingThere
from core.rights import WRITES_TO_ALL, leads
from core.rules.digest import digest
from core.rules.names import full_name, sort_key, told_apart
from storage.models import Pupil, Staff

# Whom the teacher teaches: by the load, of a group its members only; `all_of` leaves that question out.
_PUPILS = text("""
    SELECT c.name AS class_name, c.class_leader_id, p.id, p.surname, p.given_name, p.patronymic, p.birth_date
      FROM class_unit c
      LEFT JOIN enrolment e ON e.class_id = c.id AND e.starts <= :today AND (e.ends IS NULL OR e.ends >= :today)
      LEFT JOIN pupil p ON p.id = e.pupil_id
           AND (:all_of OR EXISTS (
               SELECT 1 FROM teaching_load t JOIN load_class lc ON lc.load_id = t.id
                WHERE lc.class_id = c.id AND t.teacher_id = :staff AND (t.group_name = '' OR EXISTS (
                      SELECT 1 FROM group_member g WHERE g.load_id = t.id AND g.pupil_id = p.id
                         AND g.starts <= :today AND (g.ends IS NULL OR g.ends >= :today)))))
     WHERE c.id = :class_id
""")


@dataclass(frozen=True)
class ClassFamilies:
    """The pupils in the order of the class list; `seen` changes with who is in it.

    `led`: somebody else than the actor leads the class.
    """

    class_id: int
    name: str
    pupils: tuple[tuple[int, str], ...]
    seen: int
    led: bool = False

    def chosen(self, bits: str, seen: int) -> tuple[int, ...] | None:
        """The ids behind hexadecimal bits of places; None when the list is another one by now, or they are none."""
        if seen != self.seen or not _hexadecimal(bits):
            return None
        places = int(bits, 16)
        return tuple(pupil for place, (pupil, _) in enumerate(self.pupils) if places >> place & 1)


def _hexadecimal(bits: str) -> bool:
    return 0 < len(bits) <= 32 and all(digit in "0123456789abcdef" for digit in bits)


async def class_families(work: Work, class_id: int) -> ClassFamilies:
    """Whose parents the actor may write to in the class. Raises NotConnected, NothingThere, AccessDenied."""
    staff_id = work.actor.require_staff()
    all_of = leads(work, [class_id]) or work.actor.holds(*WRITES_TO_ALL)
    facts = {"class_id": class_id, "staff": staff_id, "all_of": all_of, "today": work.today}
    rows = (await work.session.execute(_PUPILS, facts)).all()
    if not rows:
        raise NothingThere
    found = sorted((row for row in rows if row.id), key=_in_list_order)
    if not found and not all_of:
        raise AccessDenied(class_id=class_id)
    pupils = tuple(zip([row.id for row in found], told_apart(found), strict=True))
    led = rows[0].class_leader_id not in (None, staff_id)
    seen = digest(",".join(str(pupil) for pupil, _ in pupils))
    return ClassFamilies(class_id, rows[0].class_name, pupils, seen, led)


def _in_list_order(row: Row[Any]) -> tuple[Any, ...]:
    """Namesakes too stand in one order at every look: a tick means the place."""
    return sort_key(row.surname), sort_key(row.given_name), sort_key(row.patronymic or ""), row.id


async def staff_name(work: Work, staff_id: int) -> str:
    """A colleague's full name. Raises NotConnected, NothingThere."""
    work.actor.require_staff()
    row = (await work.session.execute(select(Staff).where(Staff.id == staff_id))).scalar_one_or_none()
    if row is None:
        raise NothingThere
    return full_name(row)


async def own_children(work: Work) -> tuple[Sibling, ...]:
    """The children that a family may write about. Raises NotConnected, ConsentNeeded."""
    work.actor.require_voice()
    wanted = shown_to(work)
    rows = await work.session.execute(select(Pupil.id, Pupil.given_name).where(Pupil.id.in_(wanted)))
    names = {row.id: row.given_name for row in rows}
    return tuple(Sibling(pupil, names[pupil]) for pupil in wanted if pupil in names)
