"""The one question before every entry on a lesson's page: may this person write it now? (J6)"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ScalarSelect, func, select

from core.app import Work
from core.errors import AccessDenied
from core.errors.entries import EntryForbidden, EntryNeedsReason, EntryWindowClosed, LessonCancelled, LessonNotStarted
from core.rights import leads
from core.rules.entry import Answer, Entry, EntryKind, Standing, Verdict, answer, window_of
from core.rules.expansion import Span
from core.rules.working_days import WorkingDays
from core.terms import LessonStatus, Role
from core.timetable.lessons import LessonFacts
from storage.models import Holiday, Lesson, LoadClass, WorkKind


def standing(work: Work, lesson: LessonFacts) -> Standing:
    """What the actor is to the lesson's page."""
    actor = work.actor
    return Standing(
        teaches=actor.staff_id is not None and actor.staff_id in (lesson.teacher_id, lesson.owner_id),
        leads=leads(work, lesson.class_ids),
        deputy=actor.holds(Role.DEPUTY_HEAD),
        director=actor.holds(Role.DIRECTOR),
    )


async def ask(work: Work, kind: EntryKind, lesson: LessonFacts, work_kind_id: int | None = None) -> Answer:
    """The answer for the actor, for a screen to show. `work_kind_id`: the kind of work a mark is for (none: an answer).

    Whoever may see the page (a deputy, say) but not write gets DENIED. At most one statement, and none where the
    regulation's windows need no more than the lesson.
    """
    return (await ask_all(work, lesson, kind, work_kind_id=work_kind_id))[kind]


async def ask_all(
    work: Work, lesson: LessonFacts, *kinds: EntryKind, work_kind_id: int | None = None
) -> dict[EntryKind, Answer]:
    """The answers for several entries of one page, in at most one statement."""
    regulation = work.regulation(lesson.day)
    known = await _known(work, lesson, kinds, work_kind_id)
    calendar, who = _calendar(work, known.holidays), standing(work, lesson)
    return {kind: answer(regulation, _entry(kind, lesson, known), who, work.now, calendar) for kind in kinds}


async def require_open(work: Work, kind: EntryKind, lesson: LessonFacts, work_kind_id: int | None = None) -> Answer:
    """Let the actor write, or raise.

    AccessDenied, LessonCancelled, LessonNotStarted, EntryForbidden (never by the rules), EntryWindowClosed (a request
    may be sent), EntryNeedsReason (this person may, with a reason). Under `work.override` only the first two and
    EntryForbidden are asked.
    """
    if lesson.cancelled:
        raise LessonCancelled
    found = await ask(work, kind, lesson, work_kind_id)
    source = ", ".join(part for part in (found.regulation, found.clause) if part)
    facts = {"until": found.until, "regulation": source, "rule": found.rule}
    deciders = ",".join(sorted(found.deciders))
    match found.verdict:
        case Verdict.DENIED:
            raise AccessDenied(lesson=lesson.id)
        case Verdict.NEVER:
            raise EntryForbidden(deciders=deciders, **facts)
        case Verdict.EARLY if work.override is None:
            raise LessonNotStarted(starts_at=lesson.starts_at)
        case Verdict.CLOSED if work.override is None:
            raise EntryWindowClosed(lesson=lesson.id, deciders=deciders, **facts)
        case Verdict.REASON if work.override is None:
            raise EntryNeedsReason(lesson=lesson.id, deciders=deciders, **facts)
    return found


async def working_days(work: Work, since: date) -> WorkingDays:
    """The school's calendar from a day on, in one statement."""
    return _calendar(work, await work.session.scalar(select(_holidays(work, since))))


@dataclass(frozen=True)
class _Known:
    """What a page's answers need besides the lesson; nothing is read where nothing is needed."""

    class_ends: datetime | None = None
    holidays: Sequence[tuple[str, str, int, int]] | None = None
    written: bool | None = None


NOTHING = _Known()


def _entry(kind: EntryKind, lesson: LessonFacts, known: _Known) -> Entry:
    return Entry(
        kind, lesson.day, lesson.starts_at, lesson.grade, lesson.subject, bool(known.written), known.class_ends
    )


def _calendar(work: Work, holidays: Sequence[tuple[str, str, int, int]] | None) -> WorkingDays:
    spans = (Span(date.fromisoformat(starts), date.fromisoformat(ends), *to) for starts, ends, *to in holidays or ())
    return WorkingDays(work.school.days_in_week, tuple(spans))


async def _known(work: Work, lesson: LessonFacts, kinds: Sequence[EntryKind], work_kind_id: int | None) -> _Known:
    regulation = work.regulation(lesson.day)
    rules = {_entry(kind, lesson, NOTHING).rule for kind in kinds}
    needed: dict[str, ScalarSelect[Any]] = {}
    if work_kind_id is not None and not {EntryKind.MARK, EntryKind.MARK_CHANGE}.isdisjoint(kinds):
        rules.add("written_marks")
        needed["written"] = select(WorkKind.written).where(WorkKind.id == work_kind_id).scalar_subquery()
    windows = [window_of(regulation, rule, lesson.subject) for rule in rules]
    if any(window.after_class is not None for window in windows):
        needed["class_ends"] = _class_ends(lesson)
    if any(window.working_days is not None for window in windows):
        needed["holidays"] = _holidays(work, lesson.day)
    if not needed:
        return NOTHING
    row = (await work.session.execute(select(*(query.label(name) for name, query in needed.items())))).one()
    return _Known(**row._mapping)


def _class_ends(lesson: LessonFacts) -> ScalarSelect[Any]:
    """The end of the last lesson of the lesson's classes on its day."""
    query = select(func.max(Lesson.ends_at)).join(LoadClass, LoadClass.load_id == Lesson.load_id)
    there = (Lesson.on_date == lesson.day, Lesson.status != LessonStatus.CANCELLED)
    return query.where(*there, LoadClass.class_id.in_(lesson.class_ids)).scalar_subquery()


def _holidays(work: Work, since: date) -> ScalarSelect[Any]:
    """[first day, last day, grades from, to] of the holidays that end on a day or later."""
    span = func.json_build_array(Holiday.starts, Holiday.ends, Holiday.grade_from, Holiday.grade_to)
    mine = (Holiday.year_id == work.school.year_id, Holiday.ends >= since)
    return select(func.json_agg(span)).where(*mine).scalar_subquery()
