"""Complaints, edits and other hands, as both sides' phones tell it (C1)."""

import pytest

from tests.talking.life import Talk

pytestmark = pytest.mark.timeout(300)


async def test_a_complaint_and_its_end_are_told_to_both_sides_and_open_nothing_said_later(talk: Talk) -> None:
    await talk.write("neighbour", "Физика", "Почему два?")
    await talk.letter("physicist", "Почему два?")
    neighbour, deputy = talk.phone("neighbour"), talk.phone("deputy")
    await neighbour.press("Открыть переписку")
    await neighbour.press("Ещё…")
    await neighbour.press("Пожаловаться")
    await neighbour.send("Нет ответа <b>&")
    await neighbour.sees("✓ Жалоба записана")
    await talk.comes()
    await talk.phone("physicist").sees("подана жалоба", "Сидорова")
    await deputy.press("Открыть жалобу")
    await deputy.sees("Нет ответа <b>&")
    await deputy.press("Прочесть переписку")
    await deputy.sees("Почему два?", "каждое открытие записывается")
    await deputy.press("К жалобе")
    await deputy.press("Закрыть жалобу")
    await deputy.send("Объяснит")

    await talk.comes()
    for name in ("neighbour", "physicist"):
        await talk.phone(name).sees("рассмотрена", "Объяснит")
    await talk.at("10:05")
    await talk.answer("physicist", "Почему два?", "Сказано после жалобы")
    await deputy.press("Прочесть переписку")
    await deputy.settle()
    assert not any("Сказано после жалобы" in message.text for message in deputy.messages)
    assert [line.split(" | ")[-1] for line in talk.told()] == ["Почему два?", "Сказано после жалобы"]


async def test_conversations_go_into_other_hands_with_their_history(talk: Talk) -> None:
    await talk.write("neighbour", "Физика", "Старый вопрос")
    await talk.letter("physicist", "Старый вопрос")
    physicist = await talk.home("physicist")
    await physicist.press("Сообщения")
    await physicist.press("Ещё…")
    await physicist.press("Передать переписку")
    await physicist.press("Передать мою")
    await physicist.press("Классная")
    await physicist.press("Передать · 1")
    await physicist.sees("✓ Передано: 1")

    await talk.comes()
    await talk.phone("neighbour").sees("Классная Анна Ивановна", "Открыть")
    leader = await talk.home("leader")
    await leader.press("Сообщения · 1")
    await leader.press("1. Сидорова")
    await leader.sees("Старый вопрос", "‹ Сообщения")
    await leader.press("Ответить")
    await leader.send("Теперь отвечаю я")
    await leader.sees("✓ Отправлено")
    await talk.letter("neighbour", "Теперь отвечаю я")
    assert [line.split(" | ")[-1] for line in talk.told()] == ["Старый вопрос", "Теперь отвечаю я"]
