"""Writing a lesson's page: topic, kind, tasks, use of ICT (J1).

Every command carries the value itself and the page's revision that its screen had seen. What a colleague wrote
into the same part meanwhile is not overwritten: the page comes back with the note `changed`; `already`: it was so.
"""

from dataclasses import replace
from enum import StrEnum
from typing import Any

from sqlalchemy import text, update

from core.app import Work
from core.audit import record
from core.entries import ask_all, require_open
from core.errors import JournalError, NothingThere
from core.marks.guard import control_load
from core.page.russian import require_russian
from core.page.sheet import LessonPage, read_page
from core.rules.entry import EntryKind
from core.rules.ict import IctTool
from core.rules.length import within
from core.rules.russian import looks_russian
from core.terms import LessonKind
from core.timetable.lessons import require_to_see
from storage.models import Lesson

TOPIC_LIMIT = 1000
TASKS_LIMIT = 1000
ICT_LIMIT = 500

_OTHERS_WROTE = text("""
    SELECT EXISTS (SELECT 1 FROM audit_entry
                    WHERE subject = 'lesson' AND subject_id = :lesson AND jsonb_exists(after, :part)
                      AND (after ->> 'rev')::integer > :seen AND staff_id IS DISTINCT FROM :me)
""")


async def open_page(work: Work, lesson_id: int) -> LessonPage:
    """The page, for those who may see it; those who may not write get the `refusal` on it.

    Raises NotConnected, NothingThere, AccessDenied.
    """
    return await standing_on(work, visible(work, await read_page(work, lesson_id)))


async def write_topic(work: Work, lesson_id: int, words: str, *, seen: int) -> LessonPage:
    """Put the lesson's topic in words; what was delivered of the plan stays.

    Raises NotInRussian, TextTooLong, and what `open_page` and `require_open` raise.
    """
    return await _write(work, lesson_id, "topic", within(words.strip(), TOPIC_LIMIT), seen)


async def write_tasks(work: Work, lesson_id: int, words: str, *, seen: int) -> LessonPage:
    """Put the tasks done at the lesson and their kind in words. Raises as `write_topic`."""
    return await _write(work, lesson_id, "tasks", within(words.strip(), TASKS_LIMIT), seen)


async def write_ict(work: Work, lesson_id: int, words: str, *, seen: int) -> LessonPage:
    """Say in words what ICT was used. Raises as `write_topic`."""
    return await _write(work, lesson_id, "ict", within(words.strip(), ICT_LIMIT), seen)


async def choose_ict(work: Work, lesson_id: int, tool: IctTool | None, *, seen: int) -> LessonPage:
    """Say which usual tool was used, or that none was. Raises what `open_page` and `require_open` raise."""
    return await _write(work, lesson_id, "ict", tool or "", seen)


async def choose_kind(work: Work, lesson_id: int, kind: LessonKind, *, seen: int) -> LessonPage:
    """Say what kind of lesson it is. Raises what `open_page` and `require_open` raise."""
    return await guarded(work, await _write(work, lesson_id, "kind", kind, seen))


async def guarded(work: Work, page: LessonPage) -> LessonPage:
    """The page whose kind was just settled: a control work brings what the load guard says."""
    control = page.kind is LessonKind.CONTROL
    return replace(page, load=await control_load(work, page.lesson)) if control else page


async def open_to_write(work: Work, lesson_id: int) -> LessonPage:
    """The page held until the commit, its term asked. Raises what `open_page` and `require_open` raise."""
    page = visible(work, await read_page(work, lesson_id, lock=True))
    return replace(page, answer=await require_open(work, EntryKind.TOPIC, page.lesson))


async def standing_on(work: Work, page: LessonPage) -> LessonPage:
    """The page with the rules' word for this reader."""
    terms = await ask_all(work, page.lesson, EntryKind.TOPIC, EntryKind.HOMEWORK)
    page = replace(page, answer=terms[EntryKind.TOPIC], homework_answer=terms[EntryKind.HOMEWORK])
    try:
        await require_open(work, EntryKind.TOPIC, page.lesson)
    except JournalError as refusal:
        return replace(page, refusal=refusal)
    return page


def visible(work: Work, page: LessonPage | None) -> LessonPage:
    """The page, if the actor may see it. Raises NotConnected, NothingThere, AccessDenied."""
    work.actor.require_staff()
    if page is None:
        raise NothingThere
    require_to_see(work, page.lesson)
    return page


async def _write(work: Work, lesson_id: int, part: str, value: Any, seen: int) -> LessonPage:
    page = await open_to_write(work, lesson_id)
    former = getattr(page, part)
    if former == value:
        return replace(page, note="already")
    if page.rev != seen and await others_wrote(work, page, part, seen):
        return replace(page, note="changed")
    if not isinstance(value, StrEnum):
        require_russian(work, page.lesson, value)
    page = replace(page, rev=page.rev + 1, **{part: value})
    page = replace(page, not_in_russian=foreign(work, page))
    changes = {part: value, "page_rev": page.rev, "not_in_russian": page.not_in_russian}
    await work.session.execute(update(Lesson).where(Lesson.id == lesson_id).values(changes))
    record(
        work, f"page.{part}", "lesson", lesson_id, before={part: former or None}, after={part: value, "rev": page.rev}
    )
    return page


async def others_wrote(work: Work, page: LessonPage, part: str, seen: int) -> bool:
    """Whether somebody else wrote this part since the revision seen: one's own other taps are in nobody's way."""
    facts = {"lesson": str(page.lesson.id), "part": part, "seen": seen, "me": work.actor.staff_id}
    found: bool = (await work.session.execute(_OTHERS_WROTE, facts)).scalar_one()
    return found


def foreign(work: Work, page: LessonPage) -> bool:
    """Whether anything of the page is in another language than the school wants."""
    wanted = work.regulation(page.lesson.day).entries_in_russian
    ict = "" if page.ict in set(IctTool) else page.ict or ""
    return wanted and not all(looks_russian(words) for words in (page.topic, page.tasks, ict))
