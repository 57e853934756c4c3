"""Things that people send in several messages: words, then photos; an album; a file a minute later."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Row, Table, delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.sql import Select

from core.app import Work
from core.errors import AccessDenied
from core.errors.files import TooManyFiles
from core.files import mine
from storage.models import StoredFile

JOINS_WITHIN = timedelta(minutes=10)


@dataclass(frozen=True)
class FilesOf:
    """The table that says which kept files a thing has; its columns `keys` name the thing. At most `limit` files."""

    table: Table
    keys: tuple[str, ...]
    limit: int

    async def attach(self, work: Work, thing: Sequence[int], files: Sequence[int]) -> list[int]:
        """Put kept files of the account to a thing; those there already stay. Returns the new ones.

        Raises AccessDenied (somebody else's file), TooManyFiles.
        """
        wanted = list(dict.fromkeys(files))
        if not wanted:
            return []
        own = select(StoredFile.id).where(StoredFile.id.in_(wanted), mine(work))
        if len(list(await work.session.scalars(own))) != len(wanted):
            raise AccessDenied(thing=thing[0])
        names = dict(zip(self.keys, thing, strict=True))
        rows = [{**names, "file_id": file_id} for file_id in wanted]
        added = insert(self.table).values(rows).on_conflict_do_nothing().returning(self.table.c.file_id)
        new = list(await work.session.scalars(added))
        held = select(func.count()).select_from(self.table)
        total = await work.session.scalar(held.where(*(self.table.c[key] == value for key, value in names.items())))
        if new and (total or 0) > self.limit:
            raise TooManyFiles(limit=self.limit)
        return new

    async def of_album(self, work: Work, album: str | None) -> tuple[bool, tuple[int, ...] | None]:
        """Whether a file of the album came before, and the thing that it was put to."""
        if album is None:
            return False, None
        keys = [self.table.c[key] for key in self.keys]
        found = (
            await work.session.execute(
                select(*keys, StoredFile.id)
                .join_from(StoredFile, self.table, self.table.c.file_id == StoredFile.id, isouter=True)
                .where(mine(work), StoredFile.album == album)
                .order_by(*keys)
                .limit(1)
            )
        ).one_or_none()
        thing = tuple(found)[:-1] if found is not None else (None,)
        return found is not None, None if None in thing else thing

    async def forget(self, work: Work, files: Collection[int]) -> None:
        """Files of the account that were put nowhere go again."""
        used = select(self.table.c.file_id).where(self.table.c.file_id == StoredFile.id).exists()
        await work.session.execute(delete(StoredFile).where(mine(work), StoredFile.id.in_(files), ~used))


@dataclass(frozen=True)
class GivenThings:
    """Things that staff give in a message: a table with body, source, given_by, given_at, withdrawn_at.

    Its column `place` says where they are given: at a lesson, on a journal page.
    """

    table: Table
    place: str

    async def lately(self, work: Work, place_id: int) -> int | None:
        """The thing that the actor gave there a short while ago."""
        fresh = self._newest(work, place_id).where(self.table.c.given_at > work.now - JOINS_WITHIN)
        found: int | None = await work.session.scalar(fresh)
        return found

    async def answering(
        self, work: Work, place_id: int, question: int | None, *, bare: bool = False
    ) -> Row[Any] | None:
        """`id` and `rev` of the thing that an earlier answer to the same question (the message's number) made.

        `bare`: one that still has no words.
        """
        if question is None:
            return None
        found: Row[Any] | None = (await work.session.execute(self._newest(work, place_id))).one_or_none()
        number = (found.source or "").rpartition("message-")[2] if found else ""
        if found is None or not number.isdigit() or int(number) <= question or (bare and found.body):
            return None
        return found

    def _newest(self, work: Work, place_id: int) -> Select[Any]:
        c = self.table.c
        return (
            select(c.id, c.rev, c.source, c.body)
            .where(c[self.place] == place_id, c.given_by == work.actor.staff_id, c.withdrawn_at.is_(None))
            .order_by(c.id.desc())
            .limit(1)
        )
