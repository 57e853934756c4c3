"""From a missed lesson to a phone at home: one absence of a day rings once (F3 C3).

A case is a run of missed lessons without a known reason. The nearest lessons of the day on either side
decide whether a missed lesson continues a case or opens a new one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, text
from sqlalchemy.dialects.postgresql import insert

from core.app import Work
from core.audit import record
from core.outbox import Kind, Priority, Push, Recipient, enqueue, reschedule, supersede
from core.recipients import class_leaders_of, guardians_of, holders_of
from core.roll.sheet import RollLine, RollSheet
from core.terms import AbsenceReason, Door, Presence, Role, Statement
from core.timetable.lessons import LessonFacts
from storage.base import table_of
from storage.models import AbsenceCase


@dataclass(frozen=True)
class Absence:
    """Where a missed lesson belongs: a known `reason`, or a case (`new` when this lesson opens it)."""

    reason: AbsenceReason | None
    case_id: int | None
    new: bool = False


async def belonging(work: Work, lesson: LessonFacts, line: RollLine) -> Absence:
    """Known beforehand, the same absence as at a neighbouring lesson, or a new one (then a case is opened)."""
    if line.known is not None:
        return Absence(line.known, _case_before(line))
    for neighbour in (line.before, line.after):
        if neighbour is not None and neighbour.presence is Presence.ABSENT and neighbour.case_id is not None:
            return Absence(neighbour.reason, neighbour.case_id)
    facts = {"pupil_id": line.pupil_id, "on_date": lesson.day, "first_lesson_id": lesson.id, "opened_at": work.now}
    opened = await work.session.execute(_OPEN, facts)
    return Absence(None, opened.scalar_one(), new=True)


def _case_before(line: RollLine) -> int | None:
    went_on = line.before is not None and line.before.presence is Presence.ABSENT
    return line.before.case_id if line.before is not None and went_on else None


async def forget(work: Work, absence: Absence) -> None:
    """Take back a case opened for an entry that was not made."""
    await work.session.execute(delete(AbsenceCase).where(AbsenceCase.id == absence.case_id))


async def ring(work: Work, lesson: LessonFacts, line: RollLine) -> None:
    """Write the alert to every connected guardian; it waits out the grace."""
    assert line.case_id is not None  # noqa: S101 - only a line with a case rings
    due = work.now + work.school.absence_grace
    facts = alarm_facts(lesson, line)
    order = f"case{line.case_id}"
    await enqueue(
        work,
        [
            Push(
                kind=Kind.ABSENCE,
                door=Door.FAMILY,
                to=to,
                facts=facts,
                dedupe=f"{Kind.ABSENCE}:{line.case_id}",
                due_at=due,
                expires_at=max(due, work.end_of(lesson.day)),
                priority=Priority.URGENT,
                subject_id=line.case_id,
                order=order,
            )
            for to in await guardians_of(work, line.pupil_id)
        ],
    )


def alarm_facts(lesson: LessonFacts, line: RollLine) -> dict[str, Any]:
    """What the alert says: who, which lesson, when (wall clock), the case to answer."""
    return {
        "case": line.case_id,
        "pupil_id": line.pupil_id,
        "pupil": line.name,
        "subject": lesson.subject,
        "lesson_no": lesson.lesson_no,
        "lesson": lesson.id,
        "day": lesson.day.isoformat(),
        "starts": lesson.starts_at.strftime("%H:%M"),
        "ends": lesson.ends_at.strftime("%H:%M"),
        "class": ", ".join(lesson.classes),
    }


async def settle(work: Work, lesson: LessonFacts, line: RollLine) -> None:
    """The pupil was at this lesson after all: an empty case closes, silently or with a correction."""
    case_id = line.case_id
    assert case_id is not None  # noqa: S101 - asked only for a line that had a case
    closed = (await work.session.execute(_CLOSE, {"case": case_id, "now": work.now})).one_or_none()
    if closed is None:
        return
    await supersede(work, Kind.ABSENCE, case_id)
    await correct(work, lesson, line, promised=closed.statement == Statement.LATE)


async def correct(work: Work, lesson: LessonFacts, line: RollLine, *, promised: bool = False) -> None:
    """Tell those whom the alert reached (or is reaching) that the child is at the lesson; `promised`: as the
    family had said, late.
    """
    told = await work.session.execute(_TOLD, {"kind": Kind.ABSENCE, "case": line.case_id})
    await enqueue(
        work,
        [
            Push(
                kind=Kind.ABSENCE_CORRECTED,
                door=Door.FAMILY,
                to=Recipient(account_id, link_id),
                facts={**alarm_facts(lesson, line), "promised": promised},
                dedupe=f"{Kind.ABSENCE_CORRECTED}:{line.case_id}",
                due_at=work.now,
                expires_at=work.end_of(work.today),
                priority=Priority.URGENT,
                subject_id=line.case_id,
                order=f"case{line.case_id}",
            )
            for account_id, link_id in told.all()
        ],
    )


async def calm(work: Work, pupil_id: int, day: date) -> None:
    """The class leader knows a good reason: alerts of the day that have not left yet ring nobody."""
    await work.session.execute(_CALM, {"kind": Kind.ABSENCE.value, "pupil": pupil_id, "day": day})


async def recovered(work: Work, pupil_id: int, day: date) -> None:
    """What was open until the pupil comes back, and what the family answered about an absence of that day, ends
    the day before; whoever goes missing after that is missing anew.
    """
    ended = await work.session.execute(_RECOVERED, {"pupil": pupil_id, "day": day, "now": work.now})
    for row in ended.all():
        before = {"ends": row.ended.isoformat() if row.ended else None}
        after = {"ends": row.ends.isoformat(), "withdrawn": row.withdrawn}
        record(work, "notice.recovered", "absence_notice", row.id, before=before, after=after)


async def hasten(work: Work, sheet: RollSheet) -> None:
    """The roll is taken: what waits about it goes after the short grace."""
    await reschedule(work, Kind.ABSENCE, _cases(sheet.lines), work.school.settled_grace)


async def hold(work: Work, sheet: RollSheet) -> None:
    """The roll is open again: what still waits gets the full grace."""
    await reschedule(work, Kind.ABSENCE, _cases(sheet.lines), work.school.absence_grace)


def _cases(lines: Iterable[RollLine]) -> list[int]:
    return [line.case_id for line in lines if line.case_id is not None]


async def escalate_silent(work: Work) -> None:
    """Tell class leaders of alerts that nobody answered for the school's `silence` or could get, and of
    children who were promised late and never came.

    Run by a tick; marks each case before telling, so that it is told once.
    """
    facts = {"now": work.now, "today": work.today, "silence": work.school.silence}
    for row in (await work.session.execute(_UNANSWERED, facts)).all():
        await tell_class_leader(work, row.id, Kind.ABSENCE_UNEXPLAINED, why=row.why)


async def tell_class_leader(work: Work, case_id: int, kind: Kind, event: str = "", **more: Any) -> None:
    """One message about a case to the class leaders of the pupil's class; `event` tells several of a kind apart.

    What alarms goes to the deputies where no class leader is connected: somebody has to hear it.
    """
    row = (await work.session.execute(_CASE, {"case": case_id})).one()
    facts = {
        "case": case_id,
        "pupil_id": row.pupil_id,
        "pupil": f"{row.surname} {row.given_name}",
        "class": row.class_name,
        "class_id": row.class_id,
        "day": row.on_date.isoformat(),
        "lesson_no": row.lesson_no,
        "subject": row.subject,
        **more,
    }
    hearers = await class_leaders_of(work, [row.pupil_id])
    if not hearers and (kind is Kind.ABSENCE_UNEXPLAINED or more.get("statement") == Statement.UNKNOWN):
        hearers = await holders_of(work, Role.DEPUTY_HEAD)
    await enqueue(
        work,
        [
            Push(
                kind=kind,
                door=Door.STAFF,
                to=to,
                facts=facts,
                dedupe=f"{kind}:{case_id}:{event}",
                due_at=work.now,
                expires_at=work.end_of(work.today),
                priority=Priority.URGENT,
                subject_id=case_id,
                order=f"leader{case_id}",
            )
            for to in hearers
        ],
    )


_OPEN = insert(table_of(AbsenceCase)).returning(AbsenceCase.id)

_CLOSE = text("""
    UPDATE absence_case SET closed_at = :now
     WHERE id = :case AND closed_at IS NULL AND NOT EXISTS (SELECT 1 FROM attendance WHERE case_id = :case)
    RETURNING id, statement
