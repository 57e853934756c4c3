"""Keys: what people type differently and mean alike."""

import re
from functools import lru_cache

LOOK_ALIKES = str.maketrans("ABEKMHOPCTXY", "АВЕКМНОРСТХУ")
QUOTES_AND_DASHES = re.compile(r"[\s\"'«»„“”()\-–—_.]+")
NOT_OF_A_TITLE = re.compile(r"[^0-9a-zа-я№]+")
SPACES = re.compile(r"\s+")
SAME_PHONE_DIGITS = 10


@lru_cache(maxsize=8192)
def class_key(name: str) -> str:
    """`7 «б»`, `7-Б`, Latin `7A` and Cyrillic `7А`: upper case, look-alike letters one, nothing between."""
    return QUOTES_AND_DASHES.sub("", name).upper().replace("Ё", "Е").translate(LOOK_ALIKES)


@lru_cache(maxsize=32768)
def name_key(text: str) -> str:
    """Names of people and subjects: case, ё and spaces forgiven."""
    return SPACES.sub(" ", text.strip()).casefold().replace("ё", "е")


@lru_cache(maxsize=8192)
def code_key(text: str) -> str:
    """A staff or personal file number: case, spaces, look-alikes, and zeros that a spreadsheet ate are forgiven."""
    key = SPACES.sub("", text).upper().replace("Ё", "Е").translate(LOOK_ALIKES)
    return key.lstrip("0") or key if key.isdigit() else key


@lru_cache(maxsize=2048)
def title_key(text: str) -> str:
    """Titles of sheets and columns: only letters, digits and №."""
    return NOT_OF_A_TITLE.sub("", text.casefold().replace("ё", "е"))


@lru_cache(maxsize=8192)
def phone_key(phone: str) -> str:
    """The last ten digits; empty when there are fewer."""
    digits = "".join(c for c in phone if c.isdigit())
    return digits[-SAME_PHONE_DIGITS:] if len(digits) >= SAME_PHONE_DIGITS else ""


def written_phone(phone: str) -> str:
    """A Russian number as +7XXXXXXXXXX; anything else as typed."""
    digits = "".join(c for c in phone if c.isdigit())
    if len(digits) == SAME_PHONE_DIGITS + 1 and digits[0] in "78":
        return f"+7{digits[1:]}"
    if len(digits) == SAME_PHONE_DIGITS and digits[0] == "9":
        return f"+7{digits}"
    return phone
