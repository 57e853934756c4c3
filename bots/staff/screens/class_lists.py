"""The lists behind the numbers of the class leader's desk: each acts on what it shows."""

from itertools import groupby

from bots.shared.lines import clip, fitting
from bots.staff.screens.rows import back_row, in_rows, steps
from core.actions.access import AskSlips, OpenFamily, OpenPerson
from core.actions.announcements import OpenAnnouncement
from core.actions.cards import OpenNoConsent, OpenOwed, OpenPupilCard, OpenUnconnected, OpenUnread, RemindUnread
from core.actions.diary import OpenClassDesk
from core.actions.marks import OpenPupilMarks
from core.class_desk.lists import (
    ANNOUNCEMENTS,
    PAGE,
    ConsentsMissing,
    OwedWork,
    OwedWorks,
    Unconnected,
    UnconnectedFamilies,
    UnreadAnnouncement,
    UnreadOfClass,
    WithoutConsent,
)
from core.class_desk.near import NearClass
from locales import Button, Screen, Translator
from locales.screen import Rows

NAME, SUBJECT, WORDS = 28, 16, 60
NAMES_SHOWN, FEW = 25, 3
PUPILS = 40


def near_screen(found: NearClass, t: Translator) -> Screen:
    """Who is close to failing, in what; each name opens the card, from where one writes to the family."""
    lines = []
    for one in found.pupils:
        said = "; ".join(t.plain("near-subject", subject=s.subject, average=s.average) for s in one.subjects)
        lines.append(t("near-line", name=one.name, said=said))
    head = [t("near-title", name=found.head.name)]
    head += [t("near-rule", below=found.below), ""] if lines else [t("near-none")]
    buttons = [Button(clip(one.name, NAME), OpenPupilCard(one.pupil_id).pack()) for one in found.pupils[:PUPILS]]
    text = fitting(head, lines, lambda count: t("list-more", count=count))
    return Screen("\n".join(text), [*in_rows(buttons, 2), back_row(OpenClassDesk(found.head.class_id), t)])


def owed_screen(found: OwedWorks, t: Translator) -> Screen:
    """The works by pupil; each opens the very work where the mark is put."""
    class_id = found.head.class_id
    lines = [
        t("owed-line", name=name, works="; ".join(_work(work, t) for work in works))
        for name, works in groupby(found.works, key=lambda work: work.pupil)
    ]
    head = [t("owed-title", name=found.head.name)]
    head += [t("owed-rule"), ""] if lines else [t("owed-none")]
    buttons = [[Button(_owed_label(w, t), _place(w).pack())] for w in found.works] if found.may_mark else []
    turns = steps(found.first, PAGE, found.count, lambda first: OpenOwed(class_id, first), t)
    text = fitting(head, lines, lambda count: t("list-more", count=count))
    return Screen("\n".join(text), [*buttons, turns, back_row(OpenClassDesk(class_id), t)])


def unconnected_screen(found: UnconnectedFamilies, t: Translator) -> Screen:
    """Whom to call, with the numbers the school has; each name leads to the family's codes."""
    class_id = found.head.class_id
    lines = [line for family in found.families for line in _unconnected(family, t)]
    head = [t("unconnected-title", name=found.head.name)]
    head += [t("unconnected-hint"), ""] if lines else [t("unconnected-none")]
    buttons = [Button(clip(f.pupil, NAME), OpenFamily(class_id, f.pupil_id).pack()) for f in found.families]
    slips = [Button(t.plain("families-slips"), AskSlips(class_id).pack())] if lines else []
    turns = steps(found.first, PAGE, found.count, lambda first: OpenUnconnected(class_id, first), t)
    text = fitting(head, lines, lambda count: t("list-more", count=count))
    return Screen("\n".join(text), [*in_rows(buttons, 2), slips, turns, back_row(OpenClassDesk(class_id), t)])


