"""From TOML values to the model's: each reader takes what a file says, or tells what is allowed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, NoReturn, TypeVar

from regulations.faults import Problem, RegulationError
from regulations.model import (
    Archive,
    Backup,
    EntryWindow,
    FinalMarksDue,
    LeastMarks,
    Rounding,
    StaffHours,
    SubjectTerm,
    Thresholds,
    fold,
)

T = TypeVar("T")
DAYS = (0, 60)
WORKING_DAYS = (1, 40)
MINUTES = (0, 720)
NAME_CHARS = 128
MOST_NAMES = 60
QUOTED, QUOTED_CHARS = {"found", "detail"}, 150
"""What a file says may be endless; an answer that quotes it is not."""
HUNDREDTHS = Decimal("0.01")
MIDDAY = time(12)
"""A window of the lesson's own day that closes before noon would close before lessons open."""


@dataclass(frozen=True)
class Place:
    """Where in which file a value stands, for an answer that names it."""

    file: str
    field: str = ""

    def at(self, name: str) -> "Place":
        return Place(self.file, f"{self.field}.{name}" if self.field else name)

    def refuse(self, problem: Problem, **facts: str | int) -> NoReturn:
        told = {n: fact[:QUOTED_CHARS] if n in QUOTED and isinstance(fact, str) else fact for n, fact in facts.items()}
        raise RegulationError(self.file, self.field, problem, **told)

    def refuse_unknown(self, data: dict[str, Any], allowed: Iterable[str]) -> None:
        known = sorted(allowed)
        if unknown := sorted(data.keys() - set(known)):
            self.refuse(Problem.UNKNOWN, found=", ".join(unknown), allowed=", ".join(known))

    def section(self, data: Any, *allowed: str) -> dict[str, Any]:
        if not isinstance(data, dict):
            self.refuse(Problem.SECTION, allowed=", ".join(allowed))
        self.refuse_unknown(data, allowed)
        return data


Reader = Callable[[Place, Any], Any]


def text(place: Place, data: Any, high: int) -> str:
    if not isinstance(data, str) or not 1 <= len(data.strip()) <= high:
        place.refuse(Problem.TEXT, high=high)
    return data.strip()


def flag(place: Place, data: Any) -> bool:
    if not isinstance(data, bool):
        place.refuse(Problem.YES_NO)
    return data


def whole(low: int, high: int) -> Callable[[Place, Any], int]:
    """A whole number between two, both included."""

    def read(place: Place, data: Any) -> int:
        if not isinstance(data, int) or isinstance(data, bool) or not low <= data <= high:
            place.refuse(Problem.WHOLE, low=low, high=high)
        return data

    return read


def points(place: Place, data: Any) -> Decimal:
    """An average between two marks, of at most two decimals."""
    number = isinstance(data, int | float) and not isinstance(data, bool)
    found = Decimal(str(data)) if number else Decimal(0)
    if not found.is_finite() or not 1 < found <= 5 or found != found.quantize(HUNDREDTHS):
        place.refuse(Problem.POINTS, allowed="4.65")
    return found


def one_of(*words: str) -> Callable[[Place, Any], str]:
    def read(place: Place, data: Any) -> str:
        if not isinstance(data, str) or data not in words:
            place.refuse(Problem.ONE_OF, allowed=", ".join(words))
        return data

    return read


def some_of(*words: str, least: int = 0) -> Callable[[Place, Any], tuple[str, ...]]:
    """A list of such words, none of them twice, in the order of the file."""

    def read(place: Place, data: Any) -> tuple[str, ...]:
        if not isinstance(data, list) or len(data) < least or any(w not in words for w in data):
            place.refuse(Problem.SOME_OF, allowed=", ".join(words))
        _refuse_twice(place, data)
        return tuple(data)

    return read


def set_of(*words: str, least: int = 0) -> Callable[[Place, Any], frozenset[str]]:
    """A list of such words whose order says nothing."""
    read = some_of(*words, least=least)
    return lambda place, data: frozenset(read(place, data))


