"""Reading the journal's present state: a handful of statements, whatever the size of the school."""

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from core.pupil_cards.editing import ACCEPTED, CHANGED
from core.regulation.choices import own_files
from core.rules.folding import class_key, code_key, name_key
from core.terms import LessonStatus, Role
from core.workbook.rows import (
    BellRow,
    ClassRow,
    HolidayRow,
    PeriodRow,
    Row,
    SchoolRow,
    SlotRow,
    StaffRow,
    SubjectRow,
    YearRow,
)
from core.workbook.stored import (
    Enrolled,
    KeptGuardian,
    KeptLesson,
    KeptLine,
    KeptLoad,
    KeptMember,
    KeptPlan,
    KeptPupil,
    Stored,
    bell_key,
)
from regulations import DEFAULT
from storage.models import (
    Attendance,
    AuditEntry,
    Bell,
    ClassUnit,
    CoursePlan,
    Enrolment,
    EntryRequest,
    GroupMember,
    Guardian,
    Guardianship,
    Holiday,
    Homework,
    Lesson,
    LessonWork,
    LoadClass,
    Mark,
    MarkCell,
    PlanDelivery,
    PlanLine,
    Pupil,
    QuickEntry,
    RegulationChoice,
    Remark,
    School,
    Staff,
    StaffRole,
    StudyPeriod,
    StudyYear,
    Subject,
    TeachingLoad,
    TimetableSlot,
)

R = TypeVar("R", bound=Row)


async def read_stored(session: AsyncSession, year_name: str | None, today: date) -> Stored:
    """The school and its year `year_name` (None: the current one) as of `today`, the school's row locked.

    The lock makes two imports take turns; everybody else goes on reading and writing.
    """
    school = (await session.execute(select(School).with_for_update())).scalar_one()
    row = replace(_like(SchoolRow, school), regulation=await _regulation(session, today))
    stored = Stored(school=row, school_year_id=school.year_id)
    stored.regulation_files = await own_files(session)
    years = list(await session.scalars(select(StudyYear)))
    year = next((y for y in years if (y.name == year_name if year_name else y.id == school.year_id)), None)
    if year is not None:
        stored.year, stored.year_id = _like(YearRow, year), year.id
    reader = _Reader(session, stored)
    await reader.people()
    if year is not None:
        await reader.calendar()
        await reader.teaching()
        await reader.plans()
        await reader.lessons()
    return stored


async def _regulation(session: AsyncSession, today: date) -> str:
    """The regulation in force; one chosen for a day to come is left alone."""
    come = select(RegulationChoice.name).where(RegulationChoice.since <= today)
    newest = come.order_by(RegulationChoice.since.desc(), RegulationChoice.id.desc()).limit(1)
    return await session.scalar(newest) or DEFAULT


def _like(kind: type[R], record: Any) -> R:
    """A record as the row whose fields it has."""
    return kind(**{name: getattr(record, name) for name in kind.__dataclass_fields__ if hasattr(record, name)})


