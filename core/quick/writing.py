"""Writing the parts of a hasty message by the journal's own commands."""

from dataclasses import replace

from core.app import Work
from core.errors import NothingThere
from core.homework.giving import give, say_none
from core.marks.giving import give_on
from core.marks.sheet import MarkSheet, read_sheet
from core.page.writing import open_page, write_topic
from core.quick.preview import PupilPart, QuickPreview
from core.roll.attendance import mark, open_roll, take_roll
from core.roll.sheet import RollSheet


async def write_ready(work: Work, preview: QuickPreview) -> list[str]:
    """Write the parts that are ready; their keys.

    A foreign text was warned of in the preview: whoever pressed all the same insists.
    """
    lesson = preview.lesson
    if lesson is None:
        raise NothingThere
    ready = [part for part in preview.pupils if part.ready]
    await _write_presence(work, lesson.id, ready, rest=preview.rest is not None and preview.rest.ready)
    await _write_marks(work, lesson.id, ready)
    insisting = replace(work, insists=True)
    if preview.topic and preview.topic.ready:
        page = await open_page(work, lesson.id)
        await write_topic(insisting, lesson.id, preview.topic.body, seen=page.rev)
    if preview.homework and preview.homework.ready:
        await _write_homework(insisting, preview, lesson.id, preview.homework.body)
    return [part.key for part in preview.parts if part.ready]


async def _write_homework(work: Work, preview: QuickPreview, lesson_id: int, body: str) -> None:
    if body:
        await give(work, lesson_id, body, source=f"quick-{preview.entry}")
    else:
        await say_none(work, lesson_id, none=True)


async def _write_presence(work: Work, lesson_id: int, ready: list[PupilPart], *, rest: bool) -> None:
    told = [part for part in ready if part.presence is not None]
    if not told and not rest:
        return
    roll: RollSheet = await open_roll(work, lesson_id)
    for part in told:
        line = roll.line(part.pupil.id) if part.pupil else None
        if line is not None and part.presence is not None:
            roll = await mark(work, lesson_id, line.pupil_id, part.presence, seen=line.rev, minutes=part.minutes)
    if rest:
        await take_roll(work, lesson_id, seen=roll.fingerprint)


async def _write_marks(work: Work, lesson_id: int, ready: list[PupilPart]) -> None:
    told = [part for part in ready if part.marks]
    sheet: MarkSheet | None = await read_sheet(work, lesson_id, lock=True) if told else None
    for part in told:
        for value in part.marks:
            line = sheet.line(part.pupil.id) if sheet and part.pupil else None
            if sheet is not None and line is not None:
                sheet = await give_on(work, sheet, line.pupil_id, part.kind_id, value, seen=line.rev)
