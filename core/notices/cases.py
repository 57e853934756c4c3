"""A notice that covers today also answers the alert that today's absence has raised."""

from sqlalchemy import update

from core.app import Work
from core.audit import record
from core.outbox import Kind, supersede
from core.terms import AbsenceReason, Statement
from storage.models import AbsenceCase, Attendance

STATED = {AbsenceReason.ILLNESS: Statement.ILL, AbsenceReason.EXCUSED: Statement.FAMILY}


async def answer_open_case(work: Work, pupil_id: int, reason: AbsenceReason, guardian_id: int) -> None:
    """Give today's unanswered absence its reason, so that nobody is alarmed about what the family has told.

    An alert still waiting is dropped; the class leader hears through the notice itself.
    """
    answered = await work.session.scalars(
        update(AbsenceCase)
        .where(AbsenceCase.pupil_id == pupil_id, AbsenceCase.on_date == work.today)
        .where(AbsenceCase.closed_at.is_(None), AbsenceCase.statement.is_(None))
        .values(statement=STATED[reason], stated_by=guardian_id, stated_at=work.now)
        .returning(AbsenceCase.id)
    )
    for case_id in answered.all():
        await work.session.execute(
            update(Attendance).where(Attendance.case_id == case_id, Attendance.reason.is_(None)).values(reason=reason)
        )
        await supersede(work, Kind.ABSENCE, case_id)
        after = {"statement": STATED[reason]}
        record(work, "absence.state", "absence_case", case_id, after=after, guardian_id=guardian_id)
