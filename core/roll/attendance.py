"""Taking the roll: one pupil at a time, then «Готово» (J2).

Every command carries absolute values and what its screen had seen; a lost race writes nothing and comes
back as a note on a fresh sheet: `already` (it was so), `changed` (a colleague was first), `outdated`
(«Готово» pressed under another list).
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import text, update
from sqlalchemy.dialects.postgresql import insert

from core.app import Work
from core.audit import record
from core.entries import require_open
from core.errors import AccessDenied, ButtonOutdated, JournalError, NothingThere
from core.reports.closing import REPORTED, presence_corrected
from core.roll import absences
from core.roll.sheet import RollLine, RollSheet, hold_lesson, read_sheet
from core.rules.entry import EntryKind
from core.terms import Presence
from core.timetable.lessons import require_to_see
from storage.models import Attendance, Lesson

LATE_MINUTES = range(1, 91)

# Writes only over the revision that was seen; a row that is not there counts as revision 0.
# `reported`: a family has said that what stood here is wrong.
_WRITE = text(f"""
    INSERT INTO attendance AS a (lesson_id, pupil_id, status, minutes, reason, case_id, rev)
    SELECT :lesson, :pupil, :status, :minutes, :reason, :case, 1 WHERE CAST(:seen AS integer) = 0
        OR EXISTS (SELECT 1 FROM attendance WHERE lesson_id = :lesson AND pupil_id = :pupil)
    ON CONFLICT (lesson_id, pupil_id) DO UPDATE
       SET status = excluded.status, minutes = excluded.minutes, reason = excluded.reason,
           case_id = excluded.case_id, rev = a.rev + 1
     WHERE a.rev = :seen AND (a.status, a.minutes) IS DISTINCT FROM (excluded.status, excluded.minutes)
    RETURNING rev, {REPORTED} AS reported
""")


async def open_roll(work: Work, lesson_id: int) -> RollSheet:
    """The sheet, for those who may see the page; those who may not write get the `refusal` on it.

    Raises NotConnected, NothingThere, AccessDenied.
    """
    sheet = _visible(work, await read_sheet(work, lesson_id))
    try:
        await require_open(work, EntryKind.ROLL, sheet.lesson)
    except JournalError as refusal:
        return replace(sheet, refusal=refusal)
    return sheet


async def mark(
    work: Work, lesson_id: int, pupil_id: int, presence: Presence, *, seen: int, minutes: int | None = None
) -> RollSheet:
    """Set a pupil's presence, having seen revision `seen`; a missing pupil rings at home after the grace.

    `minutes` (1 to 90) only with LATE. Raises ButtonOutdated for other minutes, and what `open_roll` and
    `require_open` raise.
    """
    if minutes is not None and minutes not in LATE_MINUTES:
        raise ButtonOutdated
    sheet = await _open_to_write(work, lesson_id)
    line = sheet.line(pupil_id)
    if line is None:
        raise AccessDenied(lesson=lesson_id, pupil=pupil_id)
    if line.rev != seen or (line.presence is presence and line.minutes == minutes and line.rev):
        return replace(sheet, note=_note(line, presence, minutes))
    absence = await absences.belonging(work, sheet.lesson, line) if presence is Presence.ABSENT else None
    written = await work.session.execute(
        _WRITE,
        {
            "lesson": lesson_id,
            "pupil": pupil_id,
            "status": presence.value,
            "minutes": minutes,
            "reason": absence.reason if absence else None,
            "case": absence.case_id if absence else None,
            "seen": seen,
        },
    )
    row = written.one_or_none()
    if row is None:
        return await _lost(work, lesson_id, absence)
    new = _marked(line, presence, minutes, absence, row.rev)
    await _follow(work, sheet, line, new, absence, reported=row.reported)
    _record(work, "attendance.mark", sheet, line, new)
    return sheet.with_line(new)


async def _follow(
    work: Work, sheet: RollSheet, line: RollLine, new: RollLine, absence: absences.Absence | None, *, reported: bool
) -> None:
    """What a mark of the roll leads to: a case settled or begun, who came back, a family's report answered."""
    if new.presence is not Presence.ABSENT and line.case_id is not None and line.rev:
        await absences.settle(work, sheet.lesson, line)
    if sheet.lesson.roll_taken:
        await _recover(work, sheet.lesson.day, [new])
    if reported:
        await presence_corrected(work, sheet.lesson.id, line.pupil_id, line.case_id)
    if absence is not None and absence.new:
        await absences.ring(work, sheet.lesson, new)


