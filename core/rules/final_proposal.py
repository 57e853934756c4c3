"""Which final mark the school's rules propose; a proposal is never written by itself (field.md 2.5)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from core.rules.averages import HUNDREDTHS, POINTS, Weighed
from core.rules.likely import counted_average, likely_mark
from core.terms import MarkValue
from regulations import Regulation, Thresholds

MATHEMATICAL = Thresholds(five=Decimal("4.5"), four=Decimal("3.5"), three=Decimal("2.5"))
"""A year mark is the mean of the period marks by mathematical rounding (field.md 2.5)."""
PASS_FAIL = (MarkValue.PASS, MarkValue.FAIL)


def final_scale(*, by_pass: bool) -> tuple[MarkValue, ...]:
    """What a final mark may say; work owed is no final mark, and 1 is not in use for it (field.md 2.6)."""
    points = (MarkValue.FIVE, MarkValue.FOUR, MarkValue.THREE, MarkValue.TWO)
    return (*(PASS_FAIL if by_pass else points), MarkValue.NOT_ASSESSED, MarkValue.EXEMPT)


@dataclass(frozen=True)
class Proposal:
    """`value` None: the rules propose nothing. `average` by the school's rule; `count`: marks behind it."""

    value: MarkValue | None
    average: Decimal | None
    count: int


def of_period(
    marks: Sequence[Weighed], regulation: Regulation, subject: str, *, by_pass: bool, dot_counts_as_two: bool
) -> Proposal:
    """From a pupil's marks of a subject in a study period, the oldest first."""
    if by_pass:
        return _of_passes([value for value, weight in marks if value in PASS_FAIL and weight > 0], marks)
    average = counted_average(marks, regulation, dot_counts_as_two=dot_counts_as_two)
    count = sum(1 for value, weight in marks if value in POINTS and weight > 0)
    if average is None or not count:
        return Proposal(_exempt(marks), average, count)
    return Proposal(likely_mark(average, regulation.rounding.of_subject(subject)), average, count)


def of_year(periods: Iterable[MarkValue | None], *, by_pass: bool) -> Proposal:
    """From the final marks of the study periods in which the subject was taught.

    A period without a mark, or one that was not assessed, leaves it to whoever sets the mark; periods from which the
    pupil was exempt do not count.
    """
    values = list(periods)
    counted = [value for value in values if value is not MarkValue.EXEMPT]
    if not counted:
        return Proposal(MarkValue.EXEMPT if values else None, None, 0)
    whole = None not in counted and MarkValue.NOT_ASSESSED not in counted
    if by_pass:
        passes = [value for value in counted if value in PASS_FAIL]
        passed = MarkValue.PASS if whole and passes and MarkValue.FAIL not in passes else None
        return Proposal(passed, None, len(passes))
    points = [POINTS[value] for value in counted if value in POINTS]
    mean = (Decimal(sum(points)) / len(points)).quantize(HUNDREDTHS, ROUND_HALF_UP) if points else None
    value = likely_mark(mean, MATHEMATICAL) if whole and mean is not None else None
    return Proposal(value, mean, len(points))


def _of_passes(passes: Sequence[MarkValue], marks: Sequence[Weighed]) -> Proposal:
    if not passes:
        return Proposal(_exempt(marks), None, 0)
    return Proposal(None if MarkValue.FAIL in passes else MarkValue.PASS, None, len(passes))


def _exempt(marks: Sequence[Weighed]) -> MarkValue | None:
    """Whose last word of the period is «осв», and nothing counts beside it, is exempt."""
    return MarkValue.EXEMPT if marks and marks[-1][0] is MarkValue.EXEMPT else None
