"""One update's conversation: who wrote, how to open a unit of work, how to answer."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import Response, TelegramMethod
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    ForceReply,
    InaccessibleMessage,
    InputMediaPhoto,
    Message,
    ReplyParameters,
    User,
)

from bots.shared.keyboard import keyboard, keyboard_json
from bots.shared.links import DeepLinks
from core import prompts
from core.actions import Action
from core.actor import Actor, Address, Presence
from core.app import App, Work
from core.errors import NotConnected
from core.terms import Door
from locales import LANGUAGES, Screen, Translator, translator

TOAST_LIMIT = 200
PICTURE = "picture.png"
GONE = ("message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID")
# A Bot API server of earlier versions, which a school may run, puts no picture in a text's place.
TEXT_STAYS_TEXT = "there is no media in the message to edit"
STAYS = ("message to delete not found", "message can't be deleted", "MESSAGE_ID_INVALID")


@dataclass(frozen=True)
class Entry:
    """What this update is to do: a button's action and the words typed for it. `insists`: a warning was given."""

    action: Action
    words: str = ""
    insists: bool = False


class EditScreen(TelegramMethod[object]):
    """`editMessageText` for the busiest path: the keyboard goes as it is and the answer, the same message, unread."""

    __returning__ = object
    __api_method__ = "editMessageText"

    chat_id: int
    message_id: int
    text: str
    reply_markup: str | None = None
    parse_mode: str = ParseMode.HTML
    link_preview_options: str = '{"is_disabled":true}'


# Held, or pydantic would build this generic model anew for every answer.
KEPT = Response[object]


