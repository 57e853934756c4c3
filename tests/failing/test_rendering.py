"""Every message about failing pupils in both languages, within Telegram's limits, leading to the very page."""

from typing import Any

import pytest

from locales import LANGUAGES, translator
from notifications.rendering import render

SUBJECT = {
    "subject_id": 3,
    "subject": "Алгебра",
    "average": "2.33",
    "likely": "2",
    "dots": 0,
    "since": "2026-11-20",
    "help": {"mark": "3", "ways": [{"count": 2, "value": "3", "kind": "Ответ на уроке"}]},
}
DEBT = {**SUBJECT, "subject_id": 4, "subject": "Физика", "average": None, "likely": None, "dots": 2, "help": None}


def letter(*subjects: dict[str, Any], days_left: int = 5) -> dict[str, Any]:
    return {
        "pupil_id": 7,
        "pupil": "Иванов <Пётр>",
        "period_id": 2,
        "period": "2 четверть",
        "ends": "2026-12-30",
        "days_left": days_left,
        "subjects": list(subjects),
    }


def pupils(count: int) -> list[dict[str, Any]]:
    many = [{**SUBJECT, "subject": f"Предмет с длинным названием {n}"} for n in range(12)]
    return [
        {"pupil_id": n, "pupil": f"Константинопольский-{n} А.", "alone": True, "subjects": many} for n in range(count)
    ]


def test_the_letter_of_one_subject_opens_it_and_says_what_it_takes() -> None:
    screen = render("failing", letter(SUBJECT), translator("ru"))

    assert "Иванов &lt;Пётр&gt;" in screen.text
    assert "внимание на этот предмет" in screen.text
    assert "<b>Алгебра</b> — средний балл 2,33, пока выходит «2»" in screen.text
    assert "Чтобы вышла <b>3</b>: две 3 за ответ на уроке." in screen.text
    assert "последний день — 30 декабря: время исправить ещё есть" in screen.text
    assert [(b.label, b.data) for row in screen.rows for b in row] == [("Отметки: Алгебра", "Vs:7:3:2")]


def test_the_letter_of_several_opens_all_marks() -> None:
    screen = render("failing", letter(SUBJECT, DEBT), translator("ru"))
    assert "<b>Физика</b> — не сдано работ: 2" in screen.text
    assert [b.data for row in screen.rows for b in row] == ["Vm:7:2"]


def test_a_period_that_is_over_promises_no_time() -> None:
    text = render("failing", letter(SUBJECT, days_left=-1), translator("ru")).text
    assert "время исправить" not in text
    assert "последний день был 30 декабря" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_fits_and_is_said_in_every_language(language: str) -> None:
    t = translator(language)
    facts = {"class_id": 1, "class": "7Б", "tell_at": "2026-11-24T18:00:00+03:00", "pupils": pupils(36)}
    page = {"load": 5, "subject": "Алгебра", "classes": "7Б", "group": "", "pupils": pupils(36)}
    every = [
        render("failing", letter(*[{**SUBJECT, "subject": f"Предмет {n}"} for n in range(16)]), t),
        render("failing_class", facts, t),
        render("failing_pages", {"pages": [{**page, "load": n} for n in range(40)]}, t),
    ]
    for screen in every:
        assert len(screen.text) <= 4096
        assert sum(len(row) for row in screen.rows) <= 100


def test_the_staff_s_messages_open_the_list_and_the_journals() -> None:
    t = translator("ru")
    facts = {"class_id": 9, "class": "7Б", "tell_at": "2026-11-24T18:00:00+03:00", "pupils": pupils(1)}
    assert render("failing_class", facts, t).rows[0][0].data == "Fl:9"
    page = {"load": 5, "subject": "Алгебра", "classes": "7Б", "group": "гр. 1", "pupils": pupils(1)}
    assert render("failing_pages", {"pages": [page]}, t).rows[0][0].data.startswith("Jr:5")
