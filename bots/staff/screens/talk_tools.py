"""Around the staff's conversations: silences, stop words, complaints, handing over."""

from collections.abc import Sequence
from datetime import date, timedelta

from bots.shared.lines import clip, fitting
from bots.shared.talk_page import moment
from bots.staff.screens.home import home_button
from bots.staff.screens.rows import back_row, in_rows, steps
from core.actions.conversations import OpenConversation, OpenInbox
from core.actions.talk_tools import (
    AddStopWords,
    AskMuteDay,
    ChooseMute,
    ChooseSuccessor,
    CloseComplaint,
    HandOver,
    LiftMute,
    MuteUntil,
    OpenComplaint,
    OpenComplaints,
    OpenHandingOver,
    OpenMuted,
    OpenStopWords,
    OpenTalkTools,
    RemoveStopWord,
)
from core.conversations.facts import Colleague, ComplaintLine, MutedPerson
from core.rights import MANAGEMENT
from core.rules.digest import digest
from core.terms import Role
from locales import Button, Screen, Translator
from locales.screen import Rows

PAGE, WORDS, NAME, SAID, LABEL = 8, 40, 60, 300, 36
KEEPS_WORDS = (*MANAGEMENT, Role.ADMINISTRATOR)


def tools_screen(roles: frozenset[Role], *, leads: bool, t: Translator) -> Screen:
    """What this person may do beside writing."""
    rows: Rows = [[Button(t.plain("talk-hand"), OpenHandingOver().pack())]]
    if leads or not roles.isdisjoint(MANAGEMENT):
        rows.append([Button(t.plain("talk-muted"), OpenMuted().pack())])
    if not roles.isdisjoint(MANAGEMENT):
        rows.append([Button(t.plain("talk-complaints"), OpenComplaints().pack())])
    if not roles.isdisjoint(KEEPS_WORDS):
        rows.append([Button(t.plain("talk-stop-words"), OpenStopWords().pack())])
    return Screen(t("talk-tools-title"), [*rows, back_row(OpenInbox(), t)])


def mute_screen(action: ChooseMute, name: str, today: date, t: Translator) -> Screen:
    """For how long? The days are absolute: an old button silences nobody longer than it says."""
    spans = (("day", 0), ("three", 2), ("week", 6))
    rows: Rows = [
        [
            Button(
                t.plain(f"talk-mute-{key}", until=today + timedelta(days=days)),
                MuteUntil(action.kind, action.person, today + timedelta(days=days)).pack(),
            )
        ]
        for key, days in spans
    ]
    rows.append([Button(t.plain("talk-mute-other"), AskMuteDay(action.kind, action.person).pack())])
    back = OpenConversation(action.conversation)
    return Screen(t("talk-mute-title", name=clip(name, NAME)), [*rows, back_row(back, t)])


def muted_screen(people: Sequence[MutedPerson], first: int, count: int, today: date, t: Translator) -> Screen:
    """Who may not write, until when, by whom and why."""
    head = [t("talk-muted-title") if people else t("talk-muted-nobody")]
    lines = [_muted(one, today, t) for one in people]
    rows: Rows = [[_lift(one, t)] for one in people]
    turns = steps(first, PAGE, count, OpenMuted, t)
    text = fitting(head, lines, lambda left: t("list-more", count=left))
    return Screen("\n".join(text), [*rows, turns, back_row(OpenTalkTools(), t)])


def muted_done(one: MutedPerson, today: date, t: Translator) -> Screen:
    """Silenced just now."""
    return Screen(f"{t('talk-muted-done')}\n{_muted(one, today, t)}", [[_lift(one, t)], back_row(OpenInbox(), t)])


def _lift(one: MutedPerson, t: Translator) -> Button:
    return Button(t.plain("talk-lift", name=clip(one.name, 24)), LiftMute(one.mute_id).pack())


def _muted(one: MutedPerson, today: date, t: Translator) -> str:
    name = ", ".join(part for part in (clip(one.name, NAME), clip(one.what, 30)) if part)
    until = moment(one.ends_at, today, t)
    return t("talk-muted-line", name=name, until=until, reason=clip(one.reason, 200), by=one.by)


