"""From an aiogram update to the right handler, and from any error to words."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import CallbackQuery, Message
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from bots.shared.chat import Chat, Entry
from bots.shared.files import attached
from bots.shared.handlers import Handlers, Press, Take
from bots.shared.links import DeepLinks
from bots.shared.turns import Turns
from core import prompts
from core.actions import Action, parse
from core.app import App
from core.errors import AccessDenied, ButtonOutdated, ChildLeft, ConsentNeeded, JournalError, NotConnected, NothingThere
from core.errors.files import FileKindWrong, FileNotAccepted, FileNotFetched
from core.terms import Door
from locales import Screen

log = structlog.get_logger()
AWAY = (OperationalError, InterfaceError, ConnectionError, OSError)
DEADLOCK = "40P01"
"""PostgreSQL's code (appendix A of its manual)."""

OUT_OF_REACH = (TelegramNetworkError, TelegramServerError, TelegramRetryAfter)
SHOWN_HOME = (ButtonOutdated, NothingThere, NotConnected, ConsentNeeded, AccessDenied, ChildLeft)


async def _nothing(_: Chat) -> None:
    """Most things that people write may be edited without consequence."""


async def _said_as_it_is(_: Chat, __: JournalError) -> bool:
    return False


@dataclass(frozen=True)
class Front:
    """One bot: its door, its handlers, its home screen and what it does with plain text.

    `text` says whether it took words that answer no question; `lost` tells that nothing was made of them.
    `speaks_for_itself`: a text that answers no open question unless it replies to one.
    `edited`: what is made of a message that its writer has changed since (`chat.message`, with its new words).
    `continued`: a question that a reply to a screen with its button answers, as if the button had been pressed.
    `refused` is asked first what becomes of an entry that the journal refuses (True: it answered the person).
    """

    app: App
    door: Door
    handlers: Handlers
    home: Callable[[Chat], Awaitable[None]]
    text: Callable[[Chat], Awaitable[bool]]
    lost: Callable[[Chat], Awaitable[None]]
    before_press: Callable[[Chat], None] = lambda _: None
    speaks_for_itself: Callable[[str], bool] = lambda _: False
    links: DeepLinks = field(default_factory=DeepLinks)
    refused: Callable[[Chat, JournalError], Awaitable[bool]] = _said_as_it_is
    edited: Callable[[Chat], Awaitable[None]] = _nothing
    continued: type[Action] | None = None
    turns: Turns = field(default_factory=Turns)

    def dispatcher(self) -> Dispatcher:
        """An aiogram dispatcher that feeds this front."""
        dispatcher = Dispatcher(disable_fsm=True)
        dispatcher.message.register(self.on_message)
        dispatcher.edited_message.register(self.on_edited)
        dispatcher.callback_query.register(self.on_press)
        return dispatcher

    async def on_press(self, query: CallbackQuery, bot: Bot) -> None:
        """A pressed button: the action it carries says everything."""
        chat = Chat(self.app, self.door, bot, query.from_user, query, self.links)

        async def act() -> None:
            self.before_press(chat)
            try:
                action, handler = self._pressed(query.data or "")
            except ButtonOutdated:
                async with chat.work():
                    raise  # Known by now: the language it is said in, and whether the PIN is asked for first.
            if type(action) not in self.handlers.answers:
                chat.entry = Entry(action)
            await handler(chat, action)

        what = (query.data or "").partition(":")[0]
        await self._guarded(chat, act, what)
        await self._guarded(chat, chat.toast, what)

    def _pressed(self, data: str) -> tuple[Action, Press]:
        """Raises ButtonOutdated."""
        action = parse(data)
        handler = self.handlers.presses.get(type(action))
        if handler is None:
            raise ButtonOutdated
        return action, handler

    async def on_message(self, message: Message, bot: Bot) -> None:
        """A command, a file, a reply to a prompt, or plain text; groups and channels are not for us."""
        if message.chat.type != "private" or message.from_user is None:
            return
        chat = Chat(self.app, self.door, bot, message.from_user, message, self.links)
        async with self.turns.of(chat.address.chat):
            await self._guarded(chat, lambda: self._message(chat, message), "message")

    async def on_edited(self, message: Message, bot: Bot) -> None:
        """Other words in a message sent earlier; it waits until that one is done with."""
        if message.chat.type != "private" or message.from_user is None:
            return
        chat = Chat(self.app, self.door, bot, message.from_user, message, self.links)
        async with self.turns.of(chat.address.chat):
            await self._guarded(chat, lambda: self.edited(chat), "edited")

    async def _message(self, chat: Chat, message: Message) -> None:
        command = _command(message.text)
        if command is not None and command[0] in self.handlers.commands:
            await self.handlers.commands[command[0]](chat, command[1])
            return
        if command is None and await self._answered(chat, message):
            return
        if attached(message) and await _first_to_take(self.handlers.files, chat):
            return
        if chat.actor is None:
            async with chat.work():
                pass  # An unknown command: who sends it decides what is said.
        if not await self.text(chat):
            await self._unsure(chat, message)

    async def _unclaimed(self, chat: Chat) -> None:
        """What answers nothing and belongs nowhere: an area may keep it all the same."""
        if not await _first_to_take(self.handlers.unclaimed, chat):
            await self.lost(chat)

    async def _unsure(self, chat: Chat, message: Message) -> None:
        """Words that may be meant for a question asked a while ago: nothing is written unawares, it is asked anew."""
        async with chat.work() as work:
            questions = await prompts.waiting(work, str(message.message_id)) if work.actor.connected else []
        if questions is None or (questions and await self._to_people(chat, questions)):
            return
        ask = self.handlers.presses.get(type(questions[0])) if len(questions) == 1 else None
        if ask is not None:
            chat.first_said, chat.unsure = chat.t("answer-unsure"), True
            await ask(chat, questions[0])
        elif questions:
            await chat.send(Screen(chat.t("answer-which")))
        else:
            await self._unclaimed(chat)

    async def _to_people(self, chat: Chat, questions: Sequence[Action]) -> bool:
        """Whether words that may answer only «what is to be said?» were kept until it is known to whom."""
        letters = all(type(question) in self.handlers.letters for question in questions)
        return letters and await _first_to_take(self.handlers.unclaimed, chat)

    async def _answered(self, chat: Chat, message: Message) -> bool:
        """Whether the message was a reply to a prompt (or answers the only open one)."""
        replied = message.reply_to_message
        if replied is None and self.speaks_for_itself(message.text or ""):
            return False
        async with chat.work() as work:
            action = await prompts.asked(work, str(replied.message_id) if replied else None, str(message.message_id))
        action = action or self._continued(replied)
        handler = self.handlers.answers.get(type(action)) if action is not None else None
        if handler is None or action is None:
            return False
        chat.entry = Entry(action, message.text or message.caption or "")
        try:
            await handler(chat, action)
        except (FileNotAccepted, FileNotFetched, FileKindWrong):
            async with chat.work() as work:
                await prompts.ask_on(work, str(message.message_id))
            raise
        return True

    def _continued(self, replied: Message | None) -> Action | None:
        """What a reply to a screen goes on with: its «Ответить» says so."""
        markup = replied.reply_markup if replied is not None else None
        buttons = [button for row in markup.inline_keyboard for button in row] if markup is not None else []
        actions = (_carried(button.callback_data) for button in buttons)
        return next((action for action in actions if type(action) is self.continued), None)

    async def _guarded(self, chat: Chat, act: Callable[[], Awaitable[None]], what: str) -> None:
        try:
            await self._attempt(chat, act)
        except JournalError as error:
            await self._refuse(chat, error, what)
        except TelegramForbiddenError:
            log.info("blocked_while_answering", door=self.door, what=what)
        except OUT_OF_REACH as error:
            log.warning("answer_not_delivered", door=self.door, what=what, error=type(error).__name__)
        except AWAY as error:
            log.warning("database_away", door=self.door, what=what, error=type(error).__name__)
            await _say(chat, "error-database-away")
        except Exception as error:
            if isinstance(error, DBAPIError) and error.connection_invalidated:
                await _say(chat, "error-database-away")
                return
            log.exception("handler_failed", door=self.door, what=what)
            await _say(chat, "error-unexpected")

    async def _attempt(self, chat: Chat, act: Callable[[], Awaitable[None]]) -> None:
        try:
            await _or_anew(act)
        except JournalError as error:
            if not await self.refused(chat, error):
                raise

    async def _refuse(self, chat: Chat, error: JournalError, what: str) -> None:
        if isinstance(error, AccessDenied):
            actor = chat.actor.as_facts() if chat.actor else {"door": self.door}
            log.warning("access_denied", what=what, **actor, **error.facts)
        await _say(chat, f"error-{error.code}", **error.facts)
        if isinstance(error, SHOWN_HOME):
            await self.home(chat)


