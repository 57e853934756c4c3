"""Who looks into the diary: a class's families by their last look, the school's shares by class."""

from collections.abc import Iterable

from bots.shared.lines import fitting
from bots.staff.screens.home import home_button
from bots.staff.screens.rows import back_row, in_rows, steps
from core.actions.access import OpenFamilies
from core.actions.diary import OpenClassDesk, OpenUse
from core.actions.use import OpenSchoolUse, UseSpan
from core.rules.use import Look, percent
from core.use.reading import ClassShare, ClassUse, FamilyUse, SchoolUse, Share
from locales import Button, Screen, Translator

CLASSES = 42


def class_screen(found: ClassUse, t: Translator) -> Screen:
    """The families who do not look first, each with the last looks; then those who do."""
    head = [t("use-class-title", name=found.name)]
    if found.families:
        guardians, pupils = _share(found.guardians, t), _share(found.pupils, t)
        head += [t("use-class-week", guardians=guardians, pupils=pupils), t("use-issued")]
    groups = [(look, [one for one in found.families if one.look is look]) for look in Look]
    lines = [line for look, families in groups for line in _group(look, families, t)] or [t("use-nobody")]
    text = fitting(head, lines, lambda count: t("use-more", count=count))
    to = OpenClassDesk(found.class_id) if found.desk else OpenSchoolUse()
    whole = [] if found.led else [Button(t.plain("use-all-classes"), OpenSchoolUse().pack())]
    families = Button(t.plain("use-families"), OpenFamilies(found.class_id).pack())
    return Screen("\n".join(text), [[families, *whole], back_row(to, t)])


def school_screen(found: SchoolUse, page: int, t: Translator) -> Screen:
    """Guardians, pupils and staff in the span; a line and a button a class."""
    lines = [
        t(f"use-school-{found.span.name.lower()}"),
        t("use-school-day" if found.first == found.last else "use-school-days", first=found.first, last=found.last),
        t("use-school-guardians", share=_share(found.guardians, t)),
        t("use-school-pupils", share=_share(found.pupils, t)),
        t("use-school-staff", share=_share(found.staff, t)),
        t("use-issued"),
        "",
    ]
    first = min(page, max(0, len(found.classes) - 1) // CLASSES) * CLASSES
    shown = found.classes[first : first + CLASSES]
    lines += [_class_line(one, t) for one in shown if _issued(one)]
    bare = [one.name for one in shown if not _issued(one)]
    if bare:
        lines.append(t("use-school-bare", names=", ".join(bare)))
    buttons = [Button(one.name, OpenUse(one.class_id).pack()) for one in shown]
    turns = steps(first, CLASSES, len(found.classes), lambda start: OpenSchoolUse(found.span, start // CLASSES), t)
    return Screen("\n".join(lines), [_spans(found.span, t), *in_rows(buttons, 6), turns, [home_button(t)]])


def _issued(one: ClassShare) -> bool:
    """Whether anybody of the class has access."""
    return bool(one.guardians.issued or one.pupils.issued)


def _class_line(one: ClassShare, t: Translator) -> str:
    """The shares of those who have access."""
    key = "use-school-line" if one.pupils.issued else "use-school-line-guardians"
    return t(key, name=one.name, guardians=_share(one.guardians, t), pupils=_share(one.pupils, t))


def _spans(chosen: UseSpan, t: Translator) -> list[Button]:
    others = [span for span in UseSpan if span is not chosen]
    return [Button(t.plain(f"use-span-{span.name.lower()}"), OpenSchoolUse(span).pack()) for span in others]


def _group(look: Look, families: Iterable[FamilyUse], t: Translator) -> list[str]:
    lines = [_family(one, t) for one in families]
    return ["", t(f"use-{look}", count=len(lines)), *lines] if lines else []


def _family(one: FamilyUse, t: Translator) -> str:
    said = []
    if one.guardians_on is not None:
        said.append(t.plain("use-guardians-on", day=one.guardians_on))
    if one.pupil_on is not None:
        said.append(t.plain("use-pupil-on", day=one.pupil_on))
    return t("use-family-seen" if said else "use-family", name=one.name, said=", ".join(said))


def _share(share: Share, t: Translator) -> str:
    part = percent(share.looked, share.issued)
    if part is None:
        return t.plain("use-share-none")
    return t.plain("use-share", looked=share.looked, issued=share.issued, percent=part)
