"""Every rule of field.md that a family's numbers stand on, against cases computed by hand (sections 2.1, 2.5, 1.2)."""

from decimal import Decimal
from itertools import combinations_with_replacement

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.diary.attendance import attended_percent
from core.diary.class_averages import as_of_class
from core.rules.averages import POINTS, Weighed, average, mean_shown, weighted_average
from core.rules.final_proposal import of_period, of_year
from core.rules.goal import MOST, Grading, KindOffered, goal, slip
from core.rules.likely import counted_average, likely_mark
from core.terms import MarkValue
from regulations import Thresholds, load
from regulations.model import Rounding

FIVE, FOUR, THREE, TWO = MarkValue.FIVE, MarkValue.FOUR, MarkValue.THREE, MarkValue.TWO
NOVOSIBIRSK = Thresholds(Decimal("4.65"), Decimal("3.65"), Decimal("2.65"))
SCHOOL_SYSTEM = Thresholds(Decimal("4.51"), Decimal("3.51"), Decimal("2.7"))
MATHEMATICAL = Thresholds(Decimal("4.5"), Decimal("3.5"), Decimal("2.5"))
HIGH = Thresholds(Decimal("4.7"), Decimal("3.7"), Decimal("2.7"))
RULES = (NOVOSIBIRSK, SCHOOL_SYSTEM, MATHEMATICAL, HIGH)


def marks(text: str) -> list[Weighed]:
    """`5 4*1.5 dot*0`: a mark, and what it weighs when that is not 1."""
    parts = (mark.partition("*") for mark in text.split())
    return [(MarkValue(value), Decimal(weight or 1)) for value, _, weight in parts]


@pytest.mark.parametrize(
    ("given_", "plain", "weighted"),
    [
        # 2.2, test vectors: (5, 10, 8, 2) and (7, 9, 6, 0); (25+40+24+4)/25, (35+36+18)/22.
        ("5 " * 5 + "4 " * 10 + "3 " * 8 + "2 " * 2, "3.72", "3.72"),
        ("5 " * 5 + "4 " * 10 + "3 " * 8 + "2 " * 2 + "not_assessed exempt", "3.72", "3.72"),
        ("5 " * 7 + "4 " * 9 + "3 " * 6 + "not_assessed not_assessed exempt", "4.05", "4.05"),
        # 2.7, the Petersburg weights: (5·1.5 + 4·1.4 + 3·1.3 + 2·1.2 + 5) / 6.4 = 24.4 / 6.4 = 3.8125.
        ("5*1.5 4*1.4 3*1.3 2*1.2 5", "3.80", "3.81"),
        # 2.7, control 5, lesson 3, home 1: (4·5 + 5·3 + 3) / 9 = 4.222…
        ("4*5 5*3 3", "4.00", "4.22"),
        # 2.7, steps of 0.5: (5·0.5 + 2·4) / 4.5 = 2.333…
        ("5*0.5 2*4", "3.50", "2.33"),
        # Weight 0 is «not counted», and a school that counts dots counts none of weight 0 either.
        ("5 2*0 dot*0", "5.00", "5.00"),
        # 1 is rare and counts: (1 + 4) / 2.
        ("1 4", "2.50", "2.50"),
    ],
)
def test_averages_by_hand(given_: str, plain: str, weighted: str) -> None:
    for dots in (False, True):
        found = average(marks(given_), dot_counts_as_two=dots), weighted_average(marks(given_), dot_counts_as_two=dots)
        assert found == (Decimal(plain), Decimal(weighted))


def test_a_dot_is_a_two_of_its_own_weight_or_nothing() -> None:
    owed = marks("5 4 dot*1.5")
    assert weighted_average(owed) == Decimal("4.50")
    # (5 + 4 + 2·1.5) / 3.5 = 12 / 3.5 = 3.428…; plainly 11 / 3 = 3.666…
    assert weighted_average(owed, dot_counts_as_two=True) == Decimal("3.43")
    assert average(owed, dot_counts_as_two=True) == Decimal("3.67")


