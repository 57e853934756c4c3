"""Who of the demo school may be played: found in the database by what they are, not by name."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, distinct, exists, func, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import aliased

from core.access.holders import Holder, HolderKind
from core.app import Work
from core.terms import LessonStatus, Role
from storage.models import (
    ClassUnit,
    Enrolment,
    Guardian,
    Guardianship,
    Lesson,
    LoadClass,
    Pupil,
    Staff,
    StaffRole,
)

CLASS = "7Б"
INTO_THE_LESSON = timedelta(minutes=2)
ALONE = (
    ("deputy", Role.DEPUTY_HEAD),
    ("director", Role.DIRECTOR),
    ("secretary", Role.SECRETARY),
    ("administrator", Role.ADMINISTRATOR),
)


@dataclass(frozen=True)
class Part:
    """Somebody to play. `key` names the texts `demo-role-<key>` and `demo-hint-<key>`; a stranger has no account."""

    key: str
    name: str
    holders: tuple[Holder, ...]
    stranger: bool = False


@dataclass(frozen=True)
class Opening:
    """The moment the demo starts at, and whose lesson with the class goes on then."""

    moment: datetime
    teacher_id: int


async def opening(work: Work) -> Opening:
    """Shortly after the bell of the class's first lesson, today if that is still ahead, else on the next school day.

    A lesson of the whole class, and not its class leader's: those are two people to play.
    """
    first = (
        select(Lesson.starts_at, Lesson.teacher_id)
        .join(LoadClass, LoadClass.load_id == Lesson.load_id)
        .join(ClassUnit, ClassUnit.id == LoadClass.class_id)
        .where(ClassUnit.name == CLASS, ClassUnit.year_id == work.school.year_id, LoadClass.group_name == "")
        .where(Lesson.status == LessonStatus.PLANNED, Lesson.teacher_id != ClassUnit.class_leader_id)
        .ext(distinct_on(Lesson.on_date))
        .order_by(Lesson.on_date, Lesson.starts_at)
        .subquery()
    )
    ahead = first.c.starts_at >= work.now - INTO_THE_LESSON
    row = (await work.session.execute(select(first).where(ahead).order_by(first.c.starts_at).limit(1))).one()
    return Opening(row.starts_at + INTO_THE_LESSON, row.teacher_id)


async def cast(work: Work, teacher_id: int) -> list[Part]:
    """Everybody to play, the teacher of the opening first."""
    of_class = select(ClassUnit).where(ClassUnit.name == CLASS, ClassUnit.year_id == work.school.year_id)
    unit = (await work.session.scalars(of_class)).one()
    parts = [
        await _staff(work, "teacher", Staff.id == teacher_id),
        await _staff(work, "class-leader", Staff.id == unit.class_leader_id),
        *await _family(work, unit.id),
        *[await _staff(work, key, _holds(role)) for key, role in ALONE],
        *await _teacher_and_parent(work),
        await _first_grader(work),
    ]
    return [*parts, *await _strangers(work, unit.id, parts)]


async def _staff(work: Work, key: str, which: Any) -> Part:
    row = (await work.session.scalars(select(Staff).where(which).order_by(Staff.id).limit(1))).one()
    return Part(key, f"{row.given_name} {row.surname}", (Holder(HolderKind.STAFF, row.id),))


def _holds(role: Role) -> Any:
    return exists().where(StaffRole.staff_id == Staff.id, StaffRole.role == role)


async def _family(work: Work, class_id: int) -> list[Part]:
    """A pupil of the class, the only child of two parents, and a parent of three."""
    pupil_id = await work.session.scalar(_only_children(class_id))
    assert pupil_id is not None  # noqa: S101 - the demo school has such a family
    of_pupil = select(Guardianship.guardian_id).where(Guardianship.pupil_id == pupil_id)
    first, second = await work.session.scalars(of_pupil.order_by(Guardianship.guardian_id))
    of_three = (
        select(Guardianship.guardian_id)
        .group_by(Guardianship.guardian_id)
        .having(func.count() == 3)
        .order_by(Guardianship.guardian_id)
        .limit(1)
    )
    return [
        await _guardian(work, "parent", first),
        await _guardian(work, "second-parent", second),
        await _guardian(work, "parent-of-three", (await work.session.scalars(of_three)).one()),
        await _pupil(work, pupil_id),
    ]


def _only_children(class_id: int) -> Any:
    """The first pupil of the class with two parents who have no other child, and a surname like nobody's there."""
    parent, child, mate = aliased(Guardianship), aliased(Guardianship), aliased(Pupil)
    brothers = (
        select(func.count(distinct(child.pupil_id)))
        .join(parent, parent.guardian_id == child.guardian_id)
        .where(parent.pupil_id == Pupil.id)
        .correlate(Pupil)
        .scalar_subquery()
    )
    parents = select(func.count()).where(parent.pupil_id == Pupil.id).correlate(Pupil).scalar_subquery()
    alike = func.starts_with(mate.surname, func.rtrim(Pupil.surname, "а"))
    namesake = exists().where(mate.id != Pupil.id, alike, _learns_in(mate.id, class_id))
    return (
        select(Pupil.id)
        .where(_learns_in(Pupil.id, class_id), brothers == 1, parents == 2, ~namesake)
        .order_by(Pupil.id)
        .limit(1)
    )


