"""The demo's journal up to now, as if it had been kept since 1 September: well at first, with gaps of late.

Written into the tables at once and without a trace (there was nobody to leave one): only for a fresh demo school.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import groupby, pairwise
from typing import Any

from sqlalchemy import text

from app.demo.cast import CLASS
from app.demo.past import Course, Held, Line, Page, Past
from core.app import App, Work
from core.terms import LessonKind
from storage.models import Attendance, Homework, LessonWork, Mark, MarkCell, PlanDelivery, Remark

AHEAD = timedelta(days=21)
"""So far ahead lies the next lesson of any page: homework of the last one is due then."""
Moments = dict[int, tuple[datetime, datetime]]

_LESSONS = text("""
    SELECT l.id, l.load_id, l.on_date, l.lesson_no, l.starts_at, l.ends_at, l.teacher_id, s.name AS subject,
           (SELECT min(c.grade_level) FROM load_class lc JOIN class_unit c ON c.id = lc.class_id
             WHERE lc.load_id = t.id) AS grade
      FROM lesson l JOIN teaching_load t ON t.id = l.load_id JOIN subject s ON s.id = t.subject_id
     WHERE l.on_date <= :until AND l.status = 'planned'
     ORDER BY l.load_id, l.on_date, l.lesson_no
""")
_PUPILS = text("""
    SELECT t.id, array_agg(e.pupil_id ORDER BY e.pupil_id) AS pupils
      FROM teaching_load t
      JOIN load_class lc ON lc.load_id = t.id
      JOIN enrolment e ON e.class_id = lc.class_id AND e.ends IS NULL
     WHERE t.group_name = '' OR EXISTS (SELECT 1 FROM group_member g WHERE g.load_id = t.id AND g.pupil_id = e.pupil_id)
     GROUP BY t.id
""")
# A class's own plan before the grade's.
_PLANS = text("""
    SELECT t.id, (
           SELECT json_agg(json_build_array(n.id, n.topic, n.kind, n.homework) ORDER BY n.number)
             FROM plan_line n WHERE n.plan_id = p.id) AS lines
      FROM teaching_load t
      JOIN LATERAL (
           SELECT p.id FROM course_plan p JOIN load_class lc ON lc.load_id = t.id
             JOIN class_unit c ON c.id = lc.class_id
            WHERE p.subject_id = t.subject_id AND p.year_id = t.year_id
              AND (p.class_id = c.id OR p.grade_level = c.grade_level)
            ORDER BY p.class_id NULLS LAST, p.id LIMIT 1) p ON true
""")
_WELL = text("""
    SELECT e.pupil_id FROM enrolment e JOIN class_unit c ON c.id = e.class_id WHERE c.name = :name AND e.ends IS NULL
""")
_KINDS = text("SELECT letter, id FROM work_kind")
_WRITE_PAGES = text("""
    UPDATE lesson l
       SET topic = d.topic, kind = d.kind, no_homework = d.no_homework, page_rev = d.rev,
           roll_taken_at = l.starts_at + interval '4 minutes', roll_taken_by = l.teacher_id, roll_rev = 1
      FROM unnest(CAST(:ids AS int[]), CAST(:topics AS text[]), CAST(:kinds AS text[]), CAST(:nothing AS bool[]),
                   CAST(:revs AS int[])) AS d (id, topic, kind, no_homework, rev)
     WHERE l.id = d.id
""")


async def live_through(app: App) -> None:
    """Fill the school's pages up to the app's now: today those of the lessons that are over.

    The demo's class is all at school today: whom the visitor marks absent nobody has spoken of yet.
    """
    async with app.work() as work:
        rows = (await work.session.execute(_LESSONS, {"until": work.today + AHEAD})).all()
        courses = await _courses(work, rows)
        pupils = sorted({pupil for course in courses for pupil in course.pupils})
        well = set(await work.session.scalars(_WELL, {"name": CLASS}))
        past = Past(pupils, min(row.on_date for row in rows), work.today, well=well)
        moments = {row.id: (row.starts_at, row.ends_at) for row in rows}
        pages = [page for course in courses for page in past.pages(course)]
        works = [found for course in courses for found in past.works(course)]
        await _write(work, pages, works, moments)


async def _courses(work: Work, rows: Sequence[Any]) -> list[Course]:
    pupils = {row.id: tuple(row.pupils) for row in await work.session.execute(_PUPILS)}
    plans = {row.id: [_line(*line) for line in row.lines or ()] for row in await work.session.execute(_PLANS)}
    courses = []
    for load, of_load in groupby(rows, key=lambda row: row.load_id):
        lessons = list(of_load)
        held = tuple(_held(lessons))
        over = sum(row.ends_at <= work.now for row in lessons)
        subject, grade = lessons[0].subject, lessons[0].grade
        courses.append(Course(subject, grade, pupils.get(load, ()), held[:over], plans.get(load, ()), held[over:]))
    return courses


def _line(key: int, topic: str, kind: str, homework: str) -> Line:
    return Line(key, topic, LessonKind(kind), homework)


def _held(rows: Sequence[Any]) -> Iterable[Held]:
    """The lessons, each with the page's next one."""
    for row, after in pairwise([*rows, None]):
        due = (after.id, after.on_date) if after is not None else None
        yield Held(row.id, row.on_date, row.lesson_no, row.teacher_id, due)


