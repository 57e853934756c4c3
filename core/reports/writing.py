"""«Здесь ошибка»: a family reports a wrong entry, and may take the report back (F4; lic68 3.10.4-5)."""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, text, update
from sqlalchemy.dialects.postgresql import insert

from core.app import Work
from core.audit import record
from core.diary.children import ChildName, open_child
from core.entries import working_days
from core.errors import ButtonOutdated
from core.errors.entries import NothingToCorrect
from core.marks.family import settled, settled_facts
from core.reports.card import OPEN, EntryState, ReportCard, entry_state
from core.reports.reading import FamilyReport, open_report
from core.reports.telling import drop_waiting, tell_staff
from core.roll.sheet import hold_lesson
from core.rules.length import within
from core.timetable.lesson_sql import LESSON_COLUMNS, LESSON_PUPILS, LESSON_TABLES
from core.timetable.lessons import LessonFacts, lesson_facts
from storage.base import table_of
from storage.models import ErrorReport

SAID_CHARS = 500
SAME_WITHIN = timedelta(minutes=10)
"""The same words about the same entry within this time are the same message, delivered twice."""

_WHAT = f"{LESSON_COLUMNS}, p.id AS pupil_id, p.surname, p.given_name"
_OPEN_ONE = f"SELECT r.id FROM error_report r WHERE r.pupil_id = p.id AND r.lesson_id = l.id AND {OPEN}"
_THE_MARK = text(f"""
    SELECT {_WHAT}, m.id AS mark_id, m.value, m.removed_at, k.name AS kind, NULL AS presence, NULL AS minutes,
           NULL AS reason, ({_OPEN_ONE} AND r.mark_id = m.id) AS report
      FROM {LESSON_TABLES}
      JOIN mark m ON m.lesson_id = l.id
      JOIN work_kind k ON k.id = m.kind_id
      JOIN pupil p ON p.id = m.pupil_id
     WHERE m.id = :mark AND m.pupil_id = :pupil AND {settled()}
""")
_THE_PRESENCE = text(f"""
    SELECT {_WHAT}, NULL AS mark_id, NULL AS value, NULL AS removed_at, NULL AS kind, a.status AS presence, a.minutes,
           a.reason, a.lesson_id IS NOT NULL AS written, ({_OPEN_ONE} AND r.mark_id IS NULL) AS report
      FROM {LESSON_TABLES}
      JOIN pupil p ON p.id = :pupil
      LEFT JOIN attendance a ON a.lesson_id = l.id AND a.pupil_id = p.id
     WHERE l.id = :lesson AND p.id IN (
           SELECT x.pupil_id FROM ({LESSON_PUPILS.format(load="l.load_id", day="l.on_date", group="t.group_name")}) x)
""")
_SAID = text("""
    SELECT r.id, r.said, r.account_id FROM error_report r
     WHERE r.pupil_id = :pupil AND r.lesson_id = :lesson AND r.mark_id IS NOT DISTINCT FROM CAST(:mark AS integer)
       AND ((r.answer IS NULL AND r.withdrawn_at IS NULL)
            OR (r.account_id = :account AND r.said = :said AND r.made_at > :lately))
     ORDER BY r.id DESC LIMIT 1
""")


class Made(StrEnum):
    """What came of a family's words."""

    NEW = "new"
    SAME = "same"
    """These very words are known: a message delivered twice."""
    OTHERS = "others"
    """The entry is reported already, in other words; these were not sent."""


@dataclass(frozen=True)
class Reported:
    """The report that stands now."""

    report: FamilyReport
    made: Made


@dataclass(frozen=True)
class Reportable:
    """An entry that may be reported: what it says, at which lesson. `report`: the one about it that waits."""

    child: ChildName
    lesson: LessonFacts
    mark_id: int | None
    state: EntryState
    report: int | None


async def mark_to_report(work: Work, pupil_id: int, mark_id: int) -> Reportable:
    """A mark of the child that stands. Raises NothingToCorrect, NotConnected, AccessDenied, ConsentNeeded."""
    await open_child(work, pupil_id)
    return await _mark(work, pupil_id, mark_id)


async def attendance_to_report(work: Work, pupil_id: int, lesson_id: int) -> Reportable:
    """How the child stands at a lesson, once that is known. Raises as `mark_to_report`."""
    await open_child(work, pupil_id)
    return await _presence(work, pupil_id, lesson_id)


async def report_mark(work: Work, pupil_id: int, mark_id: int, words: str) -> Reported:
    """Report a mark; it reaches the teacher and the deputies. Raises TextTooLong, and as `mark_to_report`."""
    words = _said(words)
    await open_child(work, pupil_id)
    seen = await _mark(work, pupil_id, mark_id)
    await hold_lesson(work, seen.lesson.id)  # Corrected meanwhile? Read anew, once nobody writes there.
    return await _report(work, await _mark(work, pupil_id, mark_id), words)


async def report_attendance(work: Work, pupil_id: int, lesson_id: int, words: str) -> Reported:
    """Report how the child stands at a lesson. Raises as `report_mark`."""
    words = _said(words)
    await open_child(work, pupil_id)
    await hold_lesson(work, lesson_id)
    return await _report(work, await _presence(work, pupil_id, lesson_id), words)


