"""Information letters of a class: for whom, who gets it how, what became of it."""

from collections.abc import Sequence

from bots.shared.lines import clip
from bots.staff.screens.rows import back_row, in_rows
from core.actions.diary import OpenClassDesk
from core.actions.letters import (
    AskPrint,
    LettersPaper,
    OfferLetters,
    OpenLetters,
    OpenShortLetters,
    PickLetters,
    SendLetters,
)
from core.letters.choosing import Choice, Offer, Outcome, packed
from core.letters.facts import LetterHead, LetterPupil
from core.letters.printing import Papers
from documents.guardian_letter import span_name
from locales import Button, Screen, Translator
from locales.screen import Rows

NAME = 28
NAMES_CHARS = 1000
COLUMNS = 2


def letters_screen(found: Offer, t: Translator) -> Screen:
    """What a letter is, how many would get it how; `found` is of the whole class."""
    head, choice = found.head, found.choice
    lines = [title(head, t), t("letters-what"), ""]
    if not head.pupils:
        lines.append(t("letters-nobody"))
        return Screen("\n".join(lines), [_other_periods(head), back_row(OpenClassDesk(head.class_id), t)])
    counts = {"count": len(head.pupils), "connected": len(found.connected), "paper": len(found.to_print)}
    lines.append(t("letters-count", **counts))
    sent = [pupil.sent_at for pupil in head.pupils if pupil.sent_at is not None]
    if sent:
        lines.append(t("letters-last", at=max(sent)))
    everybody = OfferLetters(head.class_id, head.span.id, choice.who, choice.seen)
    rows: Rows = [
        [
            Button(t.plain("letters-all", count=len(head.pupils)), everybody.pack(), style="primary"),
            Button(t.plain("letters-choose"), PickLetters(head.class_id, head.span.id).pack()),
        ],
        [Button(t.plain("letters-short"), OpenShortLetters(head.class_id, head.span.id).pack())],
        _other_periods(head),
    ]
    return Screen("\n".join(lines), [*rows, back_row(OpenClassDesk(head.class_id), t)])


def pick_screen(choice: Choice, t: Translator) -> Screen:
    """Ticks: each button carries all of them as they would be."""
    head, on = choice.head, {pupil.id for pupil in choice.chosen}
    ticks = []
    for pupil in head.pupils:
        key = "letters-pick-on" if pupil.id in on else "letters-pick-off"
        who = choice.with_pupil(pupil.id, on=pupil.id not in on)
        ticks.append(Button(t.plain(key, name=clip(pupil.name, NAME)), _pick(choice, who)))
    everybody = packed(head, [pupil.id for pupil in head.pupils])
    all_or_none = ("letters-pick-none", "") if choice.everybody else ("letters-pick-all", everybody)
    rows: Rows = [*in_rows(ticks, COLUMNS), [Button(t.plain(all_or_none[0]), _pick(choice, all_or_none[1]))]]
    if on:
        there = OfferLetters(head.class_id, head.span.id, choice.who, choice.seen).pack()
        rows[-1].append(Button(t.plain("letters-pick-next", count=len(on)), there, style="primary"))
    lines = [_outcome(choice.outcome, t), title(head, t), t("letters-pick")]
    return Screen("\n".join(filter(None, lines)), [*rows, back_row(OpenLetters(head.class_id, head.span.id), t)])


def offer_screen(found: Offer, t: Translator) -> Screen:
    """Who gets it how, by name; without anybody chosen (or on another class list) the ticks again."""
    if not found.choice.chosen:
        return pick_screen(found.choice, t)
    handed = found.outcome in {Outcome.ASKED, Outcome.ALREADY} and bool(found.sent_today)
    sent = found.outcome is Outcome.SENT or handed
    lines = [_said(found, t), title(found.head, t)]
    if not sent:
        lines.append(t("letters-offer"))
    for key, pupils in (("letters-in-bot", found.connected), ("letters-on-paper", found.to_print)):
        if pupils:
            lines += ["", t(key, count=len(pupils)), t.data(names(pupils, t))]
    asks = found.sent_today if not sent else ()
    if asks:
        lines += ["", t("letters-today", count=len(asks)), t.data(names(asks, t)), t("letters-again")]
    rows = [*([] if sent else _sending(found, t)), *_printing(found, t)]
    back = back_row(OpenLetters(found.head.class_id, found.head.span.id), t)
    return Screen("\n".join(line for line in lines if line is not None), [*rows, back])


