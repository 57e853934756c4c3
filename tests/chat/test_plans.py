"""Topics from the plan and the plan itself, as a teacher and a deputy live them, over real HTTP."""

import pytest
from sqlalchemy import func, select

from core.app import App
from core.terms import Role
from sandbox import Phone
from storage.models import AuditEntry, Lesson, PlanLine
from tests.plans.conftest import TOPICS, Plans
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.school import days_after
from tests.support.stage import Scene, playing

SECTIONS = "Раздел;Тема;Количество часов\r\nФункции;Функции;3\r\nРяды;Пределы;1\r\n".encode("cp1251")


@pytest.fixture
async def plans(app: App, seven_b: Class7B) -> Plans:
    return Plans(app, seven_b)


@pytest.fixture
async def deputy(stage: Scene, seven_b: Class7B) -> Phone:
    phone = stage.phone(seven_b.deputy)
    await phone.send("/menu")
    await phone.sees("КТП классов")
    return phone


async def open_page(phone: Phone, lesson: int) -> None:
    await phone.press_data(f"Pg:{lesson}", phone.screen.id)
    await phone.sees("Перекличка:")


async def open_plan(phone: Phone, load: int) -> None:
    await phone.press_data(f"Kp:{load}:0", phone.screen.id)
    await phone.sees("КТП ·")


async def line_count(plans: Plans) -> int:
    async with plans.seven_b.sessions() as session:
        return await session.scalar(select(func.count()).select_from(PlanLine)) or 0


async def test_a_subject_shows_as_it_is_named(seven_b: Class7B, teacher: Phone) -> None:
    load = await seven_b.school.load(seven_b.teacher.id, seven_b.class_id, subject="Алгебра <углубл.> & «ко»")

    await open_plan(teacher, load)

    await teacher.sees("КТП · 7Б · Алгебра <углубл.> & «ко»")


