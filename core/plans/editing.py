"""Changing a course plan line by line. What a lesson points at stays: it may be reworded, not removed (P8).

Every command returns the page with its plan as it stands afterwards and a note: empty, `already` (it was so),
`changed` (the plan is not the one that was on the screen).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from sqlalchemy import insert, text, update

from core.app import Work
from core.audit import record
from core.errors import AccessDenied
from core.errors.plans import HoursWrong, LineDelivered
from core.plans.pages import PagePlan, PlanLine, hold_plan
from core.rules.course_plan import TOPIC_CHARS, split_lines
from core.rules.length import within
from core.terms import LessonKind
from core.workbook import cells
from core.workbook.faults import BadCell
from storage.models import PlanLine as Line

MOST_LINE_HOURS = 99
MOST_LINES_OF_PLAN = 1000

_NUMBER = text("""
    UPDATE plan_line SET number = v.number
      FROM unnest(CAST(:ids AS integer[]), CAST(:numbers AS smallint[])) AS v(id, number) WHERE plan_line.id = v.id
""")
# Two steps, for a number may stand only once at any moment.
_ASIDE = text("UPDATE plan_line SET number = -number WHERE id = ANY(CAST(:ids AS integer[]))")
_REMOVE = text("""
    DELETE FROM plan_line WHERE id = :line AND NOT EXISTS (SELECT 1 FROM plan_delivery d WHERE d.line_id = :line)
    RETURNING id
