"""A number for a text that is too long for a button."""

from zlib import crc32


def digest(text: str) -> int:
    """The same for the same text, in any process; within PostgreSQL's integer."""
    return crc32(text.encode()) & 0x7FFFFFFF
