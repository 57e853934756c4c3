"""A report of a wrong entry, and what the entry says."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row

from core.app import Work
from core.rights import SEES_SCHOOL
from core.rules.names import initials_of
from core.terms import Presence, ReportAnswer
from core.timetable.lesson_sql import LESSON_COLUMNS, LESSON_TABLES
from core.timetable.lessons import LessonFacts, lesson_facts

OPEN = "r.answer IS NULL AND r.withdrawn_at IS NULL"
"""SQL: the report `r` waits for its answer."""

LEADS = """EXISTS (
    SELECT 1 FROM enrolment e JOIN class_unit u ON u.id = e.class_id
     WHERE e.pupil_id = r.pupil_id AND u.class_leader_id = :staff AND u.year_id = :year
       AND (e.ends IS NULL OR e.ends >= :today))"""
"""SQL: the member of staff is class leader of the pupil of the report `r`."""

CONCERNS = f"(CAST(:oversees AS boolean) OR :staff IN (l.teacher_id, t.teacher_id, m.given_by) OR {LEADS})"
"""SQL: the report is for this member of staff to see: who gave the lesson, owns its page or gave the mark, the pupil's
class leader, and those who see the whole school. Takes `concerned(work)`."""

CARD = f"""
    SELECT r.id, r.pupil_id, r.mark_id, r.said, r.stood, r.account_id, r.guardian_id, r.made_at, r.due_on, r.answer,
           r.words, r.became, r.answered_at, r.withdrawn_at, r.rev, {LESSON_COLUMNS},
           p.surname, p.given_name, g.surname AS g_surname, g.given_name AS g_given_name, g.patronymic AS g_patronymic,
           w.surname AS w_surname, w.given_name AS w_given_name, w.patronymic AS w_patronymic,
           m.value, m.removed_at, m.given_by, m.kind_id, k.name AS kind, a.status AS presence, a.minutes, a.reason,
           {CONCERNS} AS concerns, {LEADS} AS leads
      FROM error_report r JOIN {LESSON_TABLES} ON l.id = r.lesson_id
      JOIN pupil p ON p.id = r.pupil_id
      LEFT JOIN guardian g ON g.id = r.guardian_id
      LEFT JOIN staff w ON w.id = r.answered_by
      LEFT JOIN mark m ON m.id = r.mark_id
      LEFT JOIN work_kind k ON k.id = m.kind_id
      LEFT JOIN attendance a ON r.mark_id IS NULL AND a.lesson_id = r.lesson_id AND a.pupil_id = r.pupil_id
"""


@dataclass(frozen=True)
class EntryState:
    """What an entry says, in codes.

    `what`: `mark` (then `value` for the `kind` of work), `removed` (the mark was taken away), or how the pupil stands
    at the lesson: `present`, `late` (`minutes`, 0: not said), `absent` (`reason`, or `none`).
    """

    what: str
    value: str = ""
    kind: str = ""
    minutes: int = 0
    reason: str = "none"

    def facts(self) -> dict[str, Any]:
        """As it is kept and as a sentence takes it."""
        return asdict(self)

    def differs(self, other: "EntryState") -> bool:
        """Whether it says something else; the name of a kind of work does not matter."""
        mine, theirs = ((s.what, s.value, s.minutes, s.reason) for s in (self, other))
        return mine != theirs

    def corrects(self, other: "EntryState") -> bool:
        """Whether the journal itself changed, not only what is known about the reason."""
        mine, theirs = ((s.what, s.value, s.minutes) for s in (self, other))
        return mine != theirs


@dataclass(frozen=True)
class ReportCard:
    """A report. `said` are the family's words, `stood` what the entry said then, `now` what it says, `became` what it
    said with the answer. Moments are the school's wall clock. `kind_id` and `given_by` are the mark's.

    `by` is the guardian who reported (empty: the pupil). For staff: `concerns` and `leads` (the pupil's class leader).
    """

    id: int
    rev: int
    lesson: LessonFacts
    pupil_id: int
    surname: str
    given_name: str
    mark_id: int | None
    said: str
    stood: EntryState
    now: EntryState
    account_id: int
    guardian_id: int | None
    by: str
    made_at: datetime
    due_on: date
    answer: ReportAnswer | None
    words: str
    became: EntryState | None
    answered_by: str
    answered_at: datetime | None
    withdrawn_at: datetime | None
    kind_id: int | None
    given_by: int | None
    concerns: bool
    leads: bool

    @property
    def open(self) -> bool:
        """It waits for an answer."""
        return self.answer is None and self.withdrawn_at is None

    @property
    def changed(self) -> bool:
        """The entry says something else than it did."""
        return self.now.differs(self.stood)

    def overdue(self, today: date) -> bool:
        """It waits, and the last day to answer has passed."""
        return self.open and self.due_on < today

    def answerers(self) -> set[int]:
        """Ids of the staff whose entry it is."""
        owners = {self.lesson.teacher_id, self.lesson.owner_id}
        return owners | ({self.given_by} if self.given_by else set())


def concerned(work: Work) -> dict[str, Any]:
    """What CARD, CONCERNS and LEADS take: who reads."""
    return {
        "staff": work.actor.staff_id or 0,
        "oversees": work.actor.holds(*SEES_SCHOOL),
        "year": work.school.year_id,
        "today": work.today,
    }


def may_answer(work: Work, card: ReportCard) -> bool:
    """Whose entry it is, deputies and the director; about an absence the class leader too."""
    staff_id = work.actor.staff_id
    mine = staff_id is not None and staff_id in card.answerers()
    return mine or work.actor.holds(*SEES_SCHOOL) or (card.leads and card.mark_id is None)


def as_card(work: Work, row: Row[Any]) -> ReportCard:
    """The card of a row of CARD."""
    return ReportCard(
        id=row.id,
        rev=row.rev,
        lesson=lesson_facts(work, row),
        pupil_id=row.pupil_id,
        surname=row.surname,
        given_name=row.given_name,
        mark_id=row.mark_id,
        said=row.said,
        stood=EntryState(**row.stood),
        now=entry_state(row),
        account_id=row.account_id,
        guardian_id=row.guardian_id,
        by=initials_of(row.g_surname, row.g_given_name, row.g_patronymic) if row.g_surname else "",
        made_at=work.local(row.made_at),
        due_on=row.due_on,
        answer=ReportAnswer(row.answer) if row.answer else None,
        words=row.words,
        became=EntryState(**row.became) if row.became else None,
        answered_by=initials_of(row.w_surname, row.w_given_name, row.w_patronymic) if row.w_surname else "",
        answered_at=work.local(row.answered_at) if row.answered_at else None,
        withdrawn_at=work.local(row.withdrawn_at) if row.withdrawn_at else None,
        kind_id=row.kind_id,
        given_by=row.given_by,
        concerns=bool(row.concerns),
        leads=bool(row.leads),
    )


def entry_state(row: Row[Any]) -> EntryState:
    """What the entry of a row says: columns mark_id, value, removed_at, kind, presence, minutes, reason."""
    if row.mark_id is not None:
        if row.removed_at is not None:
            return EntryState("removed", kind=row.kind)
        return EntryState("mark", value=row.value, kind=row.kind)
    presence = row.presence or Presence.PRESENT.value
    return EntryState(str(presence), minutes=row.minutes or 0, reason=row.reason or "none")
