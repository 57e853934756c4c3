"""The short form of a letter: subjects abbreviated so that they are told apart, words packed into SMS parts.

A part of an SMS with Cyrillic letters holds 70 characters (UCS-2, 3GPP TS 23.038); each part is sent by itself, so that
the numbers on them are ours.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import count

PART_CHARS = 70
LETTERS = 3
STEPS = 12
"""Longer and longer abbreviations before a number has to tell two subjects apart."""
SMALL_WORD = 2
GENERAL = frozenset({"основы"})
"""First words that say nothing: such a subject is known by the first letters of all its words."""
SEPARATOR = "; "


def abbreviations(subjects: Iterable[str]) -> dict[str, str]:
    """алг, физ, физк (for Физическая культура), обзр: three letters, and more only for those that would be alike."""
    names = sorted(set(subjects))
    step = dict.fromkeys(names, 0)
    for _ in range(STEPS):
        alike = _alike({name: _short(name, step[name]) for name in names})
        if not alike:
            break
        step |= {name: step[name] + 1 for name in alike}
    found = {name: _short(name, step[name]) for name in names}
    return found | _numbered(found)


def parts(head: str, items: Sequence[str], limit: int = PART_CHARS) -> tuple[str, ...]:
    """`head: item; item`, in as few parts as the order allows; several are numbered 1/2, 2/2.

    A word longer than a part by itself is cut.
    """
    whole = _joined(head, items)
    if units(whole) <= limit:
        return (whole,)
    for total in count(2):
        packed = _packed(head, items, limit - len(f"{total}/{total} "))
        if len(packed) <= total:
            return tuple(f"{place}/{len(packed)} {part}" for place, part in enumerate(packed, start=1))
    raise AssertionError  # unreachable: a larger total only costs a digit now and then


def units(text: str) -> int:
    """Characters as an SMS counts them: UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def _packed(head: str, items: Sequence[str], room: int) -> list[str]:
    """As many items into each part as it holds: no other packing in this order needs fewer parts."""
    done: list[str] = []
    part, fresh = f"{head}:", True
    for item in items:
        longer = f"{part}{' ' if fresh else SEPARATOR}{item}" if part else item
        if units(longer) <= room:
            part, fresh = longer, False
        else:
            done.append(part)
            part, fresh = item, False
    return [_cut(one, room) for one in [*done, part] if one]


def _joined(head: str, items: Sequence[str]) -> str:
    return f"{head}: {SEPARATOR.join(items)}" if items else head


def _cut(text: str, room: int) -> str:
    while units(text) > room:
        text = text[:-1]
    return text


def _short(name: str, step: int) -> str:
    """Step 0: the beginning; 1: and the first letters of the other words; then more and more of the first word."""
    every: list[str] = re.findall(r"\w+", name.casefold()) or [name.casefold()]
    words = [word for word in every if len(word) > SMALL_WORD or word.isdigit()] or every
    initials = "".join(word[0] for word in words[1:])
    if words[0] in GENERAL and len(words) > 2:
        return words[0][: 1 + step] + initials
    if len(words) == 1 and len(words[0]) <= LETTERS + 1:
        return words[0]
    return words[0][: LETTERS + max(0, step - 1)] + (initials if step else "")


def _alike(found: dict[str, str]) -> list[str]:
    often = Counter(found.values())
    return [name for name, short in found.items() if often[short] > 1]


def _numbered(found: dict[str, str]) -> dict[str, str]:
    """Whatever no letters tell apart gets a number."""
    return {name: f"{found[name]}{place}" for place, name in enumerate(_alike(found), start=1)}
