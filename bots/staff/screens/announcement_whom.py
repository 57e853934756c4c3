"""Whom an announcement is for: in words, and chosen part by part."""

from collections.abc import Callable, Sequence

from bots.shared.lines import clip
from bots.shared.quiet import marked
from bots.staff.screens.rows import back_row, in_rows, steps
from bots.staff.screens.today import class_names
from core.actions import Action
from core.actions.announcing import (
    ChooseAudience,
    ChooseAudiencePart,
    ChooseGroups,
    OpenDraft,
    Part,
    SetAudience,
    SetGroup,
)
from core.announcements.facts import Audience, Draft, Group, State, Unit
from core.terms import Role
from locales import Button, Screen, Translator
from locales.screen import Rows

AT_ONCE, CLASSES, GROUPS, NAMED, GROUP = 12, 40, 12, 12, 44


def audience_words(audience: Audience, t: Translator) -> str:
    """«родители 7А, 7Б; учителя», as data: the caller's sentence escapes it."""
    parts = []
    if audience.families and (audience.guardians or audience.pupils):
        who = "both" if audience.guardians and audience.pupils else "guardians" if audience.guardians else "pupils"
        parts.append(t.plain("whom-families", who=who, where=_where(audience, t)))
    if audience.all_staff:
        parts.append(t.plain("whom-all-staff"))
    else:
        parts += [t.plain("whom-role", role=role) for role in audience.roles]
        parts += [t.plain("whom-class-leaders")] if audience.class_leaders else []
    return "; ".join(parts) or t.plain("whom-nobody")


def _where(audience: Audience, t: Translator) -> str:
    if audience.everybody:
        return t.plain("whom-everybody")
    names = [
        *(t.plain("whom-grade", grade=grade) for grade in audience.grades),
        *(unit.name for unit in audience.classes),
        *(t.plain("whom-group", name=group_name(group, t)) for group in audience.groups),
    ]
    more = [t.plain("whom-more", count=len(names) - NAMED)] if len(names) > NAMED else []
    return ", ".join([*names[:NAMED], *more])


def group_name(group: Group, t: Translator) -> str:
    """«Английский язык, 7Б (гр. 1)»."""
    return clip(f"{group.subject}, {class_names(group.classes, group.name, t)}", GROUP)


def audience_screen(draft: Draft, t: Translator) -> Screen:
    """Parents, pupils or both; the classes when they are few; the ways to the other parts."""
    audience, may = draft.audience, draft.may
    rows: Rows = [
        [
            _choice(draft, Part.TO, "guardians", t.plain("whom-guardians"), on=audience.guardians),
            _choice(draft, Part.TO, "pupils", t.plain("whom-pupils"), on=audience.pupils),
        ]
    ]
    if len(_units(draft)) <= AT_ONCE:
        rows += in_rows(_classes(draft), 4)
    else:
        rows.append([_opener(draft, Part.CLASSES, len(audience.classes), t)])
    if may.groups or may.school or audience.groups:
        label = _counted("groups", len(audience.groups), t)
        rows.append([Button(label, ChooseGroups(draft.id).pack())])
    if may.school:
        rows += _school(draft, t)
    rows.append([Button(t.plain("whom-done"), OpenDraft(draft.id).pack(), style="primary")])
    text = "\n".join([t("whom-choose"), t("draft-whom", whom=audience_words(audience, t))])
    return Screen(text, [*rows, back_row(OpenDraft(draft.id), t)])


def chosen_screen(draft: Draft, part: Part, first: int, t: Translator) -> Screen:
    """The page on which a choice of this part stands."""
    few = part is Part.CLASSES and len(_units(draft)) <= AT_ONCE
    if draft.state is not State.DRAFT or few or part not in (Part.CLASSES, Part.GRADES, Part.ROLES):
        return audience_screen(draft, t)
    return part_screen(draft, part, first, t)


def part_screen(draft: Draft, part: Part, first: int, t: Translator) -> Screen:
    """All classes, grades or roles, those chosen with a sign."""
    if part is Part.CLASSES:
        rows = in_rows(_classes(draft, first)[first : first + CLASSES], 4)
        rows.append(steps(first, CLASSES, len(_units(draft)), _turned(draft, part), t))
    elif part is Part.GRADES:
        grades = [
            _choice(draft, part, str(n), t.plain("whom-grade-label", grade=n), on=n in draft.audience.grades)
            for n in draft.may.grades
        ]
        rows = in_rows(grades, 3)
    else:
        roles = [
            _choice(draft, part, role, t.plain("whom-role", role=role), on=role in draft.audience.roles)
            for role in Role
        ]
        rows = in_rows(roles, 2)
    return _within(draft, rows, t)


