"""The largest card fits one message in both languages, and data is escaped."""

from typing import Any

import pytest

from locales import LANGUAGES, Screen, translator
from notifications.rendering import render

SUBJECTS = [f"Вероятность & статистика {n} углублённого уровня" for n in range(16)]


def _mark(subject: str, **more: Any) -> dict[str, Any]:
    line = {"mark": 1, "value": "3", "before": "2", "subject": subject, "kind": "Контрольная работа", "day": None}
    return {**line, **more}


def _change(number: int) -> dict[str, Any]:
    return {
        "lesson": number,
        "subject": SUBJECTS[number],
        "group": "английский язык, группа 1",
        "number": number,
        "what": "changed",
        "starts": "08:30",
        "ends": "09:15",
        "from": ["2026-11-26", 3],
        "teacher": "Константинопольская А. И.",
        "room": "спортивный зал",
        "planned_room": "12",
    }


def _child(number: int) -> dict[str, Any]:
    """A child with everything that can be said, and more of it than there is in a school."""
    return {
        "pupil_id": 1_000_000_000 + number,
        "name": f"Александрина-Констанция <{number}>",
        "own": False,
        "evening": {
            "marks": [_mark(s) for s in SUBJECTS] + [_mark(SUBJECTS[0], value=None, day="2026-11-20")],
            "finals": [
                {"subject": s, "period": [2, "2 четверть"], "value": "not_assessed", "before": "3"} for s in SUBJECTS
            ],
            "absent": [["none", [1, 2, 3, 4]], ["illness", [5]]],
            "late": [[6, 5], [7, None]],
            "lessons": [8, "08:30"],
            "changes": [_change(n) for n in range(8)],
            "homework": [[s, 20] for s in SUBJECTS],
            "tasks": [[1_000_000_000 + n, s] for n, s in enumerate(SUBJECTS)],
            "events": [{"title": "Родительское собрание " * 8, "place": "12", "starts": "18:00"}] * 9,
        },
        "week": {
            "held": 34,
            "missed": [["illness", 12], ["none", 3]],
            "late": 4,
            "marks": [["5", 12], ["4", 9], ["3", 4], ["not_assessed", 1]],
            "moved": [{"subject": s, "before": "4.20", "now": "4.35"} for s in SUBJECTS],
            "chart": ["4.00"] * 8,
            "owed": SUBJECTS,
        },
        "controls": [{"day": "2026-11-26", "subject": s, "kind": "Контрольная работа"} for s in SUBJECTS],
        "waiting": [[1_000_000_000 + n, f"2026-11-2{n}"] for n in range(6)],
    }


def _card(children: int, language: str = "ru") -> Screen:
    facts = {"day": "2026-11-28", "children": [_child(n) for n in range(children)]}
    return render("week_card", facts, translator(language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("children", [1, 2, 3, 4, 5, 8])
def test_the_fullest_card_fits_one_message(children: int, language: str) -> None:
    screen = _card(children, language)

    assert len(screen.text) <= 4096
    assert sum(len(row) for row in screen.rows) <= 100
    assert all(len(b.data.encode()) <= 64 for row in screen.rows for b in row)
    assert screen.text.count("Александрина") == children


@pytest.mark.parametrize("children", [1, 4, 8])
def test_every_child_of_a_full_card_has_marks_and_tomorrow(children: int) -> None:
    text = _card(children).text
    assert text.count("<b>Завтра:</b> 8 уроков, с 08:30") == children
    assert text.count("\nОтметки: ") >= children


def test_data_is_escaped() -> None:
    text = _card(1).text
    assert "Александрина-Констанция &lt;0&gt;" in text
    assert "Вероятность &amp; статистика" in text


def test_a_corrected_mark_says_what_it_was() -> None:
    text = _card(1).text
    assert "<b>3</b> (Контрольная работа, было 2)" in text
