"""The screens of announcements at their fullest: everything fits one message and its buttons."""

import re
from dataclasses import replace
from datetime import date, datetime
from html import unescape

import pytest

from bots.family.handlers.board import WAYS as FAMILY_WAYS
from bots.shared.announcement_board import Ways, announcement_screen, authors_screen, board_screen
from bots.shared.spans import Written
from bots.staff.handlers.announcements import WAYS
from bots.staff.handlers.announcing import added
from bots.staff.screens.announcement_draft import draft_screen, end_screen, mine_screen, time_screen
from bots.staff.screens.announcement_sending import preview_screens
from bots.staff.screens.announcement_watch import classes_screen, names_screen, progress_screen
from bots.staff.screens.announcement_whom import audience_screen, audience_words, groups_screen, part_screen
from core.actions.announcing import ChooseGroups, Part, Readers
from core.announcements.facts import (
    Announced,
    Audience,
    Author,
    Board,
    Draft,
    FileLine,
    Group,
    Line,
    May,
    Mine,
    OwnAnswer,
    Preview,
    Reach,
    State,
    Unit,
)
from core.announcements.outcome import Count, Names, OfChild, PersonLine, Progress, Said
from core.terms import Acknowledgement, FileKind, Role
from locales import LANGUAGES, Screen, translator
from tests.support.clock import MONDAY, MOSCOW

NOW = datetime(2026, 11, 23, 8, 35, tzinfo=MOSCOW)
LONG = "Очень длинное слово & <знак> " * 4
CLASSES = tuple(Unit(n, f"{n % 11 + 1}{'АБВГДЕЖЗ'[n // 11]}") for n in range(77))
GROUPS = tuple(Group(n, LONG, LONG[:40], ("7А", "7Б")) for n in range(40))
ROLES = tuple(Role)
FULL = Audience(CLASSES, tuple(range(1, 12)), GROUPS, False, True, True, ROLES, False, True, gone=(LONG,) * 9)
MAY = May(CLASSES, GROUPS, tuple(range(1, 12)), school=True)
FILES = tuple(FileLine(n, LONG, FileKind.DOCUMENT) for n in range(10))
DRAFT = Draft(
    id=2**31 - 1,
    body="& < слово " * 350,
    spans=[["bold", 0, 3400, None]],
    files=FILES,
    audience=FULL,
    may=MAY,
    urgent=True,
    urgent_reason="<" * 200,
    acknowledgement=Acknowledgement.CHOICE,
    choices=tuple(f"{n}{'ж' * 39}" for n in range(8)),
    publish_at=NOW,
    ends_on=date(2026, 12, 1),
    state=State.DRAFT,
    rev=2**31 - 1,
)
WORDS = {
    "announcement": 1,
    "author": "Оченьдлиннофамильная А. И.",
    "position": "заместитель директора по учебной работе",
    "body": DRAFT.body,
    "spans": DRAFT.spans,
    "urgent": "<" * 200,
    "ask": "choice",
    "choices": list(DRAFT.choices),
    "ends_on": "2026-12-01",
    "attached": 10,
    "children": ["Константин", "Александра"],
}
LINE = Line(1, LONG, LONG, NOW, State.PUBLISHED, Acknowledgement.CHOICE, True, False, True, 10, ("Константин",) * 9)
COUNT = Count(3000, 2900, 2500, 2400, 500, 60, 40)
REACH = Reach(3000, 2900, 60, 40)
OF = tuple(OfChild(LONG, "11А", "ж" * 64 if n else None) for n in range(3))
READER = PersonLine(LONG, LONG, OF, "delivered", NOW)
ONE = Announced(
    id=1,
    author="Завучева А. И.",
    position="завуч",
    body=DRAFT.body,
    spans=DRAFT.spans,
    files=FILES,
    acknowledgement=Acknowledgement.CHOICE,
    choices=DRAFT.choices,
    urgent=True,
    urgent_reason="<" * 200,
    published_at=NOW,
    publish_at=None,
    ends_on=date(2026, 12, 1),
    state=State.PUBLISHED,
    rev=3,
    mine=True,
    children=("Константин",),
    read_at=NOW,
    answer=DRAFT.choices[0],
    may_answer=True,
    watches=True,
    owner=True,
    words=WORDS,
)
PREVIEW = Preview(DRAFT, WORDS, REACH, tuple((unit, REACH) for unit in CLASSES), REACH, unheard=True)
EACH = replace(ONE, answer=None, each=tuple(OwnAnswer(2**31 - n, LONG, "Да" if n else None) for n in range(1, 8)))
PROGRESS = Progress(
    id=1,
    first_words=LONG,
    state=State.PUBLISHED,
    acknowledgement=Acknowledgement.NUMBER,
    published_at=NOW,
    publish_at=None,
    ends_on=date(2026, 12, 1),
    rev=3,
    count=COUNT,
    answers=tuple(Said(str(n), n, n) for n in range(60)),
    total=9999,
    classes=tuple((unit, COUNT) for unit in CLASSES),
    staff=COUNT,
    part=True,
    owner=True,
    may_remind=True,
    reminded_at=NOW,
)


