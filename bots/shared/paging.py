"""Turning the pages of a long list."""

from collections.abc import Callable

from core.actions import Action
from locales import Button, Translator


def steps(first: int, size: int, count: int, opener: Callable[[int], Action], t: Translator) -> list[Button]:
    """Ways to the rest of a long list that is shown from place `first` on, `size` at a time."""
    row = []
    if first:
        row.append(Button(t.plain("list-earlier"), opener(max(0, first - size)).pack()))
    if first + size < count:
        row.append(Button(t.plain("list-later"), opener(first + size).pack()))
    return row
