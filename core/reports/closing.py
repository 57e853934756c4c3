"""Correcting the entry answers the report: the change and the answer are one deed (F4).

Called by the commands that change a mark or how a pupil stands at a lesson, in their own transaction. Corrected anew
before the family heard of it, the answer says how it stands in the end; put back as it was, the report waits again.
"""

from datetime import timedelta
from typing import Any

from sqlalchemy import TextClause, text, update

from core.app import Work
from core.audit import record
from core.outbox import Kind, supersede
from core.reports.answering import write_answer
from core.reports.card import CARD, OPEN, ReportCard, as_card, concerned
from core.reports.telling import drop_waiting, tell_family
from core.terms import ReportAnswer
from storage.models import ErrorReport

REPORTED_MARK = """EXISTS (
    SELECT 1 FROM error_report r WHERE r.mark_id = :mark AND r.withdrawn_at IS NULL
       AND r.answer IS DISTINCT FROM 'stands')"""
REPORTED = """EXISTS (
    SELECT 1 FROM error_report r WHERE r.lesson_id = :lesson AND r.pupil_id = :pupil AND r.mark_id IS NULL
       AND r.withdrawn_at IS NULL AND r.answer IS DISTINCT FROM 'stands')"""
"""SQL: whether `mark_corrected`, `presence_corrected` may have something to do. Asked by a statement that began after
the lesson was locked: who reports holds the lesson.
"""

_UNHEARD = f"""({OPEN} OR (r.answer = 'corrected' AND EXISTS (
    SELECT 1 FROM outbox o WHERE o.kind = '{Kind.ERROR_ANSWERED}' AND o.subject_id = r.id AND o.status = 'pending'))
)"""
_OF_MARK = text(f"{CARD} WHERE r.mark_id = :mark AND {_UNHEARD} ORDER BY r.id FOR UPDATE OF r")
_OF_PRESENCE = text(f"""{CARD}
 WHERE r.lesson_id = :lesson AND r.pupil_id = :pupil AND r.mark_id IS NULL AND {_UNHEARD}
 ORDER BY r.id FOR UPDATE OF r
""")


async def mark_corrected(work: Work, mark_id: int) -> None:
    """A mark was changed or removed just now: what families said of it is answered by that."""
    hold = timedelta(minutes=work.regulation(work.today).marks_hold)
    await _close(work, _OF_MARK, {"mark": mark_id}, hold)


async def presence_corrected(work: Work, lesson_id: int, pupil_id: int, case_id: int | None) -> None:
    """A pupil's presence at a lesson was changed just now; `case_id` is the absence it belonged to.

    The answer says what the correction of the alert would say: that one is dropped.
    """
    facts = {"lesson": lesson_id, "pupil": pupil_id}
    told = await _close(work, _OF_PRESENCE, facts, work.school.settled_grace)
    if told and case_id is not None:
        await supersede(work, Kind.ABSENCE_CORRECTED, case_id)


async def _close(work: Work, statement: TextClause, facts: dict[str, Any], wait: timedelta) -> bool:
    """Whether a family is going to hear of a correction."""
    if work.actor.staff_id is None:
        return False
    rows = (await work.session.execute(statement, {**facts, **concerned(work)})).all()
    told = False
    for card in [as_card(work, row) for row in rows]:
        told = await _settle(work, card, wait) or told
    return told


async def _settle(work: Work, card: ReportCard, wait: timedelta) -> bool:
    if not card.open:
        await supersede(work, Kind.ERROR_ANSWERED, card.id)
    if not card.now.corrects(card.stood):
        if not card.open:
            await _reopen(work, card)
        return False
    answered = await write_answer(work, card, ReportAnswer.CORRECTED, card.now, "")
    await drop_waiting(work, answered)
    await tell_family(work, answered, work.now + wait)
    return True


async def _reopen(work: Work, card: ReportCard) -> None:
    """The correction was a slip: the report waits as before."""
    nothing = {"answer": None, "answered_by": None, "answered_at": None, "became": None}
    await work.session.execute(
        update(ErrorReport).where(ErrorReport.id == card.id).values(**nothing, words="", rev=card.rev + 1)
    )
    record(work, "report.reopen", "error_report", card.id, before={"answer": card.answer}, after={"answer": None})
