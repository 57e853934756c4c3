"""An announcement as it reads: on a phone, in a reminder, on the printed sheet; times and choices as typed."""

import re
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from core.actions.announcing import Part
from core.announcements.audience import allowed, with_part
from core.announcements.facts import May, Unit
from core.announcements.outcome import Count, ReaderLine, Said, SheetFacts, SheetPart
from core.announcements.settings import moment_of, write_choices
from core.errors import ButtonOutdated
from core.errors.announcements import ChoicesWrong, PublishTimePast, PublishTimeWrong
from core.outbox import Kind
from core.terms import Acknowledgement
from documents.acknowledgements import acknowledgements_name, acknowledgements_pdf
from locales import translator
from notifications.rendering import render
from tests.access.test_slips_pdf import pages, text_of
from tests.announcements.conftest import Post
from tests.support.clock import MONDAY, MOSCOW

RU = translator("ru")
AT = datetime(2026, 11, 23, 8, 5, tzinfo=MOSCOW)
WORDS: dict[str, Any] = {
    "announcement": 7,
    "author": "Руководителева А. И.",
    "position": "учитель",
    "body": "Сбор в <8:00> & форма",
    "spans": [["bold", 0, 4, None]],
    "urgent": "",
    "ask": "none",
    "choices": [],
    "ends_on": None,
    "attached": 0,
    "children": [],
    "family": True,
}


def test_typed_signs_arrive_as_typed_and_bold_as_bold() -> None:
    screen = render(Kind.ANNOUNCEMENT, WORDS, RU)

    assert screen.text == (
        "📣 <b>Объявление</b> · Руководителева А. И., учитель\n\n<b>Сбор</b> в &lt;8:00&gt; &amp; форма"
    )
    assert [[b.label for b in row] for row in screen.rows] == [["Открыть"]]


def test_everything_it_asks_stands_below_the_words() -> None:
    facts = {
        **WORDS,
        "urgent": "мороз",
        "ask": "choice",
        "choices": ["Да", "Нет"],
        "ends_on": "2026-11-30",
        "attached": 2,
        "children": ["Анна"],
    }

    screen = render(Kind.ANNOUNCEMENT, facts, RU)

    assert screen.text.splitlines()[1:3] == ["❗ Срочно: мороз", "Для: Анна"]
    assert screen.text.splitlines()[-2:] == ["📎 Файлы: 2", "Пожалуйста, выберите ответ до 30 ноября."]
    assert [[b.label for b in row] for row in screen.rows] == [["Да", "Нет"], ["Открыть"]]


def test_of_several_children_a_choice_is_made_on_its_page() -> None:
    facts = {**WORDS, "ask": "choice", "choices": ["Да", "Нет"], "children": ["Анна", "Егор"]}
    for kind in (Kind.ANNOUNCEMENT, Kind.ANNOUNCEMENT_REMINDER):
        assert [[b.label for b in row] for row in render(kind, facts, RU).rows] == [["Ответить за каждого"]]


@pytest.mark.parametrize(
    ("ask", "family", "data"),
    [("read", True, "or:7:"), ("read", False, "Br:7:"), ("number", True, "oq:7"), ("number", False, "Bq:7")],
)
def test_the_buttons_are_of_the_reader_s_own_bot(ask: str, *, family: bool, data: str) -> None:
    screen = render(Kind.ANNOUNCEMENT, {**WORDS, "ask": ask, "family": family}, RU)
    assert screen.rows[0][0].data == data


def test_long_answers_stand_one_below_the_other() -> None:
    facts = {**WORDS, "ask": "choice", "choices": ["Еду со своим классом", "Не еду", "Пока не знаю"]}
    assert [len(row) for row in render(Kind.ANNOUNCEMENT, facts, RU).rows] == [1, 1, 1, 1]


def test_a_reminder_is_gentle_and_brief() -> None:
    screen = render(Kind.ANNOUNCEMENT_REMINDER, {**WORDS, "ask": "read", "body": "а" * 3000}, RU)
    assert screen.text.startswith("🔔 Напоминаем: школа ждёт вашего ответа.")
    assert len(screen.text) < 700


