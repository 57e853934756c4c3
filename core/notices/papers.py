"""Photos and PDFs of medical notes: kept as pages of one paper, shown to the class leader."""

from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy import ColumnElement, and_, delete, exists, func, or_, select, update

from core.app import Work
from core.audit import record
from core.errors import AccessDenied, ConsentNeeded, NotConnected, NothingThere
from core.errors.files import FileKindWrong, FileNotAccepted, TooManyFiles
from core.files import LIMIT_BYTES, LIMIT_MB, Upload, album_came, keep_file, mine, together
from core.notices.cards import PAPERS_COME_WITHIN, NoticeCard, open_notice, read_cards, require_guardian
from core.notices.pushes import NoticeChange, tell_class_leader
from core.rules.paper_kinds import paper_kind
from storage.models import (
    AbsenceNotice,
    Account,
    ConversationFile,
    Draft,
    IndividualAnswerFile,
    Pupil,
    StoredFile,
)

PAGES = 10
LOOSE_FOR = timedelta(days=1)
LOOSE_AT_ONCE = 20


@dataclass(frozen=True)
class PaperKept:
    """The notice with the page. `told`: a page of the same album came before, the person has been answered."""

    card: NoticeCard
    told: bool
    album: bool = False


@dataclass(frozen=True)
class LoosePaper:
    """A paper sent unasked, waiting to be put to one of the `notices`; `first` is its first page's id."""

    first: int
    told: bool
    notices: tuple[NoticeCard, ...]
    children: tuple[tuple[int, str], ...]


async def keep_page(work: Work, notice_id: int, upload: Upload) -> PaperKept:
    """Add a page to the notice's paper; the same message again changes nothing.

    Raises AccessDenied, NothingThere, FileNotAccepted and its kinds.
    """
    card = await _lock(work, notice_id)
    told = await album_came(work, upload)
    page = await _store(work, upload)
    if page is None:
        return PaperKept(card, told=True)
    if card.pages >= PAGES:
        raise TooManyFiles(limit=PAGES)
    return PaperKept(await _attach(work, card, [page]), told, upload.album is not None)


async def keep_loose(work: Work, upload: Upload) -> LoosePaper:
    """Keep a page that belongs to no notice yet, for a day. Guardians only; raises as `keep_page`."""
    children = await _own_children(work)
    await work.session.execute(select(Account.id).where(Account.id == work.actor.account_id).with_for_update())
    await _forget_old(work)
    told = await album_came(work, upload)
    page = await _store(work, upload)
    if told and page is not None:
        await _follow_album(work, upload, page)
    batch = await work.session.scalar(select(func.min(StoredFile.id)).where(mine(work), together(upload)))
    notices = await read_cards(
        work,
        AbsenceNotice.pupil_id.in_([pupil_id for pupil_id, _ in children]),
        AbsenceNotice.guardian_id.is_not(None),
        AbsenceNotice.withdrawn_at.is_(None),
        or_(AbsenceNotice.ends.is_(None), AbsenceNotice.ends >= work.today - PAPERS_COME_WITHIN),
    )
    return LoosePaper(batch or 0, told or page is None, tuple(notices), children)


async def attach_loose(work: Work, notice_id: int, first: int) -> PaperKept:
    """Put a loose paper, all pages of it, to a notice. `told` when it is there already. Raises as `keep_page`."""
    card = await _lock(work, notice_id)
    paper = select(StoredFile.id, StoredFile.album).where(mine(work), StoredFile.id == first)
    found = (await work.session.execute(paper)).one_or_none()
    if found is None:
        raise NothingThere
    batch = StoredFile.album == found.album if found.album else StoredFile.id == first
    pages = list(await work.session.scalars(select(StoredFile.id).where(_loose(work), batch).order_by(StoredFile.id)))
    if card.pages + len(pages) > PAGES:
        raise TooManyFiles(limit=PAGES)
    return PaperKept(await _attach(work, card, pages), told=False) if pages else PaperKept(card, told=True)


async def newest_loose(work: Work) -> int | None:
    """The first page of the paper that the account sent last and put nowhere yet."""
    newest = select(StoredFile.id, StoredFile.album).where(_loose(work)).order_by(StoredFile.id.desc()).limit(1)
    row = (await work.session.execute(newest)).one_or_none()
    if row is None or row.album is None:
        return row.id if row else None
    return await work.session.scalar(select(func.min(StoredFile.id)).where(_loose(work), StoredFile.album == row.album))


