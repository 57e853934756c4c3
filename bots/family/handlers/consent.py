"""The consent text as a step of its own, before a family sees anything (A6)."""

from bots.family.screens import consent as screens
from bots.shared.chat import Chat
from bots.shared.wording import shipped_wording
from core.access.consents import ConsentSheet, sheet
from core.access.holders import Holder


async def read_sheet(chat: Chat) -> ConsentSheet:
    """What this account is asked; the shipped wording serves until the school has its own."""
    async with chat.work() as work:
        return await sheet(work, shipped_wording())


async def show_consent(chat: Chat, holder: Holder | None = None) -> None:
    """Ask a person of this account; nobody named: who has not answered, or whose answer to look at."""
    asked = await read_sheet(chat)
    if holder is not None:
        await chat.show(screens.consent_screen(asked, asked.person(holder), chat.t))
    elif len(asked.people) == 1 or asked.waiting:
        person = (*asked.waiting, *asked.people)[0]
        await chat.show(screens.consent_screen(asked, person, chat.t))
    else:
        await chat.show(screens.people_screen(asked, chat.t))