def sent_screen(found: Offer, t: Translator) -> Screen:
    """The same after the confirmation; a file for the others follows where there are any."""
    screen = offer_screen(found, t)
    if found.outcome is Outcome.SENT and found.to_print:
        return Screen(f"{screen.text}\n\n{t('letters-file-below')}", screen.rows)
    return screen


def papers_caption(found: Papers, t: Translator) -> Screen:
    """Under the file."""
    head = found.head
    facts = {"class": head.class_name, "period": span_name(head, t), "count": len(found.letters)}
    return Screen(t("letters-caption", **facts))


def title(head: LetterHead, t: Translator) -> str:
    """Письма родителям: 7Б, 2 четверть."""
    return t("letters-title", period=span_name(head, t), **{"class": head.class_name})


def names(pupils: Sequence[LetterPupil], t: Translator) -> str:
    """As many names as a message holds beside the rest."""
    shown: list[str] = []
    left = NAMES_CHARS
    for place, pupil in enumerate(pupils):
        left -= len(pupil.name) + 2
        if left < 0:
            return ", ".join([*shown, t.plain("letters-more", count=len(pupils) - place)])
        shown.append(pupil.name)
    return ", ".join(shown)


def _sending(found: Offer, t: Translator) -> Rows:
    """The one confirmation; when somebody had the letter today: again, or without them."""
    head, count, paper = found.head, len(found.connected), len(found.to_print)
    if not count:
        return []
    send = SendLetters(head.class_id, head.span.id, found.choice.who, found.seen).pack()
    again = found.sent_today
    if not again:
        label = (
            t.plain("letters-send-both", count=count, paper=paper) if paper else t.plain("letters-send", count=count)
        )
        return [[Button(label, send, style="primary")]]
    row = [Button(t.plain("letters-send-again", count=count), send)]
    rest = [pupil.id for pupil in found.choice.chosen if pupil not in again]
    if rest:
        without = OfferLetters(head.class_id, head.span.id, packed(head, rest), found.choice.seen)
        row.append(Button(t.plain("letters-send-rest", count=len(rest)), without.pack(), style="primary"))
    return [row]


def _printing(found: Offer, t: Translator) -> Rows:
    rows: Rows = []
    paper, everybody = len(found.to_print), len(found.choice.chosen)
    if paper:
        rows.append([Button(t.plain("letters-pdf-rest", count=paper), _paper(found, everybody=False))])
        rows.append([Button(t.plain("letters-print", count=paper), _ask(found, everybody=False))])
    if everybody > paper:
        rows.append([Button(t.plain("letters-pdf-all", count=everybody), _paper(found, everybody=True))])
    if not paper:
        rows.append([Button(t.plain("letters-print", count=everybody), _ask(found, everybody=True))])
    return rows


def _paper(found: Offer, *, everybody: bool) -> str:
    head, choice = found.head, found.choice
    return LettersPaper(head.class_id, head.span.id, choice.who, choice.seen, everybody).pack()


def _ask(found: Offer, *, everybody: bool) -> str:
    head, choice = found.head, found.choice
    return AskPrint(head.class_id, head.span.id, choice.who, choice.seen, everybody).pack()


def _pick(choice: Choice, who: str) -> str:
    head = choice.head
    return PickLetters(head.class_id, head.span.id, who, choice.seen).pack()


def _other_periods(head: LetterHead) -> list[Button]:
    return [
        Button(clip(span.name, NAME), OpenLetters(head.class_id, span.id).pack())
        for span in head.spans
        if span.id != head.span.id
    ]


def _said(found: Offer, t: Translator) -> str | None:
    if found.outcome is Outcome.SENT:
        return t("letters-outcome-sent", count=len(found.connected)) + "\n"
    if found.outcome is Outcome.ASKED and not found.administrators:
        return t("letters-outcome-asked-nobody") + "\n"
    return _outcome(found.outcome, t)


def _outcome(outcome: Outcome, t: Translator) -> str | None:
    return f"{t(f'letters-outcome-{outcome.value}')}\n" if outcome else None
