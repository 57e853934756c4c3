"""The screens of marks at their largest, in both languages; what a tap asks of the database."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from bots.staff.screens import marks as mark_screens
from bots.staff.screens import work_kinds, works
from core.app import App, Work
from core.errors import AccessDenied
from core.marks import correcting, giving, grading, kinds, opening
from core.marks import works as lesson_works
from core.marks.sheet import MarkSheet
from core.terms import MarkValue, Role
from locales import LANGUAGES, Screen, translator
from notifications.rendering import render
from tests.marks.conftest import Marker, MarkerOf, values
from tests.roll.conftest import Class7B
from tests.staff.test_screens import LONG, assert_fits
from tests.support.statements import counted

PUPILS = 36


@pytest.fixture
async def full(teacher: Marker, app: App, seven_b: Class7B) -> MarkSheet:
    """36 pupils of the longest names with five marks each, every one with a comment as long as may be."""
    for number in range(PUPILS - 3):
        await seven_b.school.pupil(seven_b.class_id, LONG[:60], f"{LONG[:58]}{number:02}")
    async with app.work(seven_b.teacher.address) as work:
        sheet = await opening.open_marks(work, seven_b.lessons[0])
        for line in sheet.lines:
            for seen, value in enumerate(("5", "4", "not_assessed", "dot", "3")):
                sheet = await giving.give_on(work, sheet, line.pupil_id, None, MarkValue(value), seen=seen)
    first = sheet.lines[0]
    for mark in first.marks:
        await teacher.comment(mark.id, "&" * 500)
    return await teacher.open()


def all_screens(sheet: MarkSheet, language: str) -> list[Screen]:
    t = translator(language)
    line = sheet.lines[0]
    kind = sheet.kinds[0]
    return [
        mark_screens.sheet_screen(sheet, t),
        mark_screens.choose_screen(sheet, t),
        mark_screens.pupil_screen(sheet, line, t),
        *(mark_screens.mark_screen(sheet, line, mark, kind.id, t) for mark in line.marks),
        works.works_screen(sheet, t),
        works.announce_screen(sheet, t),
        works.work_screen(sheet, kind, t),
        work_kinds.grading_screen(sheet.kinds, t, dots_as_two=True),
        work_kinds.kind_screen(sheet.kinds, kind, t),
        work_kinds.kind_screen(sheet.kinds, replace(kind, archived=True), t),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_screen_fits_with_36_pupils(full: MarkSheet, language: str) -> None:
    assert len(full.lines) == PUPILS
    for screen in all_screens(full, language):
        assert_fits(screen)
        assert any(button.data == "sh" for row in screen.rows for button in row)


async def test_36_pupils_are_two_columns_of_one_keyboard(full: MarkSheet) -> None:
    screen = mark_screens.sheet_screen(full, translator("ru"))
    pupils = [row for row in screen.rows if row[0].data.startswith("Mp:")]
    assert [len(row) for row in pupils] == [2] * 18


async def test_who_may_only_look_is_offered_nothing_to_write(full: MarkSheet) -> None:
    looking = replace(full, refusal=AccessDenied())
    t = translator("ru")
    line = looking.lines[0]
    shown = [
        mark_screens.pupil_screen(looking, line, t),
        mark_screens.mark_screen(looking, line, line.marks[0], looking.kinds[0].id, t),
        works.works_screen(looking, t),
    ]
    writing = [button.data for screen in shown for row in screen.rows for button in row]
    assert not [data for data in writing if data.startswith(("Mg:", "Mc:", "Md:", "Mb:"))]


async def test_forty_subjects_turn_pages(app: App, seven_b: Class7B) -> None:
    for number in range(40):
        await seven_b.school.load(seven_b.teacher.id, seven_b.class_id, subject=f"Предмет {number} {LONG}")
    async with app.work(seven_b.deputy.address) as work:
        found = await grading.grading(work)
    for page in (0, 1, 99):
        screen = work_kinds.subjects_screen(found, page, translator("ru"))
        assert_fits(screen)
        assert any(button.data.startswith("ML:") for row in screen.rows for button in row)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("after", ["5", "dot", None])
def test_the_owner_s_message_names_everything(language: str, after: str | None) -> None:
    facts = {
        "lesson": 12,
        "classes": "7Б",
        "group": "1",
        "subject": "Алгебра",
        "day": "2026-11-23",
        "pupil": "Иванов Пётр",
        "kind": "Контрольная работа",
        "before": "not_assessed",
        "after": after,
        "who": "Завучева А. И.",
        "at": "12:40",
    }
    screen = render("mark_changed", facts, translator(language))
    assert_fits(screen)
    for part in ("Иванов Пётр", "7Б (1)", "Алгебра", "Контрольная работа", "Завучева А. И.", "12:40"):
        assert part in screen.text
    assert screen.rows[0][0].data == "Pg:12"


Tap = Callable[[Work, MarkSheet], Awaitable[object]]
TAPS: dict[str, tuple[Tap, int]] = {
    "open": (lambda w, s: opening.open_marks(w, s.lesson.id), 3),
    "give": (lambda w, s: giving.give(w, s.lesson.id, s.lines[0].pupil_id, None, MarkValue.FIVE, seen=1), 5),
    "change": (lambda w, s: correcting.change(w, s.lesson.id, s.lines[0].marks[0].id, MarkValue.FIVE, seen=1), 5),
    "remove": (lambda w, s: correcting.remove(w, s.lesson.id, s.lines[0].marks[0].id, seen=1), 5),
    "comment": (lambda w, s: correcting.comment(w, s.lesson.id, s.lines[0].marks[0].id, "!"), 5),
    "announce": (lambda w, s: lesson_works.announce(w, s.lesson.id, 4), 6),
    "weigh": (lambda w, s: lesson_works.set_weight(w, s.lesson.id, 4, None, seen=None), 5),
    "mark": (lambda w, s: opening.open_mark(w, s.lesson.id, s.lines[0].marks[0].id), 3),
}


@pytest.fixture
async def marked(teacher: Marker, seven_b: Class7B) -> MarkSheet:
    for pupil in (seven_b.sidorov, seven_b.ivanov):
        await teacher.give(pupil, "3")
    return await teacher.open()


@pytest.mark.parametrize("tap", TAPS)
async def test_a_tap_asks_the_database_a_few_times(
    app: App, seven_b: Class7B, marked: MarkSheet, sessions: async_sessionmaker[AsyncSession], tap: str
) -> None:
    press, most = TAPS[tap]
    with counted(sessions) as statements:
        async with app.work(seven_b.teacher.address) as work:
            await press(work, marked)
    assert len(statements) <= most, statements


@pytest.mark.parametrize("tap", ["change", "remove"])
async def test_telling_the_owner_stays_within_eight_statements(
    app: App, seven_b: Class7B, marked: MarkSheet, sessions: async_sessionmaker[AsyncSession], tap: str
) -> None:
    with counted(sessions) as statements:
        async with app.work(seven_b.leader.address) as work:
            await TAPS[tap][0](work, marked)
    assert len(statements) <= 8, statements
    assert len(await seven_b.outbox("mark_changed")) == 1


async def test_settings_stay_within_eight_statements(
    app: App, seven_b: Class7B, sessions: async_sessionmaker[AsyncSession]
) -> None:
    async with app.work(seven_b.deputy.address):
        pass
    with counted(sessions) as statements:
        async with app.work(seven_b.deputy.address) as work:
            await kinds.move_up(work, 3, seen=3)
            await kinds.work_kinds(work)
            await grading.grading(work)
    assert len(statements) <= 8, statements


async def test_a_director_of_the_school_gives_marks_too(by: MarkerOf, seven_b: Class7B) -> None:
    director = await seven_b.school.connected_staff("Директорова", Role.DIRECTOR)
    assert values(await by(director).give(seven_b.ivanov, "5"), seven_b.ivanov) == ["5"]
