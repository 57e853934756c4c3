"""A whole new edition of a course plan: copied, or from a file. Delivered lines stay, whatever it holds (P8)."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import delete, insert, text
from sqlalchemy.dialects.postgresql import insert as upsert

from core.app import Work
from core.audit import record
from core.errors import AccessDenied
from core.plans.pages import PagePlan, PlanLine, hold_plan
from core.rules.plan_merge import OldLine, Placed, merge, topic_key
from core.terms import LessonKind
from storage.models import CoursePlan
from storage.models import PlanLine as Line


@dataclass(frozen=True)
class NewLine:
    """A line of a new edition; None: the edition says nothing of it, and what stands stays."""

    topic: str
    hours: Decimal | None = None
    kind: LessonKind | None = None
    homework: str | None = None


@dataclass(frozen=True)
class EditionPreview:
    """What taking an edition over would bring. `kept`: delivered lines that it does not hold and that stay.

    `grade`: for the whole grade level; `own`: the class leaves its grade's plan for one of its own. `same`: nothing
    would change. `seen` changes with anything that would be written.
    """

    page: PagePlan
    lines: tuple[NewLine, ...]
    grade: bool
    kept: tuple[PlanLine, ...]
    removed: int
    same: bool
    seen: str

    @property
    def hours(self) -> Decimal:
        """Hours of the plan to be."""
        told = sum((line.hours or Decimal(1) for line in self.lines), Decimal(0))
        return told + sum((line.hours for line in self.kept), Decimal(0))

    @property
    def own(self) -> bool:
        return not self.grade and self.page.plan is not None and self.page.plan.of_grade


_REPOINT = text("""
    UPDATE plan_delivery d SET line_id = v.fresh
      FROM unnest(CAST(:old AS integer[]), CAST(:fresh AS integer[])) AS v(old, fresh), lesson l, load_class lc
     WHERE d.line_id = v.old AND l.id = d.lesson_id AND lc.load_id = l.load_id AND lc.class_id = :class_id
       AND lc.subject_id = :subject AND (lc.group_name = :group OR :group = '')
""")
_HOLD_LINES = text("SELECT id FROM plan_line WHERE plan_id = :plan ORDER BY id FOR UPDATE")
_ASIDE = text("UPDATE plan_line SET number = -number WHERE plan_id = :plan")
_REWRITE = text("""
    UPDATE plan_line SET number = v.number, topic = v.topic, hours = v.hours, kind = v.kind, homework = v.homework
      FROM unnest(CAST(:ids AS integer[]), CAST(:numbers AS smallint[]), CAST(:topics AS varchar[]),
           CAST(:hours AS numeric[]), CAST(:kinds AS varchar[]), CAST(:homeworks AS varchar[]))
           AS v(id, number, topic, hours, kind, homework)
     WHERE plan_line.id = v.id
