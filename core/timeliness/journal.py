"""«Журнал сегодня»: by teacher and by class, what is filled in and what is late (K2)."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import text

from core.app import Work
from core.errors import NothingThere
from core.rights import SEES_SCHOOL
from core.rules.names import initials_of, sort_key
from core.timeliness.pages import MARKS, Page, read_pages
from core.timetable.lessons import LessonFacts


@dataclass(frozen=True)
class PageState:
    """A lesson of the day. `missing`: parts still to be entered (marks of a written work once their term is over);
    `late`: those whose term is over; `decided`: an entry was let in after the term; `foreign`: one is in another
    language than the school wants.
    """

    lesson: LessonFacts
    teacher: str
    missing: tuple[str, ...]
    late: tuple[str, ...]
    unmarked: int
    over: bool
    decided: bool
    foreign: bool
    absent: int


@dataclass(frozen=True)
class Tally:
    """A teacher's or a class's lessons: `over` so far, `filled` in among them; `late`, `decided`, `foreign`: so many
    of them are.
    """

    key: int
    name: str
    lessons: int
    over: int
    filled: int
    late: int
    decided: int
    foreign: int
    absent: int

    @property
    def open(self) -> int:
        """Lessons that are over and lack something."""
        return self.over - self.filled


@dataclass(frozen=True)
class Nudged:
    """A word sent to a teacher today: when (wall clock) and by whom."""

    at: datetime
    by: str


@dataclass(frozen=True)
class JournalDay:
    """A day of the whole school; teachers and classes with something late, then with something open, come first."""

    day: date
    today: date
    total: Tally
    teachers: tuple[Tally, ...]
    classes: tuple[Tally, ...]
    nudged: dict[int, Nudged]


@dataclass(frozen=True)
class PagesOfDay:
    """The lessons of one teacher or class, in the order of the bells. `may_nudge`: there is something to ask for,
    and nobody has today.
    """

    key: int
    name: str
    day: date
    today: date
    pages: tuple[PageState, ...]
    nudged: Nudged | None = None

    @property
    def lacking(self) -> tuple[PageState, ...]:
        """Lessons that are over and lack something."""
        return tuple(page for page in self.pages if page.over and page.missing)

    @property
    def may_nudge(self) -> bool:
        return self.nudged is None and bool(self.lacking)


async def journal_day(work: Work, day: date | None = None) -> JournalDay:
    """The school's day (none: today), for deputies and the director. Raises NotConnected, AccessDenied."""
    work.actor.require_role(*SEES_SCHOOL)
    day = day or work.today
    states = await _states(work, day)
    by_teacher: dict[tuple[int, str], list[PageState]] = defaultdict(list)
    by_class: dict[tuple[int, str], list[PageState]] = defaultdict(list)
    for state in states:
        by_teacher[state.lesson.teacher_id, state.teacher].append(state)
        for named in zip(state.lesson.class_ids, state.lesson.classes, strict=True):
            by_class[named].append(state)
    absent = await _absent(work, day)
    classes = [_tally(*named, of, absent.get(named[0], 0)) for named, of in by_class.items()]
    return JournalDay(
        day=day,
        today=work.today,
        total=_tally(0, "", states, sum(absent.values())),
        teachers=tuple(sorted((_tally(*named, of) for named, of in by_teacher.items()), key=_urgency)),
        classes=tuple(sorted(classes, key=lambda c: (_grade(c.name), sort_key(c.name)))),
        nudged=await read_nudges(work),
    )


async def teacher_pages(work: Work, staff_id: int, day: date) -> PagesOfDay:
    """The lessons a teacher gives on a day, for deputies and the director. Raises as `journal_day`, NothingThere."""
    pages = await asked_pages(work, staff_id, day)
    return replace(pages, nudged=(await read_nudges(work)).get(staff_id))


