"""Where else a lesson could be held: days, numbers, rooms."""

from collections.abc import Sequence
from datetime import date, timedelta

from bots.staff.screens.rows import back_row, in_rows
from bots.staff.screens.substitution import head
from bots.staff.screens.today import class_names, short
from core.actions.codec import LIMIT_BYTES
from core.actions.substitution import AskRoom, MoveLesson, OpenChange, OpenMove, OpenMoveDay, SetRoom
from core.substitution.desk import MoveDesk, Place, RoomDesk
from core.substitution.lesson import OneOff
from core.timetable.lessons import LessonFacts
from locales import Button, Screen, Translator
from locales.screen import Rows

ROOMS = 24
ACROSS = 4
TAKEN = 2
"""Lessons named on the button of a number that is taken."""


def week_screen(one: OneOff, shown: date, days: Sequence[date], t: Translator) -> Screen:
    """To which day?"""
    rows: Rows = [[Button(t.plain("subst-move-day", day=day), OpenMoveDay(one.lesson.id, day).pack())] for day in days]
    before, after = shown - timedelta(days=7), shown + timedelta(days=7)
    rows.append(
        [
            Button(t.plain("week-back"), OpenMove(one.lesson.id, before).pack()),
            Button(t.plain("week-on"), OpenMove(one.lesson.id, after).pack()),
        ]
    )
    rows.append(back_row(OpenChange(one.lesson.id), t))
    return Screen(f"{head(one, t)}\n\n{t('subst-move-when' if days else 'subst-move-week-over')}", rows)


def day_screen(desk: MoveDesk, t: Translator) -> Screen:
    """To which number? Those that are free, and what stands at the others."""
    one, day = desk.one, desk.bells.day
    rows: Rows = [[_place(one, day, place, t)] for place in desk.places if not place.passed]
    lines = [head(one, t), "", t("subst-move-number" if rows else "subst-move-nowhere", day=day)]
    if desk.bells.off:
        lines.append(t(f"subst-clash-{desk.bells.off}"))
    return Screen("\n".join(lines), [*rows, back_row(OpenMove(one.lesson.id, day), t)])


def room_screen(desk: RoomDesk, t: Translator) -> Screen:
    """Into which room? Those free at that hour, or any other in words."""
    one = desk.one
    buttons = [b for b in (_room(one, room) for room in desk.rooms) if b is not None][:ROOMS]
    rows: Rows = in_rows(buttons, ACROSS)
    if one.other_room and one.planned_room:
        planned = _room(one, one.planned_room)
        if planned is not None:
            rows.append([Button(t.plain("subst-room-planned", room=one.planned_room), planned.data)])
    rows.append([Button(t.plain("subst-room-write"), AskRoom(one.lesson.id, one.seen).pack())])
    rows.append(back_row(OpenChange(one.lesson.id), t))
    return Screen(f"{head(one, t)}\n\n{t('subst-room-which' if buttons else 'subst-room-none-free')}", rows)


def _place(one: OneOff, day: date, place: Place, t: Translator) -> Button:
    taken = ", ".join(_taken(x, t) for x in place.taken[:TAKEN])
    key = "subst-number-taken" if taken else "subst-number-free"
    label = t.plain(key, number=place.number, starts=place.starts, taken=taken)
    return Button(label, MoveLesson(one.lesson.id, day, place.number, one.seen).pack())


def _taken(other: LessonFacts, t: Translator) -> str:
    return f"{class_names(other.classes, other.group, t)} {short(other.subject, 16)}"


def _room(one: OneOff, room: str) -> Button | None:
    """None when the room's name does not fit a button's command."""
    if ":" in room or len(room.encode()) > LIMIT_BYTES - 26:
        return None
    return Button(room, SetRoom(one.lesson.id, one.seen, room).pack())
