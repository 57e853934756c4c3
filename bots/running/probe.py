"""Asking Telegram who a token is, and what time it has."""

from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import AiogramError, TelegramNotFound, TelegramUnauthorizedError
from aiohttp import ClientTimeout

from bots.running.connection import Connection

ANSWER_WITHIN = 10


class TokenRefused(Exception):
    """Telegram knows no such bot."""


class TelegramAway(Exception):
    """No answer; the text is the name of the error."""


@dataclass(frozen=True)
class Probe:
    """`now` is the server's own clock (aware), when it told it."""

    username: str
    now: datetime | None


async def probe(connection: Connection) -> Probe:
    """The bot's username and Telegram's time. Raises TokenRefused, TelegramAway."""
    try:
        me = await connection.bot.get_me(request_timeout=ANSWER_WITHIN)
        return Probe(me.username or "", await _server_time(connection))
    except (TelegramUnauthorizedError, TelegramNotFound) as error:
        raise TokenRefused from error
    except (AiogramError, OSError, TimeoutError) as error:
        raise TelegramAway(type(error).__name__) from error


async def _server_time(connection: Connection) -> datetime | None:
    session = connection.bot.session
    if not isinstance(session, AiohttpSession):
        return None
    client = await session.create_session()
    async with client.get(
        session.api.api_url(connection.bot.token, "getMe"), timeout=ClientTimeout(ANSWER_WITHIN)
    ) as answer:
        told = answer.headers.get("Date")
    return parsedate_to_datetime(told) if told else None
