"""The families of a class: who is connected, slips with codes."""

from collections.abc import Iterable
from dataclasses import replace

from bots.staff.screens.access import connections, consent_state, home_button, person_button
from bots.staff.screens.rows import in_rows
from core.access.cards import Member, Reach
from core.access.desk import FamilyPhones
from core.access.families import ClassFamilies, ClassLine, ClassList, Family
from core.access.slips import ClassSlips, SlipsOffer
from core.actions.access import AskSlips, MakeSlips, OpenClasses, OpenFamilies, OpenFamily, OpenWording
from core.actions.cards import OpenPupilCard
from core.actions.conversations import OpenFamilyOf
from core.actions.diary import OpenClassDesk
from core.actions.sessions import AskEndFamily, EndFamily
from core.terms import ConsentAnswer
from locales import Button, Screen, Translator

CLASSES_A_PAGE = 40
PUPILS_SHOWN = 90
NAMES_SHOWN = 12
NAMES_CHARS = 1200


def classes(listed: ClassList, page: int, t: Translator) -> Screen:
    """The classes to choose from, 40 a page."""
    pages = max(1, -(-len(listed.classes) // CLASSES_A_PAGE))
    page = min(page, pages - 1)
    shown = listed.classes[page * CLASSES_A_PAGE : (page + 1) * CLASSES_A_PAGE]
    rows = in_rows([_class_button(line, t) for line in shown], 3)
    back = [Button(f"‹ {page}", OpenClasses(page - 1).pack())] if page > 0 else []
    on = [Button(f"{page + 2} ›", OpenClasses(page + 1).pack())] if page + 1 < pages else []
    wording = [Button(t.plain("wording-open"), OpenWording().pack())] if listed.may_word else []
    title = "families-classes" if listed.classes else "families-classes-empty"
    return Screen(t(title), [*rows, [*back, *on], wording, [home_button(t)]])


def class_families(found: ClassFamilies, t: Translator) -> Screen:
    """How many are connected, who is out of reach, and a button for each pupil."""
    lines = [t("families-title", name=found.class_name)]
    lines += _summary(found, t) if found.families else [t("families-empty")]
    pupils = [_family_button(found.class_id, f, t) for f in found.families[:PUPILS_SHOWN]]
    slips = [Button(t.plain("families-slips"), AskSlips(found.class_id).pack())] if _prints(found) else []
    back = Button(t.plain("back"), (OpenClassDesk(found.class_id) if found.led else OpenClasses()).pack())
    return Screen("\n".join(lines), [*in_rows(pupils, 2), slips, [back, home_button(t)]])


def family(found: ClassFamilies, one: Family, t: Translator) -> Screen:
    """A pupil and the guardians: how each stands, and a button to each."""
    parts = [t("person-name", name=one.pupil.name) + "\n" + t("person-pupil") + "\n" + connections(one.pupil, t)]
    for guardian in one.guardians:
        kinship = t("family-kinship", kinship=guardian.kinship or t("person-guardian"))
        member = guardian.member
        head = f"{t('person-name', name=member.name)}\n{kinship}"
        parts.append(f"{head}\n{connections(member, t)}\n{consent_state(member.standing, t, answers=True)}")
    people = [[person_button(m, found.class_id, t)] for m in one.people]
    people.append([Button(t.plain("card-open"), OpenPupilCard(one.pupil.holder.id).pack())])
    if found.may_keep:
        people[-1].append(Button(t.plain("talk-family-open"), OpenFamilyOf(one.pupil.holder.id).pack()))
    if found.may_keep and sum(len(m.connections) for m in one.people) > 1:
        end = AskEndFamily(found.class_id, one.pupil.holder.id)
        people.append([Button(t.plain("family-end-open"), end.pack(), style="danger")])
    back = Button(t.plain("back"), OpenFamilies(found.class_id).pack())
    return Screen("\n\n".join(parts), [*people, [back, home_button(t)]])


def ask_end_family(phones: FamilyPhones, t: Translator) -> Screen:
    """One more tap before every phone of a family is cut off."""
    yes = Button(t.plain("person-revoke-yes"), EndFamily(phones.class_id, phones.pupil_id, phones.last).pack())
    no = Button(t.plain("cancel"), OpenFamily(phones.class_id, phones.pupil_id).pack())
    question = t("family-end-ask", names=_names(list(phones.connected)))
    return Screen(question, [[replace(yes, style="danger")], [no]])


def ask_slips(offer: SlipsOffer, t: Translator) -> Screen:
    """For whom to print, and how many that is."""
    rows = []
    if offer.missing:
        rows.append(_print(offer, offer.missing, "slips-missing", t, everybody=False))
    if offer.everybody > offer.missing:
        rows.append(_print(offer, offer.everybody, "slips-everybody", t, everybody=True))
    back = Button(t.plain("back"), OpenFamilies(offer.class_id).pack())
    text = t("slips-ask", name=offer.class_name)
    if not offer.missing:
        text += "\n\n" + t("slips-none" if offer.everybody else "families-empty")
    return Screen(text, [*rows, [back, home_button(t)]])


def slips_caption(sheet: ClassSlips, t: Translator) -> Screen:
    """Under the file."""
    return Screen(t("slips-caption", name=sheet.class_name, count=len(sheet.slips), expires=sheet.expires_at))


def _summary(found: ClassFamilies, t: Translator) -> list[str]:
    guardians = {g.member.holder: g.member for f in found.families for g in f.guardians}.values()
    pupils = [f.pupil for f in found.families]
    lines = [_count("families-guardians", guardians, t), _count("families-pupils", pupils, t)]
    alone = sum(f.reach is Reach.NONE for f in found.families)
    if alone:
        lines.append(t("families-unconnected", count=alone))
    silent = [g.name for g in guardians if g.connections and not _agreed(g)]
    blocked = [g.name for g in guardians if g.reach is Reach.UNREACHABLE]
    if silent:
        lines.append(f"{t('families-no-consent')} {t.data(_names(silent))}")
    if blocked:
        lines.append(f"{t('families-unreachable')} {t.data(_names(blocked))}")
    return [*lines, "", t("families-legend")]


def _count(key: str, people: Iterable[Member], t: Translator) -> str:
    reaches = [m.reach for m in people]
    return t(key, connected=sum(r is not Reach.NONE for r in reaches), total=len(reaches))


def _agreed(member: Member) -> bool:
    return member.standing is not None and member.standing.answer is ConsentAnswer.GIVEN


def _names(names: list[str]) -> str:
    shown = ", ".join(names[:NAMES_SHOWN])
    return shown[:NAMES_CHARS] + (" …" if len(names) > NAMES_SHOWN or len(shown) > NAMES_CHARS else "")


def _prints(found: ClassFamilies) -> bool:
    return found.may_keep and bool(found.families)


def _print(offer: SlipsOffer, count: int, key: str, t: Translator, *, everybody: bool) -> list[Button]:
    return [Button(t.plain(key, count=count), MakeSlips(offer.class_id, everybody, offer.seen).pack())]


def _class_button(line: ClassLine, t: Translator) -> Button:
    label = t.plain("families-class-label", name=line.name, connected=line.connected, total=line.total)
    return Button(label, OpenFamilies(line.id).pack())


def _family_button(class_id: int, one: Family, t: Translator) -> Button:
    label = f"{t.plain('member-mark', state=one.reach)} {one.name}"
    return Button(label[:40], OpenFamily(class_id, one.pupil.holder.id).pack())
