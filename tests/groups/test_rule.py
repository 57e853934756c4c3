"""From which day a move may hold, by the regulation's three ways."""

from datetime import date

import pytest

from core.rules.group_moves import GroupMoves, movable_from

PERIODS = [
    (date(2026, 9, 1), date(2026, 10, 30)),
    (date(2026, 11, 9), date(2026, 12, 30)),
    (date(2027, 1, 11), date(2027, 3, 26)),
]


@pytest.mark.parametrize(
    ("rule", "today", "since"),
    [
        ("any_time", "2026-11-23", "2026-11-23"),
        ("period_end", "2026-11-23", "2027-01-11"),
        ("period_end", "2026-11-08", "2026-11-09"),
        ("period_end", "2026-11-09", "2026-11-09"),
        ("period_end", "2026-11-10", "2027-01-11"),
        ("period_end", "2027-02-01", None),
        ("period_start", "2026-11-15", "2026-11-15"),
        ("period_start", "2026-11-16", "2027-01-11"),
        ("period_start", "2026-08-20", "2026-09-01"),
        ("period_start", "2027-02-01", None),
    ],
)
def test_a_move_holds_from(rule: GroupMoves, today: str, since: str | None) -> None:
    expected = date.fromisoformat(since) if since else None
    assert movable_from(rule, date.fromisoformat(today), PERIODS) == expected
