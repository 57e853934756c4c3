"""Who sees and keeps whose access, and cutting off."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.access.cards import Reach
from core.access.codes import redeem
from core.access.desk import issue_code, person_card, revoke_access
from core.access.families import class_families, class_list, family
from core.access.holders import Holder, HolderKind
from core.access.slips import make_slips, slips_offer
from core.app import App, Work
from core.errors import AccessDenied, NotConnected, NothingThere
from core.errors.access import CodeIssuedMeanwhile, CodeWithdrawn
from core.terms import Role
from storage.models import Account, AuditEntry, Enrolment
from tests.support.clock import FakeClock
from tests.support.school import Person, SchoolBuilder

Sessions = async_sessionmaker[AsyncSession]


@dataclass(frozen=True)
class Classes:
    """7Б with Пётр (mother connected, father not) and Олег (nobody); 8А with one pupil; who may look."""

    seven: int
    eight: int
    petr: int
    oleg: int
    mother: Person
    father: int
    staff: dict[str, Person]


@pytest.fixture
async def classes(school: SchoolBuilder) -> Classes:
    staff = {
        "leader": await school.connected_staff("Классная"),
        "other leader": await school.connected_staff("Чужая"),
        "teacher": await school.connected_staff("Учитель"),
        "director": await school.connected_staff("Директор", Role.DIRECTOR),
        "deputy": await school.connected_staff("Завуч", Role.DEPUTY_HEAD),
        "secretary": await school.connected_staff("Секретарь", Role.SECRETARY),
        "administrator": await school.connected_staff("Админ", Role.ADMINISTRATOR),
    }
    seven = await school.class_unit("7Б", staff["leader"].id)
    eight = await school.class_unit("8А", staff["other leader"].id)
    petr = await school.pupil(seven)
    oleg = await school.pupil(seven, "Ёлкин", "Олег")
    await school.pupil(eight, "Сидоров")
    return Classes(
        seven=seven,
        eight=eight,
        petr=petr,
        oleg=oleg,
        mother=await school.connected_guardian(petr),
        father=await school.guardian(petr, surname="Иванов"),
        staff=staff,
    )


def guardian(person_id: int) -> Holder:
    return Holder(HolderKind.GUARDIAN, person_id)


async def allowed(app: App, person: Person, act: Callable[[Work], Awaitable[object]]) -> bool:
    try:
        async with app.work(person.address) as work:
            await act(work)
    except AccessDenied:
        return False
    return True


SEE = {"leader", "director", "deputy", "secretary", "administrator"}
KEEP = {"leader", "director", "administrator"}


async def test_who_sees_the_families_of_a_class(app: App, classes: Classes) -> None:
    seen = {w for w, p in classes.staff.items() if await allowed(app, p, lambda k: class_families(k, classes.seven))}

    assert seen == SEE


async def test_who_opens_a_person_s_card(app: App, classes: Classes) -> None:
    holder = guardian(classes.father)

    seen = {
        w for w, p in classes.staff.items() if await allowed(app, p, lambda k: person_card(k, holder, classes.seven))
    }

    assert seen == SEE


async def test_who_issues_a_code(app: App, classes: Classes) -> None:
    async def act(work: Work) -> None:
        card = await person_card(work, guardian(classes.father), classes.seven)
        await issue_code(work, guardian(classes.father), classes.seven, card.member.newest_code)

    assert {w for w, p in classes.staff.items() if await allowed(app, p, act)} == KEEP


async def test_who_cuts_off(app: App, classes: Classes) -> None:
    holder = guardian(classes.mother.id)

    kept = {
        w
        for w, p in classes.staff.items()
        if await allowed(app, p, lambda k: revoke_access(k, holder, classes.seven, 0, None))
    }

    assert kept == KEEP


async def test_who_prints_slips(app: App, classes: Classes) -> None:
    kept = {w for w, p in classes.staff.items() if await allowed(app, p, lambda k: slips_offer(k, classes.seven))}

    assert kept == KEEP


async def test_naming_one_s_own_class_does_not_reach_another_class_s_people(app: App, classes: Classes) -> None:
    other = classes.staff["other leader"]

    assert not await allowed(app, other, lambda k: person_card(k, guardian(classes.mother.id), classes.eight))
    assert not await allowed(
        app, other, lambda k: issue_code(k, Holder(HolderKind.PUPIL, classes.petr), classes.eight, 0)
    )


async def test_a_guardian_is_not_reached_without_a_class(app: App, classes: Classes) -> None:
    administrator = classes.staff["administrator"]

    assert not await allowed(app, administrator, lambda k: person_card(k, guardian(classes.mother.id), None))


async def test_a_family_sees_nobody(app: App, classes: Classes) -> None:
    with pytest.raises(NotConnected):
        async with app.work(classes.mother.address) as work:
            await class_families(work, classes.seven)


async def test_staff_cards_are_the_administrator_s(app: App, classes: Classes) -> None:
    holder = Holder(HolderKind.STAFF, classes.staff["teacher"].id)

    seen = {w for w, p in classes.staff.items() if await allowed(app, p, lambda k: person_card(k, holder, None))}

    assert seen == {"administrator"}


async def test_a_class_shows_who_is_connected(app: App, classes: Classes) -> None:
    async with app.work(classes.staff["leader"].address) as work:
        found = await class_families(work, classes.seven)

    assert [(f.name, f.reach) for f in found.families] == [
        ("Ёлкин Олег", Reach.NONE),
        ("Иванов Пётр", Reach.CONNECTED),
    ]
    assert [g.member.reach for g in found.families[1].guardians] == [Reach.CONNECTED, Reach.NONE]
    assert found.may_keep


async def test_a_blocked_bot_shows_as_unreachable(
    app: App, classes: Classes, sessions: Sessions, clock: FakeClock
) -> None:
    async with sessions() as session, session.begin():
        account = Account.id == classes.mother.account_id
        await session.execute(update(Account).where(account).values(unreachable_at=clock.now()))

    async with app.work(classes.staff["leader"].address) as work:
        _, petrs = await family(work, classes.seven, classes.petr)

    assert petrs.reach is Reach.UNREACHABLE


async def test_a_leader_lists_the_own_class_and_a_deputy_all(app: App, classes: Classes) -> None:
    async def names(who: str) -> list[tuple[str, int, int]]:
        async with app.work(classes.staff[who].address) as work:
            return [(c.name, c.connected, c.total) for c in (await class_list(work)).classes]

    assert await names("leader") == [("7Б", 1, 2)]
    assert await names("deputy") == [("7Б", 1, 2), ("8А", 0, 1)]
    assert await names("teacher") == []


async def test_cutting_off_ends_the_next_unit_of_work_and_the_unused_code(
    app: App, classes: Classes, sessions: Sessions
) -> None:
    leader, holder = classes.staff["leader"], guardian(classes.mother.id)
    async with app.work(leader.address) as work:
        handed = await issue_code(work, holder, classes.seven, 0)
        last = (await person_card(work, holder, classes.seven)).member.last_link

    async with app.work(leader.address) as work:
        assert await revoke_access(work, holder, classes.seven, last, None) == 1

    async with app.work(classes.mother.address) as work:
        assert not work.actor.connected
        attempt = await redeem(work, classes.mother.address, handed.issued.code, "ru")
    assert isinstance(attempt.refusal, CodeWithdrawn)
    async with sessions() as session:
        trace = await session.scalar(select(AuditEntry).where(AuditEntry.action == "revoke_link"))
    assert trace is not None
    assert (trace.staff_id, trace.subject_id) == (leader.id, str(classes.mother.link_id))


async def test_one_lost_phone_is_cut_off_and_the_other_stays(app: App, school: SchoolBuilder, classes: Classes) -> None:
    holder = guardian(classes.mother.id)
    tablet = await school.connect(classes.mother.address.door, guardian_id=classes.mother.id)

    async with app.work(classes.staff["leader"].address) as work:
        await revoke_access(work, holder, classes.seven, tablet.link_id, classes.mother.link_id)

    async with app.work(classes.mother.address) as work:
        assert not work.actor.connected
    async with app.work(tablet.address) as work:
        assert work.actor.connected


async def test_an_old_button_does_not_cut_off_a_later_connection(
    app: App, school: SchoolBuilder, classes: Classes
) -> None:
    later = await school.connect(classes.mother.address.door, guardian_id=classes.mother.id)

    async with app.work(classes.staff["leader"].address) as work:
        await revoke_access(work, guardian(classes.mother.id), classes.seven, classes.mother.link_id, None)

    async with app.work(later.address) as work:
        assert work.actor.connected


async def test_a_departed_pupil_is_no_longer_in_the_list(app: App, classes: Classes, sessions: Sessions) -> None:
    async with sessions() as session, session.begin():
        oleg = Enrolment.pupil_id == classes.oleg
        await session.execute(update(Enrolment).where(oleg).values(ends=date(2026, 11, 22)))

    async with app.work(classes.staff["leader"].address) as work:
        found = await class_families(work, classes.seven)

    assert [f.name for f in found.families] == ["Иванов Пётр"]


async def test_slips_for_who_is_missing_leave_the_connected_alone(app: App, classes: Classes) -> None:
    async with app.work(classes.staff["leader"].address) as work:
        offer = await slips_offer(work, classes.seven)
        sheet = await make_slips(work, classes.seven, everybody=False, seen=offer.seen)

    assert (offer.missing, offer.everybody) == (3, 4)
    assert [(s.name, s.pupil, s.kinship) for s in sheet.slips] == [
        ("Ёлкин Олег", "", ""),
        ("Иванов Пётр", "", ""),
        ("Иванов Мария Петровна", "Иванов Пётр", "мать"),
    ]
    assert len({s.code for s in sheet.slips}) == 3


async def test_slips_pressed_twice_are_made_once(app: App, classes: Classes) -> None:
    leader = classes.staff["leader"]
    async with app.work(leader.address) as work:
        offer = await slips_offer(work, classes.seven)
        await make_slips(work, classes.seven, everybody=True, seen=offer.seen)

    with pytest.raises(CodeIssuedMeanwhile):
        async with app.work(leader.address) as work:
            await make_slips(work, classes.seven, everybody=True, seen=offer.seen)


async def test_a_class_without_pupils_has_no_slips(app: App, school: SchoolBuilder, classes: Classes) -> None:
    leader = classes.staff["leader"]
    empty = await school.class_unit("9В", leader.id)

    async with app.work(leader.address) as work:
        assert (await class_families(work, empty)).families == ()
    with pytest.raises(NothingThere):
        async with app.work(leader.address) as work:
            await make_slips(work, empty, everybody=True, seen=0)
