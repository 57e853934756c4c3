"""One's own phones: cut off one by one, all but one, or all by a code from any phone (A5)."""

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.access import sessions as phones
from core.access.codes import Attempt, redeem
from core.access.desk import end_family, family_phones, issue_code, person_card
from core.access.holders import Holder, HolderKind
from core.actor import Address
from core.app import App
from core.errors import AccessDenied, NotConnected
from core.errors.access import CodeExpired, CodeIssuedMeanwhile, CodeOfOtherDoor, CodeWithdrawn
from core.terms import Door, Role
from storage.models import Link, Outbox
from tests.support.clock import FakeClock
from tests.support.school import Person, SchoolBuilder

Sessions = async_sessionmaker[AsyncSession]
STREET = Address(door=Door.STAFF, chat="77777")


@pytest.fixture
async def teacher(school: SchoolBuilder) -> Person:
    return await school.connected_staff("Иванова")


@pytest.fixture
async def tablet(school: SchoolBuilder, teacher: Person) -> Person:
    return await school.connect(Door.STAFF, staff_id=teacher.id)


async def end_code(app: App, person: Person, seen: int = 0) -> str:
    async with app.work(person.address) as work:
        return (await phones.issue_end_code(work, seen)).code


async def type_code(app: App, address: Address, code: str) -> Attempt:
    async with app.work(address) as work:
        return await redeem(work, address, code, "ru")


async def standing(sessions: Sessions) -> set[int]:
    async with sessions() as session:
        return set(await session.scalars(select(Link.id).where(Link.revoked_at.is_(None))))


async def test_own_phones_are_listed_this_one_first(app: App, teacher: Person, tablet: Person) -> None:
    async with app.work(tablet.address) as work:
        shown = await phones.my_sessions(work)

    assert [(phone.link_id, phone.here) for phone in shown.phones] == [(tablet.link_id, True), (teacher.link_id, False)]


async def test_a_phone_is_cut_off_once_and_only_one_s_own(
    app: App, school: SchoolBuilder, teacher: Person, tablet: Person, sessions: Sessions
) -> None:
    other = await school.connected_staff("Петрова")
    async with app.work(teacher.address) as work:
        cut = [await phones.cut_phone(work, link) for link in (tablet.link_id, tablet.link_id, other.link_id)]

    assert cut == [True, False, False]
    assert await standing(sessions) == {teacher.link_id, other.link_id}


async def test_all_but_this_one_end_and_a_later_one_is_spared(
    app: App, school: SchoolBuilder, teacher: Person, tablet: Person, sessions: Sessions
) -> None:
    later = await school.connect(Door.STAFF, staff_id=teacher.id)

    async with app.work(teacher.address) as work:
        assert await phones.cut_others(work, tablet.link_id) == 1

    assert await standing(sessions) == {teacher.link_id, later.link_id}


async def test_the_code_from_a_stranger_s_phone_ends_every_session(
    app: App, school: SchoolBuilder, teacher: Person, tablet: Person, sessions: Sessions
) -> None:
    administrator = await school.connected_staff("Админова", Role.ADMINISTRATOR)
    code = await end_code(app, teacher)

    first, again = [(await type_code(app, STREET, code)).ended for _ in range(2)]

    assert first is not None
    assert again is not None
    assert (first.phones, again.phones) == (2, 0)
    assert await standing(sessions) == {administrator.link_id}
    async with app.work(STREET) as work:
        assert not work.actor.connected
    async with sessions() as session:
        told = await session.scalars(select(Outbox.account_id).where(Outbox.kind == "sessions_ended"))
        assert list(told) == [administrator.account_id]


async def test_a_newer_code_ends_the_former(app: App, teacher: Person, sessions: Sessions) -> None:
    former = await end_code(app, teacher)
    async with app.work(teacher.address) as work:
        seen = (await phones.my_sessions(work)).newest_code
    with pytest.raises(CodeIssuedMeanwhile):
        await end_code(app, teacher)
    await end_code(app, teacher, seen)

    refused = (await type_code(app, STREET, former)).refusal

    assert isinstance(refused, CodeWithdrawn)
    assert await standing(sessions) == {teacher.link_id}