def names(place: Place, data: Any) -> tuple[str, ...]:
    """Subjects by name."""
    if not isinstance(data, list) or not all(isinstance(n, str) and 1 <= len(n.strip()) <= NAME_CHARS for n in data):
        place.refuse(Problem.NAMES, high=NAME_CHARS)
    if len(data) > MOST_NAMES:
        place.refuse(Problem.TOO_MANY, high=MOST_NAMES)
    _refuse_twice(place, [fold(n) for n in data])
    return tuple(n.strip() for n in data)


def window(place: Place, data: Any) -> EntryWindow:
    """A term for an entry; `subjects` are terms of some subjects' own."""
    own = place.section(data, "days", "at", "working_days", "after_class_minutes", "subjects")
    lists = own.get("subjects", [])
    if not isinstance(lists, list):
        place.at("subjects").refuse(Problem.SECTION, allowed="names, days, at, working_days, after_class_minutes")
    if len(lists) > MOST_NAMES:
        place.at("subjects").refuse(Problem.TOO_MANY, high=MOST_NAMES)
    subjects = tuple(_subject_term(place.at("subjects"), s) for s in lists)
    _refuse_twice(place.at("subjects"), [fold(n) for s in subjects for n in s.names])
    return _term(place, {k: v for k, v in own.items() if k != "subjects"}, subjects)


def _subject_term(place: Place, data: Any) -> SubjectTerm:
    own = place.section(data, "names", "days", "at", "working_days", "after_class_minutes")
    found = names(place.at("names"), own.get("names", []))
    if not found:
        place.at("names").refuse(Problem.MISSING, allowed="names")
    return SubjectTerm(found, _term(place, {k: v for k, v in own.items() if k != "names"}, ()))


def _term(place: Place, own: dict[str, Any], subjects: tuple[SubjectTerm, ...]) -> EntryWindow:
    if not own:
        place.refuse(Problem.MISSING, allowed="days, at, working_days, after_class_minutes")
    if "days" in own and "working_days" in own:
        place.refuse(Problem.ONE_TERM)
    days = whole(*DAYS)(place.at("days"), own.get("days", 0))
    at = _optional(time_of_day, place.at("at"), own.get("at"))
    working = _optional(whole(*WORKING_DAYS), place.at("working_days"), own.get("working_days"))
    minutes = _optional(whole(*MINUTES), place.at("after_class_minutes"), own.get("after_class_minutes"))
    if at is not None and at < MIDDAY and not days and not working:
        place.at("at").refuse(Problem.TOO_EARLY, allowed=f"{MIDDAY:%H:%M}")
    return EntryWindow(days, at, working, minutes, subjects)


def time_of_day(place: Place, data: Any) -> time:
    """`21:00:00` as TOML writes it, also in quotes and without the seconds."""
    if isinstance(data, str):
        try:
            data = time.fromisoformat(data)
        except ValueError:
            place.refuse(Problem.TIME)
    if not isinstance(data, time) or data.tzinfo is not None:
        place.refuse(Problem.TIME)
    return data


def day(place: Place, data: Any) -> date:
    """`2026-12-28` as TOML writes it, also in quotes."""
    if isinstance(data, str):
        try:
            data = date.fromisoformat(data)
        except ValueError:
            place.refuse(Problem.DAY, allowed="2026-12-28")
    if not isinstance(data, date) or isinstance(data, datetime):
        place.refuse(Problem.DAY, allowed="2026-12-28")
    return data


def least_marks(place: Place, data: Any) -> LeastMarks:
    own = place.section(data, "hours", "marks", "above", "and_more")
    for name in ("hours", "marks"):
        if name not in own:
            place.at(name).refuse(Problem.MISSING, allowed="hours, marks")
    if ("above" in own) == ("and_more" in own):
        place.refuse(Problem.MISSING, allowed="above | and_more")
    hours = whole(1, 10)(place.at("hours"), own["hours"])
    marks = whole(1, 30)(place.at("marks"), own["marks"])
    above = _optional(whole(1, 30), place.at("above"), own.get("above"))
    if above is not None and above < marks:
        place.at("above").refuse(Problem.FEWER_ABOVE, low=marks)
    return LeastMarks(hours, marks, above, _optional(whole(0, 10), place.at("and_more"), own.get("and_more")))


