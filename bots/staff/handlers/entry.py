"""Coming into the staff bot by a code."""

from bots.shared.chat import Chat
from bots.shared.entry import attempt_code, code_in_text, greet, welcome_screen
from bots.shared.handlers import Handlers
from bots.staff.handlers.home import home
from bots.staff.screens.sessions import ended

handlers = Handlers()


@handlers.command("start")
async def start(chat: Chat, argument: str) -> None:
    """A deep link brings its code; without one, home or how to get a code."""
    if argument:
        await come_in(chat, argument)
        return
    async with chat.work() as work:
        connected = work.actor.connected
    await (home(chat) if connected else greet(chat))


async def enter(chat: Chat, text: str) -> bool:
    """Whether plain text is settled here: a code, or a stranger's words answered by a greeting."""
    if code_in_text(chat) is not None:
        await come_in(chat, text)
        return True
    if chat.actor is not None and chat.actor.connected:
        return False
    await greet(chat)
    return True


async def come_in(chat: Chat, typed: str) -> None:
    """Let this chat in by a code, or end the sessions that it ends. Raises the code's refusal."""
    attempt = await attempt_code(chat, typed)
    if attempt.ended is not None:
        await chat.send(ended(attempt.ended, chat.t))
        return
    await chat.send(welcome_screen(attempt.settled(), chat.t))
    await home(chat)
