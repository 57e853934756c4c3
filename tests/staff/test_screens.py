"""Screens at their largest, and in both languages: within Telegram's limits, with a way home."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from bots.staff.screens import absent as absent_screens
from bots.staff.screens import access, classes, families, helping, home, journal_today
from bots.staff.screens import roll as roll_screens
from bots.staff.screens import today as today_screens
from bots.staff.screens import week as week_screens
from core.access import families as access_families
from core.access.desk import person_card
from core.access.holders import Holder, HolderKind
from core.access.slips import slips_offer
from core.access.staff import staff_page
from core.actions.timeliness import JournalView
from core.app import App, Work
from core.days import class_day, teaching_day
from core.help.topics import StaffTopic
from core.roll import absent_today, week
from core.roll import attendance as rolls
from core.terms import AbsenceReason, Presence, Role
from core.timeliness import journal
from locales import LANGUAGES, Screen, Translator, translator
from tests.support.clock import MONDAY, FakeClock
from tests.support.school import Person, SchoolBuilder

TEXT, BUTTONS, ACROSS = 4096, 100, 8
LONG = "Константинопольско-Переяславская-Залесская-Нижегородская-Волжская"[:64]
TAG = re.compile(r"<[^>]+>")


def shown(screen: Screen) -> str:
    """The text as Telegram counts it: markup and entities undone."""
    return TAG.sub("", screen.text).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def assert_fits(screen: Screen) -> None:
    buttons = [button for row in screen.rows for button in row]
    assert len(shown(screen)) <= TEXT
    assert len(buttons) <= BUTTONS
    assert all(len(row) <= ACROSS for row in screen.rows)
    assert all(button.label.strip() for button in buttons)


@pytest.fixture
async def leader(school: SchoolBuilder, clock: FakeClock) -> Person:
    """Class leader and teacher of 36 pupils with the longest names, every one with two guardians."""
    clock.set("08:40")
    leader = await school.connected_staff(LONG)
    unit = await school.class_unit("7Б", leader.id)
    for number in range(36):
        pupil = await school.pupil(unit, LONG[: 60 + number % 4], f"{LONG[:58]}{number:02}", born=date(2011, 1, 1))
        await school.guardian(pupil, surname=LONG)
    await school.lesson(await school.load(leader.id, unit, subject="Основы" + " безопасности" * 7), 1)
    return leader


@pytest.fixture
async def absent(app: App, leader: Person) -> Person:
    """All of them absent, with notes as long as they may be."""
    async with app.work(leader.address) as work:
        for line in (await rolls.open_roll(work, 1)).lines:
            await rolls.mark(work, 1, line.pupil_id, Presence.ABSENT, seen=0)
            await absent_today.set_note(work, 1, line.pupil_id, MONDAY, "&" * 500)
    return leader


async def screens(work: Work, t: Translator) -> list[Screen]:
    """Every screen of the class leader's side."""
    sheet = await rolls.open_roll(work, 1)
    today = await absent_today.absent_today(work, 1)
    found = await access_families.class_families(work, 1)
    card = await person_card(work, Holder(HolderKind.PUPIL, 1), 1)
    desk = await teaching_day.staff_desk(work)
    return [
        home.home(desk, frozenset(Role), t),
        home.settings(desk, t),
        helping.help_screen(tuple(StaffTopic), t),
        today_screens.day_screen(await teaching_day.teaching_day(work), t),
        today_screens.week_screen(await teaching_day.teaching_week(work, MONDAY), t),
        roll_screens.sheet_screen(sheet, t),
        roll_screens.minutes_screen(sheet, sheet.lines[0], t),
        absent_screens.card(today, t),
        *(absent_screens.absence(today, pupil, t) for pupil in today.pupils[:1]),
        classes.class_day(await class_day.class_day(work, 1), t),
        families.class_families(found, t),
        families.family(found, found.families[0], t),
        families.ask_slips(await slips_offer(work, 1), t),
        access.person(card, t),
        families.classes(await access_families.class_list(work), 0, t),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_screen_of_a_full_class_with_long_names_fits(app: App, absent: Person, language: str) -> None:
    async with app.work(absent.address) as work:
        first, *others = await screens(work, translator(language))
    for screen in (first, *others):
        assert_fits(screen)
    assert all(any(button.data == "sh" for row in screen.rows for button in row) for screen in others)


async def test_a_roll_of_many_joined_pupils_keeps_its_done_button(app: App, leader: Person) -> None:
    async with app.work(leader.address) as work:
        sheet = await rolls.open_roll(work, 1)
    many = tuple(
        replace(sheet.lines[0], pupil_id=number, name=f"{LONG} {number}", presence=Presence.LATE, rev=1)
        for number in range(1, 121)
    )

    screen = roll_screens.sheet_screen(replace(sheet, lines=many), translator("ru"))

    assert_fits(screen)
    assert any(button.data.startswith("tk:") for row in screen.rows for button in row)


@pytest.fixture
async def plain(app: App, school: SchoolBuilder, clock: FakeClock) -> Person:
    """The same school with names in Latin letters: what is Russian on an English screen is then a mistake."""
    clock.set("08:40")
    leader = await school.connected_staff("Smith", *Role)
    unit = await school.class_unit("7B", leader.id)
    pupil = await school.pupil(unit, "Brown", "Ann")
    await school.connected_guardian(pupil, surname="Brown")
    load = await school.load(leader.id, unit, subject="Algebra")
    await school.lesson(load, 1)
    await school.lesson(load, 2)
    async with app.work(leader.address) as work:
        await rolls.mark(work, 1, pupil, Presence.ABSENT, seen=0)
        await absent_today.set_reason(work, 1, pupil, MONDAY, AbsenceReason.UNEXCUSED)
    return leader


def russian(screen: Screen) -> Iterator[str]:
    data = ("Русский", "Анна", "Ивановна", "Мария", "Петровна", "мать", "Класс", "Школа", "А. И.")
    for text in [screen.text, *(button.label for row in screen.rows for button in row)]:
        left = text
        for known in data:
            left = left.replace(known, "")
        yield from re.findall(r"[А-Яа-яЁё]+", left)


async def test_english_screens_hold_no_russian_but_data(app: App, plain: Person) -> None:
    t = translator("en")
    async with app.work(plain.address) as work:
        found = [
            *await screens(work, t),
            access.staff_list(await staff_page(work, 0), t),
            journal_today.journal_screen(await journal.journal_day(work), JournalView.TEACHERS, 0, t),
            journal_today.journal_screen(await journal.journal_day(work), JournalView.CLASSES, 0, t),
            journal_today.teacher_screen(await journal.teacher_pages(work, 1, MONDAY), t),
            journal_today.class_screen(await journal.class_pages(work, 1, MONDAY), t),
            week_screens.week_screen(await week.week_attendance(work, 1), t),
            week_screens.pupil_screen(await week.pupil_week(work, 1, 1, MONDAY), t),
            week_screens.day_screen(await week.pupil_week(work, 1, 1, MONDAY), MONDAY, t),
            week_screens.illness_screen(await week.pupil_week(work, 1, 1, MONDAY), MONDAY, t),
        ]

    assert [word for screen in found for word in russian(screen)] == []


async def test_namesakes_are_told_apart_wherever_the_class_is_listed(
    app: App, school: SchoolBuilder, clock: FakeClock
) -> None:
    clock.set("08:40")
    leader = await school.connected_staff("Руководителева")
    unit = await school.class_unit("7Б", leader.id)
    twins = [await school.pupil(unit, "Уварова", "Вера", born=date(2011, 1, day)) for day in (1, 2)]
    await school.lesson(await school.load(leader.id, unit), 1)
    t = translator("ru")
    async with app.work(leader.address) as work:
        for pupil in twins:
            await rolls.mark(work, 1, pupil, Presence.ABSENT, seen=0)
        roll = roll_screens.sheet_screen(await rolls.open_roll(work, 1), t)
        card = absent_screens.card(await absent_today.absent_today(work, 1), t)
        listed = families.class_families(await access_families.class_families(work, 1), t)

    for screen in (roll, card, listed):
        labels = [button.label for row in screen.rows for button in row if "Уварова" in button.label]
        assert len(set(labels)) == 2, labels


@pytest.mark.parametrize(
    ("absent", "late", "said"),
    [
        (0, 0, "отсутствующих нет"),
        (4, 0, "нет 4"),
        (0, 2, "отсутствующих нет, опоздали 2"),
        (3, 1, "нет 3, опоздал 1"),
    ],
)
def test_a_taken_roll_counts_only_what_there_is(absent: int, late: int, said: str) -> None:
    taken = translator("ru")("roll-taken", pupils=28, absent=absent, late=late)
    assert taken == f"✓ Перекличка сделана: 28 в списке, {said}."


@pytest.mark.parametrize(("reachable", "said"), [(True, "ждём ответа родителей"), (False, "позвонить")])
def test_an_alerted_family_that_was_cut_off_is_to_be_called(reachable: bool, said: str) -> None:
    mother = absent_today.GuardianContact("Иванова Анна", "мать", "", reachable=reachable)
    missing = absent_today.AbsentPupil(
        pupil_id=1,
        name="Иванов Пётр",
        first_no=1,
        missed=1,
        reason=None,
        unexplained=True,
        statement=None,
        stated_by="",
        waiting=True,
        note="",
        notice_id=None,
        has_file=False,
        guardians=(mother,),
    )
    card = absent_today.AbsentToday(1, "7Б", MONDAY, MONDAY, (missing,), rolls_taken=1, lessons=1, may_edit=True)

    assert said in absent_screens.card(card, translator("ru")).text
