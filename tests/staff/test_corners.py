"""Days, lessons and classes that are not like the others, as a teacher meets them in the chat."""

from datetime import date

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.terms import LessonStatus, Role
from sandbox import Phone
from storage.models import GroupMember, Holiday, Lesson, Link, Staff, Subject
from tests.support.clock import MONDAY, FakeClock
from tests.support.school import Person, SchoolBuilder
from tests.support.stage import Scene

Sessions = async_sessionmaker[AsyncSession]


async def home(stage: Scene, person: Person) -> Phone:
    phone = stage.phone(person)
    await phone.send("/menu")
    await phone.sees("Сегодня", "Настройки")
    return phone


async def pressed(phone: Phone, data: str) -> str:
    """What stands on the screen after a press with this data."""
    await phone.press_data(data, phone.screen.id)
    await phone.settle(quiet=0.02)
    return "\n".join([phone.screen.text, *phone.screen.labels])


async def test_a_teacher_without_lessons_is_told_so(stage: Scene, school: SchoolBuilder) -> None:
    phone = await home(stage, await school.connected_staff("Свободная"))
    assert "Сегодня у вас нет уроков" in phone.screen.text

    await phone.press("Сегодня")

    await phone.sees("Уроков нет", "Неделя", "Домой")


async def test_before_the_first_bell_nothing_is_said_to_be_done(
    stage: Scene, school: SchoolBuilder, clock: FakeClock
) -> None:
    clock.set("07:30")
    teacher = await school.connected_staff("Ранняя")
    load = await school.load(teacher.id, await school.class_unit())
    for number in (1, 2):
        await school.lesson(load, number)

    phone = await home(stage, teacher)

    assert "Впереди 2 урока, отмечать пока нечего" in phone.screen.text


async def test_a_class_without_pupils_can_be_done_with(stage: Scene, school: SchoolBuilder) -> None:
    leader = await school.connected_staff("Пустых")
    await school.lesson(await school.load(leader.id, await school.class_unit("7Б", leader.id)), 1)
    phone = await home(stage, leader)
    await phone.press("Сегодня")
    await phone.press("1. 7Б Алгебра")
    await phone.sees("В списке нет ни одного ученика")

    await phone.press("отмечать некого")
    await phone.press("Домой")

    await phone.sees("Всё отмечено")
    await phone.press("Класс: 7Б")
    await phone.sees("Неуспевающие")
    await phone.press("Семьи")
    await phone.sees("В классе пока нет учеников")
    await phone.press("Домой")
    await phone.press("Отсутствуют: 7Б")
    await phone.sees("Отсутствующих нет")


@pytest.mark.parametrize("day", ["20261122", "20270801", "20250101"])
async def test_a_sunday_and_days_outside_the_year_have_no_lessons(
    stage: Scene, school: SchoolBuilder, day: str
) -> None:
    leader = await school.connected_staff("Выходнова")
    await school.class_unit("7Б", leader.id)
    phone = await home(stage, leader)

    assert "Уроков нет" in await pressed(phone, f"dy:{day}")
    assert "Неделя" in await pressed(phone, f"wk:{day}")
    assert "Уроков нет" in await pressed(phone, f"cy:1:{day}")
    assert "Пока никого не отметили" in await pressed(phone, f"ab:1:{day}")


async def test_a_holiday_is_named(stage: Scene, school: SchoolBuilder, sessions: Sessions) -> None:
    async with sessions() as session, session.begin():
        session.add(Holiday(year_id=school.year_id, name="Осенние <каникулы>", starts=MONDAY, ends=MONDAY))
    phone = await home(stage, await school.connected_staff("Отдохнова"))

    await phone.press("Сегодня")

    await phone.sees("Уроков нет: Осенние <каникулы>.")


@pytest.mark.parametrize("data", ["dy:99991231", "dy:00010101", "wk:99991231", "dy:2026112", "sl:zz", "lm:1:1:0:0"])
async def test_values_that_no_button_carries_are_out_of_date(stage: Scene, school: SchoolBuilder, data: str) -> None:
    teacher = await school.connected_staff("Учитель")
    unit = await school.class_unit()
    await school.pupil(unit)
    await school.lesson(await school.load(teacher.id, unit), 1)
    phone = await home(stage, teacher)

    answer = await phone.press_data(data, phone.screen.id)

    assert "устарела" in answer.text


async def test_a_cancelled_lesson_is_seen_and_not_marked(
    stage: Scene, school: SchoolBuilder, sessions: Sessions
) -> None:
    teacher = await school.connected_staff("Учитель")
    unit = await school.class_unit()
    pupil = await school.pupil(unit)
    lesson = await school.lesson(await school.load(teacher.id, unit), 1)
    async with sessions() as session, session.begin():
        await session.execute(update(Lesson).values(status=LessonStatus.CANCELLED))
    phone = await home(stage, teacher)
    await phone.press("Сегодня")
    await phone.sees("Алгебра — отменён")
    assert not any("Алгебра" in label for label in phone.screen.labels)

    shown = await pressed(phone, f"rl:{lesson}")
    answer = await phone.press_data(f"mk:{lesson}:{pupil}:absent:0", phone.screen.id)

    assert "Урок отменён" in shown
    assert "Отметьте" not in shown
    assert "Урок отменён" in answer.text