def shown(screen: Screen) -> int:
    """Characters that Telegram counts."""
    return len(unescape(re.sub(r"<[^>]+>", "", screen.text)))


def every_screen(language: str) -> list[Screen]:
    t = translator(language)
    ways: Ways = WAYS
    return [
        draft_screen(DRAFT, t),
        draft_screen(replace(DRAFT, body="", spans=[], files=(), audience=Audience()), t),
        time_screen(DRAFT, NOW, t),
        end_screen(DRAFT, MONDAY, t),
        mine_screen(Mine((LINE,) * 8, 8, 40), t),
        *preview_screens(PREVIEW, t),
        audience_screen(DRAFT, t),
        part_screen(DRAFT, Part.CLASSES, 0, t),
        part_screen(DRAFT, Part.GRADES, 0, t),
        part_screen(DRAFT, Part.ROLES, 0, t),
        groups_screen(DRAFT, ChooseGroups(DRAFT.id), GROUPS, t),
        groups_screen(DRAFT, ChooseGroups(DRAFT.id, 2**31 - 1, 12), GROUPS, t),
        board_screen(Board((LINE,) * 8, 8, 40, 30), ways, t),
        board_screen(Board((LINE,) * 8, 0, 8, 0, Author(1, LONG, 8)), ways, t),
        authors_screen([Author(n, LONG, n) for n in range(80)], ways, t),
        announcement_screen(ONE, ways, t),
        announcement_screen(EACH, FAMILY_WAYS, t),
        progress_screen(PROGRESS, t),
        classes_screen(PROGRESS, 16, t),
        names_screen(Names(1, CLASSES[0], (READER,) * 20, 20, 100), Readers.SILENT, t),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_fits_a_message_and_its_buttons(language: str) -> None:
    for screen in every_screen(language):
        buttons = [button for row in screen.rows for button in row]
        assert 0 < shown(screen) <= 4096
        assert len(buttons) <= 100
        assert all(0 < len(button.label) <= 64 and len(button.data.encode()) <= 64 for button in buttons)
        assert all(len(row) <= 8 for row in screen.rows)


@pytest.mark.parametrize(
    ("audience", "words"),
    [
        (Audience(), "пока никому"),
        (Audience(everybody=True, guardians=True), "родители всей школы"),
        (Audience((Unit(1, "7А"), Unit(2, "7Б")), guardians=True, pupils=True), "родители и ученики 7А, 7Б"),
        (Audience(grades=(5,), pupils=True), "ученики 5-х классов"),
        (Audience((Unit(1, "7А"),)), "пока никому"),
        (
            Audience(roles=(Role.TEACHER, Role.DEPUTY_HEAD), class_leaders=True),
            "учителя; завучи; классные руководители",
        ),
        (Audience(all_staff=True, roles=(Role.TEACHER,)), "все сотрудники"),
        (Audience((Unit(1, "7А"),), guardians=True, all_staff=True), "родители 7А; все сотрудники"),
    ],
)
def test_whom_it_is_for_is_said_as_a_school_says_it(audience: Audience, words: str) -> None:
    assert audience_words(audience, translator("ru")) == words


def test_the_words_of_a_later_file_go_below_with_their_formatting() -> None:
    draft = replace(DRAFT, body="Схема", spans=[["bold", 0, 5, None]])

    joined = added(draft, Written("Вход", [["italic", 0, 4, None]]))

    assert joined == Written("Схема\n\nВход", [["bold", 0, 5, None], ["italic", 7, 4, None]])


@pytest.mark.parametrize(("files", "said"), [(0, "1. без текста"), (2, "1. файлы")])
def test_a_draft_without_words_is_called_so(files: int, said: str) -> None:
    line = Line(1, "", "", NOW, State.DRAFT, Acknowledgement.NONE, files=files)

    screen = mine_screen(Mine((line,), 0, 1), translator("ru"))

    assert screen.rows[0][0].label == said


@pytest.mark.parametrize(
    ("urgent", "unheard", "said"), [(False, False, True), (True, False, False), (False, True, False)]
)
def test_the_preview_says_that_quiet_hours_are_waited_for(urgent: bool, unheard: bool, said: bool) -> None:
    preview = replace(PREVIEW, draft=replace(DRAFT, urgent=urgent), unheard=unheard)

    shown_last = preview_screens(preview, translator("ru"))[-1]

    assert ("после них" in shown_last.text) is said
