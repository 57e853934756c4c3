"""Failing pupils of a class, one of them with what the parents will read, and the school by class."""

from collections.abc import Sequence

from bots.shared.lines import clip, fitting
from bots.staff.screens.home import home_button
from bots.staff.screens.rows import back_row, in_rows, steps
from core.actions.access import OpenFamily
from core.actions.conversations import OpenFamilyOf
from core.actions.diary import OpenClassDesk, OpenFailing
from core.actions.failing import HoldFailing, OpenFailingPupil, OpenFailingSchool, SendFailing
from core.failing.desk import ClassCount, FailingClass, FailingPupil
from core.failing.facts import subject_facts
from locales import Button, Screen, Translator
from locales.failing import brief, parents_letter
from locales.screen import Rows

PUPILS, CLASSES = 45, 42
NAME = 28


def class_screen(found: FailingClass, t: Translator) -> Screen:
    """Who, in which subjects, since when, and whether the parents know; each name opens the pupil."""
    head = [t("failing-title", name=found.head.name), *_period(found, t), ""]
    lines = [line for one in found.failing for line in _lines(one, t)] or [_nobody(found, t)]
    text = fitting(head, lines, lambda count: t("failing-more", count=count))
    buttons = [Button(_label(one, t), OpenFailingPupil(one.pupil.id).pack()) for one in found.failing[:PUPILS]]
    back = back_row(OpenClassDesk(found.head.class_id), t)
    whole = [] if found.head.led else [Button(t.plain("failing-school-back"), OpenFailingSchool().pack())]
    return Screen("\n".join(text), [*in_rows(buttons, 2), whole, back])


def pupil_screen(one: FailingPupil, t: Translator) -> Screen:
    """The pupil, how it stands with the parents, and the letter as they read it."""
    pupil = one.pupil
    head = t("failing-pupil-title", name=pupil.name, **{"class": pupil.class_name})
    rows: Rows = []
    if not one.subjects:
        parts = [head, t("failing-pupil-caught-up")]
    else:
        since = [t("failing-pupil-since", subject=s.subject, since=s.since) for s in one.subjects]
        parts = ["\n".join([head, _state(one, t), *since])]
        title = "failing-preview" if one.told is None else "failing-preview-told"
        parts.append(f"{t(title)}\n<blockquote>{parents_letter(one.letter, t)}</blockquote>")
        rows = _choices(one, t)
        if one.waiting is not None and one.hold_to is None:
            parts.append(t("failing-held-long"))
    rows.append(
        [
            Button(t.plain("failing-family"), OpenFamily(pupil.class_id, pupil.id).pack()),
            Button(t.plain("talk-family-open"), OpenFamilyOf(pupil.id).pack()),
        ]
    )
    return Screen("\n\n".join(parts), [*rows, back_row(OpenFailing(pupil.class_id), t)])


def school_screen(classes: Sequence[ClassCount], page: int, t: Translator) -> Screen:
    """How many in each class; each opens the class."""
    waiting, told = sum(one.waiting for one in classes), sum(one.told for one in classes)
    counts = t("failing-school-counts", waiting=waiting, told=told)
    text = [t("failing-school-title"), counts if waiting + told else t("failing-school-empty")]
    first = min(page, max(0, len(classes) - 1) // CLASSES) * CLASSES
    buttons = [
        Button(
            t.plain("failing-school-class", name=one.name, count=one.waiting + one.told),
            OpenFailing(one.class_id).pack(),
        )
        for one in classes[first : first + CLASSES]
    ]
    turns = steps(first, CLASSES, len(classes), lambda start: OpenFailingSchool(start // CLASSES), t)
    return Screen("\n".join(text), [*in_rows(buttons, 3), turns, [home_button(t)]])


def _period(found: FailingClass, t: Translator) -> list[str]:
    period = found.period
    if period is None:
        return []
    lines = [t("failing-period", period=period.name, starts=period.starts, ends=period.ends)]
    if found.failing:
        lines.append(t("failing-count", count=len(found.failing), pupils=found.pupils))
    return [*lines, t("failing-rule", below=found.below)]


def _nobody(found: FailingClass, t: Translator) -> str:
    if found.grade == 1:
        return t("failing-no-marks")
    return t("failing-none" if found.period is not None else "failing-no-period")


def _lines(one: FailingPupil, t: Translator) -> list[str]:
    said = "; ".join(brief(subject_facts(subject), t) for subject in one.subjects)
    since = min(subject.since for subject in one.subjects)
    return [t("failing-line", sign=_sign(one, t), name=one.pupil.name, said=said, since=since), _state(one, t)]


def _state(one: FailingPupil, t: Translator) -> str:
    """How it stands with the parents."""
    waiting, told = one.waiting, one.told
    if told is not None:
        return t("failing-state-told" if told.reached else "failing-state-unreached", at=told.told_at)
    if not one.to:
        return t("failing-state-alone")
    if waiting is None:
        return t("failing-state-new")
    return t("failing-state-held" if waiting.held else "failing-state-waiting", at=waiting.tell_at)


def _sign(one: FailingPupil, t: Translator) -> str:
    if one.told is not None:
        return t.plain("failing-sign-told" if one.told.reached else "failing-sign-alone")
    if not one.to:
        return t.plain("failing-sign-alone")
    return t.plain("failing-sign-new" if one.waiting is None else "failing-sign-waiting")


def _label(one: FailingPupil, t: Translator) -> str:
    return t.plain("failing-button", sign=_sign(one, t), name=clip(one.pupil.name, NAME))


def _choices(one: FailingPupil, t: Translator) -> Rows:
    """Sending at once and holding; nothing when there is nobody to send to or all is said."""
    notice = one.waiting
    if notice is None or not one.to:
        return []
    rows = [[Button(t.plain("failing-send"), SendFailing(one.pupil.id, notice.id, notice.rev).pack())]]
    if one.hold_to is not None:
        hold = HoldFailing(one.pupil.id, notice.id, one.hold_to, notice.rev)
        rows.append([Button(t.plain("failing-hold", day=one.hold_to), hold.pack())])
    return rows
