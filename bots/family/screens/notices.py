"""Telling the school beforehand that a child will be absent."""

from datetime import date, timedelta
from typing import Protocol

from bots.family.screens.common import back_button, back_to_notices, child_name, home_button, lines
from bots.family.screens.day import span
from bots.shared.lines import clip
from core.actions.conversations import SendPaperOn
from core.actions.family import OpenChildDay
from core.actions.notices import (
    AskWithdraw,
    AttachPapers,
    ChooseDates,
    ChooseNewReason,
    ChooseReason,
    GiveNotice,
    OpenNotice,
    OpenNotices,
    SendPaper,
    SetNoticeReason,
    WithdrawNotice,
    WriteDates,
    WriteNewDates,
    WriteNoticeNote,
    WriteReason,
)
from core.notices.cards import NoticeCard, NoticeList
from core.notices.papers import LoosePaper
from core.rules.dates import DateRange
from core.terms import AbsenceReason
from locales import Button, Screen, Translator
from locales.screen import Rows

SHOWN = 10


def list_screen(absences: NoticeList, t: Translator) -> Screen:
    """The child's absences, each a button; a new one for guardians."""
    title = t("notices-title", name=child_name(absences.surname, absences.given_name))
    body = "" if absences.notices else t("notices-none")
    rows = [[Button(_label(card, t), OpenNotice(card.id).pack())] for card in absences.notices[:SHOWN]]
    if absences.may_write:
        rows.append([Button(t.plain("notice-new"), ChooseDates(absences.pupil_id).pack(), style="primary")])
    rows.append([back_button(t, OpenChildDay(absences.pupil_id).pack()), home_button(t)])
    return Screen("\n\n".join(p for p in (title, body) if p), rows)


def dates_screen(absences: NoticeList, t: Translator) -> Screen:
    """A new notice: which days."""
    pupil, today = absences.pupil_id, absences.today
    tomorrow = today + timedelta(days=1)
    back = OpenNotices(pupil) if absences.notices else OpenChildDay(pupil)
    return Screen(
        t("notice-when", name=clip(absences.given_name, 32)),
        [
            [_days(pupil, today, "notice-today", t), _days(pupil, tomorrow, "notice-tomorrow", t)],
            [Button(t.plain("notice-other-days"), WriteDates(pupil).pack())],
            [back_button(t, back.pack()), home_button(t)],
        ],
    )


class Days(Protocol):
    """A span of days; `ends` None: until the child is back."""

    @property
    def starts(self) -> date: ...

    @property
    def ends(self) -> date | None: ...


def dates_question(name: str, t: Translator) -> str:
    """A new notice: which days, in words."""
    return t("notice-ask-dates", name=clip(name, 32))


def question(key: str, name: str, days: Days, t: Translator) -> str:
    """A question about an absence that says whose and when: several may wait for their answers."""
    return t(key, name=clip(name, 32), span=span(days.starts, days.ends, t))


def reason_screen(pupil_id: int, name: str, days: DateRange, t: Translator) -> Screen:
    """A new notice: why."""
    starts, ends = days.starts, days.ends
    return Screen(
        question("notice-why", name, days, t),
        [
            [_give(pupil_id, starts, ends, AbsenceReason.ILLNESS, t)],
            [_give(pupil_id, starts, ends, AbsenceReason.EXCUSED, t)],
            [Button(t.plain("notice-reason-other"), WriteReason(pupil_id, starts, ends).pack())],
            [back_button(t, ChooseDates(pupil_id).pack()), home_button(t)],
        ],
    )


def card_screen(card: NoticeCard, t: Translator, loose: int | None = None) -> Screen:
    """One absence and what may be done with it; `loose` is a paper sent unasked that could belong to it."""
    text = lines(
        t("notices-title", name=child_name(card.surname, card.given_name)),
        "",
        t("notice-span", span=span(card.starts, card.ends, t)),
        t("notice-reason", reason=card.reason, family="yes" if _plainly_family(card) else "no"),
        t("notice-note", note=card.note) if card.note else "",
        t("notice-pages", count=card.pages) if card.pages else "",
        t("notice-author", who=_who(card), name=clip(card.author, 64)),
        _state(card, t),
    )
    return Screen(text, [*_card_rows(card, t, loose), back_to_notices(t, card.pupil_id)])


