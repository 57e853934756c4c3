"""Photos and PDFs of medical notes, from the family to the class leader."""

import asyncio

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.errors import AccessDenied, NotConnected, NothingThere
from core.errors.files import FileKindWrong, FileNotAccepted, TooManyFiles
from core.files import LIMIT_BYTES, Upload
from core.notices.paper_reading import open_paper, read_page
from core.notices.papers import (
    LOOSE_AT_ONCE,
    PAGES,
    PaperKept,
    attach_loose,
    keep_loose,
    keep_page,
    newest_loose,
)
from core.notices.writing import give_notice
from core.rules.dates import DateRange
from core.terms import AbsenceReason, Role
from storage.models import StoredFile
from tests.family.conftest import Enter, Family
from tests.support.clock import MONDAY, FakeClock
from tests.support.school import Person, SchoolBuilder

Sessions = async_sessionmaker[AsyncSession]
PDF = b"%PDF-1.4 medical note"


def page(number: int = 1, album: str | None = None, content: bytes = PDF) -> Upload:
    return Upload(f"page {number}.pdf", content, f"message-{number}", album)


@pytest.fixture
async def notice_id(family: Family, enter: Enter) -> int:
    """A notice for today by the mother."""
    async with enter(family.mother) as work:
        result = await give_notice(work, family.pupil_id, DateRange(MONDAY, MONDAY), AbsenceReason.ILLNESS)
        return result.card.id


async def keep(enter: Enter, who: Person, notice_id: int, upload: Upload) -> PaperKept:
    async with enter(who) as work:
        return await keep_page(work, notice_id, upload)


async def kept_files(sessions: Sessions) -> int:
    async with sessions() as session:
        return await session.scalar(select(func.count()).select_from(StoredFile)) or 0


async def test_pages_of_an_album_sent_at_once_are_all_kept_and_answered_once(
    family: Family, enter: Enter, notice_id: int
) -> None:
    pages = [keep(enter, family.mother, notice_id, page(n, "album")) for n in (1, 2, 3)]
    kept = await asyncio.gather(*pages)

    assert sorted(k.told for k in kept) == [False, True, True]
    assert max(k.card.pages for k in kept) == 3


async def test_the_same_message_again_is_kept_once(
    family: Family, enter: Enter, notice_id: int, sessions: Sessions
) -> None:
    await keep(enter, family.mother, notice_id, page())

    again = await keep(enter, family.mother, notice_id, page())

    assert (again.told, again.card.pages, await kept_files(sessions)) == (True, 1, 1)


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"MZ program", FileKindWrong),
        (b"", FileKindWrong),
        (b"<html>", FileKindWrong),
        (PDF + bytes(LIMIT_BYTES), FileNotAccepted),
    ],
    ids=["program", "empty", "html", "huge"],
)
async def test_what_is_no_paper_is_refused_and_not_kept(
    family: Family, enter: Enter, notice_id: int, sessions: Sessions, content: bytes, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        await keep(enter, family.mother, notice_id, page(content=content))

    assert await kept_files(sessions) == 0


async def test_a_paper_has_ten_pages_at_most(family: Family, enter: Enter, notice_id: int, sessions: Sessions) -> None:
    for number in range(PAGES):
        await keep(enter, family.mother, notice_id, page(number))

    with pytest.raises(TooManyFiles):
        await keep(enter, family.mother, notice_id, page(PAGES))

    assert await kept_files(sessions) == PAGES


async def test_nobody_elses_notice_takes_a_page(
    family: Family, enter: Enter, notice_id: int, school: SchoolBuilder, sessions: Sessions
) -> None:
    pupil = await school.connected_pupil(family.pupil_id)
    for who in (family.stranger, pupil):
        with pytest.raises(AccessDenied):
            await keep(enter, who, notice_id, page())

    assert await kept_files(sessions) == 0


async def test_a_paper_sent_unasked_waits_for_its_notice(family: Family, enter: Enter, notice_id: int) -> None:
    async with enter(family.mother) as work:
        loose = await keep_loose(work, page(1, "album"))
    async with enter(family.mother) as work:
        more = await keep_loose(work, page(2, "album"))
        assert await newest_loose(work) == loose.first

    async with enter(family.mother) as work:
        kept = await attach_loose(work, notice_id, loose.first)

    assert ([n.id for n in loose.notices], loose.told, more.told) == ([notice_id], False, True)
    assert (more.first, kept.card.pages) == (loose.first, 2)


async def test_a_late_page_of_an_album_follows_it(family: Family, enter: Enter, notice_id: int) -> None:
    async with enter(family.mother) as work:
        loose = await keep_loose(work, page(1, "album"))
    async with enter(family.mother) as work:
        await attach_loose(work, notice_id, loose.first)

    async with enter(family.mother) as work:
        late = await keep_loose(work, page(2, "album"))

    assert (late.told, late.notices[0].pages) == (True, 2)


async def test_somebody_elses_paper_cannot_be_taken(family: Family, enter: Enter, notice_id: int) -> None:
    async with enter(family.stranger) as work:
        loose = await keep_loose(work, page())

    async with enter(family.mother) as work:
        with pytest.raises(NothingThere):
            await attach_loose(work, notice_id, loose.first)


async def test_papers_put_nowhere_are_few_and_gone_after_a_day(
    family: Family, enter: Enter, sessions: Sessions, clock: FakeClock
) -> None:
    for number in range(LOOSE_AT_ONCE):
        async with enter(family.mother) as work:
            await keep_loose(work, page(number))
    async with enter(family.mother) as work:
        with pytest.raises(TooManyFiles):
            await keep_loose(work, page(99))

    clock.forward(days=1)
    async with enter(family.mother) as work:
        await keep_loose(work, page(100))

    assert await kept_files(sessions) == 1


async def test_the_class_leader_and_the_heads_see_the_paper(
    family: Family, enter: Enter, notice_id: int, school: SchoolBuilder
) -> None:
    await keep(enter, family.mother, notice_id, page())

    for who in (
        family.leader,
        await school.connected_staff("Завуч", Role.DEPUTY_HEAD),
        await school.connected_staff("Директор", Role.DIRECTOR),
    ):
        async with enter(who) as work:
            paper = await open_paper(work, notice_id)
            shown = await read_page(work, notice_id, paper.pages[0])
        assert (paper.pupil, shown.content) == ("Иванов Пётр", PDF)


async def test_other_staff_and_families_do_not(
    family: Family, enter: Enter, notice_id: int, school: SchoolBuilder
) -> None:
    await keep(enter, family.mother, notice_id, page())
    other_leader = await school.connected_staff("Чужая")
    await school.class_unit("8А", other_leader.id)

    for who, refusal in (
        (other_leader, AccessDenied),
        (await school.connected_staff("Админ", Role.ADMINISTRATOR), AccessDenied),
        (family.stranger, NotConnected),
    ):
        async with enter(who) as work:
            with pytest.raises(refusal):
                await open_paper(work, notice_id)
