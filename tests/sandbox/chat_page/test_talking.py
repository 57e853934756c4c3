"""Buttons, words, commands and edits on the chat page."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Locator, Page, expect

from tests.sandbox.chat_page.page_bot import PageBot
from tests.sandbox.chat_page.phones import choose, newest, say, start

pytestmark = [pytest.mark.browser, pytest.mark.timeout(60)]


async def test_a_press_edits_the_message_in_place_and_keeps_the_focus(left: Locator) -> None:
    await start(left)
    await left.get_by_role("button", name="Отметить").press("Enter")
    await expect(newest(left)).to_contain_text("Нажатий: 1")
    await expect(left.locator("article")).to_have_count(2)
    await expect(left.get_by_role("button", name="Отметить")).to_be_focused()
    await expect(left.locator(".toast")).to_have_text("Записано")


async def test_a_button_spins_until_the_bot_answers(left: Locator, bot: PageBot) -> None:
    await start(left)
    button = left.get_by_role("button", name="Долго")
    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    bot.slow_may_answer.set()
    await expect(left.locator(".toast")).to_have_text("Дождались")
    await expect(button).not_to_have_attribute("aria-busy", "true")


async def test_an_alert_is_modal_and_escape_returns_to_the_button(left: Locator) -> None:
    await start(left)
    await left.get_by_role("button", name="Важно").click()
    alert = left.get_by_role("alertdialog")
    await expect(alert).to_contain_text("Прочтите внимательно")
    await alert.get_by_role("button").press("Escape")
    await expect(alert).to_be_hidden()
    await expect(left.get_by_role("button", name="Важно")).to_be_focused()


async def test_a_copy_button_fills_the_clipboard(page: Page, left: Locator) -> None:
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await start(left)
    await say(left, "/copy")
    await left.get_by_role("button", name="Скопировать").click()
    await expect(left.locator(".toast")).to_have_text("Скопировано")
    assert await page.evaluate("navigator.clipboard.readText()") == "Иванов П.: алг 4,5"


async def test_without_a_clipboard_the_text_to_copy_is_shown(page: Page, left: Locator) -> None:
    await page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    await start(left)
    await say(left, "/copy")
    await left.get_by_role("button", name="Скопировать").click()
    await expect(left.get_by_role("alertdialog")).to_contain_text("Иванов П.: алг 4,5")


async def test_what_is_typed_is_shown_as_typed(left: Locator) -> None:
    await start(left)
    text = '<b>Петя</b> & "Оля" <img src=x onerror=alert(1)>'
    await say(left, text)
    await expect(newest(left)).to_contain_text(f"Эхо: {text}")


async def test_a_question_of_the_bot_is_answered_as_a_reply(left: Locator, bot: PageBot) -> None:
    await start(left)
    await say(left, "/topic")
    field = left.get_by_placeholder("Тема урока")
    await field.fill("Дроби")
    await field.press("Enter")
    await expect(newest(left)).to_contain_text("Эхо: Дроби")
    replied = bot.heard[-1].reply_to_message
    assert replied is not None
    assert replied.text == "Какая тема?"


async def test_a_reply_keyboard_sends_its_words(left: Locator) -> None:
    await start(left)
    await say(left, "/keyboard")
    await left.get_by_role("button", name="Неделя").click()
    await expect(newest(left)).to_contain_text("Эхо: Неделя")


async def test_a_slash_opens_the_commands_for_the_keyboard(left: Locator) -> None:
    await start(left)
    field = left.get_by_test_id("input")
    await field.press_sequentially("/")
    await expect(left.get_by_role("option")).to_have_count(2)
    await field.press("ArrowDown")
    await field.press("Enter")
    await expect(newest(left)).to_contain_text("отчёт.txt")


async def test_new_commands_of_the_bot_appear_at_once(left: Locator, bot: PageBot) -> None:
    await start(left)
    await say(left, "/promote")
    await expect(newest(left)).to_contain_text("Теперь у вас другие команды")
    await left.get_by_role("button", name="Команды бота").click()
    await expect(left.get_by_role("option")).to_have_text("/rollПерекличка")


async def test_an_own_message_is_edited_in_place(left: Locator) -> None:
    await start(left)
    await say(left, "Буду в 9")
    await expect(newest(left)).to_contain_text("Эхо: Буду в 9")
    await choose(left.locator("article.mine").last, "Изменить")
    await expect(left.get_by_test_id("input")).to_have_value("Буду в 9")
    await say(left, "Буду в 10")
    await expect(left.locator("article.mine").last).to_contain_text(re.compile("Буду в 10.*изм."))
    await expect(newest(left)).to_contain_text("Теперь: Буду в 10")
    await expect(left.get_by_test_id("input")).to_have_value("")


async def test_an_edit_is_given_up_with_escape(left: Locator) -> None:
    await start(left)
    await say(left, "Буду в 9")
    await expect(newest(left)).to_contain_text("Эхо: Буду в 9")
    await choose(left.locator("article.mine").last, "Изменить")
    await left.get_by_test_id("input").press("Escape")
    await say(left, "Другое")
    await expect(newest(left)).to_contain_text("Эхо: Другое")


async def test_a_message_of_the_bot_is_deleted_and_not_edited(left: Locator) -> None:
    await start(left)
    await say(left, "Привет")
    await expect(newest(left)).to_contain_text("Эхо: Привет")
    await newest(left).hover()
    await newest(left).get_by_role("button", name="Действия с сообщением").click()
    await expect(newest(left).get_by_role("menuitem")).to_have_text(["Ответить", "Удалить"])
    await newest(left).get_by_role("menuitem", name="Удалить").click()
    await expect(left.get_by_role("article").filter(has_text="Эхо")).to_have_count(0)


async def test_a_blocked_bot_is_let_in_again(left: Locator) -> None:
    await start(left)
    await left.get_by_role("button", name="Ещё").click()
    await left.get_by_role("menuitem", name="Заблокировать бота").click()
    await left.get_by_role("button", name="Разблокировать").click()
    await say(left, "Я вернулась")
    await expect(newest(left)).to_contain_text("Эхо: Я вернулась")
