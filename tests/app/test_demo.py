"""`zvonok demo`: a believable school day on this machine, driven as a newcomer drives it."""

import re
from collections.abc import AsyncIterator, Iterator
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from app.demo.school import demo_workbook
from app.demo.show import Demo, demo_at_work
from app.demo.stage import USERNAMES
from core.clock import ShiftedClock, SystemClock
from core.terms import Door
from locales import translator
from sandbox import Phone
from tests.support.database import server_of_its_own

PARTS = {
    *("teacher", "class-leader", "parent", "second-parent", "parent-of-three", "pupil", "deputy", "director"),
    *("secretary", "administrator", "teacher-and-parent", "parent-of-first-grader", "new-parent", "new-teacher"),
}

LONGEST_HOLIDAYS = timedelta(days=12)

workbook_of = cache(demo_workbook)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One embedded server for all; every demo empties its database first."""
    with server_of_its_own(tmp_path_factory.mktemp("demo")) as folder:
        yield folder


@pytest.fixture(autouse=True)
def _the_workbook_is_written_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the same for every demo of a day, and takes two seconds."""
    monkeypatch.setattr("app.demo.school.demo_workbook", workbook_of)


@pytest.fixture
async def demo(data: Path) -> AsyncIterator[Demo]:
    async with demo_at_work(data, 0, translator("ru"), lambda _: None) as demo:
        yield demo


def phone(demo: Demo, key: str, door: Door) -> Phone:
    player = next(p for p in demo.players if p.part.key == key)
    return demo.sandbox.phone(player.id, USERNAMES[door])


def code_of(demo: Demo, key: str) -> str:
    return next(p.code for p in demo.players if p.part.key == key)


async def test_the_first_bell_rings_from_the_teacher_to_the_parent_and_back(demo: Demo) -> None:
    teacher, parent = phone(demo, "teacher", Door.STAFF), phone(demo, "parent", Door.FAMILY)
    surname = next(p.part.name for p in demo.players if p.part.key == "pupil").split()[1]
    await teacher.press("Сегодня")
    await teacher.press(next(label for label in teacher.screen.labels if "7Б" in label))
    await teacher.press(surname)
    await teacher.press("Готово")
    await demo.clock.move("plus-1")
    await parent.sees("нет на уроке")
    await parent.press("Болеет")
    await phone(demo, "class-leader", Door.STAFF).sees(surname, "болеет")


async def test_the_page_opens_with_a_parent_of_one_child_of_the_class_and_both_parents_hear(demo: Demo) -> None:
    stage = demo.sandbox.world.stage
    pupil = next(p.part.name for p in demo.players if p.part.key == "pupil")
    parents = [phone(demo, key, Door.FAMILY) for key in ("parent", "second-parent")]
    assert stage.right == (next(p.id for p in demo.players if p.part.key == "parent"), USERNAMES[Door.FAMILY])
    for parent in parents:
        await parent.sees(f"{pupil}, 7Б", "сегодня")


async def test_an_english_demo_is_english_to_its_buttons(data: Path) -> None:
    async with demo_at_work(data, 0, translator("en"), lambda _: None) as demo:
        await phone(demo, "teacher", Door.STAFF).sees("Today")
        await phone(demo, "parent", Door.FAMILY).sees("Report an absence")


async def test_the_journal_has_been_kept_since_september(demo: Demo) -> None:
    deputy = phone(demo, "deputy", Door.STAFF)
    for label in ("Классный журнал", "Все классы", "7Б", "Алгебра"):
        await deputy.press(label)
    page = await deputy.sees("7Б · Алгебра", "XLSX")
    assert page.photo is not None
    assert page.photo.height > 1000


async def test_a_topic_of_the_plan_is_offered_at_the_first_lesson(demo: Demo) -> None:
    teacher = phone(demo, "teacher", Door.STAFF)
    for label in ("Сегодня", "7Б", "Страница урока", "Тема"):
        await teacher.press(next(found for found in teacher.screen.labels if label in found))
    await teacher.sees("по плану")


