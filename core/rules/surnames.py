"""Finding pupils by surnames typed in haste: in any case form, with a slip of the thumb, ё as е.

Hasty forms are understood, never guessed between: two that fit alike are both given back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

# Endings of the nominative and what takes their place in the other cases; the longest that fits is used.
# Both sexes' readings are listed: who is meant is known from the class list, not from the ending.
CASES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ский", ("ского", "скому", "ским", "ском")),
    ("цкий", ("цкого", "цкому", "цким", "цком")),
    ("ская", ("ской", "скую")),
    ("цкая", ("цкой", "цкую")),
    ("ый", ("ого", "ому", "ым", "ом")),
    ("ой", ("ого", "ому", "ым", "ом", "оя", "ою", "оем", "ое")),
    ("ий", ("его", "ему", "им", "ем", "ия", "ию", "ием", "ие")),
    ("ая", ("ой", "ую", "аи", "ае", "аей")),
    ("яя", ("ей", "юю")),
    ("ова", ("овой", "ову")),
    ("ева", ("евой", "еву")),
    ("ина", ("иной", "ину", "ины", "ине")),
    ("ына", ("ыной", "ыну", "ыны", "ыне")),
    ("ов", ("ова", "ову", "овым", "ове", "овом")),
    ("ев", ("ева", "еву", "евым", "еве", "евом")),
    ("ин", ("ина", "ину", "иным", "ине", "ином")),
    ("ын", ("ына", "ыну", "ыным", "ыне", "ыном")),
    ("ец", ("ца", "цу", "цом", "цем", "це")),
    ("а", ("ы", "и", "е", "у", "ой", "ей")),
    ("я", ("и", "е", "ю", "ей")),
    ("й", ("я", "ю", "ем", "е")),
    ("ь", ("я", "ю", "ем", "е", "и", "ью")),
)
VOWELS = "аеиоуыэюя"
AFTER_CONSONANT = ("а", "у", "ом", "ем", "е")
SLIPS = ((4, 0), (6, 1), (99, 2))
"""Up to so many letters, so many slips (a letter wrong, missing, extra, or two swapped)."""


@dataclass(frozen=True)
class Listed:
    """A pupil of the list that a name may mean."""

    id: int
    surname: str
    given_name: str
    patronymic: str = ""


def fold(text: str) -> str:
    """Case and ё forgiven, dashes and apostrophes dropped."""
    return "".join(c for c in text.casefold().replace("ё", "е") if c.isalnum())


@lru_cache(maxsize=8192)
def forms(surname: str) -> frozenset[str]:
    """The folded surname in all cases."""
    word = fold(surname)
    for ending, others in CASES:
        if word.endswith(ending) and len(word) > len(ending):
            stem = word.removesuffix(ending)
            return frozenset({word, *(stem + other for other in others)})
    if word and word[-1] not in VOWELS:
        return frozenset({word, *(word + other for other in AFTER_CONSONANT)})
    return frozenset({word})


def meant(words: Sequence[str], pupils: Sequence[Listed]) -> list[Listed]:
    """Whom the words (a surname, maybe a given name or initials) may mean: the best that fit, all alike.

    One: understood. Several: to be asked about. None: nobody of the list. «Попова» is rather the girl of that name
    than the boy in the genitive. A given name may come first, where nobody fits with the surname first.
    """
    after = [(words[:split], words[split:]) for split in range(len(words), 0, -1)]
    before = [(words[split:], words[:split]) for split in range(1, len(words))]
    return _nearest(after, pupils) or _nearest(before, pupils)


def _nearest(splits: Sequence[tuple[Sequence[str], Sequence[str]]], pupils: Sequence[Listed]) -> list[Listed]:
    """The pupils whom one of the splits (surname, given name and patronymic) fits best."""
    found: dict[int, list[Listed]] = {}
    for surname, names in splits:
        for pupil in pupils:
            distance = _distance(surname, pupil.surname)
            if distance is not None and _fits(names, pupil) and pupil not in found.setdefault(distance, []):
                found[distance].append(pupil)
    return found[min(found)] if found else []


def _distance(typed: Sequence[str], surname: str) -> int | None:
    """0: the surname itself, 1: another case of it, then one more for each slip; None: too far off."""
    word, own = fold("".join(typed)), fold(surname)
    if word == own:
        return 0
    if len(typed) > 1 and surname.isalpha():
        return None
    allowed = next(slips for length, slips in SLIPS if len(word) <= length)
    slips = min(OSA.distance(word, form, score_cutoff=allowed) for form in forms(surname))
    return slips + 1 if slips <= allowed else None


def _fits(rest: Sequence[str], pupil: Listed) -> bool:
    """Whether what follows the surname can be this pupil's given name and patronymic, in full or as initials."""
    initials = [fold(part) for word in rest for part in word.split(".") if fold(part)]
    names = [fold(pupil.given_name), fold(pupil.patronymic)]
    if len(initials) > len(names):
        return False
    return all(_same_name(typed, name) for typed, name in zip(initials, names, strict=False))


def _same_name(typed: str, name: str) -> bool:
    """`П`, `Пет`, `Петр`, `Петру`: one begins the other, the last letters of a case form aside."""
    if len(typed) <= 2:
        return name.startswith(typed)
    stem = name[:-1] if len(name) > 3 else name
    return name.startswith(typed) or (typed.startswith(stem) and len(typed) <= len(name) + 2)
