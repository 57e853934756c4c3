"""A roll corrected after its window: what is tapped is kept and asked for as one request for the lesson (J6).

Kept as the taps themselves, a line each, so that the request carries what its maker had seen of every pupil.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from core.actions import parse
from core.actions.roll import CorrectRoll, Mark, SetMinutes
from core.app import Work
from core.errors import AccessDenied, ButtonOutdated
from core.errors.entries import EntryWindowClosed
from core.requests.keeping import gathered, keep_gathered
from core.roll.attendance import LATE_MINUTES, mark, open_roll, take_roll
from core.roll.sheet import RollSheet, Wanted, hold_lesson
from core.terms import Presence


@dataclass(frozen=True)
class Wish:
    """How a pupil is to stand, in place of what stood at revision `rev`."""

    pupil_id: int
    wanted: Wanted
    rev: int

    def tap(self, lesson_id: int) -> Mark | SetMinutes:
        """The button that says so."""
        if self.wanted.minutes is not None:
            return SetMinutes(lesson_id, self.pupil_id, self.wanted.minutes, self.rev)
        return Mark(lesson_id, self.pupil_id, self.wanted.presence, self.rev)


async def open_sheet(work: Work, lesson_id: int) -> RollSheet:
    """The sheet as `open_roll` gives it; after the window with what the actor has tapped and not sent yet."""
    sheet = await open_roll(work, lesson_id)
    if not isinstance(sheet.refusal, EntryWindowClosed):
        return sheet
    kept = await gathered(work, CorrectRoll(lesson_id))
    return _shown(sheet, wishes_of(kept.words), kept.id) if kept else sheet


async def wish(work: Work, tap: Mark | SetMinutes, refusal: EntryWindowClosed) -> RollSheet:
    """Keep a tap that the rules refused, beside those before it; tapped back to what stands, it is kept no more.

    Raises AccessDenied (a pupil of another lesson, or of a class that the actor has no right to), ButtonOutdated.
    """
    asked = _wish(tap)
    if asked.wanted.minutes is not None and asked.wanted.minutes not in LATE_MINUTES:
        raise ButtonOutdated
    sheet = await open_roll(work, tap.lesson)
    line = sheet.line(tap.pupil)
    if line is None:
        raise AccessDenied(lesson=tap.lesson, pupil=tap.pupil)
    if asked.rev != line.rev:
        return replace(await open_sheet(work, tap.lesson), note="changed")
    kept = await gathered(work, CorrectRoll(tap.lesson), lock=True)
    others = [one for one in wishes_of(kept.words if kept else "") if one.pupil_id != tap.pupil]
    stands = Wanted(line.stands, line.minutes)
    wishes = others if asked.wanted == stands else [*others, asked]
    words = "\n".join(one.tap(tap.lesson).pack() for one in wishes)
    request_id = await keep_gathered(work, kept, CorrectRoll(tap.lesson), words, refusal)
    return _shown(sheet, wishes, request_id)


async def correct(work: Work, lesson_id: int, words: str) -> RollSheet:
    """Write what was kept, all of it or (note `changed`) nothing of use; a roll not taken yet is taken with it."""
    await hold_lesson(work, lesson_id)
    for one in wishes_of(words):
        wanted = one.wanted
        sheet = await mark(work, lesson_id, one.pupil_id, wanted.presence, seen=one.rev, minutes=wanted.minutes)
        if sheet.note == "changed":
            return sheet
    sheet = await open_roll(work, lesson_id)
    if sheet.lesson.roll_taken or not sheet.whole:
        return sheet
    return await take_roll(work, lesson_id, seen=sheet.fingerprint)


def wishes_of(words: str) -> list[Wish]:
    """What was kept, oldest first."""
    taps = [parse(line) for line in words.split("\n") if line]
    return [_wish(tap) for tap in taps if isinstance(tap, Mark | SetMinutes)]


def _wish(tap: Mark | SetMinutes) -> Wish:
    wanted = Wanted(Presence.LATE, tap.minutes) if isinstance(tap, SetMinutes) else Wanted(tap.presence)
    return Wish(tap.pupil, wanted, tap.rev)


def _shown(sheet: RollSheet, wishes: Sequence[Wish], request_id: int | None) -> RollSheet:
    """The sheet with what is wanted of its pupils; of who stands otherwise by now it is wanted no more."""
    by_pupil = _by_pupil(wishes)
    lines = [
        replace(line, wanted=one.wanted) if (one := by_pupil.get(line.pupil_id)) and one.rev == line.rev else line
        for line in sheet.lines
    ]
    return replace(sheet, lines=tuple(lines), request=request_id)


def _by_pupil(wishes: Iterable[Wish]) -> dict[int, Wish]:
    return {one.pupil_id: one for one in wishes}
