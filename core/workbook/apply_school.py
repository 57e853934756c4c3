"""Writing the school, its year and its calendar."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import insert, update

from core.app import Work
from core.workbook.bulk import Writer
from core.workbook.delta import Delta
from core.workbook.draft import Draft
from core.workbook.rows import Row, facts_of
from core.workbook.stored import Kept
from storage.base import Base
from storage.models import Bell, Holiday, RegulationChoice, School, StudyPeriod, StudyYear

PARKED = date(1900, 1, 1)


async def apply_year(work: Work, draft: Draft) -> int:
    """The study year's id, made or brought up to date."""
    year, stored = draft.year, draft.stored
    if stored.year_id is None or stored.year is None:
        values = {"name": year.name, "starts": year.starts, "ends": year.ends}
        made = await work.session.execute(insert(StudyYear).values(**values).returning(StudyYear.id))
        return int(made.scalar_one())
    if year.differs(stored.year):
        where = StudyYear.id == stored.year_id
        await work.session.execute(update(StudyYear).where(where).values(starts=year.starts, ends=year.ends))
    return stored.year_id


async def apply_school(writer: Writer) -> None:
    """The school's own row."""
    draft = writer.draft
    stored = draft.stored
    if stored.year is None or draft.year.differs(stored.year):
        writer.trace("workbook.year", "study_year", writer.year_id, stored.year, draft.year)
    if not draft.school.differs(stored.school) and stored.school_year_id == writer.year_id:
        return
    values: dict[str, Any] = {name: getattr(draft.school, name) for name in facts_of(type(draft.school))}
    regulation = values.pop("regulation")
    if regulation != stored.school.regulation:
        await writer.put(RegulationChoice, [_choice(writer, regulation)])
    await writer.session.execute(update(School).values(**values, year_id=writer.year_id))
    writer.trace("workbook.school", "school", 1, stored.school, draft.school)


def _choice(writer: Writer, name: str) -> dict[str, Any]:
    work = writer.work
    return {
        "since": work.today,
        "name": name,
        "body": writer.draft.stored.regulation_files.get(name, ""),
        "overrides": {},
        "chosen_by": work.actor.staff_id,
        "chosen_at": work.now,
    }


async def apply_calendar(writer: Writer) -> None:
    """Bells, periods and holidays."""
    draft, stored = writer.draft, writer.draft.stored
    await _apply(writer, Bell, draft.bells, stored.bells)
    await _apply(writer, Holiday, draft.holidays, stored.holidays)
    # Periods may not overlap even for a moment: those that change step aside first.
    ids = [stored.periods.ids[key] for key in draft.periods.changed]
    days = {row_id: PARKED + timedelta(days=number) for number, row_id in enumerate(ids)}
    await writer.change(StudyPeriod, [{"id": i, "starts": day, "ends": day} for i, day in days.items()])
    await _apply(writer, StudyPeriod, draft.periods, stored.periods)


async def _apply(writer: Writer, model: type[Base], delta: Delta[Any], kept: Kept[Any]) -> None:
    name = model.__tablename__
    await writer.remove(model, [kept.ids[key] for key in delta.removed])
    for key, row in delta.removed.items():
        writer.trace("workbook.remove", name, kept.ids[key], row, None)
    await writer.change(model, [{"id": kept.ids[k], **_values(after)} for k, (_, after) in delta.changed.items()])
    for key, (before, after) in delta.changed.items():
        writer.trace("workbook.change", name, kept.ids[key], before, after)
    rows = list(delta.new.values())
    ids = await writer.add(model, [{"year_id": writer.year_id, **_values(row)} for row in rows])
    for row, row_id in zip(rows, ids, strict=True):
        writer.trace("workbook.add", name, row_id, None, row)


def _values(row: Row) -> dict[str, Any]:
    return {name: getattr(row, name) for name in facts_of(type(row))}
