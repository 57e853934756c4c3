"""The desk's numbers say what the lists behind them hold, for those who may see the class."""

from datetime import date

import pytest
from sqlalchemy import select, update

from bots.staff.screens import class_desk as screens
from bots.staff.screens import class_lists
from core.class_desk import lists
from core.class_desk.desk import ClassDesk, class_desks
from core.errors import AccessDenied
from core.terms import AbsenceReason, ConsentAnswer, Role
from locales import translator
from storage.models import AnnouncementReader, ContactProposal, Enrolment, Guardianship, Mark, Pupil
from tests.class_desk.conftest import Desk
from tests.support.clock import MONDAY
from tests.support.school import days_after
from tests.support.statements import counted

RU = translator("ru")


def said(desk: ClassDesk) -> str:
    return screens.class_desk(desk, RU).text


def labels(desk: ClassDesk) -> list[str]:
    return [button.label for row in screens.class_desk(desk, RU).rows for button in row]


async def test_absent_today_and_why(desk_: Desk) -> None:
    await desk_.absent(desk_.of.ivanov, reason=AbsenceReason.ILLNESS)
    await desk_.absent(desk_.of.petrova, lesson_no=2)

    desk = await desk_.open()

    assert "Сегодня нет: 2 (болезнь 1, не объяснено 1)" in said(desk)
    assert "На этой неделе есть пропуски без причины: 1 уч." in said(desk)
    assert {"Отсутствуют: 2", "Без причины: 1"} <= set(labels(desk))


async def test_what_was_left_unexplained_last_week_is_not_forgotten_on_monday(desk_: Desk) -> None:
    await desk_.absent(desk_.of.ivanov, day=-3)
    desk = await desk_.open()
    assert "С прошлой недели остались пропуски без причины: 1 уч." in said(desk)
    assert desk.unexplained_week == days_after(-7)


async def test_nobody_absent_is_said_with_the_rolls_not_taken(desk_: Desk) -> None:
    await desk_.of.school.lesson(desk_.of.algebra, 1)
    assert "Сегодня отсутствующих нет." in said(await desk_.open())
    desk_.clock.set("08:40")
    assert "перекличек ещё не сделано: 1" in said(await desk_.open())


async def test_failing_and_close_to_it_are_told_apart(desk_: Desk) -> None:
    await desk_.of.marking.give(desk_.of.petrova, desk_.of.algebra, "2", "3", "3")  # 2,67
    await desk_.of.marking.give(desk_.of.yozhikov, desk_.of.physics, "3", "3")

    desk = await desk_.open()

    assert (desk.failing, desk.near) == (1, 1)
    text = class_lists.near_screen(await desk_.near(), RU).text
    assert "<b>Петрова Анна</b> — Алгебра 2,67" in text
    assert "Иванов" not in text
    assert "Ёжиков" not in text


async def test_one_mark_alarms_nobody(desk_: Desk) -> None:
    await desk_.of.marking.give(desk_.of.petrova, desk_.of.algebra, "3")
    assert (await desk_.open()).near == 0


async def test_owed_works_are_counted_and_listed_with_the_way_to_each(desk_: Desk) -> None:
    await desk_.of.marking.give(desk_.of.petrova, desk_.of.algebra, "dot")
    await desk_.of.marking.give(desk_.of.ivanov, desk_.of.physics, "dot", day=date(2026, 10, 1))

    desk, found = await desk_.open(), await desk_.owed()

    assert (desk.owed, desk.owing, found.count) == (2, 1, 2)
    screen = class_lists.owed_screen(found, RU)
    assert "<b>Петрова Анна</b>: Физика, " in screen.text
    assert [row[0].label[:14] for row in screen.rows[:2]] == ["Петрова Анна, ", "Петрова Анна, "]


async def test_namesakes_are_told_apart_in_the_lists(desk_: Desk) -> None:
    await desk_.of.school.pupil(desk_.of.class_id, "Ёжиков", "Лев", born=None)
    async with desk_.sessions() as session, session.begin():
        first = update(Pupil).where(Pupil.surname == "Ёжиков", Pupil.birth_date.is_not(None))
        await session.execute(first.values(patronymic="Олегович"))

    names = [family.pupil for family in (await desk_.unconnected()).families]

    assert "Ёжиков Л. О." in names
    assert "Ёжиков Лев" not in names


