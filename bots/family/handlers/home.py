"""Which child, and the ways back to it."""

from bots.family.handlers.consent import show_consent
from bots.family.screens.common import home_button
from bots.family.screens.home import departed_screen, home_screen, only_child
from bots.shared.chat import Chat
from bots.shared.entry import greet
from bots.shared.handlers import Handlers
from core.actions.family import FamilyHome
from core.diary.day import family_home
from core.diary.departed import departed_children, require_present
from core.errors import AccessDenied, JournalError, NotConnected
from core.prompts import drop
from locales import Screen

handlers = Handlers()


async def home(chat: Chat) -> None:
    """The only child's day, or the children to choose from; before that, the code and the consent."""
    async with chat.work() as work:
        facts = await family_home(work)
    if not facts.children:
        await (show_consent(chat) if facts.waiting else outside(chat))
    elif len(facts.children) == 1 and not facts.waiting:
        await chat.show(only_child(facts, chat.t))
    else:
        await chat.show(home_screen(facts, chat.t))


async def outside(chat: Chat) -> None:
    """Who has no child in the school: a family whose children left is told so, a stranger how to come in."""
    async with chat.work() as work:
        left = await departed_children(work)
    await (chat.show(departed_screen(left, chat.t)) if left else greet(chat))


async def name_departed(chat: Chat, refused: JournalError) -> bool:
    """Say of a child who has left the school just that, not that the page is somebody else's."""
    if isinstance(refused, NotConnected | AccessDenied):
        async with chat.work() as work:
            await require_present(work, refused)
    return False


@handlers.press(FamilyHome)
async def press_home(chat: Chat, _action: FamilyHome) -> None:
    await home(chat)


@handlers.command("menu")
async def menu(chat: Chat, _argument: str) -> None:
    await home(chat)


@handlers.command("cancel")
async def cancel(chat: Chat, _argument: str) -> None:
    """Close the questions that still wait for an answer."""
    async with chat.work() as work:
        dropped = await drop(work)
    await chat.send(Screen(chat.t("family-cancelled", count=dropped)))
    await home(chat)


async def not_understood(chat: Chat) -> None:
    """Something the bot did not ask for."""
    await chat.send(Screen(chat.t("family-not-understood"), [[home_button(chat.t)]]))
