"""Reading a regulation file and saying plainly what is wrong with it."""

import tomllib
from dataclasses import dataclass
from datetime import time
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
DEFAULT = "default"


class RegulationError(ValueError):
    """A regulation that cannot be used: names the file, the field and what is allowed."""


@dataclass(frozen=True)
class EntryWindow:
    """Open until `at` (none: the end of the day) of the day `days` after the lesson's."""

    days: int = 0
    at: time | None = None


@dataclass(frozen=True)
class Regulation:
    """The rules of one school that the journal asks for."""

    name: str
    title: str
    roll: EntryWindow


def presets() -> list[str]:
    """Names of the regulations that come with the product."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


@cache
def load(name: str) -> Regulation:
    """The regulation of a preset's name. Raises RegulationError."""
    path = FOLDER / f"{name}.toml"
    if name not in presets():
        raise RegulationError(f"{name}: no such regulation; there are: {', '.join(presets())}")
    return parse(path.read_text(encoding="utf-8"), name)


def parse(text: str, name: str) -> Regulation:
    """The regulation of a file's text; where it is silent the default holds.

    Raises RegulationError naming the faulty field.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RegulationError(f"{name}: not a TOML file: {error}") from error
    _refuse_unknown(name, data, allowed={"title", "roll"})
    title = data.get("title")
    if not isinstance(title, str) or not title:
        raise RegulationError(f"{name}, title: a text is needed")
    roll = _window(f"{name}, roll", data["roll"]) if "roll" in data else load(DEFAULT).roll
    return Regulation(name=name, title=title, roll=roll)


def _window(where: str, data: Any) -> EntryWindow:
    if not isinstance(data, dict):
        raise RegulationError(f"{where}: a section with days, at")
    _refuse_unknown(where, data, allowed={"days", "at"})
    days, at = data.get("days", 0), data.get("at")
    if not isinstance(days, int) or isinstance(days, bool) or not 0 <= days <= 60:
        raise RegulationError(f"{where}.days: a whole number of days from 0 to 60")
    if at is not None and not isinstance(at, time):
        raise RegulationError(f"{where}.at: a time such as 21:00:00")
    return EntryWindow(days=days, at=at)


def _refuse_unknown(where: str, data: dict[str, Any], allowed: set[str]) -> None:
    unknown = data.keys() - allowed
    if unknown:
        raise RegulationError(f"{where}: unknown {', '.join(sorted(unknown))}; allowed: {', '.join(sorted(allowed))}")
