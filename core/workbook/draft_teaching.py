"""Teaching loads, groups, the timetable and course plans."""

from dataclasses import replace
from typing import Any

from core.rules.folding import name_key
from core.rules.plan_merge import OldLine, merge, topic_key
from core.workbook.draft import Draft, DraftLoad, DraftSlot, PlanChanges
from core.workbook.draft_people import find_staff, near_staff, unknowable
from core.workbook.faults import FactValue, FaultCode, Findings
from core.workbook.reading import nearest
from core.workbook.rows import LoadRow, PlanRow, Row, SlotRow
from core.workbook.sheet import Sheet
from core.workbook.stored import KeptLine, PlanKey

KEPT_CHARS = 120


def draft_loads(draft: Draft, findings: Findings) -> None:
    """Loads: a file's row is the stored load that covers one of its classes in that subject and group.

    Loads are never taken away (their pages may carry entries); one whose every class went over to another
    stays without classes.
    """
    sheet = draft.book.loads
    draft.loads = [
        DraftLoad(k.class_keys, k.subject, k.group, k.teacher, k.hours, id=k.id) for k in draft.stored.loads.values()
    ]
    draft.places = {
        (c, load.subject, name_key(load.group)): index
        for index, load in enumerate(draft.loads)
        for c in load.class_keys
    }
    draft.loads_lost = [(frozenset(v.get("class_keys", ())), v.get("subject", "")) for v in sheet.lost]
    taken: dict[tuple[str, str, str], int] = {}
    claimed: set[int] = set()
    for row in sheet.rows:
        known = _known_load(draft, row, findings)
        if known is None:
            draft.loads_lost.append((frozenset(row.class_keys), row.subject))
            continue
        places = [(c, known.subject, name_key(known.group)) for c in known.class_keys]
        first = next((taken[p] for p in places if p in taken), None)
        if first is not None:
            code = FaultCode.REPEATED_ROW if len(places) == 1 else FaultCode.CLASS_IN_TWO_LOADS
            findings.fault(sheet.fault(row.at, "class_keys", code, first=first))
            continue
        taken.update(dict.fromkeys(places, row.at))
        _claim(draft, known, places, claimed)


def _known_load(draft: Draft, row: LoadRow, findings: Findings) -> LoadRow | None:
    """The row with its references found; None when one of them is at fault."""
    sheet = draft.book.loads
    classes = check_classes(draft, sheet, row, row.class_keys, "class_keys", findings)
    subject = check_subject(draft, sheet, row, row.subject, findings)
    teacher = find_staff(draft, row.teacher)
    if teacher not in draft.staff.state and not unknowable(draft.book.staff, teacher):
        findings.fault(sheet.fault(row.at, "teacher", FaultCode.UNKNOWN_STAFF, near_staff(draft, row.teacher)))
        return None
    if not classes or subject is None:
        return None
    person = draft.staff.state.get(teacher)
    if person is not None and person.dismissed and person.dismissed < draft.today:
        findings.warn(sheet.fault(row.at, "teacher", FaultCode.STAFF_DISMISSED, on=person.dismissed))
    return replace(row, subject=subject, teacher=teacher)


def _claim(draft: Draft, row: LoadRow, places: list[tuple[str, str, str]], claimed: set[int]) -> None:
    index = next((draft.places[p] for p in places if p in draft.places and draft.places[p] not in claimed), None)
    if index is None:
        draft.loads.append(DraftLoad((), row.subject, row.group, row.teacher, row.hours))
        index = len(draft.loads) - 1
    claimed.add(index)
    for place in places:
        other = draft.places.get(place)
        if other is not None and other != index:
            rest = tuple(c for c in draft.loads[other].class_keys if c != place[0])
            draft.loads[other].class_keys = rest
        draft.places[place] = index
    load = draft.loads[index]
    for gone in set(load.class_keys) - set(row.class_keys):
        draft.places.pop((gone, row.subject, name_key(row.group)), None)
    load.class_keys, load.teacher, load.hours, load.at = row.class_keys, row.teacher, row.hours, row.at
    load.group = row.group


