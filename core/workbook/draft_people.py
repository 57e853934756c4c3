"""Staff, subjects, classes, pupils."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from core.rules.folding import class_key, code_key, name_key
from core.rules.names import full_name
from core.terms import Role
from core.workbook.delta import compare, unique
from core.workbook.draft import Draft
from core.workbook.faults import Fault, FaultCode, Findings
from core.workbook.movements import enrolments_after
from core.workbook.reading import nearest
from core.workbook.rows import ClassRow, PupilRow, StaffRow
from core.workbook.sheet import Sheet
from core.workbook.stored import Enrolled, Kept, KeptPupil, Key

GRADE = re.compile(r"\d{1,2}")


def draft_staff(draft: Draft, findings: Findings) -> None:
    """Staff by number. The school never loses its last administrator by an import."""
    sheet = draft.book.staff
    named = unique(sheet, lambda r: code_key(r.number), "number", findings)
    draft.staff = compare(draft.stored.staff, named, given=sheet.given)
    draft.staff.missing = {k: r for k, r in draft.staff.missing.items() if not _gone(r, draft.today)}
    for row in named.values():
        if row.hired and row.dismissed and row.hired > row.dismissed:
            findings.fault(sheet.fault(row.at, "dismissed", FaultCode.ENDS_BEFORE_STARTS))
    before = any(_rules(r, draft.today) for r in draft.stored.staff.rows.values())
    if before and not any(_rules(r, draft.today) for r in draft.staff.state.values()):
        findings.fault(Fault(FaultCode.NO_ADMINISTRATOR, sheet.title))


def _gone(row: StaffRow, today: date) -> bool:
    return row.dismissed is not None and row.dismissed < today


def _rules(row: StaffRow, today: date) -> bool:
    return Role.ADMINISTRATOR in row.roles and not _gone(row, today)


def draft_subjects(draft: Draft, findings: Findings) -> None:
    """Subjects by name; a short name that is one subject's alone stands for it in every other sheet."""
    sheet = draft.book.subjects
    draft.subjects = compare(
        draft.stored.subjects, unique(sheet, lambda r: name_key(r.name), "name", findings), given=sheet.given
    )
    short: dict[str, list[str]] = {}
    for key, row in draft.subjects.state.items():
        draft.subject_names[str(key)] = str(key)
        if row.short_name:
            short.setdefault(name_key(row.short_name), []).append(str(key))
    for alias, keys in short.items():
        if len(keys) == 1:
            draft.subject_names.setdefault(alias, keys[0])


def draft_classes(draft: Draft, findings: Findings) -> None:
    """Classes by folded name; a grade level not stated is the number that the name begins with."""
    sheet = draft.book.classes
    rows = []
    for row in sheet.rows:
        hit = GRADE.match(row.name)
        grade = row.grade_level or (int(hit[0]) if hit else 0)
        stored = draft.stored.classes.rows.get(class_key(row.name))
        if not 1 <= grade <= 12 and stored is None:
            findings.fault(sheet.fault(row.at, "name", FaultCode.GRADE_UNKNOWN))
            sheet.broken.add(class_key(row.name))
            continue
        stated = row.stated if stored else row.stated | {"grade_level"}
        leader = find_staff(draft, row.leader) if row.leader else ""
        rows.append(replace(row, grade_level=grade, stated=stated, leader=leader or row.leader))
    sheet.rows = rows
    named = unique(sheet, lambda r: class_key(r.name), "name", findings)
    draft.classes = compare(draft.stored.classes, named, given=sheet.given)
    for row in named.values():
        _check_leader(draft, row, findings)


def _check_leader(draft: Draft, row: ClassRow, findings: Findings) -> None:
    """A class leader who is not on the staff cannot be stored: a fault. One who was dismissed only worries."""
    sheet = draft.book.classes
    if "leader" not in row.stated or not row.leader or unknowable(draft.book.staff, row.leader):
        return
    person = draft.staff.state.get(row.leader)
    if person is None:
        near = near_staff(draft, row.leader)
        findings.fault(sheet.fault(row.at, "leader", FaultCode.LEADER_NOT_ON_STAFF, near))
    elif _gone(person, draft.today) and person.dismissed:
        findings.warn(sheet.fault(row.at, "leader", FaultCode.STAFF_DISMISSED, on=person.dismissed))