""")
_HOLD_LINE = text("SELECT 1 FROM plan_line WHERE id = :line FOR UPDATE")


@dataclass(frozen=True)
class Edited:
    """The page with its plan after a command; `line` is what the command was about (None: gone)."""

    page: PagePlan
    line: int | None = None
    note: str = ""


async def write_line_topic(work: Work, load_id: int, line_id: int, words: str) -> Edited:
    """Raises TextTooLong, AccessDenied, NothingThere."""
    return await _set(work, load_id, line_id, topic=_worded(words))


async def write_line_homework(work: Work, load_id: int, line_id: int, words: str) -> Edited:
    """A lone dash takes the homework away. Raises TextTooLong, AccessDenied, NothingThere."""
    homework = _worded(words)
    return await _set(work, load_id, line_id, homework="" if homework in {"-", "–", "—"} else homework)


async def write_line_hours(work: Work, load_id: int, line_id: int, words: str) -> Edited:
    """`2`, `0,5`, `2 ч.`. Raises HoursWrong, AccessDenied, NothingThere."""
    return await _set(work, load_id, line_id, hours=read_hours(words))


async def set_line_kind(work: Work, load_id: int, line_id: int, kind: LessonKind) -> Edited:
    """Raises AccessDenied, NothingThere."""
    return await _set(work, load_id, line_id, kind=kind)


async def add_line(work: Work, load_id: int, after: int, words: str, *, seen: str) -> Edited:
    """A line of one hour behind line `after` (0: at the beginning). The same words answered again add nothing.

    Raises TextTooLong, AccessDenied, NothingThere, HoursWrong (too many lines).
    """
    topic = _worded(words)
    page = await _own(work, load_id)
    place = page.lines.index(page.line(after)) + 1 if after else 0
    follower = page.lines[place] if place < len(page.lines) else None
    if page.seen != seen and follower is not None and follower.topic == topic:
        return Edited(page, follower.id, "already")
    if len(page.lines) >= MOST_LINES_OF_PLAN:
        raise HoursWrong(words=str(len(page.lines) + 1), limit=MOST_LINES_OF_PLAN)
    plan = page.plan
    assert plan is not None  # noqa: S101 - _own refuses a page without a plan
    made = await insert_lines(work, plan.id, page.lines, place, [(topic, Decimal(1))])
    record(work, "plan.add_line", "plan_line", made[0], after={"plan": plan.id, "topic": topic, "number": place + 1})
    return Edited(await hold_plan(work, load_id), made[0])


async def move_line(work: Work, load_id: int, line_id: int, to: int, *, seen: str) -> Edited:
    """Put a line at the place `to` (1: first), the others give way. Raises AccessDenied, NothingThere."""
    page = await _own(work, load_id)
    line = page.line(line_id)
    order = [x.id for x in page.lines if x.id != line_id]
    order.insert(to - 1, line_id)
    if order == [x.id for x in page.lines]:
        return Edited(page, line_id, "already")
    if page.seen != seen:
        return Edited(page, line_id, "changed")
    await number_lines(work, page.lines, order)
    record(work, "plan.move_line", "plan_line", line_id, before={"number": line.number}, after={"number": to})
    return Edited(await hold_plan(work, load_id), line_id)


async def remove_line(work: Work, load_id: int, line_id: int, *, seen: str) -> Edited:
    """Raises LineDelivered for a line that a lesson points at, AccessDenied, NothingThere (gone already)."""
    page = await _own(work, load_id)
    line = page.line(line_id)
    if page.seen != seen:
        return Edited(page, line_id, "changed")
    # A lesson that is delivering it this moment is waited for.
    await work.session.execute(_HOLD_LINE, {"line": line_id})
    gone = (await work.session.execute(_REMOVE, {"line": line_id})).scalar()
    if gone is None:
        raise LineDelivered(number=line.number)
    await number_lines(work, page.lines, [x.id for x in page.lines if x.id != line_id])
    record(work, "plan.remove_line", "plan_line", line_id, before=line_facts(line))
    return Edited(await hold_plan(work, load_id))


async def split_line(work: Work, load_id: int, line_id: int, *, seen: str) -> Edited:
    """An undelivered line of several hours as lessons of one. Raises LineDelivered, AccessDenied, NothingThere."""
    page = await _own(work, load_id)
    line = page.line(line_id)
    if page.seen != seen or line.hours <= 1:
        return Edited(page, line_id, "changed" if page.seen != seen else "already")
    if line.used:
        raise LineDelivered(number=line.number)
    first, *others = split_lines(line.topic, line.hours)
    await work.session.execute(update(Line).where(Line.id == line_id).values(topic=first[0], hours=first[1]))
    plan = page.plan
    assert plan is not None  # noqa: S101 - _own refuses a page without a plan
    await insert_lines(work, plan.id, page.lines, page.lines.index(line) + 1, others, kind=line.kind)
    record(work, "plan.split_line", "plan_line", line_id, before=line_facts(line), after={"lines": 1 + len(others)})
    return Edited(await hold_plan(work, load_id), line_id)


def read_hours(words: str) -> Decimal:
    """`2`, `0,5`, `2 ч.`. Raises HoursWrong."""
    try:
        told: Decimal = cells.hours(MOST_LINE_HOURS)(words)
    except BadCell as error:
        raise HoursWrong(words=words[:40], limit=MOST_LINE_HOURS) from error
    if not told:
        raise HoursWrong(words=words[:40], limit=MOST_LINE_HOURS)
    return told


async def insert_lines(
    work: Work,
    plan_id: int,
    lines: Sequence[PlanLine],
    place: int,
    parts: Sequence[tuple[str, Decimal]],
    kind: LessonKind = LessonKind.LESSON,
) -> list[int]:
    """New lines at index `place`; the following ones move on. Returns the new ids."""
    follow = [line.id for line in lines[place:]]
    if follow:
        await work.session.execute(_ASIDE, {"ids": follow})
        numbers = list(range(place + 1 + len(parts), place + 1 + len(parts) + len(follow)))
        await work.session.execute(_NUMBER, {"ids": follow, "numbers": numbers})
    if place and lines[place - 1].number != place:
        ids = [line.id for line in lines[:place]]
        await work.session.execute(_ASIDE, {"ids": ids})
        await work.session.execute(_NUMBER, {"ids": ids, "numbers": list(range(1, place + 1))})
    rows = [
        {"plan_id": plan_id, "number": place + n, "topic": topic, "hours": hours, "kind": kind}
        for n, (topic, hours) in enumerate(parts, 1)
    ]
    made = await work.session.execute(insert(Line).returning(Line.id, sort_by_parameter_order=True), rows)
    return list(made.scalars())


async def number_lines(work: Work, lines: Sequence[PlanLine], order: Sequence[int]) -> None:
    """Number the lines 1, 2, 3 in this order of ids; those that stand right are not touched."""
    before = {line.id: line.number for line in lines}
    moved = [(line_id, number) for number, line_id in enumerate(order, 1) if before.get(line_id) != number]
    if moved:
        ids = [line_id for line_id, _ in moved]
        await work.session.execute(_ASIDE, {"ids": ids})
        await work.session.execute(_NUMBER, {"ids": ids, "numbers": [number for _, number in moved]})


def line_facts(line: PlanLine) -> dict[str, Any]:
    """A line for the trace."""
    return {
        "number": line.number,
        "topic": line.topic,
        "hours": str(line.hours),
        "kind": line.kind.value,
        "homework": line.homework,
    }


async def _set(work: Work, load_id: int, line_id: int, **value: Any) -> Edited:
    page = await _own(work, load_id)
    line = page.line(line_id)
    (name, new), *_ = value.items()
    if getattr(line, name) == new:
        return Edited(page, line_id, "already")
    await work.session.execute(update(Line).where(Line.id == line_id).values(**value))
    after = replace(line, **value)
    record(work, "plan.change_line", "plan_line", line_id, before=line_facts(line), after=line_facts(after))
    lines = tuple(after if x.id == line_id else x for x in page.lines)
    return Edited(replace(page, lines=lines), line_id)


async def _own(work: Work, load_id: int) -> PagePlan:
    """The page with a plan that the actor may change."""
    page = await hold_plan(work, load_id)
    if not page.editable:
        raise AccessDenied(load=load_id)
    return page


def _worded(words: str) -> str:
    return within(" ".join(words.split()), TOPIC_CHARS)
