"""The school's documents for families: read, acknowledged."""

from bots.family.screens import shelf as screens
from bots.shared.chat import Chat
from bots.shared.files import send_page
from bots.shared.handlers import Handlers
from core.actions.shelf import (
    AcknowledgeFamilyItem,
    OpenFamilyItem,
    OpenFamilySection,
    OpenFamilyShelf,
    SendFamilyFile,
)
from core.shelf import readers, reading

handlers = Handlers()


@handlers.press(OpenFamilyShelf)
async def open_shelf(chat: Chat, _: OpenFamilyShelf) -> None:
    async with chat.work() as work:
        found = await reading.shelf(work)
    await chat.show(screens.shelf_screen(found, chat.t))


@handlers.press(OpenFamilySection)
async def open_section(chat: Chat, action: OpenFamilySection) -> None:
    async with chat.work() as work:
        page = await reading.shelf_section(work, action.section, action.first)
    await chat.show(screens.list_screen(page, action.section, chat.t))


@handlers.press(OpenFamilyItem)
async def open_item(chat: Chat, action: OpenFamilyItem) -> None:
    async with chat.work() as work:
        found = await reading.document(work, action.item)
    await chat.show(screens.document_screen(found, chat.t))


@handlers.press(SendFamilyFile)
async def send_file(chat: Chat, action: SendFamilyFile) -> None:
    async with chat.work() as work:
        found, page = await reading.document_file(work, action.item)
    await chat.toast()
    await send_page(chat, page, chat.t.data(found.title))


@handlers.press(AcknowledgeFamilyItem)
async def acknowledge(chat: Chat, action: AcknowledgeFamilyItem) -> None:
    async with chat.work() as work:
        found = await readers.acknowledge(work, action.item)
    await chat.show(screens.document_screen(found, chat.t), chat.t.plain("shelf-thanks"))