async def test_a_code_to_come_in_and_a_code_to_end_do_not_know_of_each_other(
    app: App, school: SchoolBuilder, teacher: Person
) -> None:
    administrator = await school.connected_staff("Админова", Role.ADMINISTRATOR)
    holder = Holder(HolderKind.STAFF, teacher.id)
    ending = await end_code(app, teacher)
    async with app.work(administrator.address) as work:
        assert (await person_card(work, holder, None)).member.code is None
        entering = (await issue_code(work, holder, None, 0)).issued.code

    came = await type_code(app, STREET, entering)
    ended = await type_code(app, administrator.address, ending)

    assert came.welcome is not None
    assert ended.ended is not None
    assert ended.ended.phones == 2


async def test_the_code_works_for_a_year_and_only_at_its_own_door(app: App, teacher: Person, clock: FakeClock) -> None:
    code = await end_code(app, teacher)
    family = Address(door=Door.FAMILY, chat="77777")
    clock.forward(days=364)
    elsewhere = (await type_code(app, family, code)).refusal
    clock.forward(days=2)
    late = (await type_code(app, STREET, code)).refusal

    assert isinstance(elsewhere, CodeOfOtherDoor)
    assert isinstance(late, CodeExpired)


async def test_families_have_no_code_that_ends_sessions(app: App, school: SchoolBuilder) -> None:
    mother = await school.connected_guardian(await school.pupil(await school.class_unit()))

    with pytest.raises(NotConnected):
        await end_code(app, mother)


async def test_a_parent_ends_the_other_phones_of_the_own_person_only(
    app: App, school: SchoolBuilder, sessions: Sessions
) -> None:
    pupil = await school.pupil(await school.class_unit())
    mother = await school.connected_guardian(pupil)
    lost = await school.connect(Door.FAMILY, guardian_id=mother.id)
    father = await school.connected_guardian(pupil, surname="Иванов")
    async with app.work(mother.address) as work:
        shown = await phones.family_sessions(work)
        assert await phones.cut_others(work, shown.others) == 1

    assert lost.link_id not in await standing(sessions)
    assert await standing(sessions) == {mother.link_id, father.link_id}


async def test_the_class_leader_ends_every_phone_of_a_family_at_once(
    app: App, school: SchoolBuilder, sessions: Sessions
) -> None:
    leader = await school.connected_staff("Классная")
    class_id = await school.class_unit("7Б", leader.id)
    pupil = await school.pupil(class_id)
    mother = await school.connected_guardian(pupil)
    await school.connected_pupil(pupil)
    neighbour = await school.connected_guardian(await school.pupil(class_id, "Петрова"), surname="Петрова")
    async with app.work(leader.address) as work:
        phones_ = await family_phones(work, class_id, pupil)
    later = await school.connect(Door.FAMILY, guardian_id=mother.id)

    async with app.work(leader.address) as work:
        ended = [await end_family(work, class_id, pupil, phones_.last) for _ in range(2)]

    assert ended == [2, 0]
    assert phones_.connected == ("Иванов Пётр", "Иванова Мария Петровна")
    assert await standing(sessions) == {leader.link_id, neighbour.link_id, later.link_id}


async def test_others_end_no_family(app: App, school: SchoolBuilder) -> None:
    teacher = await school.connected_staff("Чужая")
    deputy = await school.connected_staff("Завучева", Role.DEPUTY_HEAD)
    class_id = await school.class_unit("7Б")
    pupil = await school.pupil(class_id)

    for person in (teacher, deputy):
        with pytest.raises(AccessDenied):
            async with app.work(person.address) as work:
                await end_family(work, class_id, pupil, 100)