def draft_slots(draft: Draft, findings: Findings) -> None:
    """The timetable. A class named in the sheet is told whole: its other slots go; other classes keep theirs."""
    sheet = draft.book.timetable
    named = {c for row in sheet.rows for c in row.class_keys}
    stored: dict[tuple[int, object], tuple[int, SlotRow]] = {}
    index_of = {load.id: n for n, load in enumerate(draft.loads) if load.id is not None}
    for slot_id, (load_id, row) in draft.stored.slots.items():
        index = index_of[load_id]
        if draft.loads[index].class_keys and named.isdisjoint({*row.class_keys, *draft.loads[index].class_keys}):
            draft.slots.append(DraftSlot(index, row, slot_id))
        else:
            stored[(index, _slot_key(row))] = (slot_id, row)
    fresh: dict[tuple[int, object], SlotRow] = {}
    for row in sheet.rows:
        for index in _loads_of_slot(draft, row, findings):
            first = fresh.setdefault((index, _slot_key(row)), row)
            if first is not row and not set(first.class_keys).isdisjoint(row.class_keys):
                findings.fault(sheet.fault(row.at, "lesson_no", FaultCode.REPEATED_ROW, first=first.at))
    for (index, key), row in fresh.items():
        draft.slots.append(
            _slot(index, replace(row, class_keys=draft.loads[index].class_keys), stored.pop((index, key), None))
        )
    draft.slots_removed = dict(stored.values())


def _slot(load: int, row: SlotRow, kept: tuple[int, SlotRow] | None) -> DraftSlot:
    if kept is None:
        return DraftSlot(load, row)
    slot_id, before = kept
    after = replace(row.over(before), class_keys=row.class_keys)
    return DraftSlot(load, after, slot_id, (after.room, after.valid_to) != (before.room, before.valid_to))


def _slot_key(row: SlotRow) -> tuple[object, ...]:
    return (row.weekday, row.lesson_no, row.parity, row.valid_from)


def _loads_of_slot(draft: Draft, row: SlotRow, findings: Findings) -> set[int]:
    """The loads that give this slot (one, unless the row joins classes that are not one group)."""
    sheet = draft.book.timetable
    classes = check_classes(draft, sheet, row, row.class_keys, "class_keys", findings)
    subject = check_subject(draft, sheet, row, row.subject, findings)
    if row.valid_from and row.valid_to and row.valid_from > row.valid_to:
        findings.fault(sheet.fault(row.at, "valid_to", FaultCode.ENDS_BEFORE_STARTS))
    if subject is None:
        return set()
    found = {draft.places.get((c, subject, name_key(row.group))) for c in classes}
    if None in found:
        without_load(draft, sheet, row, (classes, subject, row.group), FaultCode.LESSON_WITHOUT_LOAD, findings)
    return {index for index in found if index is not None}


def without_load(
    draft: Draft,
    sheet: Sheet[Any],
    row: Row,
    place: tuple[list[str], str, str],
    code: FaultCode,
    findings: Findings,
) -> None:
    """A row that no load stands behind; points at the group when the subject is taught there under other groups."""
    classes, subject, group = place
    if draft.book.loads.unreadable or any(_may_be(lost, classes, subject) for lost in draft.loads_lost):
        return
    groups = [load.group for load in draft.loads if load.subject == subject and set(load.class_keys) & set(classes)]
    if groups:
        named = [g for g in groups if g]
        near = nearest(group, named) if group else "; ".join(sorted(named))
        forgotten = code is FaultCode.LESSON_WITHOUT_LOAD and not group
        findings.fault(sheet.fault(row.at, "group", FaultCode.LESSON_WITHOUT_GROUP if forgotten else code, near))
        return
    taught = {load.subject for load in draft.loads if set(load.class_keys) & set(classes)}
    near = nearest(draft.subject_name(subject), [draft.subject_name(s) for s in taught])
    findings.fault(sheet.fault(row.at, "subject", code, near))


def _may_be(lost: tuple[frozenset[str], str], classes: list[str], subject: str) -> bool:
    """Whether a load's row that could not be read may have been the one looked for."""
    return (not lost[0] or not lost[0].isdisjoint(classes)) and lost[1] in ("", subject)


def check_classes(
    draft: Draft, sheet: Sheet[Any], row: Row, keys: tuple[str, ...], field: str, findings: Findings
) -> list[str]:
    """Those of the classes that exist; the others are faults."""
    for key in keys:
        if key not in draft.classes.state and not unknowable(draft.book.classes, key):
            near = nearest(key, [c.name for c in draft.classes.state.values()])
            findings.fault(sheet.fault(row.at, field, FaultCode.UNKNOWN_CLASS, near))
    return [key for key in keys if key in draft.classes.state]


def check_subject(draft: Draft, sheet: Sheet[Any], row: Row, key: str, findings: Findings) -> str | None:
    """The subject's key, also by its short name; an unknown one is a fault."""
    found = draft.subject_names.get(key)
    if found is None and not unknowable(draft.book.subjects, key):
        near = nearest(key, [s.name for s in draft.subjects.state.values()])
        findings.fault(sheet.fault(row.at, "subject", FaultCode.UNKNOWN_SUBJECT, near))
    return found


