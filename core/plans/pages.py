"""A journal page and the course plan that serves it: lines, what of them is delivered, how far the class is (P8 J1)."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.errors import AccessDenied, NothingThere
from core.folding_sql import FOLDED
from core.rights import KEEPS_GRADE_PLANS, leads
from core.rules.course_plan import curriculum_hours
from core.rules.names import initials_of
from core.terms import LessonKind

ONE = Decimal(1)


@dataclass(frozen=True)
class PlanLine:
    """One line. `delivered`: hours at lessons of this page, `last_on` the day of the newest of them, `here` the hours
    at the lesson in hand; `used`: a lesson of some page points at it, so it may not go.
    """

    id: int
    number: int
    topic: str
    hours: Decimal
    kind: LessonKind
    homework: str
    delivered: Decimal = Decimal(0)
    here: Decimal = Decimal(0)
    last_on: date | None = None
    used: bool = False

    @property
    def left(self) -> Decimal:
        """Hours of the line still to deliver."""
        return max(Decimal(0), self.hours - self.delivered)


@dataclass(frozen=True)
class PlanHead:
    """Whose plan it is: a class's (`class_id`, `class_name`) or a grade level's (`grade`), maybe of one group."""

    id: int
    class_id: int | None
    class_name: str
    grade: int | None
    group: str

    @property
    def of_grade(self) -> bool:
        return self.class_id is None


@dataclass(frozen=True)
class PagePlan:
    """A journal page and its plan (None: there is none).

    `held`: lessons over by now; `held_hours`: what they delivered. `gives`: the reader gives a lesson of the page;
    `keeps`: keeps its plan, `keeps_grade`: also the grade's. `must_equal` names the regulation that wants the plan's
    hours to be the curriculum's; empty: a difference is only told.
    """

    load_id: int
    year_id: int
    subject_id: int
    subject: str
    group: str
    classes: tuple[str, ...]
    class_ids: tuple[int, ...]
    grade: int
    owner_id: int
    owner: str
    hours_per_week: Decimal
    held: int
    held_hours: Decimal
    plan: PlanHead | None
    lines: tuple[PlanLine, ...]
    gives: bool = False
    keeps: bool = False
    keeps_grade: bool = False
    must_equal: str = ""

    @property
    def total(self) -> Decimal:
        """Hours of the plan."""
        return sum((line.hours for line in self.lines), Decimal(0))

    @property
    def expected(self) -> Decimal:
        """Hours of the curriculum."""
        return curriculum_hours(self.hours_per_week, self.grade)

    @property
    def begun(self) -> bool:
        """Whether any line is delivered at this page."""
        return any(line.delivered for line in self.lines)

    @property
    def ahead(self) -> Decimal:
        """Lessons ahead of the plan (below zero: behind): what lessons over by now delivered against their number."""
        return self.held_hours - self.held

    @property
    def touched(self) -> int:
        """The number of the last line that was delivered, wholly or in part; 0: none."""
        return max((line.number for line in self.lines if line.delivered), default=0)

    @property
    def next_line(self) -> PlanLine | None:
        """The next line to deliver: the first after the last one touched, else the first that was left out."""
        left = [line for line in self.lines if line.left]
        return next((line for line in left if line.number >= self.touched), left[0] if left else None)

    @property
    def editable(self) -> bool:
        """Whether the reader may change this very plan; a teacher makes a copy of the grade's first."""
        return self.plan is not None and self.keeps and (self.keeps_grade or not self.plan.of_grade)

    @property
    def seen(self) -> str:
        """A short text that changes with the plan's lines."""
        return fingerprint(self.lines)

    def line(self, line_id: int) -> PlanLine:
        """Raises NothingThere."""
        found = next((line for line in self.lines if line.id == line_id), None)
        if found is None:
            raise NothingThere
        return found


def fingerprint(lines: Sequence[PlanLine]) -> str:
    """A short text that changes with anything written in the lines."""
    told = [(line.id, line.number, line.topic, str(line.hours), line.kind.value, line.homework) for line in lines]
    return f"{zlib.crc32(repr(told).encode()):x}"