async def test_a_mark_settles_what_was_owed(desk_: Desk) -> None:
    async with desk_.sessions() as session, session.begin():
        for mark in await _dots(desk_):
            (await session.get_one(Mark, mark)).value = "4"  # type: ignore[assignment]
    assert (await desk_.open()).owed == 0
    assert "Долгов нет: всё в порядке." in class_lists.owed_screen(await desk_.owed(), RU).text


async def test_families_without_a_connected_parent_are_listed_with_phones(desk_: Desk) -> None:
    await desk_.of.school.guardian(desk_.of.petrova, surname="Петрова", phone="+79005556677")

    desk, found = await desk_.open(), await desk_.unconnected()

    assert desk.unconnected == found.count == 2
    screen = class_lists.unconnected_screen(found, RU)
    assert "Ёжиков Лев</b>\nродителей в журнале нет" in screen.text
    assert "<b>Петрова Анна</b>\nПетрова Мария Петровна, мать, +79005556677" in screen.text
    assert screen.text.index("Ёжиков") < screen.text.index("Петрова")
    assert "Листки с кодами" in [button.label for row in screen.rows for button in row][2]


async def test_who_is_connected_without_consent_is_listed_once(desk_: Desk) -> None:
    school = desk_.of.school
    await school.connected_guardian(desk_.of.petrova, desk_.of.yozhikov, surname="Молчунова", consent=False)
    refused = await school.connected_guardian(desk_.of.petrova, surname="Отказова", consent=False)
    await school.consent(refused, ConsentAnswer.REFUSED, guardian_id=refused.id)
    await school.connected_pupil(desk_.of.petrova, consent=False)

    desk, found = await desk_.open(), await desk_.no_consent()

    assert desk.no_consent == found.count == 3
    text = class_lists.no_consent_screen(found, RU).text
    assert text.count("Молчунова") == 1
    assert "Отказова Мария Петровна</b> (Петрова Анна) — отказ" in text
    assert "<b>Петрова Анна</b> — ответа ещё нет" in text


async def test_a_pupil_under_fourteen_is_not_asked_for_consent(desk_: Desk) -> None:
    little = await desk_.of.school.pupil(desk_.of.class_id, "Маленький", born=date(2014, 1, 1))
    await desk_.of.school.connected_guardian(little, surname="Большая")
    await desk_.of.school.connected_pupil(little, consent=False)
    assert (await desk_.open()).no_consent == 0


async def test_unread_acknowledgements_are_named(desk_: Desk) -> None:
    mother = {"guardian_id": desk_.of.mother.id, "child_id": desk_.of.ivanov}
    await desk_.announce("Инструктаж <b>о льде</b>", mother, {"pupil_id": desk_.of.petrova}, ends=3)
    await desk_.announce("Просто новость", mother, asks=False)
    await desk_.announce("Прошло", mother, ends=-1)

    desk, found = await desk_.open(), await desk_.unread()

    assert desk.unread == 2
    screen = class_lists.unread_screen(found, RU)
    assert "Инструктаж &lt;b&gt;о льде&lt;/b&gt;" in screen.text
    assert "Иванова Мария (Иванов Пётр), Петрова Анна" in screen.text
    assert "Прошло" not in screen.text


async def test_a_mother_of_two_in_the_class_is_counted_once_and_who_left_no_more(desk_: Desk) -> None:
    mother, school = desk_.of.mother.id, desk_.of.school
    twin = await school.pupil(desk_.of.class_id, "Иванов", "Яков")
    gone = await school.pupil(desk_.of.class_id, "Уехавший", "Юрий")
    async with desk_.sessions() as session, session.begin():
        session.add(Guardianship(guardian_id=mother, pupil_id=twin, kinship="мать"))
        left = update(Enrolment).where(Enrolment.pupil_id == gone).values(ends=days_after(-1))
        await session.execute(left)
    readers = ({"guardian_id": mother, "child_id": child} for child in (desk_.of.ivanov, twin))
    await desk_.announce("Собрание", *readers, {"pupil_id": gone})

    desk, found = await desk_.open(), await desk_.unread()

    [one] = found.announcements
    assert (desk.unread, one.reached, one.to_remind) == (1, 1, 1)
    assert one.names == (("Иванова Мария", "Иванов Пётр"),)


async def test_nobody_is_to_be_reminded_who_is_not_in_the_bot(desk_: Desk) -> None:
    await desk_.announce("Собрание", {"pupil_id": desk_.of.petrova})

    screen = class_lists.unread_screen(await desk_.unread(), RU)

    assert "ждём: 1; в боте никого из них" in screen.text
    assert not [button for row in screen.rows for button in row if "Напомнить" in button.label]


