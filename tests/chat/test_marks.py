"""Marks as a teacher gives them on a phone, over real HTTP."""

import pytest
from sqlalchemy import select, update

from sandbox import Phone
from storage.models import Lesson, Mark, WorkKind
from tests.chat.test_roll import button_data
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.stage import Scene


@pytest.fixture
async def sheet(teacher: Phone, seven_b: Class7B) -> Phone:
    """The teacher's phone at the marks of the first lesson."""
    await teacher.press_data(f"Mr:{seven_b.lessons[0]}:", teacher.screen.id)
    await teacher.sees("Вид работы: Ответ на уроке, вес 1", "Нажмите на ученика")
    return teacher


async def kind_of(seven_b: Class7B, letter: str) -> int:
    async with seven_b.sessions() as session:
        return int(await session.scalar(select(WorkKind.id).where(WorkKind.letter == letter)) or 0)


async def stored(seven_b: Class7B) -> list[tuple[str, str]]:
    """Values and comments of the marks that stand."""
    async with seven_b.sessions() as session:
        rows = await session.scalars(select(Mark).where(Mark.removed_at.is_(None)).order_by(Mark.id))
        return [(row.value.value, row.comment) for row in rows]


async def test_a_mark_takes_two_taps(sheet: Phone, seven_b: Class7B) -> None:
    await sheet.press("Иванов Пётр")
    answer = await sheet.press("5")

    assert answer.text == "Иванов Пётр: 5"
    assert "5 — Иванов Пётр" in sheet.screen.labels
    await sheet.press("Петрова Анна")
    await sheet.press("н/а")
    assert "н/а — Петрова Анна" in sheet.screen.labels
    assert await stored(seven_b) == [("5", ""), ("not_assessed", "")]


async def test_the_kind_of_work_is_chosen_once(sheet: Phone) -> None:
    await sheet.press("К")
    await sheet.sees("Вид работы: Контрольная работа, вес 1,5")
    for name, value in (("Иванов Пётр", "4"), ("Петрова Анна", "5")):
        await sheet.press(name)
        await sheet.press(value)
    await sheet.sees("Контрольная работа")
    await sheet.press("О")
    assert {"4(К) — Иванов Пётр", "5(К) — Петрова Анна"} <= set(sheet.screen.labels)


async def test_another_kind_of_work_is_found_by_its_name(sheet: Phone) -> None:
    await sheet.press("…")
    await sheet.press("Р — Реферат, вес 1")
    await sheet.sees("Вид работы: Реферат")
    assert "✓ Р" in sheet.screen.labels


async def test_a_mark_is_corrected_commented_and_removed(sheet: Phone, seven_b: Class7B) -> None:
    await sheet.press("Иванов Пётр")
    await sheet.press("3")
    await sheet.press("3 — Иванов Пётр")
    await sheet.press("3 (О): исправить")
    await sheet.sees("На что исправить?")
    await sheet.press("4")
    assert await stored(seven_b) == [("4", "")]

    await sheet.press("4 — Иванов Пётр")
    await sheet.press("4 (О): исправить")
    await sheet.press("Комментарий")
    await sheet.sees("Напишите короткий комментарий")
    await sheet.send("Решал <b>у доски</b> & без ошибок")
    await sheet.sees("4 — Ответ на уроке, Алгебраистова А. И.: Решал <b>у доски</b> & без ошибок")
    assert await stored(seven_b) == [("4", "Решал <b>у доски</b> & без ошибок")]

    await sheet.press("4 (О): исправить")
    await sheet.press("Удалить отметку")
    assert "Иванов Пётр" in sheet.screen.labels
    assert await stored(seven_b) == []


async def test_a_mark_given_for_another_work_takes_two_taps_to_set_right(sheet: Phone, seven_b: Class7B) -> None:
    await sheet.press("Иванов Пётр")
    await sheet.press("5")
    await sheet.press("5 — Иванов Пётр")
    await sheet.press("5 (О): исправить")

    await sheet.press("Другой вид работы")
    await sheet.sees("За какую работу эта отметка?")
    await sheet.press("К — Контрольная работа, вес 1,5")

    await sheet.sees("Вид работы: Контрольная работа, вес 1,5")
    assert "5 — Иванов Пётр" in sheet.screen.labels
    assert await stored(seven_b) == [("5", "")]


async def test_a_comment_that_is_too_long_is_asked_for_again(sheet: Phone, seven_b: Class7B) -> None:
    await sheet.press("Иванов Пётр")
    await sheet.press("3")
    await sheet.press("3 — Иванов Пётр")
    await sheet.press("3 (О): исправить")
    await sheet.press("Комментарий")
    await sheet.sees("Напишите короткий комментарий")
    await sheet.send("я" * 501)
    await sheet.sees("Слишком длинный текст")
    await sheet.send("Коротко")
    await sheet.sees("Алгебраистова А. И.: Коротко")


