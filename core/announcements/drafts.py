"""A draft as it is read and changed: by its author alone, whatever phone (C2)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, text, update

from core.announcements.facts import Audience, Draft, FileLine, Group, May, State, Unit
from core.announcements.people import IN_GROUP, PUPILS
from core.app import Work
from core.errors import AccessDenied, NothingThere
from core.rights import ANNOUNCES_TO_SCHOOL
from core.terms import Acknowledgement, FileKind, Role
from storage.models import Announcement

AUTHOR = "who.surname AS author_surname, who.given_name AS author_given, who.patronymic AS author_patronymic"
FILES = """
    (SELECT json_agg(json_build_array(f.id, f.name, f.kind) ORDER BY f.id)
       FROM announcement_file af JOIN stored_file f ON f.id = af.file_id WHERE af.announcement_id = n.id) AS files
"""
GROUP = """json_build_array(t.id, s.name, t.group_name,
    (SELECT json_agg(c.name ORDER BY c.grade_level, c.key) FROM load_class lc JOIN class_unit c ON c.id = lc.class_id
      WHERE lc.load_id = t.id))"""

_DRAFT = f"""
    SELECT n.*, {AUTHOR}, who.position, {FILES},
           (SELECT json_agg(json_build_array(c.id, c.name,
                       EXISTS (SELECT FROM ({PUPILS}) e WHERE e.class_id = c.id)) ORDER BY c.grade_level, c.key)
              FROM class_unit c WHERE n.audience -> 'classes' @> to_jsonb(c.id)) AS classes,
           (SELECT json_agg(json_build_array({GROUP},
                       EXISTS (SELECT FROM ({PUPILS}) e WHERE {IN_GROUP.format(e="e", load="lc.load_id = t.id")}))
                       ORDER BY s.name, t.group_name, t.id)
              FROM teaching_load t JOIN subject s ON s.id = t.subject_id
             WHERE n.audience -> 'groups' @> to_jsonb(t.id)) AS groups
      FROM announcement n JOIN staff who ON who.id = n.made_by WHERE n.id = :id
"""
_READ = text(_DRAFT)
_HOLD = text(f"{_DRAFT} FOR UPDATE OF n")

# Classes with pupils that one teaches as a whole or leads; own groups, and those within the classes one leads.
_MAY = text(f"""
    SELECT (SELECT json_agg(json_build_array(c.id, c.name, c.grade_level) ORDER BY c.grade_level, c.key)
              FROM class_unit c
             WHERE c.year_id = :year AND EXISTS (SELECT FROM ({PUPILS}) e WHERE e.class_id = c.id)
               AND (:school OR c.id = ANY(:leads) OR EXISTS (
                   SELECT FROM load_class lc JOIN teaching_load t ON t.id = lc.load_id
                    WHERE lc.class_id = c.id AND t.teacher_id = :staff AND t.group_name = ''))) AS classes,
           (SELECT json_agg({GROUP} ORDER BY s.name, t.group_name, t.id)
              FROM teaching_load t JOIN subject s ON s.id = t.subject_id
             WHERE t.year_id = :year AND t.group_name <> '' AND (t.teacher_id = :staff OR (
                   EXISTS (SELECT FROM load_class lc WHERE lc.load_id = t.id AND lc.class_id = ANY(:leads))
                   AND NOT EXISTS (SELECT FROM load_class lc WHERE lc.load_id = t.id
                                      AND lc.class_id <> ALL(:leads))))) AS groups
