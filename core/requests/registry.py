"""Which command stands behind a writing action: an entry refused by the rules can be carried out later."""

from collections.abc import Awaitable, Callable
from typing import Any, Protocol, TypeVar

from core.actions import Action
from core.app import Work
from core.errors import ButtonOutdated
from core.errors.entries import EntryOverlapped

A = TypeVar("A", bound=Action)
Carrier = Callable[[Work, Any, str], Awaitable[None]]
CARRIERS: dict[type[Action], Carrier] = {}
DOES: dict[type[Action], str] = {}
"""What an action does, in a word of its area's (`request-does-<word>` says it); where nothing is named, the rule."""


def carries_out(kind: type[A], does: str = "") -> Callable[[Callable[[Work, A, str], Awaitable[None]]], Carrier]:
    """`@carries_out(Mark)` over `async def f(work, action, words)`: calls the area's own command.

    `words` is what was typed for it, `work.files` the ids of files that came with it. `work` is the asker's, with
    `work.override` once somebody decided, `work.insists` when the asker was warned. Where the command would only
    note that a colleague was first, the carrier calls `require_written`. The module is named in carriers.py.
    """

    def put(carrier: Callable[[Work, A, str], Awaitable[None]]) -> Carrier:
        if kind in CARRIERS:
            raise ValueError(f"{kind.__name__} is carried out twice")
        CARRIERS[kind] = carrier
        if does:
            DOES[kind] = does
        return carrier

    return put


class Noted(Protocol):
    """What a command gives back, with a note of what it met."""

    @property
    def note(self) -> str: ...


def require_written(outcome: Noted) -> None:
    """Raises EntryOverlapped where the command met something else than was seen; what stands already is as wanted."""
    if outcome.note in {"changed", "outdated"}:
        raise EntryOverlapped


async def carry_out(work: Work, action: Action, words: str) -> None:
    """Run the command behind an action. Raises ButtonOutdated when nobody carries it out, and what the command does."""
    carrier = CARRIERS.get(type(action))
    if carrier is None:
        raise ButtonOutdated
    await carrier(work, action, words)