class _Reader:
    """`keys`: natural keys by id, filled as the tables are read, in the order of their references."""

    def __init__(self, session: AsyncSession, stored: Stored) -> None:
        self.session = session
        self.stored = stored
        self.staff_keys: dict[int, str] = {}
        self.class_keys: dict[int, str] = {}
        self.subject_keys: dict[int, str] = {}
        self.pupil_keys: dict[int, str] = {}

    async def rows(self, query: Any) -> Any:
        return await self.session.execute(query)

    async def people(self) -> None:
        await self.staff()
        for subject in await self.session.scalars(select(Subject)):
            self.subject_keys[subject.id] = name_key(subject.name)
            self.stored.subjects.put(name_key(subject.name), subject.id, _like(SubjectRow, subject))
        await self.classes()
        await self.pupils()
        await self.guardians()

    async def staff(self) -> None:
        roles: dict[int, set[Role]] = {}
        for staff_id, role in await self.rows(select(StaffRole.staff_id, StaffRole.role)):
            roles.setdefault(staff_id, set()).add(role)
        for person in await self.session.scalars(select(Staff)):
            key = self.staff_keys[person.id] = code_key(person.staff_number)
            row = StaffRow(
                number=person.staff_number,
                surname=person.surname,
                given_name=person.given_name,
                patronymic=person.patronymic,
                position=person.position,
                roles=frozenset(roles.get(person.id, ())),
                phone=person.phone,
                email=person.email,
                hired=person.hired,
                dismissed=person.dismissed,
            )
            self.stored.staff.put(key, person.id, row)

    async def classes(self) -> None:
        for unit in await self.session.scalars(select(ClassUnit)):
            key = self.class_keys[unit.id] = class_key(unit.name)
            if unit.year_id == self.stored.year_id:
                row = ClassRow(
                    name=unit.name,
                    grade_level=unit.grade_level,
                    shift=unit.shift,
                    leader=self.staff_keys.get(unit.class_leader_id or 0, ""),
                    room=unit.room,
                )
                self.stored.classes.put(key, unit.id, row)

    async def pupils(self) -> None:
        columns = (Pupil.id, Pupil.file_number, Pupil.surname, Pupil.given_name, Pupil.patronymic)
        for row in await self.rows(select(*columns, Pupil.birth_date, Pupil.sex)):
            self.pupil_keys[row[0]] = code_key(row[1])
            self.stored.pupils[code_key(row[1])] = KeptPupil(*row)
        known = self.stored.year.starts if self.stored.year else None
        live = Enrolment.ends.is_(None) if known is None else or_(Enrolment.ends.is_(None), Enrolment.ends >= known)
        query = select(Enrolment.id, Enrolment.pupil_id, Enrolment.class_id, Enrolment.starts, Enrolment.ends)
        here = set(self.stored.classes.ids.values())
        for row_id, pupil_id, class_id, starts, ends in await self.rows(query.where(live).order_by(Enrolment.starts)):
            held = Enrolled(self.class_keys[class_id], starts, ends, row_id, class_id in here)
            self.stored.enrolments.setdefault(self.pupil_keys[pupil_id], []).append(held)

    async def guardians(self) -> None:
        kinship: dict[int, dict[str, str]] = {}
        for row in await self.rows(select(Guardianship.guardian_id, Guardianship.pupil_id, Guardianship.kinship)):
            kinship.setdefault(row[0], {})[self.pupil_keys[row[1]]] = row[2]
        replaced = await self.replaced()
        columns = (Guardian.id, Guardian.surname, Guardian.given_name, Guardian.patronymic)
        for row in await self.rows(select(*columns, Guardian.phone, Guardian.email)):
            row_id, surname, given_name, patronymic, phone, email = row
            card = (surname, given_name, patronymic, phone, email)
            ties, old = kinship.get(row_id, {}), replaced.get(row_id, {})
            self.stored.guardians[row_id] = KeptGuardian(row_id, *card, kinship=ties, replaced=old)

    async def replaced(self) -> dict[int, dict[str, frozenset[str]]]:
        """Contacts of guardians that were changed in the journal, by the trace of it."""
        changed = (AuditEntry.subject == "guardian", AuditEntry.action.in_((CHANGED, ACCEPTED)))
        found: dict[int, dict[str, frozenset[str]]] = {}
        for guardian_id, before in await self.rows(select(AuditEntry.subject_id, AuditEntry.before).where(*changed)):
            old = found.setdefault(int(guardian_id), {})
            for fact, value in (before or {}).items():
                old[fact] = old.get(fact, frozenset()) | {value}
        return found

    async def calendar(self) -> None:
        year = self.stored.year_id
        for bell in await self.session.scalars(select(Bell).where(Bell.year_id == year)):
            bell_row = _like(BellRow, bell)
            self.stored.bells.put(bell_key(bell_row), bell.id, bell_row)
        for period in await self.session.scalars(select(StudyPeriod).where(StudyPeriod.year_id == year)):
            key = (name_key(period.name), period.grade_from, period.grade_to)
            self.stored.periods.put(key, period.id, _like(PeriodRow, period))
        for rest in await self.session.scalars(select(Holiday).where(Holiday.year_id == year)):
            rest_key = (name_key(rest.name), rest.starts, rest.grade_from, rest.grade_to)
            self.stored.holidays.put(rest_key, rest.id, _like(HolidayRow, rest))

    async def teaching(self) -> None:
        classes: dict[int, list[str]] = {}
        for load_id, class_id in await self.rows(select(LoadClass.load_id, LoadClass.class_id)):
            classes.setdefault(load_id, []).append(self.class_keys[class_id])
        of_year = TeachingLoad.year_id == self.stored.year_id
        for load in await self.session.scalars(select(TeachingLoad).where(of_year).order_by(TeachingLoad.id)):
            self.stored.loads[load.id] = KeptLoad(
                load.id,
                tuple(sorted(classes.get(load.id, ()))),
                self.subject_keys[load.subject_id],
                load.group_name,
                self.staff_keys[load.teacher_id],
                load.hours_per_week,
            )
        member = GroupMember
        query = select(member.id, member.load_id, member.subject_id, member.pupil_id, member.starts, member.ends)
        for row in await self.rows(query.join(TeachingLoad).where(of_year).order_by(member.starts)):
            places = (self.subject_keys[row[2]], self.pupil_keys[row[3]])
            self.stored.members.append(KeptMember(row[0], row[1], *places, row[4], row[5]))
        for slot in await self.session.scalars(select(TimetableSlot).join(TeachingLoad).where(of_year)):
            self.stored.slots[slot.id] = (slot.load_id, self._slot(slot))

    def _slot(self, slot: TimetableSlot) -> SlotRow:
        load = self.stored.loads[slot.load_id]
        return SlotRow(
            class_keys=load.class_keys,
            weekday=slot.weekday,
            lesson_no=slot.lesson_no,
            subject=load.subject,
            group=load.group,
            room=slot.room,
            parity=slot.parity,
            valid_from=slot.valid_from,
            valid_to=slot.valid_to,
        )

    async def plans(self) -> None:
        by_id: dict[int, KeptPlan] = {}
        of_year = CoursePlan.year_id == self.stored.year_id
        for plan in await self.session.scalars(select(CoursePlan).where(of_year)):
            unit = self.class_keys[plan.class_id] if plan.class_id else ""
            key = (unit, plan.grade_level, self.subject_keys[plan.subject_id], name_key(plan.group_name))
            by_id[plan.id] = self.stored.plans[key] = KeptPlan(plan.id)
        line = PlanLine
        delivered = select(PlanDelivery.line_id).where(PlanDelivery.line_id == line.id).exists()
        facts = (line.id, line.topic, line.hours, line.kind, line.homework, delivered)
        query = select(line.plan_id, line.number, *facts)
        for row in await self.rows(query.join(CoursePlan).where(of_year)):
            by_id[row[0]].lines[row[1]] = KeptLine(*row[2:])

    async def lessons(self) -> None:
        """Every lesson of the year; which loads carry entries decides how far back a new timetable reaches."""
        entries = (Attendance, MarkCell, Mark, LessonWork, PlanDelivery, Homework, Remark, EntryRequest, QuickEntry)
        carried = [select(e.lesson_id).where(e.lesson_id == Lesson.id).correlate(Lesson).exists() for e in entries]
        due = select(Homework.id).where(Homework.due_lesson_id == Lesson.id).exists()
        busy = or_(
            Lesson.roll_rev > 0,
            Lesson.roll_taken_at.is_not(None),
            Lesson.status != LessonStatus.PLANNED,
            Lesson.substituted_for_id.is_not(None),
            Lesson.on_date != Lesson.origin_date,
            Lesson.lesson_no != Lesson.origin_no,
            Lesson.room != Lesson.planned_room,
            Lesson.page_rev > 0,
            due,
            *carried,
        )
        place = (Lesson.id, Lesson.load_id, Lesson.origin_date, Lesson.origin_no, Lesson.starts_at, Lesson.ends_at)
        query = select(*place, Lesson.planned_room, Lesson.teacher_id, busy).join(TeachingLoad)
        found = await self.rows(query.where(TeachingLoad.year_id == self.stored.year_id))
        self.stored.lessons = [KeptLesson(*row) for row in found]
        self.stored.used_loads = frozenset(lesson.load_id for lesson in self.stored.lessons if lesson.busy)
