"""What it takes to reach a mark, and what may cost it: the shortest honest ways by the school's own rule.

Peers.md complaint 12 and section 5 item 5. Further marks are thought to weigh what their kind usually weighs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from core.rules.averages import POINTS, Weighed, counted_points, to_hundredths
from core.rules.likely import likely_mark
from core.terms import MarkValue
from regulations import Regulation, Thresholds

MOST = 30
"""More further marks than these no way is looked for."""
BETTER = {MarkValue.TWO: MarkValue.THREE, MarkValue.THREE: MarkValue.FOUR, MarkValue.FOUR: MarkValue.FIVE}
SLIPS = (MarkValue.FOUR, MarkValue.THREE, MarkValue.TWO)


@dataclass(frozen=True)
class Grading:
    """How the school counts in a subject."""

    weighted: bool
    thresholds: Thresholds
    dot_counts_as_two: bool = False


@dataclass(frozen=True)
class KindOffered:
    """A kind of work that may come in the subject, with its usual weight."""

    name: str
    weight: Decimal


@dataclass(frozen=True)
class Way:
    """`count` further marks `value` for works of a kind."""

    count: int
    value: MarkValue
    kind: str


@dataclass(frozen=True)
class Goal:
    """A mark to reach. `ways`: the more marks a way takes, the earlier it stands; none within reach: empty."""

    target: MarkValue
    ways: tuple[Way, ...]

    @property
    def least(self) -> int | None:
        """The fewest further marks; None when not even MOST would do."""
        return min((way.count for way in self.ways), default=None)


@dataclass(frozen=True)
class Slip:
    """One further mark that would cost the likely one: what comes of it."""

    way: Way
    average: Decimal
    likely: MarkValue


@dataclass(frozen=True)
class _Sums:
    """What stands so far: points times weights, and the weights."""

    points: Fraction
    weights: Fraction

    def average(self, value: MarkValue, weight: Fraction, count: int) -> Decimal:
        """The average after `count` more marks."""
        added = weight * count
        return to_hundredths((self.points + POINTS[value] * added) / (self.weights + added))


def grading(regulation: Regulation, subject: str, *, dot_counts_as_two: bool) -> Grading:
    """The school's rule for a subject."""
    thresholds = regulation.rounding.of_subject(subject)
    return Grading(regulation.average == "weighted", thresholds, dot_counts_as_two)


def goals(marks: Iterable[Weighed], rule: Grading, kinds: Sequence[KindOffered]) -> tuple[Goal, ...]:
    """The next better mark and «5», each with its ways; empty when 5 is likely already or nothing counts yet.

    `kinds` begin with the most ordinary one (an answer at a lesson); those of weight 0 help nobody.
    """
    sums = _sums(marks, rule)
    if sums is None:
        return ()
    likely = _likely(sums, rule)
    targets = [BETTER[likely], MarkValue.FIVE] if likely in BETTER else []
    return tuple(Goal(target, _ways(sums, target, rule, kinds)) for target in dict.fromkeys(targets))


def goal(marks: Iterable[Weighed], target: MarkValue, rule: Grading, kinds: Sequence[KindOffered]) -> Goal | None:
    """What it takes to reach one mark; None when it is likely already or nothing counts yet."""
    sums = _sums(marks, rule)
    if sums is None or POINTS[_likely(sums, rule)] >= POINTS[target]:
        return None
    return Goal(target, _ways(sums, target, rule, kinds))


def slip(marks: Iterable[Weighed], rule: Grading, kinds: Sequence[KindOffered]) -> Slip | None:
    """The best mark for the most ordinary work that would cost the likely one; None when no single one would."""
    sums, ordinary = _sums(marks, rule), next(iter(_usable(kinds, rule)), None)
    if sums is None or ordinary is None:
        return None
    likely, (name, weight) = _likely(sums, rule), ordinary
    for value in SLIPS:
        average = sums.average(value, weight, 1)
        fallen = likely_mark(average, rule.thresholds)
        if POINTS[fallen] < POINTS[likely]:
            return Slip(Way(1, value, name), average, fallen)
    return None


def _sums(marks: Iterable[Weighed], rule: Grading) -> _Sums | None:
    """None when nothing counts."""
    points = weights = Fraction(0)
    for value, weight in counted_points(marks, dot_counts_as_two=rule.dot_counts_as_two):
        counts = weight if rule.weighted else Fraction(1)
        points += value * counts
        weights += counts
    return _Sums(points, weights) if weights else None


def _likely(sums: _Sums, rule: Grading) -> MarkValue:
    return likely_mark(to_hundredths(sums.points / sums.weights), rule.thresholds)


def _usable(kinds: Sequence[KindOffered], rule: Grading) -> list[tuple[str, Fraction]]:
    return [(kind.name, Fraction(kind.weight) if rule.weighted else Fraction(1)) for kind in kinds if kind.weight > 0]


def _ways(sums: _Sums, target: MarkValue, rule: Grading, kinds: Sequence[KindOffered]) -> tuple[Way, ...]:
    """Ordinary works with the mark itself and with fives, and what takes the fewest marks; one way a count."""
    usable = _usable(kinds, rule)
    values = dict.fromkeys((target, MarkValue.FIVE))
    found = [
        way for name, weight in usable for value in values if (way := _way(sums, target, rule, value, name, weight))
    ]
    ordinary = [way for way in found if way.kind == usable[0][0]]
    fewest = min(found, key=lambda way: way.count, default=None)
    chosen = {way.count: way for way in (fewest, *reversed(ordinary)) if way is not None}
    return tuple(chosen[count] for count in sorted(chosen, reverse=True))


def _way(sums: _Sums, target: MarkValue, rule: Grading, value: MarkValue, name: str, weight: Fraction) -> Way | None:
    """The fewest marks `value` of this weight that reach the target."""
    for count in range(1, MOST + 1):
        if POINTS[likely_mark(sums.average(value, weight, count), rule.thresholds)] >= POINTS[target]:
            return Way(count, value, name)
    return None
