"""Giving homework at a lesson, and saying that there is none (J4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import or_, select, update
from sqlalchemy.dialects.postgresql import insert

from core.app import Work
from core.audit import record
from core.entries import require_open
from core.errors import NothingThere
from core.gathering import FilesOf
from core.homework.tasks import LessonTasks, Task, giving_lesson, lesson_tasks, read_task
from core.page.russian import require_russian
from core.rules.entry import EntryKind
from core.rules.length import within
from core.terms import LessonStatus
from core.timetable.lessons import LessonFacts
from storage.base import table_of
from storage.models import CoursePlan, Homework, HomeworkFile, Lesson, PlanLine

LIMIT = 4000
FILES = 10
HOMEWORK_FILES = FilesOf(table_of(HomeworkFile), ("homework_id",), FILES)


@dataclass(frozen=True)
class Given:
    """The homework as it is. `already`: this very message or press had given it before."""

    task: Task
    lesson: LessonFacts
    already: bool = False


async def give(work: Work, lesson_id: int, body: str, files: Sequence[int] = (), *, source: str | None = None) -> Given:
    """Give homework to everybody on the page for its next lesson. `files` are kept files of the account.

    The same `source` (a message's name) gives it once. Raises NotConnected, AccessDenied, NothingThere (neither words
    nor files), TextTooLong, TooManyFiles, NotInRussian and what `require_open` raises.
    """
    lesson = await giving_lesson(work, lesson_id, hold=True)
    body = within(body.strip(), LIMIT)
    if not body and not files:
        raise NothingThere
    name = f"{work.actor.account_id}:{source}" if source else None
    before = await _given_before(work, name)
    if before is not None:
        return Given(before, lesson.facts, already=True)
    await require_open(work, EntryKind.HOMEWORK, lesson.facts)
    foreign = require_russian(work, lesson.facts, body)
    due_on, due_lesson = await next_lesson(work, lesson.facts)
    task_id = await work.session.scalar(
        insert(Homework)
        .values(
            lesson_id=lesson_id,
            due_lesson_id=due_lesson,
            due_on=due_on,
            body=body,
            given_by=work.actor.require_staff(),
            given_at=work.now,
            not_in_russian=foreign,
            source=name,
        )
        .returning(Homework.id)
    )
    assert task_id is not None  # noqa: S101 - inserted just now
    attached = await HOMEWORK_FILES.attach(work, [task_id], files)
    if lesson.none_given:
        await work.session.execute(update(Lesson).where(Lesson.id == lesson_id).values(no_homework=False))
    after = {"lesson": lesson_id, "body": body, "due_on": due_on.isoformat(), "files": attached}
    record(work, "homework.give", "homework", task_id, after=after)
    return Given(await read_task(work, task_id), lesson.facts)


async def give_planned(work: Work, lesson_id: int, line_id: int) -> Given:
    """Give what a line of the lesson's course plan asks for; pressed twice it is given once. Raises as `give`."""
    lesson = await giving_lesson(work, lesson_id)
    planned = (
        select(PlanLine.homework)
        .join(CoursePlan, CoursePlan.id == PlanLine.plan_id)
        .where(PlanLine.id == line_id, CoursePlan.subject_id == lesson.facts.subject_id)
        .where(or_(CoursePlan.class_id.in_(lesson.facts.class_ids), CoursePlan.grade_level == lesson.facts.grade))
    )
    body = await work.session.scalar(planned)
    if not body:
        raise NothingThere
    return await give(work, lesson_id, body, source=f"plan-{lesson_id}-{line_id}")


async def say_none(work: Work, lesson_id: int, *, none: bool) -> LessonTasks:
    """Say that nothing is given at the lesson, or take that back; no homework given stands beside it.

    Raises as `give`.
    """
    lesson = await giving_lesson(work, lesson_id, hold=True)
    await require_open(work, EntryKind.HOMEWORK, lesson.facts)
    page = await lesson_tasks(work, lesson_id)
    if lesson.none_given != none and not (none and page.given):
        await work.session.execute(update(Lesson).where(Lesson.id == lesson_id).values(no_homework=none))
        record(work, "homework.none", "lesson", lesson_id, before={"none": not none}, after={"none": none})
        page = await lesson_tasks(work, lesson_id)
    return page


async def next_lesson(work: Work, lesson: LessonFacts) -> tuple[date, int | None]:
    """Day and id of the page's lesson after this one; after the last one, only the next day."""
    following = (await upcoming(work, lesson, 1)) or [(None, lesson.day + timedelta(days=1))]
    lesson_id, day = following[0]
    return day, lesson_id


async def upcoming(work: Work, lesson: LessonFacts, count: int) -> list[tuple[int | None, date]]:
    """Id and day of the next lessons of the page after this one."""
    rows = await work.session.execute(
        select(Lesson.id, Lesson.on_date)
        .where(Lesson.load_id == lesson.load_id, Lesson.status == LessonStatus.PLANNED)
        .where(Lesson.on_date >= lesson.day, Lesson.starts_at > lesson.starts_at)
        .order_by(Lesson.starts_at)
        .limit(count)
    )
    return [(lesson_id, day) for lesson_id, day in rows]


async def _given_before(work: Work, name: str | None) -> Task | None:
    if name is None:
        return None
    task_id = await work.session.scalar(select(Homework.id).where(Homework.source == name))
    return await read_task(work, task_id) if task_id is not None else None