def no_consent_screen(found: ConsentsMissing, t: Translator) -> Screen:
    """Who is connected and sees nothing, and why; each name opens the person."""
    class_id = found.head.class_id
    lines = [_without(person, t) for person in found.people]
    head = [t("no-consent-title", name=found.head.name)]
    head += [t("no-consent-rule"), ""] if lines else [t("no-consent-none")]
    buttons = [
        Button(clip(p.name, NAME), OpenPerson(p.holder.kind, p.holder.id, class_id).pack()) for p in found.people
    ]
    turns = steps(found.first, PAGE, found.count, lambda first: OpenNoConsent(class_id, first), t)
    text = fitting(head, lines, lambda count: t("list-more", count=count))
    return Screen("\n".join(text), [*in_rows(buttons, 2), turns, back_row(OpenClassDesk(class_id), t)])


def unread_screen(found: UnreadOfClass, t: Translator) -> Screen:
    """By announcement, who has not acknowledged it; each opens the announcement, from where one reminds."""
    class_id = found.head.class_id
    shown = NAMES_SHOWN if len(found.announcements) <= FEW else FEW
    blocks = [_unread(one, shown, t) for one in found.announcements]
    head = [t("unread-title", name=found.head.name), t("unread-hint" if blocks else "unread-none")]
    buttons = [row for one in found.announcements for row in _unread_rows(found, one, t)]
    turns = steps(found.first, ANNOUNCEMENTS, found.count, lambda first: OpenUnread(class_id, first), t)
    text = fitting(head, [f"\n{block}" for block in blocks], lambda count: t("list-more", count=count))
    return Screen("\n".join(text), [*buttons, turns, back_row(OpenClassDesk(class_id), t)])


def _work(work: OwedWork, t: Translator) -> str:
    return t.plain("owed-work", subject=work.subject, kind=work.kind, day=work.day)


def _owed_label(work: OwedWork, t: Translator) -> str:
    return t.plain("owed-button", name=clip(work.pupil, NAME), subject=clip(work.subject, SUBJECT), day=work.day)


def _place(work: OwedWork) -> OpenPupilMarks:
    return OpenPupilMarks(work.lesson_id, work.pupil_id, work.kind_id)


def _unconnected(family: Unconnected, t: Translator) -> list[str]:
    named = t("unconnected-line", name=family.pupil, blocked="yes" if family.blocked else "no")
    guardians = [
        t("unconnected-guardian", name=name, kinship=kinship or "none", phone=phone or "none")
        for name, kinship, phone in family.guardians
    ]
    return [named, *(guardians or [t("unconnected-alone")])]


def _without(person: WithoutConsent, t: Translator) -> str:
    return t("no-consent-line", name=person.name, child=person.child or "none", answer=person.answer or "none")


def _unread(one: UnreadAnnouncement, shown: int, t: Translator) -> str:
    facts: dict[str, object] = {
        "words": _words(one, t),
        "published": one.published_on,
        "count": len(one.names),
        "reached": one.reached,
    }
    facts["reminded"] = "yes" if one.reached and not one.to_remind else "no"
    head = t("unread-head-until", **facts, ends=one.ends_on) if one.ends_on else t("unread-head", **facts)
    names = [t("unread-name", name=name, child=child or "none") for name, child in one.names[:shown]]
    if len(one.names) > shown:
        names.append(t("unread-more", count=len(one.names) - shown))
    return f"{head}\n{', '.join(names)}"


def _unread_rows(found: UnreadOfClass, one: UnreadAnnouncement, t: Translator) -> Rows:
    """The announcement, and for the class leader a reminder to whom it would reach today."""
    rows: Rows = [[Button(clip(_words(one, t), 40), OpenAnnouncement(one.id).pack())]]
    if found.head.led and one.to_remind:
        remind = RemindUnread(found.head.class_id, one.id, one.rev)
        rows.append([Button(t.plain("unread-remind", count=one.to_remind), remind.pack())])
    return rows


def _words(one: UnreadAnnouncement, t: Translator) -> str:
    return clip(" ".join(one.words.split()), WORDS) or t.plain("unread-file")