async def test_owed_work_gets_its_mark(sheet: Phone, seven_b: Class7B) -> None:
    await sheet.press("Иванов Пётр")
    await sheet.press("•")
    assert "• — Иванов Пётр" in sheet.screen.labels
    await sheet.press("• — Иванов Пётр")
    await sheet.sees("отметка заменит точку")
    answer = await sheet.press("4")
    assert answer.text == "Иванов Пётр: 4 вместо точки"
    assert await stored(seven_b) == [("4", "")]


async def test_the_same_press_twice_gives_one_mark(sheet: Phone, seven_b: Class7B) -> None:
    await sheet.press("Иванов Пётр")
    data = button_data(sheet.screen, "5")
    await sheet.press("5")

    answer = await sheet.press_data(data, sheet.screen.id)

    assert answer.text == "Уже так"
    assert await stored(seven_b) == [("5", "")]


async def test_two_phones_see_the_truth(stage: Scene, sheet: Phone, seven_b: Class7B) -> None:
    await sheet.press("Иванов Пётр")
    stale = button_data(sheet.screen, "5")
    leader = stage.phone(seven_b.leader)
    await leader.send("/menu")
    await leader.sees("Сегодня")
    await leader.press_data(f"Mr:{seven_b.lessons[0]}:", leader.screen.id)
    await leader.press("Иванов Пётр")
    await leader.press("2")

    answer = await sheet.press_data(stale, sheet.screen.id)

    assert "Коллега изменил раньше" in answer.text
    assert "2 — Иванов Пётр" in sheet.screen.labels
    assert await stored(seven_b) == [("2", "")]


async def test_the_owner_is_told_of_a_colleague_s_change(stage: Scene, sheet: Phone, seven_b: Class7B) -> None:
    await sheet.press("Иванов Пётр")
    await sheet.press("3")
    leader = stage.phone(seven_b.leader)
    await leader.send("/menu")
    await leader.sees("Сегодня")
    await leader.press_data(f"Mr:{seven_b.lessons[0]}:", leader.screen.id)
    await leader.press("3 — Иванов Пётр")
    await leader.press("3 (О): исправить")
    await leader.press("5")

    await sheet.sees("Иванов Пётр", "Вы ставили 3, стало 5", "Руководителева А. И.", "08:35")
    await sheet.press("Страница урока")
    await sheet.sees("Алгебра")


async def test_where_corrections_are_forbidden_the_screen_says_so(sheet: Phone, seven_b: Class7B) -> None:
    await sheet.press("Иванов Пётр")
    await sheet.press("3")
    await seven_b.school.choose_regulation("lic68")
    await sheet.press("3 — Иванов Пётр")
    await sheet.press("3 (О): исправить")
    await sheet.sees("Исправлять отметки нельзя (Положение лицея № 68, п. 3.6.8)")
    await sheet.press("4")

    await sheet.sees("Введённое сохранено. Можно отправить запрос (директору)")
    assert await stored(seven_b) == [("3", "")]


async def test_forged_marks_are_refused(sheet: Phone, seven_b: Class7B, clock: FakeClock) -> None:
    lesson, kind = seven_b.lessons[0], await kind_of(seven_b, "О")
    stranger = await seven_b.school.pupil(await seven_b.school.class_unit("8А"))
    for data, said in (
        (f"Mg:{lesson}:{seven_b.ivanov}:{kind}:7:0", "устарела"),
        (f"Mg:{lesson}:{seven_b.ivanov}:{kind}:pass:0", "баллы от 5 до 1"),
        (f"Mg:{lesson}:{stranger}:{kind}:5:0", "Нет доступа"),
        (f"Mg:{lesson}:{seven_b.ivanov}:999:5:0", "устарела"),
        (f"Mg:{seven_b.lessons[2]}:{seven_b.ivanov}:{kind}:5:0", "ещё не начался"),
        (f"Mg:99999:{seven_b.ivanov}:{kind}:5:0", "больше нет"),
        (f"Mc:{lesson}:99999:5:1", "Нет доступа"),
    ):
        answer = await sheet.press_data(data, sheet.screen.id)
        assert said in answer.text
    assert await stored(seven_b) == []


