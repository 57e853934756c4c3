"""What an import changes, in names and numbers for a person to look at before saying yes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from core.rules.names import full_name
from core.workbook.delta import Delta
from core.workbook.draft import Draft, DraftGuardian
from core.workbook.rows import ClassRow, PupilRow, Row, SlotRow
from core.workbook.school_sheet import PARAMETERS, YEAR_FIELDS
from core.workbook.stored import KeptLoad
from core.workbook.vocabulary import WEEKDAYS

R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Changed:
    """A thing by its name, the fields (of rows.py) that change, and the columns of the format that tell them."""

    name: str
    fields: tuple[str, ...]
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetChanges:
    """Of one sheet: names of what is new, changed, not in the file (`missing`, it stays) and taken away."""

    sheet: str
    new: tuple[str, ...] = ()
    changed: tuple[Changed, ...] = ()
    unchanged: int = 0
    missing: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        return not (self.new or self.changed or self.removed)


@dataclass(frozen=True)
class Lessons:
    """Dated lessons: `kept` carry entries or are past, and are not touched."""

    new: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    kept: int = 0


@dataclass(frozen=True)
class Changes:
    sheets: tuple[SheetChanges, ...] = ()
    lessons: Lessons = field(default_factory=Lessons)

    @property
    def empty(self) -> bool:
        """Whether the import would write nothing."""
        return all(s.empty for s in self.sheets) and not (
            self.lessons.new or self.lessons.changed or self.lessons.removed
        )


def summarize(draft: Draft) -> Changes:
    """The draft's changes for every sheet that was given."""
    book = draft.book
    told = [
        _school(draft),
        _delta(book.bells.title, draft.bells, lambda r: f"{r.shift}/{r.lesson_no}"),
        _delta(book.periods.title, draft.periods, lambda r: r.name),
        _delta(book.holidays.title, draft.holidays, lambda r: r.name),
        _delta(book.staff.title, draft.staff, full_name),
        _delta(book.classes.title, draft.classes, _class_name),
        _delta(book.pupils.title, draft.pupils, lambda r: _pupil_name(draft, r)),
        _guardians(draft),
        _delta(book.subjects.title, draft.subjects, lambda r: r.name),
        _loads(draft),
        _groups(draft),
        _slots(draft),
        _plans(draft),
    ]
    given = {book.school.title: book.school.given, **{s.title: s.given for s in book.sheets()}}
    lessons = draft.lessons
    titles = _titles(draft)
    return Changes(
        tuple(_titled(s, titles.get(s.sheet, {})) for s in told if given[s.sheet] or not s.empty),
        Lessons(len(lessons.new), len(lessons.changed), len(lessons.removed), lessons.unchanged, lessons.kept),
    )


def _titles(draft: Draft) -> dict[str, dict[str, str]]:
    """By sheet of the file: what each field is called in the format."""
    titles = {s.title: {c.field: c.title for c in s.spec.columns} for s in draft.book.sheets()}
    titles[draft.book.school.title] = {p.field: p.title for p in PARAMETERS} | {
        field: p.title for p in PARAMETERS for key, field in YEAR_FIELDS.items() if p.field == key and field != "name"
    }
    return titles


def _titled(sheet: SheetChanges, titles: dict[str, str]) -> SheetChanges:
    changed = tuple(replace(c, columns=tuple(titles[f] for f in c.fields if f in titles)) for c in sheet.changed)
    return replace(sheet, changed=changed)


def _delta(sheet: str, delta: Delta[R], name: Callable[[R], str]) -> SheetChanges:
    changed = tuple(Changed(name(after), after.differs(before)) for before, after in delta.changed.values())
    new, missing, removed = (_names(rows, name) for rows in (delta.new, delta.missing, delta.removed))
    return SheetChanges(sheet, new, changed, delta.unchanged, missing, removed)


def _names(rows: dict[Any, R], name: Callable[[R], str]) -> tuple[str, ...]:
    return tuple(name(row) for row in rows.values())


def _class_name(row: ClassRow) -> str:
    return row.name


def _pupil_name(draft: Draft, row: PupilRow) -> str:
    return f"{full_name(row)}, {draft.class_name(row.class_key)}" if row.class_key else full_name(row)


def _school(draft: Draft) -> SheetChanges:
    """The school's parameters as one thing."""
    stored = draft.stored
    changed = list(draft.school.differs(stored.school))
    if stored.year is not None and stored.year_id == stored.school_year_id:
        changed += draft.year.differs(stored.year)
    opened = (draft.year.name,) if stored.year is None or stored.year_id != stored.school_year_id else ()
    named = (Changed(draft.school.name, tuple(changed)),) if changed else ()
    return SheetChanges(draft.book.school.title, opened, named, int(not changed))


