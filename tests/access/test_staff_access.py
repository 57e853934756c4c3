"""The administrator's list of staff, and the first administrator."""

from datetime import date

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.access.codes import redeem
from core.access.staff import PAGE, Invitation, find_staff, invite, staff_page
from core.actor import Address
from core.app import App
from core.errors import AccessDenied, NothingThere
from core.terms import Door, Role
from storage.models import Staff
from tests.support.school import Person, SchoolBuilder


@pytest.fixture
async def administrator(school: SchoolBuilder) -> Person:
    return await school.connected_staff("Админова", Role.ADMINISTRATOR)


async def found(app: App, administrator: Person, text: str) -> list[str]:
    async with app.work(administrator.address) as work:
        return [m.name.split()[0] for m in (await find_staff(work, text)).lines]


async def test_staff_come_by_the_page(app: App, school: SchoolBuilder, administrator: Person) -> None:
    for number in range(PAGE + 3):
        await school.staff(f"Учитель{number:02}")

    async with app.work(administrator.address) as work:
        first, last, beyond = await staff_page(work, 0), await staff_page(work, 1), await staff_page(work, 99)

    assert (len(first.lines), len(last.lines), first.pages, first.connected, first.total) == (10, 4, 2, 1, 14)
    assert beyond.lines == last.lines


@pytest.mark.parametrize("text", ["семён", "Семенова", "СЕМЁНОВА", "Симёнова", "семенова анна"])
async def test_a_surname_typed_in_haste_is_found(
    app: App, school: SchoolBuilder, administrator: Person, text: str
) -> None:
    await school.staff("Семёнова")
    await school.staff("Петрова")

    assert await found(app, administrator, text) == ["Семёнова"]


async def test_nobody_is_found_by_nothing(app: App, school: SchoolBuilder, administrator: Person) -> None:
    assert await found(app, administrator, "  ") == []
    assert await found(app, administrator, "щ" * 4096) == []


async def test_the_dismissed_are_not_listed(
    app: App, school: SchoolBuilder, administrator: Person, sessions: async_sessionmaker[AsyncSession]
) -> None:
    gone = await school.staff("Ушедшая")
    async with sessions() as session, session.begin():
        await session.execute(update(Staff).where(Staff.id == gone).values(dismissed=date(2026, 11, 22)))

    assert await found(app, administrator, "Ушедшая") == []


async def test_others_do_not_list_staff(app: App, school: SchoolBuilder) -> None:
    director = await school.connected_staff("Директор", Role.DIRECTOR)

    with pytest.raises(AccessDenied):
        async with app.work(director.address) as work:
            await staff_page(work, 0)


async def invited(app: App, name: str = "Админов Олег", number: str = "ADMIN") -> Invitation:
    async with app.work() as work:
        return await invite(work, name, number)


async def test_the_first_administrator_comes_in_by_the_invitation(app: App, school: SchoolBuilder) -> None:
    phone = Address(door=Door.STAFF, chat="900")
    invitation = await invited(app)

    async with app.work(phone) as work:
        (await redeem(work, phone, invitation.code, "ru")).settled()

    async with app.work(phone) as work:
        page = await staff_page(work, 0)
    assert [m.name for m in page.lines] == ["Админов Олег"]


async def test_a_second_invitation_makes_no_second_administrator(app: App, school: SchoolBuilder) -> None:
    first = await invited(app)
    second = await invited(app, name="")

    assert second.name == first.name
    assert second.code != first.code


async def test_a_name_given_later_replaces_the_first(app: App, school: SchoolBuilder) -> None:
    assert (await invited(app, name="")).name == "ADMIN"

    await invited(app, "Админов Олег Ильич")

    assert (await invited(app, name="")).name == "Админов Олег Ильич"


async def test_a_staff_number_makes_that_person_administrator(app: App, school: SchoolBuilder) -> None:
    await school.staff("Директор", Role.DIRECTOR)

    assert (await invited(app, number="S1")).name == "Директор Анна Ивановна"
    with pytest.raises(NothingThere):
        await invited(app, number="S99")


async def test_who_is_in_the_workbook_is_not_made_a_second_time(app: App, school: SchoolBuilder) -> None:
    await school.staff("Директор", Role.DIRECTOR)

    await invited(app, "директор  Анна Ивановна")

    again = await invited(app, name="", number="S1")
    async with app.work() as work:
        names = (await work.session.scalars(select(Staff.surname))).all()
    assert again.name == "Директор Анна Ивановна"
    assert names == ["Директор"]


async def test_only_the_command_line_invites(app: App, administrator: Person) -> None:
    with pytest.raises(AccessDenied):
        async with app.work(administrator.address) as work:
            await invite(work, "Ещё один")
