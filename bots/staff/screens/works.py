"""The works of a lesson: announced, also in advance, and what they weigh there."""

from decimal import Decimal

from bots.staff.screens.home import home_button
from bots.staff.screens.load_guard import guard_lines
from bots.staff.screens.page import head, refusal_line
from bots.staff.screens.rows import back_row, in_rows
from core.actions.marks import (
    AnnounceWork,
    CallOffWork,
    ChooseAnnounced,
    OpenWork,
    OpenWorks,
    SetWorkWeight,
    WriteWorkWeight,
)
from core.actions.page import OpenLesson, OpenMarks
from core.marks.sheet import MarkSheet, WorkKindFacts
from core.marks.weights import to_hundredths
from locales import Button, Screen, Translator
from locales.screen import Rows

OFFERED = tuple(Decimal(weight) for weight in ("0", "0.5", "1", "1.2", "1.3", "1.4", "1.5", "2", "3", "5"))
ACROSS = 5


def works_screen(sheet: MarkSheet, t: Translator) -> Screen:
    """What is announced or held; a button a work, and one for another."""
    lines = [head(sheet.lesson, t), ""]
    works = [kind for kind_id in sheet.works if (kind := sheet.find_kind(kind_id)) is not None]
    lines += [_line(sheet, kind, t) for kind in works] or [t("works-none")]
    if sheet.load is not None:
        lines += guard_lines(sheet.load, t)
    lines.append(t("works-hint") if sheet.refusal is None else refusal_line(sheet.refusal, t))
    rows: Rows = [[Button(_label(sheet, kind, t), OpenWork(sheet.lesson.id, kind.id).pack())] for kind in works]
    if sheet.refusal is None:
        rows.append([Button(t.plain("works-announce"), ChooseAnnounced(sheet.lesson.id).pack())])
    rows.append(
        [
            Button(t.plain("works-marks"), OpenMarks(sheet.lesson.id).pack()),
            Button(t.plain("push-mark-open"), OpenLesson(sheet.lesson.id).pack()),
        ]
    )
    return Screen("\n".join(lines), [*rows, [home_button(t)]])


def announce_screen(sheet: MarkSheet, t: Translator) -> Screen:
    """The kinds of work that are not announced yet; written ones first, they are planned."""
    kinds = [kind for kind in sheet.kinds if not kind.archived and kind.id not in sheet.works]
    kinds.sort(key=lambda kind: not (kind.written or kind.control))
    rows: Rows = [[Button(_label(sheet, kind, t), AnnounceWork(sheet.lesson.id, kind.id).pack())] for kind in kinds]
    return Screen(f"{head(sheet.lesson, t)}\n\n{t('works-choose')}", [*rows, back_row(OpenWorks(sheet.lesson.id), t)])


def work_screen(sheet: MarkSheet, kind: WorkKindFacts, t: Translator) -> Screen:
    """A work's weight at this lesson, and calling it off."""
    lesson, own = sheet.lesson.id, sheet.works.get(kind.id)
    seen = to_hundredths(own)
    weights = [
        Button(
            weight_label(weight, sheet.weight(kind), t),
            SetWorkWeight(lesson, kind.id, to_hundredths(weight), seen).pack(),
        )
        for weight in OFFERED
    ]
    rows: Rows = in_rows(weights, ACROSS)
    rows.append([Button(t.plain("weight-other"), WriteWorkWeight(lesson, kind.id, seen).pack())])
    if own is not None:
        usual = t.plain("works-weight-usual", weight=kind.weight)
        rows[-1].append(Button(usual, SetWorkWeight(lesson, kind.id, None, seen).pack()))
    if kind.id in sheet.works:
        rows.append([Button(t.plain("works-call-off"), CallOffWork(lesson, kind.id).pack(), style="danger")])
    text = f"{head(sheet.lesson, t)}\n\n{_line(sheet, kind, t)}\n{t('works-weight')}"
    return Screen(text, [*rows, back_row(OpenWorks(lesson), t)])


def weight_question(sheet: MarkSheet, kind: WorkKindFacts, t: Translator) -> str:
    """Asks for a weight."""
    return f"{head(sheet.lesson, t)}\n\n{_line(sheet, kind, t)}\n{t('weight-ask')}"


def weight_label(weight: Decimal, chosen: Decimal, t: Translator) -> str:
    """A weight on a button; the chosen one is ticked."""
    label = t.plain("weight-label", weight=weight.normalize())
    return t.plain("choose-chosen", label=label) if weight == chosen else label


def _line(sheet: MarkSheet, kind: WorkKindFacts, t: Translator) -> str:
    return t("works-line", name=kind.name, weight=sheet.weight(kind))


def _label(sheet: MarkSheet, kind: WorkKindFacts, t: Translator) -> str:
    return t.plain("marks-kind-name", name=kind.name, letter=kind.letter, weight=sheet.weight(kind))