class Chat:
    """A private chat with the person who sent this update.

    `t` speaks the language the person chose, known once a unit of work was opened; before that, Telegram's. `files`
    are the ids of what came with the message and is kept already, whatever becomes of the entry they are for.
    `first_said` goes before the next question, in one message: whatever is written after it answers it; when
    `unsure` whether the person means to answer at all, only a reply to it does.
    """

    def __init__(
        self, app: App, door: Door, bot: Bot, user: User, event: Message | CallbackQuery, links: DeepLinks
    ) -> None:
        self.app = app
        self.links = links
        self.bot = bot
        self.user = user
        self.event = event
        self.address = Address(door=door, chat=str(user.id))
        self.t: Translator = translator(first_language(user))
        self.actor: Actor | None = None
        self.entry: Entry | None = None
        self.files: tuple[int, ...] = ()
        self.first_said = ""
        self.unsure = False
        self._answered = False

    @property
    def message(self) -> Message:
        """The person's own message. Only for message updates."""
        if not isinstance(self.event, Message):
            raise TypeError("a pressed button carries no message of the person")
        return self.event

    @asynccontextmanager
    async def work(self, presence: Presence = Presence.ACTS) -> AsyncIterator[Work]:
        """A unit of work of this person; what follows is said in the person's language."""
        async with self.app.work(self.address, presence) as work:
            self.actor = work.actor
            if work.actor.language:
                self.t = translator(work.actor.language)
            yield work

    async def show(self, screen: Screen, toast: str = "") -> None:
        """Show a screen: in place of the pressed message, or as a new one. Answers the press."""
        if isinstance(self.event, CallbackQuery) and self.event.message is not None:
            await asyncio.gather(self._in_place(self.event.message, screen), self.toast(toast))
        else:
            await self.send(screen)

    async def show_photo(self, picture: bytes, screen: Screen, toast: str = "") -> None:
        """Show a PNG with a caption (at most 1024 characters): in place of the pressed message, of a text as well."""
        if isinstance(self.event, CallbackQuery) and self.event.message is not None:
            await asyncio.gather(self._edit_photo(self.event.message.message_id, picture, screen), self.toast(toast))
        else:
            await self._send_photo(picture, screen)

    async def send(self, screen: Screen, *, reply_to: int | None = None) -> int:
        """Send a screen as a new message, maybe as a reply to one that may be gone by now; returns its id."""
        replied = ReplyParameters(message_id=reply_to, allow_sending_without_reply=True) if reply_to else None
        sent = await self.bot.send_message(
            self.user.id, screen.text, reply_markup=keyboard(screen.rows), reply_parameters=replied
        )
        return sent.message_id

    async def send_file(self, content: bytes, name: str, screen: Screen) -> int:
        """Send a document with a caption (at most 1024 characters)."""
        sent = await self.bot.send_document(
            self.user.id, BufferedInputFile(content, name), caption=screen.text, reply_markup=keyboard(screen.rows)
        )
        return sent.message_id

    async def _in_place(self, pressed: Message | InaccessibleMessage, screen: Screen) -> None:
        """A text cannot take a picture's place (only the other way about): it comes anew, and the picture goes."""
        if isinstance(pressed, Message) and pressed.photo:
            await self.send(screen)
            await self.remove(pressed.message_id)
        else:
            await self.edit(pressed.message_id, screen)

    async def _edit_photo(self, message_id: int, picture: bytes, screen: Screen) -> None:
        media = InputMediaPhoto(media=BufferedInputFile(picture, PICTURE), caption=screen.text)
        try:
            await self.bot.edit_message_media(
                media, chat_id=self.user.id, message_id=message_id, reply_markup=keyboard(screen.rows)
            )
        except TelegramBadRequest as error:
            if any(words in error.message for words in GONE):
                await self._send_photo(picture, screen)
            elif TEXT_STAYS_TEXT in error.message:
                await self._send_photo(picture, screen)
                await self.remove(message_id)
            elif "message is not modified" not in error.message:
                raise

    async def _send_photo(self, picture: bytes, screen: Screen) -> None:
        photo = BufferedInputFile(picture, PICTURE)
        await self.bot.send_photo(self.user.id, photo, caption=screen.text, reply_markup=keyboard(screen.rows))

    async def remove(self, message_id: int) -> None:
        """Take a message of ours away; one that is gone, or too old to go, is left alone."""
        try:
            await self.bot.delete_message(self.user.id, message_id)
        except TelegramBadRequest as error:
            if not any(words in error.message for words in STAYS):
                raise

    async def ask(self, question: str, action: Action, placeholder: str = "") -> None:
        """Ask for free text; the reply to this very message belongs to `action`, also after a restart.

        Nothing is asked of a chat that is nobody's. Raises NotConnected.
        """
        if self.actor is None:
            async with self.work() as work:
                if not work.actor.connected:
                    raise NotConnected
        markup = ForceReply(input_field_placeholder=placeholder[:64] or None)
        asked = "\n\n".join(part for part in (self.first_said, question, self.t("ask-cancel")) if part)
        sent = await self.bot.send_message(self.user.id, asked, reply_markup=markup)
        async with self.work() as work:
            await prompts.remember(work, str(sent.message_id), action, only_reply=self.unsure)
        await self.toast()

    async def toast(self, text: str = "", *, alert: bool = False) -> None:
        """Answer the press (once; every press is answered)."""
        if isinstance(self.event, CallbackQuery) and not self._answered:
            self._answered = True
            try:
                await self.bot.answer_callback_query(self.event.id, text=text[:TOAST_LIMIT] or None, show_alert=alert)
            except TelegramBadRequest as error:
                if "query is too old" not in error.message:
                    raise

    async def edit(self, message_id: int, screen: Screen) -> None:
        """Put a screen in the place of a message of ours; a message that is gone is sent anew."""
        try:
            await self.bot(
                EditScreen(
                    chat_id=self.user.id,
                    message_id=message_id,
                    text=screen.text,
                    reply_markup=keyboard_json(screen.rows),
                )
            )
        except TelegramBadRequest as error:
            if any(words in error.message for words in (*GONE, "there is no text in the message")):
                await self.send(screen)
            elif "message is not modified" not in error.message:
                raise


def first_language(user: User) -> str:
    """The language for somebody who has not chosen one yet."""
    return user.language_code if user.language_code in LANGUAGES else LANGUAGES[0]
