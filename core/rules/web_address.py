"""Whether words are the address of a page on the web."""

import re
from urllib.parse import urlsplit

from core.errors.files import AddressWrong

LIMIT = 500
_LABEL = re.compile(r"[^\W_]([\w-]*[^\W_])?")
_STARTS = re.compile(r"https?://", re.IGNORECASE)
_BARE = re.compile(r"[^\s/@:]+\.[^\W\d_]{2,}(/\S*)?")


def names_address(words: str) -> bool:
    """Whether words look like an address: they are checked as one."""
    return " " not in words and (bool(_STARTS.match(words)) or bool(_BARE.fullmatch(words)))


def checked_address(words: str) -> str:
    """The address, with https:// where nothing was said; the host has a dot, and nobody's password stands in it.

    Raises AddressWrong.
    """
    address = words if _STARTS.match(words) else f"https://{words}"
    if len(address) > LIMIT or any(sign.isspace() or sign in '<>"\\' for sign in address):
        raise AddressWrong
    try:
        parts = urlsplit(address)
        labels, _ = (parts.hostname or "").split("."), parts.port
    except ValueError as error:
        raise AddressWrong from error
    if parts.username or len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels):
        raise AddressWrong
    if labels[-1].isdigit():
        raise AddressWrong
    return address
