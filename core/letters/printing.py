"""Print jobs: a class leader without a printer asks the administrators, who say when it is done (C4; kam)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, select, update

from core.app import Work
from core.audit import record
from core.errors import AccessDenied, NothingThere
from core.files import Page
from core.letters.choosing import Offer, Outcome, offer
from core.letters.facts import Letter, LetterHead
from core.letters.reading import letters
from core.outbox import Kind, enqueue_for_staff
from core.recipients import accounts_of, holders_of
from core.rights import require_class
from core.rules.names import initials
from core.terms import PrintKind, Role
from storage.models import ClassUnit, PrintJob, Staff, StoredFile

OF_USE = timedelta(days=3)
PDF = "application/pdf"
SHOWN = 20


@dataclass(frozen=True)
class Papers:
    """What a PDF of letters is made of; no letters: there is nobody to print for, or `offer` says why not."""

    offer: Offer
    letters: tuple[Letter, ...]

    @property
    def head(self) -> LetterHead:
        return self.offer.head


@dataclass(frozen=True)
class JobLine:
    """A job not done yet. `count` letters of `period` (empty: the year) for a class; `asked_by` as Петрова А. И."""

    id: int
    class_id: int
    class_name: str
    period_id: int | None
    period: str
    count: int
    asked_by: str
    asked_at: datetime


@dataclass(frozen=True)
class JobList:
    """The oldest jobs that wait, of `count`. `done`: what the last press finished."""

    jobs: tuple[JobLine, ...]
    count: int
    done: JobLine | None = None


async def papers(work: Work, class_id: int, period: int | None, who: str, seen: str, *, everybody: bool) -> Papers:
    """The letters of the chosen, or of those who have no bot. Raises NotConnected, AccessDenied, NothingThere."""
    found = await offer(work, class_id, period, who, seen)
    wanted = {pupil.id for pupil in found.on_paper(everybody=everybody)}
    return Papers(found, await letters(work, found.head, wanted))


async def ask_print(work: Work, found: Papers, name: str, content: bytes) -> Offer:
    """Keep the PDF for the administrators and tell them; while the same waits already, nothing more (ALREADY).

    Raises NotConnected, AccessDenied, NothingThere (nothing on the paper).
    """
    head = found.head
    staff_id = work.actor.require_staff()
    require_class(work, head.class_id)
    if not found.letters:
        raise NothingThere
    await _hold(work, head.class_id)
    facts = _facts(found)
    if await _waits(work, head.class_id, facts):
        return replace(found.offer, outcome=Outcome.ALREADY)
    job = await _keep(work, head.class_id, facts, name, content, staff_id)
    record(work, "print.ask", "print_job", job, after={"class": head.class_id, **facts})
    administrators = await holders_of(work, Role.ADMINISTRATOR)
    told = {"job": job, "class": head.class_name, "period": head.span.name, "count": len(found.letters)}
    told["by"] = await _name_of(work, staff_id)
    await enqueue_for_staff(
        work,
        administrators,
        Kind.PRINT_ASKED,
        told,
        dedupe=f"{Kind.PRINT_ASKED}:{job}",
        expires_at=work.now + OF_USE,
        subject_id=job,
    )
    return replace(found.offer, outcome=Outcome.ASKED, administrators=bool(administrators))


async def print_jobs(work: Work) -> JobList:
    """What waits, for administrators. Raises NotConnected, AccessDenied."""
    work.actor.require_role(Role.ADMINISTRATOR)
    waiting = PrintJob.done_at.is_(None)
    count = await work.session.scalar(select(func.count()).where(waiting))
    rows = await work.session.execute(_LINES.where(waiting).order_by(PrintJob.made_at, PrintJob.id).limit(SHOWN))
    return JobList(tuple(_line(work, *row) for row in rows), count or 0)


async def job_file(work: Work, job_id: int) -> tuple[JobLine, Page]:
    """The PDF of a job, for administrators and whoever asked. Raises NotConnected, AccessDenied, NothingThere."""
    staff_id = work.actor.require_staff()
    row = (await work.session.execute(_LINES.where(PrintJob.id == job_id))).one_or_none()
    if not (work.actor.holds(Role.ADMINISTRATOR) or (row is not None and row[0].made_by == staff_id)):
        raise AccessDenied(print_job=job_id)
    if row is None or row[0].file_id is None:
        raise NothingThere
    file = await work.session.get_one(StoredFile, row[0].file_id)
    return _line(work, *row), Page(file.name, file.content)


async def job_done(work: Work, job_id: int) -> JobList:
    """It is printed: who asked hears, the file is no longer kept; a second press changes nothing.

    Administrators only. Raises NotConnected, AccessDenied, NothingThere.
    """
    staff_id = work.actor.require_role(Role.ADMINISTRATOR)
    row = (await work.session.execute(_LINES.where(PrintJob.id == job_id))).one_or_none()
    if row is None:
        raise NothingThere
    job, file_id = row[0], row[0].file_id
    closed = await work.session.scalar(
        update(PrintJob)
        .where(PrintJob.id == job_id, PrintJob.done_at.is_(None))
        .values(done_by=staff_id, done_at=work.now, file_id=None)
        .returning(PrintJob.id)
    )
    if closed is not None:
        await work.session.execute(delete(StoredFile).where(StoredFile.id == file_id))
        record(work, "print.done", "print_job", job_id)
        await _tell_asker(work, _line(work, *row), job.made_by, staff_id)
    return replace(await print_jobs(work), done=_line(work, *row))


async def _hold(work: Work, class_id: int) -> None:
    """Of two presses at once the second finds what the first asked for."""
    held = select(ClassUnit.id).where(ClassUnit.id == class_id).with_for_update(key_share=True)
    await work.session.execute(held)


async def _waits(work: Work, class_id: int, facts: dict[str, Any]) -> bool:
    same = select(PrintJob.id).where(PrintJob.class_id == class_id, PrintJob.done_at.is_(None), PrintJob.facts == facts)
    return await work.session.scalar(same.limit(1)) is not None


def _facts(found: Papers) -> dict[str, Any]:
    return {
        "period_id": found.head.span.id,
        "period": found.head.span.name,
        "pupils": [letter.pupil.id for letter in found.letters],
    }


async def _keep(work: Work, class_id: int, facts: dict[str, Any], name: str, content: bytes, staff_id: int) -> int:
    file = StoredFile(
        name=name,
        mime=PDF,
        size=len(content),
        content=content,
        created_at=work.now,
        account_id=work.actor.account_id,
    )
    work.session.add(file)
    await work.session.flush()
    job = PrintJob(
        kind=PrintKind.LETTERS,
        class_id=class_id,
        facts=facts,
        file_id=file.id,
        made_by=staff_id,
        made_at=work.now,
    )
    work.session.add(job)
    await work.session.flush()
    return job.id


async def _name_of(work: Work, staff_id: int) -> str:
    return initials(await work.session.get_one(Staff, staff_id))


async def _tell_asker(work: Work, line: JobLine, asker: int, printer: int) -> None:
    """Nobody is told of the own doing."""
    told = await accounts_of(work, [asker] if asker != printer else [])
    facts = {"class_id": line.class_id, "class": line.class_name, "period_id": line.period_id, "period": line.period}
    facts |= {"count": line.count, "by": await _name_of(work, printer)}
    await enqueue_for_staff(
        work,
        told.get(asker, ()),
        Kind.PRINT_DONE,
        facts,
        dedupe=f"{Kind.PRINT_DONE}:{line.id}",
        expires_at=work.now + OF_USE,
        subject_id=line.id,
    )


_LINES = (
    select(PrintJob, ClassUnit.name, Staff)
    .join(ClassUnit, ClassUnit.id == PrintJob.class_id)
    .join(Staff, Staff.id == PrintJob.made_by)
)


def _line(work: Work, job: PrintJob, class_name: str, asked_by: Staff) -> JobLine:
    return JobLine(
        id=job.id,
        class_id=job.class_id,
        class_name=class_name,
        period_id=_number(job.facts.get("period_id")),
        period=str(job.facts.get("period", "")),
        count=len(_pupils(job)),
        asked_by=initials(asked_by),
        asked_at=work.local(job.made_at),
    )


def _pupils(job: PrintJob) -> Sequence[int]:
    found = job.facts.get("pupils")
    return found if isinstance(found, list) else ()


def _number(found: object) -> int | None:
    return found if isinstance(found, int) else None
