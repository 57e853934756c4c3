"""One request on its way to a method, and the table of methods."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from aiogram.methods import TelegramMethod

from sandbox.errors import bad_request, forbidden
from sandbox.files import Upload
from sandbox.state import BotState, Chat, World

M = TypeVar("M", bound=TelegramMethod[Any])


@dataclass(frozen=True, slots=True)
class Ask(Generic[M]):
    """A validated request. `given` holds the same parameters as plain JSON; `uploads` are keyed by part name."""

    world: World
    bot: BotState
    method: M
    given: dict[str, Any]
    uploads: dict[str, Upload]

    def chat(self, chat_id: int | str | None) -> Chat:
        """The chat the bot may write to. Raises 400 for one never opened, 403 when the person shut the door."""
        found = self.world.opened_chat(self.bot, chat_id) if isinstance(chat_id, int) else None
        if found is None:
            raise bad_request("chat not found")
        if found.person.id in self.world.gone_people:
            raise forbidden("user is deactivated")
        if found.blocked:
            raise forbidden("bot was blocked by the user")
        return found


Handler = Callable[[Ask[Any]], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Entry:
    """A method's model and work. `counts`: None is free, True is a new message, False an edit (see `limits`)."""

    model: type[TelegramMethod[Any]]
    work: Handler
    counts: bool | None


METHODS: dict[str, Entry] = {}


def answers(model: type[M], *, counts: bool | None = None) -> Callable[[Callable[[Ask[M]], Awaitable[Any]]], Any]:
    """Registers the coroutine as the sandbox's answer to one method of the Bot API."""

    def register(work: Callable[[Ask[M]], Awaitable[Any]]) -> Callable[[Ask[M]], Awaitable[Any]]:
        METHODS[model.__api_method__.lower()] = Entry(model, work, counts)
        return work

    return register
