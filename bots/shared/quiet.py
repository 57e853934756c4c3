"""Choosing quiet hours: presets, the chosen one marked."""

from collections.abc import Callable, Sequence
from datetime import time

from core.errors import ButtonOutdated
from locales import Button, Translator
from locales.screen import Rows

Pack = Callable[[int | None, int | None], str]
"""From the first and last hour (neither: never quiet) to a button's data."""


def quiet_rows(
    now: tuple[time | None, time | None], presets: Sequence[tuple[int, int]], pack: Pack, t: Translator
) -> Rows:
    """The presets, two in a row, and no quiet hours at all."""
    buttons = [
        Button(marked(f"{first:02}:00–{last:02}:00", chosen=now == (time(first), time(last))), pack(first, last))
        for first, last in presets
    ]
    off = Button(marked(t.plain("settings-quiet-off"), chosen=now == (None, None)), pack(None, None))
    return [*(buttons[n : n + 2] for n in range(0, len(buttons), 2)), [off]]


def quiet_line(now: tuple[time | None, time | None], t: Translator) -> str:
    """«Тихие часы: с 22:00 до 07:00.»"""
    first, last = now
    if first is None or last is None:
        return t("settings-quiet-none")
    return t("settings-quiet-now", first=f"{first:%H:%M}", last=f"{last:%H:%M}")


def quiet_hour(hour: int | None) -> time | None:
    """The hour of a button. Raises ButtonOutdated."""
    if hour is not None and hour not in range(24):
        raise ButtonOutdated
    return None if hour is None else time(hour)


def marked(label: str, *, chosen: bool) -> str:
    """The label of a choice; a tick before the one that stands."""
    return f"✓ {label}" if chosen else label
