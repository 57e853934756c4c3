"""The chat page in a real Chromium, against the real sandbox and a real aiogram bot."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Locator, Page, async_playwright

from sandbox.server import Sandbox
from sandbox.stage import Person, Stage
from tests.sandbox.chat_page.chromium import FLAGS, chromium
from tests.sandbox.chat_page.page_bot import PARENT, TEACHER, TITLE, TOKEN, USERNAME, PageBot, polling
from tests.sandbox.wall_clock import WallClock


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    path = chromium()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        await browser.close()


def make_sandbox() -> Sandbox:
    teacher = Person(TEACHER, "Анна Белова", hint="Отметьте отсутствующих", bots=(USERNAME,))
    parent = Person(PARENT, "Марина Орлова", hint="Ответьте на звонок", bots=(USERNAME,), start="K7PM-4XQD")
    stage = Stage("Школа", [teacher, parent], WallClock(), left=(TEACHER, USERNAME), right=(PARENT, USERNAME))
    sandbox = Sandbox(stage)
    sandbox.add_bot(TOKEN, USERNAME, TITLE)
    return sandbox


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = make_sandbox()
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[PageBot]:
    page_bot = PageBot()
    async with polling(page_bot, sandbox.url):
        yield page_bot


@pytest.fixture
async def page(browser: Browser, sandbox: Sandbox, bot: PageBot) -> AsyncIterator[Page]:
    """The page as it opens; a mistake in its scripts fails the test."""
    context = await browser.new_context(locale="ru-RU", viewport={"width": 1280, "height": 900})
    page = await context.new_page()
    mistakes: list[str] = []
    page.on("pageerror", lambda error: mistakes.append(str(error)))
    await page.goto(sandbox.url)
    yield page
    assert mistakes == []


@pytest.fixture
def left(page: Page) -> Locator:
    return page.get_by_test_id("phone-left")


@pytest.fixture
def right(page: Page) -> Locator:
    return page.get_by_test_id("phone-right")
