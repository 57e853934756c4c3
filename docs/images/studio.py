"""The demo in a browser, for the pictures of the README (needs Chromium)."""

import os
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Locator, Page, async_playwright

from app.demo.show import demo_at_work
from locales import translator

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


async def take(picture: Path, play: Callable[[Page], Awaitable[None]], height: int = 960) -> None:
    """Play a scene on the demo's two phones and take the picture at its end."""

    async def played(page: Page) -> None:
        await play(page)
        await page.screenshot(path=picture)

    await on_stage(played, height=height)


async def on_stage(
    play: Callable[[Page], Awaitable[None]], *, width: int = 1240, height: int = 960, scale: float = 1.5
) -> None:
    """Play on the demo's chat page."""
    with TemporaryDirectory() as folder:
        async with (
            demo_at_work(Path(folder), 0, translator("ru"), lambda _: None) as demo,
            async_playwright() as player,
        ):
            browser = await player.chromium.launch(
                executable_path=os.environ.get("ZVONOK_CHROMIUM") or shutil.which("chromium"), args=FLAGS
            )
            page = await browser.new_page(
                viewport={"width": width, "height": height}, locale="ru-RU", device_scale_factor=scale
            )
            await page.goto(demo.address)
            await play(page)
            await browser.close()


async def press(phone: Locator, label: str) -> None:
    """The lowest button of the chat with this label."""
    button = phone.locator(".log").get_by_role("button", name=label).last
    await button.click()
    await phone.page.wait_for_timeout(700)


async def labels(phone: Locator) -> list[str]:
    """What stands on the buttons of the chat."""
    return await phone.locator(".log").get_by_role("button").all_inner_texts()
