"""A regulation of the school's own, sent as a .toml file."""

from bots.shared.chat import Chat
from bots.shared.files import received
from bots.shared.handlers import Handlers
from bots.staff.screens import rules as screens
from core.errors.regulation import RegulationUnfit
from core.regulation.changing import Change, preview
from core.regulation.choices import may_choose
from core.regulation.files import bring_file
from core.terms import FileKind
from locales import Screen

handlers = Handlers()
SUFFIX = ".toml"


@handlers.file
async def receive(chat: Chat) -> bool:
    """Keep a sent .toml file and show what choosing it would change; any other file is somebody else's."""
    document = chat.message.document
    if document is None or not (document.file_name or "").casefold().endswith(SUFFIX):
        return False
    async with chat.work() as work:
        work.actor.require_staff()
        allowed = may_choose(work)
    await (_bring(chat, document.file_name or SUFFIX) if allowed else chat.show(Screen(chat.t("rules-not-yours"))))
    return True


async def _bring(chat: Chat, name: str) -> None:
    file = await received(chat, FileKind.DOCUMENT)
    try:
        async with chat.work() as work:
            brought = await bring_file(work, name, file.content)
            seen = await preview(work, Change(brought.key))
    except RegulationUnfit as error:
        await chat.send(screens.fault_screen(error, chat.t))
        return
    await chat.send(screens.preview_screen(seen, chat.t).under(chat.t("rules-brought", title=brought.regulation.title)))
