"""Packing an action into a button and reading it back."""

from dataclasses import fields
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, ClassVar, Self, get_args, get_type_hints

from core.errors import ButtonOutdated

LIMIT_BYTES = 64
YEARS = range(1900, 2200)


class Action:
    """Base of frozen dataclasses whose fields are int, str, bool, date, StrEnum or one of these or None.

    Declare `class Mark(Action, prefix="mk")`; text fields may not hold a colon.
    """

    prefix: ClassVar[str]
    known: ClassVar[dict[str, type["Action"]]] = {}

    def __init_subclass__(cls, prefix: str) -> None:
        if prefix in Action.known:
            raise ValueError(f"prefix {prefix!r} is taken by {Action.known[prefix].__name__}")
        cls.prefix = prefix
        Action.known[prefix] = cls

    def pack(self) -> str:
        """The text of the button. Raises ValueError over the limit of bytes."""
        values = [_write(getattr(self, f.name)) for f in fields(self)]  # type: ignore[arg-type]
        packed = ":".join([self.prefix, *values])
        if len(packed.encode()) > LIMIT_BYTES:
            raise ValueError(f"{packed!r} is over {LIMIT_BYTES} bytes")
        return packed

    @classmethod
    def read(cls, values: list[str]) -> Self:
        """The action of the fields' texts. Raises ValueError when they do not fit."""
        hints = get_type_hints(cls)
        names = [f.name for f in fields(cls)]  # type: ignore[arg-type]
        return cls(**{n: _read(v, hints[n]) for n, v in zip(names, values, strict=True)})


def parse(packed: str) -> Action:
    """The action of a pressed button. Raises ButtonOutdated when it is none of ours."""
    prefix, *values = packed.split(":")
    kind = Action.known.get(prefix)
    try:
        if kind is not None:
            return kind.read(values)
    except (ValueError, TypeError) as error:
        raise ButtonOutdated from error
    raise ButtonOutdated


def _write(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, date):
        return value.strftime("%Y%m%d")
    text = str(value)
    if ":" in text:
        raise ValueError(f"a colon in {text!r}")
    return text


def _read(text: str, hint: Any) -> Any:
    if isinstance(hint, UnionType):
        kinds = [k for k in get_args(hint) if k is not NoneType]
        return None if text == "" else _read(text, kinds[0])
    if hint is bool:
        return {"1": True, "0": False}[text] if text in {"0", "1"} else _refuse(text)
    if hint is int:
        return _whole_number(text)
    if hint is date:
        return _day(text)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(text)
    return text


def _whole_number(text: str) -> int:
    """Only plain ASCII digits within PostgreSQL's integer: forged data stops here."""
    if not (text.isascii() and text.isdigit() and len(text) <= 10 and int(text) < 2**31):
        _refuse(text)
    return int(text)


def _day(text: str) -> date:
    """A day that a school can have a lesson on: the days around it exist too."""
    if len(text) != 8 or not YEARS.start <= _whole_number(text[:4]) < YEARS.stop:
        _refuse(text)
    return date(int(text[:4]), _whole_number(text[4:6]), _whole_number(text[6:]))


def _refuse(text: str) -> bool:
    raise ValueError(text)
