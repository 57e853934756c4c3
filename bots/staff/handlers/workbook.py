"""The school workbook in the chat: a file comes, its changes are shown, and loaded when confirmed."""

import asyncio

from aiogram.types import Document

from bots.shared.chat import Chat
from bots.shared.files import fetched
from bots.shared.handlers import Handlers
from bots.staff.progress import ProgressLine
from bots.staff.screens import workbook as screens
from core.actions.workbook import DropWorkbook, LoadWorkbook, OpenWorkbook, SendTemplate
from core.errors.files import FileNotAccepted
from core.terms import Role
from core.workbook import Fault, FaultCode, ImportReport
from core.workbook.container import LIMIT_MB, MB
from core.workbook.desk import confirm_workbook, drop_workbook, receive_workbook, require_administrator
from documents.workbook_faults import MARKABLE_BYTES, mark_faults
from documents.workbook_template import workbook_template

handlers = Handlers()
SUFFIX = ".xlsx"


@handlers.press(OpenWorkbook)
async def open_about(chat: Chat, _: OpenWorkbook) -> None:
    async with chat.work() as work:
        require_administrator(work)
    await chat.show(screens.about(chat.t))


@handlers.press(SendTemplate)
async def send_template(chat: Chat, _: SendTemplate) -> None:
    async with chat.work() as work:
        require_administrator(work)
    name = chat.t.plain("workbook-template-name")
    await chat.send_file(workbook_template(chat.t), name, screens.template_caption(chat.t))


@handlers.file
async def receive(chat: Chat) -> bool:
    """A file was sent: an administrator's is looked at as a workbook, anybody else's workbook is refused.

    Photos only hint.
    """
    document = chat.message.document
    async with chat.work() as work:
        if not work.actor.holds(Role.ADMINISTRATOR) and not _named_as_workbook(document):
            return False
        require_administrator(work)
    if document is None:
        await chat.send(screens.note(chat.t("workbook-send-file"), chat.t))
        return True
    content = await _download(chat, document)
    if content is None:
        await chat.send(screens.faulty(_too_large(document), chat.t))
        return True
    await _look(chat, content, document)
    return True


def _named_as_workbook(document: Document | None) -> bool:
    return document is not None and (document.file_name or "").lower().endswith(SUFFIX)


async def _look(chat: Chat, content: bytes, document: Document) -> None:
    name = document.file_name or "workbook.xlsx"
    async with ProgressLine(chat) as line:
        async with chat.work() as work:
            result = await receive_workbook(work, content, name, f"workbook:{chat.message.message_id}", line.reached)
        await line.finish(screens.received(result, chat.t))
    await _return_marked(chat, content, result.report)


async def _return_marked(chat: Chat, content: bytes, report: ImportReport) -> None:
    """The faulty file back, where there are cells to colour."""
    if not any(fault.sheet for fault in report.faults) or len(content) > MARKABLE_BYTES:
        return
    marked = await asyncio.to_thread(mark_faults, content, report.faults, report.warnings, chat.t)
    await chat.send_file(marked, chat.t.plain("workbook-faults-name", name=report.name), screens.faults_caption(chat.t))


@handlers.press(LoadWorkbook)
async def load(chat: Chat, action: LoadWorkbook) -> None:
    async with chat.work() as work:
        require_administrator(work)
    await chat.toast()
    async with ProgressLine(chat) as line:
        async with chat.work() as work:
            result = await confirm_workbook(work, action.file, action.seen, line.reached)
        await line.finish(screens.confirmed(result, chat.t))


@handlers.press(DropWorkbook)
async def drop(chat: Chat, action: DropWorkbook) -> None:
    async with chat.work() as work:
        await drop_workbook(work, action.file)
    await chat.show(screens.note(chat.t("workbook-cancelled"), chat.t))


async def _download(chat: Chat, document: Document) -> bytes | None:
    """The file's bytes; None when it is larger than Telegram gives to bots."""
    if (document.file_size or 0) > LIMIT_MB * MB:
        return None
    try:
        return await fetched(chat.bot, document)
    except FileNotAccepted:
        return None


def _too_large(document: Document) -> ImportReport:
    return ImportReport(document.file_name or "", (Fault(FaultCode.TOO_LARGE, facts={"limit_mb": LIMIT_MB}),))
