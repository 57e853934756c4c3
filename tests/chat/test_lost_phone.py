"""A parent's lost phone: cut off by the class leader, or by the parent from another phone, over real HTTP (A4)."""

from core.terms import Door
from tests.roll.conftest import Class7B
from tests.support.stage import Scene


async def test_the_class_leader_cuts_a_whole_family_off(stage: Scene, seven_b: Class7B) -> None:
    leader, mother = stage.phone(seven_b.leader), stage.phone(seven_b.mother)
    await mother.send("/menu")
    await mother.sees("Пётр")
    await leader.send("/menu")
    await leader.sees("Класс: 7Б")
    await leader.press("Класс: 7Б")
    await leader.sees("Семьи")
    await leader.press("Семьи")
    await leader.sees("Родители подключены")
    await leader.press("‹ Назад")
    await leader.sees("Учеников:")
    await leader.press("Семьи")
    await leader.press("Иванов Пётр")
    await leader.sees("Иванова Мария Петровна")
    await leader.press("Отключить всю семью")
    await leader.sees("Отключить все телефоны этой семьи", "Иванова Мария Петровна, Иванов Мария Петровна")

    answer = await leader.press("Да, отключить")

    assert answer.text == "Отключено 2 чата"
    await mother.send("/menu")
    await mother.sees("Здравствуйте!")


async def test_a_mother_cuts_her_other_phone_off(stage: Scene, seven_b: Class7B) -> None:
    lost = stage.phone(await seven_b.school.connect(Door.FAMILY, guardian_id=seven_b.mother.id))
    mother = stage.phone(seven_b.mother)
    await mother.send("/settings")
    await mother.sees("Отключить другие телефоны")
    await mother.press("Отключить другие телефоны")
    await mother.sees("Кроме этого телефона подключён ещё 1")
    await mother.press("Да, отключить")
    await mother.sees("Отключить другие телефоны")
    answer = await mother.press("Отключить другие телефоны")

    assert answer.text == "Других телефонов у вас не подключено."
    await lost.send("/menu")
    await lost.sees("Здравствуйте!")
