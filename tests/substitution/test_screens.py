"""Messages and screens at their largest, in both languages: within Telegram's limits; and what they say."""

import re
from typing import Any

import pytest

from bots.staff.screens import substitution as screens
from bots.staff.screens import substitution_away as away_screens
from bots.staff.screens import substitution_moves as move_screens
from core.rules.telling import EVENING
from core.substitution import away, board, commands, desk
from locales import LANGUAGES, Screen, translator
from notifications.rendering import render
from tests.substitution.conftest import TUESDAY, Changed
from tests.substitution.test_commands import run
from tests.support.school import BELLS, days_after

TAG = re.compile(r"<[^>]+>")
LONG = "Основы безопасности жизнедеятельности и защиты Родины <&> углублённо"[:64]
NO_SPAN = (None, None, None)

PLACE: dict[str, Any] = {
    "day": "2026-11-24",
    "number": 1,
    "starts": "08:30",
    "ends": "09:15",
    "room": "12",
    "teacher_id": 1,
    "teacher": "Алгебраистова А. И.",
    "cancelled": False,
}


def fits(screen: Screen) -> bool:
    buttons = [button for row in screen.rows for button in row]
    text = TAG.sub("", screen.text).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return len(text) <= 4096 and len(buttons) <= 100 and all(len(row) <= 8 for row in screen.rows)


def staff_line(number: int = 1, before: dict[str, Any] | None = None, **after: Any) -> dict[str, Any]:
    return {
        "lesson": number,
        "classes": "7Б",
        "group": "",
        "subject": "Алгебра",
        "topic": "Линейные <уравнения>",
        "before": {**PLACE, **(before or {})},
        "after": {**PLACE, **after},
        "ends_at": "2026-11-24T09:15:00+03:00",
    }


def family(*lines: dict[str, Any], again: bool = False, language: str = "ru") -> str:
    named = [{"lesson": 1, "subject": "Алгебра", "group": "", "number": 1, **line} for line in lines]
    facts = {"pupil_id": 3, "pupil": "Иванов Пётр", "day": "2026-11-24", "again": again, "lines": named}
    return render("lessons_changed", facts, translator(language)).text


HERE = {"what": "changed", "starts": "08:30", "ends": "09:15", "from": None, "teacher": None, "room": None}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"what": "cancelled"}, "1. <s>Алгебра</s> — урока не будет"),
        ({"what": "away", "to": ["2026-11-27", 6]}, "1. <s>Алгебра</s> — перенесён на пт 27.11, 6-й урок"),
        ({"what": "restored"}, "1. <b>Алгебра</b> — всё-таки по расписанию"),
        ({"what": "gone", "number": None}, "<s>Алгебра</s> — перенос отменён, этого урока в этот день не будет"),
        (
            {**HERE, "teacher": "Танцева А. И.", "planned_room": None},
            "1. <b>Алгебра</b>, 08:30–09:15, замена: Танцева А. И.",
        ),
        ({**HERE, "room": "25", "planned_room": "31"}, "1. <b>Алгебра</b>, 08:30–09:15, каб. 25 вместо 31"),
        (
            {**HERE, "what": "added", "from": ["2026-11-25", 3], "room": "12", "planned_room": None},
            "1. <b>Алгебра</b>, 08:30–09:15, перенесён: был ср 25.11, 3-м, каб. 12",
        ),
    ],
)
def test_a_line_of_the_family_s_message(line: dict[str, Any], said: str) -> None:
    assert family(line).splitlines()[-1] == said


def test_a_second_message_of_a_day_says_that_it_corrects() -> None:
    assert "изменения в расписании" in family({"what": "cancelled"})
    assert "расписание уточнено" in family({"what": "cancelled"}, again=True)


@pytest.mark.parametrize(
    ("staff", "line", "said"),
    [
        (2, staff_line(teacher_id=2, teacher="Танцева А. И."), "Вы заменяете: Алгебраистова А. И."),
        (1, staff_line(teacher_id=2, teacher="Танцева А. И."), "Вместо вас: Танцева А. И."),
        (3, staff_line(teacher_id=2, teacher="Танцева А. И."), "Замена: Алгебраистова А. И. → Танцева А. И."),
        (1, staff_line(cancelled=True), "Урок отменён."),
        (1, staff_line(before={"cancelled": True}), "Урок всё-таки состоится. Ведёт: Алгебраистова А. И."),
        (1, staff_line(day="2026-11-27", number=6), "Перенесён: был вт 24.11, 1-м уроком."),
        (1, staff_line(room="25"), "Каб. 25 вместо 12."),
    ],
)
def test_a_line_of_the_staff_s_message(staff: int, line: dict[str, Any], said: str) -> None:
    assert (
        said in render("lessons_changed_staff", {"staff": staff, "lines": [line]}, translator("ru")).text.splitlines()
    )


