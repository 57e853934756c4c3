"""What the evening card says, and when it says nothing."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, select, update

from core.terms import LessonStatus, MarkNotices, MarkValue, Presence, Statement
from storage.models import (
    Attendance,
    ClassEvent,
    Homework,
    IndividualTask,
    IndividualTaskPupil,
    Lesson,
    Mark,
    MarkNews,
    WorkKind,
)
from tests.cards.conftest import SATURDAY, TUESDAY, Home
from tests.support.clock import MONDAY, moscow
from tests.support.school import days_after


async def test_one_card_tells_of_all_children(home: Home) -> None:
    await home.mark("5")
    await home.homework(minutes=20)

    await home.tick()

    assert (await home.text()).splitlines() == [
        "🌙 <b>понедельник, 23 ноября</b>",
        "",
        "<b>Пётр</b>",
        "Отметки: Алгебра <b>5</b>",
        "<b>Завтра:</b> 1 урок, с 08:30",
        "Задано: Алгебра · около 20 мин",
        "",
        "<b>Аня</b>",
        "<b>Завтра:</b> 1 урок, с 09:25",
    ]


async def test_every_button_leads_to_the_very_page(home: Home) -> None:
    await home.mark("5")
    case = await home.absent(pupil=home.anna)

    await home.tick()

    assert [[b.label for b in row] for row in (await home.screen()).rows] == [
        ["Пётр: вт 24.11", "Пётр: Отметки"],
        ["Аня: вт 24.11"],
        ["Аня: Объяснить пропуск пн 23.11"],
    ]
    data = [b.data for row in (await home.screen()).rows for b in row]
    day = f"{TUESDAY:%Y%m%d}"
    assert data == [f"cd:{home.petr}:{day}", f"Vm:{home.petr}:", f"cd:{home.anna}:{day}", f"sc:{case}"]


async def test_nothing_to_say_makes_no_card(home: Home) -> None:
    await home.tick(day=days_after(4))
    assert await home.cards() == []


async def test_a_holiday_evening_before_another_free_day_is_quiet(home: Home) -> None:
    await home.tick(day=SATURDAY + timedelta(days=7))
    assert await home.cards() == []


async def test_control_works_alone_make_no_card_but_stand_on_one(home: Home) -> None:
    await home.control(2)
    await home.no_lessons(1)
    await home.tick()
    assert await home.cards() == []

    await home.tick(day=TUESDAY)
    assert "Впереди: ср 25.11 Алгебра (Контрольная работа)" in await home.text()


async def test_a_free_next_day_is_said_when_its_lessons_fell_out(home: Home) -> None:
    cancelled = update(Lesson).where(Lesson.id == home.algebra[1]).values(status=LessonStatus.CANCELLED)
    await home.run(cancelled)

    await home.tick()

    assert "<b>Завтра уроков нет</b>\n⇄ 1. <s>Алгебра</s> — урока не будет" in await home.text()


async def test_a_changed_lesson_of_tomorrow_stands_there(home: Home) -> None:
    await home.run(update(Lesson).where(Lesson.id == home.algebra[1]).values(room="31"))

    await home.tick()

    assert "⇄ 1. <b>Алгебра</b>, 08:30–09:15, каб. 31 вместо 12" in await home.text()


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        ((20, 30), "Задано: Алгебра · около 50 мин"),
        ((20, None), "Задано: Алгебра · от 20 мин"),
        ((None, None), "Задано: Алгебра"),
    ],
)
async def test_minutes_of_homework_are_added_up(home: Home, minutes: tuple[int | None, ...], said: str) -> None:
    for one in minutes:
        await home.homework(minutes=one)

    await home.tick()

    assert said in (await home.text()).splitlines()


async def test_homework_told_by_a_card_is_corrected_later(home: Home) -> None:
    await home.homework()

    await home.tick()

    async with home.sessions() as session:
        told_at = await session.scalar(select(Homework.told_at))
    assert told_at == home.clock.now()


async def test_absence_and_lateness_of_today(home: Home) -> None:
    await home.absent(stated=Statement.ILL)
    late = Attendance(lesson_id=home.reading[0], pupil_id=home.anna, status=Presence.LATE, minutes=5, rev=1)
    await home.add(late)

    await home.tick()

    text = await home.text()
    assert "✗ Пропущено: 1-й урок – болеет (ответ семьи)" in text
    assert "⏱ Опоздание: 2-й урок, 5 мин" in text
    assert "Ждёт вашего ответа" not in text


async def test_what_nobody_explained_waits_for_an_answer_for_a_week(home: Home) -> None:
    await home.absent()

    await home.tick(day=TUESDAY)

    text = await home.text()
    assert "Пропущено" not in text
    assert "Ждёт вашего ответа: пропуск пн 23.11" in text


async def test_a_pupil_is_not_asked_to_explain(home: Home) -> None:
    pupil = await home.school.connected_pupil(home.petr)
    await home.choose(pupil, evening_card=True)
    await home.absent()

    await home.tick()

    text = await home.text(pupil)
    assert "<b>Пётр</b>" not in text
    assert "✗ Пропущено: 1-й урок – причина не указана" in text
    assert "Ждёт" not in text
    assert all("Объяснить" not in b.label for row in (await home.screen(pupil)).rows for b in row)


async def test_an_individual_task_whose_term_is_tomorrow_is_reminded_of(home: Home) -> None:
    task = await home.add(
        IndividualTask(
            load_id=home.load,
            body="Доклад",
            due_on=TUESDAY,
            given_by=home.teacher.id,
            given_at=moscow(MONDAY, "09:00"),
        )
    )
    await home.add(IndividualTaskPupil(task_id=task.id, pupil_id=home.petr))

    await home.tick()

    assert "Личное задание на завтра: Алгебра" in await home.text()
    assert ("Пётр: Задание: Алгебра", f"Ic:{home.petr}:{task.id}") in [
        (b.label, b.data) for row in (await home.screen()).rows for b in row
    ]


async def test_an_answered_task_is_not_reminded_of(home: Home) -> None:
    task = await home.add(
        IndividualTask(load_id=home.load, due_on=TUESDAY, given_by=home.teacher.id, given_at=moscow(MONDAY, "09:00"))
    )
    answered = moscow(MONDAY, "15:00")
    await home.add(IndividualTaskPupil(task_id=task.id, pupil_id=home.petr, answer="Готово", answered_at=answered))

    await home.tick()

    assert "Личное задание" not in await home.text()


async def test_a_class_event_of_tomorrow(home: Home) -> None:
    await home.add(
        ClassEvent(
            class_id=home.class_id,
            title="Родительское собрание",
            place="12",
            starts_at=moscow(TUESDAY, "18:00"),
            ends_at=moscow(TUESDAY, "19:00"),
            made_by=home.teacher.id,
            made_at=moscow(MONDAY, "09:00"),
        )
    )

    await home.tick()

    assert "Завтра в 18:00: Родительское собрание, каб. 12" in await home.text()


async def test_a_mark_still_held_waits_for_the_next_card(home: Home) -> None:
    mark = await home.mark("2", given="18:55")
    due = moscow(MONDAY, "19:05")
    await home.add(MarkNews(mark_id=mark, pupil_id=home.petr, pupil_due=due, family_due=due))
    await home.choose(home.mother, mark_notices=MarkNotices.EVENING)

    await home.tick()
    assert "Отметки" not in await home.text()

    await home.run(delete(MarkNews))
    await home.tick(day=TUESDAY)
    second = (await home.cards())[1]
    assert [m["day"] for m in second.facts["children"][0]["evening"]["marks"]] == ["2026-11-23"]


async def test_a_late_mark_is_told_by_the_next_card_to_whom_only_cards_tell(home: Home) -> None:
    await home.choose(home.mother, mark_notices=MarkNotices.EVENING)
    father = await home.school.connected_guardian(home.petr, surname="Иванов")
    await home.tick()
    await home.mark("4", given="21:00")

    await home.tick(day=TUESDAY)

    told = {row.account_id: row.facts["marks"] for row in await home.cards() if row.facts["day"] == "2026-11-24"}
    assert [m["value"] for m in told[home.mother.account_id]] == ["4"]
    assert told[father.account_id] == []


async def test_a_mark_corrected_after_the_card_is_corrected_in_the_next_one(home: Home) -> None:
    await home.choose(home.mother, mark_notices=MarkNotices.EVENING)
    changed, removed = await home.mark("3"), await home.mark("2")
    await home.tick()

    await home.run(update(Mark).where(Mark.id == changed).values(value=MarkValue.FOUR))
    await home.run(update(Mark).where(Mark.id == removed).values(removed_at=moscow(MONDAY, "20:00")))
    await home.tick(day=TUESDAY)
    await home.tick(day=days_after(2))

    first, second, third = [row.facts["children"][0]["evening"]["marks"] for row in await home.cards()]
    assert [(m["value"], m["before"]) for m in first] == [("3", None), ("2", None)]
    assert [(m["value"], m["before"]) for m in second] == [("4", "3"), (None, "2")]
    assert third == []


async def test_who_wants_no_marks_gets_a_card_without_them(home: Home) -> None:
    await home.choose(home.mother, mark_notices=MarkNotices.OFF)
    await home.mark("5")

    await home.tick()

    assert "Отметки" not in await home.text()


async def test_the_card_of_a_written_work_names_it(home: Home) -> None:
    async with home.sessions() as session:
        kind = await session.scalar(select(WorkKind).where(WorkKind.written).order_by(WorkKind.position))
        assert kind is not None
    mark = await home.mark("dot")
    await home.run(update(Mark).where(Mark.id == mark).values(kind_id=kind.id))

    await home.tick()

    assert f"Отметки: Алгебра <b>долг</b> ({kind.name})" in await home.text()
