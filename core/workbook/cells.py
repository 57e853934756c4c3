"""Reading one cell, however the spreadsheet stored it. Readers raise BadCell."""

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from core.rules.folding import SPACES, class_key, code_key, name_key, title_key, written_phone
from core.workbook.faults import BadCell, FaultCode

Reader = Callable[[Any], Any]
T = TypeVar("T")

EXCEL_EPOCH = date(1899, 12, 30)
EXCEL_SERIALS = range(20_000, 80_000)  # 1954 to 2119
YEARS = range(1900, 2101)
DASHES = {"-", "–", "—"}
RUSSIAN_DATE = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})(?:\s*г\.?)?(?:\s+0?0:00(?::00)?)?$")
ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?$")
CLOCK = re.compile(r"(\d{1,2})[:.\-](\d{2})(?::00)?$")
HOURS = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:ч|час|часа|часов)?\.?$", re.IGNORECASE)
GRADES = re.compile(r"(\d{1,2})(?:\s*[-–—]\s*(\d{1,2}))?$")
HIGHEST_GRADE = 12


def as_text(value: Any) -> str:
    """What the person sees in the cell, near enough: 12.0 is 12, a date is ДД.ММ.ГГГГ."""
    if isinstance(value, str):
        return value.replace("\xa0", " ").replace("\x00", "").strip()
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value).replace(".", ",")
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y")
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return str(value)


def text(limit: int) -> Reader:
    """Text up to `limit` characters, inner spaces made single; a lone dash means empty."""

    def read(value: Any) -> str:
        words = SPACES.sub(" ", as_text(value))
        if len(words) > limit:
            raise BadCell(FaultCode.TOO_LONG, limit=limit)
        return "" if words in DASHES else words

    return read


def keyed(key: Callable[[str], str], limit: int) -> Reader:
    """A name read only to find something by it."""
    plain = text(limit)
    return lambda value: key(plain(value))


subject_reference = keyed(name_key, 128)
class_reference = keyed(class_key, 64)
code_reference = keyed(code_key, 255)


def phone(value: Any) -> str:
    """A telephone number as text, Russian ones in one form."""
    return written_phone(str(text(32)(value)))


def class_list(value: Any) -> tuple[str, ...]:
    """Keys of classes written `7А; 7Б` (a comma will do), in order of name, each once."""
    parts = re.split(r"[;,]", as_text(value))
    return tuple(sorted({class_key(p) for p in parts if p.strip()}))


def day(value: Any) -> date:
    """An Excel date, its serial number, ДД.ММ.ГГГГ or ГГГГ-ММ-ДД."""
    found = _day(value)
    if found is None or found.year not in YEARS:
        raise BadCell(FaultCode.NOT_A_DATE)
    return found


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return EXCEL_EPOCH + timedelta(days=int(value)) if int(value) in EXCEL_SERIALS else None
    words = as_text(value)
    russian, iso = RUSSIAN_DATE.match(words), ISO_DATE.match(words)
    year, month, number = (russian[3], russian[2], russian[1]) if russian else iso.groups() if iso else ("0", "0", "0")
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        return None


def clock(value: Any) -> time:
    """An Excel time, a fraction of a day, or ЧЧ:ММ."""
    found = _clock(value)
    if found is None:
        raise BadCell(FaultCode.NOT_A_TIME)
    return found


def _clock(value: Any) -> time | None:
    if isinstance(value, datetime):
        return value.time().replace(second=0, microsecond=0)
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0)
    if isinstance(value, timedelta):
        value = value.total_seconds() / 86_400
    if isinstance(value, int | float) and not isinstance(value, bool):
        minutes = round(value * 1440)
        return time(*divmod(minutes, 60)) if 0 < minutes < 1440 and 0 < value < 1 else None
    if (hit := CLOCK.match(as_text(value))) and int(hit[1]) < 24 and int(hit[2]) < 60:
        return time(int(hit[1]), int(hit[2]))
    return None


def hours(high: int) -> Reader:
    """A decimal with a point or a comma, above 0 and up to `high`: `2,5`, `2 ч.`."""

    def read(value: Any) -> Decimal:
        number = _decimal(value)
        if not 0 < number <= high:
            raise BadCell(FaultCode.OUT_OF_RANGE, low=0, high=high)
        return number.quantize(Decimal("0.01"))

    return read


