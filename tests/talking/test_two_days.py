"""Two days of two families and their school: every word arrives once, in its order, at an hour when it may (C1)."""

import pytest

from core.app import App
from tests.support.stage import playing
from tests.talking.life import Talk

pytestmark = pytest.mark.timeout(300)
MOTHER, FATHER = "✉️ Иванова Мария Петровна, мать", "✉️ Иванов Мария Петровна, мать"
NEIGHBOUR = "✉️ Сидорова Мария Петровна, мать"


async def test_two_days_of_words(talk: Talk) -> None:
    await talk.write("mother", "кл. рук.", "Аня забыла тетрадь", child="Анна")
    await talk.write("father", "кл. рук.", "Заберу Петю в два", child="Пётр")
    await talk.write("neighbour", "Физика", "Олег спрашивает про опыт")
    await talk.answer("girls_leader", "Аня забыла тетрадь", "Ничего страшного")
    await talk.answer("leader", "Заберу Петю в два", "Хорошо")
    await talk.at("19:30")
    await talk.write("mother", "Физика", "Первый вечерний вопрос", child="Пётр")
    await talk.phone("mother").sees("Физикова Анна Ивановна: придёт завтра в 08:00")
    await talk.at("19:45")
    await talk.write("mother", "Физика", "Второй вечерний вопрос", child="Пётр")
    await talk.at("23:30")
    await talk.answer("physicist", "Олег спрашивает про опыт", "Покажу во вторник")
    await talk.phone("physicist").sees("Сидорова Мария Петровна: придёт завтра в 07:00")
    await talk.at("02:00", day=1)
    await talk.at("06:59", day=1)
    await talk.at("07:00", day=1)
    await talk.at("08:00", day=1)
    await talk.answer("physicist", "Второй вечерний вопрос", "Отвечаю на второй")
    await talk.answer("mother", "Отвечаю на второй", "Спасибо, поняли")
    await talk.at("12:00", day=1)

    assert talk.told() == [
        f"23.11 10:00 girls_leader: {MOTHER} | Иванова Анна, 5А | Аня забыла тетрадь",
        f"23.11 10:00 leader: {FATHER} | Иванов Пётр, 7Б | Заберу Петю в два",
        f"23.11 10:00 physicist: {NEIGHBOUR} | Сидоров Олег, 7Б | Олег спрашивает про опыт",
        "23.11 10:00 mother: ✉️ Пятова Анна Ивановна | Иванова Анна, 5А | Ничего страшного",
        "23.11 10:00 father: ✉️ Классная Анна Ивановна | Иванов Пётр, 7Б | Хорошо",
        "24.11 07:00 neighbour: ✉️ Физикова Анна Ивановна | Сидоров Олег, 7Б | Покажу во вторник",
        f"24.11 08:00 physicist: {MOTHER} | Иванов Пётр, 7Б | Первый вечерний вопрос",
        f"24.11 08:00 physicist: {MOTHER} | Иванов Пётр, 7Б | Второй вечерний вопрос",
        "24.11 08:00 mother: ✉️ Физикова Анна Ивановна | Иванов Пётр, 7Б | Отвечаю на второй",
        f"24.11 08:00 physicist: {MOTHER} | Иванов Пётр, 7Б | Спасибо, поняли",
    ]


async def test_words_under_two_questions_reach_each_their_own_leader_over_a_restart(app: App, talk: Talk) -> None:
    await talk.asked("mother", "кл. рук.", child="Анна")
    of_the_girl = talk.phone("mother").screen
    await talk.asked("mother", "кл. рук.", child="Пётр")
    of_the_boy = talk.phone("mother").screen

    async with playing(app, talk.school.stage):
        await talk.phone("mother").reply("Про Аню", of_the_girl)
        await talk.phone("mother").reply("Про Петю", of_the_boy)
        await talk.phone("girls_leader").sees("Про Аню")
        await talk.phone("leader").sees("Про Петю")
        await talk.comes()

    assert sorted(talk.told()) == [
        f"23.11 10:00 girls_leader: {MOTHER} | Иванова Анна, 5А | Про Аню",
        f"23.11 10:00 leader: {MOTHER} | Иванов Пётр, 7Б | Про Петю",
    ]
