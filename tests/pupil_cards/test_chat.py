"""Over real HTTP: a mother proposes, the class leader decides, confirms the class; a deputy asks; the office edits."""

from core.app import App
from core.pupil_cards.reminding import remind_of_cards
from tests.pupil_cards.conftest import PHONE, Cards
from tests.support.stage import Scene


async def test_a_mother_s_new_phone_reaches_the_card(stage: Scene, cards: Cards) -> None:
    mother, leader = stage.phone(cards.class7.mother), stage.phone(cards.class7.leader)
    await mother.send("/menu")
    await mother.sees("Пётр Иванов, 7Б")
    await mother.press("Ещё…")
    await mother.press("Наши контакты")
    await mother.sees("Ваши", "Телефон: +79000000000", "Адрес: не указан")
    await mother.press("Мой телефон")
    await mother.sees("Ваши контакты", "Напишите телефон", "Сейчас: +79000000000")
    await mother.send("позвоните мужу")
    await mother.sees("не похоже на номер телефона", "Напишите телефон")
    await mother.send("8 900 123-45-67")
    await mother.sees("Передано классному руководителю", "+79000000000 → +79001234567")

    cards.clock.forward(minutes=1)
    await leader.sees("Иванов Пётр, 7Б: семья просит изменить контакты.", "Контакты: Иванова Мария Петровна")
    await leader.press("Предложение семьи")
    await leader.sees("Просит Иванова Мария Петровна (мать)")
    answer = await leader.press("✓ Записать")
    assert "Записано, семья узнает" in answer.text
    await mother.sees("новые контакты записаны", "→ +79001234567", "Ответ: Руководителева А. И.")
    await mother.press("Наши контакты")
    await mother.sees("Телефон: +79001234567", "Записано 23 ноября")


async def test_a_refusal_comes_with_a_word(stage: Scene, cards: Cards) -> None:
    mother, leader = stage.phone(cards.class7.mother), stage.phone(cards.class7.leader)
    await cards.propose(PHONE, "8 900 123-45-67")
    cards.clock.forward(minutes=1)
    await leader.sees("семья просит изменить")
    await leader.press("Предложение семьи")
    await leader.press("Отклонить")
    await leader.sees("почему контакты остаются прежними")
    await leader.send("х" * 301)
    await leader.sees("Слишком длинный текст")
    await leader.send("Номер не отвечает, проверьте")
    await leader.sees("Семья получит ваш ответ", "Не принято 23 ноября")
    await mother.sees("контакты остались прежними", "Номер не отвечает, проверьте")


async def test_what_the_family_changed_meanwhile_is_shown_and_not_refused(stage: Scene, cards: Cards) -> None:
    mother, leader = stage.phone(cards.class7.mother), stage.phone(cards.class7.leader)
    await cards.propose(PHONE, "8 900 123-45-67")
    cards.clock.forward(minutes=1)
    await leader.sees("семья просит изменить")
    await leader.press("Предложение семьи")
    await cards.propose(PHONE, "8 900 765-43-21")

    answer = await leader.press("Отклонить")
    assert "Семья изменила просьбу" in answer.text
    await leader.sees("→ +79007654321")
    await leader.press("Отклонить")
    await leader.sees("почему контакты остаются прежними")
    await cards.propose(PHONE, "8 900 111-22-33")
    await leader.send("Номер не отвечает")
    await leader.sees("Пока вы писали, семья изменила просьбу", "Ваш ответ не отправлен", "→ +79001112233")

    await mother.never_sees("контакты остались прежними")
    [proposal] = await cards.proposals()
    assert proposal.answer is None


async def test_a_mother_takes_it_back_before_it_was_read(stage: Scene, cards: Cards) -> None:
    mother, leader = stage.phone(cards.class7.mother), stage.phone(cards.class7.leader)
    await cards.propose(PHONE, "8 900 123-45-67")
    await mother.send("/menu")
    await mother.sees("Пётр Иванов, 7Б")
    await mother.press("Ещё…")
    await mother.press("Наши контакты")
    answer = await mother.press("Не менять мои контакты")
    assert "Просьба снята" in answer.text
    cards.clock.forward(minutes=5)
    await leader.never_sees("семья просит")


async def test_the_leader_edits_and_confirms_the_class(stage: Scene, cards: Cards) -> None:
    leader = stage.phone(cards.class7.leader)
    await leader.send("/menu")
    await leader.sees("понедельник")
    await leader.press("Класс: 7Б")
    await leader.press("Сверить карточки: 3")
    await leader.sees("Карточки, 7Б", "Сверить: 3 из 3")
    await leader.press("Иванов Пётр")
    await leader.press("Изменить")
    await leader.press("Почта ученика")
    await leader.sees("Иванов Пётр", "Напишите адрес электронной почты")
    await leader.send("petr@mail.ru")
    await leader.sees("✓ Записано.", "Почта: petr@mail.ru")
    await leader.press("Назад")
    answer = await leader.press("Подтвердить все (3)")
    assert "Подтверждено: 3" in answer.text
    await leader.sees("Всё сверено.")


async def test_the_reminder_opens_the_cards(stage: Scene, cards: Cards, app: App) -> None:
    leader = stage.phone(cards.class7.leader)
    async with app.work() as work:
        await remind_of_cards(work)
    await leader.sees("Карточки 7Б: сверьте, пожалуйста")
    await leader.press("Карточки 7Б")
    await leader.sees("Сверить: 3 из 3")


async def test_a_deputy_asks_from_the_class_s_desk(stage: Scene, cards: Cards) -> None:
    deputy, leader = stage.phone(cards.class7.deputy), stage.phone(cards.class7.leader)
    await deputy.send("/menu")
    await deputy.sees("понедельник")
    await deputy.press("Столы классов")
    await deputy.press("7Б")
    await deputy.press("Сверить карточки: 3")
    answer = await deputy.press("Попросить подтвердить")
    assert "получит просьбу" in answer.text
    await leader.sees("Завучева А. И. просит сверить")


async def test_the_secretary_comes_through_the_families(stage: Scene, cards: Cards) -> None:
    secretary = stage.phone(cards.secretary)
    await secretary.send("/menu")
    await secretary.sees("понедельник")
    await secretary.press("Классы и семьи")
    await secretary.press("7Б")
    await secretary.press("Иванов Пётр")
    await secretary.press("Карточка ученика")
    await secretary.sees("Телефон: +79000000000")
    await secretary.press("Изменить")
    await secretary.press("Телефон ученика")
    await secretary.sees("Напишите телефон")
    await secretary.send("9001112233")
    await secretary.sees("✓ Записано.", "Телефон: +79001112233")


async def test_a_mother_s_ten_digits_are_a_phone_and_no_code(stage: Scene, cards: Cards) -> None:
    mother = stage.phone(cards.class7.mother)
    await mother.send("/menu")
    await mother.sees("Пётр Иванов, 7Б")
    await mother.press("Ещё…")
    await mother.press("Наши контакты")
    await mother.press("Телефон ребёнка")
    await mother.sees("Напишите телефон")
    await mother.send("900 111-22-33")
    await mother.sees("Передано классному руководителю", "нет → +79001112233")
