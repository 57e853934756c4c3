"""From a message id and facts to a sentence; the one place where data is escaped."""

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from babel.dates import format_date, format_skeleton
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentNone

LANGUAGES = ("ru", "en")
FOLDER = Path(__file__).parent


class MissingText(LookupError):
    """A message that no locale file holds, or whose facts do not fit it."""


class Translator:
    """Sentences in one language. Call it for HTML with escaped data, `plain` for button labels."""

    def __init__(self, language: str, bundle: FluentBundle) -> None:
        self.language = language
        self._bundle = bundle

    def __call__(self, key: str, **facts: Any) -> str:
        """HTML text: strings among the facts are data and are escaped. Raises MissingText."""
        return self._format(key, {k: escape(v, quote=False) if isinstance(v, str) else v for k, v in facts.items()})

    def plain(self, key: str, **facts: Any) -> str:
        """Text without markup, for labels and toasts. Raises MissingText."""
        return self._format(key, facts)

    @staticmethod
    def data(text: str) -> str:
        """Data by itself, escaped: Fluent takes at most 1000 characters of it into a sentence."""
        return escape(text, quote=False)

    def _format(self, key: str, facts: dict[str, Any]) -> str:
        if not self._bundle.has_message(key):
            raise MissingText(f"{self.language}: {key}")
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise MissingText(f"{self.language}: {key} has no value")
        text, errors = self._bundle.format_pattern(pattern, facts)
        if errors:
            raise MissingText(f"{self.language}: {key}: {errors[0]}")
        return str(text)


@cache
def translator(language: str) -> Translator:
    """The translator of a language; an unknown one speaks the first (Russian)."""
    if language not in LANGUAGES:
        return translator(LANGUAGES[0])
    bundle = FluentBundle([language], use_isolating=False, functions=_functions(language))
    for path in sorted((FOLDER / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return Translator(language, bundle)


def _functions(language: str) -> dict[str, Callable[..., Any]]:
    """What Fluent files may call.

    DAY 22 ноября, WEEKDAY воскресенье, SHORTDAY вс 22.11, CLOCK 08:30, POINT 4,65 (an average), ROOM каб. 12.
    """

    def day(value: Any) -> Any:
        return _with(value, lambda d: format_skeleton("MMMMd", _midnight(d), locale=language))

    def weekday(value: Any) -> Any:
        return _with(value, lambda d: format_date(d, "EEEE", locale=language))

    def short_day(value: Any) -> Any:
        return _with(value, lambda d: format_date(d, "EEEEEE dd.MM", locale=language))

    def clock(value: Any) -> Any:
        return _with(value, lambda t: t.strftime("%H:%M"))

    def point(value: Any) -> Any:
        written = f"{value:.2f}" if isinstance(value, Decimal | int) else FluentNone()
        return written.replace(".", ",") if language == "ru" and isinstance(written, str) else written

    days = {"DAY": day, "WEEKDAY": weekday, "SHORTDAY": short_day, "CLOCK": clock}
    return {**days, "POINT": point, "ROOM": _room}


def _room(room: Any, before: Any = "") -> Any:
    """The word `before` goes with a number only: «каб. 12», but «Спортзал»."""
    return f"{before} {room}" if str(room)[:1].isdigit() else room


def _with(value: Any, write: Callable[[Any], str]) -> Any:
    """Fluent wraps dates; look inside and write them our way."""
    inner = getattr(value, "_dt_obj", value)
    return write(inner) if isinstance(inner, date | datetime | time) else FluentNone()


def _midnight(value: date) -> datetime:
    return datetime(value.year, value.month, value.day)  # noqa: DTZ001 - a calendar day, no moment
