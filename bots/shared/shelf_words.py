"""A document of the shelf, as both bots show it."""

from bots.shared.lines import clip
from core.shelf.reading import Shelf, ShelfDocument, ShelfLine
from core.terms import ShelfSection
from locales import Button, Translator

ON_BUTTON = 44


def section_name(section: ShelfSection, t: Translator) -> str:
    return t.plain(f"shelf-section-{section}")


def section_label(section: ShelfSection, count: int, unread: int, t: Translator) -> str:
    """«Приказы · 12», with how many wait to be read."""
    key = "shelf-section-unread" if unread else "shelf-section-count"
    return t.plain(key, section=section_name(section, t), count=count, unread=unread)


def shelf_text(shelf: Shelf, t: Translator) -> str:
    """The heading, and what waits for this person."""
    unread = sum(waits for _, _, waits in shelf.sections)
    if not any(count for _, count, _ in shelf.sections):
        return "\n".join([t("shelf-title"), t("shelf-empty")])
    return "\n".join([t("shelf-title"), t("shelf-unread", count=unread) if unread else t("shelf-choose")])


def line_label(line: ShelfLine, t: Translator) -> str:
    """The title, with a word when it is a draft or waits to be read."""
    title = clip(line.title, ON_BUTTON)
    if line.draft:
        return t.plain("shelf-line-draft", title=title)
    return t.plain("shelf-line-unread", title=title) if line.unread else title


def document_text(found: ShelfDocument, t: Translator) -> str:
    """Title, section, day and author, the words, and whether this person has read it."""
    head = [t("shelf-document", title=found.title, section=section_name(found.section, t))]
    if found.published_at is not None:
        head.append(t("shelf-published", day=found.published_at.date(), name=found.made_by))
    read = ""
    if found.read_at is not None:
        read = t("shelf-read-at", at=found.read_at)
    elif found.asked and found.published_at is not None:
        read = t("shelf-please-read")
    return "\n\n".join(part for part in ("\n".join(head), t.data(found.body), read) if part)


def opening_buttons(found: ShelfDocument, data: str, t: Translator) -> list[list[Button]]:
    """The file and the page on the web. `data`: the button that sends the file."""
    rows = []
    if found.file:
        rows.append([Button(t.plain("shelf-file", name=clip(found.file, ON_BUTTON)), data)])
    if found.address:
        rows.append([Button(t.plain("shelf-address"), url=found.address)])
    return rows
