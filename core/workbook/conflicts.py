"""Conflicts that a school really makes.

What cannot be true stops the import: a teacher in two places, a room with a number holding two lessons, a class at
two lessons at once. What may be meant is a warning: a hall (a room without a number: «спортзал») that several classes
share, bells of different grades that overlap by some minutes, groups at one time that have a pupil in common, a load
without a lesson, a group without pupils (lists often follow in September), a plan whose hours are not the curriculum's.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, time
from decimal import Decimal

from core.rules.course_plan import curriculum_hours
from core.rules.expansion import DatedLesson
from core.rules.folding import name_key
from core.workbook.draft import Draft
from core.workbook.faults import Fault, FaultCode, Findings
from core.workbook.stored import PlanKey
from core.workbook.vocabulary import WEEKDAYS

Place = tuple[str, date]
Clash = tuple[DatedLesson, DatedLesson, str]


def check_clashes(draft: Draft, lessons: list[DatedLesson], findings: Findings) -> None:
    """Teacher, room and class: each at one lesson at a time. Told once for a pair of places in the timetable.

    An overlap of less than half of the shorter lesson comes from bells that differ by grade: a warning.
    """
    loads, slots = draft.loads, draft.slots
    members = _members(draft)

    def teacher(lesson: DatedLesson) -> Iterator[str]:
        yield loads[lesson.load].teacher

    def room(lesson: DatedLesson) -> Iterator[str]:
        if slots[lesson.slot].row.room:
            yield name_key(slots[lesson.slot].row.room)

    def classes(lesson: DatedLesson) -> Iterator[str]:
        yield from loads[lesson.load].class_keys

    for one, other, who in _clashes(lessons, teacher):
        _tell(draft, (one, other, draft.staff_name(who)), FaultCode.TEACHER_BUSY, findings)
    for clash in _clashes(lessons, room):
        hall = not any(c.isdigit() for c in clash[2])
        named = (*clash[:2], slots[clash[0].slot].row.room)
        _tell(draft, named, FaultCode.ROOM_BUSY, findings, warning=hall)
    for one, other, unit in _clashes(lessons, classes):
        clash = (one, other, draft.class_name(unit))
        if not (loads[one.load].group and loads[other.load].group):
            _tell(draft, clash, FaultCode.CLASS_BUSY, findings)
        elif members[one.load] & members[other.load]:
            _tell(draft, clash, FaultCode.PUPILS_BUSY, findings, warning=True)


def _clashes(lessons: list[DatedLesson], holders: Callable[[DatedLesson], Iterable[str]]) -> Iterator[Clash]:
    """Pairs of lessons of different loads that overlap at one holder on a day, one for each pair of slots."""
    days: dict[Place, list[DatedLesson]] = defaultdict(list)
    for lesson in lessons:
        for holder in holders(lesson):
            days[(holder, lesson.day)].append(lesson)
    told: set[tuple[int, int]] = set()
    for (holder, _), held in days.items():
        held.sort(key=_start)
        for number, lesson in enumerate(held):
            for other in held[number + 1 :]:
                if other.starts >= lesson.ends:
                    break
                pair = (min(lesson.slot, other.slot), max(lesson.slot, other.slot))
                if other.load != lesson.load and pair not in told:
                    told.add(pair)
                    yield lesson, other, holder


def _start(lesson: DatedLesson) -> time:
    return lesson.starts


def _tell(draft: Draft, clash: Clash, code: FaultCode, findings: Findings, *, warning: bool = False) -> None:
    """Point at the later of the two rows; two rows that both stood before are no news."""
    first, second = sorted(clash[:2], key=lambda lesson: draft.slots[lesson.slot].row.at)
    row, other = draft.slots[second.slot].row, draft.slots[first.slot].row
    if not row.at:
        return
    fault = draft.book.timetable.fault(
        row.at,
        {FaultCode.ROOM_BUSY: "room", FaultCode.CLASS_BUSY: "class_keys"}.get(code, "lesson_no"),
        FaultCode.SHORT_OVERLAP if _short(first, second) else code,
        who=clash[2],
        day=WEEKDAYS[row.weekday][0],
        lesson=row.lesson_no,
        other=other.at,
        other_class=draft.class_names(draft.loads[first.load].class_keys),
        other_subject=draft.subject_name(draft.loads[first.load].subject),
        other_lesson=first.lesson_no,
    )
    (findings.warn if warning or _short(first, second) else findings.fault)(fault)


def _short(one: DatedLesson, other: DatedLesson) -> bool:
    common = _minutes(min(one.ends, other.ends)) - _minutes(max(one.starts, other.starts))
    shorter = min(_minutes(one.ends) - _minutes(one.starts), _minutes(other.ends) - _minutes(other.starts))
    return common * 2 < shorter


def _minutes(wall: time) -> int:
    return wall.hour * 60 + wall.minute


def _members(draft: Draft) -> dict[int, set[str]]:
    """Pupils of each group (by index of its load) as they will stand."""
    members: dict[int, set[str]] = defaultdict(set)
    index_of = {load.id: n for n, load in enumerate(draft.loads) if load.id is not None}
    ended = {member.id for member, _ in draft.members.ended}
    for member in draft.stored.members:
        if member.id not in ended and (member.ends is None or member.ends >= draft.today):
            members[index_of[member.load_id]].add(member.pupil)
    for joined in draft.members.joined:
        members[joined.load].add(joined.pupil)
    return members


def check_loads(draft: Draft, findings: Findings) -> None:
    """Loads of the file without a lesson or, when they are groups, without pupils."""
    sheet = draft.book.loads
    placed = {slot.load for slot in draft.slots}
    members = _members(draft)
    for index, load in enumerate(draft.loads):
        if not load.class_keys or not (load.at or draft.book.timetable.given or draft.book.groups.given):
            continue
        if placed and index not in placed:
            findings.warn(_of_load(draft, index, sheet.fault(load.at, "subject", FaultCode.LOAD_WITHOUT_LESSON)))
        if load.group and not members[index]:
            findings.warn(_of_load(draft, index, sheet.fault(load.at, "group", FaultCode.GROUP_WITHOUT_PUPILS)))


def _of_load(draft: Draft, index: int, fault: Fault) -> Fault:
    load = draft.loads[index]
    facts = {
        **fault.facts,
        "class_name": draft.class_names(load.class_keys),
        "subject": draft.subject_name(load.subject),
        "group": load.group,
    }
    return Fault(fault.code, fault.sheet, fault.row, fault.column, fault.cell, facts)


def check_plans(draft: Draft, findings: Findings) -> None:
    """A plan named in the file has the curriculum's hours: hours a week x 34, x 33 in grade 1 (field.md, 3.3)."""
    sheet = draft.book.plans
    for key in draft.plans:
        hours, last = _plan_hours(draft, key)
        loads = [load for load in draft.loads if _planned(draft, key, load.class_keys, load.subject, load.group)]
        if not loads:
            findings.warn(sheet.fault(last, "subject", FaultCode.PLAN_WITHOUT_LOAD))
            continue
        grade = min(draft.classes.state[c].grade_level for load in loads for c in load.class_keys)
        expected = sorted({curriculum_hours(load.hours, grade) for load in loads})
        if hours not in expected:
            told = " / ".join(_number(e) for e in expected)
            facts = {"hours": _number(hours), "expected": told, "subject": draft.subject_name(key[2])}
            place = draft.class_name(key[0]) if key[0] else str(key[1])
            findings.warn(sheet.fault(last, "hours", FaultCode.PLAN_HOURS, "", place=place, **facts))


def _plan_hours(draft: Draft, key: PlanKey) -> tuple[Decimal, int]:
    """Hours of the plan as it will stand, and the row of its last line in the file (a changed or the last one)."""
    changes, kept = draft.plans[key], draft.stored.plans.get(key)
    gone = set(changes.removed)
    lines = {line.id: line.hours for line in kept.lines.values() if line.id not in gone} if kept else {}
    lines.update({line_id: row.hours for line_id, row in changes.changed.items()})
    new = sum((row.hours for row in changes.new.values()), Decimal(0))
    return sum(lines.values(), new), changes.last_row


def _planned(draft: Draft, key: PlanKey, classes: tuple[str, ...], subject: str, group: str) -> bool:
    unit, grade, of_subject, of_group = key
    if subject != of_subject or (of_group and of_group != name_key(group)):
        return False
    if unit:
        return unit in classes
    return any(draft.classes.state[c].grade_level == grade for c in classes if c in draft.classes.state)


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")
