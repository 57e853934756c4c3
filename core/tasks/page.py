"""The journal page that individual tasks are given on: who may look, who may write, which pupils it has."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import text

from core.app import Work
from core.errors import AccessDenied, NothingThere
from core.journal.pages import AROUND
from core.rights import sees_classes
from core.rules.names import full_name, sort_key, told_apart
from core.timetable.lesson_sql import LESSON_PUPILS
from core.timetable.load_sql import OF_CLASS


@dataclass(frozen=True)
class TaskPage:
    """A journal page. `writes`: the reader owns it or gives lessons of it in these days, and so may give tasks.

    `sees`: the reader may look.
    """

    load_id: int
    subject: str
    group: str
    classes: tuple[str, ...]
    owner_id: int
    sees: bool
    writes: bool


_PAGE = text(f"""
    SELECT t.id, t.teacher_id, t.group_name, s.name AS subject, of_class.names, of_class.ids,
           (SELECT count(*) FILTER (WHERE l.on_date BETWEEN :since AND :until) FROM lesson l
             WHERE l.load_id = t.id AND l.teacher_id = :staff HAVING count(*) > 0) AS given_now
      FROM teaching_load t JOIN subject s ON s.id = t.subject_id {OF_CLASS}
     WHERE t.id = :load
""")

_PUPILS = text(f"""
    SELECT p.id, p.surname, p.given_name, p.patronymic, p.birth_date
      FROM teaching_load t,
           LATERAL ({LESSON_PUPILS.format(load="t.id", day=":today", group="t.group_name")}) m
      JOIN pupil p ON p.id = m.pupil_id
     WHERE t.id = :load
""")


async def task_page(work: Work, load_id: int) -> TaskPage:
    """For those who may open the journal page: its teacher, who gives a lesson of it, class leaders of its classes,
    deputies and the director.

    Raises NotConnected, NothingThere, AccessDenied.
    """
    work.actor.require_staff()
    page = await read_page(work, load_id)
    if not page.sees:
        raise AccessDenied(load=load_id)
    return page


async def read_page(work: Work, load_id: int) -> TaskPage:
    """The page; the right to see it is the caller's to ask. Raises NothingThere."""
    staff_id = work.actor.staff_id
    days = {"since": work.today - AROUND, "until": work.today + AROUND}
    row = (await work.session.execute(_PAGE, {"load": load_id, "staff": staff_id, **days})).one_or_none()
    if row is None or row.ids is None:
        raise NothingThere
    owns = row.teacher_id == staff_id
    return TaskPage(
        load_id=row.id,
        subject=row.subject,
        group=row.group_name,
        classes=tuple(row.names),
        owner_id=row.teacher_id,
        sees=owns or row.given_now is not None or sees_classes(work, row.ids),
        writes=owns or bool(row.given_now),
    )


async def page_to_give(work: Work, load_id: int) -> TaskPage:
    """The page for somebody who may give tasks on it. Raises AccessDenied, and as `task_page`."""
    page = await task_page(work, load_id)
    if not page.writes:
        raise AccessDenied(load=load_id)
    return page


async def pupils_now(work: Work, load_id: int) -> list[tuple[int, str]]:
    """Id and name of the pupils that the page has today, in the order of a class list."""
    rows: list[Any] = list((await work.session.execute(_PUPILS, {"load": load_id, "today": work.today})).all())
    rows.sort(key=lambda p: (sort_key(full_name(p)), p.id))
    return [(row.id, name) for row, name in zip(rows, told_apart(rows), strict=True)]
