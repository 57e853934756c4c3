"""The marks of a lesson: the sheet, a pupil, a mark; two taps a mark, also for 36 pupils."""

from collections.abc import Callable, Sequence

from bots.shared.lines import clip, fitting
from bots.staff.screens.load_guard import guard_lines
from bots.staff.screens.page import back_to_page, head, refusal_line
from bots.staff.screens.rows import back_row, in_rows
from bots.staff.screens.term import term_line
from core.actions.conversations import OpenFamilyOf
from core.actions.marks import (
    ChangeMark,
    ChooseWork,
    DropMarkComment,
    GiveMark,
    OpenMark,
    OpenMarkKinds,
    OpenPupilMarks,
    OpenWorks,
    RemoveMark,
    SetMarkKind,
    WriteMarkComment,
)
from core.actions.page import OpenMarks
from core.errors.entries import EntryWindowClosed
from core.marks.scale import POINTS, scale
from core.marks.sheet import MarkFacts, MarkLine, MarkSheet, WorkKindFacts
from core.terms import MarkValue, Presence
from locales import Button, Screen, Translator
from locales.screen import Rows

LETTERS = 6
PUPILS = 84
COLUMNS = 2
USUAL = frozenset((MarkValue.FIVE, MarkValue.FOUR, MarkValue.THREE, MarkValue.TWO, MarkValue.PASS, MarkValue.FAIL))
COMMENT = 200


def sheet_screen(sheet: MarkSheet, t: Translator) -> Screen:
    """The kind of work on top, then a button a pupil with the marks of this lesson before the name."""
    kind = _chosen(sheet)
    lines = [head(sheet.lesson, t), "", _kind_line(sheet, kind, t)]
    if sheet.load is not None:
        lines += guard_lines(sheet.load, t)
    lines += _term(sheet, t)
    lines.append(_state(sheet, t))
    pupils = [_pupil(sheet, line, kind, t) for line in sheet.lines[:PUPILS]]
    rows: Rows = [_letters(sheet, kind, t)]
    rows += in_rows(pupils, COLUMNS)
    rows.append([Button(t.plain("marks-works"), OpenWorks(sheet.lesson.id).pack())])
    return Screen("\n".join(lines), [*rows, back_to_page(sheet.lesson.id, t)])


def choose_screen(sheet: MarkSheet, t: Translator) -> Screen:
    """Every kind of work in use by its name."""
    chosen = _chosen(sheet)
    buttons = [
        Button(
            _ticked(_kind_name(sheet, kind, t), t, chosen=kind == chosen), OpenMarks(sheet.lesson.id, kind.id).pack()
        )
        for kind in _in_use(sheet)
    ]
    back = back_row(OpenMarks(sheet.lesson.id, chosen.id), t)
    return Screen(f"{head(sheet.lesson, t)}\n\n{t('marks-choose-kind')}", [*([button] for button in buttons), back])


def pupil_screen(sheet: MarkSheet, line: MarkLine, t: Translator) -> Screen:
    """The values for the next mark, and the marks that stand, each a button of its own."""
    kind = _chosen(sheet)
    lines = [_pupil_head(sheet, line, t), _kind_line(sheet, kind, t)]
    if line.presence is Presence.ABSENT:
        lines.append(t("marks-was-absent"))
    if line.owed(kind.id):
        lines.append(t("marks-owed"))
    lines.append(_asking(sheet, "marks-choose-value", t))
    lines = fitting(
        lines, [_mark_line(sheet, mark, t) for mark in line.marks], lambda count: t("marks-more", count=count)
    )
    rows: Rows = []
    if _may_try(sheet):
        rows += _values(
            scale(by_pass=sheet.by_pass),
            lambda v: GiveMark(sheet.lesson.id, line.pupil_id, kind.id, v, line.rev).pack(),
            t,
        )
    rows += [[_open_mark(sheet, mark, kind, t)] for mark in line.marks[:20]]
    rows.append([Button(t.plain("talk-family-open"), OpenFamilyOf(line.pupil_id, sheet.lesson.id).pack())])
    return Screen("\n".join(lines), [*rows, back_row(OpenMarks(sheet.lesson.id, kind.id), t)])


