"""A timetable without clashes: lessons are put where they disturb least, what they push out is put again."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

DAYS = 5
PATIENCE = 60_000

Cell = tuple[int, int]
"""(weekday 1..5, lesson number)."""


@dataclass(frozen=True)
class Item:
    """Something that stands at one time: `holders` are the classes, teachers and rooms that it needs.

    `length` 2 is a double lesson; `fixed` says where it must stand; `subject` should come once a day.
    """

    number: int
    classes: tuple[str, ...]
    holders: frozenset[str]
    subject: str
    length: int = 1
    fixed: Cell | None = None


def solve(items: Sequence[Item], lengths: dict[str, list[int]], random: Random) -> dict[int, Cell]:
    """Where each item stands (its first lesson), by number. `lengths`: lessons a day of each class.

    Raises RuntimeError when the puzzle does not come out.
    """
    board = _Board(lengths)
    queue = deque(sorted(items, key=lambda i: (i.fixed is None, -i.length, -len(i.classes), -len(i.holders))))
    tried: dict[tuple[int, Cell], int] = {}
    for _ in range(PATIENCE):
        if not queue:
            return {item.number: cell for item, cell in board.placed.items()}
        item = queue.popleft()
        costs = [(board.cost(item, c) + tried.get((item.number, c), 0), random.random(), c) for c in board.cells(item)]
        cell = min(costs)[2]
        tried[(item.number, cell)] = tried.get((item.number, cell), 0) + 3
        queue.extend(board.put(item, cell))
    raise RuntimeError("the timetable does not come out")


class _Board:
    def __init__(self, lengths: dict[str, list[int]]) -> None:
        self.placed: dict[Item, Cell] = {}
        self._lengths = lengths
        self._held: dict[tuple[str, Cell], Item] = {}

    def cells(self, item: Item) -> list[Cell]:
        """Every cell that the days of all its classes have."""
        if item.fixed is not None:
            return [item.fixed]
        return [
            (day, number)
            for day in range(1, DAYS + 1)
            for number in range(1, min(self._lengths[c][day - 1] for c in item.classes) - item.length + 2)
        ]

    def cost(self, item: Item, cell: Cell) -> int:
        """How much it disturbs: those pushed out (fixed ones never), and the same subject twice a day."""
        pushed = self._in_the_way(item, cell)
        if any(other.fixed for other in pushed):
            return 10_000
        twice = sum(
            2
            for other, (day, _) in self.placed.items()
            if day == cell[0] and other.subject == item.subject and not set(other.classes).isdisjoint(item.classes)
        )
        return sum(4 * other.length * len(other.classes) for other in pushed) + twice

    def put(self, item: Item, cell: Cell) -> list[Item]:
        """Place it; returns what had to go."""
        pushed = self._in_the_way(item, cell)
        for other in pushed:
            for key in self._keys(other, self.placed.pop(other)):
                del self._held[key]
        self.placed[item] = cell
        self._held.update(dict.fromkeys(self._keys(item, cell), item))
        return sorted(pushed, key=lambda i: i.number)

    def _in_the_way(self, item: Item, cell: Cell) -> set[Item]:
        return {self._held[key] for key in self._keys(item, cell) if key in self._held}

    def _keys(self, item: Item, cell: Cell) -> list[tuple[str, Cell]]:
        day, number = cell
        return [(holder, (day, number + n)) for holder in sorted(item.holders) for n in range(item.length)]
