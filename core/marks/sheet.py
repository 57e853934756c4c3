"""The marks of a lesson as they stand: the list of pupils, the kinds of work, what was announced."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.errors import JournalError
from core.rules.entry import Answer
from core.rules.load_guard import ControlLoad
from core.rules.names import initials_of, sort_key, told_apart
from core.terms import MarkValue, Presence
from core.timetable.lesson_sql import LESSON_COLUMNS, LESSON_PUPILS, LESSON_TABLES
from core.timetable.lessons import LessonFacts, lesson_facts, reaches


@dataclass(frozen=True)
class WorkKindFacts:
    """A kind of work. `written` works have a term of their own; `control` ones count for the load guard."""

    id: int
    letter: str
    name: str
    weight: Decimal
    written: bool
    control: bool
    archived: bool


@dataclass(frozen=True)
class MarkFacts:
    """A mark that stands; `author` as Петрова А. И."""

    id: int
    kind_id: int
    value: MarkValue
    comment: str
    given_by: int
    author: str


@dataclass(frozen=True)
class MarkLine:
    """A pupil of the sheet. `rev` is the cell's revision (0: nothing was ever written), `marks` the oldest first."""

    pupil_id: int
    class_id: int
    name: str
    rev: int
    presence: Presence
    marks: tuple[MarkFacts, ...]

    def owed(self, kind_id: int) -> MarkFacts | None:
        """The dot that waits for a mark of this kind."""
        return next((m for m in self.marks if m.value is MarkValue.DOT and m.kind_id == kind_id), None)


@dataclass(frozen=True)
class MarkSheet:
    """A lesson's marks, in class-list order. `now` is the school's wall clock.

    `works` are the works announced for or held at the lesson: kind id -> weight of its own (None: the kind's).
    `by_pass`: the subject is graded зачёт / незачёт. `kind`: the kind of work chosen. `answer`: until when its marks
    may be given; `refusal`: why the reader may not give them now. `load`: what the guard says of a control work.
    `note` tells what the last tap met: `already`, `changed` (a colleague was first), `absent` (written, but the pupil
    was not at the lesson), `owed` (written in place of a dot).
    """

    lesson: LessonFacts
    lines: tuple[MarkLine, ...]
    kinds: tuple[WorkKindFacts, ...]
    works: dict[int, Decimal | None]
    by_pass: bool
    now: datetime
    kind: WorkKindFacts | None = None
    answer: Answer | None = None
    refusal: JournalError | None = None
    load: ControlLoad | None = None
    note: str = ""
    mine: bool = True

    def line(self, pupil_id: int) -> MarkLine | None:
        """The line of a pupil; None when the pupil is not of this lesson."""
        return next((line for line in self.lines if line.pupil_id == pupil_id), None)

    def mark(self, mark_id: int) -> tuple[MarkLine, MarkFacts] | None:
        """A mark that stands at this lesson, with its pupil's line."""
        return next(((line, m) for line in self.lines for m in line.marks if m.id == mark_id), None)

    def find_kind(self, kind_id: int | None) -> WorkKindFacts | None:
        """A kind by its id (archived ones too); the first in use when none is named."""
        if kind_id is None:
            return next((kind for kind in self.kinds if not kind.archived), None)
        return next((kind for kind in self.kinds if kind.id == kind_id), None)

    def weight(self, kind: WorkKindFacts) -> Decimal:
        """What marks of this kind weigh at this lesson."""
        own = self.works.get(kind.id)
        return kind.weight if own is None else own

    @property
    def count(self) -> int:
        """How many marks stand."""
        return sum(len(line.marks) for line in self.lines)

    def with_line(self, new: MarkLine) -> "MarkSheet":
        """The sheet after a line changed."""
        return replace(self, lines=tuple(new if line.pupil_id == new.pupil_id else line for line in self.lines))


