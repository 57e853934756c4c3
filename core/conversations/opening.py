"""Whom one may write to, and the conversation with them: found again or begun (C1 C7)."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from core.app import Work
from core.conversations import keys
from core.conversations.circle import (
    Subject,
    office_connected,
    pupils_named,
    relatives_of,
    require_to_write_to,
    school_of,
    subjects_of,
)
from core.conversations.facts import Addressee, Addressees, Colleague, FamilyPeople, FamilyPerson, FoundPupil
from core.conversations.keys import Wanted, find_or_begin
from core.errors import AccessDenied, ConsentNeeded, NothingThere
from core.folding_sql import folded
from core.rules.folding import name_key
from core.rules.names import full_name, initials, list_name, sort_key
from core.terms import Office, Topic
from storage.models import ClassUnit, Link, Staff


async def addressees(work: Work, pupil_id: int, lesson_id: int | None = None) -> Addressees:
    """Whom of the school a family may write to about a child: the lesson's teacher first, then the class leader, the
    administration last.

    Raises NotConnected, AccessDenied, ConsentNeeded, NothingThere (a lesson that is not the child's).
    """
    work.actor.require_child(pupil_id)
    (subject,) = await subjects_of(work, [pupil_id], lesson_id)
    people = [_addressee(row, subject) for row in await school_of(work, pupil_id)]
    people.sort(key=lambda a: (not a.of_lesson, not a.leads, sort_key(a.name)))
    office = await office_connected(work, Office.ADMINISTRATION)
    people.append(Addressee(None, Office.ADMINISTRATION.value, (), leads=False, of_lesson=False, connected=office))
    name = list_name(subject.surname, subject.given_name)
    return Addressees(pupil_id, name, subject.class_name, lesson_id, subject.lesson, tuple(people))


async def family_of(work: Work, pupil_id: int, lesson_id: int | None = None) -> FamilyPeople:
    """Whom of a pupil's family the actor may write to. Raises NotConnected, NothingThere, AccessDenied."""
    work.actor.require_staff()
    (subject,) = await subjects_of(work, [pupil_id], lesson_id)
    require_to_write_to(work, [subject])
    return FamilyPeople(
        pupil_id=pupil_id,
        pupil=list_name(subject.surname, subject.given_name),
        class_name=subject.class_name,
        class_id=subject.class_id,
        lesson_id=lesson_id,
        lesson=subject.lesson,
        people=tuple(
            FamilyPerson(
                row.id,
                full_name(row) if row.id else list_name(row.surname, row.given_name),
                row.kinship,
                row.connected,
            )
            for row in await relatives_of(work, [pupil_id])
        ),
    )


async def pupils(work: Work, words: str, size: int = 10) -> tuple[tuple[FoundPupil, ...], int]:
    """The pupils whom a surname, a given name, a class or their beginnings name, and how many there are.

    Of those to whose families the actor may write. Raises NotConnected.
    """
    rows = await pupils_named(work, words.split(), size)
    found = tuple(FoundPupil(row.id, list_name(row.surname, row.given_name), row.class_name) for row in rows)
    return found, rows[0].found if rows else 0


async def colleagues(work: Work, words: str = "", first: int = 0, size: int = 8) -> tuple[tuple[Colleague, ...], int]:
    """Working staff but the actor, by name from place `first` on, and how many there are. Raises NotConnected."""
    staff_id = work.actor.require_staff()
    found = (_works(work), Staff.id != staff_id, *(_named(word) for word in words.split()))
    linked = select(Link.id).where(Link.staff_id == Staff.id, Link.revoked_at.is_(None)).exists()
    query = select(Staff, linked, func.count().over()).where(*found)
    rows = (await work.session.execute(query.order_by(Staff.surname, Staff.given_name).offset(first).limit(size))).all()
    people = tuple(Colleague(row.id, initials(row), row.position, connected) for row, connected, _ in rows)
    return people, rows[0][2] if rows else 0


async def open_with_staff(work: Work, pupil_id: int, staff_id: int | None, lesson_id: int | None = None) -> int:
    """A family's conversation about a child with a member of staff (None: the administration); its id.

    Raises NotConnected, ConsentNeeded, AccessDenied, NothingThere.
    """
    child = work.actor.require_child(pupil_id)
    (subject,) = await subjects_of(work, [pupil_id], lesson_id)
    if staff_id is not None:
        allowed = {row.id for row in await school_of(work, pupil_id)}
        if staff_id not in allowed:
            raise AccessDenied(staff=staff_id)
    school = keys.office(Office.ADMINISTRATION) if staff_id is None else keys.staff(staff_id)
    return await _about(work, subject, lesson_id, [_own_seat(child.guardian_id, pupil_id), school])


async def open_with_family(
    work: Work, pupil_id: int, guardian_ids: Sequence[int], *, with_pupil: bool, lesson_id: int | None = None
) -> int:
    """The actor's conversation with these of a pupil's family. Raises NotConnected, NothingThere, AccessDenied."""
    work.actor.require_staff()
    (subject,) = await subjects_of(work, [pupil_id], lesson_id)
    staff_id = require_to_write_to(work, [subject])
    guardians = {row.id for row in await relatives_of(work, [pupil_id]) if row.id}
    wanted = set(guardian_ids)
    if not wanted <= guardians:
        raise AccessDenied(pupil=pupil_id)
    seats = [keys.guardian(guardian_id) for guardian_id in sorted(wanted)]
    if with_pupil:
        seats.append(keys.pupil(pupil_id))
    if not seats:
        raise NothingThere
    return await _about(work, subject, lesson_id, [*seats, keys.staff(staff_id)])


async def open_with_parents_of(work: Work, pupil_ids: Sequence[int]) -> tuple[int, ...]:
    """One conversation with all parents of each pupil; a pupil without any is left out.

    Raises NotConnected, NothingThere, AccessDenied.
    """
    work.actor.require_staff()
    subjects = await subjects_of(work, pupil_ids)
    staff_id = require_to_write_to(work, subjects)
    relatives = await relatives_of(work, pupil_ids)
    wanted = []
    for subject in subjects:
        parents = tuple(keys.guardian(row.id) for row in relatives if row.id and row.pupil_id == subject.pupil_id)
        if parents:
            seats = (*parents, keys.staff(staff_id))
            wanted.append(Wanted(seats, pupil_id=subject.pupil_id, class_id=subject.class_id))
    if not wanted:
        raise NothingThere
    return tuple(await find_or_begin(work, wanted))


async def open_with_colleague(work: Work, staff_id: int) -> int:
    """The actor's conversation with a colleague. Raises NotConnected, NothingThere, AccessDenied (with oneself)."""
    own = work.actor.require_staff()
    if staff_id == own:
        raise AccessDenied(staff=staff_id)
    if await work.session.scalar(select(Staff.id).where(Staff.id == staff_id, _works(work))) is None:
        raise NothingThere
    (found,) = await find_or_begin(work, [Wanted((keys.staff(own), keys.staff(staff_id)))])
    return found


async def open_with_leader(work: Work, class_id: int) -> int:
    """The actor's conversation about a class with its class leader.

    Raises NotConnected, NothingThere (it has none), AccessDenied (with oneself).
    """
    own = work.actor.require_staff()
    leader, _ = await leader_of(work, class_id)
    if leader == own:
        raise AccessDenied(class_id=class_id)
    (found,) = await find_or_begin(work, [Wanted((keys.staff(own), keys.staff(leader)), class_id=class_id)])
    return found


async def leader_of(work: Work, class_id: int) -> tuple[int, str]:
    """The working class leader's id, with name and class: «Иванова А. И., 7Б». Raises NotConnected, NothingThere."""
    work.actor.require_staff()
    query = select(Staff, ClassUnit.name).join(ClassUnit, ClassUnit.class_leader_id == Staff.id)
    row = (await work.session.execute(query.where(ClassUnit.id == class_id, _works(work)))).one_or_none()
    if row is None:
        raise NothingThere
    return row.Staff.id, f"{initials(row.Staff)}, {row.name}"


async def open_help(work: Work, topic: Topic, pupil_id: int | None = None) -> int:
    """The actor's question (HELP) or idea (IDEA). `pupil_id`: of which child a family speaks (None: of any).

    A family's question goes to the class leader first, who may pass it on (`handing.pass_on`); that of staff, or of a
    class without a leader, to the administrators. An idea goes to the administration. Raises NotConnected,
    ConsentNeeded, AccessDenied.
    """
    office = keys.office(Office.ADMINISTRATION if topic is Topic.IDEA else Office.HELPDESK)
    if work.actor.staff_id is not None:
        (found,) = await find_or_begin(work, [Wanted((keys.staff(work.actor.staff_id), office), topic)])
        return found
    work.actor.require_voice()
    child = next((child for child in work.actor.children if child.consented), None)
    if pupil_id is not None:
        child = work.actor.require_child(pupil_id)
    if child is None:
        raise ConsentNeeded
    (subject,) = await subjects_of(work, [child.pupil_id])
    leader = None if topic is Topic.IDEA else await _working_leader(work, subject)
    school = keys.staff(leader) if leader is not None else office
    return await _about(work, subject, None, [_own_seat(child.guardian_id, child.pupil_id), school], topic)


async def _working_leader(work: Work, subject: Subject) -> int | None:
    query = select(Staff.id).where(Staff.id == subject.class_leader_id, _works(work))
    return await work.session.scalar(query)


async def _about(
    work: Work, subject: Subject, lesson_id: int | None, seats: Sequence[keys.Seat], topic: Topic = Topic.TALK
) -> int:
    wanted = Wanted(tuple(seats), topic, subject.pupil_id, subject.class_id, lesson_id)
    return (await find_or_begin(work, [wanted]))[0]


def _own_seat(guardian_id: int | None, pupil_id: int) -> keys.Seat:
    return keys.guardian(guardian_id) if guardian_id is not None else keys.pupil(pupil_id)


def _addressee(row: Any, subject: Subject) -> Addressee:
    return Addressee(
        staff_id=row.id,
        name=full_name(row),
        subjects=tuple(row.subjects or ()),
        leads=row.leads,
        of_lesson=row.id == subject.lesson_teacher_id,
        connected=row.connected,
    )


def _works(work: Work) -> ColumnElement[bool]:
    return or_(Staff.dismissed.is_(None), Staff.dismissed >= work.today)


def _named(word: str) -> ColumnElement[bool]:
    """Whose surname or given name begins with the word, Ё as Е."""
    key = name_key(word)
    return or_(*(folded(name).startswith(key, autoescape=True) for name in (Staff.surname, Staff.given_name)))
