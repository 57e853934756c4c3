"""How marks stand, as lines of a message: what is new to its reader, and what that does to the average and why."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Row, text

from core.app import Work
from core.diary.marks import counted
from core.marks.told import Known, Line
from core.marks.weights import WEIGHT_OF_MARK, WORK_OF_MARK
from core.rules.averages import Weighed
from core.rules.calm import Said, SaidWork, news_of
from core.terms import MarkValue

# The marks asked for, also removed ones, and those that stand beside them in the subject and study period.
_MARKS = text(f"""
    WITH told AS (
        SELECT m.id, m.pupil_id, t.subject_id, p.id AS period_id, p.starts, p.ends
          FROM mark m JOIN lesson l ON l.id = m.lesson_id JOIN teaching_load t ON t.id = l.load_id
          LEFT JOIN LATERAL (
                SELECT p.id, p.starts, p.ends
                  FROM enrolment e JOIN class_unit c ON c.id = e.class_id
                  JOIN study_period p ON p.year_id = c.year_id AND p.kind <> 'year'
                   AND c.grade_level BETWEEN p.grade_from AND p.grade_to
                 WHERE e.pupil_id = m.pupil_id AND e.starts <= l.on_date AND coalesce(e.ends, 'infinity') >= l.on_date
                   AND l.on_date BETWEEN p.starts AND p.ends
                 ORDER BY p.starts DESC, p.id LIMIT 1) p ON true
         WHERE m.id = ANY(:marks)
    ),
    spans AS (SELECT DISTINCT pupil_id, subject_id, period_id, starts, ends FROM told)
    SELECT m.id, m.pupil_id, m.lesson_id, m.kind_id, m.value, m.comment, m.given_at, m.removed_at, k.name AS kind,
           {WEIGHT_OF_MARK} AS weight, l.on_date, s.id AS subject_id, s.name AS subject,
           spans.period_id, spans.ends, n.pupil_due, n.family_due
      FROM spans
      JOIN mark m ON m.pupil_id = spans.pupil_id
      JOIN lesson l ON l.id = m.lesson_id
      JOIN teaching_load t ON t.id = l.load_id AND t.subject_id = spans.subject_id
      JOIN subject s ON s.id = spans.subject_id
      {WORK_OF_MARK}
      LEFT JOIN mark_news n ON n.mark_id = m.id
     WHERE (m.removed_at IS NULL AND l.on_date BETWEEN spans.starts AND spans.ends)
        OR m.id IN (SELECT told.id FROM told WHERE told.period_id IS NOT DISTINCT FROM spans.period_id)
     ORDER BY s.name, l.on_date, l.lesson_no, m.given_at, m.id
