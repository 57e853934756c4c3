"""Takes the README's first picture: `.venv/bin/python docs/images/two_phones.py`."""

import asyncio
from pathlib import Path

from playwright.async_api import Page
from studio import press, take


async def play(page: Page) -> None:
    """The teacher marks the parent's child absent; the phone at home rings."""
    teacher, parent = page.get_by_test_id("phone-left"), page.get_by_test_id("phone-right")
    people = await page.evaluate("async () => (await (await fetch('/api/stage')).json()).people")
    pupil = next(p["name"] for p in people if "ученик " in p["name"])
    given, surname = pupil.split(" ")[:2]
    await press(teacher, "Сегодня")
    await press(teacher, "7Б")
    await press(teacher, f"{surname} {given}")
    await press(teacher, "Готово")
    await parent.locator(".log").get_by_text("Что случилось?").last.wait_for(timeout=30_000)
    await page.wait_for_timeout(2_500)


if __name__ == "__main__":
    asyncio.run(take(Path(__file__).with_name("two-phones.png"), play))
