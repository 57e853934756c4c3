"""Writing an announcement: a draft with its words and files, then the preview and one confirmation."""

from bots.shared.chat import Chat, Entry
from bots.shared.files import attached
from bots.shared.gathering import album_came, put_file
from bots.shared.handlers import Handlers
from bots.shared.spans import Written, written
from bots.staff.handlers.words import in_words
from bots.staff.screens import announcement_draft as screens
from bots.staff.screens import announcement_sending as sending_screens
from core.actions.announcements import NewAnnouncement
from core.actions.announcing import (
    AddDraftFiles,
    AskDropDraft,
    ConfirmAnnouncement,
    DropDraft,
    OpenDraft,
    OpenDraftFiles,
    OpenMyAnnouncements,
    PreviewAnnouncement,
    RemoveDraftFile,
    WriteAnnouncement,
)
from core.announcements import composing, sending
from core.announcements.composing import ANNOUNCEMENT_FILES, FILES
from core.announcements.facts import Draft, Preview, State
from core.files import LIMIT_MB
from core.prompts import answered_lately

handlers = Handlers()


@handlers.press(NewAnnouncement)
async def begin(chat: Chat, action: NewAnnouncement) -> None:
    async with chat.work() as work:
        draft = await composing.draft(work, action.class_id)
    if draft.may.classes or draft.may.groups or draft.may.school:
        await _ask_words(chat, draft)
    else:
        await chat.toast(chat.t.plain("whom-none"), alert=True)


@handlers.press(OpenMyAnnouncements)
async def open_mine(chat: Chat, action: OpenMyAnnouncements) -> None:
    async with chat.work() as work:
        mine = await composing.mine(work, action.first)
    await chat.show(screens.mine_screen(mine, chat.t))


@handlers.press(OpenDraft)
async def open_draft(chat: Chat, action: OpenDraft) -> None:
    await chat.show(screens.draft_screen(await draft_of(chat, action.announcement), chat.t))


@handlers.press(WriteAnnouncement)
async def ask_words(chat: Chat, action: WriteAnnouncement) -> None:
    await _ask_words(chat, await draft_of(chat, action.announcement))


@in_words(ask_words)
async def _words_typed(chat: Chat, action: WriteAnnouncement, _: str) -> None:
    await show_saved(chat, await _write(chat, action.announcement, written(chat.message)))


@handlers.answer(WriteAnnouncement)
async def words_written(chat: Chat, action: WriteAnnouncement) -> None:
    """Words, a file, or both."""
    if attached(chat.message) is None:
        await _words_typed(chat, action)
    else:
        await _take(chat, action.announcement, anew=True)


@handlers.press(OpenDraftFiles)
async def open_files(chat: Chat, action: OpenDraftFiles) -> None:
    await chat.show(screens.files_screen(await draft_of(chat, action.announcement), chat.t))


@handlers.press(AddDraftFiles)
async def ask_files(chat: Chat, action: AddDraftFiles) -> None:
    await draft_of(chat, action.announcement)
    await chat.ask(chat.t("draft-ask-files", limit=FILES, mb=LIMIT_MB), action)


@handlers.answer(AddDraftFiles)
async def files_sent(chat: Chat, action: AddDraftFiles) -> None:
    if attached(chat.message) is None:
        chat.first_said = chat.t("draft-ask-files-again")
        await ask_files(chat, action)
        return
    await _take(chat, action.announcement)


@handlers.press(RemoveDraftFile)
async def remove_file(chat: Chat, action: RemoveDraftFile) -> None:
    async with chat.work() as work:
        draft = await composing.remove_file(work, action.announcement, action.file, seen=action.rev)
    await chat.show(screens.files_screen(draft, chat.t), screens.note_toast(draft, chat.t))


@handlers.file
async def take_more(chat: Chat) -> bool:
    """The rest of an album, or a file sent right after the words."""
    draft_id = await _meant(chat)
    if draft_id is not None:
        await _take(chat, draft_id)
    return draft_id is not None


@handlers.press(AskDropDraft)
async def ask_drop(chat: Chat, action: AskDropDraft) -> None:
    await chat.show(screens.drop_screen(await draft_of(chat, action.announcement), chat.t))