def _decimal(value: Any) -> Decimal:
    if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
        return Decimal(str(value))
    hit = HOURS.match(as_text(value))
    try:
        return Decimal(hit[1].replace(",", ".")) if hit else _refuse_number()
    except InvalidOperation:
        return _refuse_number()


def _refuse_number() -> Decimal:
    raise BadCell(FaultCode.NOT_A_NUMBER)


def whole(low: int, high: int) -> Reader:
    """A whole number within the bounds, also as text: `3`, `3.0`, `3 урок`, `№ 3`."""

    def read(value: Any) -> int:
        if isinstance(value, float) and not value.is_integer():
            raise BadCell(FaultCode.NOT_WHOLE)
        hit = re.match(r"(?:№\s*)?(\d{1,9})(?:\.0+|\.)?(?:\s*(?:-?й|урок|класс|смена))*\.?$", as_text(value).lower())
        if hit is None:
            raise BadCell(FaultCode.NOT_WHOLE)
        number = int(hit[1])
        if not low <= number <= high:
            raise BadCell(FaultCode.OUT_OF_RANGE, low=low, high=high)
        return number

    return read


def lesson_numbers(value: Any) -> tuple[int, ...]:
    """`3`, or a double lesson in one cell: `1-2`, `1 - 2 урок`."""
    one = whole(0, 15)
    hit = re.match(r"(\d{1,2})\s*[-–—]\s*(\d{1,2})(?:\s*уроки?)?\.?$", as_text(value).lower())
    if hit is None:
        return (one(value),)
    first, last = one(hit[1]), one(hit[2])
    if not first < last:
        raise BadCell(FaultCode.NOT_WHOLE)
    return tuple(range(first, last + 1))


def grade_ranges(value: Any) -> tuple[tuple[int, int], ...]:
    """`1-9`, `10–11 классы`, `1, 3-4`; every grade for `все`."""
    if isinstance(value, date):  # a spreadsheet that took `1-4` for the first of April
        return ((min(value.day, value.month), max(value.day, value.month)),)
    words = re.sub(r"\s*(классы|класс|кл\.?)\s*$", "", as_text(value).lower())
    if words in {"все", "всё", *DASHES}:
        return ((1, HIGHEST_GRADE),)
    return tuple(_grade_range(part) for part in re.split(r"[;,]", words))


def _grade_range(part: str) -> tuple[int, int]:
    hit = GRADES.match(part.strip())
    first = int(hit[1]) if hit else 0
    last = int(hit[2] or hit[1]) if hit else 0
    if not 1 <= first <= last <= HIGHEST_GRADE:
        raise BadCell(FaultCode.NOT_GRADES)
    return first, last


def word(words: Mapping[str, T], shown: str) -> Reader:
    """A word of a closed vocabulary (keys folded by `title_key`); `shown` lists it for the person."""

    def read(value: Any) -> T:
        found = words.get(title_key(as_text(value)))
        if found is None:
            raise BadCell(FaultCode.NOT_A_WORD, words=shown)
        return found

    return read


def words(vocabulary: Mapping[str, T], shown: str) -> Reader:
    """Several words of a closed vocabulary, `;`- or `,`-separated."""
    one = word(vocabulary, shown)

    def read(value: Any) -> frozenset[T]:
        return frozenset(one(part) for part in re.split(r"[;,]", as_text(value)) if part.strip())

    return read


def weekdays(days: Mapping[str, int], shown: str) -> Reader:
    """`пн`, `вторник`, or several: `вт-пт`, `пн, ср`."""
    one = word(days, shown)

    def read(value: Any) -> tuple[int, ...]:
        found: list[int] = []
        for part in re.split(r"[;,]", as_text(value)):
            first, *rest = re.split(r"\s*[-–—]\s*", part.strip())
            found.extend(range(one(first), one(rest[0] if rest else first) + 1))
        if not found:
            raise BadCell(FaultCode.NOT_A_WORD, words=shown)
        return tuple(sorted(set(found)))

    return read