def stop_words_screen(words: Sequence[str], first: int, t: Translator, note: str = "") -> Screen:
    """The words, a button each to take it out."""
    shown = words[first : first + WORDS]
    parts = [note, t("talk-stop-title"), t("talk-stop-remove") if words else t("talk-stop-none")]
    buttons = [
        Button(t.plain("talk-stop-word", word=clip(word, 18)), RemoveStopWord(digest(word)).pack()) for word in shown
    ]
    add = [Button(t.plain("talk-stop-add"), AddStopWords().pack())]
    turns = steps(first, WORDS, len(words), OpenStopWords, t)
    rows = [*in_rows(buttons, 2), turns, add, back_row(OpenTalkTools(), t)]
    return Screen("\n\n".join(part for part in parts if part), rows)


def complaints_screen(found: Sequence[ComplaintLine], first: int, count: int, today: date, t: Translator) -> Screen:
    """Open ones first."""
    head = [t("talk-complaints-title") if found else t("talk-complaints-none")]
    lines = [_complaint(one, today, t) for one in found]
    text = fitting(head, lines, lambda left: t("list-more", count=left))
    rows: Rows = [
        [
            Button(
                t.plain(
                    "talk-complaint-button",
                    by=clip(one.by, LABEL),
                    state="open" if one.closed_at is None else "closed",
                ),
                OpenComplaint(one.id).pack(),
            )
        ]
        for one in found
    ]
    turns = steps(first, PAGE, count, OpenComplaints, t)
    return Screen("\n".join(text), [*rows, turns, back_row(OpenTalkTools(), t)])


def complaint_screen(one: ComplaintLine, today: date, t: Translator) -> Screen:
    """Who complains of what; the conversation is opened from here, and the complaint closed."""
    parts = [_complaint(one, today, t, whole=True), t("talk-complaint-traced")]
    rows: Rows = [[Button(t.plain("talk-complaint-read"), OpenConversation(one.conversation_id).pack())]]
    if one.closed_at is None:
        rows.append([Button(t.plain("talk-complaint-close"), CloseComplaint(one.id).pack())])
    return Screen("\n\n".join(parts), [*rows, back_row(OpenComplaints(), t)])


def _complaint(one: ComplaintLine, today: date, t: Translator, *, whole: bool = False) -> str:
    limit = 500 if whole else 120
    lines = [
        t(
            "talk-complaint-line",
            by=clip(one.by, NAME),
            about=clip(one.about, NAME) or "–",
            at=moment(one.at, today, t),
            said=clip(one.said, limit),
        )
    ]
    if one.closed_at is not None:
        lines.append(t("talk-complaint-closed", at=moment(one.closed_at, today, t), outcome=clip(one.outcome, limit)))
    return "\n".join(lines)


def handing_screen(own: tuple[int, int], left: Sequence[tuple[Colleague, int]], t: Translator) -> Screen:
    """One's own conversations (staff id and how many), and those of colleagues who left."""
    staff_id, count = own
    parts = [t("talk-hand-title"), t("talk-hand-own", count=count)]
    rows: Rows = []
    if count:
        rows.append([Button(t.plain("talk-hand-mine"), ChooseSuccessor(staff_id).pack())])
    for one, talks in left[:PAGE]:
        label = t.plain("talk-hand-left", name=clip(one.name, 26), count=talks)
        rows.append([Button(label, ChooseSuccessor(one.staff_id).pack())])
    if left:
        parts.append(t("talk-hand-of-left"))
    return Screen("\n\n".join(parts), [*rows, back_row(OpenTalkTools(), t)])


def hand_sure_screen(count: int, action: HandOver, name: str, t: Translator) -> Screen:
    """How many go to whom; one press carries it out."""
    rows: Rows = [
        [Button(t.plain("talk-hand-do", count=count), action.pack(), style="primary")] if count else [],
        [Button(t.plain("back"), ChooseSuccessor(action.staff).pack()), home_button(t)],
    ]
    return Screen(t("talk-hand-sure", count=count, name=clip(name, NAME)), rows)
