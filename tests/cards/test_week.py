"""Saturday's card: the week of each child, and the evening's part in the same message."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import update

from core.terms import MarkValue, Presence
from storage.models import Attendance, Lesson, Mark
from tests.cards.conftest import SATURDAY, Home
from tests.support.clock import MONDAY, moscow
from tests.support.school import days_after

QUARTER = (date(2026, 11, 9), date(2026, 12, 29))


async def _rolls(home: Home, *lessons: int) -> None:
    taken = {"roll_taken_at": moscow(MONDAY, "09:00"), "roll_taken_by": home.teacher.id}
    await home.run(update(Lesson).where(Lesson.id.in_(lessons)).values(**taken))


async def _earlier(home: Home, *values: str, days_ago: int = 5) -> None:
    """Marks of Пётр at a lesson of a week before."""
    lesson = await home.school.lesson(home.load, 3, days_after(-days_ago))
    for value in values:
        await home.add(
            Mark(
                lesson_id=lesson,
                pupil_id=home.petr,
                kind_id=await home.kind(),
                value=MarkValue(value),
                given_by=home.teacher.id,
                given_at=moscow(days_after(-days_ago), "10:40"),
            )
        )


async def test_the_week_tells_averages_that_moved_marks_and_attendance(home: Home) -> None:
    await home.period(*QUARTER)
    await _earlier(home, "4", "3")
    await home.mark("5")
    await home.mark("4", day=1)
    await _rolls(home, *home.algebra.values(), *home.reading.values())
    await home.absent(day=2)
    late = Attendance(lesson_id=home.reading[3], pupil_id=home.anna, status=Presence.LATE, minutes=5, rev=1)
    await home.add(late)

    await home.tick(day=SATURDAY)

    assert (await home.card()).kind == "week_card"
    assert (await home.text()).splitlines() == [
        "🗓 <b>Неделя до 28 ноября</b>",
        "",
        "<b>Пётр</b>",
        "<b>За неделю:</b> 5 уроков",
        "Отметки: «5» – 1, «4» – 1",
        "Средний балл: Алгебра 3,50 → 4,00 ↑",
        "По неделям: <code>▄▅</code> 4,00",
        "Пропущен 1 урок (не объяснено – 1)",
        "Ждёт вашего ответа: пропуск ср 25.11",
        "",
        "<b>Аня</b>",
        "<b>За неделю:</b> 5 уроков",
        "Опозданий: 1",
    ]


async def test_what_is_unexplained_can_be_explained_from_the_week(home: Home) -> None:
    case = await home.absent(day=2)

    await home.tick(day=SATURDAY)

    data = [b.data for row in (await home.screen()).rows for b in row]
    assert data == [f"Dw:{home.petr}:20261128", f"sc:{case}"]


async def test_work_owed_stands_there(home: Home) -> None:
    await home.period(*QUARTER)
    await _earlier(home, "dot")
    await home.mark("4")

    await home.tick(day=SATURDAY)

    assert "Долги: Алгебра" in await home.text()


async def test_a_week_of_holidays_has_no_card(home: Home) -> None:
    await home.period(*QUARTER)
    await _earlier(home, "4", "3")
    await home.no_lessons(0, 1, 2, 3, 4)

    await home.tick(day=SATURDAY)

    assert await home.cards() == []


async def test_a_week_with_nothing_but_lessons_says_that_nothing_was_missed(home: Home) -> None:
    await _rolls(home, *home.reading.values())

    await home.tick(day=SATURDAY)

    assert "<b>Аня</b>\n<b>За неделю:</b> 5 уроков\nПропусков и опозданий нет" in await home.text()


async def test_saturday_has_one_card_with_both_parts(home: Home) -> None:
    await home.period(*QUARTER)
    await home.mark("5")
    home.algebra[5] = await home.school.lesson(home.load, 1, SATURDAY)
    await home.mark("4", day=5)

    for wall in ("19:00", "19:10", "21:00"):
        await home.tick(wall, SATURDAY)

    lines = (await home.text()).splitlines()
    assert "Отметки: Алгебра <b>4</b>" in lines
    assert "Отметки: «5» – 1, «4» – 1" in lines


async def test_who_wants_no_week_gets_saturday_s_evening_card_only(home: Home) -> None:
    await home.choose(home.mother, week_card=False)
    await home.mark("5")
    home.algebra[5] = await home.school.lesson(home.load, 1, SATURDAY)
    await home.mark("4", day=5)

    await home.tick(day=SATURDAY)

    assert (await home.card()).kind == "evening_card"
    assert "За неделю" not in await home.text()


@pytest.mark.parametrize("own", [False, True], ids=["switched off", "a pupil's own phone"])
async def test_who_wants_no_evenings_gets_the_week_only(home: Home, *, own: bool) -> None:
    person = await home.school.connected_pupil(home.petr) if own else home.mother
    if not own:
        await home.choose(person, evening_card=False)
    await home.mark("5")
    home.algebra[5] = await home.school.lesson(home.load, 1, SATURDAY)
    await home.mark("4", day=5)

    await home.tick(day=SATURDAY)

    text = await home.text(person)
    assert "За неделю" in text
    assert "Алгебра <b>4</b>" not in text


async def test_dots_count_as_twos_where_the_school_says_so(home: Home) -> None:
    await home.period(*QUARTER)
    await home.school.update_school(dot_counts_as_two=True)
    await home.mark("4")
    await home.mark("dot", day=1)

    await home.tick(day=SATURDAY)

    week = (await home.card()).facts["children"][0]["week"]
    assert Decimal(week["chart"][-1]) == Decimal("3.00")
    assert week["marks"] == [["4", 1]]


async def test_a_mark_given_on_monday_for_last_week_is_this_week_s_news(home: Home) -> None:
    await home.period(*QUARTER)
    await _earlier(home, "5")
    lesson = await home.school.lesson(home.load, 4, days_after(-4))
    late = Mark(
        lesson_id=lesson,
        pupil_id=home.petr,
        kind_id=await home.kind(),
        value=MarkValue.THREE,
        given_by=home.teacher.id,
        given_at=moscow(MONDAY, "15:00"),
    )
    await home.add(late)

    await home.tick(day=SATURDAY)

    lines = (await home.text()).splitlines()
    assert "Отметки: «3» – 1" in lines
    assert "Средний балл: Алгебра 5,00 → 4,00 ↓" in lines


async def test_a_mark_given_after_saturday_s_card_stands_in_the_next_and_in_no_other(home: Home) -> None:
    await home.period(*QUARTER)
    await home.mark("4", day=4, given="20:00", given_on=SATURDAY)

    await home.tick(day=SATURDAY)
    await home.tick(day=days_after(12))
    await home.tick(day=days_after(19))

    weeks = [row.facts["children"][0]["week"] for row in await home.cards() if row.kind == "week_card"]
    assert [week["marks"] for week in weeks if week] == [[["4", 1]]]


async def test_a_mark_changed_this_week_counts_as_what_it_is_now(home: Home) -> None:
    await home.period(*QUARTER)
    await _earlier(home, "3")
    changed = {"value": MarkValue.FOUR, "changed_at": moscow(days_after(1), "10:00")}
    await home.run(update(Mark).where(Mark.pupil_id == home.petr).values(**changed))

    await home.tick(day=SATURDAY)

    assert "Отметки: «4» – 1" in (await home.text()).splitlines()