# The kinds and works are the lesson's, not the pupil's: they travel with the first row only.
_SHEET = f"""
WITH target AS (SELECT {LESSON_COLUMNS} FROM {LESSON_TABLES} WHERE l.id = :lesson {{lock}}),
members AS (SELECT m.* FROM target, LATERAL ({
    LESSON_PUPILS.format(load="target.load_id", day="target.on_date", group="target.group_name")
}) m),
given AS (
    SELECT k.pupil_id, json_agg(json_build_array(k.id, k.kind_id, k.value, k.comment, k.given_by, g.surname,
                                                 g.given_name, g.patronymic) ORDER BY k.given_at, k.id) AS marks
      FROM mark k JOIN staff g ON g.id = k.given_by
     WHERE k.lesson_id = :lesson AND k.removed_at IS NULL
     GROUP BY k.pupil_id
)
SELECT target.*, p.id AS pupil_id, m.class_id, p.surname, p.given_name, p.patronymic, p.birth_date,
       a.status AS presence, coalesce(c.rev, 0) AS rev, given.marks,
       EXISTS (SELECT 1 FROM marked_subject s WHERE s.subject_id = target.subject_id
                  AND target.grade BETWEEN s.grade_from AND s.grade_to) AS by_pass,
       CASE WHEN row_number() OVER () = 1 THEN
            (SELECT json_agg(json_build_array(w.id, w.letter, w.name, w.weight::text, w.written, w.control,
                                              w.archived_at IS NOT NULL) ORDER BY w.position, w.id)
               FROM work_kind w) END AS kinds,
       CASE WHEN row_number() OVER () = 1 THEN
            (SELECT json_agg(json_build_array(w.kind_id, w.weight::text) ORDER BY w.announced_at, w.kind_id)
               FROM lesson_work w WHERE w.lesson_id = :lesson) END AS works
  FROM target
  LEFT JOIN members m ON true
  LEFT JOIN pupil p ON p.id = m.pupil_id
  LEFT JOIN attendance a ON a.lesson_id = :lesson AND a.pupil_id = p.id
  LEFT JOIN mark_cell c ON c.lesson_id = :lesson AND c.pupil_id = p.id
  LEFT JOIN given ON given.pupil_id = p.id
"""
_READ = text(_SHEET.format(lock=""))
_READ_LOCKED = text(_SHEET.format(lock="FOR SHARE OF l"))


async def read_sheet(work: Work, lesson_id: int, *, lock: bool = False) -> MarkSheet | None:
    """The sheet of a lesson in one statement, with the pupils that the actor's right is about; with `lock`, the lesson
    cannot be cancelled or moved meanwhile.
    """
    rows = (await work.session.execute(_READ_LOCKED if lock else _READ, {"lesson": lesson_id})).all()
    if not rows:
        return None
    first = next((row for row in rows if row.kinds or row.works), rows[0])
    named = [row for row in rows if row.pupil_id is not None]
    lines = [_line(row, name) for row, name in zip(named, told_apart(named), strict=True)]
    lesson = lesson_facts(work, rows[0])
    mine = [line for line in lines if reaches(work, lesson, line.class_id)]
    return MarkSheet(
        lesson=lesson,
        lines=tuple(sorted(mine, key=lambda line: sort_key(line.name))),
        kinds=tuple(_kind(fields) for fields in first.kinds or ()),
        works={kind_id: Decimal(weight) if weight else None for kind_id, weight in first.works or ()},
        by_pass=first.by_pass,
        now=work.local_now,
        mine=work.actor.staff_id in (lesson.teacher_id, lesson.owner_id),
    )


def _kind(fields: Sequence[Any]) -> WorkKindFacts:
    kind_id, letter, name, weight, written, control, archived = fields
    return WorkKindFacts(kind_id, letter, name, Decimal(weight), written, control, archived)


def _line(row: Row[Any], name: str) -> MarkLine:
    return MarkLine(
        pupil_id=row.pupil_id,
        class_id=row.class_id,
        name=name,
        rev=row.rev,
        presence=Presence(row.presence) if row.presence else Presence.PRESENT,
        marks=tuple(_mark(fields) for fields in row.marks or ()),
    )


def _mark(fields: Sequence[Any]) -> MarkFacts:
    mark_id, kind_id, value, comment, given_by, *name = fields
    return MarkFacts(mark_id, kind_id, MarkValue(value), comment, given_by, initials_of(*name))
