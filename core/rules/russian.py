"""Whether an entry is in Russian, where a school wants it so: foreign-language lessons too (J10)."""

import re
import unicodedata

CYRILLIC = re.compile(r"[\u0400-\u04ff]")
SIGNS = frozenset({"sin", "cos", "tan", "ctg", "arcsin", "arccos", "log", "lim", "max", "min", "http", "https", "www"})
"""Latin letters that stand in formulas and addresses whatever the language."""
FOREIGN_PER_RUSSIAN = 6


def looks_russian(text: str) -> bool:
    """False for a text in a foreign language only (or nearly so).

    Numbers, formulas and abbreviations are in no language; «Present Simple: правило» is a Russian entry.
    """
    words = "".join(c if c.isalpha() else " " for c in unicodedata.normalize("NFC", text)).split()
    russian = sum(bool(CYRILLIC.search(word)) for word in words)
    foreign = sum(_is_foreign(word) for word in words)
    return foreign <= russian * FOREIGN_PER_RUSSIAN


def _is_foreign(word: str) -> bool:
    """A word and not a formula (x, NaCl, KOH, α); hieroglyphs are words already by twos."""
    if CYRILLIC.search(word) or word.lower() in SIGNS:
        return False
    if word.isascii():
        return len(word) >= 3 and (word.islower() or word.istitle() or (word.isupper() and len(word) >= 4))
    return len(word) >= 2
