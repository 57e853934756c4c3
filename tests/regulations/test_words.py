"""What people read: the rules, how long an entry is open, and why it is refused."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bots.staff.screens.rule_words import GROUPS, line, value
from bots.staff.screens.rules import group_screen, preview_screen, rule_screen, rules_screen
from bots.staff.screens.term import term_line
from core.regulation.changing import Change, Preview
from core.regulation.choices import Choice, Rules
from core.rules.entry import Answer, Verdict
from core.terms import Role
from locales import LANGUAGES, translator
from regulations import RULES, load, override, presets
from tests.support.clock import MOSCOW

RU = translator("ru")
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=MOSCOW)


def test_every_rule_stands_in_one_group() -> None:
    assert sorted(rule for rules in GROUPS.values() for rule in rules) == sorted(RULES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", presets())
def test_every_rule_of_every_preset_is_said(name: str, language: str) -> None:
    lines = [line(load(name), rule, translator(language)) for rule in RULES]

    assert all(": " in said for said in lines)
    assert len(set(lines)) == len(RULES)


@pytest.mark.parametrize("name", presets())
def test_each_page_of_the_rules_fits_a_message(name: str) -> None:
    rules = Rules(Choice(1, date(2026, 9, 1), name), (), 1, may_choose=True)

    texts = [rules_screen(rules, name, page, RU).text for page in range(5)]

    assert max(map(len, texts)) < 4096


def test_a_regulation_as_wordy_as_allowed_still_fits() -> None:
    names = [f"{'<' * 120}{n}" for n in range(60)]
    wordy = {"written_marks": {"days": 7, "subjects": [{"names": [n], "days": 3} for n in names]}}
    long = Rules(Choice(1, date(2026, 9, 1), "kam", "", wordy | {"works_required_for": names}), (), 1, may_choose=True)

    preview = Preview(Change("x"), NOW.date(), NOW.date(), load("kam"), long.now.regulation, tuple(RULES), 1)

    screens = [rules_screen(long, "kam", page, RU) for page in range(4)]
    screens += [rule_screen(long, rule, RU) for rule in RULES]
    screens += [group_screen(long, group, RU) for group in GROUPS]
    screens.append(preview_screen(preview, RU))

    assert max(len(screen.text) for screen in screens) < 4096


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"homework": {"after_class_minutes": 60}}, "1 час после последнего урока класса"),
        (
            {"homework": {"after_class_minutes": 90, "days": 1, "at": "09:00"}},
            "90 мин. после последнего урока класса, самое позднее 1 день после урока, до 09:00",
        ),
        ({"homework": {"working_days": 21}}, "21 рабочий день после урока"),
        ({"homework": {"days": 2, "at": "12:00"}}, "2 дня после урока, до 12:00"),
    ],
)
def test_a_window_is_said_in_plain_words(change: dict[str, object], said: str) -> None:
    assert value(override(load("default"), change), "homework", RU) == said


def open_until(until: datetime, rule: str = "written_marks") -> Answer:
    return Answer(Verdict.OPEN, until, rule)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (open_until(datetime(2026, 11, 25, 23, 59, 59, tzinfo=MOSCOW)), "отметки за письменные работы: до 25 ноября"),
        (open_until(datetime(2026, 11, 23, 21, tzinfo=MOSCOW), "roll"), "тема и отсутствующие: сегодня до 21:00"),
        (open_until(datetime(2026, 11, 23, 23, 59, 59, tzinfo=MOSCOW), "homework"), "домашнее задание: до конца дня"),
        (open_until(datetime(2026, 11, 24, 9, tzinfo=MOSCOW), "homework"), "домашнее задание: завтра до 09:00"),
        (
            open_until(datetime(2026, 11, 24, 23, 59, 59, tzinfo=MOSCOW), "oral_marks"),
            "отметки за ответы: до 24 ноября",
        ),
        (open_until(NOW + timedelta(days=4)), ""),
        (replace(open_until(NOW + timedelta(hours=1)), verdict=Verdict.CLOSED), ""),
        (Answer(Verdict.OPEN), ""),
    ],
)
def test_the_time_left_is_shown_where_it_is_short(answer: Answer, said: str) -> None:
    assert term_line(answer, NOW, RU) == said


@pytest.mark.parametrize("deciders", ["director", "deputy_head", "deputy_head,director"])
@pytest.mark.parametrize("rule", ["roll", "homework", "oral_marks", "written_marks", "class_leader_corrects"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_closed_window_is_refused_in_full_words(language: str, rule: str, deciders: str) -> None:
    facts = {"until": NOW, "regulation": load("lic68").title + ", п. 3.6.8, 3.9.2", "lesson": 1}

    said = translator(language).plain("error-entry-window-closed", rule=rule, deciders=deciders, **facts)

    assert "12:00" in said
    assert "лицея № 68, п. 3.6.8" in said
    assert len(said) <= 200  # an alert over a button shows no more


def test_the_refusal_says_the_rule_the_term_and_who_can_still_write() -> None:
    facts = {"until": NOW, "regulation": "Положение лицея № 68, п. 5.4", "deciders": "director"}

    closed = RU("error-entry-window-closed", rule="written_marks", **facts)
    never = RU("error-entry-window-closed", rule="mark_correction", **facts)
    grade_1 = RU("error-entry-forbidden", rule="marks_in_grade_1", regulation="Общий регламент", deciders="")

    assert closed == (
        "Срок для отметок за письменные работы был до 12:00 23 ноября (Положение лицея № 68, п. 5.4)."
        " Записать, указав причину, может директор."
    )
    assert never == (
        "Исправлять отметки нельзя (Положение лицея № 68, п. 5.4). Записать, указав причину, может директор."
    )
    assert grade_1 == "В 1 классе отметки не ставятся (Общий регламент)."


def test_roles_of_the_deciders_are_known_to_the_sentences() -> None:
    assert {Role.DIRECTOR.value, Role.DEPUTY_HEAD.value} == {"director", "deputy_head"}
