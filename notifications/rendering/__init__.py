"""From kind and facts to a screen: a file an area, imported here so that its kinds are known."""

from notifications.rendering import absences, access, notices, reminders
from notifications.rendering.registry import render, renders

__all__ = ["absences", "access", "notices", "reminders", "render", "renders"]
