"""Coming into the family bot: the code, then the consent, then home."""

from bots.family.handlers import home as at_home
from bots.family.handlers.consent import read_sheet, show_consent
from bots.family.screens.consent import closed_screen
from bots.shared.chat import Chat
from bots.shared.entry import code_in_text, redeem, welcome_screen
from bots.shared.handlers import Handlers
from core.access.consents import answer
from core.access.holders import Holder
from core.actions.access import AnswerConsent, OpenConsent, OpenConsentOf
from core.terms import ConsentAnswer

handlers = Handlers()


@handlers.command("start")
async def start(chat: Chat, argument: str) -> None:
    """A deep link brings its code; without one, home or how to get a code."""
    if argument:
        await enter(chat, argument)
        return
    await at_home.home(chat)


async def enter(chat: Chat, typed: str) -> None:
    """Let this chat in by a code. Raises the code's refusal."""
    welcome = await redeem(chat, typed)
    await chat.send(welcome_screen(welcome, chat.t))
    asked = await read_sheet(chat)
    person = asked.person(welcome.holder)
    await (at_home.home(chat) if person.open else show_consent(chat, person.holder))


async def text(chat: Chat) -> bool:
    """Plain text: a code or a stranger's words; False for something the bot did not ask for."""
    if chat.actor is None:
        async with chat.work():
            pass
    code = code_in_text(chat)
    if code is not None:
        await enter(chat, code)
    elif chat.actor is not None and chat.actor.connected:
        return False
    else:
        await at_home.outside(chat)
    return True


@handlers.press(OpenConsent)
async def open_consent(chat: Chat, _action: OpenConsent) -> None:
    await show_consent(chat)


@handlers.press(OpenConsentOf)
async def open_consent_of(chat: Chat, action: OpenConsentOf) -> None:
    await show_consent(chat, Holder(action.kind, action.person))


@handlers.press(AnswerConsent)
async def answer_consent(chat: Chat, action: AnswerConsent) -> None:
    holder = Holder(action.kind, action.person)
    async with chat.work() as work:
        settled = await answer(work, holder, action.version, action.answer)
    await chat.toast(chat.t.plain("consent-toast", answer=settled))
    await _go_on(chat, holder, settled)


async def _go_on(chat: Chat, holder: Holder, settled: ConsentAnswer) -> None:
    """After a yes the next person to be asked, or home; after a no, what it means."""
    asked = await read_sheet(chat)
    if settled is not ConsentAnswer.GIVEN:
        await chat.show(closed_screen(asked.person(holder), settled, chat.t))
    elif asked.waiting:
        await show_consent(chat)
    else:
        await at_home.home(chat)
