"""Home, help, own settings and the commands that always work."""

from bots.shared.chat import Chat
from bots.shared.entry import greet
from bots.shared.handlers import Handlers
from bots.staff.screens import home as screens
from core import preferences, prompts
from core.actions.staff import BellCards, StaffHome, StaffLanguage, StaffSettings
from core.days.teaching_day import staff_desk
from core.errors import ButtonOutdated
from locales import LANGUAGES, Screen, translator

handlers = Handlers()


async def home(chat: Chat) -> None:
    """The home screen, in place of a pressed message or as a new one; a stranger is told how to come in."""
    async with chat.work() as work:
        desk, roles = await staff_desk(work) if work.actor.connected else None, work.actor.roles
    await (chat.show(screens.home(desk, roles, chat.t)) if desk else greet(chat))


@handlers.press(StaffHome)
async def press_home(chat: Chat, _: StaffHome) -> None:
    await home(chat)


@handlers.command("menu")
async def menu(chat: Chat, _: str) -> None:
    await home(chat)


@handlers.command("cancel")
async def cancel(chat: Chat, _: str) -> None:
    async with chat.work() as work:
        dropped = await prompts.drop(work)
    await chat.send(Screen(chat.t("cancelled" if dropped else "nothing-to-cancel")))
    await home(chat)


@handlers.command("language", "settings")
async def open_settings(chat: Chat, _: str) -> None:
    async with chat.work() as work:
        desk = await staff_desk(work)
    await chat.send(screens.settings(desk, chat.t, work.actor.roles))


@handlers.press(StaffSettings)
async def press_settings(chat: Chat, _: StaffSettings) -> None:
    async with chat.work() as work:
        desk = await staff_desk(work)
    await chat.show(screens.settings(desk, chat.t, work.actor.roles))


@handlers.press(StaffLanguage)
async def choose_language(chat: Chat, action: StaffLanguage) -> None:
    if action.language not in LANGUAGES:
        raise ButtonOutdated
    async with chat.work() as work:
        await preferences.set_language(work, action.language)
        desk = await staff_desk(work)
    chat.t = translator(action.language)
    await chat.show(screens.settings(desk, chat.t, work.actor.roles), chat.t.plain("done-toast"))


@handlers.press(BellCards)
async def choose_bell_cards(chat: Chat, action: BellCards) -> None:
    async with chat.work() as work:
        await preferences.set_bell_cards(work, on=action.on)
        desk = await staff_desk(work)
    await chat.show(screens.settings(desk, chat.t, work.actor.roles), chat.t.plain("done-toast"))
