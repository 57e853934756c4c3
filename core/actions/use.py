"""Buttons about who looks into the diary (staff)."""

from dataclasses import dataclass
from enum import StrEnum

from core.actions.codec import Action


class UseSpan(StrEnum):
    """This week so far, the last whole week, or these four weeks."""

    WEEK = "w"
    LAST = "l"
    MONTH = "m"


@dataclass(frozen=True)
class OpenSchoolUse(Action, prefix="Us"):
    """Shares of those who look, by class; `page` of the list."""

    span: UseSpan = UseSpan.WEEK
    page: int = 0