def new_reason_screen(card: NoticeCard, t: Translator) -> Screen:
    """Another reason for a notice."""
    reasons = [
        [Button(_reason_label(reason, t), SetNoticeReason(card.id, reason, card.rev).pack())]
        for reason in (AbsenceReason.ILLNESS, AbsenceReason.EXCUSED)
    ]
    back = [back_button(t, OpenNotice(card.id).pack()), home_button(t)]
    return Screen(question("notice-why", card.given_name, card, t), [*reasons, back])


def withdraw_screen(card: NoticeCard, t: Translator) -> Screen:
    """One more tap before a notice is taken back."""
    yes = Button(t.plain("notice-withdraw-yes"), WithdrawNotice(card.id, card.rev).pack(), style="danger")
    text = t("notice-withdraw-sure", name=clip(card.given_name, 32), span=span(card.starts, card.ends, t))
    return Screen(text, [[yes], [back_button(t, OpenNotice(card.id).pack()), home_button(t)]])


def loose_screen(paper: LoosePaper, t: Translator) -> Screen:
    """A photo came unasked: to which absence does it belong?"""
    rows: Rows = [
        [Button(f"{clip(card.given_name, 16)}: {_short_span(card, t)}", AttachPapers(card.id, paper.first).pack())]
        for card in paper.notices[:SHOWN]
    ]
    rows += [
        [Button(t.plain("notice-new-for", name=clip(name, 24)), ChooseDates(pupil_id).pack())]
        for pupil_id, name in paper.children[:SHOWN]
    ]
    rows.append([Button(t.plain("paper-to-talk"), SendPaperOn(paper.first).pack())])
    return Screen(t("paper-loose"), [*rows, [home_button(t)]])


def _label(card: NoticeCard, t: Translator) -> str:
    return t.plain("notice-label", span=_short_span(card, t), reason=card.reason)


def _short_span(card: NoticeCard, t: Translator) -> str:
    if card.ends is None:
        return t.plain("short-span-open", starts=card.starts)
    key = "short-span-day" if card.starts == card.ends else "short-span-days"
    return t.plain(key, starts=card.starts, ends=card.ends)


def _days(pupil_id: int, day: date, key: str, t: Translator) -> Button:
    return Button(t.plain(key, day=day), ChooseReason(pupil_id, day, day).pack())


def _give(pupil_id: int, starts: date, ends: date, reason: AbsenceReason, t: Translator) -> Button:
    return Button(_reason_label(reason, t), GiveNotice(pupil_id, starts, ends, reason).pack())


def _reason_label(reason: AbsenceReason, t: Translator) -> str:
    return t.plain("notice-reason-choice", reason=reason)


def _plainly_family(card: NoticeCard) -> bool:
    """The button «Семейные обстоятельства» was pressed: nobody wrote other words."""
    return not card.by_school and not card.note


def _who(card: NoticeCard) -> str:
    return "school" if card.by_school else "you" if card.mine else "other"


def _state(card: NoticeCard, t: Translator) -> str:
    if card.withdrawn:
        return t("notice-withdrawn")
    return t("notice-over") if card.over else ""


def _card_rows(card: NoticeCard, t: Translator, loose: int | None) -> Rows:
    if card.withdrawn or not card.may_write:
        return []
    rows: Rows = []
    if loose is not None:
        rows.append([Button(t.plain("paper-attach"), AttachPapers(card.id, loose).pack(), style="primary")])
    paper = Button(t.plain("paper-send"), SendPaper(card.id).pack())
    if card.over:
        return [*rows, [paper]]
    return [
        *rows,
        [
            Button(t.plain("notice-change-dates"), WriteNewDates(card.id, card.rev).pack()),
            Button(t.plain("notice-change-reason"), ChooseNewReason(card.id).pack()),
        ],
        [Button(t.plain("notice-write-note"), WriteNoticeNote(card.id, card.rev).pack()), paper],
        [Button(t.plain("notice-withdraw"), AskWithdraw(card.id).pack())],
    ]
