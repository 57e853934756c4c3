"""Pictures of help: screens of the product itself, taken by docs/images/help.py."""

from functools import cache
from importlib import resources


@cache
def help_picture(door: str, topic: str) -> bytes:
    """The PNG of a page of help."""
    return (resources.files("bots") / "shared" / "pictures" / f"{door}-{topic}.png").read_bytes()
