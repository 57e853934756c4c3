"""Files that travel through the sandbox. A file id belongs to one bot, as in Telegram."""

from __future__ import annotations

import hashlib
import struct
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from typing import Literal

from sandbox.errors import bad_request

MEGABYTE = 1024 * 1024
UPLOAD_LIMIT = 50 * MEGABYTE
PHOTO_LIMIT = 10 * MEGABYTE
DOWNLOAD_LIMIT = 20 * MEGABYTE
PHOTO_SIDES = 10_000
"""Width and height of a photo together, in pixels; the longer side is at most `PHOTO_RATIO` times the shorter."""
PHOTO_RATIO = 20

MediaKind = Literal["photo", "document", "voice"]
FOLDERS: dict[MediaKind, str] = {"photo": "photos", "document": "documents", "voice": "voice"}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came over HTTP."""

    name: str
    mime: str
    content: bytes


@dataclass(frozen=True, slots=True)
class StoredFile:
    """`width` and `height` are in pixels and known only for pictures; `path` is where the Bot API serves the file."""

    file_id: str
    unique_id: str
    bot_id: int
    name: str
    mime: str
    content: bytes
    path: str
    width: int = 0
    height: int = 0

    @property
    def photo_sized(self) -> bool:
        """Whether the Bot API takes a picture of these sides as a photo (sendPhoto)."""
        sides = (self.width, self.height)
        return sum(sides) <= PHOTO_SIDES and max(sides) <= PHOTO_RATIO * min(sides)


class FileStore:
    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[tuple[int, str], StoredFile] = {}

    def add(self, bot_id: int, upload: Upload, kind: MediaKind) -> StoredFile:
        """Keeps a file for one bot; the kind decides the folder of its path."""
        number = len(self._by_id) + 1
        digest = hashlib.sha256(f"{bot_id}:{number}:".encode() + upload.content).digest()
        suffix = upload.name.rpartition(".")[2].lower() if "." in upload.name else "bin"
        width, height = picture_size(upload.content) or (0, 0)
        stored = StoredFile(
            file_id="SBX" + urlsafe_b64encode(digest + number.to_bytes(4)).decode(),
            unique_id=urlsafe_b64encode(digest[:9]).decode(),
            bot_id=bot_id,
            name=upload.name,
            mime=upload.mime,
            content=upload.content,
            path=f"{FOLDERS[kind]}/file_{number}.{suffix}",
            width=width,
            height=height,
        )
        self._by_id[stored.file_id] = stored
        self._by_path[bot_id, stored.path] = stored
        return stored

    def of_bot(self, bot_id: int, file_id: str) -> StoredFile:
        """The bot's own file; another bot's id is refused as an unknown one."""
        stored = self._by_id.get(file_id)
        if stored is None or stored.bot_id != bot_id:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return stored

    def forget_all(self) -> None:
        """Every file id is unknown from now on, as Telegram's may become one day."""
        self._by_id.clear()
        self._by_path.clear()

    def find(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)

    def at_path(self, bot_id: int, path: str) -> StoredFile | None:
        return self._by_path.get((bot_id, path))


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, GIF or JPEG; None when the bytes are no such picture."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        return struct.unpack(">II", content[16:24])
    if content.startswith((b"GIF87a", b"GIF89a")) and len(content) >= 10:
        return struct.unpack("<HH", content[6:10])
    if content.startswith(b"\xff\xd8"):
        return _jpeg_size(content)
    return None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    position = 2
    while position + 9 < len(content) and content[position] == 0xFF:
        marker = content[position + 1]
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", content[position + 5 : position + 9])
            return width, height
        position += 2 + int.from_bytes(content[position + 2 : position + 4])
    return None
