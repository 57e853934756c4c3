"""Into the journal: everything or nothing, the same twice, nobody deleted."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from sqlalchemy import func, select

from core.app import App
from core.errors import AccessDenied, NotConnected
from core.pupil_cards.editing import ACCEPTED, write_contacts
from core.rules.contacts import ContactField
from core.terms import Role
from core.workbook import FaultCode, SheetChanges, check_workbook, import_workbook
from storage.models import (
    AuditEntry,
    Bell,
    ClassUnit,
    Enrolment,
    Guardian,
    Guardianship,
    Holiday,
    Lesson,
    PlanLine,
    Pupil,
    School,
    Staff,
    StaffRole,
    StudyPeriod,
    TimetableSlot,
)
from tests.support.clock import FakeClock
from tests.support.school import SchoolBuilder
from tests.workbook.books import load, look, only, small, warned, written


async def rows(app: App, *columns: Any, where: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    async with app.work() as work:
        return [tuple(r) for r in await work.session.execute(select(*columns).where(*where))]


async def count(app: App, model: Any) -> int:
    async with app.work() as work:
        return int(await work.session.scalar(select(func.count()).select_from(model)) or 0)


def of(report: Any, sheet: str) -> SheetChanges:
    [changes] = [s for s in report.changes.sheets if s.sheet == sheet]
    assert isinstance(changes, SheetChanges)
    return changes


async def enrolled(app: App, number: str) -> list[tuple[str, date, date | None]]:
    async with app.work() as work:
        found = await work.session.execute(
            select(ClassUnit.name, Enrolment.starts, Enrolment.ends)
            .join(Enrolment, Enrolment.class_id == ClassUnit.id)
            .join(Pupil, Pupil.id == Enrolment.pupil_id)
            .where(Pupil.file_number == number)
            .order_by(Enrolment.starts)
        )
        return [(name, starts, ends) for name, starts, ends in found]


async def test_the_school_comes_in(app: App) -> None:
    report = await load(app)

    assert report.applied
    assert await rows(app, School.name, School.time_zone, School.days_in_week) == [("Школа № 5", "Europe/Moscow", 5)]
    assert await rows(app, StaffRole.role, where=[StaffRole.staff_id == 3]) == [(Role.DEPUTY_HEAD,), (Role.TEACHER,)]
    assert await enrolled(app, "А-2") == [("7А", date(2026, 9, 1), None)]
    assert report.changes.lessons.new == await count(app, Lesson) == 226
    assert {r[0] for r in await rows(app, PlanLine.topic)} == {"Мой город"}


async def test_a_lesson_stands_at_its_local_time_with_teacher_and_room(app: App) -> None:
    await load(app)

    where = [Lesson.on_date == date(2026, 11, 23), Lesson.lesson_no == 2]
    [(starts, room, teacher)] = await rows(app, Lesson.starts_at, Lesson.room, Lesson.teacher_id, where=where)

    assert starts.astimezone().utctimetuple()[3:5] == (6, 25)
    assert (room, teacher) == ("201", 1)


async def test_importing_the_same_file_twice_changes_nothing(app: App) -> None:
    await load(app)
    written_before = await count(app, AuditEntry)

    report = await load(app)

    assert report.changes.empty
    assert await count(app, AuditEntry) == written_before


async def test_checking_writes_nothing(app: App) -> None:
    report = await look(app)

    assert len(of(report, "Ученики").new) == 5
    assert not report.applied
    assert await count(app, Pupil) == 0


async def test_who_is_missing_from_the_file_stays_and_is_listed(app: App) -> None:
    await load(app)
    sheets = only("Сотрудники", "Ученики", "Родители")
    sheets["Ученики"].pop()
    sheets["Сотрудники"].pop()
    sheets["Родители"].pop()

    report = await load(app, sheets)

    assert of(report, "Ученики").missing == ("Дёмин Пётр Олегович, 7Б",)
    assert of(report, "Сотрудники").missing == ("Фёдорова Алёна",)
    assert of(report, "Родители").missing == ("Абрамова Инна (Абрамов Глеб Ильич)",)
    assert (await count(app, Pupil), await count(app, Staff), await count(app, Guardian)) == (5, 3, 2)


async def test_a_sheet_left_out_stays_as_it_was(app: App) -> None:
    await load(app)

    report = await load(app, {"Предметы": [["Предмет"], ["Физика"]]})

    assert of(report, "Предметы").new == ("Физика",)
    assert [s.sheet for s in report.changes.sheets] == ["Предметы"]
    assert await count(app, Lesson) == 226


async def test_a_blank_cell_states_nothing(app: App) -> None:
    await load(app)
    sheets = only("Сотрудники")
    sheets["Сотрудники"][1][6] = None
    sheets["Сотрудники"][1][4] = "Учитель математики"

    report = await load(app, sheets)

    assert of(report, "Сотрудники").changed[0].fields == ("position",)
    assert await rows(app, Staff.phone, where=[Staff.id == 1]) == [("+79000000001",)]


async def test_a_pupil_in_another_class_moves_on_the_day_of_the_import(app: App) -> None:
    await load(app)
    sheets = only("Ученики")
    sheets["Ученики"][2][6] = "7Б"

    report = await load(app, sheets)

    assert of(report, "Ученики").changed[0].columns == ("Класс",)
    assert await enrolled(app, "А-2") == [
        ("7А", date(2026, 9, 1), date(2026, 11, 22)),
        ("7Б", date(2026, 11, 23), None),
    ]
    assert (await load(app, sheets)).changes.empty


async def test_a_pupil_who_left_keeps_the_record_until_the_last_day(app: App) -> None:
    await load(app)
    sheets = only("Ученики")
    sheets["Ученики"][5][8] = "10.11.2026"

    await load(app, sheets)

    assert await enrolled(app, "Б-2") == [("7Б", date(2026, 9, 1), date(2026, 11, 10))]
    assert (await load(app, sheets)).changes.empty


async def test_a_pupil_who_came_back_is_enrolled_anew(app: App) -> None:
    sheets = small()
    sheets["Ученики"][5][8] = "10.10.2026"
    await load(app, sheets)
    back = only("Ученики")
    back["Ученики"][5][7] = "10.11.2026"

    await load(app, back)

    assert await enrolled(app, "Б-2") == [
        ("7Б", date(2026, 9, 1), date(2026, 10, 10)),
        ("7Б", date(2026, 11, 10), None),
    ]
    assert (await load(app, back)).changes.empty


async def test_a_newcomer_arrives_on_the_day_of_the_import_or_as_stated(app: App) -> None:
    await load(app)
    sheets = only("Ученики")
    sheets["Ученики"].append(["Б-3", "Новая", "Яна", None, None, "ж", "7Б", None, None])
    sheets["Ученики"].append(["Б-4", "Новый", "Ян", None, None, "м", "7Б", "05.10.2026", None])

    await load(app, sheets)

    assert await enrolled(app, "Б-3") == [("7Б", date(2026, 11, 23), None)]
    assert await enrolled(app, "Б-4") == [("7Б", date(2026, 10, 5), None)]


async def test_one_parent_of_two_children_is_one_person(app: App) -> None:
    sheets = small()
    sheets["Родители"] += [
        ["Б-2", "Громова", "Мария", None, "мать", "8 900 000-00-10", None],
        ["А-3", "Громова", "Мария", "Павловна", "тётя", None, "Mother@example.org"],
    ]

    await load(app, sheets)

    assert await rows(app, Guardian.id, Guardian.patronymic, where=[Guardian.surname == "Громова"]) == [(1, "Павловна")]
    assert len(await rows(app, Guardianship.pupil_id, where=[Guardianship.guardian_id == 1])) == 3
    assert (await load(app, sheets)).changes.empty


async def test_a_contact_changed_in_the_journal_is_not_undone_by_an_old_workbook(app: App) -> None:
    sheets = small()
    await load(app, sheets)
    async with app.work() as work:
        changed = {ContactField.PHONE: ("+79000000010", "+79005556677")}
        await write_contacts(work, 1, 1, changed, ACCEPTED)

    report = await load(app, sheets)

    assert await rows(app, Guardian.phone, where=[Guardian.id == 1]) == [("+79005556677",)]
    assert report.changes.empty
    assert warned(report, FaultCode.CONTACT_REPLACED).facts["kept"] == "+79005556677"


async def test_a_new_contact_in_the_workbook_takes_the_place_of_the_journal_s(app: App) -> None:
    sheets = small()
    await load(app, sheets)
    async with app.work() as work:
        changed = {ContactField.PHONE: ("+79000000010", "+79005556677")}
        await write_contacts(work, 1, 1, changed, ACCEPTED)
    phone = sheets["Родители"][0].index("Телефон")
    sheets["Родители"][1][phone] = "8 900 999-88-77"

    report = await load(app, sheets)

    assert await rows(app, Guardian.phone, where=[Guardian.id == 1]) == [("+79009998877",)]
    assert not report.changes.empty


async def test_a_shared_telephone_does_not_make_two_people_one(app: App) -> None:
    sheets = small()
    sheets["Родители"] += [
        ["Б-1", "Громов", "Павел", None, "отец", "+79000000010", None],
        ["А-2", "Белов", "Лев", None, "отец", "+79000000010", None],
    ]

    report = await load(app, sheets)

    assert await count(app, Guardian) == 4
    assert warned(report, FaultCode.SAME_CONTACT).row == 5


async def test_a_corrected_holiday_takes_the_place_of_the_old_one(app: App) -> None:
    await load(app)
    sheets = only("Каникулы")
    sheets["Каникулы"] = [sheets["Каникулы"][0], ["Осенние", "26.10.2026", "01.11.2026", None]]

    report = await load(app, sheets)

    assert (of(report, "Каникулы").removed, of(report, "Каникулы").new) == (("Осенние",), ("Осенние",))
    assert len(await rows(app, Holiday.id)) == 3


async def test_periods_may_change_places_in_one_import(app: App) -> None:
    await load(app)
    sheets = only("Периоды")
    sheets["Периоды"][1][4] = "06.11.2026"
    sheets["Периоды"][2][3] = "07.11.2026"

    assert (await load(app, sheets)).applied
    found = await rows(app, StudyPeriod.ends, where=[StudyPeriod.name == "1 четверть"])
    assert found == [(date(2026, 11, 6),)]


async def test_the_bells_of_a_shift_are_told_whole(app: App) -> None:
    await load(app)
    sheets = only("Звонки")
    sheets["Звонки"][4] = [1, 4, "11:40", "12:25", None, "пн-ср", None, None]

    report = await load(app, sheets)

    assert (len(of(report, "Звонки").new), len(of(report, "Звонки").removed)) == (3, 1)
    assert await count(app, Bell) == 6


async def test_the_timetable_of_a_class_is_told_whole_and_other_classes_keep_theirs(app: App) -> None:
    await load(app)
    sheets = only("Расписание")
    sheets["Расписание"] = [sheets["Расписание"][0], ["1А", "ср", 2, "История", None, "101", None, None, None]]

    report = await load(app, sheets)

    assert of(report, "Расписание").removed == ("вт 1, 1А История",)
    assert await count(app, TimetableSlot) == 7


@pytest.mark.parametrize("change", ["room", "hours"])
async def test_small_corrections_are_changes(app: App, change: str) -> None:
    await load(app)
    sheets = small()
    if change == "room":
        sheets["Расписание"][1][5] = "105"
    else:
        sheets["Нагрузка"][1][4] = "1,5"

    report = await load(app, sheets)

    name = "Расписание" if change == "room" else "Нагрузка"
    assert of(report, name).changed[0].fields == (change,)
    assert (await load(app, sheets)).changes.empty


async def test_a_new_year_opens_beside_the_old_one(app: App, clock: FakeClock) -> None:
    await load(app)
    clock.set("12:00", date(2027, 8, 25))
    sheets = only("Школа", "Классы", "Ученики")
    sheets["Школа"][3][1], sheets["Школа"][4][1], sheets["Школа"][5][1] = "2027/2028", "01.09.2027", "26.05.2028"
    sheets["Классы"] = [sheets["Классы"][0], ["8Б", 8, 1, "002", "202"]]
    sheets["Ученики"] = [sheets["Ученики"][0], *[[*r[:6], "8Б", None, None] for r in sheets["Ученики"][4:]]]

    report = await load(app, sheets)

    assert report.applied
    assert await enrolled(app, "Б-1") == [("7Б", date(2026, 9, 1), date(2027, 8, 31)), ("8Б", date(2027, 9, 1), None)]
    assert await count(app, Lesson) == 226
    assert (await load(app, sheets)).changes.empty


async def test_every_change_leaves_who_and_what_in_the_trace(app: App, school: SchoolBuilder) -> None:
    administrator = await school.connected_staff("Главная", Role.ADMINISTRATOR)
    async with app.work(administrator.address) as work:
        await import_workbook(work, written(only("Предметы")), "school.xlsx")

    columns = (AuditEntry.staff_id, AuditEntry.action, AuditEntry.subject, AuditEntry.after)
    told = await rows(app, *columns, where=[AuditEntry.subject == "subject"])

    assert told[0] == (administrator.id, "workbook.add", "subject", {"name": "Алгебра", "short_name": "Алг."})


@pytest.mark.parametrize("act", [check_workbook, import_workbook])
async def test_only_an_administrator_may(app: App, school: SchoolBuilder, act: Any) -> None:
    teacher = await school.connected_staff("Учитель")
    guardian = await school.connected_guardian()
    for person, refusal in ((teacher, AccessDenied), (guardian, NotConnected)):
        async with app.work(person.address) as work:
            with pytest.raises(refusal):
                await act(work, written(small()), "school.xlsx")
