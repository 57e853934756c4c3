"""What people do on a phone of the chat page."""

from __future__ import annotations

from playwright.async_api import Locator, expect


def newest(phone: Locator) -> Locator:
    return phone.locator("article").last


async def start(phone: Locator) -> None:
    await phone.get_by_test_id("start").click()
    await expect(newest(phone)).to_contain_text("Здравствуйте!")


async def say(phone: Locator, text: str) -> None:
    await phone.get_by_test_id("input").fill(text)
    await phone.get_by_test_id("send").click()


async def choose(message: Locator, item: str) -> None:
    """An item of a message's own menu."""
    await message.hover()
    await message.get_by_role("button", name="Действия с сообщением").click()
    await message.get_by_role("menuitem", name=item).click()