""")


SETTLED = "settled"


@dataclass(frozen=True)
class MarkRow:
    """A mark as it stands; `now` None: it was removed. `span`: the pupil, the subject and the study period."""

    id: int
    span: tuple[int, int, int | None]
    work: tuple[int, int]
    now: Said | None
    kind: SaidWork
    day: date
    subject: str
    ends: date | None
    given_at: datetime
    pupil_due: datetime | None
    family_due: datetime | None

    @property
    def pupil_id(self) -> int:
        return self.span[0]

    def held(self, now: datetime, *, own: bool) -> bool:
        """Whether the reader (`own`: the pupil) is not to hear of it yet."""
        due = self.pupil_due if own else self.family_due
        return due is not None and due > now


@dataclass(frozen=True)
class Journal:
    """The marks to tell of and their neighbours, in the order in which they are told."""

    marks: Mapping[int, MarkRow]

    def of(self, pupil_id: int, mark_ids: Collection[int]) -> list[MarkRow]:
        """Some marks of a pupil."""
        return [mark for mark in self.marks.values() if mark.pupil_id == pupil_id and mark.id in mark_ids]


async def read_journal(work: Work, mark_ids: Iterable[int]) -> Journal:
    """Marks by id, with all that count beside them, in one statement."""
    rows = await work.session.execute(_MARKS, {"marks": list(mark_ids)})
    return Journal({row.id: _mark(row) for row in rows})


def lines_for(
    work: Work,
    journal: Journal,
    marks: Sequence[MarkRow],
    known: Known,
    *,
    own: bool,
    wanted: Callable[[Line], bool] = lambda _: True,
) -> list[Line]:
    """What these marks are news of to a reader (`own`: the pupil), with the averages; empty when there is none.

    A line: `mark`, `what` (rules/calm.news_of; also `came`: in place of a dot, and `settled`: that dot itself, to be
    known and not said), `value` (None: removed), `before` (what was told and is no more), subject, period, kind,
    weight, `work` (told.py), `formerly` (name and weight of the work told, when it is another), comment, day, and at
    the last line of a subject `average`: [before, after].
    """
    news = _in_place_of_dots([line for mark in marks if (line := _line(mark, known.get(mark.id)))], journal)
    lines = [line for line in news if line["what"] == SETTLED or wanted(line)]
    _explain(work, journal, lines, own=own)
    return lines if any(line["what"] != SETTLED for line in lines) else []


def _line(mark: MarkRow, told: Said | None) -> Line | None:
    what = news_of(told, mark.now)
    if not what:
        return None
    return {
        "mark": mark.id,
        "what": what,
        "value": mark.now.value if mark.now else None,
        "before": told.value if told and what in {"changed", "removed"} else None,
        "comment": (mark.now.comment or "") if mark.now else "",
        "subject_id": mark.span[1],
        "subject": mark.subject,
        "period": mark.span[2],
        "kind": mark.kind.name,
        "weight": str(mark.kind.weight),
        "work": [mark.kind.kind_id, mark.kind.name, str(mark.kind.weight)],
        "formerly": [told.work.name, str(told.work.weight)] if told and told.work and told.work != mark.kind else None,
        "day": mark.day.isoformat(),
        "average": None,
    }


def _in_place_of_dots(lines: list[Line], journal: Journal) -> list[Line]:
    """Work that was owed and has come is one event: the dot goes, and the mark says what it was before."""
    gone = {journal.marks[x["mark"]].work: x for x in lines if x["what"] == "removed" and x["before"] == MarkValue.DOT}
    for line in lines:
        dot = gone.get(journal.marks[line["mark"]].work)
        if dot is not None and line["what"] == "new":
            line.update(what="came", before=MarkValue.DOT)
            dot["what"] = SETTLED
    return lines


def _explain(work: Work, journal: Journal, lines: list[Line], *, own: bool) -> None:
    """Put the averages before and after to the last line of each subject."""
    last: dict[tuple[int, int, int | None], list[Line]] = defaultdict(list)
    for line in lines:
        last[journal.marks[line["mark"]].span].append(line)
    for span, news in last.items():
        shown = [line for line in news if line["what"] != SETTLED]
        ends = journal.marks[news[0]["mark"]].ends
        if shown and ends is not None:
            shown[-1]["average"] = _averages(work, journal, span, news, ends, own=own)


def _averages(
    work: Work, journal: Journal, span: tuple[int, int, int | None], news: list[Line], ends: date, *, own: bool
) -> list[str | None] | None:
    """[before, after] as `4.20`, before None when nothing counted; None when the news did not move it."""
    after: list[Weighed] = []
    before: list[Weighed] = []
    changed = {line["mark"]: line for line in news}
    for mark in journal.marks.values():
        line = changed.get(mark.id)
        if mark.span != span or (line is None and mark.held(work.now, own=own)):
            continue
        if mark.now:
            after.append((mark.now.value, mark.kind.weight))
        same = line is None or line["what"] in {"comment", "rekinded"}
        known = mark.now.value if mark.now and same else _formerly(line)
        if known:
            before.append((known, _former_weight(mark, line)))
    was, now = counted(work, before, ends), counted(work, after, ends)
    return [str(was) if was is not None else None, str(now)] if now is not None and was != now else None


def _formerly(line: Line | None) -> MarkValue | None:
    """What the reader knew of a mark before this line; of one in a dot's place the dot's own line says it."""
    if line is None or line["before"] is None or line["what"] == "came":
        return None
    return MarkValue(line["before"])


def _former_weight(mark: MarkRow, line: Line | None) -> Decimal:
    return Decimal(line["formerly"][1]) if line and line["formerly"] else mark.kind.weight


def _mark(row: Row[Any]) -> MarkRow:
    kind = SaidWork(row.kind_id, row.kind, row.weight)
    return MarkRow(
        id=row.id,
        span=(row.pupil_id, row.subject_id, row.period_id),
        work=(row.lesson_id, row.kind_id),
        now=None if row.removed_at else Said(MarkValue(row.value), row.comment, kind),
        kind=kind,
        day=row.on_date,
        subject=row.subject,
        ends=row.ends,
        given_at=row.given_at,
        pupil_due=row.pupil_due,
        family_due=row.family_due,
    )