async def test_the_next_topic_takes_two_taps_from_the_page(teacher: Phone, plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    await open_page(teacher, seven_b.lessons[0])

    await teacher.press("Тема")
    await teacher.press(f"1. {TOPICS[0]}")

    await teacher.sees(f"Тема: {TOPICS[0]}", "По плану: № 1", "Вид урока: Обычный урок")


async def test_two_topics_then_half_then_none(teacher: Phone, plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    await open_page(teacher, seven_b.lessons[0])
    await teacher.press("Тема")
    await teacher.press("1 и 2 вместе")
    await teacher.sees(f"Тема: {TOPICS[0]}. {TOPICS[1]}")
    await teacher.press("Тема")
    await teacher.press("Снять тему 2")
    await teacher.press("Тема")

    await teacher.press("½ темы 1")
    await teacher.press("Тема")
    await teacher.sees("По плану: № 1 (0,5 ч.)")
    await teacher.press("Снять тему 1")

    await teacher.sees("Нужно: перекличка, тема")


async def test_another_line_is_chosen_from_the_whole_plan(teacher: Phone, plans: Plans, seven_b: Class7B) -> None:
    await plans.plan(*[f"Тема номер {n}" for n in range(1, 31)])
    await open_page(teacher, seven_b.lessons[0])
    await teacher.press("Тема")
    await teacher.press("Другая тема плана")
    await teacher.press("Дальше")

    await teacher.press("12. Тема номер 12")

    await teacher.sees("Тема: Тема номер 12")


async def test_an_old_button_of_the_topic_screen_does_nothing_new(
    teacher: Phone, plans: Plans, seven_b: Class7B
) -> None:
    await plans.plan()
    line = (await plans.of()).lines[0]
    await open_page(teacher, seven_b.lessons[0])
    data = f"Kd:{seven_b.lessons[0]}:0:{line.id}x100"
    await teacher.press_data(data, teacher.screen.id)

    answer = await teacher.press_data(data, teacher.screen.id)

    assert answer.text == "Уже так"
    assert (await plans.lesson(seven_b.lessons[0])).page_rev == 1


@pytest.mark.parametrize("portions", ["1x0", "1x900", "1x100.1x50", "x", "1", "1x50.2x50.3x50.4x50", "9999999999x100"])
async def test_forged_portions_are_out_of_date(teacher: Phone, plans: Plans, seven_b: Class7B, portions: str) -> None:
    await plans.plan()

    answer = await teacher.press_data(f"Kd:{seven_b.lessons[0]}:0:{portions}", teacher.screen.id)

    assert "устарела" in answer.text


async def test_a_topic_after_the_window_is_offered_as_a_request(
    teacher: Phone, plans: Plans, seven_b: Class7B, clock: FakeClock
) -> None:
    await plans.plan()
    await open_page(teacher, seven_b.lessons[0])
    await teacher.press("Тема")
    clock.set("12:00", days_after(40))

    await teacher.press(f"1. {TOPICS[0]}")

    await teacher.sees("Отправить запрос")
    assert (await plans.lesson(seven_b.lessons[0])).topic == ""


async def test_a_request_that_is_allowed_delivers_the_line(
    stage: Scene, teacher: Phone, plans: Plans, seven_b: Class7B, clock: FakeClock
) -> None:
    await plans.plan()
    await open_page(teacher, seven_b.lessons[0])
    await teacher.press("Тема")
    clock.set("12:00", days_after(40))
    await teacher.press(f"1. {TOPICS[0]}")
    await teacher.press("Отправить запрос")
    await teacher.sees("Почему запись делается после срока?")
    await teacher.send("Не было сети")
    director = stage.phone(await seven_b.school.connected_staff("Директорова", Role.DIRECTOR))
    await director.send("/menu")
    await director.sees("Сегодня")
    await director.press("Запросы")
    await director.press("Алгебраистова")

    await director.press("Разрешить")

    await director.sees("Разрешено")
    assert (await plans.lesson(seven_b.lessons[0])).topic == TOPICS[0]
    assert list(await plans.deliveries(seven_b.lessons[0])) == [TOPICS[0]]


async def test_the_plan_s_homework_is_one_tap_away(teacher: Phone, plans: Plans, seven_b: Class7B) -> None:
    await plans.plan(homework="п. 12 № 3")
    await open_page(teacher, seven_b.lessons[0])
    await teacher.press("Тема")

    await teacher.press(f"1. {TOPICS[0]}")

    await teacher.sees("По плану: № 1")
    assert "Задать из плана: п. 12 № 3" in teacher.screen.labels


async def test_a_file_of_sections_is_split_into_lessons(teacher: Phone, plans: Plans, seven_b: Class7B) -> None:
    await open_plan(teacher, seven_b.load)
    await teacher.press("Загрузить КТП")
    await teacher.sees("Пришлите файл с планом")
    await teacher.upload(SECTIONS, "ktp.csv")
    await teacher.sees("Строк: 2, часов: 4", "Не хватает 98 ч.", "Первая тема: Функции", "1 строка длиннее урока")
    assert await line_count(plans) == 0

    await teacher.press("Разбить на уроки: 4 строки")

    await teacher.sees("1. Функции (1 из 3)", "4. Пределы", "не хватает 98")
    assert await line_count(plans) == 4


async def test_the_confirmation_pressed_twice_takes_the_file_once(
    teacher: Phone, plans: Plans, seven_b: Class7B
) -> None:
    await open_plan(teacher, seven_b.load)
    await teacher.press("Загрузить КТП")
    await teacher.sees("Пришлите файл с планом")
    await teacher.upload(SECTIONS, "ktp.csv")
    shown = await teacher.sees("Строк: 2")
    data = shown.keyboard[0][0].data
    await teacher.press("Разбить на уроки")

    answer = await teacher.press_data(data, shown.id)

    assert answer.text == "Уже так"
    assert await line_count(plans) == 4


async def test_a_file_with_faults_names_them_and_changes_nothing(
    teacher: Phone, plans: Plans, seven_b: Class7B
) -> None:
    await plans.plan()
    await open_plan(teacher, seven_b.load)
    await teacher.press("Загрузить КТП")
    await teacher.sees("Пришлите файл с планом")

    await teacher.upload("Тема;Часов\r\nСтепень;два\r\n".encode(), "ktp.csv")

    await teacher.sees("В файле 1 ошибка", "строка 2", "«два» – не число", "План не изменён")
    assert await line_count(plans) == len(TOPICS)


async def test_what_is_no_table_is_told_so_and_asked_for_again(teacher: Phone, plans: Plans, seven_b: Class7B) -> None:
    await open_plan(teacher, seven_b.load)
    await teacher.press("Загрузить КТП")
    await teacher.sees("Пришлите файл с планом")
    await teacher.send("вот план")
    await teacher.settle()
    await teacher.upload(b"\x89PNG\x00\x01", "plan.xlsx")

    await teacher.sees("не удалось прочитать как таблицу", "Прислать другой файл")


async def test_a_line_is_edited_by_a_reply_over_a_restart(
    app: App, stage: Scene, teacher: Phone, plans: Plans, seven_b: Class7B
) -> None:
    await plans.plan()
    await open_plan(teacher, seven_b.load)
    await teacher.press("2", exact=True)
    await teacher.sees("Строка 2", TOPICS[1])
    await teacher.press("Тема", exact=True)
    await teacher.sees("напишите тему", "Сейчас: Выражения с переменными")

    async with playing(app, stage):
        await teacher.send("Выражения <с> переменными & без")
        await teacher.sees("Строка 2", "Выражения <с> переменными & без")


async def test_hours_typed_wrong_are_asked_for_again(teacher: Phone, plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    await open_plan(teacher, seven_b.load)
    await teacher.press("2", exact=True)
    await teacher.press("Часы", exact=True)
    await teacher.sees("сколько часов?")
    await teacher.send("два")
    await teacher.sees("Не получилось понять: «два»", "сколько часов?")

    await teacher.send("0,5 ч.")

    await teacher.sees("Часов: 0,5.")


async def test_a_delivered_line_offers_no_removal_and_a_forged_one_is_refused(
    teacher: Phone, plans: Plans, seven_b: Class7B
) -> None:
    await plans.plan()
    await plans.give(seven_b.lessons[0], 1)
    page = await plans.of()
    await open_plan(teacher, seven_b.load)
    await teacher.press("1", exact=True)
    await teacher.sees("Пройдено 1 ч.")
    assert "Удалить строку" not in teacher.screen.labels

    answer = await teacher.press_data(f"Kr:{seven_b.load}:{page.lines[0].id}:{page.seen}", teacher.screen.id)

    assert "уже пройдена" in answer.text


async def test_a_line_goes_after_one_question(teacher: Phone, plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    await open_plan(teacher, seven_b.load)
    await teacher.press("5", exact=True)
    await teacher.press("Удалить строку")
    await teacher.sees("Удалить строку 5?")

    await teacher.press("Удалить", exact=True)

    await teacher.sees("Часов: 4 из 102")


async def test_a_teacher_makes_a_copy_of_the_grade_s_plan_before_changing_it(
    teacher: Phone, plans: Plans, seven_b: Class7B
) -> None:
    await plans.plan(grade=7)
    await open_plan(teacher, seven_b.load)
    await teacher.press("1", exact=True)
    await teacher.sees("Это общий план параллели")

    await teacher.press("Сделать свой план для 7Б")

    await teacher.sees("План класса 7Б")
    await teacher.press("1", exact=True)
    assert "Удалить строку" in teacher.screen.labels


async def test_a_deputy_finds_what_is_missing_and_copies_it_for_the_grade(
    deputy: Phone, plans: Plans, seven_b: Class7B
) -> None:
    source = await seven_b.school.class_unit("7А")
    await plans.plan(class_id=source)
    await deputy.press("КТП классов")
    await deputy.sees("Без плана: 1", "план должен быть готов до начала учебного года")
    await deputy.press("7Б Алгебра — нет плана")
    await deputy.press("Скопировать")
    await deputy.press("7А: строк 5, 5 ч.")
    await deputy.press("Для всей параллели 7")
    await deputy.sees("Для всей параллели 7.", "Не хватает 97 ч.")

    await deputy.press("Принять: 5 строк")

    await deputy.sees("Общий план параллели 7", "не хватает 97")
    await deputy.press("КТП классов")
    await deputy.sees("Без плана: 0")
    assert "до начала учебного года" not in deputy.screen.text


async def test_a_stranger_s_buttons_open_nothing(stage: Scene, plans: Plans, seven_b: Class7B) -> None:
    await plans.plan()
    page = await plans.of()
    line = page.lines[0].id
    stranger = stage.phone(await seven_b.school.connected_staff("Чужая"))
    await stranger.send("/menu")
    await stranger.sees("Сегодня")
    load, lesson = seven_b.load, seven_b.lessons[0]
    forged = [f"Kp:{load}:0", f"Pt:{lesson}", f"Kd:{lesson}:0:{line}x100", f"Kr:{load}:{line}:{page.seen}", "Kl:0:0"]
    forged += [
        f"Ku:{load}",
        f"Ka:{load}:0:{page.seen}",
        f"Ke:{load}:{line}:t",
        f"Kk:{load}:{line}:control",
        f"Kc:{load}:0",
    ]

    for data in forged:
        answer = await stranger.press_data(data, stranger.screen.id)
        assert "Нет доступа" in answer.text, data

    async with seven_b.sessions() as session:
        assert (await session.scalars(select(AuditEntry.action).where(AuditEntry.action.like("plan.%")))).all() == []
        assert (await session.scalars(select(Lesson.topic).where(Lesson.topic != ""))).all() == []
