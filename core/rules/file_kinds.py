"""Which files people may send one another (C1). Pure."""

import re

ALLOWED = frozenset(
    re.findall(
        r"\w+",
        """jpg jpeg png gif webp heic heif bmp tif tiff  mp3 m4a aac ogg oga opus wav flac
        mp4 mov m4v webm avi mkv 3gp  pdf doc docx odt rtf xls xlsx ods csv ppt pptx odp txt md djvu djv epub fb2
        zip rar 7z""",
    )
)
"""Endings of names: pictures, sound, video, documents, archives. Whatever is not here, programs above all, is not."""
MIME_GROUPS = ("image/", "audio/", "video/")
PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
"""How programs and scripts begin, whatever they are called."""
HEAD_BYTES = 4


def may_be_sent(name: str, mime: str, head: bytes) -> bool:
    """Whether a file of that name, kind and beginning is one that people may send."""
    if head.startswith(PROGRAMS):
        return False
    _, dot, ending = name.rpartition(".")
    if dot:
        return ending.casefold() in ALLOWED
    return mime.startswith(MIME_GROUPS)