async def test_the_lessons_of_somebody_ill_are_given_away(demo: Demo) -> None:
    deputy = phone(demo, "deputy", Door.STAFF)
    await deputy.press("Замены")
    await deputy.press("›")
    await deputy.sees("Замены", "→", "Семьям сообщим")


async def test_the_class_leader_finds_a_conversation_a_meeting_and_cards_that_wait(demo: Demo) -> None:
    leader = phone(demo, "class-leader", Door.STAFF)
    await leader.press("Класс: 7Б")
    assert {"Новые контакты: 1"} <= set(leader.screen.labels)
    assert any(label.startswith("Сверить карточки") for label in leader.screen.labels)
    teacher = phone(demo, "teacher", Door.STAFF)
    await teacher.press("Класс: 6А")
    assert "Карточки учеников" in teacher.screen.labels


async def test_everybody_is_there_with_a_hint(demo: Demo) -> None:
    assert {p.part.key for p in demo.players} == PARTS
    assert len({p.part.holders for p in demo.players}) == len(PARTS)
    assert all(person.hint for person in demo.sandbox.world.stage.people)


@pytest.mark.parametrize("key", ["new-parent", "new-teacher"])
async def test_a_newcomer_comes_in_by_the_code_on_the_page(demo: Demo, key: str) -> None:
    newcomer = phone(demo, key, Door.FAMILY if key == "new-parent" else Door.STAFF)
    await newcomer.start()
    await newcomer.sees("код")
    await newcomer.send(code_of(demo, key))
    await newcomer.sees("согласие" if key == "new-parent" else "Сегодня")


async def test_the_clock_only_goes_ahead_and_stops_on_school_days(demo: Demo) -> None:
    before = demo.clock.now()
    moments = [await demo.clock.move(name) for name, _ in demo.clock.controls]
    assert moments == sorted(moments)
    assert moments[0] > before
    assert [wall(m) for m in moments[-6:]] == ["18:00", "19:00", "20:30", "21:00", "08:30", "19:00"]
    assert moments[-2].date() > moments[-3].date()
    assert moments[-1].isoweekday() == 6


async def test_the_evening_brings_the_card_and_saturday_the_week_but_no_old_final_marks(demo: Demo) -> None:
    parent = phone(demo, "parent", Door.FAMILY)
    await demo.clock.move("to-1900")
    await parent.sees("🌙", "Завтра")
    await demo.clock.move("to-saturday")
    await parent.sees("За неделю")
    assert not [m.text for m in parent.messages if "итоговые отметки" in m.text]


async def test_an_unknown_button_of_the_clock_is_a_key_error(demo: Demo) -> None:
    with pytest.raises(KeyError):
        await demo.clock.move("to-midnight")


async def test_a_busy_port_is_left_alone(demo: Demo, data: Path) -> None:
    busy = int(demo.address.rpartition(":")[2])
    async with demo_at_work(data, busy, translator("ru"), lambda _: None) as second:
        assert second.address != demo.address
        await phone(second, "teacher", Door.STAFF).sees("Сегодня")
    await phone(demo, "teacher", Door.STAFF).press("Сегодня")


@pytest.mark.parametrize("day", ["2027-01-03", "2027-07-15", "2027-08-31"])
async def test_a_lesson_goes_on_whatever_the_real_date_is(data: Path, day: str) -> None:
    real = datetime.fromisoformat(f"{day}T13:00+03:00")
    clock = ShiftedClock(real - SystemClock().now())
    async with demo_at_work(data, 0, translator("ru"), lambda _: None, clock) as demo:
        assert timedelta(0) < demo.clock.now() - real < LONGEST_HOLIDAYS
        teacher = phone(demo, "teacher", Door.STAFF)
        await teacher.press("Сегодня")
        await teacher.sees("7Б")


def wall(moment: datetime) -> str:
    return moment.strftime("%H:%M")


async def test_the_page_has_an_address(demo: Demo) -> None:
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+", demo.address)
