"""The one question before every entry on a lesson's page: may this person write it now? (J6)"""

from core.app import Work
from core.errors import (
    AccessDenied,
    EntryForbidden,
    EntryNeedsReason,
    EntryWindowClosed,
    LessonCancelled,
    LessonNotStarted,
)
from core.rules.entry import Answer, EntryKind, Standing, Verdict
from core.rules.windows import class_leader_closes_at, closes_at, opens_at
from core.terms import Role
from core.timetable.lessons import LessonFacts, leads


def standing(work: Work, lesson: LessonFacts) -> Standing:
    """What the actor is to the lesson's page."""
    actor = work.actor
    return Standing(
        teaches=actor.staff_id is not None and actor.staff_id in (lesson.teacher_id, lesson.owner_id),
        leads=leads(work, lesson.class_ids),
        deputy=actor.holds(Role.DEPUTY_HEAD),
        director=actor.holds(Role.DIRECTOR),
    )


async def ask(work: Work, kind: EntryKind, lesson: LessonFacts, work_kind_id: int | None = None) -> Answer:  # noqa: ARG001
    """The answer for the actor, for a screen to show. `work_kind_id`: the kind of work a mark is for.

    Whoever may see the page (a deputy, say) but not write gets DENIED.
    """
    regulation = work.regulation(lesson.day)
    who = standing(work, lesson)
    until = closes_at(regulation.roll, lesson.day, work.school.zone)
    if who.leads and kind is EntryKind.ROLL:
        until = max(until, class_leader_closes_at(lesson.day, work.school.zone))
    deciders = (Role.DEPUTY_HEAD, Role.DIRECTOR)
    verdict = Verdict.OPEN
    if not (who.teaches or who.leads or who.deputy or who.director):
        verdict = Verdict.DENIED
    elif kind in (EntryKind.ROLL, EntryKind.MARK) and work.now < opens_at(lesson.starts_at):
        verdict = Verdict.EARLY
    elif work.now > until:
        verdict = Verdict.REASON if who.deputy or who.director else Verdict.CLOSED
    elif not (who.teaches or who.leads or who.director):
        verdict = Verdict.DENIED
    return Answer(verdict, until, rule=kind.value, regulation=regulation.title, deciders=deciders)


async def require_open(work: Work, kind: EntryKind, lesson: LessonFacts, work_kind_id: int | None = None) -> Answer:
    """Let the actor write, or raise.

    AccessDenied, LessonCancelled, LessonNotStarted, EntryForbidden (never by the rules), EntryWindowClosed (a request
    may be sent), EntryNeedsReason (this person may, with a reason). Under `work.override` only the first two and
    EntryForbidden are asked.
    """
    if lesson.cancelled:
        raise LessonCancelled
    answer = await ask(work, kind, lesson, work_kind_id)
    source = ", ".join(part for part in (answer.regulation, answer.clause) if part)
    facts = {"until": answer.until, "regulation": source, "rule": answer.rule}
    deciders = ",".join(sorted(answer.deciders))
    match answer.verdict:
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
    return answer
