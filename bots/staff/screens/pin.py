"""The pad of digits: a locked phone opened, a PIN set, changed, taken away (A5)."""

from collections.abc import Callable
from datetime import datetime

from bots.staff.screens.rows import back_row
from core.access.pin import Given, Proof
from core.actions import Action
from core.actions.sessions import (
    ChoosePause,
    GivePin,
    NewPin,
    OpenSessions,
    PinForgotten,
    PinWish,
    ProvePin,
)
from core.rules.pin import DIGITS, PAUSES
from locales import Button, Screen, Translator
from locales.screen import Rows


def unlock_pad(typed: str, origin: str, said: str, t: Translator) -> Screen:
    """A locked phone. `origin`: the button that starts over, and is carried out when the PIN is right."""
    rows = _pad(typed, GivePin, Button(t.plain("pin-over"), origin))
    return _screen([t("pin-ask"), said], typed, [*rows, [_forgotten(t)]])


def waiting(origin: str, until: datetime, t: Translator) -> Screen:
    """Too many wrong PINs: nothing is asked until then."""
    return Screen(t("pin-waits", until=until), [[Button(t.plain("pin-over"), origin)], [_forgotten(t)]])


def new_pad(action: NewPin, said: str, t: Translator) -> Screen:
    """A new PIN: the first time, or once more."""

    def digit(typed: str) -> Action:
        return NewPin(action.after, action.old, action.once, typed)

    over = Button(t.plain("pin-over"), NewPin(action.after, action.old).pack())
    text = [t("pin-again" if action.once else "pin-new"), said]
    return _screen(text, action.typed, [*_pad(action.typed, digit, over), back_row(OpenSessions(), t)])


def prove_pad(action: ProvePin, said: str, t: Translator) -> Screen:
    """The PIN in force is given before anything about it changes."""

    def digit(typed: str) -> Action:
        return ProvePin(action.wish, action.after, typed)

    over = Button(t.plain("pin-over"), digit("").pack())
    rows = [*_pad(action.typed, digit, over), [_forgotten(t)], back_row(OpenSessions(), t)]
    return _screen([t("pin-old"), said], action.typed, rows)


def pauses(pause: int | None, t: Translator) -> Screen:
    """After what pause to ask; with a PIN already there, the present pause is marked."""
    rows: Rows = []
    for after in PAUSES:
        action: Action = NewPin(after) if pause is None else ProvePin(PinWish.PAUSE, after)
        label = t.plain("pin-pause", count=after)
        rows.append([Button(f"✓ {label}" if after == pause else label, action.pack())])
    return Screen(t("pin-pause-title"), [*rows, back_row(OpenSessions(), t)])


def miss(proof: Proof, t: Translator) -> str:
    """What is said of a PIN that was not right."""
    if proof.given is Given.WAITS:
        return t("pin-waits", until=proof.until)
    return t("pin-wrong", count=proof.left)


def pin_rows(pause: int | None, t: Translator) -> Rows:
    """What can be done about the PIN of this phone."""
    if pause is None:
        return [[Button(t.plain("pin-set"), ChoosePause().pack(), style="primary")]]
    change = Button(t.plain("pin-change"), ProvePin(PinWish.CHANGE, pause).pack())
    remove = Button(t.plain("pin-remove"), ProvePin(PinWish.REMOVE, pause).pack())
    return [[change, remove], [Button(t.plain("pin-pause-open"), ChoosePause().pack())]]


def _pad(typed: str, digit: Callable[[str], Action], over: Button) -> Rows:
    """Three columns as on a telephone."""
    keys = [[_key(typed, str(start + step), digit) for step in range(3)] for start in (1, 4, 7)]
    return [*keys, [over, _key(typed, "0", digit), Button("⌫", digit(typed[:-1]).pack())]]


def _key(typed: str, figure: str, digit: Callable[[str], Action]) -> Button:
    return Button(figure, digit(typed + figure).pack())


def _screen(parts: list[str], typed: str, rows: Rows) -> Screen:
    dots = " ".join("●" * len(typed) + "○" * (DIGITS - len(typed)))
    return Screen("\n\n".join([*(part for part in parts if part), dots]), rows)


def _forgotten(t: Translator) -> Button:
    return Button(t.plain("pin-forgotten"), PinForgotten().pack())
