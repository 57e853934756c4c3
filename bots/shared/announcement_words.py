"""How both bots word an announcement in a line."""

from bots.shared.lines import clip
from core.announcements.facts import FileLine, Line
from core.terms import FileKind
from locales import Translator

WORDS, LABEL, NAME, AUTHOR = 110, 26, 34, 48


def board_line(number: int, line: Line, t: Translator) -> str:
    """«1. ● 23 ноября, Завучева А. И.: Собрание в пятницу… · нужен ответ»."""
    parts = [
        t("announce-line", number=number, sign=sign(line, t), day=line.at, author=clip(line.author, AUTHOR)),
        t("announce-line-urgent") if line.urgent else "",
        t("announce-line-waits", kind=line.acknowledgement) if line.waits else "",
        t("task-files", count=line.files) if line.files else "",
        t.data(clip(", ".join(line.children), AUTHOR)),
    ]
    return f"{' · '.join(part for part in parts if part)}\n{t.data(first_words(line, t, WORDS))}"


def label(number: int, line: Line, t: Translator) -> str:
    """The same for a button."""
    return t.plain("announce-label", number=number, sign=sign(line, t), words=first_words(line, t, LABEL))


def sign(line: Line, t: Translator) -> str:
    """What the reader did with it: waits for an answer, new, read."""
    state = "waits" if line.waits else "read" if line.read else "new"
    return t.plain("announce-sign", state=state)


def first_words(line: Line, t: Translator, limit: int) -> str:
    """As many of its words as fit; of files alone, and of a draft that is empty yet, the word for that."""
    wordless = "homework-files-only" if line.files else "draft-wordless"
    return clip(" ".join(line.first_words.split()), limit) or t.plain(wordless)


def file_label(file: FileLine, number: int, t: Translator) -> str:
    """Its name, or what it was sent as; `number` counts from 1."""
    if file.kind is FileKind.DOCUMENT:
        return t.plain("task-file-document", name=clip(file.name, NAME))
    return t.plain(f"task-file-{file.kind}", number=number)
