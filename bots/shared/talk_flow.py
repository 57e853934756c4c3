"""What a press in the conversations does, at either door; the doors differ in their buttons (Ways) and tools."""

from collections.abc import Callable
from functools import partial

from bots.shared import talk_asking as asking
from bots.shared import talking
from bots.shared.chat import Chat
from bots.shared.files import send_page
from bots.shared.talk_list import found_screen, inbox_screen
from bots.shared.talk_page import more_screen, talk_screen, whole_screen
from bots.shared.talk_ways import Ways
from core.conversations import complaints, inbox, reading
from core.conversations.facts import Talk
from locales import Button, Screen, Translator
from locales.screen import Rows

Tools = Callable[[Talk, Translator], Rows]


def no_tools(_: Talk, __: Translator) -> Rows:
    """A door that offers nothing besides."""
    return []


async def open_inbox(chat: Chat, ways: Ways, first: int, tools: Callable[[Translator], list[Button]]) -> None:
    """The list from place `first` on."""
    async with chat.work() as work:
        found = await inbox.inbox(work, first)
    await chat.show(inbox_screen(found, work.today, ways, chat.t, tools(chat.t)))


async def find(chat: Chat, ways: Ways, words: str) -> None:
    """The conversations in which the words stand."""
    async with chat.work() as work:
        found = await inbox.search(work, words)
    await chat.send(found_screen(found, words, work.today, ways, chat.t))


async def open_one(chat: Chat, ways: Ways, conversation: int, before: int | None, tools: Tools = no_tools) -> None:
    """The newest messages, or those older than `before`; somebody's letter that leads here stays as it is."""
    async with chat.work() as work:
        talk = await reading.conversation(work, conversation, before)
        letter = await asking.is_letter(work, chat)
    screen = talk_screen(talk, work.today, ways, chat.t, older_than=before, tools=tools(talk, chat.t))
    await (chat.send(screen) if letter else chat.show(screen))


async def open_more(chat: Chat, ways: Ways, conversation: int, tools: Tools = no_tools) -> None:
    """What else can be done with it."""
    async with chat.work() as work:
        talk = await reading.conversation(work, conversation)
    await chat.show(more_screen(talk, work.today, ways, chat.t, tools(talk, chat.t)))


async def show_whole(chat: Chat, ways: Ways, conversation: int, message: int) -> None:
    """One message with all its words."""
    async with chat.work() as work:
        said = await asking.message(work, conversation, message)
    await chat.show(whole_screen(said, conversation, ways, chat.t))


async def send_file(chat: Chat, conversation: int, file: int) -> None:
    """A file that was said."""
    async with chat.work() as work:
        page = await reading.file_of(work, conversation, file)
    await chat.toast()
    await send_page(chat, page, "")


async def ask_message(chat: Chat, ways: Ways, conversation: int) -> None:
    """What is to be said."""
    async with chat.work() as work:
        talk = await reading.conversation(work, conversation, size=1)
    await asking.ask(chat, talk, ways.write(conversation))


async def take_message(chat: Chat, ways: Ways, conversation: int) -> None:
    """Words or a file into it."""
    await talking.say(chat, ways, talking.to(conversation), partial(ask_message, chat, ways, conversation))


async def ask_urgent(chat: Chat, ways: Ways, conversation: int, reason: int | None) -> None:
    """Why it is urgent, then (`reason`: the draft that keeps it) what is to be said."""
    async with chat.work() as work:
        talk = await reading.conversation(work, conversation, size=1)
    await asking.ask_urgent(chat, talk, ways.urgent(conversation, reason), known=reason is not None)


async def take_urgent(chat: Chat, ways: Ways, conversation: int, reason: int | None) -> None:
    """The reason, or the words that it makes urgent."""
    again = partial(ask_urgent, chat, ways, conversation, reason)
    if reason is not None:
        await talking.say(chat, ways, talking.to(conversation), again, reason=reason)
    elif (kept := await talking.keep_reason(chat, again)) is not None:
        await ask_urgent(chat, ways, conversation, kept)


async def ask_complaint(chat: Chat, ways: Ways, conversation: int) -> None:
    """What is wrong with it."""
    async with chat.work() as work:
        await complaints.own(work, conversation)
    await chat.ask(chat.t("talk-ask-complaint"), ways.complain(conversation), chat.t.plain("talk-ask-complaint-short"))


async def complain(chat: Chat, ways: Ways, conversation: int, words: str) -> None:
    """It goes to the management. Raises TextTooLong."""
    async with chat.work() as work:
        await complaints.complain(work, conversation, words)
    await chat.send(Screen(chat.t("talk-complaint-made"), [ways.back(chat.t)]))