@pytest.mark.parametrize(
    ("rule", "steps"),
    [
        (NOVOSIBIRSK, "4.65:5 4.64:4 3.65:4 3.64:3 2.65:3 2.64:2"),
        (SCHOOL_SYSTEM, "4.51:5 4.50:4 3.51:4 3.50:3 2.70:3 2.69:2"),
        (MATHEMATICAL, "4.50:5 4.49:4 3.50:4 3.49:3 2.50:3 2.49:2"),
        (HIGH, "4.70:5 4.69:4 3.70:4 3.69:3 2.70:3 2.69:2 1.00:2 5.00:5"),
    ],
)
def test_the_likely_mark_turns_on_the_threshold_itself(rule: Thresholds, steps: str) -> None:
    for step in steps.split():
        shown, mark = step.split(":")
        assert likely_mark(Decimal(shown), rule) is MarkValue(mark), step


def test_a_subject_may_have_thresholds_of_its_own() -> None:
    rounding = Rounding(MATHEMATICAL, ((("Алгебра", "Геометрия"), HIGH),))
    likely = {name: likely_mark(Decimal("4.60"), rounding.of_subject(name)) for name in ("алгебра", "Физика")}
    assert likely == {"алгебра": FOUR, "Физика": FIVE}


def test_a_period_is_proposed_by_the_school_s_average_and_a_pass_by_passes() -> None:
    regulation = load("default")
    given_ = marks("5*1.5 4 4")  # (7.5 + 8) / 3.5 = 4.428…; plainly 4.33
    assert counted_average(given_, regulation, dot_counts_as_two=False) == Decimal("4.43")
    found = of_period(given_, regulation, "Алгебра", by_pass=False, dot_counts_as_two=False)
    assert (found.value, found.average, found.count) == (FOUR, Decimal("4.43"), 3)
    passed = of_period(marks("pass 2 pass"), regulation, "Музыка", by_pass=True, dot_counts_as_two=False)
    assert (passed.value, passed.average) == (MarkValue.PASS, None)


@pytest.mark.parametrize(
    ("periods", "year"),
    [
        ("5 4 5 4", "5"),  # 4.50
        ("5 4 4 4", "4"),  # 4.25
        ("4 3 3 4", "4"),  # 3.50
        ("3 3 2", "3"),  # 2.67
        ("3 2 2", "2"),  # 2.33
        ("5 exempt 4 5", "5"),  # 14 / 3 = 4.67
        ("2 3", "3"),  # half-years, 2.50
    ],
)
def test_the_year_s_mark_is_rounded_mathematically(periods: str, year: str) -> None:
    assert of_year([MarkValue(mark) for mark in periods.split()], by_pass=False).value is MarkValue(year)


@pytest.mark.parametrize("periods", [[FIVE, None], [FIVE, MarkValue.NOT_ASSESSED]])
def test_no_year_s_mark_is_made_up(periods: list[MarkValue | None]) -> None:
    assert of_year(periods, by_pass=False).value is None


@pytest.mark.parametrize(
    ("held", "missed", "percent"),
    [(8, 3, 63), (8, 1, 88), (200, 1, 100), (201, 200, 0), (3, 1, 67), (40, 40, 0), (7, 0, 100), (200, 3, 99)],
)
def test_attendance_in_whole_per_cent_goes_up_from_the_half(held: int, missed: int, percent: int) -> None:
    """100 × (1 − missed / held): 62.5, 87.5, 99.5, 0.498, 66.7, 0, 100, 98.5."""
    assert attended_percent(held, missed) == percent


def test_a_mean_is_of_what_is_shown_and_goes_up_from_the_half() -> None:
    # 4.12 and 4.13: 4.125, which is 4.13 and not the even 4.12.
    assert mean_shown([Decimal("4.12"), Decimal("4.13"), None]) == Decimal("4.13")
    assert mean_shown([None]) is None
    assert (as_of_class(Decimal("3.65")), as_of_class(Decimal("3.6499"))) == (Decimal("3.7"), Decimal("3.6"))


