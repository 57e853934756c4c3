"""Changing and withdrawing homework inside its window; families hear of it only when they had seen it (J4)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import delete, func, select, text, update
from sqlalchemy.dialects.postgresql import insert

from core.app import Work
from core.audit import record
from core.entries import require_open
from core.errors import AccessDenied, ButtonOutdated, NothingThere
from core.errors.dates import DatesPast, DatesWrong
from core.homework.giving import HOMEWORK_FILES, LIMIT, upcoming
from core.homework.tasks import Task, giving_lesson, read_task
from core.homework.telling import tell_again, tell_changed, tell_withdrawn
from core.page.russian import require_russian
from core.rules.dates import parse_range
from core.rules.entry import EntryKind
from core.rules.length import within
from core.rules.names import full_name, sort_key, told_apart
from core.terms import LessonStatus
from core.timetable.lesson_sql import LESSON_PUPILS
from core.timetable.lessons import LessonFacts, reaches, reaches_all
from storage.models import Homework, HomeworkFile, HomeworkPupil, Lesson, Pupil

MINUTES = range(1, 601)
LESSONS_OFFERED = 6

_PUPILS = text(LESSON_PUPILS.format(load=":load", day="CAST(:day AS date)", group="CAST(:group AS varchar)"))


@dataclass(frozen=True)
class Changed:
    """The homework as it is now. `note`: `already` (it was so), `changed` (a colleague was first), else empty."""

    task: Task
    lesson: LessonFacts
    note: str = ""


async def open_task(work: Work, task_id: int) -> Changed:
    """A homework for those who may see its page. Raises NotConnected, NothingThere, AccessDenied."""
    work.actor.require_staff()
    task = await read_task(work, task_id)
    lesson = await giving_lesson(work, task.lesson_id)
    return Changed(task, lesson.facts)


async def rewrite(work: Work, task_id: int, body: str, *, seen: int) -> Changed:
    """Other words. Raises TextTooLong, NotInRussian, NothingThere (no words and no file), and as every change."""
    body = within(body.strip(), LIMIT)
    found = await _writable(work, task_id)
    if found.task.body == body:
        return replace(found, note="already")
    if found.task.rev != seen:
        return replace(found, note="changed")
    if not body and not found.task.files:
        raise NothingThere
    foreign = require_russian(work, found.lesson, body)
    return await _changed(work, found, {"body": body}, body=body, not_in_russian=foreign)


async def set_minutes(work: Work, task_id: int, minutes: int | None, *, seen: int) -> Changed:
    """The estimate (1 to 600, none: not said). Families are not told of it."""
    if minutes is not None and minutes not in MINUTES:
        raise ButtonOutdated
    found = await _writable(work, task_id)
    if found.task.minutes == minutes:
        return replace(found, note="already")
    if found.task.rev != seen:
        return replace(found, note="changed")
    return await _changed(work, found, {"minutes": minutes}, tell=False, minutes=minutes)


async def set_due_lesson(work: Work, task_id: int, due_lesson: int, *, seen: int) -> Changed:
    """Due at a later lesson of the same page. Raises AccessDenied for any other."""
    found = await _writable(work, task_id)
    wanted = select(Lesson.on_date).where(
        Lesson.id == due_lesson, Lesson.load_id == found.lesson.load_id, Lesson.starts_at > found.lesson.starts_at
    )
    day = await work.session.scalar(wanted.where(Lesson.status == LessonStatus.PLANNED))
    if day is None:
        raise AccessDenied(homework=task_id, lesson=due_lesson)
    return await _set_due(work, found, day, due_lesson, seen)


async def write_due(work: Work, task_id: int, words: str, *, seen: int) -> Changed:
    """Due on a day as it is typed («30.11», «в пятницу»): at the page's lesson of that day, if there is one.

    Raises DatesWrong, DatesPast (before the lesson), and as every change.
    """
    found = await _writable(work, task_id)
    lesson = found.lesson
    span = parse_range(words.strip().casefold().removeprefix("на ").removeprefix("в "), work.today, lesson.day)
    if span.days != 1:
        raise DatesWrong
    if span.starts < work.today:
        raise DatesPast(since=work.today)
    return await _set_due(work, found, span.starts, await _lesson_on(work, lesson, span.starts), seen)


async def set_pupil(work: Work, task_id: int, pupil_id: int, *, chosen: bool, seen: int) -> Changed:
    """Take a pupil among those it is for, or out; none left: it is for everybody again.

    Raises AccessDenied for a pupil of another lesson, or of a class that the actor has no right to.
    """
    found = await _writable(work, task_id)
    before = {pupil for pupil, _ in found.task.chosen}
    if (pupil_id in before) == chosen:
        return replace(found, note="already")
    if found.task.rev != seen:
        return replace(found, note="changed")
    if (chosen or not reaches_all(work, found.lesson)) and pupil_id not in await _own_pupils(work, found.lesson):
        raise AccessDenied(homework=task_id, pupil=pupil_id)
    return await _set_audience(work, found, before | {pupil_id} if chosen else before - {pupil_id})


async def set_everybody(work: Work, task_id: int, *, seen: int) -> Changed:
    """For everybody on the page."""
    found = await _writable(work, task_id)
    if not found.task.chosen:
        return replace(found, note="already")
    if found.task.rev != seen:
        return replace(found, note="changed")
    return await _set_audience(work, found, set())


async def add_files(work: Work, task_id: int, files: Sequence[int]) -> Changed:
    """Add kept files of the account. Raises AccessDenied, TooManyFiles, and as every change."""
    found = await _writable(work, task_id)
    added = await HOMEWORK_FILES.attach(work, [task_id], files)
    if not added:
        return replace(found, note="already")
    return await _changed(work, found, {"files_added": added})


async def remove_file(work: Work, task_id: int, file_id: int) -> Changed:
    """Take a file away. The last of a homework without words stays: withdraw the homework (NothingThere)."""
    found = await _writable(work, task_id)
    task = found.task
    if file_id not in {file.id for file in task.files}:
        return replace(found, note="already")
    if not task.body and len(task.files) == 1:
        raise NothingThere
    gone = delete(HomeworkFile).where(HomeworkFile.homework_id == task_id, HomeworkFile.file_id == file_id)
    await work.session.execute(gone)
    return await _changed(work, found, {"file_removed": file_id})


async def withdraw(work: Work, task_id: int, *, seen: int) -> Changed:
    """Take the homework back; pressed again it stays so."""
    found = await _writable(work, task_id, withdrawn=True)
    if found.task.withdrawn:
        return replace(found, note="already")
    if found.task.rev != seen:
        return replace(found, note="changed")
    values = {"withdrawn_at": work.now, "rev": Homework.rev + 1, "source": None}
    await work.session.execute(update(Homework).where(Homework.id == task_id).values(values))
    record(work, "homework.withdraw", "homework", task_id, before={"body": found.task.body})
    await tell_withdrawn(work, found.task, found.lesson, await audience(work, found))
    return replace(found, task=replace(found.task, withdrawn=True))


async def page_pupils(work: Work, lesson: LessonFacts) -> list[int]:
    """The pupils of the lesson."""
    return [pupil_id for pupil_id, _ in await _read_pupils(work, lesson)]


async def _own_pupils(work: Work, lesson: LessonFacts) -> list[int]:
    """Those of them that the actor's right to the page is about."""
    return [pupil for pupil, class_id in await _read_pupils(work, lesson) if reaches(work, lesson, class_id)]


