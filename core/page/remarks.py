"""The teacher's remarks at a lesson: to a pupil or the class, praise as well as blame (J1)."""

from dataclasses import replace

from sqlalchemy import text, update

from core.app import Work
from core.audit import record
from core.errors import AccessDenied, NothingThere
from core.page.russian import require_russian
from core.page.sheet import LessonPage, RemarkLine, read_page
from core.page.writing import open_to_write, visible
from core.roll.sheet import read_sheet
from core.rules.length import within
from core.terms import RemarkSubject, RemarkTone
from core.timetable.lesson_sql import LESSON_PUPILS
from core.timetable.lessons import LessonFacts, reaches, reaches_all, require_to_see
from storage.models import Remark

REMARK_LIMIT = 1000

_CLASS = text(f"""
    SELECT m.class_id FROM lesson l JOIN teaching_load t ON t.id = l.load_id, LATERAL ({
    LESSON_PUPILS.format(load="l.load_id", day="l.on_date", group="t.group_name")
}) m WHERE l.id = :lesson AND m.pupil_id = :pupil
""")

# The same message delivered twice gives one remark.
_GIVE = text("""
    INSERT INTO remark (lesson_id, pupil_id, about, tone, body, given_by, given_at, not_in_russian)
    SELECT :lesson, CAST(:pupil AS integer), CAST(:about AS varchar), CAST(:tone AS varchar), CAST(:body AS varchar),
           CAST(:by AS integer), :at, :foreign
     WHERE NOT EXISTS (
           SELECT 1 FROM remark WHERE lesson_id = :lesson AND pupil_id IS NOT DISTINCT FROM CAST(:pupil AS integer)
              AND about = CAST(:about AS varchar) AND tone = CAST(:tone AS varchar) AND body = CAST(:body AS varchar)
              AND given_by = CAST(:by AS integer) AND withdrawn_at IS NULL)
    RETURNING id
""")


async def pupils_of(work: Work, lesson_id: int) -> tuple[LessonFacts, list[tuple[int, str]]]:
    """The lesson and its pupils (id, list name) in class-list order.

    Raises NotConnected, NothingThere, AccessDenied.
    """
    work.actor.require_staff()
    sheet = await read_sheet(work, lesson_id)
    if sheet is None:
        raise NothingThere
    require_to_see(work, sheet.lesson)
    return sheet.lesson, [(line.pupil_id, line.name) for line in sheet.lines]


async def give_remark(
    work: Work, lesson_id: int, pupil_id: int | None, about: RemarkSubject, tone: RemarkTone, words: str
) -> LessonPage:
    """Put a remark to a pupil of the lesson, or (no pupil) to the class; the same one twice is put once.

    Raises NotInRussian, TextTooLong, AccessDenied (a pupil of another lesson), and what `open_to_write` raises.
    """
    words = within(words.strip(), REMARK_LIMIT)
    page = await open_to_write(work, lesson_id)
    if pupil_id is not None:
        await _require_taught(work, page.lesson, pupil_id)
    facts = {
        "lesson": lesson_id,
        "pupil": pupil_id,
        "about": about.value,
        "tone": tone.value,
        "body": words,
        "by": work.actor.staff_id,
        "at": work.now,
        "foreign": require_russian(work, page.lesson, words),
    }
    remark_id = (await work.session.execute(_GIVE, facts)).scalar()
    if remark_id is None:
        return replace(page, note="already")
    after = {"pupil": pupil_id, "about": about, "tone": tone, "body": words}
    record(work, "remark.give", "remark", remark_id, after={"lesson": lesson_id, **after})
    return await _fresh(work, page)


async def edit_remark(work: Work, lesson_id: int, remark_id: int, words: str, *, seen: int) -> LessonPage:
    """Put other words for a remark, having seen its revision. Raises as `give_remark`, NothingThere."""
    words = within(words.strip(), REMARK_LIMIT)
    page = await open_to_write(work, lesson_id)
    former = page.remark(remark_id)
    if former is None:
        raise NothingThere
    await _require_mine(work, page.lesson, former)
    if former.body == words:
        return replace(page, note="already")
    foreign = require_russian(work, page.lesson, words)
    if not await _change(work, page, remark_id, seen, body=words, not_in_russian=foreign):
        return replace(await _fresh(work, page), note="changed")
    record(work, "remark.edit", "remark", remark_id, before={"body": former.body}, after={"body": words})
    return await _fresh(work, page)


async def withdraw_remark(work: Work, lesson_id: int, remark_id: int, *, seen: int) -> LessonPage:
    """Take a remark back; it stays in the trace. Raises what `open_to_write` raises."""
    page = await open_to_write(work, lesson_id)
    former = page.remark(remark_id)
    if former is None:
        return replace(page, note="already")
    await _require_mine(work, page.lesson, former)
    if not await _change(work, page, remark_id, seen, withdrawn_at=work.now):
        return replace(await _fresh(work, page), note="changed")
    record(work, "remark.withdraw", "remark", remark_id, before={"body": former.body})
    return await _fresh(work, page)


async def _change(work: Work, page: LessonPage, remark_id: int, seen: int, **values: object) -> bool:
    changed = await work.session.execute(
        update(Remark)
        .where(Remark.id == remark_id, Remark.lesson_id == page.lesson.id)
        .where(Remark.rev == seen, Remark.withdrawn_at.is_(None))
        .values(**values, rev=Remark.rev + 1)
        .returning(Remark.rev)
    )
    return changed.scalar() is not None


async def _require_taught(work: Work, lesson: LessonFacts, pupil_id: int) -> None:
    """A pupil of the lesson, and of a class that the actor's right is about."""
    class_id = (await work.session.execute(_CLASS, {"lesson": lesson.id, "pupil": pupil_id})).scalar()
    if class_id is None or not reaches(work, lesson, class_id):
        raise AccessDenied(lesson=lesson.id, pupil=pupil_id)


async def _require_mine(work: Work, lesson: LessonFacts, remark: RemarkLine) -> None:
    """A remark that stands stays changeable by the page's own people, also when its pupil has left the group."""
    if remark.pupil_id is not None and not reaches_all(work, lesson):
        await _require_taught(work, lesson, remark.pupil_id)


async def _fresh(work: Work, page: LessonPage) -> LessonPage:
    return replace(visible(work, await read_page(work, page.lesson.id)), answer=page.answer)