""")


@dataclass(frozen=True)
class Held:
    """A draft with its row, locked."""

    draft: Draft
    row: Row[Any]


def announces_to_school(work: Work) -> bool:
    """Whether the actor may write to anybody of the school."""
    return work.actor.holds(*ANNOUNCES_TO_SCHOOL)


async def read_may(work: Work) -> May:
    """Whom the actor may write to, in one statement."""
    school = announces_to_school(work)
    facts = {
        "staff": work.actor.require_staff(),
        "leads": sorted(work.actor.leads),
        "school": school,
        "year": work.school.year_id,
        "today": work.today,
    }
    row = (await work.session.execute(_MAY, facts)).one()
    grades = sorted({grade for _, _, grade in row.classes or []}) if school else []
    return May(tuple(Unit(i, n) for i, n, _ in row.classes or []), groups_of_rows(row.groups), tuple(grades), school)


async def read_draft(work: Work, announcement_id: int, *, hold: bool = False) -> Held:
    """The author's own, in two statements. Raises NotConnected, AccessDenied, NothingThere."""
    staff_id = work.actor.require_staff()
    facts = {"id": announcement_id, "year": work.school.year_id, "today": work.today}
    row = (await work.session.execute(_HOLD if hold else _READ, facts)).one_or_none()
    if row is None:
        raise NothingThere
    if row.made_by != staff_id:
        raise AccessDenied(announcement=announcement_id)
    return Held(_draft(work, row, await read_may(work)), row)


async def change(work: Work, held: Held, seen: int | None, values: Mapping[str, Any]) -> Draft:
    """Write columns as the draft's next revision, unless they stand so, or another phone was first."""
    draft = held.draft
    if draft.state is not State.DRAFT:
        return replace(draft, note="changed")
    if all(getattr(held.row, name) == value for name, value in values.items()):
        return replace(draft, note="already")
    if seen is not None and seen != draft.rev:
        return replace(draft, note="changed")
    return await write(work, draft.id, values)


async def write(work: Work, announcement_id: int, values: Mapping[str, Any]) -> Draft:
    """The next revision of a held draft."""
    new = update(Announcement).where(Announcement.id == announcement_id).values(**values, rev=Announcement.rev + 1)
    await work.session.execute(new)
    return (await read_draft(work, announcement_id)).draft


def state_of(work: Work, row: Row[Any]) -> State:
    """Of a row of `announcement`."""
    if row.withdrawn_at is not None:
        return State.WITHDRAWN
    if row.confirmed_at is None:
        return State.DRAFT
    if row.published_at is None:
        return State.WAITING
    return State.OVER if row.ends_on is not None and row.ends_on < work.today else State.PUBLISHED


def files_of(rows: Iterable[Sequence[Any]] | None) -> tuple[FileLine, ...]:
    """From a column FILES."""
    return tuple(FileLine(file_id, name, FileKind(kind)) for file_id, name, kind in rows or ())


def groups_of_rows(rows: Iterable[Sequence[Any]] | None) -> tuple[Group, ...]:
    """From an aggregate of GROUP."""
    return tuple(Group(load, subject, name, tuple(classes or ())) for load, subject, name, classes in rows or ())


def _draft(work: Work, row: Row[Any], may: May) -> Draft:
    return Draft(
        id=row.id,
        body=row.body,
        spans=row.spans,
        files=files_of(row.files),
        audience=_audience(row),
        may=may,
        urgent=row.urgent,
        urgent_reason=row.urgent_reason,
        acknowledgement=Acknowledgement(row.acknowledgement),
        choices=tuple(row.choices),
        publish_at=work.local(row.publish_at) if row.publish_at else None,
        ends_on=row.ends_on,
        state=state_of(work, row),
        rev=row.rev,
    )


def _audience(row: Row[Any]) -> Audience:
    said = row.audience
    to = said.get("to", [])
    groups = [(groups_of_rows([group])[0], lives) for group, lives in row.groups or []]
    gone = [name for _, name, lives in row.classes or [] if not lives]
    return Audience(
        classes=tuple(Unit(i, name) for i, name, _ in row.classes or []),
        grades=tuple(said.get("grades", [])),
        groups=tuple(group for group, _ in groups),
        everybody=bool(said.get("everybody")),
        guardians="guardians" in to,
        pupils="pupils" in to,
        roles=tuple(Role(role) for role in said.get("roles", [])),
        all_staff=bool(said.get("all_staff")),
        class_leaders=bool(said.get("leaders")),
        gone=(*gone, *(f"{', '.join(g.classes)} {g.subject} {g.name}".strip() for g, lives in groups if not lives)),
    )
