"""Who may set final marks until when, and what is proposed: worked out by hand."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from core.rules.entry import Standing, Verdict
from core.rules.final_marks import final_marks_answer, final_marks_term
from core.rules.final_proposal import Proposal, final_scale, of_period, of_year
from core.terms import MarkValue, Role
from regulations import FinalMarksDue, load
from tests.support.clock import MOSCOW

BEGINS, ENDS = date(2026, 11, 9), date(2026, 12, 30)  # a Wednesday
MINE, DEPUTY, DIRECTOR, OTHER = Standing(teaches=True), Standing(deputy=True), Standing(director=True), Standing()
ORDERED = replace(load("kam"), final_marks_due=FinalMarksDue("order", dates=(date(2026, 12, 28),)))


def noon(month: int, day: int, year: int = 2026) -> datetime:
    return datetime(year, month, day, 12, tzinfo=MOSCOW)


@pytest.mark.parametrize(
    ("preset", "who", "now", "verdict"),
    [
        ("default", MINE, noon(12, 1), "open"),
        ("default", MINE, noon(12, 30), "open"),
        ("default", MINE, noon(12, 31), "closed"),
        ("default", MINE, noon(11, 8), "early"),
        ("default", DEPUTY, noon(12, 1), "denied"),
        ("default", DEPUTY, noon(12, 31), "reason"),
        ("default", DIRECTOR, noon(12, 1), "open"),
        ("default", DIRECTOR, noon(12, 31), "reason"),
        ("default", OTHER, noon(12, 1), "denied"),
        ("s324", MINE, noon(12, 30), "open"),
        ("s324", MINE, noon(12, 31), "closed"),
        ("proz", MINE, noon(12, 31), "closed"),
        ("kam", MINE, noon(6, 1, 2027), "open"),  # the order is to come
        ("rso", MINE, noon(1, 3, 2027), "open"),
        ("rso", MINE, noon(1, 4, 2027), "closed"),
        ("rso", DEPUTY, noon(1, 4, 2027), "reason"),
        ("lic68", MINE, noon(12, 27), "early"),
        ("lic68", MINE, noon(12, 28), "open"),
        ("lic68", MINE, noon(12, 31), "closed"),
        ("lic68", DEPUTY, noon(12, 31), "denied"),  # only the director edits there
        ("lic68", DIRECTOR, noon(12, 31), "reason"),
    ],
)
def test_who_sets_final_marks_until_when(preset: str, who: Standing, now: datetime, verdict: str) -> None:
    regulation = load(preset)
    term = final_marks_term(regulation.final_marks_due, ENDS)

    found = final_marks_answer(regulation, who, term, begins=BEGINS, grade=7, now=now)

    assert found.verdict is Verdict(verdict)


def test_a_date_of_the_directors_order_ends_the_term() -> None:
    term = final_marks_term(ORDERED.final_marks_due, ENDS)

    found = final_marks_answer(ORDERED, MINE, term, begins=BEGINS, grade=7, now=noon(12, 29))

    assert found.verdict is Verdict.CLOSED
    assert found.until is not None
    assert found.until.date() == date(2026, 12, 28)
    assert found.deciders == (Role.DEPUTY_HEAD, Role.DIRECTOR)


@pytest.mark.parametrize("who", [MINE, DIRECTOR, DEPUTY])
def test_grade_1_has_no_final_marks(who: Standing) -> None:
    regulation = load("default")
    term = final_marks_term(regulation.final_marks_due, ENDS)

    found = final_marks_answer(regulation, who, term, begins=BEGINS, grade=1, now=noon(12, 1))

    assert (found.verdict, found.rule) == (Verdict.NEVER, "marks_in_grade_1")


def weighed(*said: str) -> list[tuple[MarkValue, Decimal]]:
    """`5`, or with a weight `5*1.5`."""
    parts = [one.partition("*") for one in said]
    return [(MarkValue(value), Decimal(weight or 1)) for value, _, weight in parts]


@pytest.mark.parametrize(
    ("marks", "value", "average", "count"),
    [
        ("5 4 4", "4", "4.33", 3),
        ("5 4", "5", "4.50", 2),  # exactly on the threshold
        ("4 5 4 5 4 5*0", "4", "4.40", 5),  # what weighs nothing does not stand behind it
        ("3*1.5 5", "4", "3.80", 2),  # (4.5 + 5) / 2.5
        ("2 3 dot", "3", "2.50", 2),
        ("2 2", "2", "2.00", 2),
        ("1 2", "2", "1.50", 2),
        ("", None, None, 0),
        ("dot", None, None, 0),
        ("5*0", None, None, 0),
        ("not_assessed", None, None, 0),
        ("exempt", "exempt", None, 0),
        ("4 exempt", "4", "4.00", 1),
    ],
)
def test_the_proposed_mark_of_a_period(marks: str, value: str | None, average: str | None, count: int) -> None:
    found = of_period(weighed(*marks.split()), load("default"), "Алгебра", by_pass=False, dot_counts_as_two=False)

    assert found == Proposal(MarkValue(value) if value else None, Decimal(average) if average else None, count)


def test_work_owed_counts_as_two_only_where_the_school_says_so() -> None:
    found = of_period(weighed("4", "4", "dot"), load("default"), "Алгебра", by_pass=False, dot_counts_as_two=True)

    assert found == Proposal(MarkValue.THREE, Decimal("3.33"), 2)


@pytest.mark.parametrize(
    ("marks", "value"),
    [("pass", "pass"), ("pass pass", "pass"), ("pass fail", None), ("fail", None), ("", None), ("exempt", "exempt")],
)
def test_a_pass_is_proposed_when_nothing_was_failed(marks: str, value: str | None) -> None:
    found = of_period(weighed(*marks.split()), load("default"), "ОРКСЭ", by_pass=True, dot_counts_as_two=False)

    assert found.value == value


@pytest.mark.parametrize(
    ("periods", "value", "average"),
    [
        ("5 4 4 5", "5", "4.50"),
        ("4 4 3 3", "4", "3.50"),
        ("4 3 3 3", "3", "3.25"),
        ("2 3 2 2", "2", "2.25"),
        ("exempt 5 4 4", "4", "4.33"),
        ("exempt exempt", "exempt", None),
        ("5 - 5 5", None, "5.00"),  # a period without a mark is left to the teacher
        ("5 not_assessed 4 4", None, "4.33"),
        ("", None, None),
    ],
)
def test_the_proposed_mark_of_the_year(periods: str, value: str | None, average: str | None) -> None:
    values = [None if said == "-" else MarkValue(said) for said in periods.split()]

    found = of_year(values, by_pass=False)

    assert (found.value, found.average) == (value, Decimal(average) if average else None)


def test_a_year_of_passes_is_a_pass() -> None:
    passed, failed = MarkValue.PASS, MarkValue.FAIL

    assert of_year([passed, passed], by_pass=True).value is passed
    assert of_year([passed, failed], by_pass=True).value is None


def test_a_final_mark_is_no_dot_and_no_one() -> None:
    assert [value.value for value in final_scale(by_pass=False)] == ["5", "4", "3", "2", "not_assessed", "exempt"]
    assert [value.value for value in final_scale(by_pass=True)] == ["pass", "fail", "not_assessed", "exempt"]
