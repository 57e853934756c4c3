"""How a file of a homework is named on a button."""

from core.homework.tasks import TaskFile
from core.terms import FileKind
from locales import Translator

NAME = 34


def file_label(file: TaskFile, number: int, t: Translator) -> str:
    """Its name, or what it was sent as; `number` counts from 1."""
    if file.kind is FileKind.DOCUMENT:
        name = file.name if len(file.name) <= NAME else file.name[: NAME - 1] + "…"
        return t.plain("task-file-document", name=name)
    return t.plain(f"task-file-{file.kind}", number=number)
