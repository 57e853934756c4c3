"""The roll of a lesson as it stands: who is where, and what was known beforehand."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.errors import JournalError
from core.rules.names import sort_key, told_apart
from core.terms import AbsenceReason, Presence
from core.timetable.lesson_sql import LESSON_COLUMNS, LESSON_PUPILS, LESSON_TABLES
from core.timetable.lessons import LessonFacts, lesson_facts, reaches, reaches_all


@dataclass(frozen=True)
class Neighbour:
    """The pupil at the nearest other lesson of the day whose roll says anything."""

    presence: Presence
    reason: AbsenceReason | None
    case_id: int | None


@dataclass(frozen=True)
class Wanted:
    """How somebody asks a pupil to stand, after the window."""

    presence: Presence
    minutes: int | None = None


@dataclass(frozen=True)
class RollLine:
    """One pupil of the sheet.

    `presence` and `rev` are what is written (no row: present, rev 0). `expected` is what is shown while
    nothing is written: absent when a notice, an open illness or the previous lesson says so, with `reason`
    where one is known. `case_id` is the absence this line belongs to. `illness_open`: the notice behind the
    expectation has no last day yet, or is an answer about an absence, and ends when the pupil comes. `wanted`: what
    the reader tapped after the window and still has to ask for.
    """

    pupil_id: int
    class_id: int
    name: str
    presence: Presence
    rev: int
    minutes: int | None
    reason: AbsenceReason | None
    note: str
    case_id: int | None
    expected: Presence
    known: AbsenceReason | None
    before: Neighbour | None
    after: Neighbour | None
    statement: str | None = None
    illness_open: bool = False
    wanted: Wanted | None = None

    @property
    def stands(self) -> Presence:
        """What is written, else what is expected."""
        return self.presence if self.rev else self.expected

    @property
    def shown(self) -> Presence:
        """What the screen shows: what is wanted of the pupil, else how it stands."""
        return self.wanted.presence if self.wanted else self.stands

    @property
    def shown_minutes(self) -> int | None:
        """How late the pupil came, wanted or written."""
        return self.wanted.minutes if self.wanted else self.minutes

    @property
    def shown_reason(self) -> AbsenceReason | None:
        """The reason beside an absent pupil, written or known beforehand."""
        return self.reason if self.rev else self.known


@dataclass(frozen=True)
class RollSheet:
    """A lesson and its lines in class-list order. `note` tells what the last tap met (see attendance.py).

    `mine`: the reader gives the lesson or owns the page. `whole`: these are all its pupils, so that the reader may
    say «Готово». `refusal`: why the reader may only look; `request`: what is kept of the taps made all the same.
    """

    lesson: LessonFacts
    lines: tuple[RollLine, ...]
    note: str = ""
    mine: bool = True
    whole: bool = True
    refusal: JournalError | None = None
    request: int | None = None

    @property
    def absent(self) -> list[RollLine]:
        return [line for line in self.lines if line.shown is Presence.ABSENT]

    @property
    def late(self) -> list[RollLine]:
        return [line for line in self.lines if line.shown is Presence.LATE]

    @property
    def wanted(self) -> int:
        """Of how many pupils the reader still has to ask for what was tapped."""
        return sum(line.wanted is not None for line in self.lines)

    def standing(self, presence: Presence) -> int:
        """How many pupils stand so, whatever is wanted of them."""
        return sum(line.stands is presence for line in self.lines)

    @property
    def touched(self) -> bool:
        """Whether somebody already marked a pupil by hand."""
        return any(line.rev for line in self.lines)

    @property
    def fingerprint(self) -> str:
        """A short text that changes with anything «Готово» would write; a screen carries it."""
        state = [(line.pupil_id, line.shown.value, line.rev, line.known) for line in self.lines]
        return f"{zlib.crc32(repr((self.lesson.roll_rev, state)).encode()):x}"

    def line(self, pupil_id: int) -> RollLine | None:
        """The line of a pupil; None when the pupil is not of this lesson."""
        return next((line for line in self.lines if line.pupil_id == pupil_id), None)

    def with_line(self, new: RollLine) -> "RollSheet":
        """The sheet after a line changed."""
        return replace(self, lines=tuple(new if line.pupil_id == new.pupil_id else line for line in self.lines))


_SHEET = f"""
WITH target AS (SELECT {LESSON_COLUMNS} FROM {LESSON_TABLES} WHERE l.id = :lesson {{lock}}),
members AS (SELECT m.* FROM target, LATERAL ({
    LESSON_PUPILS.format(load="target.load_id", day="target.on_date", group="target.group_name")
}) m),
day AS MATERIALIZED (
    SELECT o.id, o.starts_at, o.load_id, o.roll_taken_at, ot.group_name
      FROM target, lesson o JOIN teaching_load ot ON ot.id = o.load_id
     WHERE o.on_date = target.on_date AND o.id <> target.lesson_id AND o.status = 'planned'
       AND o.load_id IN (SELECT lc.load_id FROM load_class lc WHERE lc.class_id IN (SELECT class_id FROM members))
),
said AS (
    SELECT m.pupil_id, d.starts_at, coalesce(a.status, 'present') AS status, a.reason, a.case_id
      FROM members m
      JOIN day d ON EXISTS (SELECT 1 FROM load_class lc WHERE lc.load_id = d.load_id AND lc.class_id = m.class_id)
      LEFT JOIN attendance a ON a.lesson_id = d.id AND a.pupil_id = m.pupil_id
     WHERE (d.roll_taken_at IS NOT NULL OR a.lesson_id IS NOT NULL)
       AND (d.group_name = '' OR EXISTS (
            SELECT 1 FROM group_member g, target
             WHERE g.load_id = d.load_id AND g.pupil_id = m.pupil_id AND g.starts <= target.on_date
               AND (g.ends IS NULL OR g.ends >= target.on_date)))
)
SELECT target.*, p.id AS pupil_id, m.class_id, p.surname, p.given_name, p.patronymic, p.birth_date,
       a.status AS presence, coalesce(a.rev, 0) AS rev, a.minutes, a.reason, a.note, a.case_id, k.statement,
       n.reason AS noticed, coalesce(n.open, false) AS illness_open, before.said AS before, after.said AS after
  FROM target
  LEFT JOIN members m ON true
  LEFT JOIN pupil p ON p.id = m.pupil_id
  LEFT JOIN attendance a ON a.lesson_id = target.lesson_id AND a.pupil_id = p.id
  LEFT JOIN absence_case k ON k.id = a.case_id
  LEFT JOIN LATERAL (
       SELECT n.reason, n.ends IS NULL OR n.case_id IS NOT NULL AS open FROM absence_notice n
        WHERE n.pupil_id = p.id AND n.withdrawn_at IS NULL AND n.starts <= target.on_date
          AND (n.ends IS NULL OR n.ends >= target.on_date)
        ORDER BY n.id DESC LIMIT 1) n ON true
  LEFT JOIN LATERAL (
       SELECT json_build_array(status, reason, case_id) AS said FROM said
        WHERE said.pupil_id = p.id AND said.starts_at < target.starts_at
        ORDER BY said.starts_at DESC LIMIT 1) before ON true
  LEFT JOIN LATERAL (
       SELECT json_build_array(status, reason, case_id) AS said FROM said
        WHERE said.pupil_id = p.id AND said.starts_at > target.starts_at
        ORDER BY said.starts_at LIMIT 1) after ON true
