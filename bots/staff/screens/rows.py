"""Rows of buttons that the staff's screens share."""

from collections.abc import Callable, Sequence

from bots.staff.screens.home import home_button
from core.actions import Action
from locales import Button, Translator
from locales.screen import Rows


def in_rows(buttons: Sequence[Button], width: int) -> Rows:
    """The buttons, so many a row."""
    return [list(buttons[start : start + width]) for start in range(0, len(buttons), width)]


def back_row(to: Action, t: Translator) -> list[Button]:
    """«Назад», «Домой»: the last row of most screens."""
    return [Button(t.plain("back"), to.pack()), home_button(t)]


def steps(first: int, size: int, count: int, opener: Callable[[int], Action], t: Translator) -> list[Button]:
    """Ways to the rest of a long list that is shown from place `first` on, `size` at a time."""
    row = []
    if first:
        row.append(Button(t.plain("list-earlier"), opener(max(0, first - size)).pack()))
    if first + size < count:
        row.append(Button(t.plain("list-later"), opener(first + size).pack()))
    return row