def test_the_longest_announcement_fits_one_message() -> None:
    facts = {
        **WORDS,
        "body": "а" * 3500,
        "position": "п" * 128,
        "urgent": "у" * 200,
        "ask": "number",
        "ends_on": "2026-11-30",
        "attached": 10,
        "children": ["Константин"] * 8,
    }
    assert len(render(Kind.ANNOUNCEMENT, facts, RU).text) < 4096


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("завтра 8:00", (24, "8:00")),
        ("25.11 18.30", (25, "18:30")),
        ("25.11 в 18:30", (25, "18:30")),
        ("19:00", (23, "19:00")),
        ("в пятницу 7:45", (27, "7:45")),
        ("пятница, 7:45", (27, "7:45")),
        ("25.11", None),
        ("завтра", None),
        ("25:00", None),
        ("когда-нибудь 8:00", None),
        ("25.11–27.11 8:00", None),
    ],
)
def test_a_time_as_typed(words: str, meant: tuple[int, str] | None) -> None:
    if meant is None:
        with pytest.raises(PublishTimeWrong):
            moment_of(words, MONDAY)
    else:
        found = moment_of(words, MONDAY)
        assert (found.day, f"{found.hour}:{found:%M}") == meant


def test_a_day_past_is_said_to_be_past() -> None:
    with pytest.raises(PublishTimePast):
        moment_of("20.11 8:00", MONDAY)


@pytest.mark.parametrize("words", ["Да", "Да\nДа", "\n".join(str(n) for n in range(9)), "Да\n" + "н" * 41, ""])
async def test_choices_that_could_not_be_chosen_from_are_refused(post: Post, words: str) -> None:
    announcement, _ = await post.draft(post.of.leader)
    async with post.app.work(post.of.leader.address) as work:
        with pytest.raises(ChoicesWrong):
            await write_choices(work, announcement, words)


async def test_choices_are_typed_one_a_line(post: Post) -> None:
    announcement, _ = await post.draft(post.of.leader)
    async with post.app.work(post.of.leader.address) as work:
        found = await write_choices(work, announcement, " Едем \n\nНе  едем")
    assert (found.acknowledgement, found.choices) == (Acknowledgement.CHOICE, ("Едем", "Не едем"))


def test_parts_are_put_in_and_taken_out_absolutely() -> None:
    once = with_part({}, Part.CLASSES, "7", on=True)
    assert with_part(once, Part.CLASSES, "7", on=True) == once == {"classes": [7]}
    assert with_part(once, Part.CLASSES, "7", on=False) == {"classes": []}
    assert with_part({}, Part.ALL_STAFF, "", on=True) == {"all_staff": True}


@pytest.mark.parametrize(("part", "value"), [(Part.CLASSES, "x"), (Part.TO, "aunts"), (Part.ROLES, "cook")])
def test_a_forged_part_is_refused(part: Part, value: str) -> None:
    with pytest.raises(ButtonOutdated):
        with_part({}, part, value, on=True)


@pytest.mark.parametrize(
    ("audience", "may"),
    [
        ({"classes": [1], "to": ["guardians"]}, True),
        ({"classes": [1, 2]}, False),
        ({"groups": [5]}, False),
        ({"everybody": True}, False),
        ({"all_staff": False, "classes": []}, True),
        ({"leaders": True}, False),
    ],
)
def test_a_teacher_may_write_to_the_own_classes(audience: dict[str, Any], *, may: bool) -> None:
    assert allowed(May((Unit(1, "7Б"),), ()), audience) is may
    assert allowed(May((), (), school=True), audience)


def _sheet(count: int) -> SheetFacts:
    line = ReaderLine("Иванова Мария Петровна", "мать", "Иванов Пётр", "7Б", "read", AT, "Да")
    silent = replace(line, name="Иванов Олег", what="отец", state="not_connected", read_at=None, answer=None)
    return SheetFacts(
        id=7,
        school="Школа № 1",
        author="Руководителева А. И.",
        position="учитель",
        body="Правила <льда> & #дома",
        published_at=AT,
        ends_on=date(2026, 11, 30),
        acknowledgement=Acknowledgement.CHOICE,
        count=Count(people=2, delivered=1, read=1, answered=1, not_connected=1),
        answers=(Said("Да", 1, 1), Said("Нет", 0, 0)),
        total=0,
        parts=(SheetPart("7Б", (line, silent) * count),),
        at=AT,
    )


def test_the_printed_sheet_says_who_has_read_and_leaves_room_to_sign() -> None:
    text = re.sub(r"\s+", " ", text_of(acknowledgements_pdf(_sheet(1), RU)))

    for part in (
        "Лист ознакомления",
        "Правила <льда> & #дома",
        "Всего: 2. Ознакомлены: 1.",
        "Ответы: «Да»: 1 (детей: 1); «Нет»: 0.",
        "7Б класс",
        "Не подключён(а)",
        "Подпись",
    ):
        assert part in text


def test_a_whole_school_is_printed() -> None:
    assert pages(acknowledgements_pdf(_sheet(100), RU)) > 5
    assert acknowledgements_name(_sheet(1), RU) == "Лист ознакомления 23.11.2026 № 7.pdf"
