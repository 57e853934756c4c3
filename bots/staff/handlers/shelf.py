"""The school's shelf for the staff: read, published, acknowledged."""

import asyncio

from bots.shared.chat import Chat
from bots.shared.files import attached, keep_attached, send_page
from bots.shared.handlers import Handlers
from bots.staff.handlers.words import in_words
from bots.staff.screens import shelf as screens
from core.actions.shelf import (
    AcknowledgeShelfItem,
    AddShelfItem,
    AskWithdrawShelfItem,
    FindShelfItem,
    OpenShelf,
    OpenShelfItem,
    OpenShelfReaders,
    OpenShelfSection,
    PublishShelfItem,
    RemindShelfReaders,
    RenameShelfItem,
    SendShelfFile,
    SendShelfSheet,
    SetShelfAcknowledgement,
    SetShelfReaders,
    WithdrawShelfItem,
)
from core.errors import AccessDenied, NothingThere, TextTooLong
from core.errors.files import AddressWrong
from core.shelf import publishing, readers, reading
from core.shelf.publishing import Shelved
from core.shelf.sheet import document_sheet
from documents.acknowledgements import acknowledgements_name, acknowledgements_pdf
from locales import Screen

handlers = Handlers()


@handlers.press(OpenShelf)
async def open_shelf(chat: Chat, _: OpenShelf) -> None:
    async with chat.work() as work:
        found = await reading.shelf(work)
    await chat.show(screens.shelf_screen(found, chat.t))


@handlers.press(OpenShelfSection)
async def open_section(chat: Chat, action: OpenShelfSection) -> None:
    async with chat.work() as work:
        page = await reading.shelf_section(work, action.section, action.first)
    await chat.show(screens.list_screen(page, chat.t))


@handlers.press(OpenShelfItem)
async def open_item(chat: Chat, action: OpenShelfItem) -> None:
    async with chat.work() as work:
        found = await reading.document(work, action.item)
    await chat.show(screens.document_screen(found, chat.t))


@handlers.press(FindShelfItem)
async def ask_words(chat: Chat, action: FindShelfItem) -> None:
    async with chat.work() as work:
        work.actor.require_staff()
    await chat.ask(chat.t("shelf-ask-words"), action, chat.t.plain("shelf-ask-words-short"))


@handlers.answer(FindShelfItem)
@in_words(ask_words)
async def find(chat: Chat, _: FindShelfItem, words: str) -> None:
    async with chat.work() as work:
        page = await reading.found_on_shelf(work, words)
    await chat.send(screens.list_screen(page, chat.t))


@handlers.press(AddShelfItem)
async def ask_document(chat: Chat, action: AddShelfItem) -> None:
    async with chat.work() as work:
        page = await reading.shelf_section(work, action.section)
    if not page.publishes:
        raise AccessDenied(section=action.section)
    await chat.ask(screens.question(page, chat.t), action, chat.t.plain("shelf-ask-short"))


@handlers.answer(AddShelfItem)
async def take_document(chat: Chat, action: AddShelfItem) -> None:
    """A file with its title, or words: a draft; what does not fit is said and asked for again."""
    if attached(chat.message):
        await keep_attached(chat)
    words, source = chat.message.text or chat.message.caption or "", f"message-{chat.message.message_id}"
    try:
        async with chat.work() as work:
            made = await publishing.add_document(work, action.section, words, chat.files, source=source)
    except (AddressWrong, TextTooLong, NothingThere) as error:
        key = "shelf-ask-again" if isinstance(error, NothingThere) else f"error-{error.code}"
        chat.first_said = chat.t(key, **error.facts)
        await ask_document(chat, action)
        return
    await chat.send(screens.document_screen(made.document, chat.t).under(chat.t("shelf-draft-made")))


@handlers.press(RenameShelfItem)
async def ask_title(chat: Chat, action: RenameShelfItem) -> None:
    async with chat.work() as work:
        found = await reading.document(work, action.item)
    if not found.publishes:
        raise AccessDenied(item=action.item)
    await chat.ask(chat.t("shelf-ask-title", title=found.title), RenameShelfItem(found.id, found.rev))


