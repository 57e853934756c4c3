"""Words and files on their way into a conversation, from either door: said at once, or kept until it is known to whom.

What cannot be said is told, and asked for again or kept: nothing typed is lost.
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date

from bots.shared.chat import Chat
from bots.shared.files import attached, received
from bots.shared.spans import written
from bots.shared.talk_said import draft_screen, kept_screen, wrote_screen
from bots.shared.talk_ways import Ways
from core.app import Work
from core.conversations import albums, drafts, inbox, writing
from core.conversations.facts import Inbox, Wrote
from core.errors import JournalError, TextTooLong
from core.errors.conversations import ConversationOver, Muted, StopWordFound, TooManyMessages
from core.errors.files import FileKindForbidden, FileNotAccepted
from core.files import Upload, keep
from core.rules.length import within
from core.rules.small_talk import is_command, is_nod
from locales import Screen
from locales.screen import Rows

Find = Callable[[Work], Awaitable[int]]
FindMany = Callable[[Work], Awaitable[Sequence[int]]]
Ask = Callable[[], Awaitable[None]]
TO_MEND = (TextTooLong, StopWordFound, FileNotAccepted, FileKindForbidden)
FOR_LATER = (Muted, TooManyMessages, ConversationOver)
REASON = 200
SHOWN = 4


def to(conversation_id: int) -> Find:
    """Into a conversation that is there already."""

    async def find(_: Work) -> int:
        return conversation_id

    return find


async def say(chat: Chat, ways: Ways, find: Find, ask: Ask, *, reason: int | None = None) -> None:
    """The answer to «what is to be said?»: into the conversation that `find` opens; `ask` puts the question again.

    `reason`: the draft that says why it is urgent.
    """
    if not await _sayable(chat, ask):
        return
    try:
        wrote, today = await _write(chat, find, reason)
    except TO_MEND as error:
        await _mend(chat, error, ask)
    except FOR_LATER as error:
        await _keep_refused(chat, ways, find, error)
    else:
        await show_wrote(chat, ways, wrote, today)


async def say_to_many(chat: Chat, find: FindMany, ask: Ask) -> tuple[tuple[Wrote, ...], date] | None:
    """The same into several conversations, all or none; None when it was told already what became of it."""
    if not await _sayable(chat, ask):
        return None
    try:
        wrote, today = await _write_to_many(chat, find)
    except (*TO_MEND, *FOR_LATER) as error:
        await _mend(chat, error, ask)
        return None
    return None if all(one.again for one in wrote) else (wrote, today)


async def _sayable(chat: Chat, ask: Ask) -> bool:
    """Whether the message is to be said: not the rest of an album, and words or a file of a kind that we take."""
    if await take_more(chat):
        return False
    if _says_something(chat):
        return True
    chat.first_said = chat.t("talk-kinds")
    await ask()
    return False


async def _mend(chat: Chat, refusal: JournalError, ask: Ask) -> None:
    """What does not fit is said, and the question put once more."""
    chat.first_said = chat.t(f"error-{refusal.code}", **refusal.facts)
    await ask()


async def show_wrote(chat: Chat, ways: Ways, wrote: Wrote, today: date) -> None:
    """What became of it; nothing after a message delivered twice."""
    if not wrote.again:
        await chat.show(wrote_screen(wrote, today, ways, chat.t))


async def give(chat: Chat, ways: Ways, draft_id: int, find: Find) -> None:
    """Say a kept draft in a conversation; pressed twice it is said once, and shown where it stands."""
    async with chat.work() as work:
        wrote = await drafts.send_draft(work, draft_id, await find(work))
        today = work.today
    await chat.show(wrote_screen(wrote, today, ways, chat.t))


async def take_more(chat: Chat) -> bool:
    """Whether the message was one more file of an album whose words went already."""
    album = chat.message.media_group_id
    if album is None or attached(chat.message) is None:
        return False
    async with chat.work() as work:
        messages = await albums.messages_of(work, album) if work.actor.connected else ()
    if not messages:
        return False
    upload = await received(chat)
    async with chat.work() as work:
        files = (await keep(work, upload),)
        for message_id in messages:
            await writing.add_file(work, message_id, files)
    return True


async def said_upload(chat: Chat) -> Upload | None:
    """The file of the message, if it has one. Raises FileNotAccepted, FileNotFetched."""
    return await received(chat) if attached(chat.message) else None


async def _write(chat: Chat, find: Find, reason: int | None) -> tuple[Wrote, date]:
    body, spans = written(chat.message)
    upload = await said_upload(chat)
    async with chat.work() as work:
        conversation_id = await find(work)
        files = (await keep(work, upload),) if upload else ()
        why = (await drafts.draft(work, reason)).body if reason is not None else ""
        source = str(chat.message.message_id)
        wrote = await writing.write(work, conversation_id, body, spans, files, source=source, urgent_reason=why)
        if reason is not None:
            await drafts.drop_draft(work, reason)
        return wrote, work.today


async def _write_to_many(chat: Chat, find: FindMany) -> tuple[tuple[Wrote, ...], date]:
    body, spans = written(chat.message)
    upload = await said_upload(chat)
    async with chat.work() as work:
        conversations = await find(work)
        files = (await keep(work, upload),) if upload else ()
        source = str(chat.message.message_id)
        return await writing.write_to_all(work, conversations, body, spans, files, source=source), work.today


async def keep_reason(chat: Chat, ask: Ask) -> int | None:
    """Keep why it is urgent until the words come; its draft, None when it is asked for once more."""
    try:
        words = within((chat.message.text or "").strip(), REASON)
    except TextTooLong as error:
        await _mend(chat, error, ask)
        return None
    if not words:
        chat.first_said = chat.t("talk-urgent-words")
        await ask()
        return None
    async with chat.work() as work:
        return await drafts.keep_draft(work, words, [], None, str(chat.message.message_id))


async def _keep_refused(chat: Chat, ways: Ways, find: Find, refusal: JournalError) -> None:
    """Not now, or not to them any more: the words wait as a draft."""
    draft_id = await _keep_draft(chat)
    async with chat.work() as work:
        conversation_id = await find(work)
    await chat.send(kept_screen(draft_id, refusal, conversation_id, ways, chat.t))


async def _keep_draft(chat: Chat) -> int:
    body, spans = written(chat.message)
    upload = await said_upload(chat)
    async with chat.work() as work:
        source, album = str(chat.message.message_id), chat.message.media_group_id
        return await drafts.keep_draft(work, body, spans, upload, source, album)


async def offer(chat: Chat, ways: Ways, *, others: Callable[[int], Rows], always: bool) -> bool:
    """Keep words or a file that answer nothing, and ask to whom they go; True when they are.

    `others`: this door's further buttons for a draft. `always`: also for somebody who has written to nobody yet.
    """
    words = chat.message.text or ""
    if not _says_something(chat) or is_command(words):
        return False
    async with chat.work() as work:
        if not _may_speak(work):
            return False
        lately = await inbox.inbox(work, size=SHOWN)
        today = work.today
    if words and is_nod(words) and not _waits_for_nod(lately, today):
        await chat.send(Screen(chat.t("talk-nod-unsent")))
        return True
    if not lately.count and not always:
        return False
    draft_id = await _keep_draft(chat)
    async with chat.work() as work:
        draft = await drafts.draft(work, draft_id)
    if len(draft.files) <= 1:
        await chat.send(draft_screen(draft, lately, ways, chat.t, others=others(draft_id)))
    return True


async def edited(chat: Chat) -> bool:
    """A message that the person changed: what was said with it changes too, in every conversation it went to.

    Whether words that still wait were changed: it is asked anew to whom they go.
    """
    (body, spans), source = written(chat.message), str(chat.message.message_id)
    async with chat.work() as work:
        if not work.actor.connected or await writing.edit(work, source, body, spans) is not None:
            return False
        return await drafts.edit_draft(work, source, body, spans)


def _waits_for_nod(lately: Inbox, today: date) -> bool:
    """Whether somebody wrote today or yesterday and was not answered."""
    return any(not line.last_mine and (today - line.last_at.date()).days <= 1 for line in lately.lines)


def _says_something(chat: Chat) -> bool:
    return bool(chat.message.text) or attached(chat.message) is not None


def _may_speak(work: Work) -> bool:
    """Whether there is anybody whose words may be kept."""
    try:
        work.actor.require_voice()
    except JournalError:
        return False
    return True
