"""The staff's shelf: sections, lists, a document, who has read it."""

from bots.shared.lines import fitting
from bots.shared.shelf_words import document_text, line_label, opening_buttons, section_label, section_name, shelf_text
from bots.staff.screens.home import home_button
from bots.staff.screens.rows import back_row, in_rows, steps
from core.actions.shelf import (
    AcknowledgeShelfItem,
    AddShelfItem,
    AskWithdrawShelfItem,
    FindShelfItem,
    OpenShelf,
    OpenShelfItem,
    OpenShelfReaders,
    OpenShelfSection,
    PublishShelfItem,
    RemindShelfReaders,
    RenameShelfItem,
    SendShelfFile,
    SendShelfSheet,
    SetShelfAcknowledgement,
    SetShelfReaders,
    WithdrawShelfItem,
)
from core.shelf.readers import NAMES, Reader, ReaderGroup, Readers
from core.shelf.reading import PAGE, Shelf, ShelfDocument, ShelfPage
from locales import Button, Screen, Translator
from locales.screen import Rows

GROUPS = 60


def shelf_screen(shelf: Shelf, t: Translator) -> Screen:
    """A button a section."""
    rows: Rows = [
        [Button(section_label(section, count, unread, t), OpenShelfSection(section).pack())]
        for section, count, unread in shelf.sections
        if count or shelf.publishes
    ]
    if any(count for _, count, _ in shelf.sections):
        rows.append([Button(t.plain("shelf-find"), FindShelfItem().pack())])
    return Screen(shelf_text(shelf, t), [*rows, [home_button(t)]])


def list_screen(page: ShelfPage, t: Translator) -> Screen:
    """A button a document."""
    rows: Rows = [[Button(line_label(line, t), OpenShelfItem(line.id).pack())] for line in page.lines]
    section = page.section
    if section is None:
        text = t("shelf-found" if page.lines else "shelf-not-found", words=page.words, count=page.count)
        if page.count > len(page.lines):
            text = f"{text}\n{t('shelf-found-more')}"
        rows.append([Button(t.plain("shelf-find-again"), FindShelfItem().pack())])
        return Screen(text, [*rows, back_row(OpenShelf(), t)])
    rows.append(steps(page.first, PAGE, page.count, lambda first: OpenShelfSection(section, first), t))
    if page.publishes:
        rows.append([Button(t.plain("shelf-add"), AddShelfItem(section).pack(), style="primary")])
    head = t("shelf-section-title", section=section_name(section, t))
    empty = [] if page.lines else [t("shelf-section-empty")]
    return Screen("\n".join([head, *empty]), [*rows, back_row(OpenShelf(), t)])


def question(page: ShelfPage, t: Translator) -> str:
    """What to send for a new document."""
    section = section_name(page.section, t) if page.section else ""
    return t("shelf-ask", section=section)


def document_screen(found: ShelfDocument, t: Translator) -> Screen:
    """The document with what this person may do with it."""
    rows = opening_buttons(found, SendShelfFile(found.id).pack(), t)
    text = document_text(found, t)
    if found.asked and found.published_at and not found.read_at:
        rows.append([Button(t.plain("shelf-acknowledge"), AcknowledgeShelfItem(found.id).pack(), style="primary")])
    if found.publishes:
        text = f"{text}\n\n{t('shelf-state', whom=_whom(found), asked='yes' if found.asked else 'no')}"
        rows += _published_rows(found, t) if found.published_at else _draft_rows(found, t)
    return Screen(text, [*rows, back_row(OpenShelfSection(found.section), t)])


def withdraw_screen(found: ShelfDocument, t: Translator) -> Screen:
    """One question before it goes."""
    yes = Button(t.plain("shelf-withdraw-yes"), WithdrawShelfItem(found.id, found.rev).pack(), style="danger")
    return Screen(t("shelf-withdraw-ask", title=found.title), [[yes], back_row(OpenShelfItem(found.id), t)])


def readers_screen(found: Readers, t: Translator) -> Screen:
    """Who of a group has read it, those who have not first; a button a group."""
    item, chosen = found.document, found.chosen
    head = [
        t("shelf-readers-title", title=item.title),
        t("shelf-readers-group", group=_group(chosen, t), read=chosen.read, asked=chosen.asked),
    ]
    lines = fitting(head, [_person(x, t) for x in found.people], lambda n: t("list-more", count=n))
    rows: Rows = [
        steps(found.first, NAMES, chosen.asked, lambda first: OpenShelfReaders(item.id, chosen.class_id, first), t)
    ]
    others = [group for group in found.groups if group.class_id != chosen.class_id][:GROUPS]
    rows += in_rows([_group_button(item, group, t) for group in others], 3)
    rows.append(
        [
            Button(t.plain("shelf-remind"), RemindShelfReaders(item.id).pack()),
            Button(t.plain("shelf-sheet"), SendShelfSheet(item.id).pack()),
        ]
    )
    return Screen("\n".join(lines), [*rows, back_row(OpenShelfItem(item.id), t)])


def _draft_rows(found: ShelfDocument, t: Translator) -> Rows:
    whom = "shelf-to-staff" if found.everybody else "shelf-to-everybody"
    asked = "shelf-ask-not" if found.asked else "shelf-ask-to-read"
    return [
        [Button(t.plain(whom), SetShelfReaders(found.id, not found.everybody, found.rev).pack())],
        [Button(t.plain(asked), SetShelfAcknowledgement(found.id, not found.asked, found.rev).pack())],
        [
            Button(t.plain("shelf-rename"), RenameShelfItem(found.id, found.rev).pack()),
            Button(t.plain("shelf-drop"), AskWithdrawShelfItem(found.id).pack()),
        ],
        [Button(t.plain("shelf-publish"), PublishShelfItem(found.id, found.rev).pack(), style="primary")],
    ]


def _published_rows(found: ShelfDocument, t: Translator) -> Rows:
    rows: Rows = [[Button(t.plain("shelf-readers"), OpenShelfReaders(found.id).pack())]] if found.asked else []
    return [
        *rows,
        [
            Button(t.plain("shelf-rename"), RenameShelfItem(found.id, found.rev).pack()),
            Button(t.plain("shelf-withdraw"), AskWithdrawShelfItem(found.id).pack()),
        ],
    ]


def _whom(found: ShelfDocument) -> str:
    return "everybody" if found.everybody else "staff"


def _group(group: ReaderGroup, t: Translator) -> str:
    return t.plain("shelf-group-class", name=group.name) if group.class_id else t.plain("shelf-group-staff")


def _group_button(item: ShelfDocument, group: ReaderGroup, t: Translator) -> Button:
    name = group.name or t.plain("shelf-group-staff-short")
    label = t.plain("shelf-group-label", name=name, read=group.read, asked=group.asked)
    return Button(label, OpenShelfReaders(item.id, group.class_id).pack())


def _person(reader: Reader, t: Translator) -> str:
    state = {"delivered": "waits", "board": "waits", "not_connected": "unconnected"}.get(reader.state, reader.state)
    name = t("shelf-reader-of", name=reader.name, of=reader.of) if reader.of else t.data(reader.name)
    return f"{t(f'shelf-reader-{state}', at=reader.read_at or '')} {name}"
