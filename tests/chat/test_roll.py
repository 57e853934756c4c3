"""The roll as a teacher, a parent and a class leader live it, over real HTTP."""

from core.app import App
from core.terms import Door
from sandbox import Msg, Phone
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.stage import Scene, playing


def button_data(message: Msg, label: str) -> str:
    """What the button with exactly this label carries."""
    return next(button.data for row in message.keyboard or [] for button in row if button.text == label)


async def open_first_lesson(teacher: Phone) -> None:
    await teacher.press("Сегодня")
    await teacher.press("1. 7Б Алгебра — отметить")
    await teacher.sees("Отметьте отсутствующих (3 в списке)")


async def test_everybody_is_there_in_two_taps_from_today(teacher: Phone) -> None:
    await teacher.press("Сегодня")

    await teacher.press("1. 7Б Алгебра")
    await teacher.press("Все на месте")

    await teacher.sees("Перекличка сделана: 3 в списке, отсутствующих нет.")


async def test_a_tap_goes_absent_late_and_back(teacher: Phone) -> None:
    await open_first_lesson(teacher)

    await teacher.press("Иванов Пётр")
    assert "✗ Иванов Пётр" in teacher.screen.labels
    await teacher.press("✗ Иванов Пётр")
    assert "◷ Иванов Пётр" in teacher.screen.labels
    await teacher.press("◷ Иванов Пётр", exact=True)

    assert "Иванов Пётр" in teacher.screen.labels


async def test_minutes_of_lateness_can_be_given(teacher: Phone) -> None:
    await open_first_lesson(teacher)
    await teacher.press("Иванов Пётр")
    await teacher.press("✗ Иванов Пётр")

    await teacher.press("На сколько опоздал: Иванов Пётр")
    await teacher.press("10 мин.")

    await teacher.sees("◷ Иванов Пётр — опоздание 10 мин.")


async def test_an_old_button_of_another_message_writes_nothing_new(teacher: Phone) -> None:
    await open_first_lesson(teacher)
    old = teacher.screen
    await teacher.press("Иванов Пётр")
    data = button_data(old, "Иванов Пётр")

    answer = await teacher.press_data(data, old.id)

    assert answer.text == "Уже так"


async def test_two_on_one_page_see_the_truth_after_their_next_tap(
    stage: Scene, seven_b: Class7B, teacher: Phone
) -> None:
    await open_first_lesson(teacher)
    stale = button_data(teacher.screen, "Иванов Пётр")
    leader = stage.phone(seven_b.leader)
    await leader.send("/menu")
    await leader.sees("Сегодня")
    await leader.press_data(f"rl:{seven_b.lessons[0]}", leader.screen.id)
    await leader.press("Иванов Пётр")
    await leader.press("✗ Иванов Пётр")

    answer = await teacher.press_data(stale, teacher.screen.id)

    assert "Коллега отметил раньше" in answer.text
    await teacher.sees("◷ Иванов Пётр")


async def test_the_parent_s_phone_rings_and_the_answer_reaches_everybody(
    stage: Scene, seven_b: Class7B, teacher: Phone, clock: FakeClock
) -> None:
    mother, leader = stage.phone(seven_b.mother), stage.phone(seven_b.leader)
    await open_first_lesson(teacher)
    await teacher.press("Иванов Пётр")
    await teacher.press("Готово: нет 1")
    clock.forward(seconds=10)

    await mother.sees("Иванов Пётр", "нет на уроке", "Алгебра", "Что случилось?")
    await mother.press("Болеет")

    await mother.sees("болеет")
    await leader.sees("Иванов Пётр", "болеет (со слов родителей)")
    await teacher.press_data(f"rl:{seven_b.lessons[0]}", teacher.screen.id)
    await teacher.sees("Иванов Пётр — болеет (со слов родителей)")


