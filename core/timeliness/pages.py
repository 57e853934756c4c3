"""Reading many lessons' pages at once: what stands there, and which written works wait for marks."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.entries import working_days
from core.page.lacking import FILLING_COLUMNS, lacking
from core.rules.entry import Entry, EntryKind, closes_at, window_of
from core.rules.filling import HOMEWORK, ROLL
from core.rules.names import initials
from core.rules.working_days import WorkingDays
from core.timetable.lesson_sql import LESSON_COLUMNS, LESSON_PUPILS, LESSON_TABLES
from core.timetable.lessons import LessonFacts, lesson_facts
from regulations import DEFAULT, EntryWindow, Regulation, load

MARKS = "marks"
"""The part of a page that waits while pupils who were there have no mark for a written work."""
LONGEST_TERM = timedelta(days=120)


@dataclass(frozen=True)
class Wanted:
    """Something still to be entered on a page: `part` is one of filling.PARTS or MARKS, `until` its term by the
    wall clock. `unmarked`: pupils without a mark for the written work.
    """

    part: str
    until: datetime
    unmarked: int = 0


@dataclass(frozen=True)
class Page:
    """A lesson, who gives it, and what is missing. `decided`: an entry was let in after the term; `foreign`: one is in
    another language than the school wants.
    """

    lesson: LessonFacts
    teacher: str
    wanted: tuple[Wanted, ...]
    absent: int
    decided: bool
    foreign: bool


@dataclass(frozen=True)
class Reading:
    """What was read: the pages in the order of the bells, and the school's calendar from the first day on."""

    pages: list[Page]
    calendar: WorkingDays


async def read_pages(
    work: Work, first: date, last: date, *, works_since: date | None = None, ended: bool = True
) -> Reading:
    """The planned lessons of the days, in three statements whatever their number.

    `works_since`: also older lessons from that day on that still owe marks for a written work. `ended`: only
    lessons that are over now.
    """
    span = {"first": first, "last": last, "by": work.now if ended else work.end_of(last)}
    since = min(works_since or first, first)
    calendar = await working_days(work, since)
    owing = (await work.session.execute(_UNMARKED, {**span, "first": since})).all()
    unmarked: dict[int, int] = {row.id: row.unmarked for row in owing}
    rows = (await work.session.execute(_PAGES, {**span, "owing": list(unmarked)})).all()
    return Reading([_page(work, row, unmarked.get(row.lesson_id, 0), calendar) for row in rows], calendar)


async def read_terms(work: Work, kept: timedelta = timedelta(0)) -> Reading:
    """Every page with a term that ended less than `kept` ago, or that has not ended; of lessons that are over."""
    chosen = [regulation for _, regulation in work.school.regulations] or [load(DEFAULT)]
    pages = max(_longest(r.roll, r.homework) for r in chosen)
    works = max(_longest(r.written_marks) for r in chosen)
    today, before = work.today, timedelta(days=kept.days + 1)
    return await read_pages(work, today - pages - before, today, works_since=today - works - before)


async def read_early_terms(work: Work, second: time) -> Reading | None:
    """The pages of lessons that are over whose terms may close before the wall time `second` of today.

    None where the regulation knows no such term: then nothing is read.
    """
    regulation = work.regulation(work.today)
    windows = _every(regulation.roll, regulation.homework, regulation.written_marks)
    back = [_longest(w) for w in windows if w.at is not None and w.at <= second]
    back += [timedelta(0) for w in windows if w.after_class is not None]
    return await read_pages(work, work.today - max(back), work.today) if back else None


def _every(*windows: EntryWindow) -> list[EntryWindow]:
    """The windows and those of single subjects."""
    return [*windows, *(term.window for window in windows for term in window.subjects)]


def _longest(*windows: EntryWindow) -> timedelta:
    """No term of the windows is longer: working days may lie around the longest holidays."""
    days = [w.days if w.working_days is None else 2 * w.working_days + 30 for w in _every(*windows)]
    return min(timedelta(days=max(days)), LONGEST_TERM)