@handlers.press(DropDraft)
async def drop(chat: Chat, action: DropDraft) -> None:
    async with chat.work() as work:
        gone = await composing.drop(work, action.announcement, seen=action.rev)
        mine = await composing.mine(work)
    await chat.show(screens.mine_screen(mine, chat.t), chat.t.plain("draft-dropped" if gone else "draft-changed"))


@handlers.press(PreviewAnnouncement)
async def preview(chat: Chat, action: PreviewAnnouncement) -> None:
    async with chat.work() as work:
        shown = await sending.preview(work, action.announcement)
    await _show_preview(chat, shown)


@handlers.press(ConfirmAnnouncement)
async def confirm(chat: Chat, action: ConfirmAnnouncement) -> None:
    async with chat.work() as work:
        sent = await sending.confirm(work, action.announcement, seen=action.rev)
        fresh = await sending.preview(work, action.announcement) if sent.note == "changed" else None
    if fresh is not None:
        await _show_preview(chat, fresh, chat.t.plain("draft-changed"))
        return
    toast = chat.t.plain("sent-already") if sent.note == "already" else ""
    await chat.show(sending_screens.sent_screen(sent, chat.t), toast)


async def draft_of(chat: Chat, announcement_id: int) -> Draft:
    """The author's own. Raises AccessDenied, NothingThere."""
    async with chat.work() as work:
        return await composing.open_draft(work, announcement_id)


async def show_saved(chat: Chat, draft: Draft) -> None:
    """The draft anew, under the answer that was written into it; a message that came twice is answered once."""
    if draft.note != "already":
        said = "draft-changed" if draft.note else "draft-saved"
        await chat.send(screens.draft_screen(draft, chat.t).under(chat.t(said)))


async def _ask_words(chat: Chat, draft: Draft) -> None:
    if draft.state is not State.DRAFT:
        await chat.show(screens.left_screen(draft, chat.t))
        return
    question = screens.words_question(draft, chat.t, LIMIT_MB)
    await chat.ask(question, WriteAnnouncement(draft.id), chat.t.plain("draft-ask-short"))


async def _write(chat: Chat, announcement_id: int, words: Written) -> Draft:
    source = f"message-{chat.message.message_id}"
    async with chat.work() as work:
        return await composing.set_words(work, announcement_id, words.body, words.spans, source=source)


async def _take(chat: Chat, announcement_id: int, *, anew: bool = False) -> None:
    """One more file, with its words (`anew`: they replace those written before); an album is answered once."""
    chat.entry = Entry(AddDraftFiles(announcement_id))
    came = await album_came(chat, ANNOUNCEMENT_FILES)

    async def put() -> Draft:
        async with chat.work() as work:
            return await composing.add_files(work, announcement_id, chat.files)

    draft = await put_file(chat, ANNOUNCEMENT_FILES, put)
    if chat.message.caption:
        words = written(chat.message)
        draft = await _write(chat, announcement_id, words if anew else added(draft, words))
    if not came and draft.note != "already":
        said = "draft-saved-album" if chat.message.media_group_id else "draft-saved"
        await chat.send(screens.draft_screen(draft, chat.t).under(chat.t(said)))


def added(draft: Draft, words: Written) -> Written:
    """The words of a later file go below those that stand."""
    if not draft.body:
        return words
    before = f"{draft.body}\n\n"
    moved = [[kind, int(str(at)) + len(before), length, address] for kind, at, length, address in words.spans]
    return Written(before + words.body, [*draft.spans, *moved])


async def _meant(chat: Chat) -> int | None:
    """The draft that a file sent unasked belongs to: its album's, or that of the last answer."""
    async with chat.work() as work:
        if not work.actor.connected:
            return None
        _, found = await ANNOUNCEMENT_FILES.of_album(work, chat.message.media_group_id)
        asked = None if found else await answered_lately(work)
    if found:
        return found[0]
    return asked.announcement if isinstance(asked, WriteAnnouncement | AddDraftFiles) else None


async def _show_preview(chat: Chat, shown: Preview, toast: str = "") -> None:
    *before, last = sending_screens.preview_screens(shown, chat.t)
    if not before:
        await chat.show(last, toast)
        return
    for screen in (*before, last):
        await chat.send(screen)
    await chat.toast(toast)
