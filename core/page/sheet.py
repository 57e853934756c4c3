"""The page of a lesson as it stands: one statement, whatever stands on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.errors import JournalError
from core.rights import CHANGES_TIMETABLE
from core.rules.entry import Answer
from core.rules.filling import PageFilling, missing
from core.rules.load_guard import ControlLoad
from core.rules.names import initials_of, list_name
from core.terms import LessonKind, RemarkSubject, RemarkTone
from core.timetable.lesson_sql import LESSON_COLUMNS, LESSON_PUPILS, LESSON_TABLES
from core.timetable.lessons import LessonFacts, lesson_facts, reaches


@dataclass(frozen=True)
class DeliveredLine:
    """A line of the course plan delivered at the lesson, `hours` of it."""

    number: int
    topic: str
    hours: Decimal


@dataclass(frozen=True)
class HomeworkLine:
    """A homework given at the lesson. `personal`: for chosen pupils."""

    body: str
    due_on: date
    files: int
    personal: bool


@dataclass(frozen=True)
class RemarkLine:
    """A remark that stands; no `pupil_id`: to the class."""

    id: int
    pupil_id: int | None
    pupil: str
    about: RemarkSubject
    tone: RemarkTone
    body: str
    given_by: str
    rev: int


@dataclass(frozen=True)
class CarriedEntry:
    """An entry made after its window: whose it is, who let it in, why. `does`: what it did (requests/registry.py)."""

    does: str
    by: str
    approved_by: str
    reason: str
    at: datetime


@dataclass(frozen=True)
class LessonPage:
    """A lesson and what is entered on its page. `rev` grows with topic, kind, tasks and ICT.

    `not_in_russian`: these are in another language than the school wants; `foreign_words`: homework or remarks are.
    `kind` None: not chosen; `ict` None: nothing said, empty: none used, an IctTool's value or a text. `before` and
    `after` are the neighbour lessons of the same journal page. `mine`: the reader gives the lesson or owns the page;
    `may_change`: may substitute, cancel or move it.
    `answer` is the rules' word on the topic for the reader, `homework_answer` on homework (where they were asked),
    `refusal` why the reader may only look, or ask.
    `works` are the works announced for or held at the lesson, by name.
    `reached`: the classes (id and name) whose pupils the reader's right to the page is about.
    `now` is the school's wall clock. `missing` names the parts still to be entered (rules/filling.py). `note`: what
    the last tap met (`already`, `changed`).
    """

    lesson: LessonFacts
    topic: str
    kind: LessonKind | None
    tasks: str
    ict: str | None
    no_homework: bool
    not_in_russian: bool
    foreign_words: bool
    rev: int
    delivered: tuple[DeliveredLine, ...]
    homework: tuple[HomeworkLine, ...]
    pupils: int
    absent: int
    late: int
    marks: int
    remarks: tuple[RemarkLine, ...]
    carried: tuple[CarriedEntry, ...]
    teacher: str
    owner: str
    before: int | None
    after: int | None
    now: datetime
    requires: frozenset[str] = frozenset()
    homework_in_grade_1: bool = False
    mine: bool = True
    may_change: bool = False
    answer: Answer | None = None
    homework_answer: Answer | None = None
    refusal: JournalError | None = None
    note: str = ""
    works: tuple[str, ...] = ()
    load: ControlLoad | None = None
    reached: tuple[tuple[int, str], ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The parts still to be entered, in the page's order; none of a cancelled lesson."""
        if self.lesson.cancelled:
            return ()
        page = PageFilling(
            grade=self.lesson.grade,
            roll_taken=self.lesson.roll_taken,
            topic=self.topic,
            kind=self.kind,
            tasks=self.tasks,
            ict=self.ict,
            homework=bool(self.homework) or self.no_homework,
        )
        return missing(page, self.requires, homework_in_grade_1=self.homework_in_grade_1)

    def remark(self, remark_id: int) -> RemarkLine | None:
        """A remark of this page that stands."""
        return next((remark for remark in self.remarks if remark.id == remark_id), None)