def rounding(place: Place, data: Any) -> Rounding:
    """Thresholds, and under `subjects` those of some subjects' own."""
    own = place.section(data, "five", "four", "three", "subjects")
    lists = own.get("subjects", [])
    if not isinstance(lists, list):
        place.at("subjects").refuse(Problem.SECTION, allowed="names, five, four, three")
    if len(lists) > MOST_NAMES:
        place.at("subjects").refuse(Problem.TOO_MANY, high=MOST_NAMES)
    subjects = tuple(_subject_thresholds(place.at("subjects"), s) for s in lists)
    _refuse_twice(place.at("subjects"), [fold(n) for found, _ in subjects for n in found])
    return Rounding(_thresholds(place, own), subjects)


def _subject_thresholds(place: Place, data: Any) -> tuple[tuple[str, ...], Thresholds]:
    own = place.section(data, "names", "five", "four", "three")
    found = names(place.at("names"), own.get("names", []))
    if not found:
        place.at("names").refuse(Problem.MISSING, allowed="names")
    return found, _thresholds(place, own)


def _thresholds(place: Place, own: dict[str, Any]) -> Thresholds:
    for name in ("five", "four", "three"):
        if name not in own:
            place.at(name).refuse(Problem.MISSING, allowed="five, four, three")
    read = Thresholds(*(points(place.at(name), own[name]) for name in ("five", "four", "three")))
    if not read.five > read.four > read.three:
        place.refuse(Problem.FALLING)
    return read


def final_marks_due(place: Place, data: Any) -> FinalMarksDue:
    own = place.section(data, "way", "days", "dates")
    way = one_of("last_day", "last_week", "days_after", "order")(place.at("way"), own.get("way"))
    for name, its_way in (("days", "days_after"), ("dates", "order")):
        if name in own and way != its_way:
            place.at(name).refuse(Problem.NOT_WITH, found=name, allowed=its_way)
    if way == "days_after" and "days" not in own:
        place.at("days").refuse(Problem.MISSING, allowed="days")
    days = whole(0, 30)(place.at("days"), own.get("days", 0))
    dates = own.get("dates", [])
    if not isinstance(dates, list):
        place.at("dates").refuse(Problem.DAY, allowed="2026-12-28")
    if len(dates) > MOST_NAMES:
        place.at("dates").refuse(Problem.TOO_MANY, high=MOST_NAMES)
    return FinalMarksDue(way, days, tuple(sorted(day(place.at("dates"), d) for d in dates)))  # type: ignore[arg-type]


def backup(place: Place, data: Any) -> Backup:
    own = place.section(data, "days", "kept")
    kept = some_of("several_media", "removable_media", "two_places", "operator")(place.at("kept"), own.get("kept", []))
    return Backup(_optional(whole(1, 31), place.at("days"), own.get("days")), kept)  # type: ignore[arg-type]


def archive(place: Place, data: Any) -> Archive:
    own = place.section(data, "forms", "print_by", "print_years", "summary_years")
    words = ("data", "pdf", "two_media", "different_rooms", "two_places", "signed", "paper_summary")
    forms = some_of(*words)(place.at("forms"), own.get("forms", []))
    years = {name: _optional(whole(1, 100), place.at(name), own.get(name)) for name in ("print_years", "summary_years")}
    return Archive(forms, _optional(_day_and_month, place.at("print_by"), own.get("print_by")), **years)  # type: ignore[arg-type]


def _day_and_month(place: Place, data: Any) -> tuple[int, int]:
    """`30.06` of any year."""
    try:
        found = datetime.strptime(f"{data}.2000", "%d.%m.%Y")  # noqa: DTZ007 - a day of every year, no moment
    except ValueError:
        place.refuse(Problem.DAY, allowed="30.06")
    return found.day, found.month


def hours(place: Place, data: Any) -> StaffHours:
    """Hours of a day, `from` earlier than `to`."""
    own = place.section(data, "from", "to")
    starts, ends = (time_of_day(place.at(name), own.get(name)) for name in ("from", "to"))
    if starts >= ends:
        place.refuse(Problem.HOURS)
    return StaffHours(starts, ends)


def _optional(read: Callable[[Place, Any], T], place: Place, data: Any) -> T | None:
    return None if data is None else read(place, data)


def _refuse_twice(place: Place, found: list[str]) -> None:
    if twice := sorted({n for n in found if found.count(n) > 1}):
        place.refuse(Problem.TWICE, found=", ".join(twice))