"""
_READ = text(_SHEET.format(lock=""))
_READ_LOCKED = text(_SHEET.format(lock="FOR SHARE OF l"))
_HOLD = text("SELECT 1 FROM lesson WHERE id = :lesson FOR NO KEY UPDATE")


async def read_sheet(work: Work, lesson_id: int, *, lock: bool = False) -> RollSheet | None:
    """The sheet of a lesson in one statement, with the pupils that the actor's right is about; with `lock`, the lesson
    cannot be closed or moved meanwhile.
    """
    result = await work.session.execute(_READ_LOCKED if lock else _READ, {"lesson": lesson_id})
    rows = result.all()
    if not rows:
        return None
    named = [row for row in rows if row.pupil_id is not None]
    lesson = lesson_facts(work, rows[0])
    lines = [_line(row, name) for row, name in zip(named, told_apart(named), strict=True)]
    mine = [line for line in lines if reaches(work, lesson, line.class_id)]
    return RollSheet(lesson, tuple(sorted(mine, key=lambda line: sort_key(line.name))), whole=reaches_all(work, lesson))


async def hold_lesson(work: Work, lesson_id: int) -> None:
    """Let nobody else write on the page until the commit, and wait for who is writing: what follows is about
    the whole list. Two that shared the lesson first and changed it then would wait for each other for ever.
    """
    await work.session.execute(_HOLD, {"lesson": lesson_id})


def _line(row: Row[Any], name: str) -> RollLine:
    before, after = _neighbour(row.before), _neighbour(row.after)
    noticed = AbsenceReason(row.noticed) if row.noticed else None
    went_on = before if before is not None and before.presence is Presence.ABSENT else None
    # A reason without a case came from a notice: one that stands no more explains nothing.
    known = noticed or (went_on.reason if went_on and went_on.case_id else None)
    return RollLine(
        pupil_id=row.pupil_id,
        class_id=row.class_id,
        name=name,
        presence=Presence(row.presence) if row.presence else Presence.PRESENT,
        rev=row.rev,
        minutes=row.minutes,
        reason=AbsenceReason(row.reason) if row.reason else None,
        note=row.note or "",
        case_id=row.case_id,
        expected=Presence.ABSENT if noticed or went_on else Presence.PRESENT,
        known=known,
        before=before,
        after=after,
        statement=row.statement,
        illness_open=row.illness_open,
    )


def _neighbour(said: Sequence[Any] | None) -> Neighbour | None:
    if said is None:
        return None
    status, reason, case_id = said
    return Neighbour(Presence(status), AbsenceReason(reason) if reason else None, case_id)