async def _or_anew(act: Callable[[], Awaitable[None]]) -> None:
    """Two who waited for each other: the database undid the work of one, who begins anew. Updates may come twice."""
    try:
        await act()
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) != DEADLOCK:
            raise
        log.warning("began_anew")
        await act()


async def _first_to_take(takers: Sequence[Take], chat: Chat) -> bool:
    """Whether an area took the message."""
    for take in takers:
        if await take(chat):
            return True
    return False


async def _say(chat: Chat, key: str, **facts: object) -> None:
    """An alert over the pressed button, or a message; a failure to say it is only logged."""
    try:
        if isinstance(chat.event, CallbackQuery):
            await chat.toast(chat.t.plain(key, **facts), alert=True)
        else:
            await chat.send(Screen(chat.t(key, **facts)))
    except TelegramAPIError as error:
        log.warning("refusal_not_shown", error=type(error).__name__)


def _carried(data: str | None) -> Action | None:
    try:
        return parse(data) if data else None
    except ButtonOutdated:
        return None


def _command(text: str | None) -> tuple[str, str] | None:
    """(`start`, argument) of `/start@Bot argument`; None when it is no command."""
    if not text or not text.startswith("/"):
        return None
    name, _, argument = text[1:].partition(" ")
    return name.partition("@")[0].lower(), argument.strip()
