"""How the school grades, and works announced, over real HTTP."""

import pytest
from sqlalchemy import select

from sandbox import Phone
from storage.models import LessonWork, MarkedSubject, WorkKind
from tests.roll.conftest import Class7B
from tests.support.school import days_after
from tests.support.stage import Scene


@pytest.fixture
async def deputy(stage: Scene, seven_b: Class7B) -> Phone:
    """The deputy's phone at the grading settings."""
    phone = stage.phone(seven_b.deputy)
    await phone.send("/settings")
    await phone.sees("Настройки")
    await phone.press("Оценивание: виды работ, зачёт")
    await phone.sees("Виды работ, их буквы и веса")
    return phone


async def kinds(seven_b: Class7B) -> dict[str, WorkKind]:
    async with seven_b.sessions() as session:
        return {kind.letter: kind for kind in await session.scalars(select(WorkKind))}


async def test_a_deputy_changes_a_kind_of_work(deputy: Phone, seven_b: Class7B) -> None:
    await deputy.press("С — Самостоятельная работа, вес 1,2")
    await deputy.press("2", exact=True)
    await deputy.press("Считать контрольной")
    await deputy.press("↑ Выше")
    await deputy.press("Другой вес")
    await deputy.sees("Напишите вес числом")
    await deputy.send("много")
    await deputy.sees("Вес — это число от 0 до 10")
    await deputy.send("2,25")
    await deputy.sees("Самостоятельная работа (С), вес 2,25")
    await deputy.press("Буква")
    await deputy.sees("Напишите букву")
    await deputy.send("ср")
    await deputy.sees("Самостоятельная работа (СР)")

    found = (await kinds(seven_b))["СР"]
    assert (str(found.weight), found.control, found.written, found.position) == ("2.25", True, True, 2)


async def test_a_deputy_adds_and_archives_a_kind_of_work(deputy: Phone, seven_b: Class7B) -> None:
    await deputy.press("+ Добавить вид работ")
    await deputy.sees("Напишите название, букву и вес")
    await deputy.send("Контрольная работа, КР")
    await deputy.sees("уже есть у другого вида работ")
    await deputy.send("Аудирование, АУ, 1,4")
    await deputy.sees("Аудирование (АУ), вес 1,4")
    await deputy.press("В архив")
    await deputy.sees("В архиве: учителям не предлагается")

    assert (await kinds(seven_b))["АУ"].archived_at is not None


async def test_a_deputy_lets_a_subject_be_graded_by_pass(deputy: Phone, seven_b: Class7B) -> None:
    await deputy.press("Предметы с зачётом")
    await deputy.press("Алгебра")
    await deputy.press("7")
    await deputy.press("Назад")
    assert "✓ Алгебра: 7" in deputy.screen.labels

    async with seven_b.sessions() as session:
        row = await session.scalar(select(MarkedSubject))
    assert row is not None
    assert (row.grade_from, row.grade_to) == (7, 7)


async def test_a_teacher_then_sees_pass_and_fail(deputy: Phone, teacher: Phone, seven_b: Class7B) -> None:
    await deputy.press("Предметы с зачётом")
    await deputy.press("Алгебра")
    await deputy.press("Во всех")
    await teacher.press_data(f"Mr:{seven_b.lessons[0]}:", teacher.screen.id)
    await teacher.press("Иванов Пётр")
    assert {"зач", "незач", "н/а", "осв"} <= set(teacher.screen.labels)
    assert "5" not in teacher.screen.labels
    await teacher.press("зач", exact=True)
    assert "зач — Иванов Пётр" in teacher.screen.labels


async def test_a_deputy_lets_dots_count_as_two(deputy: Phone) -> None:
    await deputy.press("Считать точку двойкой")
    await deputy.sees("в среднем считается двойкой")
    assert "Не считать точку в среднем" in deputy.screen.labels


async def test_a_teacher_has_no_such_settings(teacher: Phone) -> None:
    await teacher.press("Настройки")
    assert "Оценивание: виды работ, зачёт" not in teacher.screen.labels
    answer = await teacher.press_data("MA", teacher.screen.id)
    assert "Нет доступа" in answer.text


async def test_a_control_work_is_announced_in_advance_and_weighed(teacher: Phone, seven_b: Class7B) -> None:
    ahead = await seven_b.school.lesson(seven_b.load, 1, days_after(1))
    await teacher.press_data(f"Ma:{ahead}", teacher.screen.id)
    await teacher.sees("Работ не объявлено")
    await teacher.press("Объявить работу")
    await teacher.press("К — Контрольная работа, вес 1,5")
    await teacher.sees("• Контрольная работа, вес 1,5")
    await teacher.press("К — Контрольная работа, вес 1,5")
    await teacher.press("3", exact=True)
    await teacher.sees("• Контрольная работа, вес 3")
    await teacher.press("К — Контрольная работа, вес 3")
    await teacher.press("Другой вес")
    await teacher.sees("Напишите вес числом")
    await teacher.send("11")
    await teacher.sees("Вес — это число от 0 до 10")
    await teacher.send("2,5")
    await teacher.sees("• Контрольная работа, вес 2,5")
    await teacher.press("К — Контрольная работа, вес 2,5")
    await teacher.press("Работы не будет")
    await teacher.sees("Работ не объявлено")

    async with seven_b.sessions() as session:
        assert await session.scalar(select(LessonWork.kind_id)) is None
