"""Codes are redeemed once, by the right door, in time."""

import asyncio
import itertools
from datetime import date

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.access.codes import Attempt, Welcome, issue, redeem
from core.access.holders import Holder, HolderKind
from core.actor import Address
from core.app import App
from core.errors.access import CodeExpired, CodeIssuedMeanwhile, CodeOfOtherDoor, CodeUsed, CodeWithdrawn, CodeWrong
from core.rules.code_text import ALPHABET, LENGTH, Draw
from core.terms import Door, Role
from storage.models import AccessCode, AuditEntry, Enrolment, Link, Staff
from tests.support.clock import FakeClock
from tests.support.school import SchoolBuilder

Sessions = async_sessionmaker[AsyncSession]
PHONE = Address(door=Door.FAMILY, chat="501")
OTHER_PHONE = Address(door=Door.FAMILY, chat="502")
TEACHERS_PHONE = Address(door=Door.STAFF, chat="503")


def counting() -> Draw:
    """Codes 0000000000, 1111111111 ... in turn."""
    numbers = itertools.count()
    return lambda: ALPHABET[next(numbers)] * LENGTH


async def issue_to(app: App, kind: HolderKind, person_id: int, draw: Draw | None = None) -> str:
    async with app.work() as work:
        [issued] = await issue(work, [Holder(kind, person_id)], draw=draw or counting())
    return issued.code


async def use(app: App, address: Address, typed: str) -> Attempt:
    async with app.work(address) as work:
        return await redeem(work, address, typed, "ru")


async def family(school: SchoolBuilder) -> tuple[int, int]:
    """A pupil of 7Б and a guardian, neither connected."""
    pupil = await school.pupil(await school.class_unit("7Б"))
    return pupil, await school.guardian(pupil)


async def test_a_guardian_comes_in_with_the_code(app: App, school: SchoolBuilder) -> None:
    pupil, guardian = await family(school)
    code = await issue_to(app, HolderKind.GUARDIAN, guardian)

    attempt = await use(app, PHONE, code)

    assert attempt.settled() == Welcome(Holder(HolderKind.GUARDIAN, guardian), "Иванова Мария Петровна")
    async with app.work(PHONE) as work:
        assert [(c.pupil_id, c.guardian_id, c.consented) for c in work.actor.children] == [(pupil, guardian, False)]


async def test_of_two_accounts_with_one_code_one_wins(app: App, school: SchoolBuilder, sessions: Sessions) -> None:
    _, guardian = await family(school)
    code = await issue_to(app, HolderKind.GUARDIAN, guardian)

    attempts = await asyncio.gather(use(app, PHONE, code), use(app, OTHER_PHONE, code))

    refusals = [a.refusal for a in attempts if a.refusal]
    assert [type(r) for r in refusals] == [CodeUsed]
    async with sessions() as session:
        assert len(list(await session.scalars(select(Link)))) == 1


async def test_the_same_person_pressing_the_link_again_is_welcome(app: App, school: SchoolBuilder) -> None:
    _, guardian = await family(school)
    code = await issue_to(app, HolderKind.GUARDIAN, guardian)
    await use(app, PHONE, code)

    again = await use(app, PHONE, code)

    assert again.settled().already


async def test_one_account_twice_at_once_is_linked_once(app: App, school: SchoolBuilder, sessions: Sessions) -> None:
    _, guardian = await family(school)
    code = await issue_to(app, HolderKind.GUARDIAN, guardian)

    attempts = await asyncio.gather(use(app, PHONE, code), use(app, PHONE, code))

    assert all(a.welcome for a in attempts if not isinstance(a.refusal, CodeUsed))
    async with sessions() as session:
        assert len(list(await session.scalars(select(Link)))) == 1


@pytest.mark.parametrize(
    ("kind", "days", "refusal"),
    [
        (HolderKind.STAFF, 6, None),
        (HolderKind.STAFF, 7, CodeExpired),
        (HolderKind.GUARDIAN, 29, None),
        (HolderKind.GUARDIAN, 30, CodeExpired),
    ],
)
async def test_codes_expire(
    app: App, school: SchoolBuilder, clock: FakeClock, kind: HolderKind, days: int, refusal: type | None
) -> None:
    _, guardian = await family(school)
    person = guardian if kind is HolderKind.GUARDIAN else await school.staff()
    code = await issue_to(app, kind, person)
    clock.forward(days=days)

    attempt = await use(app, PHONE if kind is HolderKind.GUARDIAN else TEACHERS_PHONE, code)

    assert type(attempt.refusal) is (refusal or type(None))


async def test_a_staff_code_does_not_open_the_family_bot(app: App, school: SchoolBuilder) -> None:
    code = await issue_to(app, HolderKind.STAFF, await school.staff())

    assert isinstance((await use(app, PHONE, code)).refusal, CodeOfOtherDoor)
    assert (await use(app, TEACHERS_PHONE, code)).welcome is not None