async def test_a_second_control_work_of_the_day_is_told_and_allowed(
    stage: Scene, sheet: Phone, seven_b: Class7B
) -> None:
    kind = await kind_of(seven_b, "К")
    await sheet.press_data(f"Mn:{seven_b.lessons[3]}:{kind}", sheet.screen.id)
    await sheet.sees("• Контрольная работа, вес 1,5")
    await sheet.press("Страница урока")
    await sheet.sees("Работы: Контрольная работа")
    await sheet.press_data(f"Mr:{seven_b.lessons[0]}:{kind}", sheet.screen.id)
    await sheet.sees("в этот день уже есть контрольная: Алгебра, 4-й урок", "Контрольных за год выйдет 2 на 4 уроков")
    await sheet.press("Иванов Пётр")
    await sheet.press("5")
    assert await stored(seven_b) == [("5", "")]


async def test_a_mark_after_its_term_is_asked_for_and_carries_both_names(
    stage: Scene, sheet: Phone, seven_b: Class7B, clock: FakeClock
) -> None:
    clock.set("21:30")
    deputy = stage.phone(seven_b.deputy)
    await sheet.press("Иванов Пётр")
    await sheet.sees("Срок для отметок за ответы был до 21:00 23 ноября")
    await sheet.press("4")
    await sheet.press("Отправить запрос")
    await sheet.sees("Почему запись делается после срока?")
    await sheet.send("Не успела до вечера")
    await deputy.sees("просит записать после срока", "Иванов Пётр", "Вид работы: Ответ на уроке", "Записать: 4")
    assert await stored(seven_b) == []

    await deputy.press("Разрешить")

    await sheet.sees("Ваш запрос разрешён")
    async with seven_b.sessions() as session:
        mark = await session.scalar(select(Mark))
    assert mark is not None
    assert (mark.value, mark.given_by, mark.approved_by) == ("4", seven_b.teacher.id, seven_b.deputy.id)


async def test_a_request_that_a_colleague_overtook_writes_nothing(
    stage: Scene, sheet: Phone, seven_b: Class7B, clock: FakeClock
) -> None:
    deputy = stage.phone(seven_b.deputy)
    await sheet.press("Иванов Пётр")
    clock.set("21:30")
    await sheet.press("4")
    await sheet.press("Отправить запрос")
    await sheet.sees("Почему запись делается после срока?")
    await sheet.send("Не успела")
    clock.set("20:00")
    other = stage.phone(seven_b.leader)
    await other.send("/menu")
    await other.sees("Сегодня")
    await other.press_data(f"Mr:{seven_b.lessons[0]}:", other.screen.id)
    await other.press("Иванов Пётр")
    await other.press("2")
    clock.set("21:40")

    await deputy.sees("просит записать после срока")
    await deputy.press("Разрешить")

    await deputy.sees("здесь записали другое")
    assert await stored(seven_b) == [("2", "")]


async def test_a_weight_after_its_term_is_decided_knowing_what_it_will_be(
    stage: Scene, sheet: Phone, seven_b: Class7B, clock: FakeClock
) -> None:
    clock.set("21:30")
    kind = await kind_of(seven_b, "О")
    deputy = stage.phone(seven_b.deputy)
    await sheet.press_data(f"Ms:{seven_b.lessons[0]}:{kind}:250:", sheet.screen.id)
    await sheet.press("Отправить запрос")
    await sheet.sees("Почему запись делается после срока?")
    await sheet.send("Большая работа")
    await deputy.sees("Вес работы на уроке", "Вид работы: Ответ на уроке: 2.5")
    await deputy.press("Разрешить")
    await sheet.sees("Ваш запрос разрешён")
    await sheet.press_data(f"Mr:{seven_b.lessons[0]}:", sheet.screen.id)
    await sheet.sees("Ответ на уроке, вес 2,5")


async def test_nothing_is_given_on_a_cancelled_lesson_in_grade_1_or_to_another_group(
    sheet: Phone, seven_b: Class7B
) -> None:
    school, kind = seven_b.school, await kind_of(seven_b, "О")
    first = await school.class_unit("1А")
    child = await school.pupil(first)
    of_first = await school.lesson(await school.load(seven_b.teacher.id, first), 1)
    group = await school.load(seven_b.teacher.id, seven_b.class_id, subject="Английский", group="1")
    of_group = await school.lesson(group, 1)
    async with seven_b.sessions() as session, session.begin():
        await session.execute(update(Lesson).where(Lesson.id == seven_b.lessons[0]).values(status="cancelled"))
    for lesson, pupil, said in (
        (seven_b.lessons[0], seven_b.ivanov, "Урок отменён"),
        (of_first, child, "В 1 классе"),
        (of_group, seven_b.ivanov, "Нет доступа"),
    ):
        answer = await sheet.press_data(f"Mg:{lesson}:{pupil}:{kind}:5:0", sheet.screen.id)
        assert said in answer.text
    assert await stored(seven_b) == []
    await sheet.press_data(f"Mr:{of_first}:", sheet.screen.id)
    await sheet.sees("В 1 классе")