async def test_each_teacher_of_a_divided_class_sees_the_own_group(
    stage: Scene, school: SchoolBuilder, sessions: Sessions
) -> None:
    first, second = await school.connected_staff("Первая"), await school.connected_staff("Вторая")
    unit, other = await school.class_unit("7А"), await school.class_unit("7Б")
    pupils = [
        await school.pupil(unit, "Аистов"),
        await school.pupil(other, "Бобров"),
        await school.pupil(unit, "Волков"),
    ]
    loads = [
        await school.load(first.id, unit, other, subject="Английский", group="1"),
        await school.load(second.id, unit, subject="Английский", group="2"),
    ]
    async with sessions() as session, session.begin():
        subject = (await session.get_one(Subject, 1)).id
        for load, pupil in zip((loads[0], loads[0], loads[1]), pupils, strict=True):
            since = date(2026, 9, 1)
            session.add(GroupMember(load_id=load, subject_id=subject, pupil_id=pupil, starts=since))
    joint, own = [await school.lesson(load, 1) for load in loads]
    phone, neighbour = await home(stage, first), await home(stage, second)
    await phone.press("Сегодня")
    await phone.press("7А+7Б (1)")
    await neighbour.press("Сегодня")
    await neighbour.press("7А (2)")

    assert tuple(phone.screen.labels[:2]) == ("Аистов Пётр", "Бобров Пётр")
    assert "Волков Пётр" not in phone.screen.labels
    assert neighbour.screen.labels[0] == "Волков Пётр"
    refused = await phone.press_data(f"mk:{joint}:{pupils[2]}:absent:0", phone.screen.id)
    assert "Нет доступа" in refused.text
    refused = await phone.press_data(f"mk:{own}:{pupils[2]}:absent:0", phone.screen.id)
    assert "Нет доступа" in refused.text


async def test_a_substitute_has_the_lesson_and_its_owner_knows(stage: Scene, school: SchoolBuilder) -> None:
    owner, substitute = await school.connected_staff("Больнова"), await school.connected_staff("Замещаева")
    unit = await school.class_unit()
    await school.pupil(unit)
    await school.lesson(await school.load(owner.id, unit), 1, substitute=substitute.id)
    phone, ill = await home(stage, substitute), await home(stage, owner)
    await phone.press("Сегодня")
    await phone.sees("вы заменяете")
    await ill.press("Сегодня")
    await ill.sees("ведёт замена")

    await phone.press("1. 7Б Алгебра")
    await phone.sees("⇄ Замена")
    await phone.press("Все на месте")

    await phone.sees("Перекличка сделана")
    await ill.press("Домой")
    await ill.sees("Сегодня у вас нет уроков")


async def test_a_dismissed_teacher_is_a_stranger_from_the_next_day(
    stage: Scene, school: SchoolBuilder, sessions: Sessions, clock: FakeClock
) -> None:
    teacher = await school.connected_staff("Ушедшая")
    async with sessions() as session, session.begin():
        await session.execute(update(Staff).where(Staff.id == teacher.id).values(dismissed=MONDAY))
    phone = await home(stage, teacher)

    clock.set("08:00", date(2026, 11, 24))
    await phone.press("Сегодня")

    await phone.sees("пришлите код доступа")


@pytest.mark.parametrize(
    ("role", "words", "hidden"),
    [
        (Role.TEACHER, "Сегодня", "Классы"),
        (Role.SECRETARY, "Классы и семьи", "Журнал сегодня"),
        (Role.DEPUTY_HEAD, "Журнал сегодня", "Книга школы"),
        (Role.DIRECTOR, "Классы и семьи", "Сотрудники и коды"),
        (Role.ADMINISTRATOR, "Книга школы", "Журнал сегодня"),
    ],
)
async def test_the_commands_answer_every_role(
    stage: Scene, school: SchoolBuilder, role: Role, words: str, hidden: str
) -> None:
    phone = stage.phone(await school.connected_staff("Сотрудникова", role))
    for command in ("/start", "/menu", "/MENU@zvonok_staff_bot"):
        await phone.send(command)
        shown = await phone.next_message()
        assert words in shown.labels, command
        assert not any(hidden in label for label in shown.labels)
    for command, answer in (("/today", "Уроков нет"), ("/help", "Выберите, о чём"), ("/language", "English")):
        await phone.send(command)
        assert "⌂ Домой" in (await phone.sees(answer)).labels, command
    assert set(phone.commands) == {"today", "menu", "help", "language", "cancel", "stop"}


@pytest.mark.parametrize("command", ["/start", "/menu", "/help", "/today", "/language", "/cancel", "/foo"])
async def test_the_commands_tell_who_was_cut_off_how_to_come_in(
    stage: Scene, school: SchoolBuilder, sessions: Sessions, command: str
) -> None:
    person = await school.connected_staff("Отключённая")
    phone = await home(stage, person)
    async with sessions() as session, session.begin():
        await session.execute(update(Link).where(Link.id == person.link_id).values(revoked_at=Link.created_at))

    await phone.send(command)

    await phone.sees("пришлите код доступа")
