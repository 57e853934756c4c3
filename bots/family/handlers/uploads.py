"""A photo or file of the person's message, fetched from Telegram."""

from io import BytesIO

from aiogram.exceptions import TelegramBadRequest

from bots.shared.chat import Chat
from core.errors import FileKindWrong, FileNotAccepted
from core.notices.papers import LIMIT_BYTES, LIMIT_MB, Upload


async def received(chat: Chat) -> Upload:
    """The message's file with its bytes. Raises FileNotAccepted (over the limit), FileKindWrong (no file at all)."""
    message = chat.message
    file = message.document or (message.photo[-1] if message.photo else None)
    if file is None:
        raise FileKindWrong
    if (file.file_size or 0) > LIMIT_BYTES:
        raise FileNotAccepted(limit_mb=LIMIT_MB)
    named = message.document.file_name if message.document else None
    name = named or f"{message.message_id}.jpg"
    return Upload(name, await _fetch(chat, file.file_id), f"message-{message.message_id}", message.media_group_id)


async def _fetch(chat: Chat, file_id: str) -> bytes:
    content = BytesIO()
    try:
        await chat.bot.download(file_id, content)
    except TelegramBadRequest as error:
        if "file is too big" in error.message:
            raise FileNotAccepted(limit_mb=LIMIT_MB) from error
        raise
    return content.getvalue()
