"""Pages of others: a class leader's class, a deputy's look, a director's hand."""

from core.terms import Role
from sandbox import Phone
from tests.roll.conftest import Class7B
from tests.support.stage import Scene


async def at_home(stage: Scene, seven_b: Class7B, *roles: Role) -> Phone:
    phone = stage.phone(await seven_b.school.connected_staff("Начальникова", *roles))
    await phone.send("/menu")
    await phone.sees("Журнал сегодня")
    return phone


async def test_a_deputy_sees_every_class_and_only_looks_at_a_roll(stage: Scene, seven_b: Class7B) -> None:
    deputy = await at_home(stage, seven_b, Role.DEPUTY_HEAD)
    await deputy.press("Журнал сегодня")
    await deputy.press("По классам")
    await deputy.press("7Б: 0/0, нет 0")
    await deputy.press("Уроки класса")
    await deputy.sees("Алгебра", "Алгебраистова")

    await deputy.press("1. 7Б Алгебра")

    await deputy.sees("Только просмотр")
    assert "Иванов Пётр" not in deputy.screen.labels
    await deputy.press("Назад")
    await deputy.sees("Алгебраистова")


async def test_a_director_marks_on_any_page(stage: Scene, seven_b: Class7B) -> None:
    director = await at_home(stage, seven_b, Role.DIRECTOR)
    await director.press("Журнал сегодня")
    await director.press("По классам")
    await director.press("7Б")
    await director.press("Уроки класса")
    await director.press("1. 7Б Алгебра")

    await director.press("Иванов Пётр")

    assert "✗ Иванов Пётр" in director.screen.labels


async def test_a_class_leader_reaches_every_page_of_the_own_class(stage: Scene, seven_b: Class7B) -> None:
    leader = stage.phone(seven_b.leader)
    await leader.send("/menu")
    await leader.sees("Отсутствуют: 7Б")
    await leader.press("Отсутствуют: 7Б")
    await leader.press("Уроки класса")
    await leader.press("1. 7Б Алгебра")

    await leader.press("Все на месте")

    await leader.sees("Перекличка сделана")


async def test_a_teacher_has_no_way_to_other_classes(stage: Scene, seven_b: Class7B) -> None:
    teacher = stage.phone(seven_b.teacher)
    await teacher.send("/menu")
    await teacher.sees("Сегодня")

    answer = await teacher.press_data("Jt", teacher.screen.id)

    assert "Нет доступа" in answer.text
