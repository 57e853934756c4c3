"""A bot's connection to Telegram."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Protocol

import orjson
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import ClientDecodeError, TelegramEntityTooLarge, TelegramServerError
from aiogram.methods import AnswerCallbackQuery, Response, SendDocument, SendMessage, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import LinkPreviewOptions

from bots.running.patience import Patience
from core.terms import Door

CONNECTIONS = 100
# Not aiogram's shorter "link_preview_is_disabled": that also sends a parameter which the Bot API no longer documents.
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

# Pydantic forgets a generic model that nobody holds; without this it would be built anew for every answer.
KEPT = tuple(Response[m.__returning__] for m in (SendMessage, AnswerCallbackQuery, SendDocument))  # type: ignore[name-defined]
COUNTED = ("sendMessage", "sendPhoto", "sendDocument", "sendMediaGroup", "sendVoice", "edit", "copy", "forward")


class Watch(Protocol):
    """Told whether a part of the outside world answers."""

    def fine(self, part: str) -> None: ...

    def lost(self, part: str, error: BaseException) -> None: ...


class Replies(BaseRequestMiddleware):
    """Counts the messages a bot itself sends and edits: the sending of notifications leaves room for them."""

    def __init__(self) -> None:
        self._count = 0

    def since_last_asked(self) -> int:
        """How many since this was asked the last time."""
        count, self._count = self._count, 0
        return count

    async def __call__(
        self, make_request: NextRequestMiddlewareType[Any], bot: Bot, method: TelegramMethod[Any]
    ) -> Response[Any]:
        if method.__api_method__.startswith(COUNTED):
            self._count += 1
        return await make_request(bot, method)


class Session(AiohttpSession):
    """Takes the page of a server on the way (Telegram's own front, a proxy) for the trouble that it is."""

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        """The answer as aiogram reads it. Raises TelegramServerError when it is no JSON, which aiogram takes for a
        fault of its own: nobody would ask again.
        """
        try:
            return super().check_response(bot, method, status_code, content)
        except ClientDecodeError as error:
            if error.data is not content:
                raise
            refused = (
                TelegramEntityTooLarge if status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE else TelegramServerError
            )
            raise refused(method, f"no answer of the Bot API: HTTP {status_code}") from error


@dataclass(frozen=True, eq=False)
class Connection:
    """The bot of one door, with the count of its own requests."""

    door: Door
    bot: Bot
    replies: Replies

    @property
    def part(self) -> str:
        """The name by which its health is told."""
        return f"{self.door}_bot"


def connect(door: Door, token: str, telegram_api: str, proxy: str | None = None, *, patient: bool = True) -> Connection:
    """A bot that speaks HTML without link previews; nothing is sent yet. `patient`: repeat what did not get through."""
    session = Session(
        proxy=proxy, limit=CONNECTIONS, api=TelegramAPIServer.from_base(telegram_api), json_loads=orjson.loads
    )
    replies = Replies()
    if patient:
        session.middleware(Patience())
    session.middleware(replies)
    properties = DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview=NO_PREVIEW)
    return Connection(door, Bot(token, session=session, default=properties), replies)
