"""What stands in the journal around a card's day, for many pupils at once: one statement a question."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from sqlalchemy import Row, text

from core.app import Work
from core.diary.page_sql import PUPIL_PAGES
from core.substitution.families import changes_of, line_of
from core.tasks.family import tasks_due

Line = TypeVar("Line")

CONTROLS_AHEAD = timedelta(days=7)
UNANSWERED_FOR = timedelta(days=7)
"""How long an unexplained absence is asked about."""

_PAGES = PUPIL_PAGES.format(pupils=":pupils", first=":first", last=":last")

_MISSED = text("""
    SELECT a.pupil_id, l.on_date, l.lesson_no, a.status, a.minutes, coalesce(a.reason, k.statement, 'none') AS why,
           CASE WHEN k.closed_at IS NULL AND k.statement IS NULL AND a.reason IS NULL THEN k.id END AS open_case
      FROM attendance a
      JOIN lesson l ON l.id = a.lesson_id
      LEFT JOIN absence_case k ON k.id = a.case_id
     WHERE a.pupil_id = ANY(:pupils) AND a.status IN ('absent', 'late') AND l.status = 'planned'
       AND l.on_date BETWEEN :first AND :last
     ORDER BY l.on_date, l.lesson_no
""")

_LESSONS = text(f"""
    WITH pages AS ({_PAGES})
    SELECT p.pupil_id, count(DISTINCT l.lesson_no) AS lessons, min(l.starts_at) AS starts_at
      FROM pages p JOIN lesson l ON l.load_id = p.load_id
     WHERE l.on_date = :first AND l.status = 'planned'
     GROUP BY p.pupil_id
""")

_CONTROLS = text(f"""
    WITH pages AS ({_PAGES})
    SELECT DISTINCT p.pupil_id, l.on_date, l.lesson_no, s.name AS subject, k.name AS kind
      FROM pages p
      JOIN lesson l ON l.load_id = p.load_id AND l.on_date BETWEEN greatest(p.starts, :first) AND :last
      JOIN lesson_work w ON w.lesson_id = l.id
      JOIN work_kind k ON k.id = w.kind_id AND k.control
      JOIN subject s ON s.id = p.subject_id
     WHERE l.status = 'planned' AND (p.ends IS NULL OR l.on_date <= p.ends)
     ORDER BY l.on_date, l.lesson_no
""")

_HELD = text(f"""
    WITH pages AS ({_PAGES})
    SELECT p.pupil_id, count(*) AS lessons
      FROM pages p JOIN lesson l ON l.load_id = p.load_id AND l.on_date BETWEEN greatest(p.starts, :first) AND :last
      LEFT JOIN attendance a ON a.lesson_id = l.id AND a.pupil_id = p.pupil_id AND a.status IN ('absent', 'late')
     WHERE l.status = 'planned' AND (l.roll_taken_at IS NOT NULL OR a.lesson_id IS NOT NULL)
       AND (p.ends IS NULL OR l.on_date <= p.ends)
     GROUP BY p.pupil_id
""")


@dataclass(frozen=True)
class Missed:
    """A lesson at which a pupil was absent or late.

    `why`: the reason, what the family said, or `none`. `open_case`: nobody has explained it yet.
    """

    day: date
    number: int
    late: bool
    minutes: int | None
    why: str
    open_case: int | None


@dataclass(frozen=True)
class NextDay:
    """The lessons of the day after a card's; `starts`: the first one's HH:MM."""

    lessons: int
    starts: str


async def missed_lessons(work: Work, pupil_ids: Collection[int], first: date) -> dict[int, list[Missed]]:
    """Absences and lateness from a day until today."""
    rows = await work.session.execute(_MISSED, _facts(pupil_ids, first, work.today))
    return _by_pupil(
        rows,
        lambda r: Missed(r.on_date, r.lesson_no, r.status == "late", r.minutes, r.why, r.open_case),
    )


async def lessons_of(work: Work, pupil_ids: Collection[int], day: date) -> dict[int, NextDay]:
    """How many lessons each pupil has on a day; none: not in the answer."""
    rows = await work.session.execute(_LESSONS, _facts(pupil_ids, day, day))
    return {row.pupil_id: NextDay(row.lessons, work.local(row.starts_at).strftime("%H:%M")) for row in rows}


async def changes_on(work: Work, pupil_ids: Collection[int], day: date) -> dict[int, list[dict[str, Any]]]:
    """How the pupils' day differs from the timetable, as core/substitution/families.py says it."""
    found = await changes_of(work, day, list(pupil_ids))
    return {
        pupil_id: [line for lesson in lessons if (line := line_of(lesson, day, told=False)) is not None]
        for pupil_id, lessons in found.items()
    }


async def controls_ahead(work: Work, pupil_ids: Collection[int]) -> dict[int, list[dict[str, Any]]]:
    """Control works announced for the week that begins tomorrow."""
    facts = _facts(pupil_ids, work.today + timedelta(days=1), work.today + CONTROLS_AHEAD)
    rows = await work.session.execute(_CONTROLS, facts)
    return _by_pupil(rows, lambda r: {"day": r.on_date.isoformat(), "subject": r.subject, "kind": r.kind})


async def tasks_waiting(work: Work, pupil_ids: Collection[int], day: date) -> dict[int, list[tuple[int, str]]]:
    """Id and subject of the individual tasks whose term is a day and that are not answered."""
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for task in await tasks_due(work, pupil_ids, day, day):
        if not task.answered:
            found[task.pupil_id].append((task.task_id, task.subject))
    return dict(found)


async def held_lessons(work: Work, pupil_ids: Collection[int], first: date) -> dict[int, int]:
    """How many lessons of each pupil were held, with a roll, from a day until today."""
    rows = await work.session.execute(_HELD, _facts(pupil_ids, first, work.today))
    return {row.pupil_id: row.lessons for row in rows}


def _facts(pupil_ids: Collection[int], first: date, last: date) -> dict[str, Any]:
    return {"pupils": list(pupil_ids), "first": first, "last": last}


def _by_pupil(rows: Iterable[Row[Any]], make: Callable[[Row[Any]], Line]) -> dict[int, list[Line]]:
    found: dict[int, list[Line]] = defaultdict(list)
    for row in rows:
        found[row.pupil_id].append(make(row))
    return dict(found)
