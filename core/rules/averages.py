"""The average of marks, plain and weighted (field.md 2.1: sum / count; sum(mark x weight) / sum(weight))."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from core.terms import MarkValue

POINTS = {
    MarkValue.FIVE: 5,
    MarkValue.FOUR: 4,
    MarkValue.THREE: 3,
    MarkValue.TWO: 2,
    MarkValue.ONE: 1,
}
POINTS_OF_A_DOT = 2
HUNDREDTHS = Decimal("0.01")

Weighed = tuple[MarkValue, Decimal]
"""A mark with the weight of its work."""


def average(marks: Iterable[Weighed], *, dot_counts_as_two: bool = False) -> Decimal | None:
    """The plain average, rounded half up to two decimals; None when nothing counts.

    Зачёт, н/а, осв and marks of weight 0 never count; work still owed only where the school says so.
    """
    return _mean((points, Fraction(1)) for points, _ in counted_points(marks, dot_counts_as_two=dot_counts_as_two))


def weighted_average(marks: Iterable[Weighed], *, dot_counts_as_two: bool = False) -> Decimal | None:
    """The average by the works' weights, with the same exceptions and rounding as `average`."""
    return _mean(counted_points(marks, dot_counts_as_two=dot_counts_as_two))


def counted_points(marks: Iterable[Weighed], *, dot_counts_as_two: bool) -> Iterable[tuple[int, Fraction]]:
    """Points and weight of each mark that counts at all."""
    points = {**POINTS, MarkValue.DOT: POINTS_OF_A_DOT} if dot_counts_as_two else POINTS
    return ((points[value], Fraction(weight)) for value, weight in marks if value in points and weight > 0)


def _mean(weighed: Iterable[tuple[int, Fraction]]) -> Decimal | None:
    """Exact until the one rounding at the end: 89/22 is shown as 4.05."""
    total = weights = Fraction(0)
    for points, weight in weighed:
        total += points * weight
        weights += weight
    return to_hundredths(total / weights) if weights else None


def mean_shown(averages: Iterable[Decimal | None]) -> Decimal | None:
    """Over the subjects that have an average, as it is shown, each counting the same; None when none has."""
    found = [Fraction(average) for average in averages if average is not None]
    return to_hundredths(sum(found, Fraction(0)) / len(found)) if found else None


def to_hundredths(value: Fraction) -> Decimal:
    """As an average is shown: rounded half up."""
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(HUNDREDTHS, ROUND_HALF_UP)