async def test_a_new_code_ends_the_earlier_one(app: App, school: SchoolBuilder) -> None:
    _, guardian = await family(school)
    draw = counting()
    first = await issue_to(app, HolderKind.GUARDIAN, guardian, draw)
    second = await issue_to(app, HolderKind.GUARDIAN, guardian, draw)

    assert isinstance((await use(app, PHONE, first)).refusal, CodeWithdrawn)
    assert (await use(app, PHONE, second)).welcome is not None


async def test_a_press_delivered_twice_does_not_spoil_the_code(app: App, school: SchoolBuilder) -> None:
    _, guardian = await family(school)
    holder = Holder(HolderKind.GUARDIAN, guardian)
    async with app.work() as work:
        [issued] = await issue(work, [holder], seen=0, draw=counting())

    with pytest.raises(CodeIssuedMeanwhile):
        async with app.work() as work:
            await issue(work, [holder], seen=0)

    assert (await use(app, PHONE, issued.code)).welcome is not None


async def test_of_two_codes_issued_at_once_one_lets_in(app: App, school: SchoolBuilder, sessions: Sessions) -> None:
    _, guardian = await family(school)
    draw = counting()

    await asyncio.gather(*(issue_to(app, HolderKind.GUARDIAN, guardian, draw) for _ in range(4)))

    async with sessions() as session:
        open_codes = select(AccessCode).where(AccessCode.revoked_at.is_(None))
        assert len(list(await session.scalars(open_codes))) == 1


async def test_issuing_and_redeeming_at_once_do_not_wait_for_each_other_forever(
    app: App, school: SchoolBuilder
) -> None:
    _, guardian = await family(school)
    draw = counting()
    code = await issue_to(app, HolderKind.GUARDIAN, guardian, draw)

    attempt, _ = await asyncio.gather(use(app, PHONE, code), issue_to(app, HolderKind.GUARDIAN, guardian, draw))

    assert attempt.welcome is not None or isinstance(attempt.refusal, CodeWithdrawn)


async def test_only_a_hash_is_kept(app: App, school: SchoolBuilder, sessions: Sessions) -> None:
    code = await issue_to(app, HolderKind.STAFF, await school.staff())

    async with sessions() as session:
        kept = await session.scalar(select(AccessCode.code_hash))
    assert kept is not None
    assert len(kept) == 32
    assert code.encode() not in kept


async def test_one_account_speaks_for_several_of_a_family(app: App, school: SchoolBuilder) -> None:
    pupil, guardian = await family(school)
    draw = counting()
    await use(app, PHONE, await issue_to(app, HolderKind.GUARDIAN, guardian, draw))
    await use(app, PHONE, await issue_to(app, HolderKind.PUPIL, pupil, draw))

    async with app.work(PHONE) as work:
        assert [(c.pupil_id, c.guardian_id) for c in work.actor.children] == [(pupil, guardian), (pupil, None)]


async def test_another_staff_code_replaces_whom_the_account_spoke_for(
    app: App, school: SchoolBuilder, sessions: Sessions
) -> None:
    first, second = await school.staff("Первый"), await school.staff("Второй", Role.DEPUTY_HEAD)
    draw = counting()
    await use(app, TEACHERS_PHONE, await issue_to(app, HolderKind.STAFF, first, draw))

    attempt = await use(app, TEACHERS_PHONE, await issue_to(app, HolderKind.STAFF, second, draw))

    assert attempt.settled().replaced == "Первый Анна Ивановна"
    async with app.work(TEACHERS_PHONE) as work:
        assert work.actor.staff_id == second
    async with sessions() as session:
        trace = await session.scalar(select(AuditEntry).where(AuditEntry.action == "replace_link"))
    assert trace is not None
    assert (trace.before, trace.after) == ({"staff_id": first}, {"staff_id": second})


async def test_a_wrong_code_writes_no_account(app: App, school: SchoolBuilder) -> None:
    attempt = await use(app, PHONE, "K7M2-9XH4-TE")

    with pytest.raises(CodeWrong):
        attempt.settled()
    async with app.work(PHONE) as work:
        assert work.actor.account_id is None


async def test_who_has_left_the_school_neither_comes_in_nor_stays(
    app: App, school: SchoolBuilder, sessions: Sessions
) -> None:
    pupil, guardian = await family(school)
    inside = await school.connected_guardian(pupil)
    code = await issue_to(app, HolderKind.GUARDIAN, guardian)
    async with sessions() as session, session.begin():
        await session.execute(update(Enrolment).values(ends=date(2026, 11, 22)))

    assert isinstance((await use(app, PHONE, code)).refusal, CodeWithdrawn)
    async with app.work(inside.address) as work:
        assert not work.actor.connected


async def test_dismissed_staff_are_out_the_day_after(
    app: App, school: SchoolBuilder, sessions: Sessions, clock: FakeClock
) -> None:
    teacher = await school.connected_staff()
    async with sessions() as session, session.begin():
        await session.execute(update(Staff).values(dismissed=date(2026, 11, 23)))

    async with app.work(teacher.address) as work:
        assert work.actor.connected
    clock.set("00:30", date(2026, 11, 24))
    async with app.work(teacher.address) as work:
        assert not work.actor.connected
