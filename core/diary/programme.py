"""How far each subject's programme has come: lessons given of lessons planned, what is next (F1; lic68 2.2.8)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.diary.children import ChildName, named_child
from core.diary.page_sql import PUPIL_PAGES
from core.errors import NothingThere
from core.plans.pages import PAGES, SERVING, PagePlan, read_plan

_SUBJECTS = text(f"""
WITH mine AS ({PUPIL_PAGES.format(pupils="ARRAY[CAST(:pupil AS integer)]", first=":today", last=":today")}),
page AS ({PAGES.format(where="t.id IN (SELECT load_id FROM mine) AND t.year_id = :year")}),
given AS (
    SELECT l.load_id, d.line_id, sum(d.hours) AS hours, sum(d.hours) FILTER (WHERE l.ends_at <= :now) AS over
      FROM lesson l JOIN plan_delivery d ON d.lesson_id = l.id
     WHERE l.load_id IN (SELECT load_id FROM mine) AND l.status = 'planned' GROUP BY l.load_id, d.line_id)
SELECT page.load_id, page.subject, page.group_name, plan.plan_id,
       lessons.held, lessons.planned, lines.total, lines.delivered, lines.over,
       last.topic AS last_topic, last.on_date AS last_on, next.topic AS next_topic
  FROM page
  LEFT JOIN LATERAL ({SERVING}) plan ON true
  JOIN LATERAL (
       SELECT count(*) AS planned, count(*) FILTER (WHERE l.ends_at <= :now) AS held FROM lesson l
        WHERE l.load_id = page.load_id AND l.status = 'planned') lessons ON true
  LEFT JOIN LATERAL (
       SELECT sum(line.hours) AS total, sum(given.hours) AS delivered, sum(given.over) AS over,
              max(line.number) FILTER (WHERE given.hours IS NOT NULL) AS touched
         FROM plan_line line LEFT JOIN given ON given.line_id = line.id AND given.load_id = page.load_id
        WHERE line.plan_id = plan.plan_id) lines ON true
  LEFT JOIN LATERAL (
       SELECT l.topic, l.on_date FROM lesson l
        WHERE l.load_id = page.load_id AND l.status = 'planned' AND l.topic <> '' AND l.starts_at <= :now
        ORDER BY l.starts_at DESC LIMIT 1) last ON true
  LEFT JOIN LATERAL (
       SELECT line.topic FROM plan_line line LEFT JOIN given ON given.line_id = line.id AND given.load_id = page.load_id
        WHERE line.plan_id = plan.plan_id AND line.hours > coalesce(given.hours, 0)
        ORDER BY line.number < coalesce(lines.touched, 0), line.number LIMIT 1) next ON true
 ORDER BY page.subject, page.group_name
""")

_TOPICS = text("""
    SELECT l.on_date, l.topic FROM lesson l
     WHERE l.load_id = :load AND l.status = 'planned' AND l.topic <> '' AND l.starts_at <= :now
     ORDER BY l.starts_at DESC LIMIT :many OFFSET :first
""")

TOPICS = 10


@dataclass(frozen=True)
class SubjectProgramme:
    """A subject of the child. `held` of `lessons` in the timetable of the year are over.

    `total` hours of the course plan (None: there is no plan), `delivered` of them given; `ahead` lessons ahead of the
    plan, below zero behind.
    """

    load_id: int
    subject: str
    group: str
    held: int
    lessons: int
    total: Decimal | None
    delivered: Decimal
    ahead: Decimal | None
    last_topic: str
    last_on: date | None
    next_topic: str


@dataclass(frozen=True)
class ChildProgramme:
    """All subjects of a child, by name."""

    child: ChildName
    subjects: tuple[SubjectProgramme, ...]


@dataclass(frozen=True)
class SubjectTopics:
    """What a subject delivered, the newest first, `first` of them passed over, and its plan."""

    child: ChildName
    programme: SubjectProgramme
    plan: PagePlan
    topics: tuple[tuple[date, str], ...]
    first: int

    @property
    def ahead_lines(self) -> list[tuple[str, Decimal]]:
        """The next lines of the plan: topic and hours left."""
        left = [line for line in self.plan.lines if line.left]
        return [(line.topic, line.left) for line in left if line.number >= self.plan.touched]


async def child_programme(work: Work, pupil_id: int) -> ChildProgramme:
    """Raises NotConnected, AccessDenied, ConsentNeeded."""
    child, _ = await named_child(work, pupil_id)
    return ChildProgramme(child, await _subjects(work, pupil_id))


async def subject_topics(work: Work, pupil_id: int, load_id: int, first: int = 0) -> SubjectTopics:
    """One subject of the child. Raises as `child_programme`, NothingThere when the page is not the child's."""
    child, _ = await named_child(work, pupil_id)
    found = next((s for s in await _subjects(work, pupil_id) if s.load_id == load_id), None)
    plan = await read_plan(work, load_id)
    if found is None or plan is None:
        raise NothingThere
    facts = {"load": load_id, "now": work.now, "many": TOPICS + 1, "first": first}
    topics = (await work.session.execute(_TOPICS, facts)).all()
    return SubjectTopics(child, found, plan, tuple((row.on_date, row.topic) for row in topics), first)


async def _subjects(work: Work, pupil_id: int) -> tuple[SubjectProgramme, ...]:
    facts = {"pupil": pupil_id, "today": work.today, "year": work.school.year_id, "now": work.now}
    return tuple(_programme(row) for row in (await work.session.execute(_SUBJECTS, facts)).all())


def _programme(row: Row[Any]) -> SubjectProgramme:
    return SubjectProgramme(
        load_id=row.load_id,
        subject=row.subject,
        group=row.group_name,
        held=row.held,
        lessons=row.planned,
        total=row.total,
        delivered=row.delivered or Decimal(0),
        ahead=(row.over or Decimal(0)) - row.held if row.total is not None else None,
        last_topic=row.last_topic or "",
        last_on=row.last_on,
        next_topic=row.next_topic or "",
    )