# The ids were read a moment ago in this very transaction: looking each up once more would double the time.
_TRUST = text("SET LOCAL session_replication_role = replica")


async def _write(work: Work, pages: Sequence[Page], works: Sequence[tuple[Held, str]], moments: Moments) -> None:
    kinds = {row.letter: row.id for row in await work.session.execute(_KINDS)}
    await work.session.execute(_TRUST)
    await work.session.execute(
        _WRITE_PAGES,
        {
            "ids": [page.lesson.id for page in pages],
            "topics": [page.topic for page in pages],
            "kinds": [page.kind.value if page.written else None for page in pages],
            "nothing": [page.written and not page.homework for page in pages],
            "revs": [int(page.written) for page in pages],
        },
    )
    for model, columns, records in (
        (PlanDelivery, "lesson_id line_id hours", _deliveries(pages)),
        (Attendance, "lesson_id pupil_id status reason minutes rev", _absences(pages)),
        (Mark, "lesson_id pupil_id kind_id value comment given_by given_at", _marks(pages, kinds, moments)),
        (Remark, "lesson_id pupil_id tone about body given_by given_at", _remarks(pages, moments)),
        (LessonWork, "lesson_id kind_id announced_by announced_at", _announced(works, kinds, work.now)),
        (MarkCell, "lesson_id pupil_id rev", _cells(pages)),
        (
            Homework,
            "lesson_id due_lesson_id due_on body minutes given_by given_at told_at",
            _homework(pages, moments),
        ),
    ):
        await _copy(work, model, columns.split(), records)


def _deliveries(pages: Iterable[Page]) -> Iterable[tuple[Any, ...]]:
    return ((page.lesson.id, page.line, 1) for page in pages if page.line is not None)


def _absences(pages: Iterable[Page]) -> Iterable[tuple[Any, ...]]:
    return (
        (page.lesson.id, pupil, presence.value, reason.value if reason else None, minutes, 1)
        for page in pages
        for pupil, presence, reason, minutes in page.absences
    )


def _marks(pages: Iterable[Page], kinds: dict[str, int], moments: Moments) -> Iterable[tuple[Any, ...]]:
    return (
        (
            page.lesson.id,
            pupil,
            kinds[letter],
            value.value,
            page.comments.get((pupil, letter), ""),
            page.lesson.teacher_id,
            moments[page.lesson.id][1],
        )
        for page in pages
        for pupil, letter, value in page.marks
    )


def _remarks(pages: Iterable[Page], moments: Moments) -> Iterable[tuple[Any, ...]]:
    for page in pages:
        if page.remark is not None:
            pupil, tone, about, words = page.remark
            given = moments[page.lesson.id][1]
            yield page.lesson.id, pupil, tone.value, about.value, words, page.lesson.teacher_id, given


def _announced(works: Iterable[tuple[Held, str]], kinds: dict[str, int], now: datetime) -> Iterable[tuple[Any, ...]]:
    return ((lesson.id, kinds[letter], lesson.teacher_id, now) for lesson, letter in works)


def _cells(pages: Iterable[Page]) -> Iterable[tuple[Any, ...]]:
    for page in pages:
        for pupil, given in groupby(sorted(pupil for pupil, *_ in page.marks)):
            yield page.lesson.id, pupil, len(list(given))


def _homework(pages: Iterable[Page], moments: Moments) -> Iterable[tuple[Any, ...]]:
    for page in pages:
        if page.homework and page.lesson.due is not None:
            due, day = page.lesson.due
            given = moments[page.lesson.id][1]
            yield page.lesson.id, due, day, page.homework, page.minutes, page.lesson.teacher_id, given, given


async def _copy(work: Work, model: Any, columns: Sequence[str], records: Iterable[tuple[Any, ...]]) -> None:
    """COPY: tens of thousands of rows in a fraction of a second."""
    connection = await (await work.session.connection()).get_raw_connection()
    driver: Any = connection.driver_connection
    await driver.copy_records_to_table(model.__tablename__, records=records, columns=columns)
