"""The card as it reaches a mother's phone, over real HTTP."""

from pathlib import Path

from tests.cards.conftest import Home
from tests.support.stage import playing, scene


async def test_the_evening_card_comes_once_and_lets_an_absence_be_explained(home: Home, tmp_path: Path) -> None:
    await home.mark("5")
    await home.homework()
    await home.absent(pupil=home.anna)
    home.clock.set("18:59")
    async with scene(tmp_path) as stage, playing(home.app, stage):
        phone = stage.phone(home.mother)
        await phone.send("/menu")
        await phone.sees("Ваши дети")

        home.clock.set("19:00")
        card = await phone.sees("понедельник, 23 ноября", "Отметки: Алгебра 5", "Задано: Алгебра · около 20 мин")

        await phone.press("Аня: Объяснить пропуск", message=card.id)
        await phone.sees("Болеет")
        await phone.never_sees("Отметки: Алгебра 5")
        home.clock.set("19:30")
        await phone.never_sees("понедельник, 23 ноября", within=1.5)


async def test_a_card_button_opens_tomorrow(home: Home, tmp_path: Path) -> None:
    await home.homework("№ 12")
    home.clock.set("19:00")
    async with scene(tmp_path) as stage, playing(home.app, stage):
        phone = stage.phone(home.mother)
        await phone.start()
        card = await phone.sees("понедельник, 23 ноября", "Завтра: 1 урок, с 08:30")

        await phone.press("Пётр: вт 24.11", message=card.id)

        await phone.sees("Пётр Иванов, 7Б", "24 ноября", "№ 12")
