"""What the notice handlers share: answers in words, and saying what came of a command."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from bots.family.handlers import entry
from bots.family.handlers.papers import take_unasked
from bots.family.screens.notices import card_screen
from bots.shared.chat import Chat
from bots.shared.entry import code_in_text
from core.actions import Action
from core.errors import JournalError, TextTooLong
from core.errors.dates import DatesWrong
from core.notices.writing import NoticeResult, Outcome

A = TypeVar("A", bound=Action)
InWords = Callable[[Chat, A, str], Awaitable[None]]
MENDABLE = (DatesWrong, TextTooLong)


def in_words(handler: InWords[A]) -> Callable[[Chat, A], Awaitable[None]]:
    """Give the handler the words of the answer. What does not fit is said, and asked for again; an access code
    and a photo go where they belong instead.
    """

    async def answered(chat: Chat, action: A) -> None:
        words = chat.message.text
        if words is None:
            await _no_words(chat, action)
        elif code_in_text(chat):
            await entry.text(chat)
        else:
            await _mending(chat, handler, action, words)

    return answered


async def say_result(chat: Chat, result: NoticeResult, done: str, loose: int | None = None) -> None:
    """The notice as it is now, under a line on what happened; `done` names the deed when it was done."""
    happened = done if result.outcome is Outcome.DONE else result.outcome
    await chat.show(card_screen(result.card, chat.t, loose).under(chat.t(f"notice-{happened}")))


async def _no_words(chat: Chat, action: Action) -> None:
    if not await take_unasked(chat):
        await chat.ask(chat.t("notice-ask-words"), action)


async def _mending(chat: Chat, handler: InWords[A], action: A, words: str) -> None:
    try:
        await handler(chat, action, words)
    except MENDABLE as error:
        await chat.ask(f"{_refusal(chat, error)}\n\n{chat.t('notice-ask-again')}", action)


def _refusal(chat: Chat, error: JournalError) -> str:
    return chat.t(f"error-{error.code}", **error.facts)
