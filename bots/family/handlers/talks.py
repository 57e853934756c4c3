"""Conversations of a family: the list, one of them, words and files into it."""

from bots.family.handlers import entry
from bots.family.screens.talks import WAYS, inbox_tools
from bots.shared import talk_flow as flow
from bots.shared import talking
from bots.shared.chat import Chat
from bots.shared.handlers import Handlers
from core.actions.conversations import (
    ComplainOfTalk,
    FindTalk,
    OpenTalk,
    OpenTalkMore,
    OpenTalks,
    SendTalkFile,
    ShowWholeTalk,
    WriteTalk,
    WriteTalkUrgently,
)
from core.errors import TextTooLong

handlers = Handlers()


@handlers.file
async def take_more(chat: Chat) -> bool:
    """The rest of an album whose first file was said already."""
    return await talking.take_more(chat)


@handlers.press(OpenTalks)
async def open_inbox(chat: Chat, action: OpenTalks) -> None:
    await flow.open_inbox(chat, WAYS, action.first, inbox_tools)


@handlers.press(FindTalk)
async def ask_find(chat: Chat, action: FindTalk) -> None:
    async with chat.work() as work:
        work.actor.require_voice()
    await chat.ask(chat.t("talk-ask-find"), action, chat.t.plain("talk-ask-find-short"))


@handlers.answer(FindTalk)
async def find(chat: Chat, action: FindTalk) -> None:
    if not chat.message.text:
        await ask_find(chat, action)
    elif not await entry.text(chat):
        await flow.find(chat, WAYS, chat.message.text)


@handlers.press(OpenTalk)
async def open_talk(chat: Chat, action: OpenTalk) -> None:
    await flow.open_one(chat, WAYS, action.conversation, action.before)


@handlers.press(ShowWholeTalk)
async def show_whole(chat: Chat, action: ShowWholeTalk) -> None:
    await flow.show_whole(chat, WAYS, action.conversation, action.message)


@handlers.press(OpenTalkMore)
async def open_more(chat: Chat, action: OpenTalkMore) -> None:
    await flow.open_more(chat, WAYS, action.conversation)


@handlers.press(SendTalkFile)
async def send_file(chat: Chat, action: SendTalkFile) -> None:
    await flow.send_file(chat, action.conversation, action.file)


@handlers.press(WriteTalk)
async def ask_message(chat: Chat, action: WriteTalk) -> None:
    await flow.ask_message(chat, WAYS, action.conversation)


@handlers.letter(WriteTalk)
async def take_message(chat: Chat, action: WriteTalk) -> None:
    if not await entry.text(chat):
        await flow.take_message(chat, WAYS, action.conversation)


@handlers.press(WriteTalkUrgently)
async def ask_urgent(chat: Chat, action: WriteTalkUrgently) -> None:
    await flow.ask_urgent(chat, WAYS, action.conversation, action.reason)


@handlers.letter(WriteTalkUrgently)
async def take_urgent(chat: Chat, action: WriteTalkUrgently) -> None:
    if not await entry.text(chat):
        await flow.take_urgent(chat, WAYS, action.conversation, action.reason)


@handlers.press(ComplainOfTalk)
async def ask_complaint(chat: Chat, action: ComplainOfTalk) -> None:
    await flow.ask_complaint(chat, WAYS, action.conversation)


@handlers.answer(ComplainOfTalk)
async def complain(chat: Chat, action: ComplainOfTalk) -> None:
    if not chat.message.text:
        await ask_complaint(chat, action)
        return
    if await entry.text(chat):
        return
    try:
        await flow.complain(chat, WAYS, action.conversation, chat.message.text)
    except TextTooLong as error:
        chat.first_said = chat.t(f"error-{error.code}", **error.facts)
        await ask_complaint(chat, action)
