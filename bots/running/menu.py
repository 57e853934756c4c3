"""What a bot shows before anybody writes to it: the command menu and the words on the empty chat."""

import asyncio

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats

from core.terms import Door
from locales import LANGUAGES, Translator, translator

log = structlog.get_logger()
AGAIN_AFTER = 30.0
COMMANDS = {
    Door.STAFF: ("today", "menu", "help", "language", "cancel", "stop"),
    Door.FAMILY: ("menu", "help", "language", "cancel"),
}


async def present(bot: Bot, door: Door) -> None:
    """Set menu and words in every language (the first one for all others too), as often as the network needs it.

    A refusal is only logged: people come to every screen without the menu as well. The menu comes first: not every
    server that speaks the Bot API knows the words on the empty chat.
    """
    spoken = [(None, translator(LANGUAGES[0])), *((code, translator(code)) for code in LANGUAGES[1:])]
    while True:
        try:
            for code, t in spoken:
                await _set_menu(bot, door, t, code)
            for code, t in spoken:
                await _set_words(bot, door, t, code)
        except TelegramRetryAfter as error:
            await asyncio.sleep(error.retry_after)
        except (TelegramNetworkError, TelegramServerError):
            await asyncio.sleep(AGAIN_AFTER)
        except AiogramError as error:
            log.warning("menu_not_set", door=door, error=type(error).__name__)
            return
        else:
            return


async def _set_menu(bot: Bot, door: Door, t: Translator, code: str | None) -> None:
    commands = [BotCommand(command=c, description=t.plain(f"command-{c}")) for c in COMMANDS[door]]
    await bot.set_my_commands(commands, scope=BotCommandScopeAllPrivateChats(), language_code=code)


async def _set_words(bot: Bot, door: Door, t: Translator, code: str | None) -> None:
    await bot.set_my_description(t.plain(f"bot-description-{door}"), language_code=code)
    await bot.set_my_short_description(t.plain(f"bot-about-{door}"), language_code=code)
