"""The chat page in a real Chromium, against the real sandbox and a real aiogram bot."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta, timezone

import pytest
from playwright.async_api import Browser, FilePayload, Locator, Page, async_playwright, expect

from sandbox.server import Sandbox
from sandbox.stage import Person, Stage
from tests.sandbox.chromium import FLAGS, chromium
from tests.sandbox.page_bot import PARENT, REPORT, TEACHER, TITLE, TOKEN, USERNAME, PageBot, polling
from tests.sandbox.pictures import PNG

pytestmark = [pytest.mark.browser, pytest.mark.timeout(60)]

MORNING = datetime(2026, 9, 15, 8, 0, tzinfo=timezone(timedelta(hours=4)))


class WallClock:
    """A clock of the stage that stands still until a button moves it."""

    def __init__(self) -> None:
        self.time = MORNING
        self.controls: Sequence[tuple[str, str]] = [("evening", "к 21:00")]

    def now(self) -> datetime:
        return self.time

    async def move(self, control_id: str) -> datetime:
        assert control_id == "evening"
        self.time = MORNING.replace(hour=21)
        return self.time


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


def newest(phone: Locator) -> Locator:
    return phone.locator("article").last


async def start(phone: Locator) -> None:
    await phone.get_by_test_id("start").click()
    await expect(newest(phone)).to_contain_text("Здравствуйте!")


async def say(phone: Locator, text: str) -> None:
    await phone.get_by_test_id("input").fill(text)
    await phone.get_by_test_id("send").click()


async def test_each_phone_shows_its_person_and_bot(left: Locator, right: Locator) -> None:
    await expect(left).to_contain_text("Анна Белова")
    await expect(right).to_contain_text("Ответьте на звонок")
    await expect(right.get_by_test_id("title")).to_have_text(TITLE)


async def test_an_invitation_opens_the_chat_with_its_code(right: Locator) -> None:
    await right.get_by_role("button", name="Открыть по приглашению K7PM-4XQD").click()
    await expect(newest(right)).to_contain_text("Вы прислали: /start K7PM-4XQD")
    await expect(right.get_by_test_id("input")).to_be_visible()


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


async def test_a_push_rings_the_other_phone_only(left: Locator, right: Locator) -> None:
    await start(right)
    await start(left)
    await right.page.clock.install()
    await right.page.clock.run_for(5000)
    await say(left, "/ring")
    await expect(right).to_have_class(re.compile("ringing"))
    await expect(newest(right)).to_contain_text("Пети нет на уроке")
    await expect(left).not_to_have_class(re.compile("ringing"))


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


async def test_a_document_of_the_bot_is_saved_byte_for_byte(left: Locator) -> None:
    await start(left)
    await say(left, "/report")
    async with left.page.expect_download() as download:
        await left.get_by_role("link", name="отчёт.txt").click()
    saved = await download.value
    assert saved.suggested_filename == "отчёт.txt"
    path = await saved.path()
    assert await asyncio.to_thread(path.read_bytes) == REPORT


async def test_several_files_are_sent_with_a_caption(left: Locator, bot: PageBot) -> None:
    await start(left)
    files = [FilePayload(name=name, mimeType="text/plain", buffer=b"text") for name in ("один.txt", "два.txt")]
    await left.get_by_test_id("files").set_input_files(files)
    await say(left, "Работы класса")
    await expect(newest(left)).to_contain_text("Получено: два.txt")
    assert [message.caption for message in bot.heard[-2:]] == ["Работы класса", None]


async def test_a_picture_is_sent_as_a_photo_and_opens_full_size(left: Locator) -> None:
    await start(left)
    await left.get_by_test_id("files").set_input_files(FilePayload(name="a.png", mimeType="image/png", buffer=PNG))
    await left.get_by_test_id("send").click()
    await expect(newest(left)).to_contain_text("Получено: фото")
    await left.get_by_role("button", name="Фотография", exact=True).click()
    await expect(left.page.get_by_role("dialog").get_by_role("img")).to_be_visible()


async def test_a_picture_in_a_text_s_place_is_shown_with_its_caption_and_buttons(left: Locator) -> None:
    await start(left)
    await say(left, "/picture")
    await expect(newest(left)).to_contain_text("Страница журнала")
    await expect(newest(left).get_by_role("img", name="Фотография")).to_be_visible()
    await expect(newest(left).get_by_role("button", name="Отметить")).to_be_visible()
    await expect(left.get_by_role("article").filter(has_text="Список страниц")).to_have_count(0)


PLACES = """album => [...album.querySelectorAll("img")].map(image => {
    const place = image.getBoundingClientRect();
    return [place.x, place.y];
})"""
"""All at one moment: the list may still be scrolling."""


async def test_an_album_stands_together_with_its_formatted_words(left: Locator) -> None:
    await start(left)
    await say(left, "/album")
    album = left.locator(".album")
    await expect(album.get_by_role("img", name="Фотография")).to_have_count(3)
    await expect(album.locator("b")).to_have_text("Экскурсия")
    _, second, third = await album.evaluate(PLACES)
    assert second[1] == third[1]
    assert second[0] < third[0]


async def choose(message: Locator, item: str) -> None:
    """An item of a message's own menu."""
    await message.hover()
    await message.get_by_role("button", name="Действия с сообщением").click()
    await message.get_by_role("menuitem", name=item).click()


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


async def test_a_file_is_sent_as_a_reply(left: Locator, bot: PageBot) -> None:
    await start(left)
    await choose(newest(left), "Ответить")
    await left.get_by_test_id("files").set_input_files(
        FilePayload(name="один.txt", mimeType="text/plain", buffer=b"text")
    )
    await left.get_by_test_id("send").click()
    await expect(newest(left)).to_contain_text("Получено: один.txt")
    replied = bot.heard[-1].reply_to_message
    assert replied is not None
    assert "Здравствуйте" in (replied.text or "")


async def test_a_blocked_bot_is_let_in_again(left: Locator) -> None:
    await start(left)
    await left.get_by_role("button", name="Ещё").click()
    await left.get_by_role("menuitem", name="Заблокировать бота").click()
    await left.get_by_role("button", name="Разблокировать").click()
    await say(left, "Я вернулась")
    await expect(newest(left)).to_contain_text("Эхо: Я вернулась")


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
