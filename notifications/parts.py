"""How a message with files is cut into what the messenger takes: words, albums, single files. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from core.terms import FileKind

ALBUM = 10
CAPTION = 1024
"""Characters under a file, without the marks of formatting."""

PHOTO_BYTES = 10 * 1024 * 1024
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Part:
    """One request's worth: words (no files), or up to ten files of a kind; `captioned`: the words go under the file."""

    files: tuple[int, ...] = ()
    kind: FileKind = FileKind.DOCUMENT
    captioned: bool = False

    @property
    def messages(self) -> int:
        """How many messages it becomes."""
        return max(1, len(self.files))


def parts(text: str, files: Sequence[tuple[int, FileKind]]) -> list[Part]:
    """The words first, then photos, voice messages and documents; a single file has short words as its caption."""
    if len(files) == 1 and fits_caption(text):
        file_id, kind = files[0]
        return [Part((file_id,), kind, captioned=True)]
    found = [Part()]
    for kind in (FileKind.PHOTO, FileKind.VOICE, FileKind.DOCUMENT):
        ids = [file_id for file_id, of_kind in files if of_kind is kind]
        together = 1 if kind is FileKind.VOICE else ALBUM
        found += [Part(tuple(ids[at : at + together]), kind) for at in range(0, len(ids), together)]
    return found


def fits_caption(text: str) -> bool:
    """Whether the words (HTML) are short enough to stand under a file, as the messenger counts (UTF-16 units)."""
    return len(unescape(TAG.sub("", text)).encode("utf-16-le")) // 2 <= CAPTION


def unsent(planned: Sequence[Part], arrived: int) -> list[Part]:
    """The parts that are not among the first `arrived` messages."""
    rest = list(planned)
    while rest and arrived > 0:
        arrived -= rest.pop(0).messages
    return rest
