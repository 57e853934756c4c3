"""A small aiogram bot whose buttons show everything that the chat page can do."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import Command, CommandStart
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    CallbackQuery,
    CopyTextButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    TelegramObject,
)

from tests.sandbox.pictures import PNG

TOKEN = "1001:page-tests"
USERNAME = "page_bot"
TITLE = "Пробный бот"
TEACHER, PARENT = 101, 201
REPORT = b"report of the class\n"


def counter(presses: int) -> InlineKeyboardMarkup:
    rows = [
        [InlineKeyboardButton(text="Отметить", callback_data=f"count:{presses + 1}", style="success")],
        [
            InlineKeyboardButton(text="Важно", callback_data="alert"),
            InlineKeyboardButton(text="Долго", callback_data="slow"),
        ],
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)


class PageBot:
    """`slow_may_answer` releases the button «Долго»; `heard` are the messages that came in."""

    def __init__(self) -> None:
        self.slow_may_answer = asyncio.Event()
        self.heard: list[Message] = []

    def router(self) -> Router:
        router = Router()
        router.message.outer_middleware(self._listen)
        router.message.register(self.greet, CommandStart())
        router.message.register(self.ask, Command("topic"))
        router.message.register(self.keyboard, Command("keyboard"))
        router.message.register(self.report, Command("report"))
        router.message.register(self.picture, Command("picture"))
        router.message.register(self.album, Command("album"))
        router.message.register(self.promote, Command("promote"))
        router.message.register(self.ring, Command("ring"))
        router.message.register(self.copied, Command("copy"))
        router.edited_message.register(self.changed)
        router.message.register(self.received, F.document | F.photo)
        router.message.register(self.echo, F.text)
        router.callback_query.register(self.count, F.data.startswith("count:"))
        router.callback_query.register(self.alert, F.data == "alert")
        router.callback_query.register(self.slow, F.data == "slow")
        return router

    async def _listen(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        assert isinstance(event, Message)
        self.heard.append(event)
        return await handler(event, data)

    async def greet(self, message: Message) -> None:
        await message.answer(f"Здравствуйте! Вы прислали: {message.text}", reply_markup=counter(0))

    async def count(self, query: CallbackQuery) -> None:
        presses = int((query.data or "").partition(":")[2])
        assert isinstance(query.message, Message)
        await query.message.edit_text(f"Нажатий: {presses}", reply_markup=counter(presses))
        await query.answer("Записано")

    async def alert(self, query: CallbackQuery) -> None:
        await query.answer("Прочтите внимательно", show_alert=True)

    async def slow(self, query: CallbackQuery) -> None:
        await self.slow_may_answer.wait()
        await query.answer("Дождались")

    async def ask(self, message: Message) -> None:
        await message.answer("Какая тема?", reply_markup=ForceReply(input_field_placeholder="Тема урока"))

    async def keyboard(self, message: Message) -> None:
        keys = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Сегодня"), KeyboardButton(text="Неделя")]])
        await message.answer("Выберите", reply_markup=keys)

    async def report(self, message: Message) -> None:
        await message.answer_document(BufferedInputFile(REPORT, "отчёт.txt"), caption="Готово")

    async def picture(self, message: Message) -> None:
        """A list that a picture takes the place of, as the class journal does."""
        sent = await message.answer("Список страниц")
        media = InputMediaPhoto(media=BufferedInputFile(PNG, "page.png"), caption="Страница журнала")
        await sent.edit_media(media, reply_markup=counter(0))

    async def album(self, message: Message) -> None:
        pictures = [BufferedInputFile(PNG, f"{n}.png") for n in range(3)]
        titled = InputMediaPhoto(media=pictures[0], caption="<b>Экскурсия</b>", parse_mode="HTML")
        await message.answer_media_group([titled, *(InputMediaPhoto(media=p) for p in pictures[1:])])

    async def changed(self, message: Message) -> None:
        await message.answer(f"Теперь: {message.text or message.caption}")

    async def ring(self, message: Message, bot: Bot) -> None:
        await bot.send_message(PARENT, "Пети нет на уроке")

    async def copied(self, message: Message) -> None:
        button = InlineKeyboardButton(text="Скопировать", copy_text=CopyTextButton(text="Иванов П.: алг 4,5"))
        await message.answer("SMS", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]))

    async def promote(self, message: Message, bot: Bot) -> None:
        commands = [BotCommand(command="roll", description="Перекличка")]
        await bot.set_my_commands(commands, scope=BotCommandScopeChat(chat_id=message.chat.id))
        await message.answer("Теперь у вас другие команды")

    async def received(self, message: Message) -> None:
        name = message.document.file_name if message.document else "фото"
        await message.reply(f"Получено: {name}")

    async def echo(self, message: Message) -> None:
        await message.answer(f"Эхо: {message.text}", parse_mode=None)


@asynccontextmanager
async def polling(page_bot: PageBot, url: str) -> AsyncIterator[Bot]:
    """The bot at work against the Bot API at `url`."""
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))
    await bot.set_my_commands(
        [BotCommand(command="topic", description="Тема урока"), BotCommand(command="report", description="Отчёт")]
    )
    dispatcher = Dispatcher()
    dispatcher.include_router(page_bot.router())
    work = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False, polling_timeout=1))
    try:
        yield bot
    finally:
        page_bot.slow_may_answer.set()
        await dispatcher.stop_polling()
        await work
