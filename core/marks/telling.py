"""The owner of a mark hears when somebody else changes or removes it (A8)."""

from datetime import timedelta

from core.app import Work
from core.marks.sheet import MarkFacts, MarkLine, WorkKindFacts
from core.outbox import Kind, enqueue_for_staff
from core.recipients import accounts_of
from core.terms import MarkValue
from core.timetable.lessons import LessonFacts

OF_USE_FOR = timedelta(days=7)


async def tell_owner(
    work: Work,
    lesson: LessonFacts,
    line: MarkLine,
    mark: MarkFacts,
    kind: WorkKindFacts,
    now: MarkValue | None,
    *,
    rev: int,
    who: str,
    now_for: WorkKindFacts | None = None,
) -> None:
    """Write the message «Вы ставили 3, стало 5»; `now` None: the mark was removed, `who` did it, `rev` the cell's
    revision; `now_for`: the kind of work that it is for now. Nothing for one's own mark.
    """
    if mark.given_by == work.actor.staff_id:
        return
    facts = {
        "lesson": lesson.id,
        "classes": ", ".join(lesson.classes),
        "group": lesson.group,
        "subject": lesson.subject,
        "day": lesson.day.isoformat(),
        "pupil_id": line.pupil_id,
        "pupil": line.name,
        "kind_id": kind.id,
        "kind": kind.name,
        "before": mark.value,
        "after": now,
        "kind_after": now_for.name if now_for else None,
        "who": who,
        "at": work.local_now.strftime("%H:%M"),
    }
    recipients = (await accounts_of(work, [mark.given_by])).get(mark.given_by, [])
    dedupe, expires = f"{Kind.MARK_CHANGED}:{mark.id}:{rev}", work.now + OF_USE_FOR
    await enqueue_for_staff(work, recipients, Kind.MARK_CHANGED, facts, dedupe=dedupe, expires_at=expires)
