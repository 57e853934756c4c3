"""Answers that Telegram did not take at once: asked to wait, or not reached."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from itertools import chain, repeat
from typing import Any

import structlog
from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramEntityTooLarge, TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import Response, TelegramMethod

log = structlog.get_logger()
LONGEST_WAIT = 30
BREATHS = (0.3, 1.0, 3.0)
LAST_BREATH = 5.0
GIVE_UP_AFTER = 60.0
OWN_PATIENCE = ("getUpdates", "deleteWebhook", "setWebhook")


class Patience(BaseRequestMiddleware):
    """Repeats a bot's own request: after the wait that Telegram asks for, or a few breaths after a broken line.

    A person waits for each of these answers, so they do not go through the outbox. A screen whose first
    try arrived after all may come twice; none is lost to a trouble of less than a minute: what was entered is
    written by then, and its update confirmed. Polling and webhooks have their own patience. `seconds` is a
    monotonic clock.
    """

    def __init__(
        self,
        seconds: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._seconds = seconds
        self._sleep = sleep

    async def __call__(
        self, make_request: NextRequestMiddlewareType[Any], bot: Bot, method: TelegramMethod[Any]
    ) -> Response[Any]:
        if method.__api_method__ in OWN_PATIENCE:
            return await make_request(bot, method)
        until = self._seconds() + GIVE_UP_AFTER
        breaths = chain(BREATHS, repeat(LAST_BREATH))
        while True:
            try:
                return await make_request(bot, method)
            except TelegramEntityTooLarge:
                raise
            except (TelegramRetryAfter, TelegramNetworkError, TelegramServerError) as error:
                pause = error.retry_after if isinstance(error, TelegramRetryAfter) else next(breaths)
                if pause > LONGEST_WAIT or self._seconds() + pause > until:
                    raise
                log.info("trying_again", method=method.__api_method__, seconds=pause, error=type(error).__name__)
            await self._sleep(pause)
