"""Reading the groups of a subject for those who keep or teach them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.errors import AccessDenied, NothingThere
from core.groups.page import DAY, Group, GroupPage, GroupPupil
from core.rights import KEEPS_GROUPS, leads, sees_classes
from core.rules.group_moves import movable_from
from core.rules.names import initials_of, sort_key, told_apart
from core.timetable.load_sql import OF_CLASS, PERIODS

_HEAD = text(f"""
    SELECT t.id, t.year_id, t.subject_id, t.teacher_id, t.group_name, s.name AS subject, y.starts AS year_starts,
           of_class.names, of_class.ids,
           {PERIODS} AS periods,
           (SELECT json_agg(json_build_array(
                       g.id, g.group_name, w.surname, w.given_name, w.patronymic,
                       (SELECT array_agg(x.class_id) FROM load_class x WHERE x.load_id = g.id),
                       (SELECT max(l.on_date) FROM lesson l WHERE l.load_id = g.id AND l.roll_taken_at IS NOT NULL))
                       ORDER BY g.group_name, g.id)
              FROM teaching_load g JOIN staff w ON w.id = g.teacher_id
             WHERE g.subject_id = t.subject_id AND g.year_id = t.year_id AND g.group_name <> ''
               AND EXISTS (SELECT 1 FROM load_class x WHERE x.load_id = g.id AND x.class_id = ANY (of_class.ids))
           ) AS groups
      FROM teaching_load t
      JOIN subject s ON s.id = t.subject_id
      JOIN study_year y ON y.id = t.year_id
      {OF_CLASS}
     WHERE t.id = :load
""")

_PUPILS = text("""
    SELECT p.id, p.surname, p.given_name, p.patronymic, p.birth_date, c.id AS class_id, c.name AS class_name,
           e.starts AS enrolled, now_in.load_id, now_in.starts AS since, now_in.ends,
           newest.id AS newest, newest.load_id AS newest_load, newest.starts AS newest_starts,
           newest.ends AS newest_ends
      FROM enrolment e
      JOIN pupil p ON p.id = e.pupil_id
      JOIN class_unit c ON c.id = e.class_id
      LEFT JOIN LATERAL (
           SELECT g.* FROM group_member g WHERE g.pupil_id = p.id AND g.subject_id = :subject
              AND g.starts <= :today AND (g.ends IS NULL OR g.ends >= :today)) now_in ON true
      LEFT JOIN LATERAL (
           SELECT g.* FROM group_member g WHERE g.pupil_id = p.id AND g.subject_id = :subject
            ORDER BY g.starts DESC LIMIT 1) newest ON true
     WHERE e.class_id = ANY (:classes) AND e.starts <= greatest(:today, CAST(:year_starts AS date))
       AND (e.ends IS NULL OR e.ends >= :today)
""")


async def group_page(work: Work, load_id: int) -> GroupPage:
    """The groups of the page's subject, for those who keep them and for the page's teacher; two statements.

    Raises NotConnected, NothingThere, AccessDenied.
    """
    staff_id = work.actor.require_staff()
    head = (await work.session.execute(_HEAD, {"load": load_id})).one_or_none()
    if head is None or head.ids is None:
        raise NothingThere
    opens = head.teacher_id == staff_id or sees_classes(work, head.ids)
    if not (opens or work.actor.holds(*KEEPS_GROUPS)):
        raise AccessDenied(load=load_id)
    regulation = work.regulation(work.today)
    page = GroupPage(
        chosen=load_id,
        subject_id=head.subject_id,
        subject=head.subject,
        classes=tuple(head.names),
        class_ids=tuple(head.ids),
        year_starts=head.year_starts,
        today=work.today,
        groups=tuple(_group(*group) for group in head.groups or ()),
        pupils=(),
        rule=regulation.group_moves,
        regulation=regulation.cited("group_moves"),
        movable_from=movable_from(regulation.group_moves, work.today, list(_periods(head.periods or ()))),
        opens=opens,
    )
    return await with_pupils(work, page)


async def with_pupils(work: Work, page: GroupPage) -> GroupPage:
    """The page with its pupils as they stand now."""
    facts = {
        "subject": page.subject_id,
        "classes": list(page.class_ids),
        "today": page.today,
        "year_starts": page.year_starts,
    }
    rows = (await work.session.execute(_PUPILS, facts)).all()
    pupils = [_pupil(work, row, name, page.year_starts) for row, name in zip(rows, told_apart(rows), strict=True)]
    return replace(page, pupils=tuple(sorted(pupils, key=lambda p: (p.load_id is not None, sort_key(p.name)))))


def _group(
    load_id: int, name: str, surname: str, given: str, patronymic: str, class_ids: list[int], last_roll: str | None
) -> Group:
    teacher = initials_of(surname, given, patronymic)
    return Group(load_id, name, teacher, frozenset(class_ids), date.fromisoformat(last_roll) if last_roll else None)


def _periods(periods: Iterable[tuple[int, str, str, str]]) -> Iterable[tuple[date, date]]:
    return ((date.fromisoformat(starts), date.fromisoformat(ends)) for _, _, starts, ends in periods)


def _pupil(work: Work, row: Row[Any], name: str, year_starts: date) -> GroupPupil:
    planned, planned_from = _planned(row, work.today)
    free = max(row.enrolled, year_starts)
    if row.load_id is None and row.newest_ends is not None and row.newest_ends < work.today:
        free = max(free, row.newest_ends + DAY)
    return GroupPupil(
        pupil_id=row.id,
        name=name,
        class_id=row.class_id,
        class_name=row.class_name,
        load_id=row.load_id,
        since=row.since,
        planned=planned,
        planned_from=planned_from,
        seen=row.newest or 0,
        free_from=free,
        may_move=work.actor.holds(*KEEPS_GROUPS) or leads(work, [row.class_id]),
    )


def _planned(row: Row[Any], today: date) -> tuple[int | None, date | None]:
    """The group ahead and its first day; (None, day) when the pupil is to leave the groups."""
    if row.newest_starts is not None and row.newest_starts > today:
        return row.newest_load, row.newest_starts
    return None, row.ends + DAY if row.ends is not None else None
