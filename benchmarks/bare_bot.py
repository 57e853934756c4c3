"""The yardstick: a bare aiogram bot that edits a screen like the roll's and answers, with no database."""

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

PUPILS = 30


def screen(count: int) -> tuple[str, InlineKeyboardMarkup]:
    """A text and a keyboard of the size that a roll of thirty has."""
    buttons = [
        InlineKeyboardButton(text=f"Фамилия{n} Имя {count % 2}", callback_data=f"mk:{count + 1}:{n}:absent:0")
        for n in range(PUPILS)
    ]
    rows = [buttons[start : start + 2] for start in range(0, PUPILS, 2)]
    return f"<b>7Б · Алгебра</b>\n1-й урок, 08:30, каб. 12\nОтметьте отсутствующих\n{count}", InlineKeyboardMarkup(
        inline_keyboard=rows
    )


async def start(message: Message) -> None:
    """Any message: the screen."""
    text, markup = screen(0)
    await message.answer(text, reply_markup=markup)


async def press(query: CallbackQuery, bot: Bot) -> None:
    """A press: the two calls at once, as the product makes them."""
    text, markup = screen(int((query.data or "").split(":")[1]))
    assert query.message is not None
    chat, message = query.message.chat.id, query.message.message_id
    await asyncio.gather(
        bot.edit_message_text(text, chat_id=chat, message_id=message, reply_markup=markup),
        bot.answer_callback_query(query.id),
    )


async def main(url: str, token: str) -> None:
    """Poll until killed."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    bot = Bot(token, session=session, default=DefaultBotProperties(parse_mode="HTML"))
    dispatcher = Dispatcher()
    dispatcher.message.register(start)
    dispatcher.callback_query.register(press)
    await dispatcher.start_polling(bot, handle_signals=False)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2]))
