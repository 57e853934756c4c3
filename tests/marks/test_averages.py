"""Averages against cases computed by hand (field.md 2.1, 2.7)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rules.averages import POINTS, average, weighted_average
from core.terms import MarkValue

ONE, CONTROL, OTHERS = Decimal(1), Decimal("1.5"), Decimal("1.2")
UNCOUNTED = (MarkValue.PASS, MarkValue.FAIL, MarkValue.NOT_ASSESSED, MarkValue.EXEMPT)


def marks(text: str, weight: Decimal = ONE) -> list[tuple[MarkValue, Decimal]]:
    return [(MarkValue(digit), weight) for digit in text.split()]


def counted(n5: int, n4: int, n3: int, n2: int) -> list[tuple[MarkValue, Decimal]]:
    return marks("5 " * n5 + "4 " * n4 + "3 " * n3 + "2 " * n2)


@pytest.mark.parametrize(
    ("counts", "shown"),
    [((5, 10, 8, 2), "3.72"), ((7, 9, 6, 0), "4.05")],
)
def test_the_average_of_the_published_cases(counts: tuple[int, int, int, int], shown: str) -> None:
    assert average(counted(*counts)) == Decimal(shown)


def test_not_assessed_and_exempt_change_no_average() -> None:
    given_ = [*counted(5, 10, 8, 2), *((value, ONE) for value in UNCOUNTED)]
    assert (average(given_), weighted_average(given_)) == (Decimal("3.72"), Decimal("3.72"))


def test_a_control_work_weighs_more() -> None:
    # (5·1.5 + 3·1 + 4·1.2) / (1.5 + 1 + 1.2) = 15.3 / 3.7 = 4.135…
    given_ = marks("5", CONTROL) + marks("3") + marks("4", OTHERS)
    assert (average(given_), weighted_average(given_)) == (Decimal("4.00"), Decimal("4.14"))


def test_the_other_published_weights() -> None:
    # контрольная 5, урок 3, домашняя 1: (2·5 + 4·3 + 5·1) / 9 = 3
    given_ = marks("2", Decimal(5)) + marks("4", Decimal(3)) + marks("5")
    assert weighted_average(given_) == Decimal("3.00")


def test_half_a_hundredth_is_rounded_up() -> None:
    # 33 / 8 = 4.125
    assert average(marks("5 4 4 4 4 4 4 4")) == Decimal("4.13")


def test_weight_zero_is_not_counted_at_all() -> None:
    given_ = marks("2", Decimal(0)) + marks("5 4")
    assert (average(given_), weighted_average(given_)) == (Decimal("4.50"), Decimal("4.50"))


@pytest.mark.parametrize(("counts_as_two", "shown"), [(False, "5.00"), (True, "3.50")])
def test_work_still_owed_is_a_two_only_where_the_school_says_so(counts_as_two: bool, shown: str) -> None:
    given_ = [*marks("5"), (MarkValue.DOT, ONE)]
    assert average(given_, dot_counts_as_two=counts_as_two) == Decimal(shown)
    assert weighted_average(given_, dot_counts_as_two=counts_as_two) == Decimal(shown)


@pytest.mark.parametrize("nothing", [[], marks("5", Decimal(0)), [(MarkValue.PASS, ONE)], [(MarkValue.DOT, ONE)]])
def test_nothing_that_counts_has_no_average(nothing: list[tuple[MarkValue, Decimal]]) -> None:
    assert average(nothing) is None
    assert weighted_average(nothing) is None


weights = st.decimals("0.01", 10, places=2)


@given(st.lists(st.tuples(st.sampled_from(list(POINTS)), weights), min_size=1))
def test_an_average_lies_between_the_worst_and_the_best_mark(given_: list[tuple[MarkValue, Decimal]]) -> None:
    points = [POINTS[value] for value, _ in given_]
    for mean in (average(given_), weighted_average(given_)):
        assert mean is not None
        assert min(points) <= mean <= max(points)


@given(st.lists(st.sampled_from(list(POINTS)), min_size=1), weights)
def test_equal_weights_change_nothing(values: list[MarkValue], weight: Decimal) -> None:
    given_ = [(value, weight) for value in values]
    assert weighted_average(given_) == average(given_)
