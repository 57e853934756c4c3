"""Buttons stay on people's phones for years: prefixes and the order of fields are a public format."""

from dataclasses import fields
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.actions import Action, parse
from core.actions.codec import LIMIT_BYTES
from core.actions.roll import TakeRoll
from core.errors import ButtonOutdated

FORMAT = dict(line.split(" ", 1) for line in (Path(__file__).parent / "buttons.txt").read_text().splitlines())
"""Every button ever made. A line is only ever added: to change one, give the new button a prefix of its own."""

WORDS = {
    "AbsenceReason": {"illness", "excused", "unexcused"},
    "Acknowledgement": {"none", "read", "choice", "number"},
    "ConsentAnswer": {"given", "refused", "withdrawn"},
    "ContactField": {"phone", "email", "address"},
    "Door": {"staff", "family"},
    "EventAnswer": {"coming", "not_coming"},
    "EventKind": {"meeting", "trip", "duty", "other"},
    "FamilyTopic": {"diary", "marks", "absence", "talk", "board", "calm"},
    "HolderKind": {"staff", "guardian", "pupil"},
    "IctTool": {"slides", "board", "video", "computers", "online"},
    "JournalView": {"t", "c"},
    "LessonKind": {"lesson", "control", "laboratory", "practical", "excursion"},
    "LinePart": {"t", "h", "d"},
    "MarkNotices": {"at_once", "evening", "low", "off"},
    "MarkValue": {"5", "4", "3", "2", "1", "pass", "fail", "not_assessed", "exempt", "dot"},
    "Part": {"classes", "grades", "groups", "everybody", "to", "roles", "all_staff", "leaders"},
    "PinWish": {"change", "pause", "remove"},
    "Presence": {"present", "absent", "late"},
    "Readers": {"read", "answered", "silent", "unreachable", "not_connected"},
    "RemarkSubject": {"progress", "behaviour"},
    "RemarkTone": {"praise", "neutral", "blame"},
    "ShelfSection": {"orders", "regulations", "guides", "resources"},
    "StaffTopic": {"roll", "page", "quick", "talk", "announce", "class", "control", "families", "school", "phones"},
    "Statement": {"ill", "family", "late", "unknown"},
    "UseSpan": {"w", "l", "m"},
}
"""The words that stand in buttons; these, too, are only ever added."""

RETIRED = {"Ex", "sd"}
"""Prefixes that older editions used: such a button says that it is out of date."""

LARGEST = 2**31 - 1
FINGERPRINT = "f" * 16
ACTIONS = tuple(sorted(Action.known.values(), key=lambda action: action.prefix))


def kinds(action: type[Action]) -> dict[str, tuple[type, ...]]:
    """The types that each field may have."""
    hints = get_type_hints(action)
    return {f.name: get_args(hints[f.name]) or (hints[f.name],) for f in fields(action)}  # type: ignore[arg-type]


def described(action: type[Action]) -> str:
    """`Mark(lesson: int, rev: int)`."""
    named = (
        f"{name}: {' | '.join('None' if kind is NoneType else kind.__name__ for kind in allowed)}"
        for name, allowed in kinds(action).items()
    )
    return f"{action.__name__}({', '.join(named)})"


def longest(kind: type) -> Any:
    """The value of a field's type that takes most room."""
    if issubclass(kind, StrEnum):
        return max(kind, key=len)
    return {int: LARGEST, bool: True, date: date(2027, 5, 26), str: FINGERPRINT}[kind]


def values(kind: type) -> st.SearchStrategy[Any]:
    """Any value of a field's type; texts are fingerprints and language codes."""
    if issubclass(kind, StrEnum):
        return st.sampled_from(kind)
    return {
        int: st.integers(0, LARGEST),
        bool: st.booleans(),
        date: st.dates(date(1900, 1, 1), date(2199, 12, 31)),
        str: st.text("0123456789abcdef", max_size=len(FINGERPRINT)),
        NoneType: st.none(),
    }[kind]


@st.composite
def actions(draw: st.DrawFn) -> Action:
    """Any action with any values."""
    action = draw(st.sampled_from(ACTIONS))
    return action(**{name: draw(st.one_of(*map(values, allowed))) for name, allowed in kinds(action).items()})


def test_the_format_of_buttons_stands() -> None:
    assert {action.prefix: described(action) for action in ACTIONS} == FORMAT


def test_a_prefix_of_an_older_edition_is_never_given_anew() -> None:
    assert RETIRED.isdisjoint(Action.known)


def test_the_words_in_buttons_stand() -> None:
    used = {kind for action in ACTIONS for allowed in kinds(action).values() for kind in allowed}
    assert {kind.__name__: set(kind) for kind in used if issubclass(kind, StrEnum)} == WORDS


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.__name__)
def test_an_action_fits_a_button_with_the_largest_values(action: type[Action]) -> None:
    packed = action(**{name: longest(allowed[0]) for name, allowed in kinds(action).items()}).pack()

    assert len(packed.encode()) <= LIMIT_BYTES


@given(actions())
def test_what_is_packed_is_read_back(action: Action) -> None:
    assert parse(action.pack()) == action


@pytest.mark.parametrize(
    "forged",
    [
        "",
        ":",
        "zz:1",
        "rl",
        "rl:",
        "rl:1:2",
        "rl:-1",
        "rl:+1",
        "rl: 1",
        "rl:1.0",
        "rl:١٢",
        "rl:2147483648",
        "rl:00000000001",
        "mk:1:2:gone:0",
        "mk:1:2:ABSENT:0",
        "wk:20261301",
        "wk:2026-11-23",
        "bc:2",
        "bc:",
    ],
)
def test_forged_data_is_no_action(forged: str) -> None:
    with pytest.raises(ButtonOutdated):
        parse(forged)


def test_a_text_that_would_break_the_format_is_refused() -> None:
    with pytest.raises(ValueError, match="a colon"):
        TakeRoll(lesson=1, seen="a:b").pack()


def test_a_prefix_is_given_once() -> None:
    with pytest.raises(ValueError, match="'mk' is taken by Mark"):

        class Another(Action, prefix="mk"):
            """Never stands."""
