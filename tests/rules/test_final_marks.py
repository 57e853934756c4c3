"""Terms of a period's final marks and of the examinations, at a period's end."""

from datetime import date
from decimal import Decimal

import pytest

from core.rules.expansion import Span
from core.rules.final_marks import (
    FinalMarksTerm,
    exam_results_due,
    final_marks_term,
    grade_9_marks_due,
    least_marks,
)
from core.rules.working_days import WorkingDays
from regulations import FinalMarksDue, load

SECOND_QUARTER_ENDS = date(2026, 12, 30)  # a Wednesday
ORDERED = FinalMarksDue("order", dates=(date(2026, 10, 23), date(2026, 12, 28), date(2027, 3, 25)))


@pytest.mark.parametrize(
    ("rule", "opens", "due"),
    [
        (load("default").final_marks_due, None, date(2026, 12, 30)),
        (load("s324").final_marks_due, None, date(2026, 12, 30)),
        (load("proz").final_marks_due, None, date(2026, 12, 30)),
        (load("rso").final_marks_due, None, date(2027, 1, 3)),
        (load("lic68").final_marks_due, date(2026, 12, 28), date(2026, 12, 30)),
        (load("kam").final_marks_due, None, None),
        (ORDERED, None, date(2026, 12, 28)),
    ],
)
def test_when_a_periods_final_marks_are_set(rule: FinalMarksDue, opens: date | None, due: date | None) -> None:
    assert final_marks_term(rule, SECOND_QUARTER_ENDS) == FinalMarksTerm(opens, due)


@pytest.mark.parametrize(
    ("preset", "hours", "least"),
    [
        ("default", "1", 3),
        ("default", "2", 3),
        ("default", "2.5", 5),
        ("default", "6", 5),
        ("rso", "0.5", 3),
        ("rso", "2", 3),
        ("rso", "2.5", 4),
        ("rso", "3", 4),
        ("rso", "5", 6),
    ],
)
def test_the_least_number_of_marks_grows_with_the_weekly_hours(preset: str, hours: str, least: int) -> None:
    assert least_marks(load(preset).least_marks, Decimal(hours)) == least


def test_examination_results_and_the_marks_after_them_take_three_working_days() -> None:
    calendar = WorkingDays(6, (Span(date(2027, 6, 14), date(2027, 6, 14)),))

    entered = exam_results_due(load("lic68"), date(2027, 6, 10), calendar)

    # Fri 11; Sat 12 is the state's, Mon 14 its transfer; Tue 15, Wed 16.
    assert entered == date(2027, 6, 16)
    assert grade_9_marks_due(load("lic68"), entered, calendar) == date(2027, 6, 19)