async def _read_pupils(work: Work, lesson: LessonFacts) -> list[tuple[int, int]]:
    """Ids of the lesson's pupils and of their classes."""
    rows = await work.session.execute(_PUPILS, {"load": lesson.load_id, "day": lesson.day, "group": lesson.group})
    return [(row.pupil_id, row.class_id) for row in rows]


async def pupil_choices(work: Work, task_id: int) -> tuple[Changed, list[tuple[int, str]]]:
    """Id and name of the pupils of the lesson that the actor may choose, in the order of a class list."""
    found = await open_task(work, task_id)
    members = select(Pupil).where(Pupil.id.in_(await _own_pupils(work, found.lesson)))
    pupils = sorted(await work.session.scalars(members), key=lambda p: (sort_key(full_name(p)), p.id))
    return found, [(p.id, name) for p, name in zip(pupils, told_apart(pupils), strict=True)]


async def due_choices(work: Work, task_id: int) -> tuple[Changed, list[tuple[int | None, date]]]:
    """The lessons of the page that it may be due at."""
    found = await open_task(work, task_id)
    return found, await upcoming(work, found.lesson, LESSONS_OFFERED)


async def audience(work: Work, found: Changed) -> Collection[int]:
    """Ids of the pupils it is for."""
    return [pupil for pupil, _ in found.task.chosen] or await page_pupils(work, found.lesson)