async def asked_pages(work: Work, staff_id: int, day: date) -> PagesOfDay:
    """The same, without today's word to the teacher."""
    work.actor.require_role(*SEES_SCHOOL)
    states = [s for s in await _states(work, day) if s.lesson.teacher_id == staff_id]
    name = states[0].teacher if states else await _named(work, _TEACHER, staff_id)
    return PagesOfDay(staff_id, name, day, work.today, tuple(states))


async def class_pages(work: Work, class_id: int, day: date) -> PagesOfDay:
    """The lessons of a class on a day, for deputies and the director. Raises as `journal_day`, NothingThere."""
    work.actor.require_role(*SEES_SCHOOL)
    name = await _named(work, _CLASS, class_id)
    states = [s for s in await _states(work, day) if class_id in s.lesson.class_ids]
    return PagesOfDay(class_id, name, day, work.today, tuple(states))


async def read_nudges(work: Work) -> dict[int, Nudged]:
    """Today's, by teacher."""
    rows = (await work.session.execute(_NUDGES, {"today": work.today})).all()
    return {r.staff_id: Nudged(work.local(r.sent_at), _initials(r)) for r in rows}


async def _states(work: Work, day: date) -> list[PageState]:
    reading = await read_pages(work, day, day, ended=False)
    return [_state(work, page) for page in reading.pages if page.lesson.day == day]


def _state(work: Work, page: Page) -> PageState:
    over = page.lesson.ends_at <= work.local_now
    late = tuple(w.part for w in page.wanted if over and w.until < work.local_now)
    return PageState(
        lesson=page.lesson,
        teacher=page.teacher,
        missing=tuple(w.part for w in page.wanted if over and (w.part != MARKS or w.part in late)),
        late=late,
        unmarked=sum(w.unmarked for w in page.wanted),
        over=over,
        decided=page.decided,
        foreign=page.foreign,
        absent=page.absent,
    )


def _tally(key: int, name: str, states: list[PageState], absent: int = 0) -> Tally:
    over = [state for state in states if state.over]
    return Tally(
        key=key,
        name=name,
        lessons=len(states),
        over=len(over),
        filled=sum(not state.missing for state in over),
        late=sum(bool(state.late) for state in over),
        decided=sum(state.decided for state in states),
        foreign=sum(state.foreign for state in states),
        absent=absent,
    )


def _urgency(tally: Tally) -> tuple[bool, bool, bool, tuple[str, str]]:
    """Who is late, who has something open, who is done, and last those whose lessons are still ahead."""
    return not tally.late, not tally.open, not tally.over, sort_key(tally.name)


def _grade(name: str) -> int:
    digits = "".join(letter for letter in name if letter.isdigit())
    return int(digits) if digits else 0


async def _absent(work: Work, day: date) -> dict[int, int]:
    """Pupils absent from any lesson of the day, by class."""
    rows = await work.session.execute(_ABSENT, {"day": day})
    return {row.class_id: row.pupils for row in rows.all()}


async def _named(work: Work, statement: Any, key: int) -> str:
    row = (await work.session.execute(statement, {"key": key})).one_or_none()
    if row is None:
        raise NothingThere
    return _initials(row) if len(row) > 1 else str(row[0])


def _initials(row: Any) -> str:
    return initials_of(row.surname, row.given_name, row.patronymic)


_TEACHER = text("SELECT surname, given_name, patronymic FROM staff WHERE id = :key")
_CLASS = text("SELECT name FROM class_unit WHERE id = :key")

_NUDGES = text("""
    SELECT n.staff_id, n.sent_at, w.surname, w.given_name, w.patronymic
      FROM nudge n JOIN staff w ON w.id = n.sent_by WHERE n.on_date = :today
""")

_ABSENT = text("""
    SELECT e.class_id, count(DISTINCT a.pupil_id) AS pupils
      FROM lesson l
      JOIN attendance a ON a.lesson_id = l.id AND a.status = 'absent'
      JOIN enrolment e ON e.pupil_id = a.pupil_id AND e.starts <= :day AND (e.ends IS NULL OR e.ends >= :day)
     WHERE l.on_date = :day AND l.status = 'planned'
     GROUP BY e.class_id
""")
