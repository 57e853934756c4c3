"""The class leader's «Отсутствуют сегодня»: who, since which lesson, why, and what the family says (J2, C3)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.errors import NothingThere
from core.rights import corrects_class, require_class
from core.roll.reasons import annotate, explain
from core.rules.length import within
from core.rules.names import sort_key, told_apart
from core.terms import AbsenceReason, Statement

NOTE_LIMIT = 500


@dataclass(frozen=True)
class GuardianContact:
    """A guardian as the class leader sees one; `reachable`: the family bot reaches this person."""

    name: str
    kinship: str
    phone: str
    reachable: bool


@dataclass(frozen=True)
class AbsentPupil:
    """A pupil's absence of the day. `first_no` None: known beforehand, no roll has said so yet.

    `unexplained`: at least one missed lesson stands without a reason. `waiting`: alerts went out and
    nobody has answered.
    """

    pupil_id: int
    name: str
    first_no: int | None
    missed: int
    reason: AbsenceReason | None
    unexplained: bool
    statement: Statement | None
    stated_by: str
    waiting: bool
    note: str
    notice_id: int | None
    has_file: bool
    guardians: tuple[GuardianContact, ...]

    @property
    def reachable(self) -> bool:
        """Whether an alert about this pupil reaches anybody."""
        return any(guardian.reachable for guardian in self.guardians)


@dataclass(frozen=True)
class AbsentToday:
    """The card of a class and day. `rolls_taken` of `lessons` begun so far."""

    class_id: int
    class_name: str
    day: date
    today: date
    pupils: tuple[AbsentPupil, ...]
    rolls_taken: int
    lessons: int
    may_edit: bool

    def pupil(self, pupil_id: int) -> AbsentPupil:
        """One of the absent. Raises NothingThere when the pupil is not among them (any more)."""
        for pupil in self.pupils:
            if pupil.pupil_id == pupil_id:
                return pupil
        raise NothingThere


async def absent_today(work: Work, class_id: int, day: date | None = None) -> AbsentToday:
    """The card, for the class leader, deputies and the director. Raises NothingThere, NotConnected."""
    require_class(work, class_id)
    day = day or work.today
    head = (await work.session.execute(_HEAD, {"class": class_id, "day": day, "now": work.now})).one_or_none()
    if head is None:
        raise NothingThere
    rows = (await work.session.execute(_ABSENT, {"class": class_id, "day": day})).all()
    named = zip(rows, told_apart(rows), strict=True)
    absent = [_absent_pupil(row, name) for row, name in named if row.first_no is not None or row.notice_id is not None]
    pupils = sorted(absent, key=lambda p: (not p.unexplained, sort_key(p.name)))
    return AbsentToday(
        class_id, head.name, day, work.today, tuple(pupils), head.taken, head.begun, corrects_class(work, class_id)
    )


async def set_reason(
    work: Work, class_id: int, pupil_id: int, day: date, reason: AbsenceReason
) -> tuple[AbsentToday, bool]:
    """Give every missed lesson of a pupil's day its reason; returns the card and whether anything changed.

    Raises as `explain`, NothingThere.
    """
    changed = await explain(work, class_id, pupil_id, day, day, reason)
    return await absent_today(work, class_id, day), changed


async def set_note(work: Work, class_id: int, pupil_id: int, day: date, note: str) -> AbsentToday:
    """Put the class leader's note beside a pupil's missed lessons of a day (at most 500 characters)."""
    await annotate(work, class_id, pupil_id, day, within(note, NOTE_LIMIT))
    return await absent_today(work, class_id, day)


def _absent_pupil(row: Row[Any], name: str) -> AbsentPupil:
    return AbsentPupil(
        pupil_id=row.id,
        name=name,
        first_no=row.first_no,
        missed=row.missed,
        reason=AbsenceReason(row.reason or row.noticed) if row.reason or row.noticed else None,
        unexplained=row.unexplained,
        statement=Statement(row.statement) if row.statement else None,
        stated_by=row.stated_by or "",
        waiting=row.waiting,
        note=row.note or "",
        notice_id=row.notice_id,
        has_file=row.file_id is not None,
        guardians=tuple(GuardianContact(*guardian) for guardian in row.guardians or []),
    )


_HEAD = text("""
    SELECT c.name,
           count(l.id) FILTER (WHERE l.starts_at <= :now OR l.roll_taken_at IS NOT NULL) AS begun,
           count(l.id) FILTER (WHERE l.roll_taken_at IS NOT NULL) AS taken
      FROM class_unit c
      LEFT JOIN load_class lc ON lc.class_id = c.id
      LEFT JOIN lesson l ON l.load_id = lc.load_id AND l.on_date = :day AND l.status = 'planned'
     WHERE c.id = :class GROUP BY c.id
""")

_ABSENT = text("""
    SELECT p.id, p.surname, p.given_name, p.patronymic, p.birth_date,
           m.first_no, coalesce(m.missed, 0) AS missed, m.reason, m.note, coalesce(m.unexplained, false) AS unexplained,
           k.statement, k.stated_by, coalesce(k.waiting, false) AS waiting,
           n.reason AS noticed, n.id AS notice_id, n.file_id, g.guardians
      FROM enrolment e
      JOIN pupil p ON p.id = e.pupil_id
      LEFT JOIN LATERAL (
           SELECT min(l.lesson_no) AS first_no, count(*) AS missed, bool_or(a.reason IS NULL) AS unexplained,
                  max(a.note) AS note, (array_agg(a.reason ORDER BY l.starts_at DESC))[1] AS reason
             FROM attendance a JOIN lesson l ON l.id = a.lesson_id
            WHERE a.pupil_id = p.id AND l.on_date = :day AND a.status = 'absent' HAVING count(*) > 0) m ON true
      LEFT JOIN LATERAL (
           SELECT c.statement, trim(w.given_name || ' ' || w.patronymic) AS stated_by,
                  c.statement IS NULL AND EXISTS (
                      SELECT 1 FROM outbox o WHERE o.kind = 'absence' AND o.subject_id = c.id AND o.status = 'sent'
                  ) AS waiting
             FROM absence_case c LEFT JOIN guardian w ON w.id = c.stated_by
            WHERE c.pupil_id = p.id AND c.on_date = :day AND c.closed_at IS NULL ORDER BY c.id DESC LIMIT 1) k ON true
      LEFT JOIN LATERAL (
           SELECT n.id, n.reason, n.file_id FROM absence_notice n
            WHERE n.pupil_id = p.id AND n.withdrawn_at IS NULL AND n.starts <= :day
              AND (n.ends IS NULL OR n.ends >= :day) ORDER BY n.id DESC LIMIT 1) n ON true
      LEFT JOIN LATERAL (
           SELECT json_agg(json_build_array(
                    trim(w.surname || ' ' || w.given_name || ' ' || w.patronymic), s.kinship, w.phone,
                    EXISTS (SELECT 1 FROM link k JOIN account a ON a.id = k.account_id AND a.unreachable_at IS NULL
                             WHERE k.guardian_id = w.id AND k.revoked_at IS NULL)
                    AND coalesce((SELECT c.answer = 'given' FROM consent c WHERE c.guardian_id = w.id
                                   ORDER BY c.id DESC LIMIT 1), false)) ORDER BY w.id) AS guardians
             FROM guardianship s JOIN guardian w ON w.id = s.guardian_id WHERE s.pupil_id = p.id) g ON true
     WHERE e.class_id = :class AND e.starts <= :day AND (e.ends IS NULL OR e.ends >= :day)
""")
