"""Which pupil is in which group, and from when."""

from datetime import date, timedelta

from core.rules.folding import name_key
from core.workbook.draft import Draft, DraftMember
from core.workbook.draft_people import unknowable
from core.workbook.draft_teaching import check_classes, check_subject, without_load
from core.workbook.faults import FaultCode, Findings
from core.workbook.reading import nearest
from core.workbook.rows import MemberRow
from core.workbook.stored import Enrolled, KeptMember

DAY = timedelta(days=1)
Seat = tuple[str, str]
"""(pupil key, subject key): a pupil is in one group of a subject at a time."""


def draft_groups(draft: Draft, findings: Findings) -> None:
    """Memberships: a pupil in another group than before changes over on the day of the import.

    Who leaves the school or moves to a class that the group does not cover leaves the group too. Pupils that the
    sheet does not name stay where they are.
    """
    named = _named(draft, findings)
    current = {(m.pupil, m.subject): m for m in draft.stored.members if m.ends is None or m.ends >= draft.today}
    filled = {m.load_id for m in draft.stored.members}
    classes = {(row.class_key, draft.subject_names.get(row.subject, "")) for row in draft.book.groups.rows}
    for seat, load in named.items():
        _seat(draft, seat, load, current.pop(seat, None), filled)
    for seat, member in current.items():
        _follow_class(draft, seat, member)
        place = (_class_of(draft, seat[0]), seat[1])
        if place in classes and all(m is not member for m, _ in draft.members.ended):
            draft.members.missing.append(member)


def _named(draft: Draft, findings: Findings) -> dict[Seat, int]:
    """The load (an index) of each seat that the sheet names."""
    sheet = draft.book.groups
    seats: dict[Seat, tuple[int, MemberRow]] = {}
    for row in sheet.rows:
        load = _load(draft, row, findings)
        if load is None or not _check_pupil(draft, row, findings):
            continue
        seat = (row.pupil, draft.subject_names[row.subject])
        _, first = seats.setdefault(seat, (load, row))
        if first is row:
            continue
        if seats[seat][0] == load:
            findings.fault(sheet.fault(row.at, "pupil", FaultCode.REPEATED_ROW, first=first.at))
        else:
            code = FaultCode.PUPIL_IN_TWO_GROUPS
            findings.fault(sheet.fault(row.at, "pupil", code, first=first.at, group=first.group))
    return {seat: load for seat, (load, _) in seats.items()}


def _load(draft: Draft, row: MemberRow, findings: Findings) -> int | None:
    sheet = draft.book.groups
    classes = check_classes(draft, sheet, row, (row.class_key,), "class_key", findings)
    subject = check_subject(draft, sheet, row, row.subject, findings)
    if not classes or subject is None:
        return None
    load = draft.places.get((row.class_key, subject, name_key(row.group)))
    if load is None:
        without_load(draft, sheet, row, (classes, subject, row.group), FaultCode.GROUP_WITHOUT_LOAD, findings)
    return load


def _check_pupil(draft: Draft, row: MemberRow, findings: Findings) -> bool:
    sheet = draft.book.groups
    pupil = draft.pupils.state.get(row.pupil)
    if pupil is None:
        if not unknowable(draft.book.pupils, row.pupil):
            near = nearest(
                sheet.raw(row.at, sheet.column("pupil") or 0), [p.number for p in draft.pupils.state.values()]
            )
            findings.fault(sheet.fault(row.at, "pupil", FaultCode.UNKNOWN_PUPIL, near))
        return False
    if pupil.class_key and pupil.class_key != row.class_key:
        facts = {"class_name": draft.class_name(pupil.class_key)}
        findings.fault(sheet.fault(row.at, "pupil", FaultCode.PUPIL_OF_OTHER_CLASS, "", **facts))
        return False
    return bool(pupil.class_key)


def _enrolled(draft: Draft, pupil: str) -> Enrolled | None:
    """The last enrolment of this year as it will stand."""
    held = draft.enrolments.get(pupil, draft.stored.enrolments.get(pupil, []))
    return next((h for h in reversed(held) if h.this_year), None)


def _class_of(draft: Draft, pupil: str) -> str:
    enrolled = _enrolled(draft, pupil)
    return enrolled.class_key if enrolled else ""


def _seat(draft: Draft, seat: Seat, load: int, held: KeptMember | None, filled: set[int]) -> None:
    """Bring one pupil into the group that the sheet names."""
    enrolled = _enrolled(draft, seat[0])
    if enrolled is None:
        return
    until = enrolled.ends
    if held is not None and draft.loads[load].id == held.load_id:
        draft.members.unchanged += 1
        if until is not None and (held.ends is None or held.ends > until):
            draft.members.ended.append((held, until))
        return
    fresh = held is None and draft.loads[load].id not in filled
    starts = max(draft.year.starts if fresh else draft.today, enrolled.starts)
    if held is not None:
        _end(draft, held, starts - DAY)
        starts = max(starts, held.starts)
    if until is None or starts <= until:
        draft.members.joined.append(DraftMember(load, seat[0], starts, until))


def _follow_class(draft: Draft, seat: Seat, member: KeptMember) -> None:
    """Who left the school, or the classes that the group is made of, leaves the group."""
    enrolled = _enrolled(draft, seat[0])
    load = next(x for x in draft.loads if x.id == member.load_id)
    if enrolled is None:
        return
    if enrolled.class_key not in load.class_keys:
        _end(draft, member, enrolled.starts - DAY)
    elif enrolled.ends is not None and (member.ends is None or member.ends > enrolled.ends):
        _end(draft, member, enrolled.ends)


def _end(draft: Draft, member: KeptMember, day: date) -> None:
    draft.members.ended.append((member, day if day >= member.starts else None))
