"""Answers that Telegram did not take at once: asked to wait, or not reached."""

import asyncio
from typing import Any

import structlog
from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import Response, TelegramMethod

log = structlog.get_logger()
LONGEST_WAIT = 30
BREATHS = (0.3, 1.0, 3.0)


class Patience(BaseRequestMiddleware):
    """Repeats a bot's own request: after the wait that Telegram asks for, or a few breaths after a broken line.

    A person waits for each of these answers, so they do not go through the outbox. A screen whose first
    try arrived after all may come twice; none is lost to a short trouble. Polling has its own patience.
    """

    async def __call__(
        self, make_request: NextRequestMiddlewareType[Any], bot: Bot, method: TelegramMethod[Any]
    ) -> Response[Any]:
        if method.__api_method__ == "getUpdates":
            return await make_request(bot, method)
        for breath in BREATHS:
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as error:
                if error.retry_after > LONGEST_WAIT:
                    raise
                log.info("asked_to_wait", method=method.__api_method__, seconds=error.retry_after)
                await asyncio.sleep(error.retry_after)
            except (TelegramNetworkError, TelegramServerError):
                await asyncio.sleep(breath)
        return await make_request(bot, method)