def groups_screen(draft: Draft, action: ChooseGroups, groups: Sequence[Group], t: Translator) -> Screen:
    """The groups of one class, or the author's own; who may write to the whole school chooses a class first."""
    if draft.may.school and action.class_id is None:
        return _group_classes(draft, action.first, t)
    if action.class_id is None:
        groups = [*groups, *(group for group in draft.audience.groups if group not in groups)]
    rows: Rows = [[_group(draft, group, action, t)] for group in groups[action.first : action.first + GROUPS]]
    if not groups:
        rows.append([Button(t.plain("whom-no-groups"), ChooseGroups(draft.id).pack())])
    rows.append(
        steps(action.first, GROUPS, len(groups), lambda first: ChooseGroups(draft.id, action.class_id, first), t)
    )
    return _within(draft, rows, t, ChooseGroups(draft.id) if action.class_id else None)


def _group_classes(draft: Draft, first: int, t: Translator) -> Screen:
    """Of which class are the groups? Those chosen can be taken out here."""
    chosen: Rows = [[_group(draft, group, ChooseGroups(draft.id), t)] for group in draft.audience.groups[:GROUPS]]
    classes = [
        Button(unit.name, ChooseGroups(draft.id, unit.id).pack()) for unit in draft.may.classes[first : first + CLASSES]
    ]
    rows = [*chosen, *in_rows(classes, 4)]
    rows.append(steps(first, CLASSES, len(draft.may.classes), lambda start: ChooseGroups(draft.id, None, start), t))
    return _within(draft, rows, t, key="whom-choose-class")


def _group(draft: Draft, group: Group, page: ChooseGroups, t: Translator) -> Button:
    on = group in draft.audience.groups
    pressed = SetGroup(draft.id, group.id, not on, draft.rev, page.class_id, page.first)
    return Button(marked(group_name(group, t), chosen=on), pressed.pack())


def _within(
    draft: Draft, rows: Rows, t: Translator, back: Action | None = None, key: str = "whom-choose-part"
) -> Screen:
    text = "\n".join([t(key), t("draft-whom", whom=audience_words(draft.audience, t))])
    return Screen(text, [*rows, back_row(back or ChooseAudience(draft.id), t)])


def _school(draft: Draft, t: Translator) -> Rows:
    audience = draft.audience
    return [
        [
            _opener(draft, Part.GRADES, len(audience.grades), t),
            _choice(draft, Part.EVERYBODY, "", t.plain("whom-whole-school"), on=audience.everybody),
        ],
        [
            _choice(draft, Part.ALL_STAFF, "", t.plain("whom-staff"), on=audience.all_staff),
            _opener(draft, Part.ROLES, len(audience.roles), t),
        ],
        [_choice(draft, Part.CLASS_LEADERS, "", t.plain("whom-leaders"), on=audience.class_leaders)],
    ]


def _classes(draft: Draft, first: int = 0) -> list[Button]:
    chosen = {unit.id for unit in draft.audience.classes}
    return [
        _choice(draft, Part.CLASSES, str(unit.id), unit.name, on=unit.id in chosen, first=first)
        for unit in _units(draft)
    ]


def _units(draft: Draft) -> list[Unit]:
    """The classes that may be chosen, and those that were and may not be any more: to be taken out."""
    return [*draft.may.classes, *(unit for unit in draft.audience.classes if unit not in draft.may.classes)]


def _opener(draft: Draft, part: Part, count: int, t: Translator) -> Button:
    return Button(_counted(part, count, t), ChooseAudiencePart(draft.id, part).pack())


def _counted(part: str, count: int, t: Translator) -> str:
    return t.plain(f"whom-part-{part}", count=count)


def _turned(draft: Draft, part: Part) -> Callable[[int], Action]:
    return lambda first: ChooseAudiencePart(draft.id, part, first)


def _choice(draft: Draft, part: Part, value: str, label: str, *, on: bool, first: int = 0) -> Button:
    """Pressed, it is the other way about."""
    return Button(marked(label, chosen=on), SetAudience(draft.id, part, value, not on, draft.rev, first).pack())
