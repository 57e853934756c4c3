"""How a file of a homework is named on a button."""

from bots.shared.lines import clip
from core.homework.tasks import TaskFile
from core.terms import FileKind
from locales import Translator

NAME = 34


def file_label(file: TaskFile, number: int, t: Translator) -> str:
    """Its name, or what it was sent as; `number` counts from 1."""
    if file.kind is FileKind.DOCUMENT:
        return t.plain("task-file-document", name=clip(file.name, NAME))
    return t.plain(f"task-file-{file.kind}", number=number)
