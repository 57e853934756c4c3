"""`zvonok invite` prints what the first administrator needs."""

from pathlib import Path

from app.commands.invite import invite
from app.settings import Settings
from core.app import App
from locales import translator
from tests.support.school import SchoolBuilder
from tests.support.stage import scene


async def test_the_code_and_the_link_are_said(app: App, school: SchoolBuilder, tmp_path: Path) -> None:
    said: list[str] = []

    async with scene(tmp_path) as scene_:
        code = await invite(app, scene_.settings, said.append, translator("ru"), name="Админов Олег Ильич")

    assert code == 0
    assert said[0] == "Администратор: Админов Олег Ильич"
    assert said[1].endswith("(до 30 ноября 08:00, один раз)")
    assert said[2].startswith("Ссылка: https://t.me/zvonok_staff_bot?start=")


async def test_without_a_token_the_code_alone_is_said(app: App, school: SchoolBuilder) -> None:
    said: list[str] = []

    code = await invite(app, Settings.model_validate({}), said.append, translator("en"))

    assert code == 0
    assert said[-1] == "Send the code to the staff bot."


async def test_an_unknown_staff_number_is_refused(app: App, school: SchoolBuilder) -> None:
    said: list[str] = []

    code = await invite(app, Settings.model_validate({}), said.append, translator("ru"), staff_number="77")

    assert code == 1
    assert said == ["Сотрудника с табельным номером 77 нет."]
