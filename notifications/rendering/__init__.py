"""From kind and facts to a screen: a file an area, imported here so that its kinds are known."""

from notifications.rendering import absences, reminders
from notifications.rendering.registry import render, renders

__all__ = ["absences", "reminders", "render", "renders"]
