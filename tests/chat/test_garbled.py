"""A button that says nothing to us: who pressed it is known all the same."""

from core.app import App
from core.preferences import set_language
from sandbox import Phone
from tests.chat.test_pin import locked, tap  # noqa: F401 - the same locked phone
from tests.roll.conftest import Class7B

GARBLED = "mk:1:2:gone:0"


async def test_it_is_answered_in_the_language_the_person_chose(app: App, seven_b: Class7B, teacher: Phone) -> None:
    async with app.work(seven_b.teacher.address) as work:
        await set_language(work, "en")

    answer = await teacher.press_data(GARBLED, teacher.screen.id)

    assert "out of date" in answer.text


async def test_on_a_locked_phone_it_asks_for_the_pin(locked: Phone) -> None:  # noqa: F811 - pytest's way to name a fixture
    await locked.press_data(GARBLED, locked.screen.id)

    await locked.sees("Введите PIN", "○ ○ ○ ○")
    await tap(locked)
    await locked.sees("Сегодня")
