"""The language somebody chose is known once a unit of work was opened: nothing is said before."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

BOTS = Path(__file__).parents[1] / "bots"
HANDLERS = sorted(BOTS.glob("*/handlers/*.py"))


@pytest.mark.parametrize("path", HANDLERS, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_a_press_says_nothing_before_the_language_is_known(path: Path) -> None:
    assert [handler.name for handler in _press_handlers(path) if _speaks_too_early(handler)] == []


def _press_handlers(path: Path) -> Iterator[ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.AsyncFunctionDef):
            decorators = [ast.unparse(decorator) for decorator in node.decorator_list]
            if any(one.startswith("handlers.press(") for one in decorators):
                yield node


def _speaks_too_early(handler: ast.AsyncFunctionDef) -> bool:
    """Whether words come before a unit of work, the handler's own or that of a function it gives the chat to."""
    nodes = list(ast.walk(handler))
    spoken = [_place(node) for node in nodes if isinstance(node, ast.Attribute) and ast.unparse(node) == "chat.t"]
    opened = [_place(node) for node in nodes if _opens(node)]
    return bool(spoken) and (not opened or min(spoken) < min(opened))


def _opens(node: ast.AST) -> bool:
    if isinstance(node, ast.Await) and isinstance(node.value, ast.Call):
        return any(ast.unparse(argument) == "chat" for argument in node.value.args)
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "chat.work"


def _place(node: ast.AST) -> tuple[int, int]:
    """The line and the column."""
    return getattr(node, "lineno", 0), getattr(node, "col_offset", 0)
