"""Every language says everything, with the same facts; the code asks for nothing that is not written."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import core.errors
from core.errors import JournalError
from locales import LANGUAGES, translator

HOUSE = Path(__file__).parent.parent
SPEAKERS = ("app", "bots", "documents", "notifications", "locales")
KEY = re.compile(r"[a-z]+(-[a-z0-9]+)+|[a-z]{2,}")


class Variables(Visitor):
    """Collects the facts a message asks for."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - fluent.syntax calls it so
        self.names.add(node.id.name)


@cache
def messages(language: str) -> dict[str, frozenset[str]]:
    """Message ids with the facts each asks for."""
    found: dict[str, frozenset[str]] = {}
    for path in sorted((HOUSE / "locales" / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{path.name}: {entry.id.name} is written twice"
                variables = Variables()
                variables.visit(entry)
                found[entry.id.name] = frozenset(variables.names)
    return found


@pytest.mark.parametrize("path", sorted((HOUSE / "locales").rglob("*.ftl")), ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_every_line_of_a_locale_file_is_understood(path: Path) -> None:
    body = FluentParser().parse(path.read_text(encoding="utf-8")).body
    assert [entry.content for entry in body if isinstance(entry, ftl.Junk)] == []


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_language_has_the_same_messages_as_russian(language: str) -> None:
    assert messages(language).keys() == messages(LANGUAGES[0]).keys()


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_language_asks_for_the_same_facts_as_russian(language: str) -> None:
    russian = messages(LANGUAGES[0])
    other = messages(language)
    assert {k: v for k, v in other.items() if v != russian.get(k, v)} == {}


def test_no_message_holds_a_double_space_or_a_stray_blank_at_its_end() -> None:
    lines = [
        f"{path.parent.name}/{path.name}: {line}"
        for path in (HOUSE / "locales").rglob("*.ftl")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line != line.rstrip() or re.search(r"\S {2,}\S", line)
    ]
    assert lines == []


@cache
def asked() -> tuple[frozenset[str], frozenset[str]]:
    """What the code asks a translator for: whole keys, and beginnings of families (f"state-{...}")."""
    keys: set[str] = set()
    families: set[str] = set()
    for room in SPEAKERS:
        for file in (HOUSE / room).rglob("*.py"):
            for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(call, ast.Call) and call.args and _speaks(call.func):
                    _note(call.args[0], keys, families)
    return frozenset(keys), frozenset(families)


def _speaks(function: ast.expr) -> bool:
    """`t(...)`, `chat.t(...)`, `t.plain(...)`, `translator(...).plain(...)`, and the command line's `complain(...)`."""
    text = ast.unparse(function)
    return bool(re.search(r"(^|\.)t(\.plain)?$|^(com)?plain$|translator\(.*\)(\.plain)?$", text))


def _note(key: ast.expr, keys: set[str], families: set[str]) -> None:
    if isinstance(key, ast.Constant) and isinstance(key.value, str):
        keys.add(key.value)
    elif isinstance(key, ast.IfExp):
        _note(key.body, keys, families)
        _note(key.orelse, keys, families)
    elif isinstance(key, ast.JoinedStr) and isinstance(key.values[0], ast.Constant):
        families.add(str(key.values[0].value))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_button_of_another_language_names_just_that(language: str) -> None:
    names = [translator(language).plain("language-other", code=code) for code in LANGUAGES]

    assert names == ["Русский", "English"]


def test_every_message_the_code_asks_for_is_written() -> None:
    keys, _ = asked()
    assert sorted(keys - messages(LANGUAGES[0]).keys()) == []


def test_every_family_of_messages_has_members() -> None:
    _, families = asked()
    assert [f for f in sorted(families) if not any(k.startswith(f) for k in messages(LANGUAGES[0]))] == []


def test_every_message_is_asked_for_by_somebody() -> None:
    keys, families = asked()
    mentioned = _words() | keys
    silent = [
        key for key in messages(LANGUAGES[0]) if key not in mentioned and not any(key.startswith(f) for f in families)
    ]
    assert silent == []


@cache
def _words() -> frozenset[str]:
    """Every string of the code that may be a key handed on (tables of keys, defaults)."""
    return frozenset(
        node.value
        for room in (*SPEAKERS, "core")
        for file in (HOUSE / room).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value)
    )


def _refusals() -> Iterator[type[JournalError]]:
    files = [core.errors, *(import_module(f"core.errors.{it.name}") for it in iter_modules(core.errors.__path__))]
    for value in (value for file in files for value in vars(file).values()):
        if isinstance(value, type) and issubclass(value, JournalError) and "code" in vars(value):
            yield value


def test_every_refusal_has_its_words() -> None:
    codes = {refusal.code for refusal in _refusals()}

    assert sorted(f"error-{code}" for code in codes if f"error-{code}" not in messages(LANGUAGES[0])) == []