def mark_screen(sheet: MarkSheet, line: MarkLine, mark: MarkFacts, chosen: int, t: Translator) -> Screen:
    """A mark that stands: another value, a comment, away with it. A dot takes its mark like any work."""
    lesson = sheet.lesson.id
    lines = [_pupil_head(sheet, line, t), _mark_line(sheet, mark, t), ""]
    rows: Rows = []
    if mark.value is MarkValue.DOT:
        lines.append(t("marks-owed"))
        rows.append([Button(t.plain("marks-settle"), OpenPupilMarks(lesson, line.pupil_id, mark.kind_id).pack())])
    else:
        lines.append(_asking(sheet, "marks-choose-other", t))
        others = tuple(value for value in scale(by_pass=sheet.by_pass) if value is not mark.value)
        if _may_try(sheet):
            rows += _values(others, lambda value: ChangeMark(lesson, mark.id, value, line.rev).pack(), t)
    if _may_try(sheet):
        rows.append([Button(t.plain("marks-other-kind"), OpenMarkKinds(lesson, mark.id, chosen).pack())])
    rows.append([Button(t.plain("marks-write-comment"), WriteMarkComment(lesson, mark.id).pack())])
    if mark.comment:
        rows[-1].append(Button(t.plain("marks-drop-comment"), DropMarkComment(lesson, mark.id).pack()))
    if _may_try(sheet):
        rows.append([Button(t.plain("marks-remove"), RemoveMark(lesson, mark.id, line.rev).pack(), style="danger")])
    return Screen("\n".join(lines), [*rows, back_row(OpenPupilMarks(lesson, line.pupil_id, chosen), t)])


def mark_kinds_screen(sheet: MarkSheet, line: MarkLine, mark: MarkFacts, chosen: int, t: Translator) -> Screen:
    """The kinds of work that a mark could be for instead."""
    lesson = sheet.lesson.id
    lines = [_pupil_head(sheet, line, t), _mark_line(sheet, mark, t), "", _asking(sheet, "marks-choose-mark-kind", t)]
    others = [kind for kind in _in_use(sheet) if kind.id != mark.kind_id] if _may_try(sheet) else []
    rows: Rows = [
        [Button(_kind_name(sheet, kind, t), SetMarkKind(lesson, mark.id, kind.id, line.rev).pack())] for kind in others
    ]
    return Screen("\n".join(lines), [*rows, back_row(OpenMark(lesson, mark.id, chosen), t)])


def comment_question(sheet: MarkSheet, line: MarkLine, mark: MarkFacts, t: Translator) -> str:
    """Asks for a mark's comment."""
    return f"{_pupil_head(sheet, line, t)}\n{_mark_line(sheet, mark, t)}\n{t('marks-ask-comment')}"


def given_toast(sheet: MarkSheet, pupil_id: int, value: MarkValue, t: Translator) -> str:
    """What the tap did, or what it met."""
    line = sheet.line(pupil_id)
    if sheet.note in {"already", "changed"} or line is None:
        return note_toast(sheet, t)
    return t.plain(f"marks-given-{sheet.note or 'plainly'}", name=line.name, value=sign(value, t))


def note_toast(sheet: MarkSheet, t: Translator) -> str:
    """What the last tap met; where it simply worked, that it is done."""
    return t.plain(f"marks-note-{sheet.note}") if sheet.note else t.plain("done-toast")


def sign(value: MarkValue, t: Translator) -> str:
    """A mark as the journal writes it: 5, н/а, зач."""
    return value.value if value in POINTS else t.plain(f"mark-sign-{value.value.replace('_', '-')}")


def _values(values: Sequence[MarkValue], press: Callable[[MarkValue], str], t: Translator) -> Rows:
    """The usual values on one row, the rare ones below."""
    buttons = [Button(sign(value, t), press(value)) for value in values]
    usual = sum(value in USUAL for value in values)
    return [buttons[:usual], buttons[usual:]]


def _chosen(sheet: MarkSheet) -> WorkKindFacts:
    """The kind of work on top; after an old mark of an archived kind was corrected, the usual one."""
    kind = sheet.kind if sheet.kind is not None and not sheet.kind.archived else sheet.find_kind(None)
    assert kind is not None  # noqa: S101 - one kind always stays in use (core.marks.kinds)
    return kind


