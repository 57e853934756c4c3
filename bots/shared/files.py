"""A photo, voice or file of the person's message, fetched from Telegram."""

import asyncio
from dataclasses import dataclass
from io import BytesIO

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, Document, Message
from aiohttp import ClientError

from bots.shared.chat import Chat
from core.errors.files import FileKindWrong, FileNotAccepted, FileNotFetched
from core.files import ANY_MIME, LIMIT_BYTES, LIMIT_MB, Page, Upload, keep
from core.terms import FileKind

PHOTO_BYTES = 10 * 1024 * 1024
"""What a bot may send as a picture."""
BREATHS = (0.3, 1.0, 3.0)


@dataclass(frozen=True)
class Attached:
    """What hangs on a message: Telegram's id of it, its size in bytes as far as known, a name where it has one."""

    kind: FileKind
    file_id: str
    size: int
    name: str
    mime: str


def attached(message: Message) -> Attached | None:
    """The file of a message. Music and films are documents to us; stickers and the like are no files."""
    if message.photo:
        largest = message.photo[-1]
        named = f"{message.message_id}.jpg"
        return Attached(FileKind.PHOTO, largest.file_id, largest.file_size or 0, named, "image/jpeg")
    if message.voice:
        voice = message.voice
        named = f"{message.message_id}.ogg"
        return Attached(FileKind.VOICE, voice.file_id, voice.file_size or 0, named, voice.mime_type or "audio/ogg")
    file = message.document or message.audio or message.video
    if file is None:
        return None
    named = file.file_name or f"{message.message_id}.{'mp3' if message.audio else 'mp4' if message.video else 'bin'}"
    return Attached(FileKind.DOCUMENT, file.file_id, file.file_size or 0, named, file.mime_type or ANY_MIME)


async def received(chat: Chat, *kinds: FileKind) -> Upload:
    """The message's file with its bytes.

    Raises FileNotAccepted (over the limit), FileKindWrong (none of `kinds`), FileNotFetched.
    """
    file = attached(chat.message)
    if file is None or (kinds and file.kind not in kinds):
        raise FileKindWrong
    if file.size > LIMIT_BYTES:
        raise FileNotAccepted(limit_mb=LIMIT_MB)
    content, message = await fetched(chat.bot, file.file_id), chat.message
    return Upload(file.name, content, f"message-{message.message_id}", message.media_group_id, file.kind, file.mime)


async def keep_attached(chat: Chat) -> None:
    """The message's file, kept before the entry it is for: a refusal does not lose it. Raises as `received`."""
    upload = await received(chat)
    async with chat.work() as work:
        chat.files = (await keep(work, upload),)


async def fetched(bot: Bot, file: str | Document) -> bytes:
    """The bytes of a file that Telegram keeps; a short trouble on the way is waited out.

    Raises FileNotAccepted (larger than a bot is given), FileNotFetched.
    """
    breaths = iter(BREATHS)
    while True:
        content = BytesIO()
        try:
            await bot.download(file, content)
        except TelegramBadRequest as error:
            if "file is too big" in error.message:
                raise FileNotAccepted(limit_mb=LIMIT_MB) from error
            raise
        except (ClientError, TimeoutError) as error:
            breath = next(breaths, None)
            if breath is None:
                raise FileNotFetched from error
            await asyncio.sleep(breath)
        else:
            return content.getvalue()


async def send_page(chat: Chat, page: Page, caption: str) -> None:
    """Send a kept file as it came: a picture, a voice message that plays in place, or a document."""
    file = BufferedInputFile(page.content, page.name)
    if page.kind is FileKind.VOICE:
        await chat.bot.send_voice(chat.user.id, file, caption=caption)
    elif page.kind is FileKind.PHOTO and len(page.content) <= PHOTO_BYTES:
        await chat.bot.send_photo(chat.user.id, file, caption=caption)
    else:
        await chat.bot.send_document(chat.user.id, file, caption=caption)
