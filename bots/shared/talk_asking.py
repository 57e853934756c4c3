"""Asking for words to a conversation, and finding what of it a button means."""

from aiogram.types import CallbackQuery

from bots.shared.chat import Chat
from bots.shared.lines import clip
from bots.shared.talk_page import why_not
from bots.shared.talk_ways import named
from core import prompts
from core.actions import Action
from core.app import Work
from core.conversations import reading
from core.conversations.facts import Said, Side, Talk
from core.errors import NothingThere
from locales import Screen, Translator

NAMES, NAME = 4, 60
LAST_ID = 2**31 - 1


async def ask(chat: Chat, talk: Talk, action: Action) -> None:
    """What is to be said, to whom and about whom; or why nothing can be."""
    if talk.may_write:
        await chat.ask(_question("talk-ask", talk, chat.t), action, chat.t.plain("talk-ask-short"))
    else:
        await _refuse(chat, talk)


async def ask_urgent(chat: Chat, talk: Talk, action: Action, *, known: bool) -> None:
    """First why it is urgent, then (`known`) the words themselves."""
    if not talk.may_write:
        await _refuse(chat, talk)
    elif known:
        await chat.ask(_question("talk-ask-urgent", talk, chat.t), action, chat.t.plain("talk-ask-short"))
    else:
        question = _question("talk-ask-reason", talk, chat.t)
        await chat.ask(question, action, chat.t.plain("talk-ask-reason-short"))


async def message(work: Work, conversation_id: int, message_id: int) -> Said:
    """One message of a conversation. Raises NothingThere, and as reading.conversation."""
    talk = await reading.conversation(work, conversation_id, min(message_id, LAST_ID - 1) + 1, size=1)
    if not talk.messages or talk.messages[-1].id != message_id:
        raise NothingThere
    return talk.messages[-1]


async def is_letter(work: Work, chat: Chat) -> bool:
    """Whether the pressed message brought somebody's words: it stays as it is, for a reply to it goes to them."""
    pressed = chat.event.message if isinstance(chat.event, CallbackQuery) else None
    return pressed is not None and await prompts.tied(work, str(pressed.message_id))


async def _refuse(chat: Chat, talk: Talk) -> None:
    said = why_not(talk, chat.t)
    if isinstance(chat.event, CallbackQuery):
        await chat.toast(said, alert=True)
    else:
        await chat.send(Screen(said))


def _question(key: str, talk: Talk, t: Translator) -> str:
    others = [side for side in talk.sides if not side.mine and (side.awaited or not side.left)]
    names = ", ".join(_name(side, t) for side in others[:NAMES])
    return t(key, names=names, about=talk.about, known="yes" if talk.about else "no")


def _name(side: Side, t: Translator) -> str:
    return clip(named(side.what, t) if side.kind == "office" else side.name, NAME)
