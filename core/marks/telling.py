"""The owner of a mark hears when somebody else changes or removes it (A8)."""

from datetime import timedelta

from core.app import Work
from core.marks.sheet import MarkFacts, MarkLine, WorkKindFacts
from core.outbox import Kind, Push, enqueue
from core.recipients import accounts_of
from core.terms import Door, MarkValue
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
) -> None:
    """Write the message «Вы ставили 3, стало 5»; `now` None: the mark was removed, `who` did it, `rev` the cell's
    revision. Nothing for one's own mark.
    """
    if mark.given_by == work.actor.staff_id:
        return
    accounts = await accounts_of(work, [mark.given_by])
    facts = {
        "lesson": lesson.id,
        "classes": ", ".join(lesson.classes),
        "group": lesson.group,
        "subject": lesson.subject,
        "day": lesson.day.isoformat(),
        "pupil": line.name,
        "kind": kind.name,
        "before": mark.value,
        "after": now,
        "who": who,
        "at": work.local_now.strftime("%H:%M"),
    }
    await enqueue(
        work,
        [
            Push(
                kind=Kind.MARK_CHANGED,
                door=Door.STAFF,
                to=to,
                facts=facts,
                dedupe=f"{Kind.MARK_CHANGED}:{mark.id}:{rev}",
                due_at=work.now,
                expires_at=work.now + OF_USE_FOR,
            )
            for to in accounts.get(mark.given_by, [])
        ],
    )
