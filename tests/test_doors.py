"""What is offered is answered: every button by one bot, every message by a screen."""

import ast
from functools import cache
from pathlib import Path

import pytest

from bots.family import bot as family
from bots.running.menu import COMMANDS
from bots.shared.handlers import Handlers
from bots.staff import bot as staff
from bots.staff.handlers import requests
from bots.staff.pin_gate import PinGate
from core.actions import Action
from core.outbox import Kind
from core.terms import Door
from notifications.rendering.registry import RENDERERS

HOUSE = Path(__file__).parent.parent
ACTIONS = tuple(Action.known.values())


@cache
def handlers(bot: str) -> Handlers:
    """All that a bot answers."""
    whole = Handlers()
    for area in {"staff": (*staff.AREAS, PinGate(requests.offer)), "family": family.AREAS}[bot]:
        whole.include(area.handlers)
    return whole


@cache
def named(*rooms: str) -> frozenset[str]:
    """Names called, handed over or looked up (`OpenDay(...)`, `steps(OpenDay)`, `Kind.ABSENCE`) in some rooms.

    Naming a button only to answer it does not count.
    """
    files = [file for room in rooms for file in (HOUSE / room).rglob("*.py")]
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    called = {ast.unparse(node.func).rpartition(".")[2] for node in calls}
    handed = {
        part.id
        for node in calls
        for part in (*node.args, *(keyword.value for keyword in node.keywords))
        if isinstance(part, ast.Name) and ast.unparse(node.func) not in {"handlers.press", "handlers.answer"}
    }
    return frozenset(called | handed | {ast.unparse(node) for node in nodes if isinstance(node, ast.Attribute)})


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.__name__)
def test_a_button_is_answered_by_one_bot(action: type[Action]) -> None:
    assert sum(action in handlers(bot).presses for bot in ("staff", "family")) == 1


@pytest.mark.parametrize("bot", ["staff", "family"])
def test_a_bot_takes_answers_only_to_what_it_asks(bot: str) -> None:
    assert handlers(bot).answers.keys() <= handlers(bot).presses.keys()


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.__name__)
def test_a_button_is_offered_somewhere(action: type[Action]) -> None:
    assert action.__name__ in named("bots", "notifications")


def test_every_kind_of_message_has_its_screen() -> None:
    assert RENDERERS.keys() == set(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_message_is_written_by_somebody(kind: Kind) -> None:
    assert f"Kind.{kind.name}" in named("core")


@pytest.mark.parametrize("bot", ["staff", "family"])
def test_both_bots_know_the_usual_commands(bot: str) -> None:
    assert set(COMMANDS[Door(bot)]) <= handlers(bot).commands.keys()
    assert {"start", "menu", "help", "cancel", "language"} <= handlers(bot).commands.keys()
