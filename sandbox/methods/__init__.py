"""The methods of the Bot API that the sandbox knows, a file a subject."""

from sandbox.methods import about, chats, deleting, editing, media, receiving, sending
from sandbox.methods.ask import METHODS, Ask, Entry

__all__ = ["METHODS", "Ask", "Entry", "about", "chats", "deleting", "editing", "media", "receiving", "sending"]
