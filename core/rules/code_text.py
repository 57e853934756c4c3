"""Access codes as people read and type them: an alphabet without look-alikes, forgiving reading."""

import secrets
from collections.abc import Callable

ALPHABET = "0123456789ACEFHJKMNPRTVWXY"
LENGTH = 10
GROUP = 4
SEPARATORS = frozenset(" -–—−_.·\u00a0\t\n")

# What a hand or a Russian keyboard makes of a character of the alphabet. Cyrillic letters first.
LOOK_ALIKES = {
    "0": "ОOQDΟ",
    "1": "ІIL|!",
    "2": "Z",
    "3": "ЗЭ",
    "4": "Ч",
    "5": "ЅS",
    "6": "БG",
    "8": "ВB",
    "A": "А",
    "C": "С",
    "E": "ЕЁ",
    "H": "Н",
    "J": "Ј",
    "K": "К",
    "M": "М",
    "N": "И",
    "P": "Р",
    "R": "Я",
    "T": "Т",
    "V": "U",
    "X": "Х",
    "Y": "У",
}
FOLD = {ord(twin): true for true, twins in LOOK_ALIKES.items() for twin in twins}

Draw = Callable[[], str]


def secure_code() -> str:
    """A fresh code of `LENGTH` characters (47 bits) from the system's randomness."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def grouped(code: str) -> str:
    """As shown to people: K7M2-9XH4-TE."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def canonical(typed: str) -> str | None:
    """The code that was meant, whatever the case, separators or look-alikes; None when it cannot be one."""
    code = _bare(typed)
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else None


def reads_as_code(typed: str) -> bool:
    """Whether somebody's plain text is an attempt at a code, maybe with a slip, rather than words."""
    code = _bare(typed)
    return canonical(typed) is not None or (LENGTH - 2 <= len(code) <= LENGTH + 2 and _has_digit(typed, code))


def _bare(typed: str) -> str:
    kept = "".join(c for c in typed[:64] if c not in SEPARATORS)
    return kept.upper().translate(FOLD)


def _has_digit(typed: str, code: str) -> bool:
    return code.isalnum() and any(c.isdigit() for c in typed)
