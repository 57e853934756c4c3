"""The account's own settings."""

from bots.family.screens import settings as screens
from bots.shared.chat import Chat
from bots.shared.entry import greet
from bots.shared.handlers import Handlers
from core import preferences
from core.access import sessions
from core.actions.family import (
    AskDisconnect,
    ChooseLanguage,
    Disconnect,
    FamilyLanguage,
    FamilySettings,
)
from core.actions.sessions import FamilyCutOthers
from core.errors import ButtonOutdated
from locales import LANGUAGES, translator

handlers = Handlers()


@handlers.press(FamilySettings)
async def open_settings(chat: Chat, _action: FamilySettings) -> None:
    async with chat.work() as work:
        chosen = await preferences.family_preferences(work)
    await chat.show(screens.settings_screen(chosen, chat.t))


@handlers.command("settings")
async def settings(chat: Chat, _argument: str) -> None:
    await open_settings(chat, FamilySettings())


@handlers.command("language")
async def language(chat: Chat, _argument: str) -> None:
    await choose_language(chat, ChooseLanguage())


@handlers.press(ChooseLanguage)
async def choose_language(chat: Chat, _action: ChooseLanguage) -> None:
    async with chat.work() as work:
        connected = work.actor.connected
    await chat.show(screens.language_screen(chat.t, connected=connected))


@handlers.press(FamilyLanguage)
async def set_language(chat: Chat, action: FamilyLanguage) -> None:
    """Keep the language; a stranger has no account to keep it in and is greeted in it."""
    if action.language not in LANGUAGES:
        raise ButtonOutdated
    async with chat.work() as work:
        connected = work.actor.connected
        if connected:
            await preferences.set_language(work, action.language)
    chat.t = translator(action.language)
    await (open_settings(chat, FamilySettings()) if connected else greet(chat))


@handlers.press(AskDisconnect)
async def ask_disconnect(chat: Chat, _action: AskDisconnect) -> None:
    async with chat.work() as work:
        chosen = await preferences.family_preferences(work)
    await chat.show(screens.disconnect_screen(chosen, chat.t))


@handlers.press(Disconnect)
async def disconnect(chat: Chat, action: Disconnect) -> None:
    async with chat.work() as work:
        done = await preferences.disconnect(work, action.last)
    toast = chat.t.plain("done-toast" if done else "already-so")
    await chat.show(screens.disconnected_screen(chat.t), toast)


@handlers.press(FamilyCutOthers)
async def cut_others(chat: Chat, action: FamilyCutOthers) -> None:
    """Other phones of the own person: asked once, then cut off."""
    async with chat.work() as work:
        cut = await sessions.cut_others(work, action.last) if action.sure else 0
        shown = await sessions.family_sessions(work)
    if action.sure or not shown.others:
        await chat.toast(screens.cut_note(cut, chat.t), alert=True)
        await open_settings(chat, FamilySettings())
    else:
        await chat.show(screens.cut_others_screen(shown, chat.t))
