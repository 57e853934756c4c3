"""How subjects are graded, and what work still owed counts for: settings of the school (field.md 2.1, 2.6)."""

from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import delete, select, update

from core.app import Work
from core.audit import record
from core.errors import ButtonOutdated, NothingThere
from core.rights import SETTLES_GRADING
from core.rules.names import sort_key
from storage.models import ClassUnit, MarkedSubject, School, Subject

ALL_GRADES = range(1, 13)


@dataclass(frozen=True)
class SubjectGrading:
    """A subject and the grades in which it is graded зачёт / незачёт."""

    subject_id: int
    name: str
    by_pass: frozenset[int]


@dataclass(frozen=True)
class Grading:
    """Every subject by name, and the grades that the school has."""

    subjects: tuple[SubjectGrading, ...]
    grades: tuple[int, ...]

    def subject(self, subject_id: int) -> SubjectGrading:
        """Raises NothingThere."""
        found = next((s for s in self.subjects if s.subject_id == subject_id), None)
        if found is None:
            raise NothingThere
        return found


async def grading(work: Work) -> Grading:
    """Raises NotConnected, AccessDenied."""
    work.actor.require_role(*SETTLES_GRADING)
    by_pass: dict[int, set[int]] = {}
    for row in await work.session.scalars(select(MarkedSubject)):
        by_pass.setdefault(row.subject_id, set()).update(range(row.grade_from, row.grade_to + 1))
    subjects = [
        SubjectGrading(subject_id, name, frozenset(by_pass.get(subject_id, ())))
        for subject_id, name in await work.session.execute(select(Subject.id, Subject.name))
    ]
    levels = select(ClassUnit.grade_level).where(ClassUnit.year_id == work.school.year_id).distinct()
    grades = await work.session.scalars(levels.order_by(ClassUnit.grade_level))
    return Grading(tuple(sorted(subjects, key=lambda subject: sort_key(subject.name))), tuple(grades))


async def set_by_pass(work: Work, subject_id: int, grade: int | None, *, on: bool) -> str:
    """Let a subject be graded зачёт / незачёт in a grade (None: in all of them) or no more; a note (`already`).

    Marks already given stay. Raises NothingThere, ButtonOutdated (no such grade), NotConnected, AccessDenied.
    """
    work.actor.require_role(*SETTLES_GRADING)
    if await work.session.scalar(select(Subject.id).where(Subject.id == subject_id).with_for_update()) is None:
        raise NothingThere
    if grade is not None and grade not in ALL_GRADES:
        raise ButtonOutdated
    rows = await work.session.scalars(select(MarkedSubject).where(MarkedSubject.subject_id == subject_id))
    former = {level for row in rows for level in range(row.grade_from, row.grade_to + 1)}
    meant = set(ALL_GRADES) if grade is None else {grade}
    new = former | meant if on else former - meant
    if new == former:
        return "already"
    await work.session.execute(delete(MarkedSubject).where(MarkedSubject.subject_id == subject_id))
    work.session.add_all(
        MarkedSubject(subject_id=subject_id, grade_from=first, grade_to=last) for first, last in _runs(new)
    )
    before, after = {"by_pass": sorted(former)}, {"by_pass": sorted(new)}
    await work.session.flush()
    record(work, "subject.by_pass", "subject", subject_id, before=before, after=after)
    return ""


async def count_dots_as_two(work: Work, *, on: bool) -> str:
    """Whether work still owed counts as 2 in averages; a note (`already`). Raises NotConnected, AccessDenied."""
    work.actor.require_role(*SETTLES_GRADING)
    changed = await work.session.execute(
        update(School).where(School.dot_counts_as_two != on).values(dot_counts_as_two=on).returning(School.id)
    )
    if changed.scalar() is None:
        return "already"
    before, after = {"dot_counts_as_two": not on}, {"dot_counts_as_two": on}
    record(work, "school.dot", "school", 1, before=before, after=after)
    return ""


def _runs(grades: set[int]) -> list[tuple[int, int]]:
    """First and last of each row of neighbours: {5, 6, 9} -> (5, 6), (9, 9)."""
    runs = []
    for _, group in groupby(enumerate(sorted(grades)), key=lambda pair: pair[1] - pair[0]):
        members = [grade for _, grade in group]
        runs.append((members[0], members[-1]))
    return runs