def _guardians(draft: Draft) -> SheetChanges:
    new = [g for g in draft.guardians if g.stored is None]
    changed = [Changed(full_name(g), fields) for g in draft.guardians if g.stored and (fields := _guardian_fields(g))]
    missing = tuple(
        f"{full_name(guardian)} ({full_name(draft.pupils.state[pupil])})" for guardian, pupil in draft.guardians_missing
    )
    unchanged = len(draft.guardians) - len(new) - len(changed)
    title = draft.book.guardians.title
    return SheetChanges(title, tuple(full_name(g) for g in new), tuple(changed), unchanged, missing)


def _guardian_fields(guardian: DraftGuardian) -> tuple[str, ...]:
    names = ("surname", "given_name", "patronymic", "phone", "email")
    cards = zip(names, guardian.card(), guardian.stored_card(), strict=True)
    fields = [name for name, after, before in cards if after != before]
    known = guardian.stored.kinship if guardian.stored else {}
    if any(known.get(pupil) != kinship for pupil, kinship in guardian.kinship.items()):
        fields.append("kinship")
    return tuple(fields)


def _load_name(draft: Draft, classes: tuple[str, ...], subject: str, group: str) -> str:
    name = f"{draft.class_names(classes)} {draft.subject_name(subject)}".strip()
    return f"{name} ({group})" if group else name


def _loads(draft: Draft) -> SheetChanges:
    named = [load for load in draft.loads if load.at]
    new, changed, same = [], [], 0
    for load in draft.loads:
        name = _load_name(draft, load.class_keys, load.subject, load.group)
        kept = draft.stored.loads.get(load.id or 0)
        if kept is None:
            new.append(name)
        elif fields := _load_fields(kept, load.class_keys, (load.group, load.teacher, load.hours)):
            changed.append(Changed(name, fields))
        else:
            same += bool(load.at)
    missing = tuple(
        _load_name(draft, x.class_keys, x.subject, x.group) for x in draft.loads if not x.at and x.class_keys
    )
    given = draft.book.loads.given and bool(named)
    return SheetChanges(draft.book.loads.title, tuple(new), tuple(changed), same, missing if given else ())


def _load_fields(kept: KeptLoad, classes: tuple[str, ...], facts: tuple[Any, ...]) -> tuple[str, ...]:
    before = (kept.class_keys, kept.group, kept.teacher, kept.hours)
    names = ("class_keys", "group", "teacher", "hours")
    return tuple(n for n, old, new in zip(names, before, (classes, *facts), strict=True) if old != new)


def _groups(draft: Draft) -> SheetChanges:
    members = draft.members

    def name(pupil: str, subject: str, group: str) -> str:
        return f"{full_name(draft.pupils.state[pupil])}, {draft.subject_name(subject)} ({group})"

    joined = [(j.pupil, draft.loads[j.load]) for j in members.joined]
    ended = [(m.pupil, draft.stored.loads[m.load_id]) for m, _ in members.ended]
    stay = [(m.pupil, draft.stored.loads[m.load_id]) for m in members.missing]
    return SheetChanges(
        draft.book.groups.title,
        tuple(name(p, x.subject, x.group) for p, x in joined),
        (),
        members.unchanged,
        tuple(name(p, k.subject, k.group) for p, k in stay),
        tuple(name(p, k.subject, k.group) for p, k in ended),
    )


def _slot_name(draft: Draft, row: SlotRow) -> str:
    day = WEEKDAYS[row.weekday][0]
    subject = draft.subject_names.get(row.subject, row.subject)
    return f"{day} {row.lesson_no}, {_load_name(draft, row.class_keys, subject, row.group)}"


def _slots(draft: Draft) -> SheetChanges:
    def names(rows: Iterable[SlotRow]) -> tuple[str, ...]:
        return tuple(_slot_name(draft, row) for row in rows)

    changed = tuple(Changed(_slot_name(draft, s.row), ("room",)) for s in draft.slots if s.changed)
    same = sum(1 for s in draft.slots if s.id is not None and not s.changed and s.row.at)
    new = names(s.row for s in draft.slots if s.id is None)
    return SheetChanges(draft.book.timetable.title, new, changed, same, (), names(draft.slots_removed.values()))


def _plans(draft: Draft) -> SheetChanges:
    new, changed, same = [], [], 0
    for (unit, grade, subject, group), changes in draft.plans.items():
        name = f"{draft.class_name(unit) if unit else grade} {draft.subject_name(subject)}"
        name = f"{name} ({group})" if group else name
        if changes.id is None:
            new.append(name)
        elif changes.new or changes.changed or changes.removed:
            changed.append(Changed(name, ("topic",)))
        else:
            same += 1
    return SheetChanges(draft.book.plans.title, tuple(new), tuple(changed), same)
