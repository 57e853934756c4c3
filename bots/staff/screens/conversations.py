"""Conversations of the staff: the ways of this door, whom of a family or of the school to write to."""

from bots.shared.lines import clip
from bots.shared.talk_ways import Ways
from bots.staff.screens.home import home_button
from bots.staff.screens.rows import in_rows, steps
from core.actions.conversations import (
    ChooseFamilies,
    ComplainOfConversation,
    DropDraft,
    FindColleague,
    FindConversation,
    FindFamily,
    GiveDraft,
    OpenColleagues,
    OpenConversation,
    OpenConversationMore,
    OpenDraft,
    OpenFamilyOf,
    OpenInbox,
    SendConversationFile,
    ShowWhole,
    WriteMessage,
    WriteToColleague,
    WriteToFamilies,
    WriteToFamily,
    WriteToLeader,
    WriteUrgently,
)
from core.actions.helping import MakeCommonAnswer, PassQuestionOn
from core.actions.talk_tools import (
    ChooseMute,
    ChooseSuccessor,
    ConfirmHandingOver,
    FindSuccessor,
    OpenComplaint,
    OpenTalkTools,
)
from core.conversations.choosing import ClassFamilies
from core.conversations.facts import Colleague, FamilyPeople, FamilyPerson, FoundPupil, Talk
from core.terms import Topic
from locales import Button, Screen, Translator
from locales.screen import Rows

NAME, ON_BUTTON, PUPIL, COLLEAGUES = 60, 38, 20, 8

WAYS = Ways(
    door="staff",
    inbox=OpenInbox,
    open=OpenConversation,
    write=WriteMessage,
    urgent=WriteUrgently,
    more=OpenConversationMore,
    whole=ShowWhole,
    file=SendConversationFile,
    complain=ComplainOfConversation,
    find=FindConversation(),
    give=GiveDraft,
    pick=OpenDraft,
    drop=DropDraft,
    home=home_button,
)


def inbox_tools(t: Translator) -> list[Button]:
    """What else there is under the list."""
    return [
        Button(t.plain("talk-to-family"), FindFamily().pack()),
        Button(t.plain("talk-colleague"), OpenColleagues().pack()),
        Button(t.plain("talk-tools"), OpenTalkTools().pack()),
    ]


def pupils_screen(people: tuple[FoundPupil, ...], count: int, words: str, t: Translator) -> Screen:
    """Pupils whom the words name; each leads to the family."""
    head = [t("talk-colleagues-found", words=clip(words, NAME), count=count)]
    if count > len(people):
        head.append(t("talk-found-more", count=count - len(people)))
    rows: Rows = [[_pupil(one, t)] for one in people]
    return Screen("\n".join(head), [*rows, [Button(t.plain("talk-find-again"), FindFamily().pack())], WAYS.back(t)])


def _pupil(one: FoundPupil, t: Translator) -> Button:
    label = t.plain("talk-pupil-name", name=clip(one.name, NAME), unit=one.class_name)
    return Button(clip(label, ON_BUTTON), OpenFamilyOf(one.pupil_id).pack())


def family_screen(found: FamilyPeople, t: Translator) -> Screen:
    """Each guardian, all parents, the pupil, all of them."""
    head = [t("talk-family-title", name=found.pupil, unit=found.class_name)]
    if found.lesson:
        head.append(t("talk-lesson", lesson=found.lesson))
    guardians = [one for one in found.people if one.guardian_id is not None]
    child = any(one.guardian_id is None for one in found.people)
    rows: Rows = [[_person(found, one, t)] for one in found.people]
    if len(guardians) > 1:
        rows.append([_to(found, t.plain("talk-family-parents", count=len(guardians)), parents=True)])
    if guardians and child:
        rows.append([_to(found, t.plain("talk-family-all"), parents=True, child=True)])
    head += ["", t("talk-family-whom" if found.people else "talk-family-nobody")]
    if any(not one.connected for one in found.people):
        head.append(t("talk-family-legend"))
    return Screen("\n".join(head), [*rows, WAYS.back(t)])


def _person(found: FamilyPeople, one: FamilyPerson, t: Translator) -> Button:
    key = "talk-family-person" if one.guardian_id is not None else "talk-family-pupil"
    label = t.plain(key, name=clip(one.name, 26), what=one.what, connected="yes" if one.connected else "no")
    child, lesson = one.guardian_id is None, found.lesson_id
    action = WriteToFamily(found.pupil_id, one.guardian_id, parents=False, child=child, lesson=lesson)
    return Button(clip(label, ON_BUTTON), action.pack())


def _to(found: FamilyPeople, label: str, *, parents: bool, child: bool = False) -> Button:
    action = WriteToFamily(found.pupil_id, None, parents=parents, child=child, lesson=found.lesson_id)
    return Button(label, action.pack())


def family_question(found: FamilyPeople, action: WriteToFamily, t: Translator) -> str:
    """To whom the words go, by name, and about whom."""
    people = addressed(found, action)
    lines = [t("talk-ask-family", names=", ".join(clip(p.name, NAME) for p in people[:4]), about=found.pupil)]
    lines += [t("talk-side-unconnected", name=clip(p.name, NAME)) for p in people[:4] if not p.connected]
    return "\n".join([*lines, t("talk-ask-what")])


