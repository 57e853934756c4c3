"""Takes the README's picture: `.venv/bin/python docs/images/two_phones.py` (needs Chromium)."""

import asyncio
import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Locator, Page, async_playwright

from app.demo.show import demo_at_work
from locales import translator

PICTURE = Path(__file__).with_name("two-phones.png")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


async def main() -> None:
    """Play the first bell in the demo and take the picture at its end."""
    with TemporaryDirectory() as folder:
        async with (
            demo_at_work(Path(folder), 0, translator("ru"), lambda _: None) as demo,
            async_playwright() as player,
        ):
            browser = await player.chromium.launch(
                executable_path=os.environ.get("ZVONOK_CHROMIUM") or shutil.which("chromium"), args=FLAGS
            )
            page = await browser.new_page(
                viewport={"width": 1180, "height": 960}, locale="ru-RU", device_scale_factor=1.5
            )
            await page.goto(demo.address)
            await play(page)
            await page.screenshot(path=PICTURE)
            await browser.close()


async def play(page: Page) -> None:
    """The teacher marks the parent's child absent; the phone at home rings."""
    teacher, parent = page.get_by_test_id("phone-left"), page.get_by_test_id("phone-right")
    hint = await page.evaluate("async () => (await (await fetch('/api/stage')).json()).people[0].hint")
    given, surname = hint.split("ученика ")[1].split(",")[0].split(" ")[:2]
    await press(teacher, "Сегодня")
    await press(teacher, "7Б")
    await press(teacher, f"{surname} {given}")
    await press(teacher, "Готово")
    await parent.locator(".log").get_by_text("Что случилось?").last.wait_for(timeout=30_000)
    await page.wait_for_timeout(2_500)


async def press(phone: Locator, label: str) -> None:
    """The lowest button of the chat with this label."""
    button = phone.locator(".log").get_by_role("button", name=label).last
    await button.click()
    await phone.page.wait_for_timeout(700)


if __name__ == "__main__":
    asyncio.run(main())