async def _lock(work: Work, notice_id: int) -> NoticeCard:
    """The notice, held so that the pages of an album come one after another."""
    card = await open_notice(work, notice_id)
    require_guardian(work, card.pupil_id)
    await work.session.execute(select(AbsenceNotice.id).where(AbsenceNotice.id == notice_id).with_for_update())
    fresh = await open_notice(work, notice_id)
    if fresh.withdrawn:
        raise NothingThere
    if fresh.by_school:
        raise AccessDenied(notice=notice_id)
    return fresh


async def _store(work: Work, upload: Upload) -> int | None:
    """The id of the stored file; None when this message was stored before. Raises FileNotAccepted and its kinds."""
    if len(upload.content) > LIMIT_BYTES:
        raise FileNotAccepted(limit_mb=LIMIT_MB)
    mime = paper_kind(upload.content)
    if mime is None:
        raise FileKindWrong
    return await keep_file(work, replace(upload, mime=mime))


async def _attach(work: Work, card: NoticeCard, pages: list[int]) -> NoticeCard:
    """Make the files pages of the notice's paper, and tell the class leader."""
    paper = await work.session.scalar(select(AbsenceNotice.file_id).where(AbsenceNotice.id == card.id)) or pages[0]
    await work.session.execute(
        update(StoredFile).where(StoredFile.id.in_(pages), StoredFile.id != paper).values(page_of=paper)
    )
    await work.session.execute(
        update(AbsenceNotice).where(AbsenceNotice.id == card.id).values(file_id=paper, rev=AbsenceNotice.rev + 1)
    )
    guardian_id = require_guardian(work, card.pupil_id)
    record(work, "notice.paper", "absence_notice", card.id, after={"files": pages}, guardian_id=guardian_id)
    fresh = await open_notice(work, card.id)
    await tell_class_leader(work, fresh, NoticeChange.PAPER)
    return fresh


async def _own_children(work: Work) -> tuple[tuple[int, str], ...]:
    """Id and given name of the children the account writes for. Raises NotConnected, ConsentNeeded, AccessDenied."""
    guarded = [c for c in work.actor.children if c.guardian_id is not None]
    if not work.actor.children:
        raise NotConnected
    if not guarded:
        raise AccessDenied
    own = {c.pupil_id for c in guarded if c.consented}
    if not own:
        raise ConsentNeeded
    rows = await work.session.execute(select(Pupil.id, Pupil.given_name).where(Pupil.id.in_(own)).order_by(Pupil.id))
    return tuple((row.id, row.given_name) for row in rows)


def _loose(work: Work) -> ColumnElement[bool]:
    """Sent by the account within `LOOSE_FOR` and put nowhere."""
    return _nowhere(work) & (StoredFile.created_at > work.now - LOOSE_FOR)


def _nowhere(work: Work) -> ColumnElement[bool]:
    """Sent by the account; no page of a paper, and in no conversation, draft or answer to a task."""
    places = (
        (AbsenceNotice, AbsenceNotice.file_id == StoredFile.id),
        (ConversationFile, ConversationFile.file_id == StoredFile.id),
        (IndividualAnswerFile, IndividualAnswerFile.file_id == StoredFile.id),
        (Draft, Draft.account_id == StoredFile.account_id, Draft.parts.contains(func.to_jsonb(StoredFile.id))),
    )
    used = [exists().select_from(table).where(*named).correlate(StoredFile) for table, *named in places]
    return and_(mine(work), StoredFile.source.is_not(None), StoredFile.page_of.is_(None), *(~one for one in used))


async def _follow_album(work: Work, upload: Upload, page: int) -> None:
    """The album was put to a notice before this page of it came: the page goes there too."""
    paper = func.coalesce(StoredFile.page_of, StoredFile.id)
    papers = select(paper).where(mine(work), together(upload), StoredFile.id != page)
    notice_id = await work.session.scalar(select(AbsenceNotice.id).where(AbsenceNotice.file_id.in_(papers)).limit(1))
    if notice_id is not None:
        await _attach(work, await _lock(work, notice_id), [page])


async def _forget_old(work: Work) -> None:
    """Loose papers of yesterday go. Raises TooManyFiles when too many of today wait."""
    old = StoredFile.created_at <= work.now - LOOSE_FOR
    await work.session.execute(delete(StoredFile).where(_nowhere(work), old))
    waiting = await work.session.scalar(select(func.count()).where(_loose(work)))
    if (waiting or 0) >= LOOSE_AT_ONCE:
        raise TooManyFiles(limit=LOOSE_AT_ONCE)