""")

# An alert dropped while it waited for another try may have arrived with the first.
_TOLD = text("""
    SELECT account_id, link_id FROM outbox
     WHERE kind = :kind AND subject_id = :case
       AND (status IN ('sent', 'sending') OR (status = 'superseded' AND attempts > 0))
""")

# Today's open cases of which a lesson is still missed without a reason, and either the alert was delivered
# `silence` ago, or every alert failed or none could be written, or a child promised to be late was missing
# again at a lesson that began after the promise.
_UNANSWERED = text("""
    UPDATE absence_case k SET escalated_at = :now
      FROM (SELECT c.id, c.statement,
                   min(o.sent_at) AS heard,
                   count(o.id) FILTER (WHERE o.status IN ('pending', 'sending')) AS waiting
              FROM absence_case c LEFT JOIN outbox o ON o.kind = 'absence' AND o.subject_id = c.id
             WHERE c.on_date = :today AND c.closed_at IS NULL AND c.escalated_at IS NULL
               AND c.opened_at <= CAST(:now AS timestamptz) - interval '1 minute'
               AND (c.statement IS NULL OR (c.statement = 'late' AND EXISTS (
                    SELECT 1 FROM attendance a JOIN lesson l ON l.id = a.lesson_id
                     WHERE a.case_id = c.id AND l.starts_at > c.stated_at)))
               AND EXISTS (SELECT 1 FROM attendance a WHERE a.case_id = c.id AND a.reason IS NULL)
             GROUP BY c.id) q
     WHERE k.id = q.id AND k.escalated_at IS NULL
       AND (q.statement IS NOT NULL OR q.heard <= CAST(:now AS timestamptz) - CAST(:silence AS interval)
            OR (q.heard IS NULL AND q.waiting = 0))
    RETURNING k.id,
              CASE WHEN q.statement IS NOT NULL THEN 'late'
                   WHEN q.heard IS NULL THEN 'unreached' ELSE 'silent' END AS why
