"""The chat page itself: its phones, clock, language, theme and how it keeps up with the sandbox."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.sandbox.chat_page.conftest import make_sandbox
from tests.sandbox.chat_page.page_bot import TEACHER, TITLE, USERNAME
from tests.sandbox.chat_page.phones import newest, say, start

pytestmark = [pytest.mark.browser, pytest.mark.timeout(60)]


async def test_each_phone_shows_its_person_and_bot(left: Locator, right: Locator) -> None:
    await expect(left).to_contain_text("Анна Белова")
    await expect(right).to_contain_text("Ответьте на звонок")
    await expect(right.get_by_test_id("title")).to_have_text(TITLE)


async def test_an_invitation_opens_the_chat_with_its_code(right: Locator) -> None:
    await right.get_by_role("button", name="Открыть по приглашению K7PM-4XQD").click()
    await expect(newest(right)).to_contain_text("Вы прислали: /start K7PM-4XQD")
    await expect(right.get_by_test_id("input")).to_be_visible()


async def test_a_push_rings_the_other_phone_only(left: Locator, right: Locator) -> None:
    await start(right)
    await start(left)
    await right.page.clock.install()
    await right.page.clock.run_for(5000)
    await say(left, "/ring")
    await expect(right).to_have_class(re.compile("ringing"))
    await expect(newest(right)).to_contain_text("Пети нет на уроке")
    await expect(left).not_to_have_class(re.compile("ringing"))


async def test_a_control_moves_the_clock_in_the_bar_and_on_the_phones(page: Page, left: Locator) -> None:
    await expect(page.locator("#clock-face")).to_have_text("08:00")
    await page.get_by_role("button", name="к 21:00").click()
    await expect(page.locator("#clock-face")).to_have_text("21:00")
    await expect(left.locator(".status-time")).to_have_text("21:00")


async def test_a_third_phone_stays_after_a_reload(page: Page) -> None:
    await page.get_by_test_id("add-phone").click()
    await page.get_by_role("button", name=f"Марина Орлова: {TITLE}").click()
    third = page.get_by_test_id("phone-3")
    await expect(third).to_contain_text("Марина Орлова")
    await page.reload()
    await expect(third).to_contain_text("Марина Орлова")


async def test_the_interface_speaks_english_and_remembers_it(page: Page, left: Locator) -> None:
    await page.get_by_test_id("language").click()
    await expect(left.get_by_test_id("start")).to_have_text("Start")
    await page.reload()
    await expect(left.get_by_test_id("start")).to_have_text("Start")


async def test_the_theme_is_switched_by_hand(page: Page) -> None:
    body = page.get_by_test_id("phone-left").locator(".glass")
    await page.get_by_test_id("theme").click()
    await expect(body).to_have_css("background-color", "rgb(255, 255, 255)")
    await page.get_by_test_id("theme").click()
    await expect(body).to_have_css("background-color", "rgb(26, 33, 39)")


async def test_reading_above_is_not_disturbed_by_a_new_message(left: Locator) -> None:
    await start(left)
    await say(left, "\n".join(str(line) for line in range(120)))
    await expect(newest(left)).to_contain_text("Эхо: 0")
    log = left.get_by_role("log")
    await log.evaluate("log => log.scrollTo(0, 40)")
    await expect(left.get_by_role("button", name="К последним сообщениям")).to_be_visible()
    await left.get_by_role("button", name="Отметить").dispatch_event("click")
    await expect(left.locator("article").nth(1)).to_contain_text("Нажатий: 1")
    assert await log.evaluate("log => log.scrollTop") == pytest.approx(40, abs=30)


async def test_on_a_narrow_screen_tabs_switch_between_the_phones(page: Page, left: Locator, right: Locator) -> None:
    await page.set_viewport_size({"width": 390, "height": 780})
    await expect(right).to_be_hidden()
    await page.get_by_role("tab", name="Марина Орлова").click()
    await expect(right).to_be_visible()
    await expect(left).to_be_hidden()


async def test_the_page_finds_a_restarted_sandbox_by_itself(browser: Browser) -> None:
    first = make_sandbox()
    url = await first.start()
    page = await browser.new_page(locale="ru-RU")
    await page.goto(url)
    left = page.get_by_test_id("phone-left")
    await expect(left.get_by_test_id("title")).to_have_text(TITLE)
    await first.stop()
    await expect(left.get_by_test_id("subtitle")).to_have_text("Соединение…")
    second = make_sandbox()
    await second.start(port=int(url.rpartition(":")[2]))
    await second.phone(TEACHER, USERNAME).send("после перезапуска")
    await expect(newest(left)).to_contain_text("после перезапуска", timeout=15_000)
    await second.stop()
