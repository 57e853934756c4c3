"""Writing staff, subjects, classes, pupils and parents. Nobody is deleted."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any, TypeVar

from sqlalchemy import delete

from core.rules.folding import class_key
from core.workbook.bulk import Writer
from core.workbook.delta import Delta
from core.workbook.draft import DraftGuardian
from core.workbook.rows import ClassRow, PupilRow, Row, StaffRow, SubjectRow
from core.workbook.stored import Enrolled, Key
from storage.base import Base
from storage.models import ClassUnit, Enrolment, Guardian, Guardianship, Pupil, Staff, StaffRole, Subject

R = TypeVar("R", bound=Row)
NAMES = ("surname", "given_name", "patronymic")


async def apply_people(writer: Writer) -> None:
    """Everybody and every class, in the order of their references."""
    draft = writer.draft
    await _apply(writer, Staff, draft.staff, writer.staff, _staff_values)
    await _apply_roles(writer)
    await _apply(writer, Subject, draft.subjects, writer.subjects, _subject_values)
    await _apply(writer, ClassUnit, draft.classes, writer.classes, lambda row: _class_values(writer, row))
    await _apply(writer, Pupil, draft.pupils, writer.pupils, _pupil_values)
    await _apply_enrolments(writer)
    await _apply_guardians(writer)


async def _apply(
    writer: Writer, model: type[Base], delta: Delta[R], ids: dict[Any, int], values: Callable[[R], dict[str, Any]]
) -> None:
    """Insert what is new, update what changed; `ids` learns the new ids."""
    name = model.__tablename__
    await writer.change(model, [{"id": ids[k], **values(after)} for k, (_, after) in delta.changed.items()])
    for key, (before, after) in delta.changed.items():
        writer.trace("workbook.change", name, ids[key], before, after)
    made = await writer.add(model, [values(row) for row in delta.new.values()])
    for (key, row), row_id in zip(delta.new.items(), made, strict=True):
        ids[key] = row_id
        writer.trace("workbook.add", name, row_id, None, row)


def _staff_values(row: StaffRow) -> dict[str, Any]:
    names = (*NAMES, "position", "phone", "email", "hired", "dismissed")
    return {"staff_number": row.number, **{name: getattr(row, name) for name in names}}


def _subject_values(row: SubjectRow) -> dict[str, Any]:
    return {"name": row.name, "short_name": row.short_name}


def _class_values(writer: Writer, row: ClassRow) -> dict[str, Any]:
    return {
        "year_id": writer.year_id,
        "name": row.name,
        "key": class_key(row.name),
        "grade_level": row.grade_level,
        "shift": row.shift,
        "class_leader_id": writer.staff.get(row.leader),
        "room": row.room,
    }


def _pupil_values(row: PupilRow) -> dict[str, Any]:
    return {"file_number": row.number, **{name: getattr(row, name) for name in (*NAMES, "birth_date", "sex")}}


async def _apply_roles(writer: Writer) -> None:
    """A person holds exactly the roles that the row states."""
    delta = writer.draft.staff
    changed = delta.changed.items()
    regraded: dict[Key, StaffRow] = {k: after for k, (before, after) in changed if after.roles != before.roles}
    if regraded:
        await writer.session.execute(
            delete(StaffRole).where(StaffRole.staff_id.in_([writer.staff[k] for k in regraded]))
        )
    holders = {**delta.new, **regraded}
    rows = [{"staff_id": writer.staff[k], "role": role} for k, row in holders.items() for role in sorted(row.roles)]
    await writer.put(StaffRole, rows)


async def _apply_enrolments(writer: Writer) -> None:
    """Close and correct first, so that a new enrolment never overlaps an open one."""
    held = {e.id: e for all_held in writer.draft.stored.enrolments.values() for e in all_held}
    changed: list[dict[str, Any]] = []
    new: list[tuple[str, Enrolled]] = []
    for pupil, enrolments in writer.draft.enrolments.items():
        for enrolment in enrolments:
            if enrolment.id is None:
                new.append((pupil, enrolment))
            elif enrolment != held[enrolment.id]:
                before = held[enrolment.id]
                values = {"id": enrolment.id, "starts": enrolment.starts, "ends": enrolment.ends}
                changed.append({**values, **_moved_class(writer, enrolment, before)})
                writer.trace("workbook.change", "enrolment", enrolment.id, asdict(before), asdict(enrolment))
    for shape in ({"id", "starts", "ends"}, {"id", "starts", "ends", "class_id"}):
        await writer.change(Enrolment, [values for values in changed if values.keys() == shape])
    rows = [
        {"pupil_id": writer.pupils[p], "class_id": writer.classes[e.class_key], "starts": e.starts, "ends": e.ends}
        for p, e in new
    ]
    for (_, enrolment), row_id in zip(new, await writer.add(Enrolment, rows), strict=True):
        writer.trace("workbook.add", "enrolment", row_id, None, asdict(enrolment))


def _moved_class(writer: Writer, after: Enrolled, before: Enrolled) -> dict[str, int]:
    if after.class_key == before.class_key and after.this_year == before.this_year:
        return {}
    return {"class_id": writer.classes[after.class_key]}


async def _apply_guardians(writer: Writer) -> None:
    changed = [g for g in writer.draft.guardians if g.changed]
    await writer.change(Guardian, [{"id": g.stored.id, **_guardian_values(g)} for g in changed if g.stored])
    for guardian in changed:
        if guardian.stored:
            before = dict(zip(CARD, guardian.stored_card(), strict=True))
            writer.trace("workbook.change", "guardian", guardian.stored.id, before, _guardian_values(guardian))
    new = [g for g in writer.draft.guardians if g.stored is None]
    ids = {id(g): g.stored.id for g in writer.draft.guardians if g.stored}
    made = await writer.add(Guardian, [_guardian_values(g) for g in new])
    for guardian, row_id in zip(new, made, strict=True):
        ids[id(guardian)] = row_id
        writer.trace("workbook.add", "guardian", row_id, None, _guardian_values(guardian))
    await _apply_kinship(writer, ids)


CARD = (*NAMES, "phone", "email")


def _guardian_values(guardian: DraftGuardian) -> dict[str, str]:
    return dict(zip(CARD, guardian.card(), strict=True))


async def _apply_kinship(writer: Writer, ids: dict[int, int]) -> None:
    new: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    for guardian in writer.draft.guardians:
        known = guardian.stored.kinship if guardian.stored else {}
        for pupil, kinship in guardian.kinship.items():
            row = {"guardian_id": ids[id(guardian)], "pupil_id": writer.pupils[pupil], "kinship": kinship}
            if pupil not in known:
                new.append(row)
            elif known[pupil] != kinship:
                changed.append(row)
            else:
                continue
            place = f"{row['guardian_id']}:{row['pupil_id']}"
            before = {"kinship": known[pupil]} if pupil in known else None
            writer.trace("workbook.add" if before is None else "workbook.change", "guardianship", place, before, row)
    await writer.put(Guardianship, new)
    await writer.change(Guardianship, changed)
