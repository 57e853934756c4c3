"""Conversations of the staff: the list, one of them, words and files into it."""

from bots.shared import talk_flow as flow
from bots.shared import talking
from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
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
    await flow.open_inbox(chat, WAYS, action.first, inbox_tools)


@handlers.press(FindConversation)
async def ask_find(chat: Chat, action: FindConversation) -> None:
    async with chat.work() as work:
        work.actor.require_staff()
    await chat.ask(chat.t("talk-ask-find"), action, chat.t.plain("talk-ask-find-short"))


@handlers.answer(FindConversation)
@in_words(ask_find)
async def find(chat: Chat, _: FindConversation, words: str) -> None:
    await flow.find(chat, WAYS, words)


@handlers.press(OpenConversation)
async def open_conversation(chat: Chat, action: OpenConversation) -> None:
    await flow.open_one(chat, WAYS, action.conversation, action.before, complaint_tools)


@handlers.press(ShowWhole)
async def show_whole(chat: Chat, action: ShowWhole) -> None:
    await flow.show_whole(chat, WAYS, action.conversation, action.message)


@handlers.press(OpenConversationMore)
async def open_more(chat: Chat, action: OpenConversationMore) -> None:
    await flow.open_more(chat, WAYS, action.conversation, more_tools)


@handlers.press(SendConversationFile)
async def send_file(chat: Chat, action: SendConversationFile) -> None:
    await flow.send_file(chat, action.conversation, action.file)


@handlers.press(WriteMessage)
async def ask_message(chat: Chat, action: WriteMessage) -> None:
    await flow.ask_message(chat, WAYS, action.conversation)


@handlers.letter(WriteMessage)
async def take_message(chat: Chat, action: WriteMessage) -> None:
    if not await typed_in(chat):
        await flow.take_message(chat, WAYS, action.conversation)


@handlers.press(WriteUrgently)
async def ask_urgent(chat: Chat, action: WriteUrgently) -> None:
    await flow.ask_urgent(chat, WAYS, action.conversation, action.reason)


@handlers.letter(WriteUrgently)
async def take_urgent(chat: Chat, action: WriteUrgently) -> None:
    if not await typed_in(chat):
        await flow.take_urgent(chat, WAYS, action.conversation, action.reason)


@handlers.press(ComplainOfConversation)
async def ask_complaint(chat: Chat, action: ComplainOfConversation) -> None:
    await flow.ask_complaint(chat, WAYS, action.conversation)


@handlers.answer(ComplainOfConversation)
@in_words(ask_complaint)
async def complain(chat: Chat, action: ComplainOfConversation, words: str) -> None:
    await flow.complain(chat, WAYS, action.conversation, words)