def addressed(found: FamilyPeople, action: WriteToFamily) -> list[FamilyPerson]:
    """Those of the family whom the action names."""
    return [
        one
        for one in found.people
        if (action.child if one.guardian_id is None else action.parents or one.guardian_id == action.guardian)
    ]


def choose_screen(found: ClassFamilies, bits: str, t: Translator, *, changed: bool = False) -> Screen:
    """The class list to tick; each press carries the whole choice."""
    chosen = int(bits or "0", 16)
    parts = [t("talk-choose", name=found.name), t("talk-choose-count", count=chosen.bit_count())]
    if changed:
        parts.insert(0, t("talk-choose-changed"))
    buttons = [
        Button(
            t.plain("talk-choose-name", name=clip(name, PUPIL), chosen="yes" if chosen >> place & 1 else "no"),
            _chosen(found, chosen ^ (1 << place)).pack(),
        )
        for place, (_, name) in enumerate(found.pupils)
    ]
    everybody = (1 << len(found.pupils)) - 1
    whole = 0 if chosen == everybody else everybody
    rows = in_rows(buttons, 2)
    if found.pupils:
        label = t.plain("talk-choose-none" if chosen == everybody else "talk-choose-all")
        rows.append([Button(label, _chosen(found, whole).pack())])
    if chosen:
        write = WriteToFamilies(found.class_id, f"{chosen:x}", found.seen)
        rows.append([Button(t.plain("talk-choose-write", count=chosen.bit_count()), write.pack(), style="primary")])
    if found.led:
        rows.append([Button(t.plain("talk-to-leader"), WriteToLeader(found.class_id).pack())])
    return Screen("\n\n".join(parts), [*rows, WAYS.back(t)])


def _chosen(found: ClassFamilies, chosen: int) -> ChooseFamilies:
    return ChooseFamilies(found.class_id, f"{chosen:x}" if chosen else "", found.seen)


def colleagues_screen(people: tuple[Colleague, ...], first: int, count: int, t: Translator, words: str = "") -> Screen:
    """Colleagues by name; `words`: what was searched for."""
    text = t("talk-colleagues-found", words=clip(words, NAME), count=count) if words else t("talk-colleagues")
    rows: Rows = [[Button(_colleague(one, t), WriteToColleague(one.staff_id).pack())] for one in people]
    turns = [] if words else steps(first, COLLEAGUES, count, OpenColleagues, t)
    find = [Button(t.plain("talk-find-surname"), FindColleague().pack())]
    return Screen(text, [*rows, turns, find, WAYS.back(t)])


def _colleague(one: Colleague, t: Translator) -> str:
    name = ", ".join(part for part in (one.name, one.position) if part)
    return clip(t.plain("talk-colleague-name", name=name, connected="yes" if one.connected else "no"), ON_BUTTON)


def successor_screen(
    staff_id: int, people: tuple[Colleague, ...], first: int, count: int, t: Translator, words: str = ""
) -> Screen:
    """To whom the conversations go."""
    text = t("talk-colleagues-found", words=clip(words, NAME), count=count) if words else t("talk-hand-to")
    rows: Rows = [
        [Button(_colleague(one, t), ConfirmHandingOver(staff_id, one.staff_id).pack())]
        for one in people
        if one.staff_id != staff_id
    ]
    turns = [] if words else steps(first, COLLEAGUES, count, lambda start: ChooseSuccessor(staff_id, start), t)
    find = [Button(t.plain("talk-find-surname"), FindSuccessor(staff_id).pack())]
    return Screen(text, [*rows, turns, find, WAYS.back(t)])


def complaint_tools(talk: Talk, t: Translator) -> Rows:
    """For who reads it on a complaint."""
    if talk.why_not != "watching" or talk.complaint_id is None:
        return []
    return [[Button(t.plain("talk-complaint-open"), OpenComplaint(talk.complaint_id).pack())]]


def more_tools(talk: Talk, t: Translator) -> Rows:
    """What a call for help needs, the silences this person may impose, and another word to the family."""
    rows: Rows = _help_tools(talk, t)
    rows += [
        [
            Button(
                t.plain("talk-mute", name=clip(side.name, 24)),
                ChooseMute(side.kind, side.person_id, talk.id).pack(),
            )
        ]
        for side in talk.sides
        if side.participant in talk.may_mute and side.person_id is not None and side.muted_until is None
    ]
    if talk.pupil_id is not None and talk.mine:
        rows.append([Button(t.plain("talk-family-open"), OpenFamilyOf(talk.pupil_id).pack())])
    return rows


def _help_tools(talk: Talk, t: Translator) -> Rows:
    """A class leader passes the question on; an administrator makes the answer a common one."""
    if talk.topic is not Topic.HELP or not talk.mine:
        return []
    offices = [side for side in talk.sides if side.kind == "office"]
    if any(side.mine for side in offices):
        return [[Button(t.plain("answer-make"), MakeCommonAnswer(talk.id).pack())]]
    if not offices and talk.pupil_id is not None:
        return [[Button(t.plain("help-pass-on"), PassQuestionOn(talk.id).pack())]]
    return []
