"""The staff bot, put together."""

from bots.shared.chat import Chat
from bots.shared.front import Front
from bots.shared.handlers import Handlers
from bots.staff import live
from bots.staff.handlers import (
    absent,
    access,
    classes,
    entry,
    families,
    groups,
    home,
    journal,
    notices,
    roll,
    today,
    week,
    workbook,
)
from core.app import App
from core.terms import Door
from locales import Screen

AREAS = (entry, home, today, roll, journal, groups, absent, week, classes, access, families, notices, workbook)


def front(app: App) -> Front:
    """Everything the staff bot answers."""
    handlers = Handlers()
    for area in AREAS:
        handlers.include(area.handlers)
    return Front(app, Door.STAFF, handlers, home.home, plain_text, live.forget)


async def plain_text(chat: Chat) -> None:
    """Words that answer no question: maybe a code, else a hint and the home screen."""
    if await entry.enter(chat, chat.message.text or ""):
        return
    await chat.send(Screen(chat.t("not-understood")))
    await home.home(chat)
