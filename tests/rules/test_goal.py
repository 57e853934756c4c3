"""The shortest honest ways to a mark, counted by hand (thresholds 4.50, 3.50, 2.50 unless said otherwise)."""

from decimal import Decimal

import pytest

from core.rules.averages import Weighed
from core.rules.goal import Goal, Grading, KindOffered, Slip, Way, goal, goals, grading, slip
from core.terms import MarkValue
from regulations import Thresholds, load

USUAL = Thresholds(Decimal("4.5"), Decimal("3.5"), Decimal("2.5"))
STRICT = Thresholds(Decimal("4.65"), Decimal("3.65"), Decimal("2.65"))
WEIGHTED = Grading(weighted=True, thresholds=USUAL)
PLAIN = Grading(weighted=False, thresholds=USUAL)
ANSWER, CONTROL = KindOffered("ответ", Decimal(1)), KindOffered("контрольная", Decimal("1.5"))
KINDS = (ANSWER, CONTROL)
FIVE, FOUR, THREE, TWO = MarkValue.FIVE, MarkValue.FOUR, MarkValue.THREE, MarkValue.TWO


def marks(*given: str) -> list[Weighed]:
    """`4` weighs 1; `4*1.5` says what it weighs."""
    parts = (mark.partition("*") for mark in given)
    return [(MarkValue(value), Decimal(weight or 1)) for value, _, weight in parts]


def said(found: Goal) -> list[tuple[int, str, str]]:
    return [(way.count, way.value.value, way.kind) for way in found.ways]


@pytest.mark.parametrize(
    ("given", "rule", "ways"),
    [
        # 15 / 3.5 = 4.29; an answer: 20 / 4.5 = 4.44; two: 25 / 5.5 = 4.55; a control: 22.5 / 5 = 4.50.
        (("4*1.5", "4", "5"), WEIGHTED, [(2, "5", "ответ"), (1, "5", "контрольная")]),
        # 13 / 3; 18 / 4 = 4.50 does it: no need of a control work.
        (("5", "4", "4"), WEIGHTED, [(1, "5", "ответ")]),
        # 12 / 3; three answers: 27 / 6 = 4.50; two controls: 27 / 6.
        (("4", "4", "4"), WEIGHTED, [(3, "5", "ответ"), (2, "5", "контрольная")]),
        # The plain average knows no weights: the same three.
        (("4", "4*1.5", "4"), PLAIN, [(3, "5", "ответ")]),
        # 9 / 2 = 4.50 is a 4 where 5 begins at 4.65; 14 / 3 = 4.67.
        (("5", "4"), Grading(weighted=True, thresholds=STRICT), [(1, "5", "ответ")]),
        # 5 and a dot that counts as 2: 7 / 2 = 3.50; (7 + 5n) / (2 + n) >= 4.495 from n = 4: 27 / 6 = 4.50;
        # controls (7 + 7.5n) / (2 + 1.5n): n = 3: 29.5 / 6.5 = 4.54.
        (
            ("5", "dot"),
            Grading(weighted=True, thresholds=USUAL, dot_counts_as_two=True),
            [(4, "5", "ответ"), (3, "5", "контрольная")],
        ),
    ],
)
def test_the_ways_from_four_to_five(given: tuple[str, ...], rule: Grading, ways: list[tuple[int, str, str]]) -> None:
    (five,) = goals(marks(*given), rule, KINDS)
    assert (five.target, said(five), five.least) == (FIVE, ways, ways[-1][0])


def test_from_three_the_next_mark_comes_first_with_the_mark_itself_and_with_fives() -> None:
    """6 / 2 = 3.00; with fours: 10 / 3 = 3.33, 14 / 4 = 3.50; a five: 11 / 3 = 3.67; fives to 5: 36 / 8 = 4.50."""
    four, five = goals(marks("3", "3"), WEIGHTED, KINDS)
    assert (four.target, said(four)) == (FOUR, [(2, "4", "ответ"), (1, "5", "ответ")])
    assert (five.target, said(five)) == (FIVE, [(6, "5", "ответ"), (4, "5", "контрольная")])


def test_a_single_mark_of_the_own_value_is_said_rather_than_a_five() -> None:
    """10 / 3 = 3.33 is a 3; one more 4: 14 / 4 = 3.50."""
    four, _ = goals(marks("4", "3", "3"), WEIGHTED, KINDS)
    assert said(four) == [(1, "4", "ответ")]


@pytest.mark.parametrize(
    "given",
    [
        (),
        ("5", "5"),
        ("5*0", "2*0"),
        ("pass", "not_assessed", "dot"),
        ("5*0.99", "4*1.01"),  # 8.99 / 2 = 4.495, shown as 4.50
    ],
)
def test_nothing_is_needed_when_five_is_likely_or_nothing_counts(given: tuple[str, ...]) -> None:
    assert goals(marks(*given), WEIGHTED, KINDS) == ()


def test_out_of_reach_is_said_honestly() -> None:
    three, five = goals(marks(*["2"] * 50), WEIGHTED, KINDS)
    # Threes: (100 + 3n) / (50 + n) >= 2.495 at n = 50 only; fives: at n = 10, 150 / 60 = 2.50; controls: at n = 7.
    assert said(three) == [(10, "5", "ответ"), (7, "5", "контрольная")]
    assert (five.ways, five.least) == ((), None)


def test_works_of_weight_zero_lead_nowhere() -> None:
    (five,) = goals(marks("4"), WEIGHTED, [KindOffered("тетрадь", Decimal(0))])
    assert five.ways == ()


def test_a_goal_of_one_s_own() -> None:
    assert goal(marks("2"), THREE, WEIGHTED, KINDS) == Goal(THREE, (Way(1, THREE, "ответ"),))
    assert goal(marks("3"), THREE, WEIGHTED, KINDS) is None
    assert goal([], THREE, WEIGHTED, KINDS) is None


def test_what_one_mark_may_cost() -> None:
    """14 / 3 = 4.67; with a 4: 18 / 4 = 4.50 holds; with a 3: 17 / 4 = 4.25."""
    assert slip(marks("5", "5", "4"), WEIGHTED, KINDS) == Slip(Way(1, THREE, "ответ"), Decimal("4.25"), FOUR)


@pytest.mark.parametrize("given", [(), ("5",) * 10, ("2", "2")])
def test_a_single_mark_costs_nothing(given: tuple[str, ...]) -> None:
    assert slip(marks(*given), WEIGHTED, KINDS) is None


def test_the_rule_is_the_school_s_own() -> None:
    assert grading(load("default"), "Алгебра", dot_counts_as_two=True) == Grading(
        weighted=True, thresholds=USUAL, dot_counts_as_two=True
    )
