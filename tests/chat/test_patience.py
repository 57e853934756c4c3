"""How long a bot tries to get an answer through."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramEntityTooLarge, TelegramNetworkError, TelegramRetryAfter
from aiogram.methods import GetUpdates, SendMessage, TelegramMethod
from aiogram.methods.base import Response

from bots.running.patience import Patience

SAY = SendMessage(chat_id=1, text="Записано")


class Telegram:
    """Fails until a moment of its own clock, which only waiting moves."""

    def __init__(self, back_at: float, error: Exception) -> None:
        self.now = 0.0
        self.back_at = back_at
        self.error = error
        self.calls = 0

    async def wait(self, seconds: float) -> None:
        self.now += seconds

    async def answer(self, bot: Bot, method: TelegramMethod[Any]) -> Response[Any]:
        self.calls += 1
        if self.now < self.back_at:
            raise self.error
        return Response[Any](ok=True, result=True)

    async def asked(self, method: TelegramMethod[Any]) -> Response[Any]:
        return await Patience(lambda: self.now, self.wait)(self.answer, Bot("1:a"), method)


def gone(method: TelegramMethod[Any] = SAY) -> TelegramNetworkError:
    return TelegramNetworkError(method, "away")


async def test_an_answer_gets_through_when_telegram_was_away_for_most_of_a_minute() -> None:
    telegram = Telegram(50, gone())

    await telegram.asked(SAY)

    assert 50 <= telegram.now < 60


async def test_after_a_minute_it_gives_up() -> None:
    telegram = Telegram(1000, gone())

    with pytest.raises(TelegramNetworkError):
        await telegram.asked(SAY)

    assert telegram.now <= 60


async def test_it_waits_as_long_as_telegram_asks_but_not_for_minutes() -> None:
    await Telegram(20, TelegramRetryAfter(SAY, "wait", 20)).asked(SAY)

    with pytest.raises(TelegramRetryAfter):
        await Telegram(300, TelegramRetryAfter(SAY, "wait", 300)).asked(SAY)


@pytest.mark.parametrize(
    ("method", "error"), [(GetUpdates(), gone(GetUpdates())), (SAY, TelegramEntityTooLarge(SAY, "too large"))]
)
async def test_polling_and_what_is_too_large_are_not_tried_again(method: TelegramMethod[Any], error: Exception) -> None:
    telegram = Telegram(1, error)

    with pytest.raises(type(error)):
        await telegram.asked(method)

    assert telegram.calls == 1
