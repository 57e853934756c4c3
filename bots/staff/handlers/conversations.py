"""Conversations of the staff: the list, one of them, words and files into it."""

from collections.abc import Awaitable, Callable

from bots.shared import talk_asking as asking
from bots.shared import talking
from bots.shared.chat import Chat
from bots.shared.files import send_page
from bots.shared.handlers import Handlers
from bots.shared.talk_list import found_screen, inbox_screen
from bots.shared.talk_page import more_screen, talk_screen, whole_screen
from bots.staff.handlers import entry
from bots.staff.handlers.words import in_words
from bots.staff.screens.conversations import WAYS, complaint_tools, inbox_tools, more_tools
from core.actions.conversations import (
    ComplainOfConversation,
    FindConversation,
    OpenConversation,
    OpenConversationMore,
    OpenInbox,
    SendConversationFile,
    ShowWhole,
    WriteMessage,
    WriteUrgently,
)
from core.conversations import complaints, inbox, reading
from locales import Screen

handlers = Handlers()


async def typed_in(chat: Chat) -> bool:
    """Whether the words were an access code, whatever was asked."""
    return await entry.enter(chat, chat.message.text or "")


@handlers.file
async def take_more(chat: Chat) -> bool:
    """The rest of an album whose first file was said already."""
    return await talking.take_more(chat)


@handlers.press(OpenInbox)
async def open_inbox(chat: Chat, action: OpenInbox) -> None:
    async with chat.work() as work:
        found = await inbox.inbox(work, action.first)
    await chat.show(inbox_screen(found, work.today, WAYS, chat.t, inbox_tools(chat.t)))


@handlers.press(FindConversation)
async def ask_find(chat: Chat, action: FindConversation) -> None:
    async with chat.work() as work:
        work.actor.require_staff()
    await chat.ask(chat.t("talk-ask-find"), action, chat.t.plain("talk-ask-find-short"))


@handlers.answer(FindConversation)
@in_words(ask_find)
async def find(chat: Chat, _: FindConversation, words: str) -> None:
    async with chat.work() as work:
        found = await inbox.search(work, words)
    await chat.send(found_screen(found, words, work.today, WAYS, chat.t))


@handlers.press(OpenConversation)
async def open_conversation(chat: Chat, action: OpenConversation) -> None:
    async with chat.work() as work:
        talk = await reading.conversation(work, action.conversation, action.before)
        letter = await asking.is_letter(work, chat)
    screen = talk_screen(talk, work.today, WAYS, chat.t, older_than=action.before, tools=complaint_tools(talk, chat.t))
    await (chat.send(screen) if letter else chat.show(screen))


@handlers.press(ShowWhole)
async def show_whole(chat: Chat, action: ShowWhole) -> None:
    async with chat.work() as work:
        said = await asking.message(work, action.conversation, action.message)
    await chat.show(whole_screen(said, action.conversation, WAYS, chat.t))


@handlers.press(OpenConversationMore)
async def open_more(chat: Chat, action: OpenConversationMore) -> None:
    async with chat.work() as work:
        talk = await reading.conversation(work, action.conversation)
    await chat.show(more_screen(talk, work.today, WAYS, chat.t, more_tools(talk, chat.t)))


@handlers.press(SendConversationFile)
async def send_file(chat: Chat, action: SendConversationFile) -> None:
    async with chat.work() as work:
        page = await reading.file_of(work, action.conversation, action.file)
    await chat.toast()
    await send_page(chat, page, "")


@handlers.press(WriteMessage)
async def ask_message(chat: Chat, action: WriteMessage) -> None:
    async with chat.work() as work:
        talk = await reading.conversation(work, action.conversation, size=1)
    await asking.ask(chat, talk, action)


@handlers.letter(WriteMessage)
async def take_message(chat: Chat, action: WriteMessage) -> None:
    if not await typed_in(chat):
        await talking.say(chat, WAYS, talking.to(action.conversation), again(chat, ask_message, action))


@handlers.press(WriteUrgently)
async def ask_urgent(chat: Chat, action: WriteUrgently) -> None:
    async with chat.work() as work:
        talk = await reading.conversation(work, action.conversation, size=1)
    await asking.ask_urgent(chat, talk, action, known=action.reason is not None)


@handlers.letter(WriteUrgently)
async def take_urgent(chat: Chat, action: WriteUrgently) -> None:
    if await typed_in(chat):
        return
    repeat = again(chat, ask_urgent, action)
    if action.reason is None:
        reason = await talking.keep_reason(chat, repeat)
        if reason is not None:
            await ask_urgent(chat, WriteUrgently(action.conversation, reason))
    else:
        await talking.say(chat, WAYS, talking.to(action.conversation), repeat, reason=action.reason)


@handlers.press(ComplainOfConversation)
async def ask_complaint(chat: Chat, action: ComplainOfConversation) -> None:
    async with chat.work() as work:
        await complaints.own(work, action.conversation)
    await chat.ask(chat.t("talk-ask-complaint"), action, chat.t.plain("talk-ask-complaint-short"))


@handlers.answer(ComplainOfConversation)
@in_words(ask_complaint)
async def complain(chat: Chat, action: ComplainOfConversation, words: str) -> None:
    async with chat.work() as work:
        await complaints.complain(work, action.conversation, words)
    await chat.send(Screen(chat.t("talk-complaint-made"), [WAYS.back(chat.t)]))


def again(chat: Chat, ask: Callable[..., Awaitable[None]], action: object) -> talking.Ask:
    """Puts the same question once more."""
    return lambda: ask(chat, action)
