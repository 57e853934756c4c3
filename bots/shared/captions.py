"""Showing a screen where words stand under a picture or a file."""

import re
from html import unescape

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Message

from bots.shared.chat import GONE, Chat
from bots.shared.keyboard import keyboard
from locales import Screen

LIMIT = 1024
_TAG = re.compile(r"<[^>]+>")


async def show_keeping_file(chat: Chat, screen: Screen, toast: str = "") -> None:
    """Show a screen in place of the pressed message's words; a picture or file that they stand under stays."""
    pressed = chat.event.message if isinstance(chat.event, CallbackQuery) else None
    if not isinstance(pressed, Message) or pressed.caption is None:
        await chat.show(screen, toast)
        return
    if len(unescape(_TAG.sub("", screen.text)).encode("utf-16-le")) // 2 <= LIMIT:
        await _edit(chat, pressed.message_id, screen)
    else:
        await chat.send(screen)
    await chat.toast(toast)


async def _edit(chat: Chat, message_id: int, screen: Screen) -> None:
    try:
        await chat.bot.edit_message_caption(
            chat_id=chat.user.id, message_id=message_id, caption=screen.text, reply_markup=keyboard(screen.rows)
        )
    except TelegramBadRequest as error:
        if any(words in error.message for words in GONE):
            await chat.send(screen)
        elif "message is not modified" not in error.message:
            raise
