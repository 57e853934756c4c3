"""Families hear of the changes of a day: one message a child and account, renewed when it was not sent yet.

Which days are due is core/rules/telling.py. What an account was told of a day stands in its outbox rows; a message
says how the whole day stands, and leaves only when that differs from what was told before.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, text, update

from core.app import Work
from core.outbox import Kind, Priority, Push, Recipient, enqueue
from core.recipients import families_of
from core.rules.telling import LONGEST, SETTLING, last_day_to_tell
from core.substitution.board import CHANGED
from core.substitution.lesson import ONE_OFF_COLUMNS, ONE_OFF_TABLES, OneOff, one_off, over
from core.terms import Door
from core.timetable.lesson_sql import LESSON_PUPILS
from storage.models import LessonChange

Line = dict[str, Any]

_DUE = text("""
    SELECT id, lesson_id, made_at, after ->> 'about' AS about FROM lesson_change
     WHERE told_at IS NULL AND after ->> 'about' <= CAST(:last AS text)
     ORDER BY id FOR UPDATE SKIP LOCKED
""")

_PUPILS = text(f"""
    SELECT DISTINCT m.pupil_id FROM lesson l JOIN teaching_load t ON t.id = l.load_id,
           LATERAL ({LESSON_PUPILS.format(load="l.load_id", day="CAST(:day AS date)", group="t.group_name")}) m
     WHERE l.id = ANY(CAST(:lessons AS integer[]))
""")

# The day as it stands for these pupils, and the lessons that somebody was told of.
_CHANGED = text(f"""
    SELECT {ONE_OFF_COLUMNS},
           ARRAY(SELECT m.pupil_id FROM (
               {LESSON_PUPILS.format(load="l.load_id", day="CAST(:day AS date)", group="t.group_name")}
           ) m WHERE m.pupil_id = ANY(CAST(:pupils AS integer[]))) AS pupils
      FROM {ONE_OFF_TABLES}
     WHERE l.id = ANY(CAST(:told AS integer[])) OR ((l.on_date = :day OR l.origin_date = :day) AND {CHANGED})
     ORDER BY l.lesson_no, l.starts_at, l.id
""")

_MESSAGES = text("""
    SELECT id, account_id, subject_id AS pupil_id, status, facts FROM outbox
     WHERE kind = :kind AND subject_id = ANY(CAST(:pupils AS integer[])) AND facts ->> 'day' = CAST(:day AS text)
       AND status IN ('pending', 'sending', 'sent')
     ORDER BY id FOR UPDATE
""")
_SUPERSEDE = text("UPDATE outbox SET status = 'superseded' WHERE id = ANY(CAST(:ids AS integer[]))")


@dataclass(frozen=True)
class _Told:
    """What an account knows of a child's day: the message that reached it, and the one still waiting."""

    lines: tuple[Line, ...] = ()
    heard: bool = False
    waiting: tuple[int, ...] = ()


async def announce_changes(work: Work) -> None:
    """Tell the families of each day that is due and has settled. Run by a tick as often as it likes."""
    last = last_day_to_tell(work.local_now)
    if last is None:
        return
    days: dict[date, list[Row[Any]]] = defaultdict(list)
    for row in (await work.session.execute(_DUE, {"last": last.isoformat()})).all():
        days[date.fromisoformat(row.about)].append(row)
    for day, rows in sorted(days.items()):
        if day < work.today:
            await _mark_told(work, rows)
        elif _settled(work, rows):
            await _announce(work, day, rows)
            await _mark_told(work, rows)


def _settled(work: Work, rows: Sequence[Row[Any]]) -> bool:
    made: list[datetime] = [row.made_at for row in rows]
    return work.now - max(made) >= SETTLING or work.now - min(made) >= LONGEST


async def _mark_told(work: Work, rows: Sequence[Row[Any]]) -> None:
    ids = [row.id for row in rows]
    await work.session.execute(update(LessonChange).where(LessonChange.id.in_(ids)).values(told_at=work.now))


async def _announce(work: Work, day: date, rows: Sequence[Row[Any]]) -> None:
    found = await work.session.execute(_PUPILS, {"lessons": [row.lesson_id for row in rows], "day": day})
    pupils = [row.pupil_id for row in found]
    families = await families_of(work, pupils)
    told = await _told(work, day, pupils)
    now = await changes_of(work, day, pupils, {line["lesson"] for t in told.values() for line in t.lines})
    pushes: list[Push] = []
    dropped: list[int] = []
    for pupil_id, (name, recipients) in families.items():
        for to in recipients:
            before = told.get((to.account_id, pupil_id), _Told())
            dropped += before.waiting
            lines = _news(work, day, before, now.get(pupil_id, []))
            if lines and (to.timetable_news or before.heard or day == work.today):
                pushes.append(_push(work, day, pupil_id, name, to, before, lines, rows[-1].id))
    if dropped:
        await work.session.execute(_SUPERSEDE, {"ids": dropped})
    await enqueue(work, pushes)


