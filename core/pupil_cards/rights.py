"""Who may do what with the card of a pupil of a class."""

from core.app import Work
from core.errors import AccessDenied
from core.rights import ASKS_FOR_CARDS, KEEPS_CARDS, SEES_CARDS, corrects_class, leads


def sees_cards(work: Work, class_id: int) -> bool:
    """The class leader, deputies, the director, the secretary and the administrator."""
    return leads(work, [class_id]) or work.actor.holds(*SEES_CARDS)


def keeps_cards(work: Work, class_id: int) -> bool:
    """The same without deputies."""
    return leads(work, [class_id]) or work.actor.holds(*KEEPS_CARDS)


def confirms_cards(work: Work, class_id: int) -> bool:
    """The class leader, and the director in the place of one."""
    return corrects_class(work, class_id)


def asks_for_cards(work: Work, class_id: int) -> bool:
    """Deputies and the director, of a class that is not their own."""
    return work.actor.holds(*ASKS_FOR_CARDS) and not leads(work, [class_id])


def require(allowed: bool, class_id: int) -> None:  # noqa: FBT001 - the answer of a predicate above
    """Raises AccessDenied."""
    if not allowed:
        raise AccessDenied(class_id=class_id)
