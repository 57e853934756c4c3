"""Writing loads, groups, the timetable and course plans."""

from typing import Any

from sqlalchemy import delete, text, tuple_

from core.workbook.bulk import Writer
from core.workbook.draft import DraftLoad
from core.workbook.rows import PlanRow, SlotRow
from core.workbook.stored import PlanKey
from storage.models import CoursePlan, GroupMember, LoadClass, PlanLine, TeachingLoad, TimetableSlot

LINE = ("plan_id", "number", "topic", "hours", "kind", "homework")
_ASIDE = text("UPDATE plan_line SET number = -number WHERE id = ANY(CAST(:ids AS integer[]))")
# A class that followed its grade's plan gets one of its own: what its lessons delivered counts there.
_ADOPT = text("""
    WITH line AS (
        SELECT n.id, n.plan_id, n.topic, p.subject_id, p.class_id, p.group_name,
               row_number() OVER (PARTITION BY n.plan_id, n.topic ORDER BY n.number) AS nth
          FROM plan_line n JOIN course_plan p ON p.id = n.plan_id WHERE p.year_id = :year)
    UPDATE plan_delivery d SET line_id = fresh.id
      FROM lesson l, load_class lc, line old, line fresh
     WHERE l.id = d.lesson_id AND lc.load_id = l.load_id AND old.id = d.line_id AND old.class_id IS NULL
       AND fresh.plan_id = ANY(CAST(:plans AS integer[])) AND fresh.class_id = lc.class_id
       AND fresh.subject_id = lc.subject_id AND fresh.group_name IN ('', lc.group_name)
       AND fresh.topic = old.topic AND fresh.nth = old.nth
""")


async def apply_teaching(writer: Writer) -> list[int]:
    """Everything but the dated lessons; returns the id of each load, by its index in the draft."""
    loads = await _apply_loads(writer)
    await _apply_members(writer, loads)
    await _apply_slots(writer, loads)
    await _apply_plans(writer)
    return loads


def _load_facts(load: DraftLoad) -> dict[str, Any]:
    return {
        "classes": list(load.class_keys),
        "subject": load.subject,
        "group": load.group,
        "teacher": load.teacher,
        "hours": str(load.hours),
    }


async def _apply_loads(writer: Writer) -> list[int]:
    draft, stored = writer.draft, writer.draft.stored.loads
    before = {
        row_id: _load_facts(DraftLoad(k.class_keys, k.subject, k.group, k.teacher, k.hours))
        for row_id, k in stored.items()
    }
    changed = [load for load in draft.loads if load.id is not None and _load_facts(load) != before[load.id]]
    new = [load for load in draft.loads if load.id is None]
    await writer.change(TeachingLoad, [{"id": load.id, **_load_values(writer, load)} for load in changed])
    made = await writer.add(
        TeachingLoad,
        [{"year_id": writer.year_id, "subject_id": writer.subjects[x.subject], **_load_values(writer, x)} for x in new],
    )
    for load in changed:
        writer.trace("workbook.change", "teaching_load", load.id or 0, before[load.id or 0], _load_facts(load))
    for load, row_id in zip(new, made, strict=True):
        load.id = row_id
        writer.trace("workbook.add", "teaching_load", row_id, None, _load_facts(load))
    await _apply_load_classes(writer, [*changed, *new])
    return [load.id or 0 for load in draft.loads]


def _load_values(writer: Writer, load: DraftLoad) -> dict[str, Any]:
    return {"teacher_id": writer.staff[load.teacher], "group_name": load.group, "hours_per_week": load.hours}


async def _apply_load_classes(writer: Writer, loads: list[DraftLoad]) -> None:
    """A class has a subject and group once: what goes, goes before what comes."""
    stored = writer.draft.stored
    gone: list[tuple[int, int]] = []
    new: list[dict[str, Any]] = []
    for load in loads:
        kept = stored.loads.get(load.id or 0)
        held = set(kept.class_keys) if kept and kept.group == load.group else set()
        left = set(kept.class_keys if kept else ()) - (held & set(load.class_keys))
        gone.extend((load.id or 0, writer.classes[c]) for c in left)
        new.extend(
            {
                "load_id": load.id,
                "class_id": writer.classes[c],
                "subject_id": writer.subjects[load.subject],
                "group_name": load.group,
            }
            for c in load.class_keys
            if c not in held
        )
    if gone:
        await writer.session.execute(delete(LoadClass).where(tuple_(LoadClass.load_id, LoadClass.class_id).in_(gone)))
    await writer.put(LoadClass, new)


