"""The journal's pages that a person may open: the own ones, those of a class, the classes of the school."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.errors import AccessDenied, NothingThere
from core.rights import KEEPS_GROUPS, SEES_SCHOOL, sees_classes

AROUND = timedelta(days=7)
"""A substitute finds a page among the own ones so long before and after a lesson of it."""


@dataclass(frozen=True)
class PageCard:
    """A page in a list. `mine` False: somebody else's, whose lessons the person gives now and then."""

    load_id: int
    subject: str
    group: str
    classes: tuple[str, ...]
    teacher: str
    mine: bool = True


@dataclass(frozen=True)
class Shelf:
    """Where a person starts: own pages, classes led (id, name), and whether all classes may be gone through."""

    own: tuple[PageCard, ...]
    led: tuple[tuple[int, str], ...]
    sees_all: bool


@dataclass(frozen=True)
class ClassShelf:
    """A class's pages by subject. `opens` False: the reader keeps groups, and only pages of groups are listed."""

    class_id: int
    name: str
    pages: tuple[PageCard, ...]
    opens: bool


_PAGE = """
    SELECT t.id, s.name AS subject, t.group_name, t.teacher_id, w.surname,
           array_agg(c.name ORDER BY c.grade_level, c.key) AS classes
      FROM teaching_load t
      JOIN subject s ON s.id = t.subject_id
      JOIN staff w ON w.id = t.teacher_id
      JOIN load_class lc ON lc.load_id = t.id
      JOIN class_unit c ON c.id = lc.class_id
     WHERE t.year_id = :year AND {which}
     GROUP BY t.id, s.id, w.id
"""
_OWN = text(
    _PAGE.format(
        which="""(t.teacher_id = :staff OR EXISTS (
            SELECT 1 FROM lesson l WHERE l.load_id = t.id AND l.teacher_id = :staff
               AND l.on_date BETWEEN :since AND :until))"""
    )
    + " ORDER BY min(c.grade_level), min(c.key), s.name, t.group_name, t.id"
)
_OF_CLASS = text(
    _PAGE.format(which="EXISTS (SELECT 1 FROM load_class x WHERE x.load_id = t.id AND x.class_id = :class)")
    + " ORDER BY s.name, t.group_name, t.id"
)
_LED = text("SELECT id, name FROM class_unit WHERE year_id = :year AND class_leader_id = :staff ORDER BY key")
_CLASSES = text("SELECT id, name FROM class_unit WHERE year_id = :year ORDER BY grade_level, key")
_CLASS_NAME = text("SELECT name FROM class_unit WHERE id = :class")


async def shelf(work: Work) -> Shelf:
    """The person's own pages and ways to others. Raises NotConnected."""
    staff_id = work.actor.require_staff()
    days = {"since": work.today - AROUND, "until": work.today + AROUND}
    facts = {"staff": staff_id, "year": work.school.year_id}
    own = await work.session.execute(_OWN, {**facts, **days})
    led = (await work.session.execute(_LED, facts)).all() if work.actor.leads else []
    return Shelf(
        own=tuple(_card(row, staff_id) for row in own.all()),
        led=tuple((row.id, row.name) for row in led),
        sees_all=work.actor.holds(*SEES_SCHOOL, *KEEPS_GROUPS),
    )


async def class_pages(work: Work, class_id: int) -> ClassShelf:
    """A class's pages, for its class leader, deputies and the director; the pages of groups for who keeps these.

    Raises NotConnected, AccessDenied, NothingThere.
    """
    staff_id = work.actor.require_staff()
    opens = sees_classes(work, [class_id])
    if not (opens or work.actor.holds(*KEEPS_GROUPS)):
        raise AccessDenied(class_id=class_id)
    name: str | None = (await work.session.execute(_CLASS_NAME, {"class": class_id})).scalar()
    if name is None:
        raise NothingThere
    rows = await work.session.execute(_OF_CLASS, {"class": class_id, "year": work.school.year_id})
    cards = tuple(_card(row, staff_id) for row in rows.all())
    return ClassShelf(class_id, name, cards if opens else tuple(card for card in cards if card.group), opens)


async def school_classes(work: Work) -> list[tuple[int, str]]:
    """The classes (id, name) of the year, for the management. Raises NotConnected, AccessDenied."""
    work.actor.require_role(*SEES_SCHOOL, *KEEPS_GROUPS)
    rows = await work.session.execute(_CLASSES, {"year": work.school.year_id})
    return [(row.id, row.name) for row in rows.all()]


def _card(row: Row[Any], staff_id: int) -> PageCard:
    return PageCard(row.id, row.subject, row.group_name, tuple(row.classes), row.surname, row.teacher_id == staff_id)
