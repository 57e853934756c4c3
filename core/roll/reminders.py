"""The evening deadline: who has rolls not taken today, and what the deputies hear of it."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text

from core.app import Work
from core.outbox import Kind, Push, enqueue
from core.recipients import accounts_of, holders_of
from core.rules.evening import Evening, evening_step
from core.rules.names import initials, sort_key
from core.terms import Door, Role
from core.ticks import first_today
from core.timetable.lesson_sql import LESSON_COLUMNS, LESSON_TABLES
from core.timetable.lessons import LessonFacts, lesson_facts


@dataclass(frozen=True)
class OpenRolls:
    """A teacher's lessons of today that are over and have no roll."""

    staff_id: int
    teacher: str
    lessons: tuple[LessonFacts, ...]


_OPEN = text(f"""
    SELECT {LESSON_COLUMNS}, p.surname, p.given_name, p.patronymic
      FROM {LESSON_TABLES} JOIN staff p ON p.id = l.teacher_id
     WHERE l.on_date = :day AND l.status = 'planned' AND l.roll_taken_at IS NULL AND l.ends_at <= :now
     ORDER BY l.starts_at, l.id
""")


async def remind_of_rolls(work: Work) -> None:
    """Do the step of the evening that is due, once a day: a reminder to each teacher, or the deputies' report.

    Run by a tick as often as it likes. Who has nothing open gets nothing.
    """
    school = work.school
    step = evening_step(work.local_now.time(), school.first_reminder, school.second_reminder, school.overdue_report)
    if step is None or not await first_today(work, step):
        return
    rolls = await open_rolls(work)
    if step is Evening.OVERDUE_REPORT:
        await _report(work, rolls)
    else:
        await _remind(work, step, rolls)


async def open_rolls(work: Work) -> list[OpenRolls]:
    """By teacher (who gives the lesson: a substitute too), in alphabetical order."""
    lessons: dict[int, list[LessonFacts]] = defaultdict(list)
    names: dict[int, str] = {}
    for row in (await work.session.execute(_OPEN, {"day": work.today, "now": work.now})).all():
        lessons[row.teacher_id].append(lesson_facts(work, row))
        names[row.teacher_id] = initials(row)
    found = [OpenRolls(staff_id, names[staff_id], tuple(open_)) for staff_id, open_ in lessons.items()]
    return sorted(found, key=lambda rolls: sort_key(rolls.teacher))


async def _remind(work: Work, step: Evening, rolls: list[OpenRolls]) -> None:
    accounts = await accounts_of(work, [r.staff_id for r in rolls])
    await enqueue(
        work,
        [
            Push(
                kind=Kind.ROLL_REMINDER,
                door=Door.STAFF,
                to=to,
                facts={"lessons": [lesson_line(lesson) for lesson in teacher.lessons]},
                dedupe=f"{step}:{work.today}",
                due_at=work.now,
                expires_at=work.at(work.today, work.school.overdue_report),
            )
            for teacher in rolls
            for to in accounts.get(teacher.staff_id, [])
        ],
    )


async def _report(work: Work, rolls: list[OpenRolls]) -> None:
    if not rolls:
        return
    missing = [{"teacher": r.teacher, "lessons": [lesson_line(lesson) for lesson in r.lessons]} for r in rolls]
    await enqueue(
        work,
        [
            Push(
                kind=Kind.ROLL_OVERDUE,
                door=Door.STAFF,
                to=to,
                facts={"day": work.today.isoformat(), "missing": missing},
                dedupe=f"{Kind.ROLL_OVERDUE}:{work.today}",
                due_at=work.now,
                expires_at=work.end_of(work.today),
            )
            for to in await holders_of(work, Role.DEPUTY_HEAD)
        ],
    )


def lesson_line(lesson: LessonFacts) -> dict[str, Any]:
    """A lesson as a message names it; times are the school's wall clock."""
    return {
        "lesson": lesson.id,
        "number": lesson.lesson_no,
        "classes": ", ".join(lesson.classes),
        "group": lesson.group,
        "subject": lesson.subject,
        "room": lesson.room,
        "starts": lesson.starts_at.strftime("%H:%M"),
        "ends": lesson.ends_at.strftime("%H:%M"),
    }
