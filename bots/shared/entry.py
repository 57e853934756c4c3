"""Coming in by a code, through either door."""

import structlog

from bots.shared.chat import Chat
from core.access import codes
from core.access.codes import Attempt, Welcome
from core.actor import Presence
from core.rules.code_text import reads_as_code, surely_code
from locales import Screen, Translator

log = structlog.get_logger()


async def redeem(chat: Chat, typed: str) -> Welcome:
    """Let this chat speak for the code's person. Raises the code's refusal."""
    return (await attempt_code(chat, typed)).settled()


async def attempt_code(chat: Chat, typed: str) -> Attempt:
    """What came of a code, also from a phone whose PIN is not given."""
    async with chat.work(Presence.LOCKED) as work:
        attempt = await codes.redeem(work, chat.address, typed, chat.t.language)
    if attempt.refusal is not None:
        log.warning("code_refused", door=chat.address.door, chat=chat.address.chat, why=attempt.refusal.code)
    return attempt


def code_in_text(chat: Chat) -> str | None:
    """The plain text, if it is meant as a code; of somebody connected only what is typed like one counts."""
    text = chat.message.text or ""
    connected = chat.actor is not None and chat.actor.connected
    meant = surely_code(text) if connected else reads_as_code(text)
    return text if meant else None


def welcome_screen(welcome: Welcome, t: Translator) -> Screen:
    """Who this chat speaks for from now on."""
    lines = [t("access-welcome", name=welcome.name, already="yes" if welcome.already else "no")]
    if welcome.replaced:
        lines.append(t("access-welcome-replaced", name=welcome.replaced))
    return Screen("\n\n".join(lines))


async def greet(chat: Chat) -> None:
    """Tell somebody who is not connected how to come in; nothing else."""
    await chat.show(Screen(chat.t(f"access-greeting-{chat.address.door}")))