def unknowable(sheet: Sheet[Any], key: str) -> bool:
    """Whether a reference may be right after all: its row, or its whole sheet, could not be read."""
    return sheet.unreadable or sheet.keys_lost or key in sheet.broken


def find_staff(draft: Draft, reference: str) -> str:
    """The key of a member of staff named by number, or by the full name or surname with initials if only one fits."""
    if reference in draft.staff.state or not any(c.isalpha() for c in reference):
        return reference
    folded = re.sub(r"[\s.]", "", reference).casefold().replace("ё", "е")
    fits = [str(k) for k, r in draft.staff.state.items() if folded in _spellings(r)]
    return fits[0] if len(fits) == 1 else reference


def _spellings(row: StaffRow) -> set[str]:
    initials = row.surname + row.given_name[:1] + row.patronymic[:1]
    return {re.sub(r"[\s.]", "", n).upper().casefold().replace("ё", "е") for n in (full_name(row), initials)}


def near_staff(draft: Draft, reference: str) -> str:
    """A staff number or a name that looks like the reference."""
    return nearest(reference, [r.number for r in draft.staff.state.values()])


def draft_pupils(draft: Draft, findings: Findings) -> None:
    """Pupils by personal file number, with their way through the classes."""
    sheet = draft.book.pupils
    named = unique(sheet, lambda r: code_key(r.number), "number", findings)
    kept: Kept[PupilRow] = Kept()
    for number, pupil in draft.stored.pupils.items():
        kept.put(number, pupil.id, _as_row(pupil, _of_year(draft.stored.enrolments.get(number, []))))
    settled = {held.class_key for all_held in draft.stored.enrolments.values() for held in _of_year(all_held)}
    rows: dict[Key, PupilRow] = {}
    for key, row in named.items():
        if _check_pupil(draft, row, findings):
            rows[key] = _moved(draft, str(key), row, settled)
        else:
            sheet.broken.add(str(key))
    draft.pupils = compare(kept, rows, given=sheet.given)
    draft.pupils.missing = {
        k: r for k, r in draft.pupils.missing.items() if r.class_key and (r.left is None or r.left >= draft.today)
    }


def _check_pupil(draft: Draft, row: PupilRow, findings: Findings) -> bool:
    sheet, classes = draft.book.pupils, draft.book.classes
    if row.class_key not in draft.classes.state and not unknowable(classes, row.class_key):
        near = nearest(row.class_key, [c.name for c in draft.classes.state.values()])
        findings.fault(sheet.fault(row.at, "class_key", FaultCode.UNKNOWN_CLASS, near))
        return False
    if row.enrolled and row.left and row.enrolled > row.left:
        findings.fault(sheet.fault(row.at, "left", FaultCode.ENDS_BEFORE_STARTS))
        return False
    held = _of_year(draft.stored.enrolments.get(code_key(row.number), []))
    if row.left and held and draft.year.starts <= row.left < held[-1].starts:
        findings.fault(sheet.fault(row.at, "left", FaultCode.ENDS_BEFORE_STARTS))
        return False
    return True


def _moved(draft: Draft, key: str, row: PupilRow, settled: set[str]) -> PupilRow:
    """The row with class and dates as the enrolments will tell them; remembers the enrolments."""
    held = draft.stored.enrolments.get(key, [])
    after = enrolments_after(row, held, draft.year, draft.today, fresh=row.class_key not in settled)
    draft.enrolments[key] = after
    told = _as_row(draft.stored.pupils.get(key), _of_year(after))
    return replace(
        row,
        class_key=told.class_key,
        enrolled=told.enrolled,
        left=told.left,
        stated=row.stated | {"class_key", "enrolled", "left"},
    )


def _of_year(held: list[Enrolled]) -> list[Enrolled]:
    return [h for h in held if h.this_year]


def _as_row(pupil: KeptPupil | None, held: list[Enrolled]) -> PupilRow:
    return PupilRow(
        number=pupil.number if pupil else "",
        surname=pupil.surname if pupil else "",
        given_name=pupil.given_name if pupil else "",
        patronymic=pupil.patronymic if pupil else "",
        birth_date=pupil.birth_date if pupil else None,
        sex=pupil.sex if pupil else None,
        class_key=held[-1].class_key if held else "",
        enrolled=held[0].starts if held else None,
        left=held[-1].ends if held else None,
    )