# «Что нужно», against counting every handful of further marks.

KINDS = (
    KindOffered("ответ", Decimal(1)),
    KindOffered("контрольная", Decimal("1.5")),
    KindOffered("тетрадь", Decimal(0)),
    KindOffered("проект", Decimal(3)),
)
WEIGHTS = st.sampled_from([Decimal(w) for w in ("0", "0.5", "1", "1.2", "1.5", "3", "5")])
HEAPS = st.lists(st.tuples(st.sampled_from([*POINTS, MarkValue.DOT, MarkValue.PASS]), WEIGHTS), min_size=1, max_size=9)
GRADINGS = st.builds(Grading, st.booleans(), st.sampled_from(RULES), st.booleans())
HANDFUL = 4


def stands(heap: list[Weighed], rule: Grading) -> MarkValue | None:
    """The likely mark, by the averages themselves."""
    mean = weighted_average if rule.weighted else average
    found = mean(heap, dot_counts_as_two=rule.dot_counts_as_two)
    return None if found is None else likely_mark(found, rule.thresholds)


def further(kind: KindOffered, value: MarkValue, count: int) -> list[Weighed]:
    return [(value, kind.weight)] * count


@given(HEAPS, GRADINGS, st.sampled_from([THREE, FOUR, FIVE]))
def test_every_way_reaches_the_mark_and_one_mark_less_does_not(
    heap: list[Weighed], rule: Grading, target: MarkValue
) -> None:
    found = goal(heap, target, rule, KINDS)
    likely = stands(heap, rule)
    assert (found is None) is (likely is None or POINTS[likely] >= POINTS[target])
    by_name = {kind.name: kind for kind in KINDS}
    for way in found.ways if found else ():
        reached = stands(heap + further(by_name[way.kind], way.value, way.count), rule)
        before = stands(heap + further(by_name[way.kind], way.value, way.count - 1), rule)
        assert reached is not None
        assert before is not None
        assert POINTS[before] < POINTS[target] <= POINTS[reached]


@given(HEAPS, GRADINGS, st.sampled_from([THREE, FOUR, FIVE]))
def test_no_handful_of_marks_is_shorter_than_the_shortest_way(
    heap: list[Weighed], rule: Grading, target: MarkValue
) -> None:
    """Mixed handfuls too: nothing beats the same number of fives for one kind of work."""
    found = goal(heap, target, rule, KINDS)
    assume(found is not None)
    assert found is not None
    offered = [(value, kind.weight) for kind in KINDS for value in (FIVE, FOUR, THREE)]
    fewest = next(
        (
            count
            for count in range(1, HANDFUL)
            for handful in combinations_with_replacement(offered, count)
            if POINTS[stands(heap + list(handful), rule) or TWO] >= POINTS[target]
        ),
        None,
    )
    if fewest is not None or (found.least or MOST) < HANDFUL:
        assert found.least == fewest


@given(HEAPS, GRADINGS)
def test_what_cannot_be_reached_is_out_of_reach_indeed(heap: list[Weighed], rule: Grading) -> None:
    found = goal(heap, FIVE, rule, KINDS)
    if found is not None and found.least is None:
        assert all(stands(heap + further(kind, FIVE, MOST), rule) is not FIVE for kind in KINDS)


@given(HEAPS, GRADINGS)
def test_a_slip_is_the_best_mark_that_costs_the_likely_one(heap: list[Weighed], rule: Grading) -> None:
    found, likely = slip(heap, rule, KINDS), stands(heap, rule)
    after = {value: stands([*heap, (value, Decimal(1))], rule) for value in (FOUR, THREE, TWO)}
    costs = [v for v, mark in after.items() if mark and likely and POINTS[mark] < POINTS[likely]]
    assert (found and found.way.value) == next(iter(costs), None)
    assert found is None or found.likely is after[found.way.value]
