"""Which function answers which button, command or reply: one table for each bot."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from bots.shared.chat import Chat
from core.actions import Action

A = TypeVar("A", bound=Action)
Press = Callable[[Chat, Any], Awaitable[None]]
Command = Callable[[Chat, str], Awaitable[None]]
Take = Callable[[Chat], Awaitable[bool]]


class Handlers:
    """Filled by the decorators of handlers/<area>.py; looked up once an update by the front (front.py)."""

    def __init__(self) -> None:
        self.presses: dict[type[Action], Press] = {}
        self.answers: dict[type[Action], Press] = {}
        self.commands: dict[str, Command] = {}
        self.files: list[Take] = []
        self.unclaimed: list[Take] = []
        self.letters: set[type[Action]] = set()

    def press(self, kind: type[A]) -> Callable[[Callable[[Chat, A], Awaitable[None]]], Press]:
        """`async def handler(chat, action)` for a pressed button of this action."""
        return lambda handler: _put(self.presses, kind, handler)

    def answer(self, kind: type[A]) -> Callable[[Callable[[Chat, A], Awaitable[None]]], Press]:
        """`async def handler(chat, action)` for a reply to a prompt of this action; the reply is `chat.message`."""
        return lambda handler: _put(self.answers, kind, handler)

    def letter(self, kind: type[A]) -> Callable[[Callable[[Chat, A], Awaitable[None]]], Press]:
        """The same for «what is to be said?»: words that may answer several of these questions, or one of a while
        ago, go the way of those that answer nothing.
        """
        self.letters.add(kind)
        return self.answer(kind)

    def command(self, *names: str) -> Callable[[Command], Command]:
        """`async def handler(chat, argument)` for a slash command, with the text after it."""

        def put(handler: Command) -> Command:
            for name in names:
                _put(self.commands, name, handler)
            return handler

        return put

    def file(self, handler: Take) -> Take:
        """`async def handler(chat)` for a file that answers no question; True when it was this area's.

        Areas are asked in the order in which they were included.
        """
        self.files.append(handler)
        return handler

    def leftover(self, handler: Take) -> Take:
        """`async def handler(chat)` for words or a file that nobody took, before it is said that they are not
        understood; True when this area keeps them.
        """
        self.unclaimed.append(handler)
        return handler

    def include(self, other: "Handlers") -> None:
        """Take over the handlers of an area."""
        for mine, theirs in (
            (self.presses, other.presses),
            (self.answers, other.answers),
            (self.commands, other.commands),
        ):
            for key, handler in theirs.items():
                _put(mine, key, handler)
        self.files.extend(other.files)
        self.unclaimed.extend(other.unclaimed)
        self.letters |= other.letters


def _put(table: Any, key: Any, handler: Any) -> Any:
    if key in table:
        raise ValueError(f"{key} is handled twice")
    table[key] = handler
    return handler