async def test_an_undone_roll_rings_nobody(stage: Scene, seven_b: Class7B, teacher: Phone, clock: FakeClock) -> None:
    mother = stage.phone(seven_b.mother)
    await open_first_lesson(teacher)
    await teacher.press("Иванов Пётр")
    await teacher.press("Готово: нет 1")
    await teacher.press("Отменить")
    await teacher.press("✗ Иванов Пётр", exact=True)
    await teacher.press("◷ Иванов Пётр", exact=True)
    clock.forward(minutes=2)

    await mother.never_sees("нет на уроке", within=1.0)


async def test_a_late_correction_calms_the_parent(
    stage: Scene, seven_b: Class7B, teacher: Phone, clock: FakeClock
) -> None:
    mother = stage.phone(seven_b.mother)
    await open_first_lesson(teacher)
    await teacher.press("Иванов Пётр")
    await teacher.press("Готово: нет 1")
    clock.forward(seconds=10)
    await mother.sees("нет на уроке")

    await teacher.press("✗ Иванов Пётр", exact=True)

    await mother.sees("Ошибка, Иванов Пётр на уроке")


async def test_the_class_leader_s_card_moves_as_rolls_come_in(stage: Scene, seven_b: Class7B, teacher: Phone) -> None:
    leader = stage.phone(seven_b.leader)
    await leader.send("/menu")
    await leader.sees("Отсутствуют: 7Б")
    await leader.press("Отсутствуют: 7Б")
    await leader.sees("Пока никого не отметили")

    await open_first_lesson(teacher)
    await teacher.press("Иванов Пётр")

    await leader.sees("Иванов Пётр", "с 1-го урока")


async def test_the_class_leader_gives_a_reason_and_a_note(stage: Scene, seven_b: Class7B, teacher: Phone) -> None:
    leader = stage.phone(seven_b.leader)
    await open_first_lesson(teacher)
    await teacher.press("Петрова Анна")
    await leader.send("/menu")
    await leader.sees("Отсутствуют: 7Б")
    await leader.press("Отсутствуют: 7Б")
    await leader.sees("не получит сообщение: позвонить")

    await leader.press("! Петрова Анна")
    await leader.press("Добавить заметку")
    await leader.sees("Напишите заметку")
    await leader.send("Звонила бабушка <b>утром</b> & вечером")
    await leader.sees("Заметка: Звонила бабушка <b>утром</b> & вечером")
    await leader.press("Уважительная причина")

    await leader.sees("уважительная причина")


async def test_buttons_live_through_a_restart(app: App, stage: Scene, seven_b: Class7B, teacher: Phone) -> None:
    await open_first_lesson(teacher)
    old = teacher.screen
    async with playing(app, stage):
        await teacher.press("Иванов Пётр", message=old.id)
    assert "✗ Иванов Пётр" in teacher.screen.labels


async def test_a_forged_button_for_another_class_is_refused_and_logged(
    stage: Scene, seven_b: Class7B, teacher: Phone
) -> None:
    other = await seven_b.school.class_unit("8А")
    stranger = await seven_b.school.pupil(other)
    foreign = await seven_b.school.load(await seven_b.school.staff("Чужая"), other, subject="Физика")
    lesson = await seven_b.school.lesson(foreign)

    answer = await teacher.press_data(f"mk:{lesson}:{stranger}:absent:0", teacher.screen.id)

    assert "Нет доступа" in answer.text


async def test_a_garbled_button_is_answered_and_home_is_shown(teacher: Phone) -> None:
    for data in ("zz", "mk:1", "mk:1:2:gone:0", "rl:99999999999999", "", "mk:::::"):
        answer = await teacher.press_data(data or "x", teacher.screen.id)
        assert "устарела" in answer.text
    await teacher.sees("Сегодня")


async def test_a_stranger_is_told_how_to_get_in(stage: Scene) -> None:
    stranger = stage.phone_at(777, Door.STAFF)
    await stranger.start()
    await stranger.sees("код")
    await stranger.never_sees("Сегодня")
