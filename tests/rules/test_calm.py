"""What of a mark a person hears, and whether at once: tables."""

import pytest

from core.rules.calm import LOW, Said, gets_card, hears_at_once, news_of
from core.terms import MarkNotices, MarkValue

FIVE, FOUR = MarkValue.FIVE, MarkValue.FOUR


@pytest.mark.parametrize(
    ("told", "now", "news"),
    [
        (None, Said(FIVE), "new"),
        (None, None, ""),
        (Said(FIVE), Said(FIVE), ""),
        (Said(FIVE), Said(FOUR), "changed"),
        (Said(FIVE), Said(FOUR, "!"), "changed"),
        (Said(FIVE), None, "removed"),
        (Said(FIVE), Said(FIVE, "Молодец"), "comment"),
        (Said(FIVE, "Молодец"), Said(FIVE, "Молодец"), ""),
        (Said(FIVE, "Молодец"), Said(FIVE, "Отлично"), "comment"),
        (Said(FIVE, "Молодец"), Said(FIVE), ""),
        (Said(FIVE, None), Said(FIVE, "Молодец"), ""),
    ],
)
def test_what_there_is_to_say(told: Said | None, now: Said | None, news: str) -> None:
    assert news_of(told, now) == news


@pytest.mark.parametrize("value", [*MarkValue, None])
@pytest.mark.parametrize("corrects", [True, False])
def test_each_choice(value: MarkValue | None, corrects: bool) -> None:
    heard = {mode for mode in MarkNotices if hears_at_once(mode, value, corrects=corrects)}
    low = {MarkNotices.LOW} if corrects or value in LOW else set()
    assert heard == {MarkNotices.AT_ONCE} | low


def test_low_marks() -> None:
    assert {value.value for value in LOW} == {"3", "2", "1", "fail", "dot"}


@pytest.mark.parametrize(
    ("chosen", "guardian", "comes"),
    [(None, True, True), (None, False, False), (True, False, True), (False, True, False)],
)
def test_the_card_before_and_after_a_choice(chosen: bool | None, guardian: bool, comes: bool) -> None:
    assert gets_card(chosen, guardian=guardian) is comes
