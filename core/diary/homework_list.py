"""A child's homework by date and by subject, and what is owed (F1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import text

from core.app import Work
from core.diary.children import ChildName, Sibling, open_child, require_sane, shown_to, siblings_of
from core.diary.day_rows import days_ahead, pupils_on
from core.diary.page_sql import PUPIL_PAGES
from core.errors import NothingThere
from core.homework.family import ChildTask, tasks_between
from core.marks.family import settled, settled_facts
from core.rules.weeks import monday_of

AHEAD = timedelta(days=27)
"""How far «впереди» reaches."""
WEEK, FOUR_WEEKS = timedelta(days=7), timedelta(days=28)


@dataclass(frozen=True)
class Debt:
    """A work that was not handed in: a dot in the journal."""

    mark_id: int
    lesson_id: int
    day: date
    subject_id: int
    subject: str
    kind: str


@dataclass(frozen=True)
class HomeworkList:
    """What is to be done from `first` to `last`, by day; the pupil's own undone first within a day.

    `ahead`: it begins with the next school day; else a week (of one `subject`: four weeks). `debts`: of the study
    year, also of the subject alone; only beside what lies ahead. `own`: the pupil looks, and may tick.
    """

    child: ChildName
    siblings: tuple[Sibling, ...]
    today: date
    first: date
    last: date
    ahead: bool
    subject_id: int | None
    subject: str
    own: bool
    tasks: tuple[ChildTask, ...]
    debts: tuple[Debt, ...]


@dataclass(frozen=True)
class HomeworkSubjects:
    """The subjects of a child's pages: id and name, by name."""

    child: ChildName
    subjects: tuple[tuple[int, str], ...]


_DEBTS = text(f"""
    SELECT m.id, m.lesson_id, l.on_date, t.subject_id, s.name AS subject, k.name AS kind
      FROM mark m JOIN lesson l ON l.id = m.lesson_id JOIN teaching_load t ON t.id = l.load_id
      JOIN subject s ON s.id = t.subject_id JOIN work_kind k ON k.id = m.kind_id
     WHERE m.pupil_id = :pupil AND m.value = 'dot' AND t.year_id = CAST(:year AS integer) AND {settled()}
     ORDER BY l.on_date DESC, m.id DESC
""")

_SUBJECTS = text(f"""
    SELECT DISTINCT s.id, s.name
      FROM ({PUPIL_PAGES.format(pupils=":pupils", first=":first", last=":last")}) p
      JOIN subject s ON s.id = p.subject_id ORDER BY s.name, s.id
""")


async def homework_list(
    work: Work, pupil_id: int, subject_id: int | None = None, day: date | None = None
) -> HomeworkList:
    """What lies ahead (no day), or the week that holds a day; of one subject, the four weeks that end with it.

    Raises NotConnected, AccessDenied, ConsentNeeded, ButtonOutdated, NothingThere (a subject that is not the child's).
    """
    await open_child(work, pupil_id)
    first, last = await _span(work, pupil_id, subject_id, day)
    child, siblings = await _names(work, pupil_id)
    subject = dict(await _subjects(work, pupil_id)).get(subject_id) if subject_id else ""
    if subject is None:
        raise NothingThere
    tasks = [x for x in await tasks_between(work, first, last, [pupil_id]) if subject_id in (None, x.subject_id)]
    debts = [x for x in await _debts(work, pupil_id) if subject_id in (None, x.subject_id)] if day is None else []
    return HomeworkList(
        child=child,
        siblings=siblings,
        today=work.today,
        first=first,
        last=last,
        ahead=day is None,
        subject_id=subject_id,
        subject=subject,
        own=any(c.guardian_id is None for c in work.actor.children if c.pupil_id == pupil_id),
        tasks=by_day(tasks),
        debts=tuple(debts),
    )


def by_day(tasks: Iterable[ChildTask]) -> tuple[ChildTask, ...]:
    """By day; within it the undone first."""
    return tuple(sorted(tasks, key=lambda x: (x.task.due_on, bool(x.done), x.subject, x.task.id)))


async def homework_subjects(work: Work, pupil_id: int) -> HomeworkSubjects:
    """The subjects to choose from. Raises NotConnected, AccessDenied, ConsentNeeded."""
    await open_child(work, pupil_id)
    child, _ = await _names(work, pupil_id)
    return HomeworkSubjects(child, await _subjects(work, pupil_id))


async def _span(work: Work, pupil_id: int, subject_id: int | None, day: date | None) -> tuple[date, date]:
    if day is None:
        first = (await days_ahead(work, [pupil_id])).get(pupil_id, work.today)
        return first, first + AHEAD
    sunday = monday_of(require_sane(day)) + WEEK - timedelta(days=1)
    return sunday - (FOUR_WEEKS if subject_id else WEEK) + timedelta(days=1), sunday


async def _names(work: Work, pupil_id: int) -> tuple[ChildName, tuple[Sibling, ...]]:
    (row,) = await pupils_on(work, [(pupil_id, work.today)], shown_to(work))
    return ChildName(pupil_id, row.surname, row.given_name), siblings_of(work, pupil_id, row.family)


async def _subjects(work: Work, pupil_id: int) -> tuple[tuple[int, str], ...]:
    """Of the pages of this and the last four weeks: a child who changed the class finds the old class's too."""
    facts = {"pupils": [pupil_id], "first": work.today - FOUR_WEEKS, "last": work.today + AHEAD}
    return tuple((row.id, row.name) for row in await work.session.execute(_SUBJECTS, facts))


async def _debts(work: Work, pupil_id: int) -> list[Debt]:
    facts = {"pupil": pupil_id, "year": work.school.year_id, **settled_facts(work)}
    rows = await work.session.execute(_DEBTS, facts)
    return [Debt(r.id, r.lesson_id, r.on_date, r.subject_id, r.subject, r.kind) for r in rows]