async def take_roll(work: Work, lesson_id: int, *, seen: str, all_present: bool = False) -> RollSheet:
    """«Готово»: the roll is as shown; known absences become entries, pending alerts go in ten seconds.

    `all_present`: whoever was expected to be absent is there after all. `seen` is the fingerprint of the
    sheet on the screen; under another one nothing is written (note `outdated`).
    """
    await hold_lesson(work, lesson_id)
    sheet = await _open_whole(work, lesson_id)
    if sheet.lesson.roll_taken:
        return replace(sheet, note="already")
    if sheet.fingerprint != seen:
        return replace(sheet, note="outdated")
    expected = [line for line in sheet.absent if not line.rev]
    for line in expected:
        sheet = sheet.with_line(await _settle_expected(work, sheet, line, all_present=all_present))
    taken = await work.session.execute(
        update(Lesson)
        .where(Lesson.id == lesson_id, Lesson.roll_taken_at.is_(None))
        .values(roll_taken_at=work.now, roll_taken_by=work.actor.staff_id, roll_rev=Lesson.roll_rev + 1)
        .returning(Lesson.roll_rev)
    )
    rev = taken.scalar()
    if rev is None:
        return await _fresh(work, lesson_id, "already")
    await absences.hasten(work, sheet)
    await _recover(work, sheet.lesson.day, sheet.lines)
    after = {"taken": True, "absent": len(sheet.absent), "late": len(sheet.late)}
    record(work, "roll.take", "lesson", lesson_id, before={"taken": False}, after=after)
    return replace(sheet, lesson=replace(sheet.lesson, roll_taken=True, roll_rev=rev))


async def reopen_roll(work: Work, lesson_id: int, *, rev: int) -> RollSheet:
    """«Отменить»: the roll counts as not taken again, and waiting alerts get their full grace back."""
    await hold_lesson(work, lesson_id)
    sheet = await _open_whole(work, lesson_id)
    reopened = await work.session.execute(
        update(Lesson)
        .where(Lesson.id == lesson_id, Lesson.roll_rev == rev, Lesson.roll_taken_at.is_not(None))
        .values(roll_taken_at=None, roll_taken_by=None, roll_rev=Lesson.roll_rev + 1)
        .returning(Lesson.roll_rev)
    )
    new_rev = reopened.scalar()
    if new_rev is None:
        return replace(sheet, note="changed" if sheet.lesson.roll_taken else "already")
    await absences.hold(work, sheet)
    record(work, "roll.reopen", "lesson", lesson_id, before={"taken": True}, after={"taken": False})
    return replace(sheet, lesson=replace(sheet.lesson, roll_taken=False, roll_rev=new_rev))


async def _open_to_write(work: Work, lesson_id: int) -> RollSheet:
    sheet = _visible(work, await read_sheet(work, lesson_id, lock=True))
    await require_open(work, EntryKind.ROLL, sheet.lesson)
    return sheet


async def _open_whole(work: Work, lesson_id: int) -> RollSheet:
    """For what is said of the whole list. Raises AccessDenied for who has only some of the pupils."""
    sheet = await _open_to_write(work, lesson_id)
    if not sheet.whole:
        raise AccessDenied(lesson=lesson_id)
    return sheet


def _visible(work: Work, sheet: RollSheet | None) -> RollSheet:
    work.actor.require_staff()
    if sheet is None:
        raise NothingThere
    require_to_see(work, sheet.lesson)
    return replace(sheet, mine=work.actor.staff_id in (sheet.lesson.teacher_id, sheet.lesson.owner_id))


async def _fresh(work: Work, lesson_id: int, note: str) -> RollSheet:
    return replace(await open_roll(work, lesson_id), note=note)


async def _lost(work: Work, lesson_id: int, absence: absences.Absence | None) -> RollSheet:
    """A colleague wrote between our reading and our writing: nothing of ours stays."""
    if absence is not None and absence.new:
        await absences.forget(work, absence)
    return await _fresh(work, lesson_id, "changed")


async def _recover(work: Work, day: date, lines: Iterable[RollLine]) -> None:
    """An open illness is over for who is at the lesson. Only a roll that is done says so: a tap may be a slip."""
    for line in lines:
        if line.illness_open and line.shown is not Presence.ABSENT:
            await absences.recovered(work, line.pupil_id, day)


def _note(line: RollLine, presence: Presence, minutes: int | None) -> str:
    same = line.shown is presence and line.minutes == minutes
    return "already" if same else "changed"


def _marked(
    line: RollLine, presence: Presence, minutes: int | None, absence: absences.Absence | None, rev: int
) -> RollLine:
    return replace(
        line,
        presence=presence,
        rev=rev,
        minutes=minutes,
        reason=absence.reason if absence else None,
        case_id=absence.case_id if absence else None,
    )


async def _settle_expected(work: Work, sheet: RollSheet, line: RollLine, *, all_present: bool) -> RollLine:
    """Write the entry that was only expected so far: absent as known, or present after all."""
    presence = Presence.PRESENT if all_present else Presence.ABSENT
    absence = None if all_present else await absences.belonging(work, sheet.lesson, line)
    new = _marked(line, presence, None, absence, 1)
    await work.session.execute(
        insert(Attendance)
        .values(
            lesson_id=sheet.lesson.id,
            pupil_id=line.pupil_id,
            status=presence,
            reason=new.reason,
            case_id=new.case_id,
            rev=1,
        )
        .on_conflict_do_nothing()
    )
    if absence is not None and absence.new:
        await absences.ring(work, sheet.lesson, new)
    _record(work, "attendance.known", sheet, line, new)
    return new


def _record(work: Work, action: str, sheet: RollSheet, old: RollLine, new: RollLine) -> None:
    record(
        work,
        action,
        "attendance",
        f"{sheet.lesson.id}/{old.pupil_id}",
        before={"presence": old.presence, "minutes": old.minutes, "reason": old.reason} if old.rev else None,
        after={"presence": new.presence, "minutes": new.minutes, "reason": new.reason},
    )