async def withdraw_report(work: Work, report_id: int, *, seen: int) -> tuple[FamilyReport, bool]:
    """Take a report back while it waits; False: it was answered or taken back before.

    Raises what `open_report` raises, and ButtonOutdated for somebody who may not take this one back.
    """
    report = await open_report(work, report_id, lock=True)
    if not report.card.open or report.card.rev != seen:
        return report, False
    if not report.may_withdraw:
        raise ButtonOutdated
    mine = (ErrorReport.id == report_id, ErrorReport.rev == seen)
    await work.session.execute(update(ErrorReport).where(*mine).values(withdrawn_at=work.now, rev=seen + 1))
    await drop_waiting(work, report.card)
    record(work, "report.withdraw", "error_report", report_id, **_acting(work, report.card.pupil_id))
    card = replace(report.card, withdrawn_at=work.local_now, rev=seen + 1)
    return replace(report, card=card, may_withdraw=False), True


def _said(words: str) -> str:
    """Raises TextTooLong."""
    return within(" ".join(words.split()), SAID_CHARS)


async def _mark(work: Work, pupil_id: int, mark_id: int) -> Reportable:
    facts = {"pupil": pupil_id, "mark": mark_id, **settled_facts(work)}
    row = (await work.session.execute(_THE_MARK, facts)).one_or_none()
    if row is None:
        raise NothingToCorrect(what="mark")
    return _reportable(work, row)


async def _presence(work: Work, pupil_id: int, lesson_id: int) -> Reportable:
    row = (await work.session.execute(_THE_PRESENCE, {"pupil": pupil_id, "lesson": lesson_id})).one_or_none()
    entry = _reportable(work, row) if row is not None else None
    if entry is None or row is None or entry.lesson.cancelled or not (row.written or entry.lesson.roll_taken):
        raise NothingToCorrect(what="attendance")
    return entry


def _reportable(work: Work, row: Row[Any]) -> Reportable:
    child = ChildName(row.pupil_id, row.surname, row.given_name)
    return Reportable(child, lesson_facts(work, row), row.mark_id, entry_state(row), row.report)


async def _report(work: Work, entry: Reportable, words: str) -> Reported:
    known = await _known(work, entry, words) or await _write(work, entry, words)
    if known is None:  # The other parent's, or this very message's, other delivery was first.
        known = await _known(work, entry, words)
        assert known is not None  # noqa: S101 - nothing else keeps it from being written
    report_id, made = known
    report = await open_report(work, report_id)
    if made is Made.NEW:
        record(work, "report.make", "error_report", report_id, after=_trace(report.card), **_acting_as(report.card))
        await tell_staff(work, report.card)
    return Reported(report, made)


async def _known(work: Work, entry: Reportable, words: str) -> tuple[int, Made] | None:
    row = (await work.session.execute(_SAID, _facts(work, entry, words))).one_or_none()
    if row is None:
        return None
    same = row.account_id == work.actor.account_id and row.said == words
    return row.id, Made.SAME if same else Made.OTHERS


def _facts(work: Work, entry: Reportable, words: str) -> dict[str, Any]:
    return {
        "pupil": entry.child.pupil_id,
        "lesson": entry.lesson.id,
        "mark": entry.mark_id,
        "account": work.actor.account_id,
        "said": words,
        "lately": work.now - SAME_WITHIN,
    }


async def _write(work: Work, entry: Reportable, words: str) -> tuple[int, Made] | None:
    calendar = await working_days(work, work.today)
    within_days = work.regulation(work.today).reports_answered_within
    report_id = await work.session.scalar(
        insert(table_of(ErrorReport))
        .values(
            pupil_id=entry.child.pupil_id,
            lesson_id=entry.lesson.id,
            mark_id=entry.mark_id,
            said=words,
            stood=entry.state.facts(),
            account_id=work.actor.account_id,
            guardian_id=work.actor.require_child(entry.child.pupil_id).guardian_id,
            made_at=work.now,
            due_on=calendar.after(work.today, within_days, entry.lesson.grade),
        )
        .on_conflict_do_nothing()
        .returning(ErrorReport.id)
    )
    return None if report_id is None else (report_id, Made.NEW)


def _trace(card: ReportCard) -> dict[str, Any]:
    return {
        "lesson": card.lesson.id,
        "pupil": card.pupil_id,
        "mark": card.mark_id,
        "said": card.said,
        "stood": card.stood.facts(),
        "due_on": card.due_on.isoformat(),
    }


def _acting(work: Work, pupil_id: int) -> dict[str, Any]:
    """As whom the account acts, for the trace."""
    guardian_id = work.actor.require_child(pupil_id).guardian_id
    return {"guardian_id": guardian_id, "pupil_id": None if guardian_id else pupil_id}


def _acting_as(card: ReportCard) -> dict[str, Any]:
    return {"guardian_id": card.guardian_id, "pupil_id": None if card.guardian_id else card.pupil_id}
