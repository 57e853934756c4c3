"""Takes the pictures of help: `.venv/bin/python docs/images/help.py [door-topic ...]`.

Each is a screen of the demo after a few taps. Kept in bots/shared/pictures, where the bots find them.
"""

import asyncio
import sys
from pathlib import Path

from playwright.async_api import Locator, Page
from studio import on_stage, press

from core.help.topics import FamilyTopic, StaffTopic

PICTURES = Path(__file__).parents[2] / "bots" / "shared" / "pictures"
WIDTH, HEIGHT, SCALE, TALL = 860, 1000, 1.25, 720

PATIENCE = 40

TEACHER, LEADER, DEPUTY, ADMINISTRATOR = "учитель", "классный руководитель", "завуч", "администратор"
PARENT = "родитель, 7Б"
TYPED = "✎ "
"""What begins so is typed, anything else is a button."""

ALONE = """(message, tall) => {
    const frame = document.createElement("div");
    frame.id = "alone";
    frame.style = `position: fixed; inset: 0 auto auto 0; z-index: 99; width: 400px; max-height: ${tall}px;
        overflow: hidden; padding: 10px 10px 14px; background: #dfe9e4; box-sizing: border-box;
        box-shadow: 0 0 0 9px #dfe9e4; pointer-events: none`;
    const copy = message.cloneNode(true);
    copy.classList.remove("arriving");
    frame.append(copy);
    document.body.append(frame);
}"""
"""A copy of the message over the page, as high as it needs. No pointer rests on it, nothing shows at its edge."""

SCENES: dict[str, tuple[str, tuple[str, ...]]] = {
    f"staff-{StaffTopic.ROLL}": (TEACHER, ("Сегодня", "7Б")),
    f"staff-{StaffTopic.PAGE}": (TEACHER, ("Сегодня", "7Б", "Страница урока")),
    f"staff-{StaffTopic.QUICK}": (TEACHER, ("Сегодня", "7Б", "✎ {a} 5, {b} 4 5, {c} н; тема Повторение; дз § 38")),
    f"staff-{StaffTopic.TALK}": (LEADER, ("Сообщения", "● 1.")),
    f"staff-{StaffTopic.ANNOUNCE}": (LEADER, ("Объявления", "Уважаемые")),
    f"staff-{StaffTopic.CLASS}": (LEADER, ("Класс: 7Б",)),
    f"staff-{StaffTopic.CONTROL}": (DEPUTY, ("Журнал сегодня",)),
    f"staff-{StaffTopic.FAMILIES}": (LEADER, ("Класс: 7Б", "Семьи")),
    f"staff-{StaffTopic.SCHOOL}": (ADMINISTRATOR, ("Сотрудники и коды",)),
    f"staff-{StaffTopic.PHONES}": (TEACHER, ("Настройки", "Мои телефоны и PIN")),
    f"family-{FamilyTopic.DIARY}": (PARENT, ()),
    f"family-{FamilyTopic.MARKS}": (PARENT, ("Отметки",)),
    f"family-{FamilyTopic.ABSENCE}": (PARENT, ("Сообщить об отсутствии",)),
    f"family-{FamilyTopic.TALK}": (PARENT, ("Ещё…", "Написать")),
    f"family-{FamilyTopic.BOARD}": (PARENT, ("Ещё…", "Объявления")),
    f"family-{FamilyTopic.CALM}": (PARENT, ("Настройки",)),
}


async def play(page: Page) -> None:
    """Every scene on the left phone, one after another."""
    phone = page.get_by_test_id("phone-left")
    names = await _names(page)
    for name in sys.argv[1:] or SCENES:
        role, steps = SCENES[name]
        await play_as(phone, role)
        await _type(phone, "/menu")
        for step in steps:
            await _step(phone, step, names)
        await _take(phone, PICTURES / f"{name}.png")


async def _take(phone: Locator, picture: Path) -> None:
    """The last message alone, with its buttons as far down as a picture is still readable."""
    await phone.locator(".log .message").last.evaluate(ALONE, TALL)
    await phone.page.locator("#alone").screenshot(path=picture)
    await phone.page.evaluate("document.getElementById('alone').remove()")


async def _step(phone: Locator, step: str, names: dict[str, str]) -> None:
    """One tap or message, and a wait until it is answered. Raises TimeoutError: a picture would show another screen."""
    before = await _last(phone)
    if step.startswith(TYPED):
        await _type(phone, step.removeprefix(TYPED).format(**names))
    else:
        await press(phone, step)
    for _ in range(PATIENCE):
        if await _last(phone) != before:
            break
        await phone.page.wait_for_timeout(200)
    else:
        raise TimeoutError(f"nothing answered {step!r}")
    await phone.page.wait_for_timeout(600)


async def _last(phone: Locator) -> str:
    return await phone.locator(".log .message").last.inner_text()


async def _names(page: Page) -> dict[str, str]:
    """Surnames of three pupils of the class, for a message typed in haste."""
    phone = page.get_by_test_id("phone-left")
    await _type(phone, "/menu")
    for step in ("Сегодня", "7Б"):
        await _step(phone, step, {})
    listed = await phone.locator(".log .message").last.get_by_role("button").all_inner_texts()
    names = [label.split(" ")[0] for label in listed if len(label.split(" ")) == 2]
    return dict(zip("abc", [name for name in names if names.count(name) == 1][1:4], strict=True))


async def _type(phone: Locator, words: str) -> None:
    await phone.get_by_test_id("input").fill(words)
    await phone.get_by_test_id("send").click()
    await phone.page.wait_for_timeout(900)


async def play_as(phone: Locator, role: str) -> None:
    await phone.get_by_test_id("pick").click()
    await phone.page.get_by_role("dialog").get_by_role("button", name=f"· {role}").first.click()
    await phone.page.wait_for_timeout(700)


if __name__ == "__main__":
    asyncio.run(on_stage(play, width=WIDTH, height=HEIGHT, scale=SCALE))
