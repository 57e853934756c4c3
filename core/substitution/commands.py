"""Changing one lesson: who gives it, whether it is held, when and where (P7).

Every command carries absolute values and the revision that its screen had seen. A command that writes nothing says
why in the outcome's note: `already` (it is so), `changed` (a colleague was first), `busy`, `clash` or `prepared`
(wanted once more, with what stands in the way). Only `insists` gets past the last three.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date

from core.app import Work
from core.errors import ButtonOutdated
from core.errors.entries import LessonCancelled
from core.errors.timetable import LessonHeld, MovedIntoThePast, NoSuchBell
from core.rules.length import within
from core.substitution.bells import DayBells, day_bells
from core.substitution.candidates import candidate
from core.substitution.changes import write
from core.substitution.clashes import Clash, clashes_at
from core.substitution.lesson import OneOff, hold_to_change

ROOM_LIMIT = 32


@dataclass(frozen=True)
class Outcome:
    """The lesson as it stands after the command; `note`, `clashes` and `wanted` say why it is as before."""

    one: OneOff
    note: str = ""
    clashes: tuple[Clash, ...] = ()
    wanted: OneOff | None = None


async def assign(work: Work, lesson_id: int, staff_id: int, *, seen: int, insists: bool = False) -> Outcome:
    """Let a teacher give the lesson instead of its own one.

    A teacher of another lesson at that hour only when `insists` (two groups joined, say). A lesson that is over may
    be given to who held it. Raises SubstituteGone, LessonCancelled, and what hold_to_change raises.
    """
    one = await hold_to_change(work, lesson_id)
    if one.lesson.teacher_id == staff_id:
        return Outcome(one, "already")
    _require_planned(one)
    if one.seen != seen:
        return Outcome(one, "changed")
    who = await candidate(work, one, staff_id)
    new = replace(one, teacher=who.name, lesson=replace(one.lesson, teacher_id=staff_id), orphaned=False)
    if who.busy and not insists and (found := [c for c in await clashes_at(work, new) if c.who == "teacher"]):
        return Outcome(one, "busy", tuple(found), new)
    [written] = await write(work, [(one, new)])
    return Outcome(written)


async def unassign(work: Work, lesson_id: int, *, seen: int, insists: bool = False) -> Outcome:
    """Give the lesson back to the page's own teacher. Raises as `assign`."""
    one = await hold_to_change(work, lesson_id)
    return await assign(work, lesson_id, one.lesson.owner_id, seen=seen, insists=insists)


async def cancel(work: Work, lesson_id: int, *, seen: int, insists: bool = False) -> Outcome:
    """The lesson is not held. What was prepared for it stays on its page and is shown first (note `prepared`).

    Raises LessonHeld when entries say that it took place.
    """

    async def wanted(one: OneOff) -> Outcome:
        _require_not_held(one)
        new = replace(one, lesson=replace(one.lesson, cancelled=True))
        return Outcome(one, "prepared", wanted=new) if one.entries and not insists else Outcome(new)

    return await _change(work, lesson_id, seen, lambda one: one.lesson.cancelled, wanted)


async def restore(work: Work, lesson_id: int, *, seen: int, insists: bool = False) -> Outcome:
    """The lesson is held after all, where it stood; what clashes with it meanwhile is shown first (note `clash`)."""

    async def wanted(one: OneOff) -> Outcome:
        new = replace(one, lesson=replace(one.lesson, cancelled=False))
        return await _unless_clashing(work, one, new, insists=insists)

    return await _change(work, lesson_id, seen, lambda one: not one.lesson.cancelled, wanted)


async def move(work: Work, lesson_id: int, day: date, number: int, *, seen: int, insists: bool = False) -> Outcome:
    """Let the lesson stand on a day at a number, by the bells of that day; teacher and room go with it.

    Raises MovedIntoThePast, NoSuchBell, LessonCancelled, LessonHeld.
    """

    async def wanted(one: OneOff) -> Outcome:
        _require_planned(one)
        _require_not_held(one)
        bells = await day_bells(work, one, day)
        if number not in bells.rings:
            raise NoSuchBell(day=day, number=number)
        starts, ends = bells.rings[number]
        if starts <= work.now:
            raise MovedIntoThePast
        new = replace(one, lesson=replace(one.lesson, day=day, lesson_no=number, starts_at=starts, ends_at=ends))
        return await _unless_clashing(work, one, new, bells, insists=insists)

    def there(one: OneOff) -> bool:
        return (one.lesson.day, one.lesson.lesson_no) == (day, number) and not one.lesson.cancelled

    return await _change(work, lesson_id, seen, there, wanted)


async def change_room(work: Work, lesson_id: int, room: str, *, seen: int) -> Outcome:
    """Hold the lesson in another room (at most 32 characters). A room that holds another lesson then is told of in
    `clashes`, and taken all the same: halls are shared, and the deputy knows the building.

    Raises TextTooLong, ButtonOutdated (no room named), LessonCancelled.
    """
    room = within(" ".join(room.split()), ROOM_LIMIT)
    if not room:
        raise ButtonOutdated

    async def wanted(one: OneOff) -> Outcome:
        _require_planned(one)
        new = replace(one, lesson=replace(one.lesson, room=room))
        return Outcome(new, clashes=tuple(c for c in await clashes_at(work, new) if c.who == "room"))

    return await _change(work, lesson_id, seen, lambda one: one.lesson.room == room, wanted)


async def _change(
    work: Work,
    lesson_id: int,
    seen: int,
    already: Callable[[OneOff], bool],
    wanted: Callable[[OneOff], Awaitable[Outcome]],
) -> Outcome:
    """Hold the lesson, and write what is wanted of it unless it is so, or was changed since it was seen."""
    one = await hold_to_change(work, lesson_id)
    if already(one):
        return Outcome(one, "already")
    if one.seen != seen:
        return Outcome(one, "changed")
    outcome = await wanted(one)
    if outcome.note:
        return outcome
    [written] = await write(work, [(one, outcome.one)])
    return replace(outcome, one=written)


async def _unless_clashing(
    work: Work, one: OneOff, new: OneOff, bells: DayBells | None = None, *, insists: bool
) -> Outcome:
    if insists:
        return Outcome(new)
    off = [Clash(bells.off)] if bells is not None and bells.off else []
    found = [*off, *await clashes_at(work, new)]
    return Outcome(one, "clash", tuple(found), new) if found else Outcome(new)


def _require_planned(one: OneOff) -> None:
    if one.lesson.cancelled:
        raise LessonCancelled


def _require_not_held(one: OneOff) -> None:
    if one.held:
        raise LessonHeld(entries=",".join(one.held))
