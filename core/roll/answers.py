"""What a guardian answers to «ребёнка нет на уроке», and where the answer goes (F3)."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import ColumnElement, or_, text, true, update
from sqlalchemy.dialects.postgresql import insert

from core.app import Work
from core.audit import record
from core.errors import AccessDenied, NothingThere
from core.outbox import Kind
from core.roll.absences import tell_class_leader
from core.rules.names import list_name
from core.terms import AbsenceReason, Statement
from storage.models import AbsenceCase, AbsenceNotice, Attendance

REASONS = {Statement.ILL: AbsenceReason.ILLNESS, Statement.FAMILY: AbsenceReason.EXCUSED}


@dataclass(frozen=True)
class CaseAnswered:
    """The absence and the statement now recorded. `closed`: the child turned out to be at the lesson.

    `notice_id`: the absence notice that the statement made; a paper goes with it.
    """

    case_id: int
    pupil_id: int
    pupil: str
    day: date
    lesson_no: int
    subject: str
    starts: str
    ends: str
    statement: Statement | None
    closed: bool
    notice_id: int | None = None


async def open_case(work: Work, case_id: int) -> CaseAnswered:
    """An absence as its guardian sees it. Raises NothingThere, AccessDenied, ConsentNeeded, NotConnected."""
    row = (await work.session.execute(_CASE, {"case": case_id})).one_or_none()
    if row is None:
        raise NothingThere
    work.actor.require_child(row.pupil_id)
    return CaseAnswered(
        case_id=case_id,
        pupil_id=row.pupil_id,
        pupil=list_name(row.surname, row.given_name),
        day=row.on_date,
        lesson_no=row.lesson_no,
        subject=row.subject,
        starts=work.local(row.starts_at).strftime("%H:%M"),
        ends=work.local(row.ends_at).strftime("%H:%M"),
        statement=Statement(row.statement) if row.statement else None,
        closed=row.closed_at is not None,
        notice_id=row.notice_id,
    )


async def state_reason(work: Work, case_id: int, statement: Statement) -> CaseAnswered:
    """Record a guardian's statement; it reaches the class leader at once and the rolls of the day.

    The same answer again changes nothing; another one replaces it and is told again, but «не знаю» does not
    replace what the other guardian knows. Only guardians answer (a pupil reads). Raises what `open_case` raises.
    """
    case = await open_case(work, case_id)
    guardian_id = work.actor.require_child(case.pupil_id).guardian_id
    if guardian_id is None:
        raise AccessDenied(case=case_id)
    if case.closed or case.statement is statement:
        return case
    stated = await work.session.execute(
        update(AbsenceCase)
        .where(AbsenceCase.id == case_id, AbsenceCase.closed_at.is_(None))
        .where(AbsenceCase.statement.is_distinct_from(statement), _replaceable(statement, guardian_id))
        .values(statement=statement, stated_by=guardian_id, stated_at=work.now)
        .returning(AbsenceCase.id)
    )
    if stated.scalar() is None:
        return await open_case(work, case_id)
    await _give_reason(work, case, statement)
    notice_id = await _keep_illness(work, case, statement, guardian_id)
    event = f"{statement}:{work.now.isoformat()}"
    await tell_class_leader(work, case_id, Kind.ABSENCE_ANSWERED, event, statement=statement.value)
    record(
        work,
        "absence.state",
        "absence_case",
        case_id,
        before={"statement": case.statement},
        after={"statement": statement},
        guardian_id=guardian_id,
    )
    return replace(case, statement=statement, notice_id=notice_id)


def _replaceable(statement: Statement, guardian_id: int) -> ColumnElement[bool]:
    """Whether the guardian's statement may stand in place of the one that is there."""
    if statement is not Statement.UNKNOWN:
        return true()
    return or_(AbsenceCase.statement.is_(None), AbsenceCase.stated_by == guardian_id)


async def _give_reason(work: Work, case: CaseAnswered, statement: Statement) -> None:
    """Missed lessons of the case take the reason stated; one that the class leader chose stays."""
    stated = [AbsenceReason.ILLNESS, AbsenceReason.EXCUSED]
    former = REASONS.get(case.statement) if case.statement else None
    replaceable = Attendance.reason.is_(None) if former is None else Attendance.reason.in_([former])
    if statement in REASONS or former in stated:
        await work.session.execute(
            update(Attendance)
            .where(Attendance.case_id == case.case_id, replaceable)
            .values(reason=REASONS.get(statement))
        )


async def _keep_illness(work: Work, case: CaseAnswered, statement: Statement, guardian_id: int) -> int | None:
    """An illness told on the day stays open until the child is back; anything else excuses the day.

    The id of the notice; None when the statement explains nothing.
    """
    await work.session.execute(
        update(AbsenceNotice)
        .where(
            AbsenceNotice.pupil_id == case.pupil_id,
            AbsenceNotice.starts == case.day,
            AbsenceNotice.guardian_id.is_not(None),
            AbsenceNotice.case_id == case.case_id,
            AbsenceNotice.withdrawn_at.is_(None),
        )
        .values(withdrawn_at=work.now, rev=AbsenceNotice.rev + 1)
    )
    reason = REASONS.get(statement)
    if reason is None:
        return None
    lasting = reason is AbsenceReason.ILLNESS and case.day == work.today
    return await work.session.scalar(
        insert(AbsenceNotice)
        .values(
            pupil_id=case.pupil_id,
            starts=case.day,
            ends=None if lasting else case.day,
            reason=reason,
            guardian_id=guardian_id,
            case_id=case.case_id,
            created_at=work.now,
        )
        .returning(AbsenceNotice.id)
    )


_CASE = text("""
    SELECT k.pupil_id, k.on_date, k.statement, k.closed_at, p.surname, p.given_name, l.lesson_no, l.starts_at,
           l.ends_at, s.name AS subject,
           (SELECT max(n.id) FROM absence_notice n
             WHERE n.case_id = k.id AND n.guardian_id IS NOT NULL AND n.withdrawn_at IS NULL) AS notice_id
      FROM absence_case k
      JOIN pupil p ON p.id = k.pupil_id
      JOIN lesson l ON l.id = k.first_lesson_id
      JOIN teaching_load t ON t.id = l.load_id
      JOIN subject s ON s.id = t.subject_id
     WHERE k.id = :case
""")
