"""The likely mark of a period: the school's average, rounded by the school's own thresholds (field.md 2.5).

The thresholds are held against the average as it is shown, two decimals: what is on the screen decides.
"""

from collections.abc import Iterable
from decimal import Decimal

from core.rules.averages import Weighed, average, weighted_average
from core.terms import MarkValue
from regulations import Regulation, Thresholds


def counted_average(marks: Iterable[Weighed], regulation: Regulation, *, dot_counts_as_two: bool) -> Decimal | None:
    """The average that counts by the school's rule; None when nothing counts."""
    rule = weighted_average if regulation.average == "weighted" else average
    return rule(marks, dot_counts_as_two=dot_counts_as_two)


def likely_mark(found: Decimal, to: Thresholds) -> MarkValue:
    """What the average would be rounded to."""
    steps = ((to.five, MarkValue.FIVE), (to.four, MarkValue.FOUR), (to.three, MarkValue.THREE))
    return next((mark for threshold, mark in steps if found >= threshold), MarkValue.TWO)