def _in_use(sheet: MarkSheet) -> list[WorkKindFacts]:
    """What this lesson holds first, then the school's order."""
    kinds = [kind for kind in sheet.kinds if not kind.archived]
    return sorted(kinds, key=lambda kind: kind.id not in sheet.works)


def _letters(sheet: MarkSheet, chosen: WorkKindFacts, t: Translator) -> list[Button]:
    kinds = _in_use(sheet)
    shown = kinds[:LETTERS]
    if chosen not in shown:
        shown = [chosen, *shown[: LETTERS - 1]]
    row = [
        Button(_ticked(kind.letter, t, chosen=kind == chosen), OpenMarks(sheet.lesson.id, kind.id).pack())
        for kind in shown
    ]
    if len(kinds) > len(shown):
        row.append(Button("…", ChooseWork(sheet.lesson.id, chosen.id).pack()))
    return row


def _pupil(sheet: MarkSheet, line: MarkLine, chosen: WorkKindFacts, t: Translator) -> Button:
    marks = " ".join(_with_letter(sheet, mark, chosen, t) for mark in line.marks)
    label = t.plain("marks-pupil", marks=marks, name=line.name) if marks else line.name
    if line.presence is Presence.ABSENT:
        label = f"{t.plain('roll-sign-of-absent')} {label}"
    return Button(label, OpenPupilMarks(sheet.lesson.id, line.pupil_id, chosen.id).pack())


def _with_letter(sheet: MarkSheet, mark: MarkFacts, chosen: WorkKindFacts, t: Translator) -> str:
    """A mark of another kind of work than the chosen one carries its letter."""
    shown = sign(mark.value, t)
    kind = sheet.find_kind(mark.kind_id)
    return shown if kind is None or kind.id == chosen.id else f"{shown}({kind.letter})"


def _kind_name(sheet: MarkSheet, kind: WorkKindFacts, t: Translator) -> str:
    return t.plain("marks-kind-name", name=kind.name, letter=kind.letter, weight=sheet.weight(kind))


def _kind_line(sheet: MarkSheet, kind: WorkKindFacts, t: Translator) -> str:
    return t("marks-kind", name=kind.name, weight=sheet.weight(kind))


def _term(sheet: MarkSheet, t: Translator) -> list[str]:
    """Until when marks for the chosen kind may be given, where that is short."""
    line = term_line(sheet.answer, sheet.now, t) if sheet.answer is not None and sheet.refusal is None else ""
    return [line] if line else []


def _state(sheet: MarkSheet, t: Translator) -> str:
    if not sheet.lines:
        return t("roll-empty")
    return _asking(sheet, "marks-choose-pupil", t)


def _asking(sheet: MarkSheet, key: str, t: Translator) -> str:
    """What to do next, or why it cannot be done."""
    return t(key) if sheet.refusal is None else refusal_line(sheet.refusal, t)


def _may_try(sheet: MarkSheet) -> bool:
    """After the term a press becomes a request; other refusals leave nothing to press."""
    return sheet.refusal is None or isinstance(sheet.refusal, EntryWindowClosed)


def _pupil_head(sheet: MarkSheet, line: MarkLine, t: Translator) -> str:
    return f"{head(sheet.lesson, t)}\n\n<b>{t.data(line.name)}</b>"


def _mark_line(sheet: MarkSheet, mark: MarkFacts, t: Translator) -> str:
    kind = sheet.find_kind(mark.kind_id)
    words = {"value": sign(mark.value, t), "kind": kind.name if kind else "", "author": mark.author}
    if not mark.comment:
        return t("marks-line", **words)
    return t("marks-line-comment", **words, comment=clip(mark.comment, COMMENT))


def _open_mark(sheet: MarkSheet, mark: MarkFacts, chosen: WorkKindFacts, t: Translator) -> Button:
    kind = sheet.find_kind(mark.kind_id)
    label = t.plain("marks-correct", value=sign(mark.value, t), letter=kind.letter if kind else "")
    return Button(label, OpenMark(sheet.lesson.id, mark.id, chosen.id).pack())


def _ticked(label: str, t: Translator, *, chosen: bool) -> str:
    return t.plain("choose-chosen", label=label) if chosen else label
