"""Buttons of a staff member's own phones and PIN (A5)."""

from dataclasses import dataclass

from core.actions.codec import Action


@dataclass(frozen=True)
class OpenSessions(Action, prefix="Ys"):
    """The phones connected to oneself, the PIN, the code that ends all sessions."""