@handlers.answer(RenameShelfItem)
@in_words(ask_title)
async def renamed(chat: Chat, action: RenameShelfItem, words: str) -> None:
    async with chat.work() as work:
        found = await publishing.rename(work, action.item, words, seen=action.rev)
    if found.note == "changed":
        chat.first_said = chat.t("homework-typed-changed")
        await ask_title(chat, action)
        return
    await chat.send(screens.document_screen(found.document, chat.t))


@handlers.press(SetShelfReaders)
async def set_readers(chat: Chat, action: SetShelfReaders) -> None:
    async with chat.work() as work:
        found = await publishing.set_readers(work, action.item, everybody=action.everybody, seen=action.rev)
    await _show(chat, found)


@handlers.press(SetShelfAcknowledgement)
async def set_acknowledgement(chat: Chat, action: SetShelfAcknowledgement) -> None:
    async with chat.work() as work:
        found = await publishing.set_acknowledgement(work, action.item, asked=action.asked, seen=action.rev)
    await _show(chat, found)


@handlers.press(PublishShelfItem)
async def publish(chat: Chat, action: PublishShelfItem) -> None:
    async with chat.work() as work:
        found = await publishing.publish(work, action.item, seen=action.rev)
    await _show(chat, found, "shelf-published-toast")


@handlers.press(AskWithdrawShelfItem)
async def ask_withdraw(chat: Chat, action: AskWithdrawShelfItem) -> None:
    async with chat.work() as work:
        found = await reading.document(work, action.item)
    if not found.publishes:
        raise AccessDenied(item=action.item)
    await chat.show(screens.withdraw_screen(found, chat.t))


@handlers.press(WithdrawShelfItem)
async def withdraw(chat: Chat, action: WithdrawShelfItem) -> None:
    async with chat.work() as work:
        found = await reading.document(work, action.item)
        note = await publishing.withdraw(work, action.item, seen=action.rev)
        page = await reading.shelf_section(work, found.section)
    toast = chat.t.plain("homework-note-changed" if note else "shelf-withdrawn")
    await chat.show(screens.list_screen(page, chat.t), toast)


@handlers.press(SendShelfFile)
async def send_file(chat: Chat, action: SendShelfFile) -> None:
    async with chat.work() as work:
        found, page = await reading.document_file(work, action.item)
    await chat.toast()
    await send_page(chat, page, chat.t.data(found.title))


@handlers.press(AcknowledgeShelfItem)
async def acknowledge(chat: Chat, action: AcknowledgeShelfItem) -> None:
    async with chat.work() as work:
        found = await readers.acknowledge(work, action.item)
    await chat.show(screens.document_screen(found, chat.t), chat.t.plain("shelf-thanks"))


@handlers.press(OpenShelfReaders)
async def open_readers(chat: Chat, action: OpenShelfReaders) -> None:
    async with chat.work() as work:
        found = await readers.readers(work, action.item, action.class_id, action.first)
    await chat.show(screens.readers_screen(found, chat.t))


@handlers.press(RemindShelfReaders)
async def remind(chat: Chat, action: RemindShelfReaders) -> None:
    async with chat.work() as work:
        count = await readers.remind(work, action.item)
    await chat.toast(chat.t.plain("shelf-reminded", count=count), alert=True)


@handlers.press(SendShelfSheet)
async def send_sheet(chat: Chat, action: SendShelfSheet) -> None:
    async with chat.work() as work:
        facts = await document_sheet(work, action.item)
    await chat.toast()
    pdf = await asyncio.to_thread(acknowledgements_pdf, facts, chat.t)
    caption = Screen(chat.t("shelf-sheet-caption", title=facts.body))
    await chat.send_file(pdf, acknowledgements_name(facts, chat.t), caption)


async def _show(chat: Chat, found: Shelved, done: str = "") -> None:
    note = {"already": "already-so", "changed": "homework-note-changed"}.get(found.note, done)
    await chat.show(screens.document_screen(found.document, chat.t), chat.t.plain(note) if note else "")
