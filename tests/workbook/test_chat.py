"""An administrator sends the file, looks, confirms: in the chat, over real HTTP."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from core.app import App
from core.terms import Role
from sandbox import Phone
from storage.models import Pupil, StoredFile, Subject
from tests.support.clock import FakeClock
from tests.support.school import Person, SchoolBuilder
from tests.support.stage import Scene, playing, scene
from tests.workbook.books import changed, load, only, small, written


@pytest.fixture
async def stage(app: App, tmp_path: Path, clock: FakeClock) -> AsyncIterator[Scene]:
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_


@pytest.fixture
async def administrator(school: SchoolBuilder) -> Person:
    return await school.connected_staff("Админова", Role.ADMINISTRATOR)


@pytest.fixture
async def phone(stage: Scene, administrator: Person) -> Phone:
    return stage.phone(administrator)


async def send(phone: Phone, content: bytes, name: str = "school.xlsx") -> None:
    await phone.upload(content, name)


async def pupils(app: App) -> int:
    async with app.work() as work:
        return int(await work.session.scalar(select(func.count()).select_from(Pupil)) or 0)


async def files(app: App) -> int:
    async with app.work() as work:
        return int(await work.session.scalar(select(func.count()).select_from(StoredFile)) or 0)


async def test_the_home_screen_leads_to_the_workbook_and_its_template(phone: Phone) -> None:
    await phone.send("/menu")
    await phone.sees("Книга школы")
    await phone.press("Книга школы")
    await phone.sees("Пришлите сюда файл .xlsx")

    await phone.press("Пустой образец")

    document = await phone.sees("Образец книги школы: листы")
    assert (await phone.download(document)).startswith(b"PK")


async def test_a_file_is_shown_confirmed_and_loaded(app: App, phone: Phone) -> None:
    await send(phone, written(small()))
    await phone.sees("Что изменится", "Ученики: новых 5", "Уроки по дням: новых 226", "Загрузить в журнал")
    assert await pupils(app) == 0

    await phone.press("Загрузить в журнал")

    await phone.sees("Загружено", "Ученики: новых 5")
    assert await pupils(app) == 5


async def test_confirming_twice_loads_once(app: App, phone: Phone) -> None:
    await send(phone, written(small()))
    summary = await phone.sees("Загрузить в журнал")
    data = summary.keyboard[0][0].data
    await phone.press("Загрузить в журнал")
    await phone.sees("Загружено")

    await phone.press_data(data, summary.id)

    await phone.sees("уже всё так, как в файле")
    assert await pupils(app) == 5


async def test_after_somebody_elses_import_the_summary_is_shown_anew(app: App, phone: Phone) -> None:
    await send(phone, written(small()))
    await phone.sees("Ученики: новых 5")
    await load(app, only("Предметы"))

    await phone.press("Загрузить в журнал")

    await phone.sees("Пока вы смотрели, журнал изменился", "Загрузить в журнал")
    assert await pupils(app) == 0


async def test_not_loading_forgets_the_file(app: App, phone: Phone) -> None:
    await send(phone, written(small()))
    await phone.sees("Не загружать")
    assert await files(app) == 1

    await phone.press("Не загружать")

    await phone.sees("ничего не изменилось")
    assert (await files(app), await pupils(app)) == (0, 0)


async def test_an_old_refusal_does_not_deny_what_was_loaded(app: App, phone: Phone) -> None:
    await send(phone, written(small()))
    summary = await phone.sees("Загрузить в журнал")
    refusal = summary.keyboard[1][0].data
    await phone.press("Загрузить в журнал")
    await phone.sees("Загружено")

    answer = await phone.press_data(refusal, summary.id)

    assert "Этого больше нет" in answer.text
    assert (await files(app), await pupils(app)) == (1, 5)


async def test_a_faulty_file_comes_back_coloured_and_its_faults_as_text(app: App, phone: Phone) -> None:
    def spoil(sheets: dict[str, list[list[object]]]) -> None:
        for row in range(1, 6):
            sheets["Ученики"][row][4] = "<весной>"
            sheets["Ученики"][row][5] = "?"
            sheets["Родители"].append([f"нет-{row}", "А", "Б", None, None, None, None])

    await send(phone, changed(spoil))  # type: ignore[arg-type]

    await phone.sees("В файле 15 ошибок", "Ученики, строка 2, «Дата рождения»: «<весной>» – не дата", "…и ещё 5")
    document = await phone.sees("Ваш файл: ячейки с ошибками закрашены")
    assert (await phone.download(document)).startswith(b"PK")
    assert await files(app) == 0


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7", "Это не книга .xlsx"),
        ("а;б\n1;2".encode("cp1251"), "Это таблица CSV"),
        (b"", "Это не книга .xlsx"),
    ],
)
async def test_a_file_that_is_no_workbook_gets_a_plain_word(phone: Phone, content: bytes, words: str) -> None:
    await send(phone, content or b"\x00", "school.xlsx")
    await phone.sees(words)


async def test_a_teacher_is_refused(app: App, stage: Scene, school: SchoolBuilder) -> None:
    teacher = stage.phone(await school.connected_staff("Учитель"))

    await send(teacher, written(small()))

    await teacher.sees("Книгу школы загружает администратор")
    assert await files(app) == 0


async def test_a_former_administrators_button_is_refused(app: App, phone: Phone, administrator: Person) -> None:
    await send(phone, written(small()))
    await phone.sees("Загрузить в журнал")
    from sqlalchemy import update

    from storage.models import StaffRole

    async with app.work() as work:
        await work.session.execute(
            update(StaffRole).where(StaffRole.staff_id == administrator.id).values(role=Role.TEACHER)
        )

    answer = await phone.press("Загрузить в журнал")

    assert answer.text == "Книгу школы загружает администратор. Ничего не записано."
    assert await pupils(app) == 0


async def test_the_same_update_twice_keeps_one_file(app: App, phone: Phone) -> None:
    await send(phone, written(only("Предметы")))
    await phone.sees("Что изменится")
    await send(phone, written(only("Предметы", "Школа")))
    await phone.sees("Школа: изменений 1")

    assert await files(app) == 1
    async with app.work() as work:
        assert await work.session.scalar(select(func.count()).select_from(Subject)) == 0
