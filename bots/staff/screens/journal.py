"""The class journal: lists of pages, a page's caption, its lessons."""

from collections.abc import Sequence

from bots.staff.screens.home import home_button
from bots.staff.screens.rows import in_rows, steps
from core.actions.diary import OpenFinalMarks, OpenPupilTasks
from core.actions.journal import (
    OpenClassJournals,
    OpenJournalLessons,
    OpenJournalPeriod,
    OpenOwnJournals,
    OpenSchoolJournals,
    SendJournalSheet,
)
from core.actions.page import OpenGroup, OpenJournal, OpenJournals, OpenLesson, OpenPlan
from core.journal.page import JournalLesson, JournalPage, Span
from core.journal.pages import ClassShelf, PageCard, Shelf
from core.journal.reading import span_of_month
from documents.journal_words import classes_text, month_text, span_text
from locales import Button, Screen, Translator
from locales.screen import Rows

COLUMNS = 2
PAGES = 40
CLASSES = 80
CLASS_COLUMNS = 4
LESSONS = 24
LABEL = 60


def shelf_screen(shelf: Shelf, first: int, t: Translator) -> Screen:
    """Own pages, then classes led, then the way to all classes."""
    buttons = [_own_button(card, t) for card in shelf.own[first : first + PAGES]]
    rows = in_rows(buttons, COLUMNS)
    rows.append(steps(first, PAGES, len(shelf.own), OpenOwnJournals, t))
    rows += [[Button(t.plain("journals-led", name=name), OpenClassJournals(key).pack())] for key, name in shelf.led]
    if shelf.sees_all:
        rows.append([Button(t.plain("journals-school"), OpenSchoolJournals().pack())])
    rows.append([home_button(t)])
    says = t("journals-own") if shelf.own else t("journals-none")
    return Screen(f"{t('journals-title')}\n{says}", rows)


def class_screen(shelf: ClassShelf, first: int, t: Translator) -> Screen:
    """A class's pages with their teachers; for whoever only keeps groups, the groups of the pages."""
    pages = shelf.pages
    rows: Rows = [[_class_button(card, t, opens=shelf.opens)] for card in pages[first : first + PAGES]]
    rows.append(steps(first, PAGES, len(pages), lambda start: OpenClassJournals(shelf.class_id, start), t))
    rows.append([Button(t.plain("journals-back"), OpenJournals().pack()), home_button(t)])
    what = "class" if shelf.opens else "groups"
    title = t(f"journals-{what}-title", name=shelf.name)
    return Screen(title if pages else f"{title}\n{t(f'journals-{what}-none')}", rows)


def school_screen(classes: Sequence[tuple[int, str]], first: int, t: Translator) -> Screen:
    """A button a class."""
    shown = classes[first : first + CLASSES]
    rows = in_rows([Button(name, OpenClassJournals(key).pack()) for key, name in shown], CLASS_COLUMNS)
    rows.append(steps(first, CLASSES, len(classes), OpenSchoolJournals, t))
    rows.append([Button(t.plain("journals-back"), OpenJournals().pack()), home_button(t)])
    return Screen(t("journals-school-title"), rows)


def page_screen(page: JournalPage, t: Translator) -> Screen:
    """The caption of a page's picture, and where to go from it."""
    load = page.head.load_id
    ways = [
        Button(t.plain("journal-plan"), OpenPlan(load).pack()),
        Button(t.plain("finals-open"), OpenFinalMarks(load, page.span.period).pack()),
    ]
    if page.head.group:
        ways.insert(0, Button(t.plain("journal-group-button"), OpenGroup(load).pack()))
    rows: Rows = [_span_row(page, t), _other_spans(page, t)]
    if page.lessons:
        month, period = page.span.month, page.span.period
        rows.append(
            [
                Button(t.plain("journal-lesson-list"), OpenJournalLessons(load, month, period).pack()),
                Button(t.plain("journal-sheet"), SendJournalSheet(load, month, period).pack()),
            ]
        )
    rows += [
        ways,
        [Button(t.plain("given-button"), OpenPupilTasks(load).pack())],
        [Button(t.plain("journals-back"), OpenJournals().pack()), home_button(t)],
    ]
    return Screen("\n".join(_caption(page, t)), rows)


def sheet_caption(page: JournalPage, t: Translator) -> Screen:
    """What goes with the spreadsheet."""
    return Screen(t("journal-sheet-caption", **_names(page, t)))


