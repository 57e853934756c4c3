"""Copying a course plan: from a parallel class, another group, or last year (P8: a base shared over parallels)."""

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import text

from core.app import Work
from core.errors import AccessDenied, NothingThere
from core.plans.editions import EditionPreview, NewLine, confirm_edition, preview_edition
from core.plans.pages import PagePlan, hold_plan, open_plan
from core.terms import LessonKind

MOST_SOURCES = 40


@dataclass(frozen=True)
class PlanSource:
    """A plan that could be copied. `year` is empty for the page's own year; `class_name` for a grade's plan."""

    id: int
    class_name: str
    grade: int | None
    group: str
    year: str
    lines: int
    hours: Decimal


# Of the same subject and grade level, in any year; the page's own plan is no source.
_SOURCES = text("""
    SELECT p.id, coalesce(c.name, '') AS class_name, p.grade_level, p.group_name, count(n.id) AS lines,
           sum(n.hours) AS hours, CASE WHEN p.year_id = :year THEN '' ELSE y.name END AS year
      FROM course_plan p JOIN study_year y ON y.id = p.year_id JOIN plan_line n ON n.plan_id = p.id
      LEFT JOIN class_unit c ON c.id = p.class_id
     WHERE p.subject_id = :subject AND coalesce(p.grade_level, c.grade_level) = :grade AND p.id <> :plan
     GROUP BY p.id, c.id, y.id
     ORDER BY p.year_id <> :year, y.starts DESC, c.key NULLS FIRST, p.group_name
     LIMIT :most
""")
_LINES = text("""
    SELECT n.topic, n.hours, n.kind, n.homework FROM plan_line n JOIN course_plan p ON p.id = n.plan_id
      LEFT JOIN class_unit c ON c.id = p.class_id
     WHERE p.id = :source AND p.subject_id = :subject AND coalesce(p.grade_level, c.grade_level) = :grade
     ORDER BY n.number
""")


async def list_sources(work: Work, load_id: int) -> tuple[PagePlan, list[PlanSource]]:
    """Raises AccessDenied for whoever does not keep the page's plan, NothingThere."""
    page = await open_plan(work, load_id)
    if not page.keeps:
        raise AccessDenied(load=load_id)
    facts = {"subject": page.subject_id, "grade": page.grade, "year": page.year_id, "most": MOST_SOURCES}
    rows = await work.session.execute(_SOURCES, {**facts, "plan": page.plan.id if page.plan else 0})
    return page, [PlanSource(r.id, r.class_name, r.grade_level, r.group_name, r.year, r.lines, r.hours) for r in rows]


async def preview_copy(work: Work, load_id: int, source: int, *, grade: bool) -> EditionPreview:
    """Raises AccessDenied, NothingThere (no such plan of this subject and grade)."""
    page = await open_plan(work, load_id)
    return preview_edition(page, await _lines(work, page, source), grade=grade)


async def copy_plan(
    work: Work, load_id: int, source: int, *, grade: bool, seen: str
) -> tuple[PagePlan | EditionPreview, str]:
    """The page with its plan (note `already`: it was so before); or, when one of the plans changed since the preview,
    a fresh preview (note `changed`).
    """
    page = await hold_plan(work, load_id)
    preview = preview_edition(page, await _lines(work, page, source), grade=grade)
    return await confirm_edition(work, preview, seen=seen, how=f"copy of {source}")


async def _lines(work: Work, page: PagePlan, source: int) -> list[NewLine]:
    facts = {"source": source, "subject": page.subject_id, "grade": page.grade}
    rows = (await work.session.execute(_LINES, facts)).all()
    if not rows:
        raise NothingThere
    return [NewLine(row.topic, row.hours, LessonKind(row.kind), row.homework) for row in rows]