def test_the_substitute_gets_the_topic_and_a_button_to_the_page() -> None:
    facts = {"staff": 2, "lines": [staff_line(12, teacher_id=2, teacher="Танцева А. И.")]}

    screen = render("lessons_changed_staff", facts, translator("ru"))

    assert "Дальше по плану: Линейные &lt;уравнения&gt;" in screen.text
    assert [(b.label, b.data) for b in screen.rows[0]] == [("вт 24.11 · 1. 7Б Алгебра", "Pg:12")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_of_very_many_changes_fit(language: str) -> None:
    line = {
        "lesson": 1,
        "number": 1,
        "subject": LONG,
        "group": LONG[:32],
        **HERE,
        "teacher": LONG,
        "planned_room": None,
    }
    facts = {"pupil_id": 3, "pupil": LONG, "day": "2026-11-24", "again": True, "lines": [line] * 60}
    staff = {"staff": 2, "lines": [staff_line(n, teacher_id=2, teacher=LONG) for n in range(90)]}

    assert fits(render("lessons_changed", facts, translator(language)))
    assert fits(render("lessons_changed_staff", staff, translator(language)))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_screens_of_a_month_s_absence_in_a_large_school_fit(changed: Changed, language: str) -> None:
    t = translator(language)
    for day in range(8, 38):
        for number in BELLS:
            await changed.school.lesson(changed.load, number, days_after(day))
    for number in range(60):
        other = await changed.school.staff(f"Учитель{number}", given_name="Анна")
        await changed.school.lesson(
            await changed.school.load(other, changed.other_class, subject=f"{LONG[:50]}{number}"), 5, TUESDAY
        )
        await changed.school.class_unit(f"5Б{number}")
    async with changed.app.work(changed.deputy.address) as work:
        held = await away.away(work, changed.algebra.id, days_after(8), days_after(38))
        found = await desk.lesson_desk(work, changed.first)
        one, days = await desk.week_desk(work, changed.first, TUESDAY)
        moved = await desk.move_desk(work, changed.first, days_after(4))
        made = [
            away_screens.away_screen(held, t),
            away_screens.takers_screen(held, await away.takers(work, held), t),
            away_screens.teachers_screen(await away.teachers(work, TUESDAY), TUESDAY, 0, t),
            away_screens.teachers_screen(await away.teachers(work, TUESDAY), TUESDAY, 1, t),
            screens.lesson_screen(found, NO_SPAN, t),
            screens.candidates_screen(found, found.candidates, 0, NO_SPAN, t),
            screens.candidates_screen(found, found.candidates, 2, NO_SPAN, t),
            screens.board_screen(await board.board(work, TUESDAY), t),
            screens.class_screen(await board.class_lessons(work, changed.class_id, TUESDAY), t),
            screens.classes_screen(await board.classes_to_change(work), TUESDAY, t),
            move_screens.week_screen(one, TUESDAY, days, t),
            move_screens.day_screen(moved, t),
            move_screens.room_screen(await desk.room_desk(work, changed.first), t),
        ]
    assert [n for n, screen in enumerate(made) if not fits(screen)] == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_board_of_a_day_of_very_many_changes_fits(changed: Changed, language: str) -> None:
    for number in range(90):
        load = await changed.school.load(changed.algebra.id, changed.other_class, subject=f"{LONG[:50]}{number}")
        await changed.school.lesson(load, 4, TUESDAY, substitute=changed.dance.id)

    async with changed.app.work(changed.deputy.address) as work:
        screen = screens.board_screen(await board.board(work, TUESDAY), translator(language))

    assert fits(screen)


async def test_the_lesson_s_screen_says_when_the_families_hear(changed: Changed) -> None:
    done = await run(changed, commands.cancel, changed.first, seen=0)

    async with changed.app.work(changed.deputy.address) as work:
        screen = screens.lesson_screen(await desk.desk_of(work, done.one), NO_SPAN, translator("ru"))

    assert f"Семьям сообщим 23 ноября вечером, с {EVENING:%H:%M}" in screen.text


async def test_a_moved_lesson_s_families_hear_before_the_earlier_of_its_days(changed: Changed) -> None:
    done = await run(changed, commands.move, changed.first, days_after(4), 6, seen=0)

    async with changed.app.work(changed.deputy.address) as work:
        screen = screens.lesson_screen(await desk.desk_of(work, done.one), NO_SPAN, translator("ru"))

    assert "Семьям сообщим 23 ноября вечером, с 18:00" in screen.text


async def test_at_night_the_lesson_s_screen_says_that_all_hear_in_the_morning(changed: Changed) -> None:
    changed.clock.set("23:00")
    done = await run(changed, commands.cancel, changed.first, seen=0)

    async with changed.app.work(changed.deputy.address) as work:
        screen = screens.lesson_screen(await desk.desk_of(work, done.one), NO_SPAN, translator("ru"))

    assert "Семьям сообщим 24 ноября в 07:00.\nУчителям сообщим 24 ноября в 07:00." in screen.text


async def test_a_change_told_says_so(changed: Changed) -> None:
    await run(changed, commands.cancel, changed.first, seen=0)
    await changed.tick("18:00")

    async with changed.app.work(changed.deputy.address) as work:
        screen = screens.lesson_screen(await desk.lesson_desk(work, changed.first), NO_SPAN, translator("ru"))

    assert "✓ Семьям сообщено." in screen.text
