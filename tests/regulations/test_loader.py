"""A regulation is data: the six that come with the product, and plain words about a faulty one."""

from dataclasses import replace
from datetime import date, time

import pytest

from regulations import DEFAULT, RULES, EntryWindow, RegulationError, SubjectTerm, load, override, parse, presets

END_OF_THE_DAY = EntryWindow()
NINE_IN_THE_EVENING = EntryWindow(at=time(21))
SEVEN_DAYS = EntryWindow(days=7)
LYCEUM = EntryWindow(
    working_days=5,
    subjects=(SubjectTerm(("Русский язык", "Литература"), EntryWindow(working_days=10)),),
)
BOTH = frozenset({"deputy_head", "director"})

ROWS = {
    "roll": (END_OF_THE_DAY, END_OF_THE_DAY, NINE_IN_THE_EVENING, SEVEN_DAYS, END_OF_THE_DAY, NINE_IN_THE_EVENING),
    "homework": (
        END_OF_THE_DAY,
        END_OF_THE_DAY,
        EntryWindow(at=time(21), after_class=60),
        NINE_IN_THE_EVENING,
        END_OF_THE_DAY,
        NINE_IN_THE_EVENING,
    ),
    "oral_marks": (
        END_OF_THE_DAY,
        END_OF_THE_DAY,
        NINE_IN_THE_EVENING,
        SEVEN_DAYS,
        END_OF_THE_DAY,
        NINE_IN_THE_EVENING,
    ),
    "written_marks": (SEVEN_DAYS, SEVEN_DAYS, SEVEN_DAYS, SEVEN_DAYS, LYCEUM, SEVEN_DAYS),
    "after_window": (BOTH, BOTH, BOTH, BOTH, frozenset({"director"}), BOTH),
    "mark_correction": (True, True, True, True, False, True),
    "final_marks_by": ("teacher", "teacher", "teacher", "class_leader", "teacher", "teacher"),
    "substitute": ("substitute", "substitute", "substitute", "class_leader", "substitute", "substitute"),
    "substitution_flagged": (False, False, True, False, False, False),
    "class_leader_corrects": (1, 7, 7, 7, 7, 7),
    "class_leader_confirms": ("monthly", "on_request", "always", "monthly", "always", "monthly"),
    "group_moves": ("period_end", "period_end", "period_end", "period_start", "period_end", "period_end"),
    "paper_journal": ("beside", "none", "on_demand", "must_agree", "none", "none"),
    "consent_by": ("class_leader", "class_leader", "class_leader", "law", "class_leader", "class_leader"),
}
"""Rows of the schools' rules: s324, proz, kam, rso, lic68, default; a silent school has the default's."""
SCHOOLS = ("s324", "proz", "kam", "rso", "lic68", DEFAULT)
CELLS = [(name, rule, value) for rule, row in ROWS.items() for name, value in zip(SCHOOLS, row, strict=True)]


def test_five_schools_and_a_default_come_with_the_product() -> None:
    assert presets() == sorted(SCHOOLS)


@pytest.mark.parametrize(("name", "rule", "value"), CELLS, ids=[f"{name}-{rule}" for name, rule, _ in CELLS])
def test_a_preset_says_what_its_school_wrote(name: str, rule: str, value: object) -> None:
    assert getattr(load(name), rule) == value


def test_the_default_states_every_rule() -> None:
    assert load(DEFAULT).stated == set(RULES)


@pytest.mark.parametrize("name", SCHOOLS[:-1])
def test_a_school_gives_its_clause_for_every_rule_of_its_own(name: str) -> None:
    regulation = load(name)

    assert set(regulation.clauses) == regulation.stated
    assert regulation.stated < set(RULES)


@pytest.mark.parametrize("name", SCHOOLS)
def test_a_preset_bears_the_name_of_its_text(name: str) -> None:
    regulation = load(name)

    assert regulation.name == name
    assert regulation.title[0].isupper()


def test_no_two_presets_bear_the_same_title() -> None:
    assert len({load(name).title for name in presets()}) == len(presets())


def test_where_a_regulation_is_silent_the_default_holds() -> None:
    ours = parse('title = "Наш"', "ours")

    default = load(DEFAULT)
    assert replace(ours, name=DEFAULT, title=default.title, stated=default.stated) == default
    assert not ours.own("roll")


