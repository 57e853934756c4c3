"""The papers that families sent, for those at school who may see them."""

from dataclasses import dataclass

from sqlalchemy import or_, select

from core.app import Work
from core.errors import AccessDenied, NothingThere
from core.files import Page
from core.rights import SEES_SCHOOL
from core.rules.names import list_name
from core.terms import AbsenceReason
from storage.models import AbsenceNotice, ClassUnit, Enrolment, Pupil, StoredFile


@dataclass(frozen=True)
class PaperList:
    """What the class leader is shown: whose paper, for which notice, and the ids of its pages."""

    pupil: str
    notice_id: int
    reason: AbsenceReason
    pages: tuple[int, ...]


async def open_paper(work: Work, notice_id: int) -> PaperList:
    """For the class leader of the pupil's class, deputies and the director. Raises NothingThere, AccessDenied."""
    work.actor.require_staff()
    row = (
        await work.session.execute(
            select(AbsenceNotice.file_id, AbsenceNotice.reason, Pupil.id, Pupil.surname, Pupil.given_name)
            .join(Pupil, Pupil.id == AbsenceNotice.pupil_id)
            .where(AbsenceNotice.id == notice_id)
        )
    ).one_or_none()
    if row is None:
        raise NothingThere
    if not (work.actor.holds(*SEES_SCHOOL) or await _leads_pupil(work, row.id)):
        raise AccessDenied(notice=notice_id)
    if row.file_id is None:
        raise NothingThere
    page_ids = await work.session.scalars(
        select(StoredFile.id)
        .where(or_(StoredFile.id == row.file_id, StoredFile.page_of == row.file_id))
        .order_by(StoredFile.id)
    )
    return PaperList(list_name(row.surname, row.given_name), notice_id, row.reason, tuple(page_ids))


async def read_page(work: Work, notice_id: int, page_id: int) -> Page:
    """The bytes of one page. Raises as `open_paper`."""
    paper = await open_paper(work, notice_id)
    if page_id not in paper.pages:
        raise NothingThere
    file = await work.session.get_one(StoredFile, page_id)
    return Page(file.name, file.content)


async def _leads_pupil(work: Work, pupil_id: int) -> bool:
    today = work.today
    led = (
        select(ClassUnit.id)
        .join(Enrolment, Enrolment.class_id == ClassUnit.id)
        .where(
            Enrolment.pupil_id == pupil_id,
            Enrolment.starts <= today,
            or_(Enrolment.ends.is_(None), Enrolment.ends >= today),
            ClassUnit.id.in_(work.actor.leads),
        )
    )
    return await work.session.scalar(led.limit(1)) is not None
