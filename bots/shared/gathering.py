"""Taking a thing that comes as words, files or both, in one message or in several."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from bots.shared.chat import Chat
from bots.shared.files import keep_attached
from core.errors import NothingThere
from core.errors.files import TooManyFiles
from core.errors.homework import AnswerClosed
from core.gathering import FilesOf, GivenThings

T = TypeVar("T")


def question_of(chat: Chat) -> int | None:
    """The message replied to."""
    replied = chat.message.reply_to_message
    return replied.message_id if replied else None


async def take_file(
    chat: Chat,
    files: FilesOf,
    given: tuple[GivenThings, int],
    give: Callable[[str], Awaitable[None]],
    add: Callable[[int], Awaitable[None]],
) -> None:
    """A file that answers «what is to be given?» makes a new thing, or joins the one that its album or an earlier
    answer to the question made. `given`: such things, and where they are given.
    """
    things, place = given
    async with chat.work() as work:
        came, thing = await files.of_album(work, chat.message.media_group_id)
        if not came and not chat.message.caption:
            before = await things.answering(work, place, question_of(chat))
            thing = (before.id,) if before else None
    if thing is not None:
        await add(thing[0])
        return
    await keep_attached(chat)
    if not came:
        await give(chat.message.caption or "")


async def album_came(chat: Chat, files: FilesOf) -> bool:
    """Whether a file of the message's album came before: an album is answered once."""
    async with chat.work() as work:
        came, _ = await files.of_album(work, chat.message.media_group_id)
    return came


async def put_file(chat: Chat, files: FilesOf, put: Callable[[], Awaitable[T]]) -> T:
    """Keep the message's file and put it where it belongs; one that finds no place is not kept."""
    await keep_attached(chat)
    try:
        return await put()
    except (TooManyFiles, AnswerClosed, NothingThere):
        async with chat.work() as work:
            await files.forget(work, chat.files)
        raise
