"""A file with a course plan, sent in the chat: kept, shown, taken over when confirmed."""

import asyncio
from dataclasses import dataclass

from sqlalchemy import delete, select

from core.app import Work
from core.errors import NothingThere
from core.files import Upload, keep
from core.plans.editions import EditionPreview, confirm_edition, preview_edition
from core.plans.files import PlanFile, read_plan_file
from core.plans.pages import PagePlan, hold_plan, open_plan
from storage.models import StoredFile

MIME = "application/x-course-plan"
"""Marks the kept file as a plan, whatever table it is."""


@dataclass(frozen=True)
class UploadPreview:
    """A file and what it would bring: `whole` keeps lines of several hours, `split` makes lessons of them (None: there
    are none). `stored` is the kept file; None when the file cannot be taken (`file.faults`).
    """

    page: PagePlan
    file: PlanFile
    stored: int | None = None
    whole: EditionPreview | None = None
    split: EditionPreview | None = None


async def receive_plan_file(work: Work, load_id: int, content: bytes, name: str, source: str) -> UploadPreview:
    """Read a file and keep it if it can be taken; `source` names the message, which is kept once.

    Files of this account kept before and not taken go. Raises NotConnected, NothingThere, AccessDenied.
    """
    page = await open_plan(work, load_id)
    file = await asyncio.to_thread(read_plan_file, content, name)
    preview = _preview(page, file, None, grade=_for_grade(page))
    if file.faults:
        return preview
    mine = (StoredFile.account_id == work.actor.account_id, StoredFile.mime == MIME)
    await work.session.execute(delete(StoredFile).where(*mine, StoredFile.source != source))
    kept = await keep(work, Upload(name, content, source, mime=MIME))
    return _preview(page, file, kept, grade=_for_grade(page))


async def preview_plan_file(work: Work, load_id: int, file_id: int, *, grade: bool) -> UploadPreview:
    """The kept file again, meant for the class or the whole grade. Raises NothingThere, AccessDenied."""
    page = await open_plan(work, load_id)
    return _preview(page, await _kept(work, file_id), file_id, grade=grade)


async def take_plan_file(
    work: Work, load_id: int, file_id: int, *, grade: bool, split: bool, seen: str
) -> tuple[PagePlan | UploadPreview, str]:
    """The page with its plan (note `already`: it was so before), or a fresh preview when the plan changed since.

    Raises NothingThere (the file is gone), AccessDenied.
    """
    page = await hold_plan(work, load_id)
    preview = _preview(page, await _kept(work, file_id), file_id, grade=grade)
    chosen = preview.split if split else preview.whole
    if chosen is None:
        raise NothingThere
    outcome, note = await confirm_edition(work, chosen, seen=seen, how=preview.file.name[-80:])
    return (preview if isinstance(outcome, EditionPreview) else outcome), note


async def drop_plan_file(work: Work, load_id: int, file_id: int) -> PagePlan:
    """Forget a kept file of one's own; the page it was for."""
    mine = (StoredFile.account_id == work.actor.account_id, StoredFile.mime == MIME, StoredFile.id == file_id)
    await work.session.execute(delete(StoredFile).where(*mine))
    return await open_plan(work, load_id)


def _for_grade(page: PagePlan) -> bool:
    """Who keeps the grade's plan and looks at it means it, unless the class has one of its own."""
    return page.keeps_grade and page.plan is not None and page.plan.of_grade


def _preview(page: PagePlan, file: PlanFile, stored: int | None, *, grade: bool) -> UploadPreview:
    whole = preview_edition(page, file.lines, grade=grade)
    if file.faults:
        return UploadPreview(page, file)
    split = preview_edition(page, file.split(), grade=grade) if file.long_lines else None
    return UploadPreview(page, file, stored, whole, split)


async def _kept(work: Work, file_id: int) -> PlanFile:
    """Read anew: only the own file."""
    mine = (StoredFile.account_id == work.actor.account_id, StoredFile.mime == MIME, StoredFile.id == file_id)
    row = (await work.session.execute(select(StoredFile.name, StoredFile.content).where(*mine))).one_or_none()
    if row is None:
        raise NothingThere
    return await asyncio.to_thread(read_plan_file, row.content, row.name)