_PAGE = f"""
WITH target AS (
    SELECT {LESSON_COLUMNS}, l.topic, l.kind, l.tasks, l.ict, l.no_homework, l.not_in_russian, l.page_rev
      FROM {LESSON_TABLES} WHERE l.id = :lesson {{lock}}
)
SELECT target.*,
       (SELECT count(*) FROM ({
    LESSON_PUPILS.format(load="target.load_id", day="target.on_date", group="target.group_name")
}) m) AS pupils,
       (SELECT count(*) FROM attendance a WHERE a.lesson_id = :lesson AND a.status = 'absent') AS absent,
       (SELECT count(*) FROM attendance a WHERE a.lesson_id = :lesson AND a.status = 'late') AS late,
       EXISTS (SELECT 1 FROM homework h WHERE h.lesson_id = :lesson AND h.withdrawn_at IS NULL AND h.not_in_russian)
           OR EXISTS (SELECT 1 FROM remark r
                       WHERE r.lesson_id = :lesson AND r.withdrawn_at IS NULL AND r.not_in_russian)
           AS foreign_words,
       (SELECT count(*) FROM mark k WHERE k.lesson_id = :lesson AND k.removed_at IS NULL) AS marks,
       (SELECT json_agg(w.name ORDER BY x.announced_at, w.id)
          FROM lesson_work x JOIN work_kind w ON w.id = x.kind_id WHERE x.lesson_id = :lesson) AS works,
       (SELECT json_agg(json_build_array(n.number, n.topic, d.hours::text) ORDER BY n.number)
          FROM plan_delivery d JOIN plan_line n ON n.id = d.line_id WHERE d.lesson_id = :lesson) AS delivered,
       (SELECT json_agg(json_build_array(h.body, h.due_on,
               (SELECT count(*) FROM homework_file f WHERE f.homework_id = h.id),
               EXISTS (SELECT 1 FROM homework_pupil p WHERE p.homework_id = h.id)) ORDER BY h.id)
          FROM homework h WHERE h.lesson_id = :lesson AND h.withdrawn_at IS NULL) AS homework,
       (SELECT json_agg(json_build_array(r.id, r.pupil_id, p.surname, p.given_name, r.about, r.tone, r.body,
               w.surname, w.given_name, w.patronymic, r.rev) ORDER BY r.id)
          FROM remark r JOIN staff w ON w.id = r.given_by LEFT JOIN pupil p ON p.id = r.pupil_id
         WHERE r.lesson_id = :lesson AND r.withdrawn_at IS NULL) AS remarks,
       (SELECT json_agg(json_build_array(q.rule ->> 'does', by.surname, by.given_name, by.patronymic,
               let.surname, let.given_name, let.patronymic, q.reason, q.decided_at) ORDER BY q.decided_at, q.id)
          FROM entry_request q JOIN staff by ON by.id = q.made_by JOIN staff let ON let.id = q.decided_by
         WHERE q.lesson_id = :lesson AND q.answer = 'approved') AS carried,
       (SELECT json_build_array(w.surname, w.given_name, w.patronymic) FROM staff w
         WHERE w.id = target.teacher_id) AS teacher,
       (SELECT json_build_array(w.surname, w.given_name, w.patronymic) FROM staff w
         WHERE w.id = target.owner_id) AS owner,
       (SELECT o.id FROM lesson o WHERE o.load_id = target.load_id AND o.status = 'planned'
           AND (o.starts_at, o.id) < (target.starts_at, target.lesson_id)
         ORDER BY o.starts_at DESC, o.id DESC LIMIT 1) AS before,
       (SELECT o.id FROM lesson o WHERE o.load_id = target.load_id AND o.status = 'planned'
           AND (o.starts_at, o.id) > (target.starts_at, target.lesson_id)
         ORDER BY o.starts_at, o.id LIMIT 1) AS after
  FROM target
"""
_READ = text(_PAGE.format(lock=""))
_READ_LOCKED = text(_PAGE.format(lock="FOR NO KEY UPDATE OF l"))


async def read_page(work: Work, lesson_id: int, *, lock: bool = False) -> LessonPage | None:
    """The page of a lesson; with `lock`, nobody else writes on it until the commit. None: no such lesson."""
    row = (await work.session.execute(_READ_LOCKED if lock else _READ, {"lesson": lesson_id})).one_or_none()
    return None if row is None else _page(work, row)


def _page(work: Work, row: Row[Any]) -> LessonPage:
    lesson = lesson_facts(work, row)
    regulation = work.regulation(lesson.day)
    return LessonPage(
        lesson=lesson,
        topic=row.topic,
        kind=LessonKind(row.kind) if row.kind else None,
        tasks=row.tasks,
        ict=row.ict,
        no_homework=row.no_homework,
        not_in_russian=row.not_in_russian,
        foreign_words=row.foreign_words,
        rev=row.page_rev,
        delivered=tuple(DeliveredLine(number, topic, Decimal(hours)) for number, topic, hours in row.delivered or []),
        homework=tuple(_homework(line) for line in row.homework or []),
        pupils=row.pupils,
        absent=row.absent,
        late=row.late,
        marks=row.marks,
        works=tuple(row.works or ()),
        remarks=tuple(_remark(line) for line in row.remarks or []),
        carried=tuple(_carried(work, line) for line in row.carried or []),
        teacher=initials_of(*row.teacher),
        owner=initials_of(*row.owner),
        before=row.before,
        after=row.after,
        now=work.local_now,
        requires=frozenset(regulation.page_requires),
        homework_in_grade_1=regulation.homework_in_grade_1,
        mine=work.actor.staff_id in (lesson.teacher_id, lesson.owner_id),
        may_change=work.actor.holds(*CHANGES_TIMETABLE),
        reached=tuple(
            one for one in zip(lesson.class_ids, lesson.classes, strict=True) if reaches(work, lesson, one[0])
        ),
    )


def _homework(line: Sequence[Any]) -> HomeworkLine:
    body, due_on, files, personal = line
    return HomeworkLine(body, date.fromisoformat(due_on), files, personal)


def _remark(line: Sequence[Any]) -> RemarkLine:
    remark_id, pupil_id, surname, given_name, about, tone, body, *author, rev = line
    return RemarkLine(
        id=remark_id,
        pupil_id=pupil_id,
        pupil=list_name(surname, given_name) if pupil_id else "",
        about=RemarkSubject(about),
        tone=RemarkTone(tone),
        body=body,
        given_by=initials_of(*author),
        rev=rev,
    )


def _carried(work: Work, line: Sequence[Any]) -> CarriedEntry:
    does, *names, reason, at = line
    moment = work.local(datetime.fromisoformat(at))
    return CarriedEntry(does, initials_of(*names[:3]), initials_of(*names[3:]), reason, moment)