def lessons_screen(page: JournalPage, first: int, t: Translator) -> Screen:
    """The lessons of the span; each opens its page."""
    load, month, period = page.head.load_id, page.span.month, page.span.period
    rows: Rows = [
        [Button(_lesson_label(lesson, t), OpenLesson(lesson.id).pack())]
        for lesson in page.lessons[first : first + LESSONS]
    ]
    rows.append(
        steps(first, LESSONS, len(page.lessons), lambda start: OpenJournalLessons(load, month, period, start), t)
    )
    rows.append([Button(t.plain("journal-page-back"), _opener(load, page.span)), home_button(t)])
    says = t("journal-lessons-hint") if page.lessons else t("journal-no-lessons")
    return Screen(f"{t('journal-lessons-title', **_names(page, t))}\n{says}", rows)


def _names(page: JournalPage, t: Translator) -> dict[str, str]:
    return {
        "classes": classes_text(page.head, t),
        "subject": page.head.subject,
        "span": span_text(page.span, t),
    }


def _caption(page: JournalPage, t: Translator) -> list[str]:
    lines = [t("journal-title", **_names(page, t)), t("journal-teacher", teacher=page.head.teacher)]
    if not page.lessons:
        return [*lines, t("journal-no-lessons" if page.head.months else "journal-never")]
    counts = [t("journal-lessons", count=len(page.lessons))]
    if page.open_rolls:
        counts.append(t("journal-open-rolls", count=page.open_rolls))
    return [*lines, ", ".join(counts)]


def _span_row(page: JournalPage, t: Translator) -> list[Button]:
    """The neighbours of what is shown: months with lessons, or study periods."""
    months = [span_of_month(month) for month in page.head.months]
    spans = months if page.span.period is None else list(page.head.periods)
    before = [span for span in spans if span.ends < page.span.starts]
    after = [span for span in spans if span.starts > page.span.ends]
    row = [_step("journal-step-back", page, before[-1], t)] if before else []
    return row + ([_step("journal-step-on", page, after[0], t)] if after else [])


def _step(key: str, page: JournalPage, span: Span, t: Translator) -> Button:
    return Button(t.plain(key, span=_brief(span, t)), _opener(page.head.load_id, span))


def _other_spans(page: JournalPage, t: Translator) -> list[Button]:
    """From a month to its study periods, and back."""
    if page.span.period is not None:
        begun = [lesson.day for lesson in page.lessons if lesson.begun]
        month = begun[-1].replace(day=1) if begun else page.span.starts.replace(day=1)
        return [Button(t.plain("journal-by-months"), OpenJournal(page.head.load_id, month).pack())]
    around = [p for p in page.head.periods if p.starts <= page.span.ends and page.span.starts <= p.ends]
    return [Button(_brief(period, t), _opener(page.head.load_id, period)) for period in around]


def _brief(span: Span, t: Translator) -> str:
    return span.name if span.month is None else month_text(span.month, t)


def _opener(load: int, span: Span) -> str:
    if span.period is not None:
        return OpenJournalPeriod(load, span.period).pack()
    return OpenJournal(load, span.month).pack()


def _lesson_label(lesson: JournalLesson, t: Translator) -> str:
    facts = {"day": lesson.day, "number": lesson.lesson_no}
    if lesson.cancelled:
        return t.plain("journal-lesson-cancelled", **facts)
    full = lesson.roll_taken and bool(lesson.topic)
    return t.plain("journal-lesson-full" if full else "journal-lesson-label", **facts, topic=lesson.topic)[:LABEL]


def _own_button(card: PageCard, t: Translator) -> Button:
    classes = ", ".join(card.classes) + (f" ({card.group})" if card.group else "")
    key = "journal-page-label" if card.mine else "journal-page-label-substitute"
    return Button(t.plain(key, classes=classes, subject=card.subject)[:LABEL], OpenJournal(card.load_id).pack())


def _class_button(card: PageCard, t: Translator, *, opens: bool) -> Button:
    key = "journal-class-page-label-group" if card.group else "journal-class-page-label"
    facts = {"group": card.group} if card.group else {}
    label = t.plain(key, subject=card.subject, teacher=card.teacher, **facts)
    opener = OpenJournal(card.load_id) if opens else OpenGroup(card.load_id)
    return Button(label[:LABEL], opener.pack())
