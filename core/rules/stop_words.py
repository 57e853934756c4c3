"""Words that nobody may write, in any of their plain forms (C1). Pure."""

import re
from collections.abc import Iterable
from functools import lru_cache

ANY_ENDING = "*"
WORD = re.compile(r"[^\W_]+")
STOP_WORD = re.compile(r"[^\W\d_]{2,40}\*?")
SHORTEST_STEM = 3
VOWELS = frozenset("аеиоуыэюяьй")
ENDINGS = frozenset(
    re.findall(
        r"\w+",
        """а я о е у ю ы и й ь ой ей ою ею ем ом ам ям ами ями ах ях ов ев ий ый ая яя ое ее ые ие их ых им ым ими ыми
        ого его ому ему ую юю""",
    )
)
"""Of nouns and adjectives."""


def plain(words: str) -> str:
    """As words are compared: case aside, Ё as Е, without the hyphens that nobody sees."""
    return words.replace("\xad", "").casefold().replace("ё", "е")


def found(words: str, forbidden: Iterable[str]) -> str | None:
    """The first word of a text that is forbidden, as it is compared; None: nothing is wrong with it.

    A forbidden word stands for its forms, one that ends in * for every word that begins so.
    """
    said = dict.fromkeys(WORD.findall(plain(words)))
    rules = [(word.rstrip(ANY_ENDING), word.endswith(ANY_ENDING)) for word in forbidden]
    return next((word for word in said if any(_is(word, *rule) for rule in rules)), None)


def _is(word: str, stop: str, any_ending: bool) -> bool:  # noqa: FBT001 - a rule's two halves
    if word == stop or (any_ending and word.startswith(stop)):
        return True
    stem = stem_of(stop)
    return len(stem) >= SHORTEST_STEM and word.startswith(stem) and word[len(stem) :] in ENDINGS


@lru_cache(maxsize=1024)
def stem_of(word: str) -> str:
    """A word without the vowel that its forms change."""
    return word[:-1] if word[-1:] in VOWELS else word


def listed(words: str) -> list[str]:
    """The words of a list with commas, spaces or lines, as they are compared."""
    return list(dict.fromkeys(plain(word) for word in re.split(r"[\s,;]+", words) if word))


def is_stop_word(word: str) -> bool:
    """Letters alone, perhaps with a star at the end."""
    return STOP_WORD.fullmatch(word) is not None
