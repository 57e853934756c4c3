"""The sheet of a document says of each reader what the phones say, and counts a person once."""

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.announcements.outcome import Count
from core.app import App
from core.shelf import publishing, readers
from core.shelf.sheet import document_sheet
from core.terms import ShelfSection
from storage.models import Account, Outbox
from tests.shelf.conftest import Readership
from tests.support.clock import MONDAY, moscow
from tests.support.school import Person, SchoolBuilder


async def _published(app: App, author: Person) -> int:
    async with app.work(author.address) as work:
        made = (await publishing.add_document(work, ShelfSection.ORDERS, "Приказ", source="message-1")).document
        made = (await publishing.set_readers(work, made.id, everybody=True, seen=made.rev)).document
        made = (await publishing.set_acknowledgement(work, made.id, asked=True, seen=made.rev)).document
        await publishing.publish(work, made.id, seen=made.rev)
    return made.id


async def test_the_sheet_and_the_list_agree_whoever_reads(
    app: App, readership: Readership, school: SchoolBuilder, sessions: async_sessionmaker[AsyncSession]
) -> None:
    twins = [await school.pupil(readership.class_id, "Двойнова", name) for name in ("Анна", "Яна")]
    await school.connected_guardian(*twins, surname="Двойнова")
    blocked = await school.connected_guardian(twins[0], surname="Глухова")
    await school.connected_guardian(twins[1], surname="Неверова", consent=False)
    async with sessions() as session, session.begin():
        away = update(Account).where(Account.id == blocked.account_id)
        await session.execute(away.values(unreachable_at=moscow(MONDAY, "07:00")))
    item = await _published(app, readership.director)
    async with app.work(readership.mother.address) as work:
        await readers.acknowledge(work, item)

    async with app.work(readership.director.address) as work:
        paper = await document_sheet(work, item)
        listed = await readers.readers(work, item, readership.class_id)

    assert paper.count == Count(people=8, read=1, silent=5, unreachable=1, not_connected=1)
    assert (listed.chosen.asked, listed.chosen.read) == (5, 1)
    assert [(one.name.split()[0], one.of, one.state) for one in listed.people] == [
        ("Глухова", "Двойнова Анна", "unreachable"),
        ("Двойнова", "Двойнова Анна, Двойнова Яна", "board"),
        ("Иванов", "", "board"),
        ("Неверова", "Двойнова Яна", "not_connected"),
        ("Иванова", "Иванов Пётр", "read"),
    ]


async def test_a_pupil_with_the_bot_is_told_and_is_among_the_readers(
    app: App, readership: Readership, school: SchoolBuilder, sessions: async_sessionmaker[AsyncSession]
) -> None:
    await school.pupil(readership.class_id, "Петров")
    item = await _published(app, readership.director)
    async with app.work(readership.pupil.address) as work:
        await readers.acknowledge(work, item)

    async with app.work(readership.director.address) as work:
        paper = await document_sheet(work, item)
        listed = await readers.readers(work, item, readership.class_id)
        reminded = await readers.remind(work, item)

    assert [(one.name, one.of, one.state) for one in listed.people] == [
        ("Иванова Мария Петровна", "Иванов Пётр", "board"),
        ("Иванов Пётр", "", "read"),
    ]
    assert [line.name for line in paper.parts[-1].lines] == ["Иванов Пётр", "Иванова Мария Петровна"]
    assert reminded == 4
    async with sessions() as session:
        told = select(Outbox.account_id).where(Outbox.kind == "shelf_published", Outbox.door == "family")
        accounts = set(await session.scalars(told))
    assert accounts == {readership.mother.account_id, readership.pupil.account_id}
