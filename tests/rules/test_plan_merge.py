"""A new edition of a plan over the old one: no delivered line is lost or becomes another."""

from hypothesis import example, given
from hypothesis import strategies as st

from core.rules.plan_merge import OldLine, Placed, merge


def old(*lines: str) -> list[OldLine]:
    """`A!` is a delivered line; ids count from 1."""
    return [OldLine(n, line.rstrip("!"), line.endswith("!")) for n, line in enumerate(lines, 1)]


def told(placed: list[Placed]) -> list[tuple[int | None, int | None]]:
    return [(p.old, p.new) for p in placed]


def test_the_same_edition_changes_nothing() -> None:
    assert told(merge(old("a!", "b", "c"), ["a", "b", "c"])) == [(1, 0), (2, 1), (3, 2)]


def test_a_line_put_in_front_moves_delivered_lines_on() -> None:
    assert told(merge(old("a!", "b!"), ["new", "a", "b"])) == [(None, 0), (1, 1), (2, 2)]


def test_a_delivered_line_that_is_gone_stays_where_it_stood() -> None:
    assert told(merge(old("a!", "b!", "c"), ["a", "c", "d"])) == [(1, 0), (2, None), (3, 1), (None, 2)]


def test_delivered_lines_are_found_at_another_place() -> None:
    assert told(merge(old("a!", "b", "c!"), ["c", "x", "a"])) in (
        [(3, 0), (2, 1), (1, 2)],
        [(3, 0), (None, 1), (1, 2)],
    )


def test_a_mended_slip_keeps_its_line() -> None:
    assert told(merge(old("линейные уровнения!", "b"), ["линейные уравнения", "b"])) == [(1, 0), (2, 1)]


def test_an_undelivered_line_takes_the_words_at_its_number() -> None:
    assert told(merge(old("a!", "b"), ["a", "quite another"])) == [(1, 0), (2, 1)]


def test_of_two_alike_the_delivered_one_is_kept() -> None:
    assert told(merge(old("a", "a!"), ["a"])) == [(2, 0)]


def test_a_delivered_line_moves_to_its_topic_before_an_undelivered_one() -> None:
    assert told(merge(old("b!", "c!", "b"), ["c", "a", "b"])) == [(2, 0), (None, 1), (1, 2)]


topics = st.sampled_from(["a", "b", "c", "d"])
lines = st.lists(st.tuples(topics, st.booleans()), max_size=8)


@given(lines, st.lists(topics, max_size=8))
def test_every_delivered_line_stays_and_every_new_one_comes_once(
    before: list[tuple[str, bool]], edition: list[str]
) -> None:
    stored = [OldLine(n, topic, delivered) for n, (topic, delivered) in enumerate(before)]

    placed = merge(stored, edition)

    ids = [p.old for p in placed if p.old is not None]
    assert {line.id for line in stored if line.delivered} <= set(ids)
    assert len(ids) == len(set(ids))
    assert [p.new for p in placed if p.new is not None] == list(range(len(edition)))


@example([("a", False), ("a", False), ("b", True), ("c", True), ("b", False)], ["c", "a", "b"])
@given(lines, st.lists(topics, max_size=8))
def test_a_second_time_changes_nothing(before: list[tuple[str, bool]], edition: list[str]) -> None:
    stored = [OldLine(n, topic, delivered) for n, (topic, delivered) in enumerate(before)]
    placed = merge(stored, edition)
    known = {line.id: line for line in stored}
    after = [
        OldLine(
            100 + at,
            edition[p.new] if p.new is not None else known[p.old or 0].key,
            p.old is not None and known[p.old].delivered,
        )
        for at, p in enumerate(placed)
    ]

    again = merge(after, edition)

    assert [p.old for p in again] == [line.id for line in after]
