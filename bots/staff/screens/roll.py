"""The roll of a lesson on one screen, also for 36 pupils."""

from bots.shared.lines import fitting
from bots.staff.screens.rows import back_row, in_rows
from bots.staff.screens.today import class_names
from core.actions import Action
from core.actions.page import OpenLesson
from core.actions.requests import AskForEntry, GiveReason
from core.actions.roll import (
    AllPresent,
    Mark,
    OpenClassDay,
    OpenDay,
    OpenMinutes,
    OpenRoll,
    ReopenRoll,
    SetMinutes,
    TakeRoll,
)
from core.errors import AccessDenied, JournalError
from core.errors.entries import EntryNeedsReason, EntryWindowClosed
from core.roll.sheet import RollLine, RollSheet
from core.terms import Presence
from locales import Button, Screen, Translator
from locales.screen import Rows, Style

NEXT = {Presence.PRESENT: Presence.ABSENT, Presence.ABSENT: Presence.LATE, Presence.LATE: Presence.PRESENT}
STYLES: dict[str, Style | None] = {"absent": "danger", "late": "primary", "expected": None}
ONE_COLUMN_UP_TO = 12
# Telegram shows a hundred buttons: a joined group keeps room for «Готово», «Назад» and a few lateness questions.
BUTTONS, PUPILS = 95, 90
MINUTES = (5, 10, 15, 20, 30)


def sheet_screen(sheet: RollSheet, t: Translator) -> Screen:
    """The sheet: a button a pupil (tap: absent, late, present), and «Готово» or «Все на месте»."""
    lesson = sheet.lesson
    head = t(
        "roll-title",
        classes=class_names(lesson.classes, lesson.group, t),
        subject=lesson.subject,
        number=lesson.lesson_no,
        starts=lesson.starts_at,
        day=lesson.day,
        room=lesson.room or "—",
    )
    lines = [head]
    if lesson.substituted:
        lines.append(t("roll-substitution"))
    lines.append(_summary(sheet, t))
    if sheet.refusal is not None:
        lines.append(_refusal(sheet.refusal, t))
    if sheet.wanted:
        lines.append(t("roll-wanted", count=sheet.wanted))
    named = [_named(line, t) for line in sheet.lines if line.wanted or line.shown is not Presence.PRESENT]
    lines = fitting(lines, named, lambda count: t("list-more", count=count))
    rows: Rows = []
    if sheet.refusal is None or isinstance(sheet.refusal, EntryWindowClosed):
        # After its window a tap becomes a request, or asks for a reason.
        rows = _pupils(sheet, t) + _minutes(sheet, t) + _done(sheet, t)
    rows.append([Button(t.plain("page-open"), OpenLesson(lesson.id).pack())])
    rows.append(back_row(_list_of(sheet), t))
    return Screen("\n".join(lines), rows)


def note_toast(sheet: RollSheet, t: Translator) -> str:
    """What the last tap met, for a toast; empty when it simply worked."""
    return t.plain(f"roll-note-{sheet.note}") if sheet.note else ""


def minutes_screen(sheet: RollSheet, line: RollLine, t: Translator) -> Screen:
    """How late a pupil came."""
    choices = [
        Button(t.plain("roll-minutes", minutes=m), SetMinutes(sheet.lesson.id, line.pupil_id, m, line.rev).pack())
        for m in MINUTES
    ]
    return Screen(
        t("roll-minutes-title", name=line.name),
        [choices[:3], choices[3:], back_row(OpenRoll(sheet.lesson.id), t)],
    )


def _refusal(refusal: JournalError, t: Translator) -> str:
    """Why this reader may only look."""
    if isinstance(refusal, AccessDenied):
        return t("roll-read-only")
    return t(f"error-{refusal.code}", **refusal.facts)


def _list_of(sheet: RollSheet) -> Action:
    """The list this page belongs to: the reader's own day, or the class's."""
    lesson = sheet.lesson
    return OpenDay(lesson.day) if sheet.mine else OpenClassDay(lesson.class_ids[0], lesson.day)


