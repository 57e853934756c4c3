"""A workbook brought in again over a plan whose lines lessons have delivered."""

from decimal import Decimal

import pytest
from sqlalchemy import select, text

from core.app import App
from core.workbook import FaultCode
from documents.tables import Cell
from storage.models import Lesson, PlanDelivery, PlanLine
from tests.support.clock import FakeClock
from tests.workbook.books import Sheets, load, look, small, warned

HEAD: list[Cell] = ["Класс", "Параллель", "Предмет", "Группа", "№", "Тема", "Часов", "Вид урока", "Домашнее задание"]


def with_plan(*topics: str, class_name: str | None = "7А", grade: int | None = None) -> Sheets:
    book = small()
    lines: list[list[Cell]] = [
        [class_name, grade, "Алгебра", None, n, topic, 1, "урок", None] for n, topic in enumerate(topics, 1)
    ]
    book["КТП"] = [list(HEAD), *lines]
    return book


@pytest.fixture(autouse=True)
def in_september(clock: FakeClock) -> None:
    clock.set("08:00")


async def deliver(app: App, *topics: str) -> None:
    """The first lessons of 7А's algebra deliver these lines."""
    async with app.work() as work:
        lessons = await work.session.scalars(
            text("""SELECT l.id FROM lesson l JOIN load_class lc ON lc.load_id = l.load_id
                     JOIN class_unit c ON c.id = lc.class_id JOIN subject s ON s.id = lc.subject_id
                     WHERE c.name = '7А' AND s.name = 'Алгебра' ORDER BY l.starts_at""")
        )
        for lesson, topic in zip(list(lessons), topics, strict=False):
            line = await work.session.scalar(select(PlanLine.id).where(PlanLine.topic == topic))
            work.session.add(PlanDelivery(lesson_id=lesson, line_id=line, hours=Decimal(1)))
            found = await work.session.get(Lesson, lesson)
            assert found is not None
            found.topic = topic


async def delivered(app: App) -> list[str]:
    """Topics of lines in the order of the lessons that delivered them, told by their plan's lines of now."""
    query = select(PlanLine.topic).join(PlanDelivery, PlanDelivery.line_id == PlanLine.id)
    async with app.work() as work:
        return list(await work.session.scalars(query.join(Lesson).order_by(Lesson.starts_at)))


async def lines(app: App) -> list[tuple[int, str]]:
    async with app.work() as work:
        rows = await work.session.execute(select(PlanLine.number, PlanLine.topic).order_by(PlanLine.number))
        return [(row.number, row.topic) for row in rows]


async def test_a_line_put_in_front_does_not_shift_what_was_delivered(app: App) -> None:
    await load(app, with_plan("Первая", "Вторая", "Третья"))
    await deliver(app, "Первая", "Вторая")

    await load(app, with_plan("Повторение", "Первая", "Вторая", "Третья"))

    assert await delivered(app) == ["Первая", "Вторая"]
    assert await lines(app) == [(1, "Повторение"), (2, "Первая"), (3, "Вторая"), (4, "Третья")]


async def test_a_delivered_line_that_the_file_lacks_stays_and_is_told(app: App) -> None:
    await load(app, with_plan("Первая", "Вторая", "Третья"))
    await deliver(app, "Первая", "Вторая")

    report = await load(app, with_plan("Первая", "Третья"))

    assert warned(report, FaultCode.PLAN_LINES_KEPT).facts["first"] == "Вторая"
    assert await lines(app) == [(1, "Первая"), (2, "Вторая"), (3, "Третья")]
    assert await delivered(app) == ["Первая", "Вторая"]


async def test_the_same_file_a_second_time_changes_nothing(app: App) -> None:
    await load(app, with_plan("Первая", "Вторая", "Третья"))
    await deliver(app, "Вторая")
    edition = with_plan("Третья", "Первая", "Четвёртая")
    await load(app, edition)

    report = await look(app, edition)

    assert report.changes.empty


async def test_lines_that_change_places_do_not_collide(app: App) -> None:
    await load(app, with_plan("Первая", "Вторая", "Третья"))
    await deliver(app, "Первая")

    await load(app, with_plan("Третья", "Вторая", "Первая"))

    assert await lines(app) == [(1, "Третья"), (2, "Вторая"), (3, "Первая")]
    assert await delivered(app) == ["Первая"]


async def test_a_class_that_gets_its_own_plan_keeps_what_it_delivered_of_the_grade_s(app: App) -> None:
    await load(app, with_plan("Первая", "Вторая", class_name=None, grade=7))
    await deliver(app, "Вторая")

    await load(app, with_plan("Введение", "Первая", "Вторая"))

    async with app.work() as work:
        number = await work.session.scalar(select(PlanLine.number).join(PlanDelivery))
    assert number == 3
