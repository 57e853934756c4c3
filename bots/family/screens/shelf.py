"""The school's documents for families."""

from bots.family.screens.common import back_button, home_button
from bots.shared.paging import steps
from bots.shared.shelf_words import document_text, line_label, opening_buttons, section_label, section_name, shelf_text
from core.actions.shelf import (
    AcknowledgeFamilyItem,
    OpenFamilyItem,
    OpenFamilySection,
    OpenFamilyShelf,
    SendFamilyFile,
)
from core.shelf.reading import PAGE, Shelf, ShelfDocument, ShelfPage
from core.terms import ShelfSection
from locales import Button, Screen, Translator
from locales.screen import Rows


def shelf_screen(shelf: Shelf, t: Translator) -> Screen:
    """A button a section that holds something."""
    rows: Rows = [
        [Button(section_label(section, count, unread, t), OpenFamilySection(section).pack())]
        for section, count, unread in shelf.sections
        if count
    ]
    return Screen(shelf_text(shelf, t), [*rows, [home_button(t)]])


def list_screen(page: ShelfPage, section: ShelfSection, t: Translator) -> Screen:
    """A button a document."""
    rows: Rows = [[Button(line_label(line, t), OpenFamilyItem(line.id).pack())] for line in page.lines]
    rows.append(steps(page.first, PAGE, page.count, lambda first: OpenFamilySection(section, first), t))
    head = t("shelf-section-title", section=section_name(section, t))
    empty = [] if page.lines else [t("shelf-section-empty")]
    back = [back_button(t, OpenFamilyShelf().pack()), home_button(t)]
    return Screen("\n".join([head, *empty]), [*rows, back])


def document_screen(found: ShelfDocument, t: Translator) -> Screen:
    """The document; «Ознакомлен(а)» where that is asked."""
    rows = opening_buttons(found, SendFamilyFile(found.id).pack(), t)
    if found.asked and not found.read_at:
        rows.append([Button(t.plain("shelf-acknowledge"), AcknowledgeFamilyItem(found.id).pack(), style="primary")])
    back = [back_button(t, OpenFamilySection(found.section).pack()), home_button(t)]
    return Screen(document_text(found, t), [*rows, back])