def _page(work: Work, row: Row[Any], unmarked: int, calendar: WorkingDays) -> Page:
    lesson = lesson_facts(work, row)
    regulation = work.regulation(lesson.day)
    if not unmarked or (lesson.grade == 1 and not regulation.marks_in_grade_1):
        unmarked = 0
    class_ends = work.local(row.class_ends or row.ends_at)
    wanted = [Wanted(p, _term(regulation, p, lesson, class_ends, calendar)) for p in lacking(work, row)]
    if unmarked:
        wanted.append(Wanted(MARKS, _term(regulation, MARKS, lesson, class_ends, calendar), unmarked))
    return Page(lesson, initials(row), tuple(wanted), row.absent, row.decided, row.foreign_words)


def _term(
    regulation: Regulation, part: str, lesson: LessonFacts, class_ends: datetime, calendar: WorkingDays
) -> datetime:
    """The last moment for the lesson's teacher to enter a part of the page."""
    kinds = {ROLL: EntryKind.ROLL, HOMEWORK: EntryKind.HOMEWORK, MARKS: EntryKind.MARK}
    kind = kinds.get(part, EntryKind.TOPIC)
    entry = Entry(
        kind, lesson.day, lesson.starts_at, lesson.grade, lesson.subject, written=part == MARKS, class_ends=class_ends
    )
    return closes_at(window_of(regulation, entry.rule, lesson.subject), entry, calendar)


_PAGES = text(f"""
    WITH ends AS (
         SELECT lc.class_id, o.on_date, max(o.ends_at) AS at
           FROM lesson o JOIN load_class lc ON lc.load_id = o.load_id
          WHERE o.on_date BETWEEN :first AND :last AND o.status <> 'cancelled'
          GROUP BY lc.class_id, o.on_date),
    load_ends AS (
         SELECT m.load_id, ends.on_date, max(ends.at) AS at
           FROM load_class m JOIN ends ON ends.class_id = m.class_id GROUP BY m.load_id, ends.on_date),
    absent AS (
         SELECT o.id, count(*) AS pupils FROM lesson o JOIN attendance a ON a.lesson_id = o.id AND a.status = 'absent'
          WHERE o.on_date BETWEEN :first AND :last GROUP BY o.id)
    SELECT {LESSON_COLUMNS}, {FILLING_COLUMNS}, w.surname, w.given_name, w.patronymic,
           load_ends.at AS class_ends, coalesce(absent.pupils, 0) AS absent,
           EXISTS (SELECT 1 FROM entry_request r WHERE r.lesson_id = l.id AND r.answer = 'approved') AS decided,
           l.not_in_russian
           OR EXISTS (SELECT 1 FROM homework h
                       WHERE h.lesson_id = l.id AND h.withdrawn_at IS NULL AND h.not_in_russian)
           OR EXISTS (SELECT 1 FROM remark k
                       WHERE k.lesson_id = l.id AND k.withdrawn_at IS NULL AND k.not_in_russian) AS foreign_words
      FROM {LESSON_TABLES}
      JOIN staff w ON w.id = l.teacher_id
      LEFT JOIN load_ends ON load_ends.load_id = l.load_id AND load_ends.on_date = l.on_date
      LEFT JOIN absent ON absent.id = l.id
     WHERE (l.on_date BETWEEN :first AND :last OR l.id = ANY(CAST(:owing AS integer[])))
       AND l.status = 'planned' AND l.ends_at <= :by
     ORDER BY l.starts_at, l.id
""")

# A work is written when it is of a written kind, or when the lesson was one for it. Only those who were there owe it.
_UNMARKED = text(f"""
    SELECT l.id, count(*) AS unmarked
      FROM lesson l
      JOIN teaching_load t ON t.id = l.load_id
      JOIN LATERAL ({LESSON_PUPILS.format(load="l.load_id", day="l.on_date", group="t.group_name")}) m ON true
     WHERE l.on_date BETWEEN :first AND :last AND l.status = 'planned' AND l.ends_at <= :by
       AND (l.kind IN ('control', 'laboratory', 'practical') OR EXISTS (
            SELECT 1 FROM lesson_work lw JOIN work_kind k ON k.id = lw.kind_id AND k.written
             WHERE lw.lesson_id = l.id))
       AND NOT EXISTS (SELECT 1 FROM attendance a
                        WHERE a.lesson_id = l.id AND a.pupil_id = m.pupil_id AND a.status = 'absent')
       AND NOT EXISTS (SELECT 1 FROM mark g JOIN work_kind k ON k.id = g.kind_id AND k.written
                        WHERE g.lesson_id = l.id AND g.pupil_id = m.pupil_id AND g.removed_at IS NULL)
     GROUP BY l.id
""")
