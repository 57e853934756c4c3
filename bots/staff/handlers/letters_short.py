"""Letters in their short form, for an SMS."""

from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from bots.staff.screens import letters_short as screens
from core.actions.letters import OpenShortLetters, SendShortLetters
from core.letters.short import short_letters

handlers = Handlers()


@handlers.press(OpenShortLetters)
async def open_short(chat: Chat, action: OpenShortLetters) -> None:
    async with chat.work() as work:
        found = await short_letters(work, action.class_id, action.period, everybody=action.everybody)
    await chat.show(screens.short_screen(found, action.first, chat.t))


@handlers.press(SendShortLetters)
async def send_file(chat: Chat, action: SendShortLetters) -> None:
    async with chat.work() as work:
        found = await short_letters(work, action.class_id, action.period, everybody=action.everybody)
    content, name = screens.short_file(found, chat.t)
    await chat.toast(chat.t.plain("letters-coming"))
    await chat.send_file(content, name, screens.file_caption(found, chat.t))
