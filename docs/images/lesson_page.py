"""Takes the README's second picture: `.venv/bin/python docs/images/lesson_page.py`."""

import asyncio
from pathlib import Path

from playwright.async_api import Page
from studio import labels, press, take


async def play(page: Page) -> None:
    """The teacher fills in a lesson by one message; the class leader looks at the class journal."""
    teacher, leader = page.get_by_test_id("phone-left"), page.get_by_test_id("phone-right")
    await press(teacher, "Сегодня")
    await press(teacher, "7Б")
    names = [label.split(" ")[0] for label in await labels(teacher) if len(label.split(" ")) == 2]
    first, second, third = [name for name in names if names.count(name) == 1][3:6]
    await press(teacher, "Страница урока")
    words = f"{first} 5, {second} 4 5, {third} оп 5; остальные на месте; тема Повторение; дз § 38, вопросы 1–3"
    await teacher.get_by_test_id("input").fill(words)
    await teacher.get_by_test_id("send").click()
    await press(teacher, "Записать")
    await press(teacher, "Страница урока")

    await leader.get_by_test_id("pick").click()
    await page.get_by_role("dialog").get_by_role("button", name="классный руководитель").click()
    await press(leader, "Классный журнал")
    await press(leader, "Журнал класса")
    await press(leader, "Алгебра")
    await leader.locator(".log img").last.wait_for()
    await page.wait_for_timeout(2_500)


if __name__ == "__main__":
    asyncio.run(take(Path(__file__).with_name("lesson-page.png"), play))
