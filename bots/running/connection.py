"""A bot's connection to Telegram."""

from dataclasses import dataclass, field
from typing import Any, Protocol

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.methods import GetUpdates, Response, TelegramMethod

from core.terms import Door

CONNECTIONS = 100


class Watch(Protocol):
    """Told whether a part of the outside world answers."""

    def fine(self, part: str) -> None: ...

    def lost(self, part: str, error: BaseException) -> None: ...


@dataclass(eq=False)
class Replies(BaseRequestMiddleware):
    """How many requests a bot itself has made: the sending of notifications leaves room for them."""

    count: int = field(default=0)

    async def __call__(
        self, make_request: NextRequestMiddlewareType[Any], bot: Bot, method: TelegramMethod[Any]
    ) -> Response[Any]:
        if not isinstance(method, GetUpdates):
            self.count += 1
        return await make_request(bot, method)


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


def connect(door: Door, token: str, telegram_api: str, proxy: str | None = None) -> Connection:
    """A bot that speaks HTML without link previews; nothing is sent yet."""
    session = AiohttpSession(proxy=proxy, limit=CONNECTIONS, api=TelegramAPIServer.from_base(telegram_api))
    replies = Replies()
    session.middleware(replies)
    properties = DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True)
    return Connection(door, Bot(token, session=session, default=properties), replies)
