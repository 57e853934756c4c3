"""The areas whose entries can be carried out after their window; importing this makes them known (registry.py)."""

from core.page import carrying as page
from core.roll import carrying as roll
from core.roll import week_carrying as week

__all__ = ["page", "roll", "week"]
