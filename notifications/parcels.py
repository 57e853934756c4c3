"""Files that go with a message: uploaded once for a token, then named by Telegram's own id."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from weakref import WeakValueDictionary

from telegram import InlineKeyboardMarkup, InputMediaDocument, InputMediaPhoto, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import ExtBot

from core.files import Page
from core.terms import FileKind
from notifications.parts import PHOTO_BYTES, Part, parts

Fetch = Callable[[int], Awaitable[Page]]
"""Reads a kept file with its bytes."""

REMEMBERED = 5000
MENDED = 2
"""So often a refused part is tried again at once, another way."""

FORGOTTEN = ("wrong file identifier", "wrong remote file identifier", "file reference", "wrong file_id")
NO_PICTURE = ("image_process_failed", "photo_invalid_dimensions", "photo_save_file_invalid", "photo_ext_invalid")


@dataclass(frozen=True)
class Under:
    """What stands under a file: words (HTML) and buttons."""

    text: str
    markup: InlineKeyboardMarkup | None


class Parcels:
    """Sends parts of files under one token; what it remembers may be lost (the file is then uploaded again)."""

    def __init__(self, bot: ExtBot[Any]) -> None:
        self.queued = 0
        """Messages that wait until another one has uploaded their files."""
        self._bot = bot
        self._kinds: OrderedDict[int, FileKind] = OrderedDict()
        self._ids: OrderedDict[tuple[int, FileKind], str] = OrderedDict()
        self._no_pictures: set[int] = set()
        self._uploads: WeakValueDictionary[tuple[int, ...], asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def uploading_once(self, files: tuple[int, ...]) -> AsyncIterator[None]:
        """The block; for files that Telegram has not got yet, after whoever came with the same ones."""
        if self._known(files):
            yield
            return
        lock = self._uploads.setdefault(files, asyncio.Lock())
        self.queued += 1
        try:
            await lock.acquire()
        finally:
            self.queued -= 1
        first = not self._known(files)
        if not first:
            lock.release()
        try:
            yield
        finally:
            if first:
                lock.release()

    async def planned(self, text: str, files: Sequence[int], fetch: Fetch) -> list[Part]:
        """The message's parts; a file never met before is read to see what it is."""
        for file_id in files:
            if file_id not in self._kinds:
                _note(self._kinds, file_id, _kind(await fetch(file_id)))
        return parts(text, [(file_id, self._kinds[file_id]) for file_id in files])

    async def send(self, chat_id: int, part: Part, fetch: Fetch, under: Under, *, silent: bool) -> list[str]:
        """Send a part with files, words and buttons `under` a captioned one; returns the references of its messages.

        A picture that Telegram takes for none leaves as a document; an id that it has forgotten is uploaded anew.
        """
        given: dict[str, Any] = {"chat_id": chat_id, "disable_notification": silent}
        if part.captioned:
            given |= {"caption": under.text, "parse_mode": ParseMode.HTML, "reply_markup": under.markup}
        for _ in range(MENDED):
            kind = self._kind_now(part)
            try:
                return await self._put(part, kind, fetch, given)
            except BadRequest as error:
                if not self._mend(part, kind, error.message.lower()):
                    raise
        return await self._put(part, self._kind_now(part), fetch, given)

    async def _put(self, part: Part, kind: FileKind, fetch: Fetch, given: dict[str, Any]) -> list[str]:
        """One request."""
        items = [await self._item(file_id, kind, fetch) for file_id in part.files]
        if len(items) > 1:
            media = [ALBUMS[kind](content, filename=name) for content, name in items]
            sent = list(await self._bot.send_media_group(media=media, **given))
        else:
            content, name = items[0]
            sent = [await self._one(kind, content, name, given)]
        for file_id, message in zip(part.files, sent, strict=True):
            self._learn(file_id, kind, message)
        return [str(message.message_id) for message in sent]

    async def _one(self, kind: FileKind, content: bytes | str, name: str | None, given: dict[str, Any]) -> Message:
        if kind is FileKind.PHOTO:
            return await self._bot.send_photo(photo=content, filename=name, **given)
        if kind is FileKind.VOICE:
            return await self._bot.send_voice(voice=content, filename=name, **given)
        return await self._bot.send_document(
            document=content, filename=name, disable_content_type_detection=True, **given
        )

    async def _item(self, file_id: int, kind: FileKind, fetch: Fetch) -> tuple[bytes | str, str | None]:
        """Telegram's id of the file, or its bytes and name."""
        known = self._ids.get((file_id, kind))
        if known is not None:
            return known, None
        page = await fetch(file_id)
        return page.content, page.name

    def _learn(self, file_id: int, kind: FileKind, message: Message) -> None:
        shown = {
            FileKind.PHOTO: message.photo[-1] if message.photo else None,
            FileKind.VOICE: message.voice,
            FileKind.DOCUMENT: message.document,
        }[kind]
        if shown is not None:
            _note(self._ids, (file_id, kind), shown.file_id)

    def _mend(self, part: Part, kind: FileKind, refusal: str) -> bool:
        """Whether another attempt may do better, with what is changed here."""
        if kind is FileKind.PHOTO and any(words in refusal for words in NO_PICTURE):
            self._no_pictures.update(part.files)
            return True
        held = [(file_id, kind) for file_id in part.files if (file_id, kind) in self._ids]
        for key in held if any(words in refusal for words in FORGOTTEN) else ():
            del self._ids[key]
        return bool(held) and (held[0] not in self._ids)

    def _kind_now(self, part: Part) -> FileKind:
        return FileKind.DOCUMENT if self._no_pictures.intersection(part.files) else part.kind

    def _known(self, files: Sequence[int]) -> bool:
        """Whether Telegram has all of the files."""
        return all(
            any((file_id, kind) in self._ids for kind in (self._kinds.get(file_id), FileKind.DOCUMENT))
            for file_id in files
        )


def _kind(page: Page) -> FileKind:
    too_large = page.kind is FileKind.PHOTO and len(page.content) > PHOTO_BYTES
    return FileKind.DOCUMENT if too_large else page.kind


def _note(memory: OrderedDict[Any, Any], key: object, value: object) -> None:
    """Remember, and forget the oldest of very many."""
    memory[key] = value
    if len(memory) > REMEMBERED:
        memory.popitem(last=False)


def _as_document(content: bytes | str, filename: str | None) -> InputMediaDocument:
    return InputMediaDocument(content, filename=filename, disable_content_type_detection=True)


def _as_photo(content: bytes | str, filename: str | None) -> InputMediaPhoto:
    return InputMediaPhoto(content, filename=filename)


ALBUMS: dict[FileKind, Callable[..., InputMediaPhoto | InputMediaDocument]] = {
    FileKind.PHOTO: _as_photo,
    FileKind.DOCUMENT: _as_document,
}