def draft_plans(draft: Draft, findings: Findings) -> None:
    """Course plans: each plan named in the sheet is told whole, plans not named stay."""
    sheet = draft.book.plans
    named: dict[PlanKey, dict[int, PlanRow]] = {}
    for row in sheet.rows:
        key = _plan_key(draft, row, findings)
        if key is None:
            continue
        first = named.setdefault(key, {}).setdefault(row.number, row)
        if first is not row:
            findings.fault(sheet.fault(row.at, "number", FaultCode.REPEATED_ROW, first=first.at))
    for key, lines in named.items():
        changes = draft.plans[key] = _plan_changes(draft, key, lines)
        if changes.kept:
            place = draft.class_name(key[0]) if key[0] else str(key[1])
            facts: dict[str, FactValue] = {
                "count": len(changes.kept),
                "place": place,
                "subject": draft.subject_name(key[2]),
            }
            topic = changes.kept[0][:KEPT_CHARS]
            findings.warn(sheet.fault(changes.last_row, "topic", FaultCode.PLAN_LINES_KEPT, "", first=topic, **facts))


def _plan_key(draft: Draft, row: PlanRow, findings: Findings) -> PlanKey | None:
    sheet = draft.book.plans
    if bool(row.class_key) == (row.grade_level is not None):
        findings.fault(sheet.fault(row.at, "class_key", FaultCode.CLASS_OR_GRADE))
        return None
    classes = (row.class_key,) if row.class_key else ()
    found = check_classes(draft, sheet, row, classes, "class_key", findings)
    subject = check_subject(draft, sheet, row, row.subject, findings)
    if subject is None or len(found) != len(classes):
        return None
    return (row.class_key, row.grade_level, subject, name_key(row.group))


def _plan_changes(draft: Draft, key: PlanKey, lines: dict[int, PlanRow]) -> PlanChanges:
    kept = draft.stored.plans.get(key)
    changes = PlanChanges(kept.id if kept else None, last_row=max(row.at for row in lines.values()))
    before = kept.lines if kept else {}
    if any(line.delivered for line in before.values()):
        return _laid_over(changes, before, lines)
    for number, row in lines.items():
        stored = before.get(number)
        if stored is None:
            changes.new[number] = row
        elif (after := _over(row, stored)) is None:
            changes.unchanged += 1
        else:
            changes.changed[stored.id] = after
    changes.removed = [line.id for number, line in before.items() if number not in lines]
    return changes


def _laid_over(changes: PlanChanges, before: dict[int, KeptLine], lines: dict[int, PlanRow]) -> PlanChanges:
    """Lessons point at lines of this plan: they are found again by their topics, and none goes (plan_merge.py).

    The file's own numbers hold unless a line stays that it does not have.
    """
    old, rows = sorted(before.items()), [row for _, row in sorted(lines.items())]
    placed = merge(
        [OldLine(line.id, topic_key(line.topic), line.delivered) for _, line in old],
        [topic_key(row.topic) for row in rows],
    )
    known = {line.id: (number, line) for number, line in old}
    changes.kept = [known[p.old][1].topic for p in placed if p.new is None and p.old is not None]
    for place, p in enumerate(placed, 1):
        row = rows[p.new] if p.new is not None else None
        at = place if changes.kept or row is None else row.number
        _place(changes, at, row, known[p.old] if p.old is not None else None, rows[0])
    changes.removed = sorted(known.keys() - {p.old for p in placed})
    return changes


def _place(
    changes: PlanChanges, at: int, row: PlanRow | None, old: tuple[int, KeptLine] | None, alike: PlanRow
) -> None:
    """One line of the plan to be: new, changed (in its words or only in its number) or as it was."""
    if old is None:
        changes.new[at] = replace(row or alike, number=at)
        return
    number, line = old
    after = _over(row, line) if row is not None else None
    if after is None and number == at:
        changes.unchanged += 1
        return
    facts = {f: getattr(line, f) for f in ("topic", "hours", "kind", "homework")}
    changes.changed[line.id] = replace(after, number=at) if after else replace(alike, number=at, **facts)


def _over(row: PlanRow, stored: KeptLine) -> PlanRow | None:
    """The stored line with the row's facts over it; None when nothing changes."""
    facts = {f: getattr(row if f in row.stated else stored, f) for f in ("topic", "hours", "kind", "homework")}
    if all(getattr(stored, f) == value for f, value in facts.items()):
        return None
    return replace(row, **facts)
