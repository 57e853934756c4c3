"""The areas whose entries can be carried out after their window; importing this makes them known (registry.py)."""

from core.roll import carrying as roll

__all__ = ["roll"]
