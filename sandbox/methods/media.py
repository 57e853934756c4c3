"""Files: photos, documents, voice messages, albums; and taking down what people sent."""

from __future__ import annotations

from typing import Any

from aiogram import methods

from sandbox import wire
from sandbox.errors import Refusal, bad_request
from sandbox.files import DOWNLOAD_LIMIT, PHOTO_LIMIT, MediaKind, StoredFile, Upload
from sandbox.methods.ask import Ask, answers
from sandbox.methods.composing import caption_of, deliver, send
from sandbox.state import Json, Media

ALBUM_KINDS: tuple[MediaKind, ...] = ("photo", "document")


def take_media(ask: Ask[Any], kind: MediaKind, value: str, duration: int = 0) -> Media:
    """The file a parameter names: a fresh upload (`attach://part`) or a file id of this bot."""
    if value.startswith("attach://"):
        upload = ask.uploads.get(value.removeprefix("attach://"))
        if upload is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return Media(kind, keep_upload(ask, kind, upload), duration)
    if value.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content: the sandbox has no way out")
    return Media(kind, ask.world.files.of_bot(ask.bot.id, value), duration)


def keep_upload(ask: Ask[Any], kind: MediaKind, upload: Upload) -> StoredFile:
    if not upload.content:
        raise bad_request("file must be non-empty")
    if kind == "photo" and len(upload.content) > PHOTO_LIMIT:
        raise Refusal(413, "Request Entity Too Large")
    stored = ask.world.files.add(ask.bot.id, upload, kind)
    if kind == "photo" and not stored.width:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if kind == "photo" and not stored.photo_sized:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return stored


def described_media(ask: Ask[Any], described: Json) -> Media:
    """A photo or a document of an `InputMedia*` object."""
    kind = described["type"]
    if kind not in ALBUM_KINDS:
        raise bad_request(f"media type {kind} is unsupported by the sandbox")
    return take_media(ask, kind, described["media"])


@answers(methods.SendPhoto, counts=True)
async def send_photo(ask: Ask[methods.SendPhoto]) -> Json:
    return _send(ask, "photo")


@answers(methods.SendDocument, counts=True)
async def send_document(ask: Ask[methods.SendDocument]) -> Json:
    return _send(ask, "document")


@answers(methods.SendVoice, counts=True)
async def send_voice(ask: Ask[methods.SendVoice]) -> Json:
    return _send(ask, "voice")


def _send(ask: Ask[Any], kind: MediaKind) -> Json:
    chat = ask.chat(ask.method.chat_id)
    text, entities = caption_of(ask.given)
    media = take_media(ask, kind, ask.given[kind], int(ask.given.get("duration", 0)))
    return send(ask, chat, text, entities, media)


@answers(methods.SendMediaGroup, counts=True)
async def send_media_group(ask: Ask[methods.SendMediaGroup]) -> list[Json]:
    chat = ask.chat(ask.method.chat_id)
    items: list[Json] = ask.given["media"]
    if not 2 <= len(items) <= 10:
        raise bad_request("wrong number of items in media group: 2-10 expected")
    if len({item["type"] for item in items}) > 1:
        raise bad_request("documents can't be mixed with other media types")
    ready = [(caption_of(item), described_media(ask, item)) for item in items]
    album = f"{ask.bot.id}{ask.bot.last_message_id + 1}"
    sent = [deliver(ask, chat, text, entities, media=media, album=album) for (text, entities), media in ready]
    return [wire.message(chat, stored) for stored in sent]


@answers(methods.GetFile)
async def get_file(ask: Ask[methods.GetFile]) -> Json:
    file = ask.world.files.of_bot(ask.bot.id, ask.method.file_id)
    if len(file.content) > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.content),
        "file_path": file.path,
    }
