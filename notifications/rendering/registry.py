"""Which function renders which kind of message: one table, filled by the areas beside this file."""

from collections.abc import Callable
from typing import Any

from core.outbox import Kind
from locales import Screen, Translator

Renderer = Callable[[dict[str, Any], Translator], Screen]
RENDERERS: dict[str, Renderer] = {}


def renders(*kinds: Kind) -> Callable[[Renderer], Renderer]:
    """`@renders(Kind.ABSENCE)` over a pure function from an outbox row's facts to a screen."""

    def put(renderer: Renderer) -> Renderer:
        for kind in kinds:
            if kind in RENDERERS:
                raise ValueError(f"{kind} is rendered twice")
            RENDERERS[kind] = renderer
        return renderer

    return put


def render(kind: str, facts: dict[str, Any], t: Translator) -> Screen:
    """The screen of a message. Raises LookupError on a kind that nobody renders, and what a renderer raises."""
    renderer = RENDERERS.get(kind)
    if renderer is None:
        raise LookupError(f"no renderer for {kind}")
    return renderer(facts, t)
