"""Print jobs: a class leader without a printer asks the administrators, who say when it is done (C4; kam)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import exists, func, insert, literal, select, update

from core.app import Work
from core.audit import record
from core.errors import AccessDenied, NothingThere
from core.letters.choosing import Offer, Outcome, chosen, offer, offer_of
from core.letters.facts import Letter, LetterHead
from core.letters.reading import head_of, letter_head, letters
from core.outbox import Kind, enqueue_for_staff
from core.recipients import accounts_of, holders_of
from core.rules.names import initials
from core.terms import PrintKind, Role
from storage.models import ClassUnit, PrintJob, Staff

OF_USE = timedelta(days=3)
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
class JobPapers:
    """What a job's PDF is made of; `job.count` letters of those who are of the class still."""

    job: JobLine
    head: LetterHead
    letters: tuple[Letter, ...]


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


async def ask_print(work: Work, class_id: int, period: int | None, who: str, seen: str, *, everybody: bool) -> Offer:
    """Ask the administrators for the same letters on paper; while they wait already, nothing more (ALREADY).

    Nobody to print for, or the class list has changed (LIST): nothing is asked. Raises NotConnected, AccessDenied,
    NothingThere.
    """
    head = await letter_head(work, class_id, period, lock=True)
    found = await offer_of(work, chosen(head, who, seen))
    pupils = [pupil.id for pupil in found.on_paper(everybody=everybody)]
    if not pupils:
        return found
    facts = {"period_id": head.span.id, "period": head.span.name, "pupils": pupils}
    made = await _ask_once(work, class_id, facts)
    if made is None:
        return replace(found, outcome=Outcome.ALREADY)
    job, asker = made
    record(work, "print.ask", "print_job", job, after={"class": class_id, **facts})
    administrators = await holders_of(work, Role.ADMINISTRATOR)
    told = {"job": job, "class": head.class_name, "period": head.span.name, "count": len(pupils), "by": asker}
    await enqueue_for_staff(
        work,
        administrators,
        Kind.PRINT_ASKED,
        told,
        dedupe=f"{Kind.PRINT_ASKED}:{job}",
        expires_at=work.now + OF_USE,
        subject_id=job,
    )
    return replace(found, outcome=Outcome.ASKED, administrators=bool(administrators))


async def print_jobs(work: Work) -> JobList:
    """What waits, for administrators. Raises NotConnected, AccessDenied."""
    work.actor.require_role(Role.ADMINISTRATOR)
    waiting = _LINES.add_columns(func.count().over()).where(PrintJob.done_at.is_(None))
    rows = (await work.session.execute(waiting.order_by(PrintJob.made_at, PrintJob.id).limit(SHOWN))).all()
    return JobList(tuple(_line(work, *row[:-1]) for row in rows), rows[0][-1] if rows else 0)


async def job_papers(work: Work, job_id: int) -> JobPapers:
    """A job's letters as they are now, for administrators and whoever asked, until it is done.

    Raises NotConnected, AccessDenied, NothingThere.
    """
    staff_id = work.actor.require_staff()
    row = (await work.session.execute(_LINES.where(PrintJob.id == job_id))).one_or_none()
    if not (work.actor.holds(Role.ADMINISTRATOR) or (row is not None and row[0].made_by == staff_id)):
        raise AccessDenied(print_job=job_id)
    if row is None or row[0].done_at is not None:
        raise NothingThere
    line = _line(work, *row)
    head = await head_of(work, line.class_id, line.period_id)
    written = await letters(work, head, _pupils(row[0]))
    if not written:
        raise NothingThere
    return JobPapers(replace(line, count=len(written)), head, written)


async def job_done(work: Work, job_id: int) -> JobList:
    """It is printed: who asked hears; a second press changes nothing.

    Administrators only. Raises NotConnected, AccessDenied, NothingThere.
    """
    staff_id = work.actor.require_role(Role.ADMINISTRATOR)
    row = (await work.session.execute(_LINES.where(PrintJob.id == job_id))).one_or_none()
    if row is None:
        raise NothingThere
    closed = await work.session.scalar(
        update(PrintJob)
        .where(PrintJob.id == job_id, PrintJob.done_at.is_(None))
        .values(done_by=staff_id, done_at=work.now)
        .returning(PrintJob.id)
    )
    if closed is not None:
        record(work, "print.done", "print_job", job_id)
        await _tell_asker(work, _line(work, *row), row[0].made_by, staff_id)
    return replace(await print_jobs(work), done=_line(work, *row))


async def _ask_once(work: Work, class_id: int, facts: dict[str, Any]) -> tuple[int, str] | None:
    """The new job and who asks, unless the same waits; the class is held, so of two presses the second finds it."""
    waits = exists().where(PrintJob.class_id == class_id, PrintJob.done_at.is_(None), PrintJob.facts == facts)
    values = {
        PrintJob.kind: literal(PrintKind.LETTERS, PrintJob.kind.type),
        PrintJob.class_id: literal(class_id),
        PrintJob.facts: literal(facts, PrintJob.facts.type),
        PrintJob.made_by: literal(work.actor.require_staff()),
        PrintJob.made_at: literal(work.now),
    }
    new = insert(PrintJob).from_select([*values], select(*values.values()).where(~waits))
    made = new.returning(PrintJob.id, PrintJob.made_by).cte()
    row = (await work.session.execute(select(made.c.id, Staff).join(Staff, Staff.id == made.c.made_by))).one_or_none()
    return (row[0], initials(row[1])) if row else None


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
