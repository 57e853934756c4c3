"""What of a mark a person hears, and whether at once (peers.md section 5 item 4). Pure."""

from dataclasses import dataclass
from decimal import Decimal

from core.terms import MarkNotices, MarkValue

LOW = frozenset({MarkValue.THREE, MarkValue.TWO, MarkValue.ONE, MarkValue.FAIL, MarkValue.DOT})
"""What «only low ones» means: 3 and lower, незачёт, work owed."""


@dataclass(frozen=True)
class SaidWork:
    """The kind of work that a mark is for, with its weight at the lesson."""

    kind_id: int
    name: str
    weight: Decimal


@dataclass(frozen=True)
class Said:
    """A mark as somebody was told of it; `comment` (whether there is one) and `work` None: they were not said."""

    value: MarkValue
    comment: str | None = ""
    work: SaidWork | None = None


def news_of(told: Said | None, now: Said | None) -> str:
    """What there is to say of a mark to somebody who was told so, when it stands so (None: not at all).

    `new`, `changed`, `rekinded` (for another kind of work), `comment` (the words are new), `removed`; empty: nothing.
    """
    if told is None or now is None:
        return ("new" if now else "") if told is None else "removed"
    if told.value is not now.value:
        return "changed"
    if told.work and now.work and told.work.kind_id != now.work.kind_id:
        return "rekinded"
    return "comment" if now.comment and told.comment is not None and now.comment != told.comment else ""


def hears_at_once(mode: MarkNotices, value: MarkValue | None, *, corrects: bool) -> bool:
    """Whether a mark is pushed to an account of this choice; `corrects`: it was told something that is no more so.

    Who chose low marks hears every correction of what was told: otherwise a 2 that is a 5 now would stay a 2.
    """
    match mode:
        case MarkNotices.AT_ONCE:
            return True
        case MarkNotices.LOW:
            return corrects or value in LOW
        case MarkNotices.EVENING | MarkNotices.OFF:
            return False


def gets_card(chosen: bool | None, *, guardian: bool) -> bool:  # noqa: FBT001 - what is stored
    """Whether the evening card comes: as chosen; before any choice to guardians, and not to a pupil's own phone."""
    return guardian if chosen is None else chosen
