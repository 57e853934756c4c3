"""Takes the README's third picture: `.venv/bin/python docs/images/family_diary.py`."""

import asyncio
from pathlib import Path

from playwright.async_api import Locator, Page
from studio import press, take


async def play(page: Page) -> None:
    """A mark of the morning: in the evening one parent reads why the average is so, the other the card."""
    left, right = page.get_by_test_id("phone-left"), page.get_by_test_id("phone-right")
    people = await page.evaluate("async () => (await (await fetch('/api/stage')).json()).people")
    pupil = next(p["name"] for p in people if "ученик " in p["name"])
    given, surname = pupil.split(" ")[:2]
    await press(left, "Сегодня")
    await press(left, "7Б")
    await press(left, "Страница урока")
    await press(left, "Отметки")
    await press(left, f"{surname} {given}")
    await left.locator(".log").get_by_role("button", name="5", exact=True).last.click()
    await page.wait_for_timeout(700)

    await play_as(right, "второй родитель, 7Б")
    await page.locator("#clock-controls").get_by_role("button", name="19:00", exact=True).click()
    await right.locator(".log").get_by_text("Завтра:").last.wait_for(timeout=30_000)
    await play_as(left, "родитель, 7Б")
    await left.get_by_test_id("input").fill("/menu")
    await left.get_by_test_id("send").click()
    await page.wait_for_timeout(1_500)
    await press(left, "Отметки")
    await press(left, "История")
    await page.wait_for_timeout(2_500)


async def play_as(phone: Locator, role: str) -> None:
    await phone.get_by_test_id("pick").click()
    await phone.page.get_by_role("dialog").get_by_role("button", name=f"· {role}").first.click()
    await phone.page.wait_for_timeout(700)


if __name__ == "__main__":
    asyncio.run(take(Path(__file__).with_name("family-diary.png"), play, height=1040))
