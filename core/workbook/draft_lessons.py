"""The timetable as dated lessons: made, checked for bells, compared with those that stand."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from core.rules.expansion import BellTime, Calendar, DatedLesson, Expansion, Slot, Span, Taught, expand
from core.terms import PeriodKind
from core.workbook.draft import Draft
from core.workbook.faults import FaultCode, Findings
from core.workbook.stored import KeptLesson


@dataclass
class Moments:
    """Wall-clock times of the school as moments; a year has few of them."""

    zone: ZoneInfo
    _known: dict[tuple[date, time], datetime] = field(default_factory=dict)

    def at(self, day: date, wall: time) -> datetime:
        key = (day, wall)
        if key not in self._known:
            self._known[key] = datetime.combine(day, wall, self.zone)
        return self._known[key]


def expand_timetable(draft: Draft) -> Expansion:
    """Every lesson of the year; `slot` and `load` are indexes into the draft."""
    calendar = Calendar(
        draft.year.starts,
        draft.year.ends,
        tuple(
            Span(p.starts, p.ends, p.grade_from, p.grade_to)
            for p in draft.periods.state.values()
            if p.kind is not PeriodKind.YEAR
        ),
        tuple(Span(h.starts, h.ends, h.grade_from, h.grade_to) for h in draft.holidays.state.values()),
    )
    bells = [
        BellTime(b.shift, b.lesson_no, b.starts, b.ends, b.grade_from, b.grade_to, b.weekday, b.valid_from, b.valid_to)
        for b in draft.bells.state.values()
    ]
    return expand([_slot(draft, n) for n in range(len(draft.slots))], calendar, bells)


def _slot(draft: Draft, index: int) -> Slot:
    slot = draft.slots[index]
    row = slot.row
    units = [draft.classes.state[c] for c in draft.loads[slot.load].class_keys if c in draft.classes.state]
    taught = tuple(Taught(u.grade_level, u.shift) for u in sorted(units, key=lambda u: (u.grade_level, u.name)))
    return Slot(slot.load, taught, row.weekday, row.lesson_no, row.parity, row.valid_from, row.valid_to)


def check_bells(draft: Draft, expansion: Expansion, findings: Findings) -> None:
    """A place in the timetable for which no bell ever rings cannot become lessons: a fault, told once a number.

    One that rings on some days only (grade 1 has four lessons from November, field.md 3.2) gives lessons on those
    days, and a place that falls on no study day gives none: both are worth a warning.
    """
    sheet = draft.book.timetable
    rung = Counter(lesson.slot for lesson in expansion.lessons)
    told: set[tuple[object, ...]] = set()
    for index, slot in enumerate(draft.slots):
        row, silent = slot.row, expansion.unrung.get(index, 0)
        if not row.at or (rung[index] and not silent):
            continue
        place = (row.lesson_no, row.weekday, tuple(t for t in _slot(draft, index).classes), bool(rung[index]))
        if place in told:
            continue
        told.add(place)
        if silent and not rung[index] and (draft.book.bells.lost or draft.book.bells.unreadable):
            continue
        if silent and not rung[index]:
            findings.fault(sheet.fault(row.at, "lesson_no", FaultCode.LESSON_WITHOUT_BELL, lesson=row.lesson_no))
        elif silent:
            code = FaultCode.SOME_DAYS_WITHOUT_BELL
            findings.warn(sheet.fault(row.at, "lesson_no", code, lesson=row.lesson_no, days=silent))
        else:
            findings.warn(sheet.fault(row.at, "weekday", FaultCode.LESSON_NEVER))


def compare_lessons(draft: Draft, expansion: Expansion) -> None:
    """What the expansion adds, changes and takes away among the lessons that stand.

    A lesson that carries entries, or was moved, substituted or cancelled, is not touched. Neither are the past days
    of a load that is in use: what was taught does not change because the timetable does. A load without a single
    entry is laid out anew for the whole year, so that a first import can be corrected.
    """
    changes = draft.lessons
    moments = Moments(ZoneInfo(draft.school.time_zone))
    teachers = {row_id: key for key, row_id in draft.stored.staff.ids.items()}
    standing = {(k.load_id, k.origin_date, k.origin_no): k for k in draft.stored.lessons}
    for lesson in expansion.lessons:
        load_id = draft.loads[lesson.load].id
        kept = standing.pop((load_id, lesson.day, lesson.lesson_no), None) if load_id is not None else None
        settled = load_id in draft.stored.used_loads and lesson.day < draft.today
        if kept is not None and (kept.busy or settled):
            changes.kept += 1
        elif kept is None and not settled:
            changes.new.append(lesson)
        elif kept is not None and _differs(draft, lesson, kept, moments, teachers.get(kept.teacher_id)):
            changes.changed.append((kept, lesson))
        elif kept is not None:
            changes.unchanged += 1
    for kept in standing.values():
        if kept.busy or (kept.load_id in draft.stored.used_loads and kept.origin_date < draft.today):
            changes.kept += 1
        else:
            changes.removed.append(kept)


def _differs(draft: Draft, lesson: DatedLesson, kept: KeptLesson, moments: Moments, teacher: object) -> bool:
    return (
        kept.starts_at != moments.at(lesson.day, lesson.starts)
        or kept.ends_at != moments.at(lesson.day, lesson.ends)
        or kept.room != draft.slots[lesson.slot].row.room
        or teacher != draft.loads[lesson.load].teacher
    )
