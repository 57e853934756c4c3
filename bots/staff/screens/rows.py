"""Rows of buttons that the staff's screens share."""

from collections.abc import Sequence

from bots.shared.paging import steps
from bots.staff.screens.home import home_button
from core.actions import Action
from locales import Button, Translator
from locales.screen import Rows

__all__ = ["back_row", "in_rows", "steps"]


def in_rows(buttons: Sequence[Button], width: int) -> Rows:
    """The buttons, so many a row."""
    return [list(buttons[start : start + width]) for start in range(0, len(buttons), width)]


def back_row(to: Action, t: Translator) -> list[Button]:
    """«Назад», «Домой»: the last row of most screens."""
    return [Button(t.plain("back"), to.pack()), home_button(t)]
