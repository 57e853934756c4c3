"""Who hears in the evening and who does not; what was missed, doubled or interrupted."""

import asyncio
from collections import Counter
from datetime import time

import pytest

from core.terms import Door, LessonStatus, Role
from core.timeliness.reminders import remind_in_the_evening
from tests.support.school import days_after
from tests.support.statements import counted
from tests.timeliness.conftest import Filling


async def test_one_message_holds_every_page_of_a_teacher(filling: Filling) -> None:
    second = await filling.school.lesson(filling.load, 2)

    (message,) = await filling.at("17:59", "18:00", "18:01", "19:00")

    assert (message.kind, message.account_id) == ("journal_reminder", filling.teacher.account_id)
    assert [line["lesson"] for line in message.facts["lessons"]] == [filling.lesson, second]
    assert message.expires_at.astimezone(filling.zone).strftime("%H:%M") == "21:00"


async def test_who_has_entered_everything_gets_nothing(filling: Filling) -> None:
    await filling.fill(filling.lesson)

    assert await filling.at("18:00", "20:30", "21:00") == []


async def test_the_second_reminder_names_only_what_is_still_missing(filling: Filling) -> None:
    await filling.at("18:00")
    await filling.change_lesson(filling.lesson, topic="Дроби", no_homework=True)

    *_, second = await filling.at("20:30", "20:45")

    assert second.facts["lessons"][0]["parts"] == ["roll"]


async def test_the_deputies_alone_get_the_report(filling: Filling) -> None:
    await filling.school.connect(Door.STAFF, staff_id=await filling.school.staff("Сидоров", Role.DIRECTOR))

    (message,) = await filling.at("21:00", "21:01", "21:59")

    assert (message.kind, message.account_id) == ("journal_overdue", filling.deputy.account_id)
    assert [(m["teacher"], len(m["lessons"])) for m in message.facts["missing"]] == [("Иванова А. И.", 1)]


async def test_nothing_comes_at_night_whatever_was_missed(filling: Filling) -> None:
    assert await filling.at("22:00", "23:59") == []


async def test_a_report_missed_overnight_is_made_up_for_in_the_morning(filling: Filling) -> None:
    (message,) = await filling.at("08:00", day=days_after(1))

    assert message.kind == "journal_overdue"


async def test_a_report_missed_for_days_covers_them_all_once(filling: Filling) -> None:
    await filling.fill(filling.lesson)
    await filling.at("21:00")
    await filling.change_lesson(filling.lesson, topic="")
    tuesday = await filling.school.lesson(filling.load, 1, days_after(1))

    (message,) = await filling.at("09:00", "10:00", day=days_after(3))

    assert [line["lesson"] for line in message.facts["missing"][0]["lessons"]] == [tuesday]


async def test_a_reminder_missed_is_made_up_for_while_it_makes_sense(filling: Filling) -> None:
    assert [m.kind for m in await filling.at("20:10")] == ["journal_reminder"]


async def test_the_whole_evening_is_two_reminders_and_a_report(filling: Filling) -> None:
    messages = await filling.at("17:00", "18:00", "18:15", "20:30", "20:31", "21:00", "21:01", "23:00")

    assert Counter(m.kind for m in messages) == {"journal_reminder": 2, "journal_overdue": 1}


async def test_a_cancelled_lesson_is_not_missing(filling: Filling) -> None:
    await filling.change_lesson(filling.lesson, status=LessonStatus.CANCELLED)

    assert await filling.at("18:00", "21:00") == []


async def test_a_lesson_not_over_is_not_missing(filling: Filling) -> None:
    await filling.school.update_school(first_reminder=time(9))

    assert await filling.at("09:10") == []


async def test_a_substitute_is_reminded_of_the_substitution(filling: Filling) -> None:
    substitute = await filling.school.connect(Door.STAFF, staff_id=await filling.school.staff("Замещаева"))
    lesson = await filling.school.lesson(filling.load, 2, substitute=substitute.id)

    messages = await filling.at("18:00")

    own = {m.account_id: [line["lesson"] for line in m.facts["lessons"]] for m in messages}
    assert own == {filling.teacher.account_id: [filling.lesson], substitute.account_id: [lesson]}


async def test_a_teacher_without_an_account_is_in_the_report(filling: Filling) -> None:
    stranger = await filling.school.staff("Ёлкин")
    await filling.school.lesson(await filling.school.load(stranger, filling.class_id, subject="Химия"), 2)

    (message,) = await filling.at("21:00")

    assert [m["teacher"] for m in message.facts["missing"]] == ["Ёлкин А. И.", "Иванова А. И."]


async def test_two_processes_remind_once(filling: Filling) -> None:
    filling.set("18:00")
    await asyncio.gather(*(filling.tick() for _ in range(6)))

    assert len(await filling.outbox()) == 1


async def test_a_tick_that_failed_is_done_again(filling: Filling) -> None:
    filling.set("18:00")

    async def interrupted() -> None:
        async with filling.app.work() as work:
            await remind_in_the_evening(work)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await interrupted()

    assert len(await filling.at("18:01")) == 1


async def test_a_bigger_school_asks_the_database_no_more_often(filling: Filling) -> None:
    filling.set("18:00")
    for number in range(8):
        teacher = await filling.school.connected_staff(f"Учитель{number}")
        unit = await filling.school.class_unit(f"5{chr(1040 + number)}")
        load = await filling.school.load(teacher.id, unit)
        for lesson_no in (1, 2, 3):
            await filling.school.lesson(load, lesson_no)

    with counted(filling.sessions) as statements:
        await filling.tick()

    assert len(statements) <= 15, statements
    assert len(await filling.outbox()) == 9
