"""Regulations from files and from texts, with single fields put over them."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from regulations.faults import Problem, RegulationError
from regulations.model import Regulation
from regulations.reading import Place, text
from regulations.rules import RULES

FOLDER = Path(__file__).parent
DEFAULT = "default"
MAX_CHARS = 64_000
CLAUSE_CHARS = 120
TITLE_CHARS = 150


def presets() -> list[str]:
    """Names of the regulations that come with the product."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def text_of(name: str) -> str:
    """The text of a preset's file."""
    return (FOLDER / f"{name}.toml").read_text(encoding="utf-8")


@cache
def load(name: str) -> Regulation:
    """The regulation of a preset's name. Raises RegulationError."""
    if name not in presets():
        raise RegulationError(name, "", Problem.NO_SUCH, allowed=", ".join(presets()))
    return parse(text_of(name), name)


def parse(body: str, name: str, overrides: Mapping[str, Any] | None = None) -> Regulation:
    """The regulation of a file's text, `overrides` (single fields in the same syntax) put over it.

    Where both are silent the default holds. Raises RegulationError naming the faulty field.
    """
    place = Place(name)
    if len(body) > MAX_CHARS:
        place.refuse(Problem.TOO_LARGE, high=MAX_CHARS)
    try:
        data = tomllib.loads(body)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place.refuse(Problem.NOT_TOML, detail=str(error))
    place.refuse_unknown(data, {"title", *RULES})
    if "title" not in data:
        place.at("title").refuse(Problem.MISSING, allowed="title")
    title = text(place.at("title"), data.pop("title"), TITLE_CHARS)
    values, clauses = _read(place, data)
    silence = {} if name == DEFAULT else _silent()
    if missing := [rule for rule in RULES if rule not in values and rule not in silence]:
        place.refuse(Problem.MISSING, allowed=", ".join(missing))
    own = Regulation(
        name=name, title=title, clauses=MappingProxyType(clauses), stated=frozenset(values), **{**silence, **values}
    )
    return override(own, overrides) if overrides else own


def override(regulation: Regulation, overrides: Mapping[str, Any]) -> Regulation:
    """The regulation with single fields changed by the school. Raises RegulationError."""
    place = Place(regulation.name)
    place.refuse_unknown(dict(overrides), RULES)
    values, clauses = _read(place, overrides)
    kept = {rule: clause for rule, clause in regulation.clauses.items() if rule not in values}
    fields = {f: getattr(regulation, f) for f in ("name", "title", "stated", *RULES)}
    return Regulation(
        **{**fields, **values},
        clauses=MappingProxyType({**kept, **clauses}),
        overridden=regulation.overridden | frozenset(values),
    )


def _silent() -> dict[str, Any]:
    """What holds where a text says nothing."""
    default = load(DEFAULT)
    return {rule: getattr(default, rule) for rule in RULES}


def _read(place: Place, data: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """The values and the clauses of the rules that are stated."""
    values, clauses = {}, {}
    for rule, told in data.items():
        where = place.at(rule)
        stated = dict(told) if isinstance(told, dict) else told
        if isinstance(stated, dict) and "clause" in stated:
            clauses[rule] = text(where.at("clause"), stated.pop("clause"), CLAUSE_CHARS)
        if isinstance(stated, dict) and not RULES[rule].section:
            stated = _bare(where, stated)
        values[rule] = RULES[rule].read(where, stated)
    return values, clauses


def _bare(place: Place, data: dict[str, Any]) -> Any:
    """The value of a rule that is written as a section: `[substitute] value = "class_leader"`."""
    place.refuse_unknown(data, {"value", "clause"})
    if "value" not in data:
        place.at("value").refuse(Problem.MISSING, allowed="value")
    return data["value"]
