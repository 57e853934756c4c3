"""Guessing is slowed down and reported."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.access.codes import Attempt, issue, redeem
from core.access.guessing import PER_ADDRESS, SCHOOL_BRAKE
from core.access.holders import Holder, HolderKind
from core.actor import Address
from core.app import App
from core.errors.access import CodeWrong, TooManyAttempts
from core.terms import Door, Role
from storage.models import CodeAttempt, Outbox
from tests.support.clock import FakeClock
from tests.support.school import SchoolBuilder

Sessions = async_sessionmaker[AsyncSession]
WRONG = "K7M2-9XH4-TE"


def phone(number: int) -> Address:
    return Address(door=Door.STAFF, chat=str(number))


async def use(app: App, address: Address, typed: str = WRONG) -> Attempt:
    async with app.work(address) as work:
        return await redeem(work, address, typed, "ru")


async def right_code(app: App, school: SchoolBuilder) -> str:
    teacher = await school.staff()
    async with app.work() as work:
        [issued] = await issue(work, [Holder(HolderKind.STAFF, teacher)])
    return issued.code


async def reports(sessions: Sessions) -> list[Outbox]:
    async with sessions() as session:
        return list(await session.scalars(select(Outbox).where(Outbox.kind == "guessing").order_by(Outbox.id)))


async def test_after_five_wrong_codes_even_the_right_one_waits(
    app: App, school: SchoolBuilder, clock: FakeClock
) -> None:
    code = await right_code(app, school)
    for _ in range(PER_ADDRESS):
        assert isinstance((await use(app, phone(1))).refusal, CodeWrong)
        clock.forward(minutes=1)

    refused = (await use(app, phone(1), code)).refusal

    assert isinstance(refused, TooManyAttempts)
    assert refused.facts == {"minutes": 10}
    clock.forward(minutes=10)
    assert (await use(app, phone(1), code)).welcome is not None


async def test_a_throttled_attempt_is_not_counted(app: App, school: SchoolBuilder, sessions: Sessions) -> None:
    for _ in range(PER_ADDRESS + 3):
        await use(app, phone(1))

    async with sessions() as session:
        assert len(list(await session.scalars(select(CodeAttempt)))) == PER_ADDRESS


async def test_others_are_not_slowed(app: App, school: SchoolBuilder) -> None:
    code = await right_code(app, school)
    for _ in range(PER_ADDRESS):
        await use(app, phone(1))

    assert (await use(app, phone(2), code)).welcome is not None


async def test_administrators_hear_once_an_hour_of_an_address(
    app: App, school: SchoolBuilder, sessions: Sessions, clock: FakeClock
) -> None:
    administrator = await school.connected_staff("Админ", Role.ADMINISTRATOR)
    await school.connected_staff("Учитель", Role.TEACHER)
    for _ in range(2):
        for _ in range(PER_ADDRESS):
            await use(app, phone(1))
        clock.forward(minutes=16)

    told = await reports(sessions)

    assert [row.account_id for row in told] == [administrator.account_id]
    assert told[0].facts == {"door": "staff", "chat": "1", "attempts": 5, "minutes": 15}


async def test_under_attack_a_newcomer_has_one_try_but_the_right_code_still_opens(
    app: App, school: SchoolBuilder, sessions: Sessions
) -> None:
    await school.connected_staff("Админ", Role.ADMINISTRATOR)
    code = await right_code(app, school)
    for number in range(SCHOOL_BRAKE):
        await use(app, phone(number))

    assert isinstance((await use(app, phone(900))).refusal, CodeWrong)
    assert isinstance((await use(app, phone(900))).refusal, TooManyAttempts)
    assert (await use(app, phone(901), code)).welcome is not None
    assert [row.facts["chat"] for row in await reports(sessions)] == [""]