""")


def preview_edition(page: PagePlan, lines: Sequence[NewLine], *, grade: bool) -> EditionPreview:
    """What taking the edition over would bring; raises AccessDenied for a grade's plan that is not the actor's."""
    if not page.keeps or (grade and not page.keeps_grade):
        raise AccessDenied(load=page.load_id)
    placed = _placed(page, lines)
    known = {line.id: line for line in page.lines}
    kept = tuple(known[p.old] for p in placed if p.new is None and p.old is not None)
    stay = {p.old for p in placed}
    removed = sum(line.id not in stay for line in page.lines)
    told = (page.seen, [line.used for line in page.lines], grade, page.plan, list(lines))
    seen = f"{zlib.crc32(repr(told).encode()):x}"
    return EditionPreview(page, tuple(lines), grade, kept, removed, _same(page, placed, lines, grade=grade), seen)


async def take_edition(work: Work, preview: EditionPreview, *, how: str) -> PagePlan:
    """Write an edition over the plan that it is meant for (`hold_plan` came before); `how` goes to the trace.

    A class that followed its grade's plan gets a plan of its own, and what its lessons delivered comes along.
    """
    page = preview.page
    placed = _placed(page, preview.lines)
    if page.plan is not None and (preview.grade or not page.plan.of_grade):
        await work.session.execute(_HOLD_LINES, {"plan": page.plan.id})
        plan_id = page.plan.id
        await _rewrite(work, page, placed, preview.lines)
    else:
        plan_id = await _new_plan(work, page, grade=preview.grade)
        await _fill(work, page, plan_id, placed, preview.lines)
    after = {"how": how, "lines": len(placed), "hours": str(preview.hours), "kept": len(preview.kept)}
    before = {"plan": page.plan.id, "lines": len(page.lines), "hours": str(page.total)} if page.plan else None
    record(work, "plan.take", "course_plan", plan_id, before=before, after=after)
    return await hold_plan(work, page.load_id)


async def confirm_edition(
    work: Work, preview: EditionPreview, *, seen: str, how: str
) -> tuple[PagePlan | EditionPreview, str]:
    """Take an edition over if it still is what was on the screen; else the fresh preview and the note `changed`."""
    if preview.same:
        return preview.page, "already"
    if preview.seen != seen:
        return preview, "changed"
    return await take_edition(work, preview, how=how), ""


async def make_own(work: Work, load_id: int, plan_id: int) -> tuple[PagePlan, bool]:
    """Give the page's class a plan of its own, a copy of the grade's; whether it was made just now.

    Raises AccessDenied, NothingThere.
    """
    page = await hold_plan(work, load_id)
    if page.plan is None or page.plan.id != plan_id or not page.plan.of_grade:
        return page, False
    lines = [NewLine(line.topic, line.hours, line.kind, line.homework) for line in page.lines]
    return await take_edition(work, preview_edition(page, lines, grade=False), how="own"), True


def _placed(page: PagePlan, lines: Sequence[NewLine]) -> list[Placed]:
    old = [OldLine(line.id, topic_key(line.topic), line.used) for line in page.lines]
    return merge(old, [topic_key(line.topic) for line in lines])


def _same(page: PagePlan, placed: Sequence[Placed], lines: Sequence[NewLine], *, grade: bool) -> bool:
    """Whether the plan meant already holds all this."""
    if page.plan is None or page.plan.of_grade is not grade:
        return False
    now = [{"number": line.number, **_columns(line, None)} for line in page.lines]
    return now == _values(page, placed, lines)


def _values(page: PagePlan, placed: Sequence[Placed], lines: Sequence[NewLine]) -> list[dict[str, Any]]:
    """Every line of the plan to be, as columns."""
    known = {line.id: line for line in page.lines}
    values = []
    for number, place in enumerate(placed, 1):
        old = known[place.old] if place.old is not None else None
        new = lines[place.new] if place.new is not None else None
        values.append({"number": number, **_columns(old, new)})
    return values


def _columns(old: PlanLine | None, new: NewLine | None) -> dict[str, Any]:
    """What the edition says, else what stands, else the usual."""
    if new is None and old is not None:
        return {"topic": old.topic, "hours": old.hours, "kind": old.kind.value, "homework": old.homework}
    told = new or NewLine("")
    same = old if old is not None and topic_key(old.topic) == topic_key(told.topic) else None
    kind = told.kind or (same.kind if same else LessonKind.LESSON)
    return {
        "topic": told.topic,
        "hours": told.hours or (same.hours if same else Decimal(1)),
        "kind": kind.value,
        "homework": told.homework if told.homework is not None else (same.homework if same else ""),
    }


async def _rewrite(work: Work, page: PagePlan, placed: Sequence[Placed], lines: Sequence[NewLine]) -> None:
    """In place: lines keep their ids, so that lessons keep pointing at them."""
    if page.plan is None:
        return
    values = _values(page, placed, lines)
    stay = [place.old for place in placed if place.old is not None]
    gone = [line.id for line in page.lines if line.id not in stay]
    await work.session.execute(_ASIDE, {"plan": page.plan.id})
    await work.session.execute(delete(Line).where(Line.id.in_(gone)))
    pairs = [(p.old, v) for p, v in zip(placed, values, strict=True) if p.old is not None]
    await work.session.execute(
        _REWRITE,
        {
            "ids": [line_id for line_id, _ in pairs],
            **{f"{name}s": [v[name] for _, v in pairs] for name in ("number", "topic", "kind", "homework")},
            "hours": [v["hours"] for _, v in pairs],
        },
    )
    fresh = [{"plan_id": page.plan.id, **v} for p, v in zip(placed, values, strict=True) if p.old is None]
    if fresh:
        await work.session.execute(insert(Line), fresh)


async def _new_plan(work: Work, page: PagePlan, *, grade: bool) -> int:
    values = {
        "year_id": page.year_id,
        "subject_id": page.subject_id,
        "class_id": None if grade else page.class_ids[0],
        "grade_level": page.grade if grade else None,
        "group_name": "" if grade else page.group,
    }
    made = await work.session.execute(upsert(CoursePlan).values(values).returning(CoursePlan.id))
    return int(made.scalar_one())


async def _fill(work: Work, page: PagePlan, plan_id: int, placed: Sequence[Placed], lines: Sequence[NewLine]) -> None:
    """All lines anew; lessons of the class point at the copies of what they delivered."""
    if not placed:
        return
    rows = [{"plan_id": plan_id, **values} for values in _values(page, placed, lines)]
    made = await work.session.execute(insert(Line).returning(Line.id, sort_by_parameter_order=True), rows)
    used = {line.id for line in page.lines if line.used}
    pairs = [(p.old, fresh) for p, fresh in zip(placed, made.scalars(), strict=True) if p.old in used]
    if pairs and page.plan is not None:
        facts = {"class_id": page.class_ids[0], "subject": page.subject_id, "group": page.group}
        old, fresh = [o for o, _ in pairs], [f for _, f in pairs]
        await work.session.execute(_REPOINT, {**facts, "old": old, "fresh": fresh})