async def _writable(work: Work, task_id: int, *, withdrawn: bool = False) -> Changed:
    """The homework, held, its lesson open to this person. Raises as `require_open`; NothingThere when withdrawn."""
    work.actor.require_staff()
    held = select(Homework.lesson_id).where(Homework.id == task_id).with_for_update()
    if await work.session.scalar(held) is None:
        raise NothingThere
    found = await open_task(work, task_id)
    await require_open(work, EntryKind.HOMEWORK, found.lesson)
    if found.task.withdrawn and not withdrawn:
        raise NothingThere
    return found


async def _set_due(work: Work, found: Changed, day: date, due_lesson: int | None, seen: int) -> Changed:
    if (found.task.due_on, found.task.due_lesson) == (day, due_lesson):
        return replace(found, note="already")
    if found.task.rev != seen:
        return replace(found, note="changed")
    return await _changed(work, found, {"due_on": day.isoformat()}, due_on=day, due_lesson_id=due_lesson)


async def _lesson_on(work: Work, lesson: LessonFacts, day: date) -> int | None:
    same_day = select(func.min(Lesson.id)).where(
        Lesson.load_id == lesson.load_id,
        Lesson.on_date == day,
        Lesson.status == LessonStatus.PLANNED,
        Lesson.starts_at > lesson.starts_at,
    )
    return await work.session.scalar(same_day)


async def _set_audience(work: Work, found: Changed, pupils: set[int]) -> Changed:
    """Those it is no longer for hear that it is taken back; those it is for now simply see it."""
    task = found.task
    before = set(await audience(work, found))
    await work.session.execute(delete(HomeworkPupil).where(HomeworkPupil.homework_id == task.id))
    if pupils:
        rows = [{"homework_id": task.id, "pupil_id": pupil} for pupil in sorted(pupils)]
        await work.session.execute(insert(HomeworkPupil).values(rows))
    changed = await _changed(work, found, {"pupils": sorted(pupils)}, tell=False)
    after = set(await audience(work, changed))
    await tell_withdrawn(work, changed.task, found.lesson, before - after)
    await tell_again(work, changed.task, found.lesson, after - before)
    return changed


async def _changed(work: Work, found: Changed, what: dict[str, Any], *, tell: bool = True, **columns: Any) -> Changed:
    """Write the columns as the next revision, trace it, tell whoever had seen it."""
    task = found.task
    values = {**columns, "rev": Homework.rev + 1}
    await work.session.execute(update(Homework).where(Homework.id == task.id).values(values))
    before = {"body": task.body, "minutes": task.minutes, "due_on": task.due_on.isoformat()}
    kept = {name: before[name] for name in what if name in before}
    record(work, "homework.change", "homework", task.id, before=kept or None, after=what)
    fresh = replace(found, task=await read_task(work, task.id))
    if tell:
        await tell_changed(work, fresh.task, fresh.lesson, await audience(work, fresh) if task.told else ())
    return fresh
