"""Two processes of one school: one asks Telegram, the other stands by and takes over."""

from pathlib import Path

from core.app import App
from sandbox import Phone
from tests.chat.test_roll import open_first_lesson
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.stage import Scene, playing, scene


async def test_the_second_process_does_not_disturb_the_first(app: App, stage: Scene, teacher: Phone) -> None:
    async with playing(app, stage):
        await open_first_lesson(teacher)
        await teacher.press("Иванов Пётр")

    assert [call for call in stage.sandbox.calls if call.code == 409] == []


async def test_the_second_process_takes_over(app: App, seven_b: Class7B, clock: FakeClock, tmp_path: Path) -> None:
    clock.set("08:35")
    async with scene(tmp_path) as stage:
        phone = stage.phone(seven_b.teacher)
        first, second = playing(app, stage), playing(app, stage)
        await first.__aenter__()
        await phone.send("/menu")
        await phone.sees("Сегодня")
        async with second:
            await first.__aexit__(None, None, None)
            await open_first_lesson(phone)
            await phone.press("Иванов Пётр")

        assert "✗ Иванов Пётр" in phone.screen.labels
