"""Families hear of the changes of a day: one message a child and account, renewed when it was not sent yet.

Which days are due is core/rules/telling.py. What an account was told of a day stands in its outbox rows (told.py); a
message says how the whole day stands, and leaves only when that differs from what was told before. Tomorrow's changes
are left to the evening card of an account that is still to get one today; what no card brought is told in the morning.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row, text, update

from core.app import Work
from core.cards.due import cards_to_come
from core.outbox import Kind, Priority, Push, Recipient, enqueue
from core.recipients import Relative, families_of
from core.rules.cards import CardHours
from core.rules.telling import LONGEST, SETTLING, last_day_to_tell
from core.substitution.board import CHANGED
from core.substitution.lesson import ONE_OFF_COLUMNS, ONE_OFF_TABLES, OneOff, one_off, over
from core.substitution.told import Line, Told, told_of
from core.terms import Door
from core.ticks import first_today
from core.timetable.lesson_sql import LESSON_PUPILS
from storage.models import LessonChange

MORNING = "lesson_changes"
"""The tick that looks for changes of the day of which no card told."""

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

_TOLD_BEFORE = text("""
    SELECT id, lesson_id FROM lesson_change
     WHERE told_at IS NOT NULL AND after ->> 'about' = CAST(:day AS text) ORDER BY id
""")
_SUPERSEDE = text("UPDATE outbox SET status = 'superseded' WHERE id = ANY(CAST(:ids AS integer[]))")


@dataclass(frozen=True)
class _Day:
    """A day to tell of. `change`: the newest change's id; `missed`: only to those whom a card should have told."""

    day: date
    change: int
    cards: Mapping[int, CardHours]
    missed: bool = False

    def left_to_card(self, today: date, to: Relative) -> bool:
        """Whether today's card, still to come, tells of it."""
        hours = self.cards.get(to.account_id)
        return hours is not None and hours.opens.date() == today == self.day - timedelta(days=1)


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
    if await first_today(work, MORNING):
        made = (await work.session.execute(_TOLD_BEFORE, {"day": work.today.isoformat()})).all()
        if made:
            await _announce(work, work.today, made, missed=True)


def _settled(work: Work, rows: Sequence[Row[Any]]) -> bool:
    made: list[datetime] = [row.made_at for row in rows]
    return work.now - max(made) >= SETTLING or work.now - min(made) >= LONGEST


async def _mark_told(work: Work, rows: Sequence[Row[Any]]) -> None:
    ids = [row.id for row in rows]
    await work.session.execute(update(LessonChange).where(LessonChange.id.in_(ids)).values(told_at=work.now))


async def _announce(work: Work, day: date, rows: Sequence[Row[Any]], *, missed: bool = False) -> None:
    found = await work.session.execute(_PUPILS, {"lessons": [row.lesson_id for row in rows], "day": day})
    pupils = [row.pupil_id for row in found]
    families = await families_of(work, pupils)
    accounts = {to.account_id for _, relatives in families.values() for to in relatives}
    told = await told_of(work, day, pupils, accounts)
    now = await changes_of(work, day, pupils, {line["lesson"] for t in told.values() for line in t.lines})
    telling = _Day(day, rows[-1].id, await cards_to_come(work, accounts), missed)
    pushes: list[Push] = []
    dropped: list[int] = []
    for pupil_id, (name, relatives) in families.items():
        for to in relatives:
            before = told.get((to.account_id, pupil_id), Told())
            lines = _news(work, day, before, now.get(pupil_id, []))
            if missed and (to.account_id not in telling.cards or before.waiting):
                continue
            dropped += before.waiting
            if lines and _hears(work, telling, to, before, lines):
                pushes.append(_push(work, telling, pupil_id, name, to, before, lines))
    if dropped:
        await work.session.execute(_SUPERSEDE, {"ids": dropped})
    await enqueue(work, pushes)


def _hears(work: Work, telling: _Day, to: Relative, before: Told, lines: Sequence[Line]) -> bool:
    """Today's changes go to everybody, and so does what corrects that which was told; the rest as each chose."""
    if telling.day == work.today or any(before.known.get(line["lesson"], line) != line for line in lines):
        return True
    return to.timetable_news and (before.heard or not telling.left_to_card(work.today, to))


async def changes_of(work: Work, day: date, pupils: list[int], told: Iterable[int] = ()) -> dict[int, list[OneOff]]:
    """By pupil, the lessons of a day that are otherwise than in the timetable, and those `told` of before."""
    facts = {"day": day, "pupils": pupils, "told": sorted(told)}
    stands: dict[int, list[OneOff]] = defaultdict(list)
    for row in (await work.session.execute(_CHANGED, facts)).all():
        for pupil_id in row.pupils:
            stands[pupil_id].append(one_off(work, row))
    return stands


def _news(work: Work, day: date, before: Told, lessons: Sequence[OneOff]) -> list[Line]:
    """The day's lines when they say anything that this account has not heard and that is still to come."""
    known = before.known
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


def _push(work: Work, telling: _Day, pupil_id: int, name: str, to: Recipient, before: Told, lines: list[Line]) -> Push:
    day = telling.day
    event = f"{telling.change}{':missed' if telling.missed else ''}"
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
        dedupe=f"{Kind.LESSONS_CHANGED}:{pupil_id}:{day}:{event}",
        due_at=work.now,
        expires_at=work.end_of(day),
        priority=Priority.URGENT if day == work.today else Priority.PERSONAL,
        subject_id=pupil_id,
        order=f"{Kind.LESSONS_CHANGED}:{pupil_id}:{day}",
    )
