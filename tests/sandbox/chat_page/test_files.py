"""Files, pictures and albums on the chat page."""

from __future__ import annotations

import asyncio

import pytest
from playwright.async_api import FilePayload, Locator, expect

from tests.sandbox.chat_page.page_bot import REPORT, PageBot
from tests.sandbox.chat_page.phones import choose, newest, say, start
from tests.sandbox.pictures import PNG

pytestmark = [pytest.mark.browser, pytest.mark.timeout(60)]


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
    # The bot answers both at once: whose answer comes last is left to chance.
    for name in ("один.txt", "два.txt"):
        await expect(left.get_by_role("article").filter(has_text=f"Получено: {name}")).to_have_count(1)
    heard = sorted(bot.heard[-2:], key=lambda message: message.message_id)
    assert [message.caption for message in heard] == ["Работы класса", None]


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


PLACES = """async album => {
    await Promise.allSettled(album.getAnimations({ subtree: true }).map(animation => animation.finished));
    return [...album.querySelectorAll("img")].map(image => {
        const place = image.getBoundingClientRect();
        return [place.x, place.y];
    });
}"""
"""All at one moment, for the list may still be scrolling; when every message has risen to its place."""


async def test_an_album_stands_together_with_its_formatted_words(left: Locator) -> None:
    await start(left)
    await say(left, "/album")
    album = left.locator(".album")
    await expect(album.get_by_role("img", name="Фотография")).to_have_count(3)
    await expect(album.locator("b")).to_have_text("Экскурсия")
    _, second, third = await album.evaluate(PLACES)
    assert second[1] == third[1]
    assert second[0] < third[0]


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
