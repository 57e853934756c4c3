"""Who could give a lesson instead: free at that hour first, then who teaches the subject or the class."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz
from sqlalchemy import Row, text

from core.app import Work
from core.errors.timetable import SubstituteGone
from core.rules.names import initials_of, sort_key
from core.substitution.clashes import ENDS, OVERLAPS, STARTS
from core.substitution.lesson import OneOff

SIMILAR = 75


@dataclass(frozen=True)
class Candidate:
    """A teacher for a lesson. `busy`: the class taught at that hour (empty: free); `away`: replaced that day too."""

    staff_id: int
    name: str
    busy: str
    away: bool
    leads: bool
    same_subject: bool
    same_class: bool
    at_school: bool

    @property
    def free(self) -> bool:
        return not self.busy and not self.away


# A lesson of one's own given to another that day says that this teacher is away too.
_CANDIDATES = f"""
    SELECT s.id AS staff_id, s.surname, s.given_name, s.patronymic,
           (SELECT string_agg(DISTINCT c.name, '+') FROM lesson b
              JOIN load_class lc ON lc.load_id = b.load_id JOIN class_unit c ON c.id = lc.class_id
             WHERE b.teacher_id = s.id AND b.on_date = :day AND b.id <> :lesson
               AND {OVERLAPS.format(other="b", starts=STARTS, ends=ENDS)}) AS busy,
           EXISTS (SELECT FROM lesson r WHERE r.on_date = :day AND r.substituted_for_id = s.id
                      AND r.teacher_id <> s.id) AS away,
           EXISTS (SELECT FROM class_unit c WHERE c.class_leader_id = s.id AND c.id = ANY(CAST(:classes AS integer[])))
             AS leads,
           EXISTS (SELECT FROM teaching_load t WHERE t.teacher_id = s.id AND t.subject_id = :subject
                      AND t.year_id = :year) AS same_subject,
           EXISTS (SELECT FROM teaching_load t JOIN load_class lc ON lc.load_id = t.id
                    WHERE t.teacher_id = s.id AND lc.class_id = ANY(CAST(:classes AS integer[]))) AS same_class,
           EXISTS (SELECT FROM lesson a WHERE a.teacher_id = s.id AND a.on_date = :day AND a.status = 'planned')
             AS at_school
      FROM staff s
     WHERE (s.dismissed IS NULL OR s.dismissed >= :day) AND (s.hired IS NULL OR s.hired <= :day)
       AND s.id <> ALL(CAST(:besides AS integer[]))
       AND (EXISTS (SELECT FROM staff_role r WHERE r.staff_id = s.id
                       AND r.role IN ('teacher', 'deputy_head', 'director'))
            OR EXISTS (SELECT FROM teaching_load t WHERE t.teacher_id = s.id AND t.year_id = :year)
            OR EXISTS (SELECT FROM class_unit c WHERE c.class_leader_id = s.id AND c.year_id = :year))
"""
_EVERYBODY, _ONE = text(_CANDIDATES), text(f"{_CANDIDATES} AND s.id = :staff")


async def candidates(work: Work, one: OneOff) -> list[Candidate]:
    """Everybody who may be asked, best first; where the regulation lets the class leader fill in, that one leads.

    Neither who gives the lesson now nor the page's own teacher.
    """
    besides = [one.lesson.teacher_id, one.lesson.owner_id]
    rows = (await work.session.execute(_EVERYBODY, _facts(work, one) | {"besides": besides})).all()
    leader_first = work.regulation(one.lesson.day).substitute == "class_leader"
    return sorted((_candidate(row) for row in rows), key=lambda c: _rank(c, leader_first=leader_first))


async def candidate(work: Work, one: OneOff, staff_id: int) -> Candidate:
    """One of them. Raises SubstituteGone when this person does not work here on that day."""
    facts = _facts(work, one) | {"besides": [], "staff": staff_id}
    row = (await work.session.execute(_ONE, facts)).one_or_none()
    if row is None:
        raise SubstituteGone
    return _candidate(row)


def named_like(people: Sequence[Candidate], words: str) -> list[Candidate]:
    """Those whose names hold the words, or whose surnames sound like them, best first."""
    wanted = sort_key(" ".join(words.split()))[0][:64]
    scored = [(likeness(wanted, person.name), person) for person in people]
    return [p for score, p in sorted(scored, key=lambda pair: -pair[0]) if score >= SIMILAR]


def likeness(wanted: str, name: str) -> float:
    """100 for a name that begins with the text, 99 for one that holds it; else how near its surname is, of 98."""
    folded = sort_key(name)[0]
    if wanted and wanted in folded:
        return 100 if folded.startswith(wanted) else 99
    return fuzz.ratio(wanted, folded.partition(" ")[0]) * 0.98


def _facts(work: Work, one: OneOff) -> dict[str, Any]:
    lesson = one.lesson
    return {
        "lesson": lesson.id,
        "day": lesson.day,
        "starts": lesson.starts_at,
        "ends": lesson.ends_at,
        "classes": list(lesson.class_ids),
        "subject": lesson.subject_id,
        "year": work.school.year_id,
    }


def _candidate(row: Row[Any]) -> Candidate:
    return Candidate(
        staff_id=row.staff_id,
        name=initials_of(row.surname, row.given_name, row.patronymic),
        busy=row.busy or "",
        away=row.away,
        leads=row.leads,
        same_subject=row.same_subject,
        same_class=row.same_class,
        at_school=row.at_school,
    )


def _rank(c: Candidate, *, leader_first: bool) -> tuple[Any, ...]:
    of_class = c.same_class or c.leads
    known = 0 if c.same_subject and of_class else 1 if c.same_subject else 2 if of_class else 3
    return (not (leader_first and c.leads and c.free), c.away, bool(c.busy), known, not c.at_school, sort_key(c.name))
