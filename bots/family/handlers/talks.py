"""Conversations of a family: the list, one of them, words and files into it."""

from collections.abc import Awaitable, Callable

from bots.family.handlers import entry
from bots.family.screens import talks as screens
from bots.family.screens.talks import WAYS
from bots.shared import talk_asking as asking
from bots.shared import talking
from bots.shared.chat import Chat
from bots.shared.files import send_page
from bots.shared.handlers import Handlers
from bots.shared.talk_list import found_screen, inbox_screen
from bots.shared.talk_page import more_screen, talk_screen, whole_screen
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
from core.conversations import complaints, inbox, reading
from core.errors import TextTooLong
from locales import Screen

handlers = Handlers()


@handlers.file
async def take_more(chat: Chat) -> bool:
    """The rest of an album whose first file was said already."""
    return await talking.take_more(chat)


@handlers.press(OpenTalks)
async def open_inbox(chat: Chat, action: OpenTalks) -> None:
    async with chat.work() as work:
        found = await inbox.inbox(work, action.first)
    await chat.show(inbox_screen(found, work.today, WAYS, chat.t, screens.inbox_tools(chat.t)))


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
        async with chat.work() as work:
            found = await inbox.search(work, chat.message.text)
        await chat.send(found_screen(found, chat.message.text, work.today, WAYS, chat.t))


@handlers.press(OpenTalk)
async def open_talk(chat: Chat, action: OpenTalk) -> None:
    async with chat.work() as work:
        talk = await reading.conversation(work, action.conversation, action.before)
        letter = await asking.is_letter(work, chat)
    screen = talk_screen(talk, work.today, WAYS, chat.t, older_than=action.before)
    await (chat.send(screen) if letter else chat.show(screen))


@handlers.press(ShowWholeTalk)
async def show_whole(chat: Chat, action: ShowWholeTalk) -> None:
    async with chat.work() as work:
        said = await asking.message(work, action.conversation, action.message)
    await chat.show(whole_screen(said, action.conversation, WAYS, chat.t))


@handlers.press(OpenTalkMore)
async def open_more(chat: Chat, action: OpenTalkMore) -> None:
    async with chat.work() as work:
        talk = await reading.conversation(work, action.conversation)
    await chat.show(more_screen(talk, work.today, WAYS, chat.t, []))


@handlers.press(SendTalkFile)
async def send_file(chat: Chat, action: SendTalkFile) -> None:
    async with chat.work() as work:
        page = await reading.file_of(work, action.conversation, action.file)
    await chat.toast()
    await send_page(chat, page, "")


@handlers.press(WriteTalk)
async def ask_message(chat: Chat, action: WriteTalk) -> None:
    async with chat.work() as work:
        talk = await reading.conversation(work, action.conversation, size=1)
    await asking.ask(chat, talk, action)


@handlers.letter(WriteTalk)
async def take_message(chat: Chat, action: WriteTalk) -> None:
    if not await entry.text(chat):
        await talking.say(chat, WAYS, talking.to(action.conversation), again(chat, ask_message, action))


@handlers.press(WriteTalkUrgently)
async def ask_urgent(chat: Chat, action: WriteTalkUrgently) -> None:
    async with chat.work() as work:
        talk = await reading.conversation(work, action.conversation, size=1)
    await asking.ask_urgent(chat, talk, action, known=action.reason is not None)


@handlers.letter(WriteTalkUrgently)
async def take_urgent(chat: Chat, action: WriteTalkUrgently) -> None:
    if await entry.text(chat):
        return
    repeat = again(chat, ask_urgent, action)
    if action.reason is None:
        reason = await talking.keep_reason(chat, repeat)
        if reason is not None:
            await ask_urgent(chat, WriteTalkUrgently(action.conversation, reason))
    else:
        await talking.say(chat, WAYS, talking.to(action.conversation), repeat, reason=action.reason)


@handlers.press(ComplainOfTalk)
async def ask_complaint(chat: Chat, action: ComplainOfTalk) -> None:
    async with chat.work() as work:
        await complaints.own(work, action.conversation)
    await chat.ask(chat.t("talk-ask-complaint"), action, chat.t.plain("talk-ask-complaint-short"))


@handlers.answer(ComplainOfTalk)
async def complain(chat: Chat, action: ComplainOfTalk) -> None:
    if not chat.message.text:
        await ask_complaint(chat, action)
        return
    if await entry.text(chat):
        return
    try:
        async with chat.work() as work:
            await complaints.complain(work, action.conversation, chat.message.text)
    except TextTooLong as error:
        chat.first_said = chat.t(f"error-{error.code}", **error.facts)
        await ask_complaint(chat, action)
    else:
        await chat.send(Screen(chat.t("talk-complaint-made"), [WAYS.back(chat.t)]))


def again(chat: Chat, ask: Callable[..., Awaitable[None]], action: object) -> talking.Ask:
    """Puts the same question once more."""
    return lambda: ask(chat, action)
