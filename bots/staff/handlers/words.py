"""Answers in words: what does not fit is said, and the question asked again."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from bots.shared.chat import Chat
from bots.shared.contact_lines import says_phone
from bots.shared.entry import code_in_text
from bots.staff.handlers import entry, rule_files, workbook
from core.actions import Action
from core.errors import TextTooLong, WordsWrong
from core.errors.dates import DatesTooLong, DatesWrong
from core.terms import Role

A = TypeVar("A", bound=Action)
Ask = Callable[[Chat, A], Awaitable[None]]
InWords = Callable[[Chat, A, str], Awaitable[None]]


def in_words(ask: Ask[A]) -> Callable[[InWords[A]], Ask[A]]:
    """Give the handler the words of the answer; `ask` puts the question once more.

    An access code, a workbook and a regulation go where they belong instead.
    """

    def wrap(handler: InWords[A]) -> Ask[A]:
        async def answered(chat: Chat, action: A) -> None:
            words = chat.message.text
            if words is None:
                await _no_words(chat, action, ask)
            elif code_in_text(chat) and not says_phone(action, words):
                await entry.enter(chat, words)
            else:
                await _mending(chat, handler, action, words, ask)

        return answered

    return wrap


async def _no_words(chat: Chat, action: A, ask: Ask[A]) -> None:
    if await rule_files.receive(chat):
        return
    administrator = chat.actor is not None and chat.actor.holds(Role.ADMINISTRATOR)
    if chat.message.document is None or not administrator or not await workbook.receive(chat):
        chat.first_said = chat.t("answer-words-only")
        await ask(chat, action)


async def _mending(chat: Chat, handler: InWords[A], action: A, words: str, ask: Ask[A]) -> None:
    try:
        await handler(chat, action, words)
    except (DatesWrong, TextTooLong, WordsWrong) as error:
        # The usual sentence about too many days sends a family to the class leader.
        key = "days-too-many" if isinstance(error, DatesTooLong) else f"error-{error.code}"
        chat.first_said = chat.t(key, **error.facts)
        await ask(chat, action)
