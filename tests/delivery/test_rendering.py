"""Every kind renders from sample facts in both languages, within Telegram's limits."""

from typing import Any

import pytest

from locales import LANGUAGES, translator
from notifications.rendering import render

LINE = {
    "lesson": 12,
    "number": 3,
    "classes": "7Б",
    "group": "",
    "subject": "Алгебра",
    "room": "12",
    "starts": "10:30",
    "ends": "11:15",
}


def _missing(**changes: Any) -> dict[str, Any]:
    line = {**LINE, "day": "2026-11-23", "until": "2026-11-23T21:00:00+03:00", "parts": ["roll"], "unmarked": 0}
    return {**line, **changes}


def _overdue(teachers: int) -> dict[str, Any]:
    missing = [
        {"teacher": f"Константинопольская-{n} А. И.", "lessons": [_missing(parts=["roll", "topic"])] * 6}
        for n in range(teachers)
    ]
    return {"day": "2026-11-23", "missing": missing}


def test_a_reminder_lists_what_is_missing_by_term_with_a_button_to_the_very_page() -> None:
    later = _missing(lesson=13, group="англ. 1", until="2026-11-24T23:59:59+03:00", parts=["marks"], unmarked=12)
    several = _missing(lesson=14, number=4, starts="11:35", parts=["topic", "homework"])

    screen = render("journal_reminder", {"lessons": [later, several, _missing()]}, translator("ru"))

    assert screen.text.index("До 21:00, 23 ноября") < screen.text.index("До 23:59, 24 ноября")
    assert "4-й <b>7Б</b> Алгебра — тема, ДЗ" in screen.text
    assert [(b.label, b.data) for row in screen.rows for b in row] == [
        ("3. 7Б Алгебра: перекличка", "rl:12"),
        ("4. 7Б Алгебра: тема, ДЗ", "Pg:14"),
        ("3. 7Б (англ. 1) Алгебра: отметки за работу (12)", "Mr:13:"),
    ]


def test_a_deputy_s_word_names_the_deputy_and_the_day() -> None:
    facts = {"who": "Завучева А. И.", "day": "2026-11-23", "lessons": [_missing()]}

    screen = render("journal_nudge", facts, translator("ru"))

    assert "Завучева А. И. просит заполнить журнал" in screen.text
    assert screen.rows[0][0].data == "rl:12"


def test_the_report_names_teachers_and_lessons() -> None:
    text = render("journal_overdue", _overdue(1), translator("ru")).text

    assert "6 уроков у 1 учителя" in text
    assert "<b>Константинопольская-0 А. И.</b> — пн 23.11 3-й 7Б Алгебра: перекличка, тема; " in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_of_a_whole_school_fits_one_message_and_says_what_it_left_out(language: str) -> None:
    text = render("journal_overdue", _overdue(60), translator(language)).text

    assert len(text) <= 4096
    assert text.splitlines()[-1].startswith("…")


@pytest.mark.parametrize(("room", "shown"), [("12", True), ("", False)])
def test_a_lesson_card_leads_to_the_roll(room: str, *, shown: bool) -> None:
    screen = render("lesson_card", {**LINE, "room": room}, translator("ru"))

    assert ("каб. 12" in screen.text) is shown
    assert screen.rows[0][0].data == "rl:12"


def test_data_is_escaped() -> None:
    screen = render("lesson_card", {**LINE, "subject": "<b>ОБЖ & ЗР"}, translator("ru"))

    assert "&lt;b&gt;ОБЖ &amp; ЗР" in screen.text


def test_an_unknown_kind_is_said_aloud() -> None:
    with pytest.raises(LookupError, match="no renderer for nonsense"):
        render("nonsense", {}, translator("ru"))
