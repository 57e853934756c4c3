"""Entries after their window: what may be done with a refused one, the requests, the decision."""

from bots.shared.lines import clip, fitting
from bots.staff.screens.home import home_button
from bots.staff.screens.page import back_to_page
from bots.staff.screens.rows import back_row
from bots.staff.screens.today import class_names
from core.actions.page import OpenLesson, OpenRequests
from core.actions.requests import (
    ApproveEntry,
    AskForEntry,
    CommentRefusal,
    GiveReason,
    InsistOnEntry,
    OpenRequest,
    RefuseEntry,
    ShowRequestFiles,
)
from core.actions.roll import CorrectRoll
from core.errors import AccessDenied, JournalError
from core.errors.entries import EntryNeedsReason, NotInRussian
from core.requests.reading import EntryCard, RequestList, RollWish
from core.timetable.lessons import LessonFacts
from locales import Button, Screen, Translator
from locales.screen import Rows

WORDS, BRIEF = 1500, 40


def offer(card: EntryCard, refusal: JournalError, *, again: bool, t: Translator) -> Screen:
    """Why it was refused, that it is kept, and what may be done. `again`: the same question can be asked anew."""
    lines = [t(f"error-{refusal.code}", **refusal.facts), "", *_what(card, t)]
    rows: Rows = []
    if card.asked_at is not None:
        lines += ["", t("request-sent-already")]
    elif isinstance(refusal, NotInRussian):
        rows.append([Button(t.plain("request-insist"), InsistOnEntry(card.id).pack())])
        if again and card.action is not None:
            rows.append([Button(t.plain("request-again"), card.action.pack())])
    elif isinstance(refusal, EntryNeedsReason):
        rows.append([Button(t.plain("request-give-reason"), GiveReason(card.id).pack(), style="primary")])
    elif card.deciders:
        lines += ["", t("request-kept", deciders=_deciders(card, t))]
        rows.append([Button(t.plain("request-ask"), AskForEntry(card.id).pack(), style="primary")])
    rows.append(back_to_page(card.lesson.id, t) if card.lesson else [home_button(t)])
    return Screen("\n".join(lines), rows)


def request_screen(card: EntryCard, *, may_decide: bool, t: Translator) -> Screen:
    """Who asks for what and why; the decision, or the buttons for it."""
    lines = [t("request-title", name=card.by, at=card.asked_at or card.made_at), *_what(card, t)]
    if card.reason:
        lines.append(t("request-reason", reason=card.reason))
    lines.append(_state(card, t))
    rows: Rows = []
    if card.answer is None and card.reason is not None and may_decide:
        rows = [
            [
                Button(t.plain("request-approve"), ApproveEntry(card.id).pack(), style="success"),
                Button(t.plain("request-refuse"), RefuseEntry(card.id).pack(), style="danger"),
            ],
            [Button(t.plain("request-refuse-why"), CommentRefusal(card.id).pack())],
        ]
    if card.files:
        rows.append([Button(t.plain("request-show-files", count=len(card.files)), ShowRequestFiles(card.id).pack())])
    if card.lesson is not None:
        rows.append([Button(t.plain("page-open"), OpenLesson(card.lesson.id).pack())])
        if card.roll:
            rows[-1].append(Button(t.plain("request-does-roll-correct"), CorrectRoll(card.lesson.id).pack()))
    rows.append(back_row(OpenRequests(), t))
    return Screen("\n".join(lines), rows)


def asked_screen(card: EntryCard, told: int | None, t: Translator) -> Screen:
    """The request just sent, above it how many hear of it; None: it had gone (or was written) before."""
    screen = request_screen(card, may_decide=False, t=t)
    if told is None:
        return screen.under(t("request-sent-already")) if card.asked_at is not None else screen
    return screen.under(t("request-sent", count=told) if told else t("request-sent-to-nobody"))


def failed(cause: JournalError, t: Translator) -> str:
    """Why an approved entry could not be written."""
    said = t("request-cause-denied") if isinstance(cause, AccessDenied) else t(f"error-{cause.code}", **cause.facts)
    return f"{t('error-entry-not-carried-out')} {said}"


def list_screen(requests: RequestList, t: Translator) -> Screen:
    """What waits for this person's decision, and what this person asked for."""
    lines = [t("request-list-waiting", count=len(requests.waiting)) if requests.waiting else t("request-list-none")]
    own = [t("request-own", what=_brief(card, t), state=_state(card, t)) for card in requests.own]
    if own:
        lines += ["", t("request-list-own")]
    rows: Rows = [
        [Button(t.plain("request-button", name=card.by, what=_brief(card, t)), OpenRequest(card.id).pack())]
        for card in requests.waiting
    ]
    rows.append([Button(t.plain("refresh"), OpenRequests().pack()), home_button(t)])
    return Screen("\n".join(fitting(lines, own, lambda _: t("page-more"))), rows)


def _deciders(card: EntryCard, t: Translator) -> str:
    """The roles that may decide, in words."""
    return ", ".join(t.plain(f"request-to-{role}") for role in sorted(card.deciders))


def _what(card: EntryCard, t: Translator) -> list[str]:
    """The lesson, what is to be done, whom it is about and the words."""
    values = ", ".join(t.plain(f"entry-value-{value}") for value in card.values)
    lines = [
        t("request-lesson", **_lesson(card.lesson, t)) if card.lesson else _finals_page(card, t),
        t("request-what", what=t.plain(f"request-does-{card.does}")),
        t("request-pupil", name=card.pupil) if card.pupil else "",
        t("request-work", name=card.work) if card.work else "",
        t("request-values", values=values) if values else "",
        t("request-formerly", words=_formerly(card, t)) if card.formerly else "",
        t("request-words", words=clip(card.words, 900)) if card.words else "",
        t("request-files", count=len(card.files)) if card.files else "",
        *(_roll_line(one, t) for one in card.roll),
    ]
    return [line for line in lines if line]


def _roll_line(one: RollWish, t: Translator) -> str:
    said = {"name": one.name, "presence": t.plain(f"entry-value-{one.presence}"), "minutes": one.minutes or 0}
    if one.stands in {None, one.presence}:
        return t("request-roll-line", **said)
    return t("request-roll-line-now", **said, stands=t.plain(f"entry-value-{one.stands}"))


def _finals_page(card: EntryCard, t: Translator) -> str:
    """The journal page of a final mark."""
    if card.page is None:
        return ""
    classes, subject, period = card.page
    named = {"classes": classes, "subject": subject}
    return t("request-finals", period=period, **named) if period else t("request-finals-year", **named)


def _formerly(card: EntryCard, t: Translator) -> str:
    """A mark that stood there, in words, or the text."""
    return t.plain(f"entry-value-{card.formerly}") if card.formerly_mark else clip(card.formerly, 400)


def _lesson(lesson: LessonFacts, t: Translator) -> dict[str, object]:
    return {
        "classes": class_names(lesson.classes, lesson.group, t),
        "subject": lesson.subject,
        "day": lesson.day,
        "number": lesson.lesson_no,
    }


def _brief(card: EntryCard, t: Translator) -> str:
    """What it is, for a button."""
    what = t.plain(f"request-does-{card.does}")
    if card.lesson is None:
        return what
    return t.plain("request-brief", what=what, **_lesson(card.lesson, t))


def _state(card: EntryCard, t: Translator) -> str:
    if card.answer is None:
        return t("request-state-waiting") if card.reason is not None else t("request-state-kept")
    if card.comment:
        return t(f"request-state-{card.answer}-why", name=card.decided_by, comment=card.comment)
    return t(f"request-state-{card.answer}", name=card.decided_by)
