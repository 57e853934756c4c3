"""Conversations of a family: the ways of this door, whom of the school to write to and about which child."""

from collections.abc import Sequence

from bots.family.screens.common import columns, home_button
from bots.shared.lines import clip
from bots.shared.talk_list import brief
from bots.shared.talk_ways import Ways, named
from core.actions.conversations import (
    ChooseChildToWrite,
    ComplainOfTalk,
    DraftAddressees,
    DropTalkDraft,
    FindTalk,
    GiveDraftToSchool,
    GiveTalkDraft,
    OpenAddressees,
    OpenTalk,
    OpenTalkDraft,
    OpenTalkMore,
    OpenTalks,
    SendTalkFile,
    ShowWholeTalk,
    WriteTalk,
    WriteTalkUrgently,
    WriteToSchool,
)
from core.actions.diary import OpenChildMenu, OpenChildTasks
from core.conversations.facts import Addressee, Addressees
from core.diary.children import Sibling
from core.terms import Office
from locales import Button, Screen, Translator
from locales.screen import Rows

NAME, SUBJECTS, ON_BUTTON, PEOPLE = 60, 3, 40, 40

WAYS = Ways(
    door="family",
    inbox=OpenTalks,
    open=OpenTalk,
    write=WriteTalk,
    urgent=WriteTalkUrgently,
    more=OpenTalkMore,
    whole=ShowWholeTalk,
    file=SendTalkFile,
    complain=ComplainOfTalk,
    find=FindTalk(),
    give=GiveTalkDraft,
    pick=OpenTalkDraft,
    drop=DropTalkDraft,
    home=home_button,
)


def inbox_tools(t: Translator) -> list[Button]:
    """«Написать»: about which child is asked next."""
    return [Button(t.plain("talk-write"), ChooseChildToWrite().pack())]


def write_button(pupil_id: int, t: Translator, lesson_id: int | None = None) -> Button:
    """«Написать учителю» from a page about a child; of a lesson its teacher comes first."""
    return Button(t.plain("talk-write-teacher"), OpenAddressees(pupil_id, lesson_id).pack())


def children_screen(children: Sequence[Sibling], t: Translator, draft: int | None = None) -> Screen:
    """About which child? With `draft`, the kept words go on."""

    def opens(pupil_id: int) -> str:
        return OpenAddressees(pupil_id).pack() if draft is None else DraftAddressees(draft, pupil_id).pack()

    buttons = [Button(clip(child.given_name, 30), opens(child.pupil_id)) for child in children]
    return Screen(t("talk-which-child"), [*columns(buttons), WAYS.back(t)])


def addressees_screen(found: Addressees, t: Translator, draft: int | None = None) -> Screen:
    """Teachers with what they teach, the class leader, the administration. With `draft`, a press says the words."""
    head = [t("talk-addressees-title", name=found.pupil, unit=found.class_name)]
    if found.lesson:
        head.append(t("talk-lesson", lesson=found.lesson))
    head += ["", t("talk-addressees-whom")]
    if any(not one.connected for one in found.people):
        head.append(t("talk-addressees-legend"))
    rows: Rows = [[_addressee(found, one, t, draft)] for one in found.people[:PEOPLE]]
    back = [Button(t.plain("back"), OpenChildMenu(found.pupil_id).pack()), home_button(t)]
    return Screen("\n".join(head), [*rows, WAYS.back(t) if draft is not None else back])


def _addressee(found: Addressees, one: Addressee, t: Translator, draft: int | None) -> Button:
    label = t.plain("talk-addressee", name=label_of(one, t), connected="yes" if one.connected else "no")
    if draft is not None:
        return Button(label, GiveDraftToSchool(draft, found.pupil_id, one.staff_id).pack())
    lesson = found.lesson_id if one.of_lesson else None
    return Button(label, WriteToSchool(found.pupil_id, one.staff_id, lesson).pack())


def label_of(one: Addressee, t: Translator) -> str:
    """«Петрова А. И. · Алгебра», «Классная А. И. · кл. рук., физика», «Администрация»."""
    if one.staff_id is None:
        return named(Office.ADMINISTRATION, t)
    what = ([t.plain("talk-class-leader-brief")] if one.leads else []) + list(one.subjects[:SUBJECTS])
    return clip(" · ".join(part for part in (brief(one.name), ", ".join(what)) if part), ON_BUTTON)


def school_question(found: Addressees, one: Addressee, t: Translator) -> str:
    """To whom and about which child: a parent of two is never left to guess."""
    office = one.staff_id is None
    name = t.plain("talk-to-administration") if office else clip(one.name, NAME)
    what = ([t.plain("talk-class-leader")] if one.leads else []) + list(one.subjects[:SUBJECTS])
    whom = f"{name} ({', '.join(what)})" if what else name
    lines = [t("talk-ask-school", name=whom, about=f"{found.pupil}, {found.class_name}")]
    if not one.connected and not office:
        lines.append(t("talk-side-unconnected", name=name))
    return "\n".join([*lines, t("talk-ask-what")])


def draft_ways(draft: int, t: Translator, *, pupil: int | None) -> Rows:
    """Where else a draft may go; `pupil`: the account's own id, for a pupil may have meant an answer to a task."""
    rows: Rows = [[Button(t.plain("talk-draft-school"), DraftAddressees(draft).pack())]]
    if pupil is not None:
        rows.append([Button(t.plain("talk-draft-task"), OpenChildTasks(pupil).pack())])
    return rows
