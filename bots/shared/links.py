"""Deep links: addresses that open a bot with a code."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError

from core.terms import Door

log = structlog.get_logger()


@dataclass(frozen=True)
class DeepLinks:
    """Knows the bots of both doors, since the staff bot hands out the family bot's links."""

    bots: Mapping[Door, Bot] = field(default_factory=dict)

    async def opening(self, door: Door) -> str:
        """What a code is appended to; empty when the bot's name cannot be learnt now (the code works as text)."""
        bot = self.bots.get(door)
        if bot is None:
            return ""
        try:
            me = await bot.me()
        except TelegramAPIError as error:
            log.warning("bot_name_unknown", door=door, error=type(error).__name__)
            return ""
        return opening(me.username or "")


def opening(username: str) -> str:
    """`https://t.me/<bot>?start=`; empty for no name."""
    return f"https://t.me/{username}?start=" if username else ""
