"""The class leader's card of the absent and the page of one absence."""

from bots.shared.lines import fitting
from bots.staff.screens.rows import back_row
from core.actions.conversations import OpenFamilyOf
from core.actions.diary import OpenClassDesk
from core.actions.notices import ShowNoticeFile
from core.actions.roll import OpenAbsence, OpenAbsent, OpenClassDay, SetReason, WriteNote
from core.roll.absent_today import AbsentPupil, AbsentToday
from core.terms import AbsenceReason
from locales import Button, Screen, Translator
from locales.screen import Rows

BUTTONS = 90


def card(today: AbsentToday, t: Translator) -> Screen:
    """Who is absent, unexplained first; each name opens the absence."""
    head = [
        t("absent-title", name=today.class_name, day=today.day),
        t("absent-rolls", taken=today.rolls_taken, lessons=today.lessons),
    ]
    absent = [_line(pupil, t) for pupil in today.pupils] or [_nobody(today, t)]
    lines = fitting(head, absent, lambda count: t("list-more", count=count))
    rows: Rows = [
        [Button(t.plain(_label(pupil), name=pupil.name), OpenAbsence(today.class_id, pupil.pupil_id, today.day).pack())]
        for pupil in today.pupils[:BUTTONS]
    ]
    rows.append([Button(t.plain("class-lessons"), OpenClassDay(today.class_id, today.day).pack())])
    rows[-1].append(Button(t.plain("refresh"), OpenAbsent(today.class_id, today.day).pack()))
    rows.append(back_row(OpenClassDesk(today.class_id), t))
    return Screen("\n".join(lines), rows)


def _nobody(today: AbsentToday, t: Translator) -> str:
    """Silence of rolls not taken is no presence."""
    return t("absent-nobody" if today.rolls_taken else "absent-no-rolls")


def absence(today: AbsentToday, pupil: AbsentPupil, t: Translator) -> Screen:
    """One pupil's absence: what is known, whom to call, the reasons to choose from."""
    lines = [t("absence-title", name=pupil.name, day=today.day), _line(pupil, t)]
    if pupil.note:
        lines.append(t("absence-note", note=pupil.note))
    lines += [
        _contact(guardian.name, guardian.kinship, guardian.phone, reachable=guardian.reachable, t=t)
        for guardian in pupil.guardians
    ] or [t("absence-no-guardians")]
    rows: Rows = []
    if pupil.notice_id is not None and pupil.has_file:
        rows.append([Button(t.plain("absence-file"), ShowNoticeFile(pupil.notice_id).pack())])
    if today.may_edit and pupil.first_no is not None:
        rows += [[_reason(today, pupil, reason, t)] for reason in AbsenceReason]
        rows.append(
            [Button(t.plain("absence-write-note"), WriteNote(today.class_id, pupil.pupil_id, today.day).pack())]
        )
    rows.append([Button(t.plain("talk-family-open"), OpenFamilyOf(pupil.pupil_id).pack())])
    rows.append(back_row(OpenAbsent(today.class_id, today.day), t))
    return Screen("\n".join(lines), rows)


def _line(pupil: AbsentPupil, t: Translator) -> str:
    since = t("absent-since", number=pupil.first_no, missed=pupil.missed) if pupil.first_no else t("absent-known")
    said = t(f"reason-{pupil.reason or 'none'}")
    if pupil.statement:
        said = t("absent-stated", statement=t.plain(f"statement-{pupil.statement}"), who=pupil.stated_by)
    elif pupil.unexplained:
        said = t("absent-call") if not pupil.reachable else t("absent-waiting") if pupil.waiting else said
    return t("absent-line", name=pupil.name) + f" — {since}, {said}"


def _label(pupil: AbsentPupil) -> str:
    return "absent-button-unexplained" if pupil.unexplained else "absent-button"


def _reason(today: AbsentToday, pupil: AbsentPupil, reason: AbsenceReason, t: Translator) -> Button:
    label = t.plain(f"choose-{reason}")
    if pupil.reason is reason and not pupil.unexplained:
        label = t.plain("choose-chosen", label=label)
    return Button(label, SetReason(today.class_id, pupil.pupil_id, today.day, reason).pack())


def _contact(name: str, kinship: str, phone: str, *, reachable: bool, t: Translator) -> str:
    key = "absence-guardian" if reachable else "absence-guardian-call"
    return t(key, name=name, kinship=kinship or "—", phone=phone or "—")
