"""Writing many rows with few statements, and the trace of them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, insert, update
from sqlalchemy.ext.asyncio import AsyncSession

from core.app import Work
from core.workbook.draft import Draft
from core.workbook.rows import Row, facts
from storage.base import Base, table_of
from storage.models import AuditEntry

Values = Mapping[str, Any]


class Writer:
    """One import's writing: ids by key as they become known, and audit rows gathered to be written at once."""

    def __init__(self, work: Work, draft: Draft, year_id: int) -> None:
        self.work = work
        self.session: AsyncSession = work.session
        self.draft = draft
        self.year_id = year_id
        self.staff: dict[Any, int] = dict(draft.stored.staff.ids)
        self.subjects: dict[Any, int] = dict(draft.stored.subjects.ids)
        self.classes: dict[Any, int] = dict(draft.stored.classes.ids)
        self.pupils: dict[Any, int] = {key: pupil.id for key, pupil in draft.stored.pupils.items()}
        self._trail: list[tuple[Any, ...]] = []

    async def add(self, model: type[Base], rows: Sequence[Values]) -> list[int]:
        """Insert and return the ids, in the order of the rows."""
        if not rows:
            return []
        key = table_of(model).c.id
        statement = insert(model).returning(key, sort_by_parameter_order=True)
        return list((await self.session.execute(statement, rows)).scalars())

    async def put(self, model: type[Base], rows: Sequence[Values]) -> None:
        """Insert rows whose ids nobody asks for."""
        if rows:
            await self.session.execute(insert(model), rows)

    async def change(self, model: type[Base], rows: Sequence[Values]) -> None:
        """Update by `id`."""
        if rows:
            await self.session.execute(update(model), rows)

    async def remove(self, model: type[Base], ids: Iterable[int]) -> None:
        """Delete by id."""
        gone = list(ids)
        table = table_of(model)
        if gone:
            await self.session.execute(delete(table).where(table.c.id.in_(gone)))

    async def copy(self, model: type[Base], columns: Sequence[str], records: Sequence[tuple[Any, ...]]) -> None:
        """COPY: an order of magnitude faster than INSERT for tens of thousands of rows."""
        if records:
            connection = await (await self.session.connection()).get_raw_connection()
            driver: Any = connection.driver_connection
            await driver.copy_records_to_table(model.__tablename__, records=records, columns=columns)

    def trace(
        self, action: str, subject: str, subject_id: int | str, before: Row | Values | None, after: Row | Values | None
    ) -> None:
        """Remember a line of the trace (A8)."""
        actor = self.work.actor
        place = (self.work.now, actor.account_id, actor.staff_id, action, subject, str(subject_id)[:64])
        self._trail.append((*place, _json(before), _json(after)))

    async def write_trail(self) -> None:
        """Write the lines gathered."""
        columns = ("at", "account_id", "staff_id", "action", "subject", "subject_id", "before", "after")
        await self.copy(AuditEntry, columns, self._trail)


def _json(value: Row | Values | None) -> str | None:
    if value is None:
        return None
    return json.dumps(facts(value) if isinstance(value, Row) else dict(value), ensure_ascii=False, default=str)