PAGES = """
    SELECT t.id AS load_id, t.year_id, t.subject_id, s.name AS subject, t.group_name, t.teacher_id AS owner_id,
           t.hours_per_week, w.surname, w.given_name, w.patronymic,
           array_agg(c.name ORDER BY c.key) AS classes, array_agg(c.id ORDER BY c.key) AS class_ids,
           array_agg(DISTINCT c.grade_level) AS grades, min(c.grade_level) AS grade
      FROM teaching_load t JOIN subject s ON s.id = t.subject_id JOIN staff w ON w.id = t.teacher_id
      JOIN load_class lc ON lc.load_id = t.id JOIN class_unit c ON c.id = lc.class_id
     WHERE {where}
     GROUP BY t.id, s.name, w.id
"""
# A class's plan comes before its grade's, one of the very group before one of all.
SERVING = f"""
    SELECT p.id AS plan_id, p.class_id AS plan_class, p.grade_level AS plan_grade, p.group_name AS plan_group,
           (SELECT c.name FROM class_unit c WHERE c.id = p.class_id) AS plan_class_name
      FROM course_plan p
     WHERE p.year_id = page.year_id AND p.subject_id = page.subject_id
       AND (p.class_id = ANY(page.class_ids) OR p.grade_level = ANY(page.grades))
       AND {FOLDED.format("p.group_name")} IN ('', {FOLDED.format("page.group_name")})
     ORDER BY p.class_id IS NULL, p.group_name = '', array_position(page.class_ids, p.class_id), p.grade_level
     LIMIT 1
"""
_READ = f"""
WITH page AS ({PAGES.format(where="t.id = :load")}),
plan AS (SELECT served.* FROM page, LATERAL ({SERVING}) served),
given AS (
    SELECT d.line_id, sum(d.hours) AS delivered, max(l.on_date) AS last_on,
           sum(d.hours) FILTER (WHERE l.id = :besides) AS here,
           sum(d.hours) FILTER (WHERE l.id <> :besides AND l.ends_at <= :now) AS held_hours
      FROM lesson l JOIN plan_delivery d ON d.lesson_id = l.id
     WHERE l.load_id = :load AND l.status = 'planned' GROUP BY d.line_id)
SELECT page.*, plan.*, line.id AS line_id, line.number, line.topic, line.hours, line.kind, line.homework,
       given.delivered, given.last_on, given.here, given.held_hours,
       EXISTS (SELECT 1 FROM plan_delivery d WHERE d.line_id = line.id) AS used,
       (SELECT count(*) FROM lesson l WHERE l.load_id = :load AND l.status = 'planned' AND l.ends_at <= :now
           AND l.id <> :besides) AS held,
       EXISTS (SELECT 1 FROM lesson l WHERE l.load_id = :load AND l.teacher_id = :staff) AS gives
  FROM page LEFT JOIN plan ON true
  LEFT JOIN plan_line line ON line.plan_id = plan.plan_id
  LEFT JOIN given ON given.line_id = line.id
 ORDER BY line.number
"""
_PLAN = text(_READ)
# Plans of a subject are changed by one person at a time: a new one may begin to serve a page meanwhile.
_HOLD = text("""
    SELECT 1 FROM subject s JOIN teaching_load t ON t.subject_id = s.id WHERE t.id = :load FOR NO KEY UPDATE OF s
""")


async def read_plan(work: Work, load_id: int, *, besides: int = 0) -> PagePlan | None:
    """A page and its plan in one statement, whoever asks; `besides`: the lesson in hand, not counted as held."""
    facts = {"load": load_id, "besides": besides, "now": work.now, "staff": work.actor.staff_id or 0}
    rows = (await work.session.execute(_PLAN, facts)).all()
    return _page_plan(work, rows) if rows else None


async def open_plan(work: Work, load_id: int) -> PagePlan:
    """The plan for those who may see it: the page's teacher, whoever gives a lesson of it, class leaders of its
    classes, deputies, the director. Raises NotConnected, NothingThere, AccessDenied.
    """
    work.actor.require_staff()
    page = await read_plan(work, load_id)
    if page is None:
        raise NothingThere
    sees = page.keeps or page.gives or leads(work, page.class_ids)
    if not sees:
        raise AccessDenied(load=load_id)
    return page


async def hold_plan(work: Work, load_id: int) -> PagePlan:
    """The plan for its keepers, nobody else changing it until the commit.

    Raises NotConnected, NothingThere, AccessDenied.
    """
    await work.session.execute(_HOLD, {"load": load_id})
    page = await open_plan(work, load_id)
    if not page.keeps:
        raise AccessDenied(load=load_id)
    return page


def keeps_plan(work: Work, owner_id: int) -> bool:
    """The page's teacher, deputies and the director keep its plan."""
    return work.actor.staff_id == owner_id or work.actor.holds(*KEEPS_GRADE_PLANS)


def _page_plan(work: Work, rows: Sequence[Row[Any]]) -> PagePlan:
    row = rows[0]
    head = None
    if row.plan_id is not None:
        head = PlanHead(row.plan_id, row.plan_class, row.plan_class_name or "", row.plan_grade, row.plan_group)
    return PagePlan(
        load_id=row.load_id,
        year_id=row.year_id,
        subject_id=row.subject_id,
        subject=row.subject,
        group=row.group_name,
        classes=tuple(row.classes),
        class_ids=tuple(row.class_ids),
        grade=row.grade,
        owner_id=row.owner_id,
        owner=initials_of(row.surname, row.given_name, row.patronymic),
        hours_per_week=row.hours_per_week,
        held=row.held,
        held_hours=sum((r.held_hours for r in rows if r.held_hours is not None), Decimal(0)),
        plan=head,
        lines=tuple(_line(r) for r in rows if r.line_id is not None),
        gives=row.gives,
        keeps=keeps_plan(work, row.owner_id),
        keeps_grade=work.actor.holds(*KEEPS_GRADE_PLANS),
        must_equal=_must_equal(work),
    )


def _line(row: Row[Any]) -> PlanLine:
    return PlanLine(
        id=row.line_id,
        number=row.number,
        topic=row.topic,
        hours=row.hours,
        kind=LessonKind(row.kind),
        homework=row.homework,
        delivered=row.delivered or Decimal(0),
        here=row.here or Decimal(0),
        last_on=row.last_on,
        used=row.used,
    )


def _must_equal(work: Work) -> str:
    regulation = work.regulation(work.today)
    return regulation.cited("plan_equals_curriculum") if regulation.plan_equals_curriculum else ""