""")

_CALM = text("""
    UPDATE outbox SET status = 'superseded'
     WHERE kind = :kind AND status = 'pending' AND attempts = 0
       AND subject_id IN (SELECT id FROM absence_case WHERE pupil_id = :pupil AND on_date = :day)
""")

_RECOVERED = text("""
    UPDATE absence_notice n
       SET ends = greatest(n.starts, CAST(:day AS date) - 1), rev = n.rev + 1,
           withdrawn_at = CASE WHEN n.starts = :day THEN CAST(:now AS timestamptz) END
      FROM absence_notice former
     WHERE former.id = n.id AND n.pupil_id = :pupil AND n.withdrawn_at IS NULL AND n.starts <= :day
       AND (n.ends IS NULL OR (n.case_id IS NOT NULL AND n.ends >= :day))
    RETURNING n.id, n.ends, former.ends AS ended, n.withdrawn_at IS NOT NULL AS withdrawn
""")

_CASE = text("""
    SELECT k.pupil_id, k.on_date, p.surname, p.given_name, l.lesson_no, s.name AS subject, c.name AS class_name,
           c.id AS class_id
      FROM absence_case k
      JOIN pupil p ON p.id = k.pupil_id
      JOIN lesson l ON l.id = k.first_lesson_id
      JOIN teaching_load t ON t.id = l.load_id
      JOIN subject s ON s.id = t.subject_id
      JOIN enrolment e ON e.pupil_id = k.pupil_id AND e.starts <= k.on_date AND (e.ends IS NULL OR e.ends >= k.on_date)
      JOIN class_unit c ON c.id = e.class_id
     WHERE k.id = :case
""")
