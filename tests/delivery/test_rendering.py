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


def _overdue(teachers: int) -> dict[str, Any]:
    missing = [{"teacher": f"Константинопольская-{n} А. И.", "lessons": [LINE] * 6} for n in range(teachers)]
    return {"day": "2026-11-23", "missing": missing}


def test_a_reminder_lists_each_lesson_as_a_button() -> None:
    joint = {**LINE, "lesson": 13, "group": "англ. 1"}

    screen = render("roll_reminder", {"lessons": [LINE, joint]}, translator("ru"))

    assert "2 урока" in screen.text
    assert [(b.label, b.data) for row in screen.rows for b in row] == [
        ("3. 7Б Алгебра, 10:30", "rl:12"),
        ("3. 7Б (англ. 1) Алгебра, 10:30", "rl:13"),
    ]


def test_the_report_names_teachers_and_lessons() -> None:
    text = render("roll_overdue", _overdue(1), translator("ru")).text

    assert "6 уроков у 1 учителя" in text
    assert "<b>Константинопольская-0 А. И.</b> — 3-й 7Б Алгебра; " in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_of_a_whole_school_fits_one_message_and_says_what_it_left_out(language: str) -> None:
    text = render("roll_overdue", _overdue(60), translator(language)).text

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
