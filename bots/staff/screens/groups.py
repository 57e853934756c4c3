"""The groups of a subject: who is in which, and moving a pupil."""

from bots.shared.lines import fitting
from bots.staff.screens.home import home_button
from bots.staff.screens.rows import in_rows, steps
from core.actions.journal import MoveToGroup, OpenClassJournals, OpenGroupFrom, OpenGroupPupil
from core.actions.page import OpenGroup, OpenJournal
from core.groups.page import Group, GroupPage, GroupPupil
from locales import Button, Screen, Translator
from locales.screen import Rows

COLUMNS = 2
PUPILS = 72
TABS = 3
LABEL = 48


def group_screen(page: GroupPage, first: int, t: Translator) -> Screen:
    """All pupils as buttons for those who may move them; else the names of the group that was opened."""
    back = [_back(page, t), home_button(t)]
    title = t("groups-title", classes=", ".join(page.classes), subject=page.subject)
    chosen = page.group(page.chosen)
    if chosen is None:
        return Screen(f"{title}\n{t('groups-whole')}", [back])
    rows = _tabs(page, t)
    movable = [pupil for pupil in page.pupils if pupil.may_move]
    lines = [title, *_sizes(page, t)]
    if not movable:
        return Screen("\n".join(fitting(lines, _members(page, t), lambda n: t("list-more", count=n))), [*rows, back])
    lines += ["", t("groups-hint", name=chosen.name), t(f"groups-rule-{page.rule}", regulation=page.regulation)]
    buttons = [_pupil_button(page, pupil, chosen, t) for pupil in movable[first : first + PUPILS]]
    rows += in_rows(buttons, COLUMNS)
    rows.append(steps(first, PUPILS, len(movable), lambda start: OpenGroupFrom(page.chosen, start), t))
    return Screen("\n".join(lines), [*rows, back])


def pupil_screen(page: GroupPage, pupil: GroupPupil, t: Translator) -> Screen:
    """Where the pupil is, and from which day the pupil may be elsewhere."""
    rows: Rows = []
    for target in page.targets(pupil):
        if target.load_id != pupil.load_id or pupil.planned_from is not None:
            rows += _move(page, pupil, target, t)
    if pupil.load_id is not None:
        rows += _move(page, pupil, None, t)
    rows.append([Button(t.plain("groups-back"), OpenGroup(page.chosen).pack()), home_button(t)])
    lines = _standing(page, pupil, t)
    if pupil.load_id is not None and page.day_of_move(pupil, None) is None:
        lines.append(t("groups-no-moves", regulation=page.regulation))
    return Screen("\n".join(lines), rows)


def moved_toast(page: GroupPage, pupil_id: int, t: Translator) -> str:
    """What the press did, or what it met."""
    if page.note:
        return t.plain(f"groups-note-{page.note}")
    pupil = page.pupil(pupil_id)
    if pupil is None:
        return ""
    load, day = (pupil.planned, pupil.planned_from) if pupil.planned_from else (pupil.load_id, pupil.since)
    group = page.group(load)
    if group is None:
        return t.plain("groups-note-left", name=pupil.name, day=day or page.today)
    return t.plain("groups-note-moved", name=pupil.name, group=group.name, day=day)


def _back(page: GroupPage, t: Translator) -> Button:
    if page.opens:
        return Button(t.plain("journal-page-back"), OpenJournal(page.chosen).pack())
    return Button(t.plain("back"), OpenClassJournals(page.class_ids[0]).pack())


def _tabs(page: GroupPage, t: Translator) -> Rows:
    buttons = [
        Button(
            t.plain("groups-tab-chosen" if group.load_id == page.chosen else "groups-tab", name=group.name),
            OpenGroup(group.load_id).pack(),
        )
        for group in page.groups
    ]
    return in_rows(buttons, TABS)


def _sizes(page: GroupPage, t: Translator) -> list[str]:
    lines = [
        t(
            "groups-group-chosen" if group.load_id == page.chosen else "groups-group",
            name=group.name,
            teacher=group.teacher,
            size=page.size(group.load_id),
        )
        for group in page.groups
    ]
    without = sum(1 for pupil in page.pupils if pupil.load_id is None)
    return [*lines, t("groups-without", count=without)] if without else lines


def _members(page: GroupPage, t: Translator) -> list[str]:
    members = [pupil for pupil in page.pupils if pupil.load_id == page.chosen]
    return ["", *(_member(page, pupil, t) for pupil in members)] if members else ["", t("groups-nobody")]


def _member(page: GroupPage, pupil: GroupPupil, t: Translator) -> str:
    name = _name(page, pupil, t)
    if pupil.planned_from is None:
        return t("groups-member-line", name=name)
    group = page.group(pupil.planned)
    if group is None:
        return t("groups-leaving-line", name=name, day=pupil.planned_from)
    return t("groups-planned-line", name=name, day=pupil.planned_from, group=group.name)


def _pupil_button(page: GroupPage, pupil: GroupPupil, chosen: Group, t: Translator) -> Button:
    """«+» writes at once a pupil who is in no group yet; any other opens the pupil's card."""
    name = _name(page, pupil, t)
    day = page.day_of_move(pupil, chosen)
    if pupil.load_id is None and pupil.planned_from is None and day and pupil.class_id in chosen.class_ids:
        label, action = t.plain("groups-add", name=name), _press(page, pupil, chosen.load_id)
        return Button(label[:LABEL], action)
    group = page.group(pupil.load_id)
    if pupil.load_id == page.chosen:
        label = t.plain("groups-member", name=name)
    else:
        label = t.plain("groups-other", name=name, group=group.name) if group else name
    return Button(label[:LABEL], OpenGroupPupil(page.chosen, pupil.pupil_id).pack())


def _move(page: GroupPage, pupil: GroupPupil, target: Group | None, t: Translator) -> Rows:
    day = page.day_of_move(pupil, target)
    if day is None:
        return []
    if target is None:
        label = t.plain("groups-leave", day=day)
    elif target.load_id == pupil.load_id:
        label = t.plain("groups-stay", group=target.name)
    else:
        label = t.plain("groups-move", group=target.name, day=day)
    return [[Button(label, _press(page, pupil, target.load_id if target else None))]]


def _press(page: GroupPage, pupil: GroupPupil, target: int | None) -> str:
    day = page.day_of_move(pupil, page.group(target)) or page.today
    return MoveToGroup(page.chosen, pupil.pupil_id, target, day, pupil.seen).pack()


def _standing(page: GroupPage, pupil: GroupPupil, t: Translator) -> list[str]:
    lines = [t("groups-pupil-title", **{"name": pupil.name, "class": pupil.class_name}), ""]
    group = page.group(pupil.load_id)
    if group is None:
        lines.append(t("groups-pupil-none", subject=page.subject))
    else:
        facts = {"subject": page.subject, "group": group.name, "teacher": group.teacher, "since": pupil.since}
        lines.append(t("groups-pupil-now", **facts))
    if pupil.planned_from is not None:
        planned = page.group(pupil.planned)
        if planned:
            lines.append(t("groups-pupil-planned", day=pupil.planned_from, group=planned.name))
        else:
            lines.append(t("groups-pupil-leaving", day=pupil.planned_from))
    return [*lines, t(f"groups-rule-{page.rule}", regulation=page.regulation)]


def _name(page: GroupPage, pupil: GroupPupil, t: Translator) -> str:
    if len(page.classes) == 1:
        return pupil.name
    return t.plain("groups-name-of-class", **{"name": pupil.name, "class": pupil.class_name})