def test_a_rule_is_written_bare_or_with_its_clause() -> None:
    bare = parse('title = "Наш"\nmark_correction = false', "ours")
    full = parse('title = "Наш"\n[mark_correction]\nvalue = false\nclause = "п. 7"', "ours")

    assert (bare.mark_correction, bare.clause("mark_correction")) == (False, "")
    assert (full.mark_correction, full.clause("mark_correction")) == (False, "п. 7")


def test_a_single_field_is_put_over_a_file_and_loses_the_files_clause() -> None:
    changed = override(load("kam"), {"homework": {"at": "20:30"}, "mark_correction": False})

    assert changed.homework == EntryWindow(at=time(20, 30))
    assert changed.clause("homework") == ""
    assert changed.overridden == {"homework", "mark_correction"}
    assert changed.roll == load("kam").roll
    assert changed.clause("roll") == "п. 4.2"


def test_the_dates_of_an_order_may_come_in_quotes() -> None:
    due = override(load("kam"), {"final_marks_due": {"way": "order", "dates": ["2026-12-28"]}}).final_marks_due

    assert due.dates == (date(2026, 12, 28),)


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("title =", "ours: not a TOML file: "),
        ("PK\x03\x04", "ours: not a TOML file: "),
        ("a = " + "[" * 5000, "ours: not a TOML file: "),
        ("#" * 64_001, "ours: larger than a regulation can be: at most 64000 characters"),
        ("", "ours, title: missing; needed: title"),
        ('title = "Наш"\n[staff_hours]\nfrom = 08:00:00', "ours, staff_hours.to: a time such as 21:00:00"),
        (
            'title = "Наш"\n[staff_hours]\nfrom = 18:00:00\nto = 08:00:00',
            "ours, staff_hours: contradicts itself: `from` must be earlier than `to`",
        ),
        ("title = 5", "ours, title: a text of 1 to 150 characters is needed"),
        ('title = " "', "ours, title: a text of 1 to 150 characters is needed"),
        ('title = "Наш"\nroll = 7', "ours, roll: a section with days, at"),
        ('title = "Наш"\nmarks = 7', "ours: unknown marks; allowed: after_window, archive"),
        (
            'title = "Наш"\n[roll]\nuntil = 21:00:00',
            "ours, roll: unknown until; allowed: after_class_minutes, at, days",
        ),
        ('title = "Наш"\n[roll]', "ours, roll: missing; needed: days, at, working_days, after_class_minutes"),
        ('title = "Наш"\n[roll]\nclause = "п. 1"', "ours, roll: missing; needed: days"),
        ('title = "Наш"\n[roll]\ndays = -1', "ours, roll.days: a whole number from 0 to 60"),
        ('title = "Наш"\n[roll]\ndays = 61', "ours, roll.days: a whole number from 0 to 60"),
        ('title = "Наш"\n[roll]\ndays = 1.5', "ours, roll.days: a whole number from 0 to 60"),
        ('title = "Наш"\n[roll]\ndays = true', "ours, roll.days: a whole number from 0 to 60"),
        ('title = "Наш"\n[roll]\nat = "nine"', "ours, roll.at: a time such as 21:00:00"),
        ('title = "Наш"\n[roll]\nat = 2026-11-23', "ours, roll.at: a time such as 21:00:00"),
        ('title = "Наш"\n[roll]\nat = 08:00:00', "ours, roll.at: closes before it opens.*12:00"),
        ('title = "Наш"\n[roll]\ndays = 7\nworking_days = 5', "ours, roll: contradicts itself: either days or"),
        ('title = "Наш"\n[homework]\nafter_class_minutes = 721', "ours, homework.after_class_minutes: a whole number"),
        ('title = "Наш"\n[[roll]]\ndays = 1', "ours, roll: a section with"),
        (
            'title = "Наш"\n[written_marks]\ndays = 7\n[[written_marks.subjects]]\nworking_days = 3',
            "ours, written_marks.subjects.names: missing",
        ),
        (
            'title = "Наш"\n[oral_marks]\ndays = 7\n[[oral_marks.subjects]]\nnames = ["Физика", "физика"]\ndays = 3',
            "ours, oral_marks.subjects.names: contradicts itself: физика is named twice",
        ),
        ('title = "Наш"\nmark_correction = "no"', "ours, mark_correction: true or false"),
        ('title = "Наш"\n[mark_correction]\nclause = "п. 1"', "ours, mark_correction.value: missing; needed: value"),
        ('title = "Наш"\nafter_window = []', "ours, after_window: a list of: deputy_head, director"),
        ('title = "Наш"\nafter_window = ["teacher"]', "ours, after_window: a list of: deputy_head, director"),
        ('title = "Наш"\npage_requires = [["topic"]]', "ours, page_requires: a list of: topic, tasks, kind, ict"),
        (
            'title = "Наш"\npage_requires = ["ict", "ict"]',
            "ours, page_requires: contradicts itself: ict is named twice",
        ),
        ('title = "Наш"\ngroup_moves = "never"', "ours, group_moves: one of: any_time, period_end, period_start"),
        ('title = "Наш"\n[least_marks]\nhours = 2\nabove = 5', "ours, least_marks.marks: missing"),
        ('title = "Наш"\n[least_marks]\nhours = 2\nmarks = 3', "ours, least_marks: missing; needed: above | and_more"),
        ('title = "Наш"\n[least_marks]\nhours = 2\nmarks = 5\nabove = 3', "ours, least_marks.above: .* at least 5"),
        ('title = "Наш"\n[final_marks_due]\ndays = 4', "ours, final_marks_due.way: one of: last_day"),
        ('title = "Наш"\n[final_marks_due]\nway = "days_after"', "ours, final_marks_due.days: missing"),
        ('title = "Наш"\n[final_marks_due]\nway = "last_day"\ndays = 4', "days goes with days_after only"),
        ('title = "Наш"\n[rounding]\nfive = 4.5\nfour = 3.5', "ours, rounding.three: missing; needed: five, four"),
        ('title = "Наш"\n[rounding]\nfive = 4.5\nfour = 4.5\nthree = 2.5', "ours, rounding: contradicts itself: five"),
        ('title = "Наш"\n[rounding]\nfive = 4.655\nfour = 3.5\nthree = 2', "ours, rounding.five: an average between"),
        ('title = "Наш"\n[rounding]\nfive = true\nfour = 3.5\nthree = 2', "ours, rounding.five: an average between"),
        (
            'title = "Наш"\n[rounding]\nfive = 4.5\nfour = 3.5\nthree = 2.5\n[[rounding.subjects]]\nfive = 5',
            "ours, rounding.subjects.names: missing",
        ),
        ('title = "Наш"\nfailing_below = nan', "ours, failing_below: an average between 1 and 5"),
        ('title = "Наш"\nfailing_below = 0.5', "ours, failing_below: an average between 1 and 5"),
        ('title = "Наш"\nmarks_hold = 241', "ours, marks_hold: a whole number from 0 to 240"),
        ('title = "Наш"\n[archive]\nprint_by = "31.06"', "ours, archive.print_by: a day such as 30.06"),
    ],
)
def test_a_faulty_regulation_is_refused_by_file_field_and_what_is_allowed(body: str, complaint: str) -> None:
    with pytest.raises(RegulationError, match=complaint):
        parse(body, "ours")


def test_a_refusal_says_the_file_the_field_and_the_problem_apart() -> None:
    with pytest.raises(RegulationError) as caught:
        parse('title = "Наш"\n[roll]\ndays = 61', "ours")

    error = caught.value
    assert (error.file, error.field, error.problem, error.facts) == (
        "ours",
        "roll.days",
        "whole",
        {"low": 0, "high": 60},
    )


@pytest.mark.parametrize("overrides", [{"rolls": 1}, {"roll": {"days": 99}}, {"title": "Иное"}])
def test_a_faulty_change_of_a_field_is_refused_as_in_a_file(overrides: dict[str, object]) -> None:
    with pytest.raises(RegulationError):
        override(load(DEFAULT), overrides)


@pytest.mark.parametrize("name", ["lyceum", "", "../default", "default.toml"])
def test_a_regulation_that_is_not_there_is_answered_with_those_that_are(name: str) -> None:
    with pytest.raises(RegulationError, match="no such regulation; there are: default, kam, lic68, proz, rso, s324"):
        load(name)