async def _apply_members(writer: Writer, loads: list[int]) -> None:
    changes = writer.draft.members
    await writer.remove(GroupMember, [member.id for member, day in changes.ended if day is None])
    await writer.change(GroupMember, [{"id": member.id, "ends": day} for member, day in changes.ended if day])
    for member, day in changes.ended:
        before = {"load": member.load_id, "pupil": writer.pupils[member.pupil], "starts": member.starts}
        after = {**before, "ends": day} if day else None
        writer.trace("workbook.leave_group", "group_member", member.id, {**before, "ends": member.ends}, after)
    rows = [
        {
            "load_id": loads[joined.load],
            "subject_id": writer.subjects[writer.draft.loads[joined.load].subject],
            "pupil_id": writer.pupils[joined.pupil],
            "starts": joined.starts,
            "ends": joined.ends,
        }
        for joined in changes.joined
    ]
    for row, row_id in zip(rows, await writer.add(GroupMember, rows), strict=True):
        writer.trace("workbook.join_group", "group_member", row_id, None, row)


async def _apply_slots(writer: Writer, loads: list[int]) -> None:
    draft = writer.draft
    await writer.remove(TimetableSlot, draft.slots_removed)
    for slot_id, row in draft.slots_removed.items():
        writer.trace("workbook.remove", "timetable_slot", slot_id, row, None)
    changed = [slot for slot in draft.slots if slot.changed and slot.id is not None]
    values = [{"id": slot.id, "room": slot.row.room, "valid_to": slot.row.valid_to} for slot in changed]
    await writer.change(TimetableSlot, values)
    for slot in changed:
        writer.trace("workbook.change", "timetable_slot", slot.id or 0, draft.stored.slots[slot.id or 0][1], slot.row)
    new = [slot for slot in draft.slots if slot.id is None]
    made = await writer.add(TimetableSlot, [_slot_values(loads[slot.load], slot.row) for slot in new])
    for slot, row_id in zip(new, made, strict=True):
        writer.trace("workbook.add", "timetable_slot", row_id, None, slot.row)


def _slot_values(load_id: int, row: SlotRow) -> dict[str, Any]:
    names = ("weekday", "lesson_no", "room", "parity", "valid_from", "valid_to")
    return {"load_id": load_id, **{name: getattr(row, name) for name in names}}


async def _apply_plans(writer: Writer) -> None:
    plans = writer.draft.plans
    new = [key for key, changes in plans.items() if changes.id is None]
    made = await writer.add(CoursePlan, [_plan_values(writer, key) for key in new])
    ids = {key: changes.id for key, changes in plans.items()} | dict(zip(new, made, strict=True))
    await writer.remove(PlanLine, [line for changes in plans.values() for line in changes.removed])
    added: list[tuple[Any, ...]] = []
    changed: list[dict[str, Any]] = []
    for key, changes in plans.items():
        added.extend((ids[key], *_line(row)) for row in changes.new.values())
        changed.extend({"id": i, **dict(zip(LINE[1:], _line(r), strict=True))} for i, r in changes.changed.items())
        counts = {"new": len(changes.new), "changed": len(changes.changed), "removed": len(changes.removed)}
        if any(counts.values()):
            writer.trace("workbook.plan", "course_plan", ids[key] or 0, None, counts)
    # A number stands once at any moment: lines that are changing theirs step aside first.
    await writer.session.execute(_ASIDE, {"ids": [line["id"] for line in changed]})
    await writer.change(PlanLine, changed)
    await writer.copy(PlanLine, LINE, added)
    await writer.session.execute(_ADOPT, {"plans": [ids[key] for key in new], "year": writer.year_id})


def _line(row: PlanRow) -> tuple[Any, ...]:
    return (row.number, row.topic, row.hours, row.kind.value, row.homework)


def _plan_values(writer: Writer, key: PlanKey) -> dict[str, Any]:
    unit, grade, subject, group = key
    return {
        "year_id": writer.year_id,
        "subject_id": writer.subjects[subject],
        "class_id": writer.classes[unit] if unit else None,
        "grade_level": grade,
        "group_name": group,
    }