def _learns_in(pupil_id: Any, class_id: int) -> ColumnElement[bool]:
    return exists().where(Enrolment.pupil_id == pupil_id, Enrolment.class_id == class_id, Enrolment.ends.is_(None))


async def _guardian(work: Work, key: str, guardian_id: int, *, stranger: bool = False) -> Part:
    row = await work.session.get_one(Guardian, guardian_id)
    return Part(key, f"{row.given_name} {row.surname}", (Holder(HolderKind.GUARDIAN, row.id),), stranger)


async def _pupil(work: Work, pupil_id: int) -> Part:
    row = await work.session.get_one(Pupil, pupil_id)
    return Part("pupil", f"{row.given_name} {row.surname}", (Holder(HolderKind.PUPIL, row.id),))


async def _teacher_and_parent(work: Work) -> list[Part]:
    """A teacher whose own child is at the school: the same name on both sides."""
    same = and_(
        Staff.surname == Guardian.surname,
        Staff.given_name == Guardian.given_name,
        Staff.patronymic == Guardian.patronymic,
    )
    row = (await work.session.execute(select(Staff, Guardian.id).join(Guardian, same).order_by(Staff.id))).first()
    if row is None:
        return []
    staff, guardian_id = row
    holders = (Holder(HolderKind.STAFF, staff.id), Holder(HolderKind.GUARDIAN, guardian_id))
    return [Part("teacher-and-parent", f"{staff.given_name} {staff.surname}", holders)]


async def _first_grader(work: Work) -> Part:
    grade = (
        select(Guardianship.guardian_id)
        .join(Enrolment, Enrolment.pupil_id == Guardianship.pupil_id)
        .join(ClassUnit, ClassUnit.id == Enrolment.class_id)
        .where(ClassUnit.grade_level == 1, Enrolment.ends.is_(None))
        .order_by(Guardianship.guardian_id)
        .limit(1)
    )
    return await _guardian(work, "parent-of-first-grader", (await work.session.scalars(grade)).one())


async def _strangers(work: Work, class_id: int, taken: list[Part]) -> list[Part]:
    """A parent of the class and a teacher who hold a code and have not used it."""
    used = [h.id for part in taken for h in part.holders if h.kind is HolderKind.GUARDIAN]
    known = [h.id for part in taken for h in part.holders if h.kind is HolderKind.STAFF]
    parent = (
        select(Guardianship.guardian_id)
        .where(_learns_in(Guardianship.pupil_id, class_id), Guardianship.guardian_id.not_in(used))
        .order_by(Guardianship.guardian_id)
        .limit(1)
    )
    teacher = await _staff(work, "new-teacher", and_(_holds(Role.TEACHER), Staff.id.not_in(known)))
    return [
        await _guardian(work, "new-parent", (await work.session.scalars(parent)).one(), stranger=True),
        Part(teacher.key, teacher.name, teacher.holders, stranger=True),
    ]