def _summary(sheet: RollSheet, t: Translator) -> str:
    if not sheet.lines:
        return t("roll-empty")
    if sheet.refusal is not None and not sheet.lesson.roll_taken:
        return t("roll-pupils", pupils=len(sheet.lines))
    state = "roll-taken" if sheet.lesson.roll_taken else "roll-not-taken"
    absent, late = sheet.standing(Presence.ABSENT), sheet.standing(Presence.LATE)
    return t(state, pupils=len(sheet.lines), absent=absent, late=late)


def _named(line: RollLine, t: Translator) -> str:
    """A line under the summary for everybody who is not simply there, or is to be there now."""
    if line.wanted is not None:
        return _wanted(line, t)
    if line.shown is Presence.LATE:
        return (
            t("roll-late", name=line.name)
            if not line.minutes
            else t("roll-late-minutes", name=line.name, minutes=line.minutes)
        )
    said = f"statement-{line.statement}" if line.statement else f"reason-{line.shown_reason or 'none'}"
    key = "roll-absent" if line.rev else "roll-expected"
    return t(key, name=line.name, reason=t.plain(said))


def _wanted(line: RollLine, t: Translator) -> str:
    minutes = line.shown_minutes or 0
    return t("roll-line-wanted", name=line.name, presence=t.plain(f"entry-value-{line.shown}"), minutes=minutes)


def _pupils(sheet: RollSheet, t: Translator) -> Rows:
    signs = {sign: t.plain(f"roll-sign-of-{sign}") for sign in STYLES}
    buttons = [_pupil(sheet.lesson.id, line, signs) for line in sheet.lines[:PUPILS]]
    width = 1 if len(buttons) <= ONE_COLUMN_UP_TO else 2
    return in_rows(buttons, width)


def _pupil(lesson_id: int, line: RollLine, signs: dict[str, str]) -> Button:
    """The name behind a sign; the tap sets what comes next."""
    action = Mark(lesson_id, line.pupil_id, NEXT[line.shown], line.rev).pack()
    name = f"⏳ {line.name}" if line.wanted else line.name
    if line.shown is Presence.PRESENT:
        return Button(name, action)
    sign = line.shown.value if line.rev or line.wanted else "expected"
    return Button(f"{signs[sign]} {name}", action, style=STYLES[sign])


def _minutes(sheet: RollSheet, t: Translator) -> Rows:
    return [
        [Button(t.plain("roll-ask-minutes", name=line.name), OpenMinutes(sheet.lesson.id, line.pupil_id).pack())]
        for line in sheet.late
        if not line.shown_minutes
    ][: BUTTONS - PUPILS + max(0, PUPILS - len(sheet.lines))]


def _done(sheet: RollSheet, t: Translator) -> Rows:
    lesson = sheet.lesson
    if sheet.request is not None:
        return [[_ask(sheet.request, sheet.refusal, t)]]
    if not sheet.whole:
        return []
    if lesson.roll_taken:
        return [[Button(t.plain("roll-undo"), ReopenRoll(lesson.id, lesson.roll_rev).pack())]]
    if not sheet.lines:
        # Or the evening would ask for a roll that nobody can take.
        return [[Button(t.plain("roll-nobody"), TakeRoll(lesson.id, sheet.fingerprint).pack())]]
    everybody = Button(t.plain("roll-all-present"), AllPresent(lesson.id, sheet.fingerprint).pack(), style="success")
    missing = sheet.absent or sheet.late
    if not missing:
        return [[everybody]]
    label = t.plain("roll-done", absent=len(sheet.absent), late=len(sheet.late))
    done = Button(label, TakeRoll(lesson.id, sheet.fingerprint).pack(), style="success")
    return [[done]] if sheet.touched else [[done], [everybody]]


def _ask(request: int, refusal: JournalError | None, t: Translator) -> Button:
    """One request for all that was tapped; who decides oneself gives a reason."""
    if isinstance(refusal, EntryNeedsReason):
        return Button(t.plain("request-give-reason"), GiveReason(request).pack(), style="primary")
    return Button(t.plain("request-ask"), AskForEntry(request).pack(), style="primary")
