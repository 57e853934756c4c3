"""What a work may weigh: 0 to 10 in hundredths (field.md 2.7: decimal weights; 0 is not counted)."""

import re
from decimal import Decimal
from typing import overload

from core.errors.marks import WeightWrong

LIGHTEST, HEAVIEST = Decimal(0), Decimal(10)
# The work behind a mark `m` in SQL, kind `k`; a work announced at the lesson (`w`) may weigh otherwise than its kind.
WORK_OF_MARK = """JOIN work_kind k ON k.id = m.kind_id
      LEFT JOIN lesson_work w ON w.lesson_id = m.lesson_id AND w.kind_id = m.kind_id"""
WEIGHT_OF_MARK = "coalesce(w.weight, k.weight)"

TYPED = re.compile(r"\d{1,2}(?:[.,]\d{1,2})?", re.ASCII)


def require_weight(weight: Decimal) -> None:
    """Raises WeightWrong."""
    if not LIGHTEST <= weight <= HEAVIEST:
        raise WeightWrong


def read_weight(words: str) -> Decimal:
    """A typed weight: `1,5`, `0.75`. Raises WeightWrong."""
    if not TYPED.fullmatch(words.strip()):
        raise WeightWrong
    weight = Decimal(words.strip().replace(",", "."))
    require_weight(weight)
    return weight


@overload
def from_hundredths(hundredths: int) -> Decimal: ...
@overload
def from_hundredths(hundredths: int | None) -> Decimal | None: ...
def from_hundredths(hundredths: int | None) -> Decimal | None:
    """As a button carries it."""
    return None if hundredths is None else Decimal(hundredths) / 100


@overload
def to_hundredths(weight: Decimal) -> int: ...
@overload
def to_hundredths(weight: Decimal | None) -> int | None: ...
def to_hundredths(weight: Decimal | None) -> int | None:
    """As a button carries it."""
    return None if weight is None else int(weight * 100)
