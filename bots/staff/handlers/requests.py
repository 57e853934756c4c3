"""What the rules refused: kept, asked for, decided."""

from dataclasses import replace

from aiogram.types import Message

from bots.shared.chat import Chat, Entry
from bots.shared.files import send_page as send_file
from bots.shared.handlers import Handlers
from bots.staff.handlers.page import send_page
from bots.staff.handlers.words import in_words
from bots.staff.screens import page as page_screens
from bots.staff.screens import requests as screens
from core.actions.page import OpenRequests
from core.actions.requests import (
    ApproveEntry,
    AskForEntry,
    CommentRefusal,
    GiveReason,
    InsistOnEntry,
    OpenRequest,
    RefuseEntry,
    ShowRequestFiles,
)
from core.errors import AccessDenied, JournalError
from core.errors.entries import EntryNotCarriedOut, EntryWindowClosed, NotInRussian
from core.page import writing
from core.page.sheet import LessonPage
from core.requests import deciding, keeping
from core.requests.reading import EntryCard
from core.requests.registry import CARRIERS
from locales import Screen

handlers = Handlers()


async def offer(chat: Chat, refusal: JournalError) -> bool:
    """Keep an entry that the rules refused and say what may be done with it; False: nothing of that kind."""
    entry = chat.entry
    if entry is None or not isinstance(refusal, EntryWindowClosed | NotInRussian) or type(entry.action) not in CARRIERS:
        return False
    async with chat.work() as work:
        card = await keeping.keep(work, entry.action, entry.words, refusal, files=chat.files, insists=entry.insists)
    await chat.show(screens.offer(card, refusal, again=isinstance(chat.event, Message), t=chat.t))
    return True


@handlers.press(OpenRequests)
async def open_requests(chat: Chat, _: OpenRequests) -> None:
    async with chat.work() as work:
        requests = await deciding.open_requests(work)
    await chat.show(screens.list_screen(requests, chat.t))


@handlers.press(OpenRequest)
async def open_request(chat: Chat, action: OpenRequest) -> None:
    await _show(chat, action.request)


@handlers.press(AskForEntry)
async def ask_reason(chat: Chat, action: AskForEntry) -> None:
    async with chat.work() as work:
        card = await keeping.kept_entry(work, action.request)
    if card.asked_at is not None or card.done:
        await _show(chat, card.id, chat.t.plain("request-sent-already"))
    else:
        await chat.ask(chat.t("request-ask-reason"), action, chat.t.plain("request-ask-reason-short"))


@handlers.answer(AskForEntry)
@in_words(ask_reason)
async def take_reason(chat: Chat, action: AskForEntry, words: str) -> None:
    async with chat.work() as work:
        card, told = await keeping.ask_for_entry(work, action.request, words)
    await chat.send(screens.asked_screen(card, told, chat.t))


@handlers.press(GiveReason)
async def ask_own_reason(chat: Chat, action: GiveReason) -> None:
    async with chat.work() as work:
        card = await keeping.kept_entry(work, action.request)
    if card.answer is not None or card.done:
        await _show(chat, card.id, chat.t.plain("page-note-already"))
    else:
        await chat.ask(chat.t("request-ask-own-reason"), action, chat.t.plain("request-ask-reason-short"))


@handlers.answer(GiveReason)
@in_words(ask_own_reason)
async def take_own_reason(chat: Chat, action: GiveReason, words: str) -> None:
    await _again(chat, action.request)
    async with chat.work() as work:
        card, written = await deciding.give_reason(work, action.request, words)
    await _send_written(chat, card, written=written)


@handlers.press(InsistOnEntry)
async def insist(chat: Chat, action: InsistOnEntry) -> None:
    await _again(chat, action.request, insists=True)
    async with chat.work() as work:
        card, written = await deciding.insist(work, action.request)
    page = await _page(chat, card)
    toast = chat.t.plain("page-written" if written else "page-note-already")
    await chat.show(page_screens.page_screen(page, chat.t) if page else Screen(chat.t("page-written")), toast)


@handlers.press(ShowRequestFiles)
async def show_files(chat: Chat, action: ShowRequestFiles) -> None:
    async with chat.work() as work:
        pages = await deciding.request_files(work, action.request)
    await chat.toast()
    for page in pages:
        await send_file(chat, page, chat.t("request-file"))


@handlers.press(ApproveEntry)
async def approve(chat: Chat, action: ApproveEntry) -> None:
    try:
        async with chat.work() as work:
            card, decided = await deciding.approve(work, action.request)
    except EntryNotCarriedOut as error:
        await _show(chat, action.request, under=screens.failed(error.facts["cause"], chat.t))
        return
    toast = chat.t.plain("request-approved" if decided else "request-decided-already")
    await chat.show(screens.request_screen(card, may_decide=True, t=chat.t), toast)


@handlers.press(RefuseEntry)
async def refuse(chat: Chat, action: RefuseEntry) -> None:
    async with chat.work() as work:
        card, decided = await deciding.refuse(work, action.request)
    toast = chat.t.plain("request-refused" if decided else "request-decided-already")
    await chat.show(screens.request_screen(card, may_decide=True, t=chat.t), toast)


@handlers.press(CommentRefusal)
async def ask_comment(chat: Chat, action: CommentRefusal) -> None:
    async with chat.work() as work:
        card = await deciding.open_request(work, action.request)
        if not card.decidable_by(work):
            raise AccessDenied(request=action.request)
    if card.answer is not None:
        await _show(chat, card.id, chat.t.plain("request-decided-already"))
    else:
        await chat.ask(chat.t("request-ask-comment"), action, chat.t.plain("request-ask-comment-short"))


@handlers.answer(CommentRefusal)
@in_words(ask_comment)
async def take_comment(chat: Chat, action: CommentRefusal, words: str) -> None:
    async with chat.work() as work:
        card, decided = await deciding.refuse(work, action.request, words)
    said = chat.t("request-refused" if decided else "request-decided-already")
    await chat.send(screens.request_screen(card, may_decide=True, t=chat.t).under(said))


async def _show(chat: Chat, request_id: int, toast: str = "", *, under: str = "") -> None:
    """A request as it stands now."""
    async with chat.work() as work:
        card = await deciding.open_request(work, request_id)
        may_decide = card.decidable_by(work)
    screen = screens.request_screen(card, may_decide=may_decide, t=chat.t)
    await chat.show(screen.under(under) if under else screen, toast)


async def _again(chat: Chat, request_id: int, *, insists: bool = False) -> None:
    """From here on this update is about the kept entry: refused once more, it is kept once more."""
    async with chat.work() as work:
        card = await keeping.kept_entry(work, request_id)
    chat.files = card.files
    chat.entry = Entry(card.action, card.words, insists or card.insists) if card.action else None


async def _page(chat: Chat, card: EntryCard) -> LessonPage | None:
    if card.lesson is None:
        return None
    async with chat.work() as work:
        return await writing.open_page(work, card.lesson.id)


async def _send_written(chat: Chat, card: EntryCard, *, written: bool) -> None:
    page = await _page(chat, card)
    if page is not None:
        await send_page(chat, page if written else replace(page, note="already"))
    else:
        await chat.send(Screen(chat.t("page-written" if written else "page-note-already")))