async def _told(work: Work, day: date, pupils: list[int]) -> dict[tuple[int, int], _Told]:
    facts = {"kind": Kind.LESSONS_CHANGED, "pupils": pupils, "day": day.isoformat()}
    told: dict[tuple[int, int], _Told] = {}
    for row in (await work.session.execute(_MESSAGES, facts)).all():
        key = (row.account_id, row.pupil_id)
        before = told.get(key, _Told())
        if row.status == "pending":
            told[key] = _Told(before.lines, before.heard, (*before.waiting, row.id))
        else:
            lines = tuple(line for line in row.facts["lines"] if line["what"] not in BACK)
            told[key] = _Told(lines, heard=True, waiting=before.waiting)
    return told


async def changes_of(work: Work, day: date, pupils: list[int], told: Iterable[int] = ()) -> dict[int, list[OneOff]]:
    """By pupil, the lessons of a day that are otherwise than in the timetable, and those `told` of before."""
    facts = {"day": day, "pupils": pupils, "told": sorted(told)}
    stands: dict[int, list[OneOff]] = defaultdict(list)
    for row in (await work.session.execute(_CHANGED, facts)).all():
        for pupil_id in row.pupils:
            stands[pupil_id].append(one_off(work, row))
    return stands


BACK = ("restored", "gone")
"""Lines that take back what was told."""


def _news(work: Work, day: date, before: _Told, lessons: Sequence[OneOff]) -> list[Line]:
    """The day's lines when they say anything that this account has not heard and that is still to come."""
    known = {line["lesson"]: line for line in before.lines}
    lines = [line for one in lessons if (line := line_of(one, day, told=one.lesson.id in known)) is not None]
    ahead = {one.lesson.id for one in lessons if one.lesson.day > work.today or not over(one, work.local_now)}
    fresh = [line for line in lines if known.get(line["lesson"]) != line and line["lesson"] in ahead]
    return lines if fresh else []


def line_of(one: OneOff, day: date, *, told: bool) -> Line | None:
    """How the lesson differs from the timetable of a day; None when it does not and nobody was told otherwise.

    `what`: cancelled, away (to `day` and `number` under `to`), added (from `from`), changed (number, teacher, room),
    and of lessons told of before: restored (as in the timetable), gone (it will not stand there).
    """
    lesson = one.lesson
    line: Line = {"lesson": lesson.id, "subject": lesson.subject, "group": lesson.group}
    here, at_home = lesson.day == day, one.origin_day == day
    if not here:
        if not at_home:
            return {**line, "what": "gone", "number": None} if told else None
        line["number"] = one.origin_no
        if lesson.cancelled:
            return {**line, "what": "cancelled"}
        return {**line, "what": "away", "to": [lesson.day.isoformat(), lesson.lesson_no]}
    if lesson.cancelled:
        return {**line, "what": "cancelled", "number": lesson.lesson_no} if at_home or told else None
    if not one.changed:
        return {**line, "what": "restored", "number": lesson.lesson_no} if told else None
    return {**line, **_here(one, at_home=at_home)}


def _here(one: OneOff, *, at_home: bool) -> Line:
    lesson = one.lesson
    return {
        "what": "changed" if at_home else "added",
        "number": lesson.lesson_no,
        "starts": lesson.starts_at.strftime("%H:%M"),
        "ends": lesson.ends_at.strftime("%H:%M"),
        "from": [one.origin_day.isoformat(), one.origin_no] if one.moved else None,
        "teacher": one.teacher if lesson.substituted else None,
        "room": lesson.room if one.other_room or not at_home else None,
        "planned_room": one.planned_room if one.other_room else None,
    }


def _push(
    work: Work,
    day: date,
    pupil_id: int,
    name: str,
    to: Recipient,
    before: _Told,
    lines: list[Line],
    change_id: int,
) -> Push:
    facts = {
        "pupil_id": pupil_id,
        "pupil": name,
        "day": day.isoformat(),
        "again": before.heard,
        "lines": lines,
    }
    return Push(
        kind=Kind.LESSONS_CHANGED,
        door=Door.FAMILY,
        to=to,
        facts=facts,
        dedupe=f"{Kind.LESSONS_CHANGED}:{pupil_id}:{day}:{change_id}",
        due_at=work.now,
        expires_at=work.end_of(day),
        priority=Priority.URGENT if day == work.today else Priority.PERSONAL,
        subject_id=pupil_id,
        order=f"{Kind.LESSONS_CHANGED}:{pupil_id}:{day}",
    )
