"""Access codes as people read and type them: an alphabet without look-alikes, forgiving reading."""

import secrets
from collections.abc import Callable

ALPHABET = "0123456789ACEFHJKMNPRTVWXY"
LENGTH = 10
GROUP = 4
GROUPS = [4, 4, 2]
"""As `grouped` shows a code."""
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


def surely_code(typed: str) -> bool:
    """Whether somebody who is in already means a code, maybe with a slip.

    Words fold into codes too («математика», «он у врача 12»): a code is typed as it is shown, or in Latin capitals.
    """
    pieces = [len(piece) for piece in _pieces(typed)]
    if canonical(typed) is None:
        return _slip(typed, pieces)
    figures = any(c.isdigit() for c in typed)
    capitals = typed.isascii() and typed.isupper()
    return (figures and capitals) or ((figures or capitals) and pieces in ([LENGTH], GROUPS))


def _slip(typed: str, pieces: list[int]) -> bool:
    """In groups as it is shown, with a character too many, too few or out of the alphabet."""
    bare = _bare(typed)
    shaped = len(pieces) > 1 and pieces[0] == GROUP and max(pieces) <= GROUP + 1 and " " not in typed.strip()
    near = LENGTH - 3 <= len(bare) <= LENGTH + 2 and bare.isalnum()
    return shaped and near and any(c.isdigit() for c in typed) and any(c.isalpha() for c in typed)


def _pieces(typed: str) -> list[str]:
    return "".join(" " if c in SEPARATORS else c for c in typed[:64]).split()


def _bare(typed: str) -> str:
    kept = "".join(c for c in typed[:64] if c not in SEPARATORS)
    return kept.upper().translate(FOLD)


def _has_digit(typed: str, code: str) -> bool:
    return code.isalnum() and any(c.isdigit() for c in typed)
