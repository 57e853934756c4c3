"""A new edition of a course plan laid over the old one, so that no delivered line is lost or becomes another.

Lessons point at the lines they delivered. A new edition may insert, drop, reorder and renumber lines, so lines are
found again by their topics, not by their numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

DELIVERED, FRESH = 1001, 1000
SAME_NUMBER_ALIKE = 75
"""How alike (0 to 100) two topics of one number must be to be one topic with a slip mended."""


@dataclass(frozen=True)
class OldLine:
    """A line as it stands; `key` is its folded topic, `delivered`: some lesson points at it."""

    id: int
    key: str
    delivered: bool


@dataclass(frozen=True)
class Placed:
    """A line of the plan to be, in order: `old` the id it keeps (None: new), `new` its index in the new edition
    (None: a delivered line that the new edition does not hold; it stays where it stood)."""

    old: int | None
    new: int | None


def topic_key(topic: str) -> str:
    """Topics are the same whatever their case, ё, spaces and stops at the end."""
    return " ".join(topic.casefold().replace("ё", "е").split()).rstrip(" .;,")


def merge(old: Sequence[OldLine], new: Sequence[str]) -> list[Placed]:
    """The lines of the plan to be; `new` are the folded topics of the new edition.

    Old lines that are in nobody's way are reused for whatever stands at their number. Laying the same edition over
    the result changes nothing.
    """
    pairs = _in_order(old, new)
    _moved(old, new, pairs)
    _mended(old, new, pairs)
    _reused(old, new, pairs)
    kept = {index: old[i].id for i, index in pairs.items()}
    placed = [Placed(kept.get(index), index) for index in range(len(new))]
    for i, line in enumerate(old):
        if line.delivered and i not in pairs:
            placed.insert(_after(placed, old, i), Placed(line.id, None))
    return placed


def _after(placed: list[Placed], old: Sequence[OldLine], i: int) -> int:
    """Behind the nearest line before it that is still there."""
    places = {p.old: at for at, p in enumerate(placed) if p.old is not None}
    before = next((old[k].id for k in range(i - 1, -1, -1) if old[k].id in places), None)
    return 0 if before is None else places[before] + 1


def _in_order(old: Sequence[OldLine], new: Sequence[str]) -> dict[int, int]:
    """The longest run of equal topics in one order, delivered lines first."""
    head = 0
    while head < min(len(old), len(new)) and old[head].key == new[head] and old[head].delivered:
        head += 1
    pairs = {i: i for i in range(head)}
    rest, fresh = old[head:], new[head:]
    best = [[0] * (len(fresh) + 1) for _ in range(len(rest) + 1)]
    for i in range(len(rest) - 1, -1, -1):
        weight = DELIVERED if rest[i].delivered else FRESH
        for k in range(len(fresh) - 1, -1, -1):
            with_it = best[i + 1][k + 1] + weight if rest[i].key == fresh[k] else 0
            best[i][k] = max(with_it, best[i + 1][k], best[i][k + 1])
    i = k = 0
    while i < len(rest) and k < len(fresh):
        weight = DELIVERED if rest[i].delivered else FRESH
        if rest[i].key == fresh[k] and best[i][k] == best[i + 1][k + 1] + weight:
            pairs[head + i] = head + k
            i, k = i + 1, k + 1
        elif best[i][k] == best[i + 1][k]:
            i += 1
        else:
            k += 1
    return pairs


def _moved(old: Sequence[OldLine], new: Sequence[str], pairs: dict[int, int]) -> None:
    """Delivered lines whose topic stands elsewhere now, before undelivered ones of the same topic."""
    holder = {index: i for i, index in pairs.items()}
    free: dict[str, list[int]] = {}
    for index, key in enumerate(new):
        if index not in holder or not old[holder[index]].delivered:
            free.setdefault(key, []).append(index)
    for i, line in enumerate(old):
        if line.delivered and i not in pairs and free.get(line.key):
            index = free[line.key].pop(0)
            if index in holder:
                del pairs[holder[index]]
            pairs[i] = index


def _mended(old: Sequence[OldLine], new: Sequence[str], pairs: dict[int, int]) -> None:
    """Delivered lines at their number, their wording a little different."""
    taken = set(pairs.values())
    for i, line in enumerate(old):
        free = line.delivered and i not in pairs and i < len(new) and i not in taken
        if free and fuzz.ratio(line.key, new[i]) >= SAME_NUMBER_ALIKE:
            pairs[i] = i
            taken.add(i)


def _reused(old: Sequence[OldLine], new: Sequence[str], pairs: dict[int, int]) -> None:
    """Undelivered lines take what stands at their number, so that small edits stay small."""
    taken = set(pairs.values())
    for i, line in enumerate(old):
        if not line.delivered and i not in pairs and i < len(new) and i not in taken:
            pairs[i] = i
            taken.add(i)