async def test_the_list_of_the_unread_goes_on_as_far_as_the_number(desk_: Desk) -> None:
    for number in range(lists.ANNOUNCEMENTS + 1):
        await desk_.announce(f"Инструктаж {number}", {"pupil_id": desk_.of.petrova})

    first, rest = await desk_.unread(), await desk_.unread(lists.ANNOUNCEMENTS)

    assert (await desk_.open()).unread == first.count == len(first.announcements) + len(rest.announcements)


async def test_what_is_read_waits_no_more(desk_: Desk) -> None:
    await desk_.announce("Собрание", {"pupil_id": desk_.of.petrova})
    async with desk_.sessions() as session, session.begin():
        (await session.get_one(AnnouncementReader, 1)).read_at = desk_.clock.now()
    assert (await desk_.open()).unread == 0


async def test_proposals_and_cards_to_confirm_are_counted(desk_: Desk) -> None:
    async with desk_.sessions() as session, session.begin():
        session.add(
            ContactProposal(
                pupil_id=desk_.of.ivanov,
                contacts={"phone": {"was": "", "to": "+79001234567"}},
                account_id=desk_.of.mother.account_id,
                made_at=desk_.clock.now(),
            )
        )
    await desk_.of.school.choose_regulation("default")
    desk = await desk_.open()
    assert (desk.proposals, desk.due) == (1, 3)
    assert {"Новые контакты: 1", "Сверить карточки: 3"} <= set(labels(desk))


async def test_a_class_where_all_is_well_is_calm(desk_: Desk) -> None:
    school = desk_.of.school
    leader = await school.connected_staff("Спокойная")
    calm = await school.class_unit("5А", leader.id)
    desk_.of.class_id, desk_.of.leader = calm, leader

    screen = screens.class_desk(await desk_.open(), RU)

    assert "Всё в порядке." in screen.text
    assert not any(":" in button.label for row in screen.rows for button in row)


async def test_the_desk_costs_the_same_whatever_the_class(desk_: Desk) -> None:
    await desk_.open()
    with counted(desk_.sessions) as few:
        await desk_.open()
    for number in range(20):
        pupil = await desk_.of.school.pupil(desk_.of.class_id, f"Ученик{number}")
        await desk_.of.marking.give(pupil, desk_.of.algebra, "2", "dot")
    with counted(desk_.sessions) as many:
        await desk_.open()
    assert len(many) == len(few) <= 8


async def test_lists_are_turned_page_by_page(desk_: Desk) -> None:
    for number in range(15):
        pupil = await desk_.of.school.pupil(desk_.of.class_id, f"Ученик{number:02}")
        await desk_.of.marking.give(pupil, desk_.of.algebra, "dot", "dot")
    first, second = await desk_.owed(), await desk_.owed(20)
    assert (len(first.works), len(second.works), first.count) == (20, 11, 31)
    assert {w.lesson_id for w in first.works}.isdisjoint({w.lesson_id for w in second.works})


@pytest.mark.parametrize("role", [Role.DEPUTY_HEAD, Role.DIRECTOR])
async def test_deputies_and_the_director_open_any_class_s_desk(desk_: Desk, role: Role) -> None:
    somebody = await desk_.of.school.connected_staff("Начальникова", role)
    assert (await desk_.open(somebody)).failing == 1
    async with desk_.app.work(somebody.address) as work:
        assert [name for _, name in (await class_desks(work, 0)).classes] == ["7Б"]


@pytest.mark.parametrize("role", [Role.TEACHER, Role.ADMINISTRATOR, Role.SECRETARY])
async def test_nobody_else_does(desk_: Desk, role: Role) -> None:
    other = await desk_.of.school.connected_staff("Посторонняя", role)
    with pytest.raises(AccessDenied):
        await desk_.open(other)
    async with desk_.app.work(other.address) as work:
        with pytest.raises(AccessDenied):
            await class_desks(work, 0)


async def test_who_left_the_class_is_counted_no_more(desk_: Desk) -> None:
    async with desk_.sessions() as session, session.begin():
        for pupil in (desk_.of.ivanov, desk_.of.petrova):
            (await session.get_one(Enrolment, pupil)).ends = MONDAY
    desk_.clock.set("08:00", days_after(1))
    desk = await desk_.open()
    assert (desk.pupils, desk.failing, desk.owed, desk.unconnected) == (1, 0, 0, 1)


async def _dots(desk_: Desk) -> list[int]:
    async with desk_.sessions() as session:
        return list(await session.scalars(select(Mark.id).where(Mark.value == "dot")))
