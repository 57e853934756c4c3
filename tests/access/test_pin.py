"""The PIN of a staff member's phone: nothing works without it after the pause, and guessing ends soon (A5)."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.access import pin
from core.access.codes import issue, redeem
from core.access.holders import Holder, HolderKind
from core.access.pin import Given, Kept
from core.actor import Presence
from core.app import App
from core.days.teaching_day import staff_desk
from core.errors import ButtonOutdated, PinNeeded
from core.rules.pin import locked, noted_every, too_plain
from core.terms import Role
from storage.models import Account, AccountPin, AuditEntry, Link, Outbox
from tests.support.clock import FakeClock
from tests.support.school import Person, SchoolBuilder
from tests.support.statements import counted

Sessions = async_sessionmaker[AsyncSession]
PIN, OTHER = "4071", "9263"


@pytest.fixture
async def teacher(app: App, school: SchoolBuilder) -> Person:
    """A teacher whose phone asks for a PIN after five minutes."""
    person = await school.connected_staff("Иванова")
    assert await put(app, person, PIN) is Kept.SET
    return person


async def put(app: App, person: Person, digits: str, old: str = "", after: int = 5) -> Kept:
    async with app.work(person.address) as work:
        return await pin.set_pin(work, digits, after, old)


async def give(app: App, person: Person, digits: str) -> pin.Proof:
    async with app.work(person.address, Presence.LOCKED) as work:
        return await pin.give(work, digits)


async def opens(app: App, person: Person) -> bool:
    """Whether a page of the journal opens from the person's phone."""
    try:
        async with app.work(person.address) as work:
            await staff_desk(work)
    except PinNeeded:
        return False
    return True


@pytest.mark.parametrize(
    ("pin_", "plain"), [("1111", True), ("1234", True), ("9876", True), ("4071", False), ("1122", False)]
)
def test_a_pin_that_everybody_tries_first_is_too_plain(pin_: str, plain: bool) -> None:
    assert too_plain(pin_) is plain


@pytest.mark.parametrize("after", [1, 5, 15, 60])
def test_a_pause_is_never_felt_much_shorter_than_it_is(after: int) -> None:
    pause = timedelta(minutes=after)
    seen = FakeClock().now()

    assert noted_every(after) <= min(pause / 10, timedelta(minutes=1))
    assert not locked(seen + pause, seen, after, None)
    assert locked(seen + pause + timedelta(seconds=1), seen, after, None)


async def test_after_the_pause_nothing_opens_before_the_pin(app: App, teacher: Person, clock: FakeClock) -> None:
    clock.forward(minutes=4)
    assert await opens(app, teacher)
    clock.forward(minutes=4)
    assert await opens(app, teacher)
    clock.forward(minutes=6)

    assert not await opens(app, teacher)
    assert (await give(app, teacher, PIN)).given is Given.RIGHT
    assert await opens(app, teacher)


async def test_a_card_that_follows_by_itself_does_not_keep_the_phone_open(
    app: App, teacher: Person, clock: FakeClock
) -> None:
    clock.forward(minutes=4)
    async with app.work(teacher.address, Presence.FOLLOWS) as work:
        await staff_desk(work)
    clock.forward(minutes=2)

    assert not await opens(app, teacher)


async def test_a_tap_costs_no_statement_more_for_the_pin(
    app: App, school: SchoolBuilder, teacher: Person, clock: FakeClock, sessions: Sessions
) -> None:
    plain = await school.connected_staff("Петрова")
    for person in (plain, teacher):
        await opens(app, person)
    clock.forward(seconds=20)
    costs = []
    for person in (plain, teacher):
        with counted(sessions) as seen:
            await opens(app, person)
        costs.append(len(seen))

    assert costs[0] == costs[1]


async def test_a_pin_changes_only_with_the_old_one(app: App, teacher: Person) -> None:
    assert await put(app, teacher, OTHER, old="0000") is Kept.OLD_WRONG
    assert await put(app, teacher, OTHER) is Kept.OLD_WRONG

    assert await put(app, teacher, OTHER, old=PIN) is Kept.SET
    assert (await give(app, teacher, PIN)).given is Given.WRONG
    assert (await give(app, teacher, OTHER)).given is Given.RIGHT


async def test_a_pause_changes_and_a_pin_goes_only_with_the_pin(app: App, teacher: Person, clock: FakeClock) -> None:
    async with app.work(teacher.address) as work:
        assert not (await pin.set_pause(work, "0000", 60)).open
    async with app.work(teacher.address) as work:
        assert not (await pin.remove_pin(work, "0000")).open
        assert await pin.pause_of(work) == 5
    async with app.work(teacher.address) as work:
        assert (await pin.set_pause(work, PIN, 60)).open
    async with app.work(teacher.address) as work:
        assert (await pin.remove_pin(work, PIN)).open
    clock.forward(hours=9)

    assert await opens(app, teacher)


@pytest.mark.parametrize(("digits", "after"), [("12", 5), ("١٢٣٤", 5), ("40715", 5), (PIN, 7)])
async def test_a_forged_pin_or_pause_is_not_taken(app: App, school: SchoolBuilder, digits: str, after: int) -> None:
    person = await school.connected_staff("Сидорова")

    with pytest.raises(ButtonOutdated):
        await put(app, person, digits, after=after)


async def test_five_misses_close_the_phone_and_others_hear(
    app: App, school: SchoolBuilder, teacher: Person, clock: FakeClock, sessions: Sessions
) -> None:
    tablet = await school.connect(teacher.address.door, staff_id=teacher.id)
    administrator = await school.connected_staff("Админова", Role.ADMINISTRATOR)
    clock.forward(minutes=6)

    left = [(await give(app, teacher, "0000")).left for _ in range(4)]
    last = await give(app, teacher, "0000")

    assert left == [4, 3, 2, 1]
    assert last.given is Given.WAITS
    assert (await give(app, teacher, PIN)).given is Given.WAITS
    async with sessions() as session:
        told = await session.execute(select(Outbox.account_id, Outbox.facts["own"]).where(Outbox.kind == "pin_missed"))
        assert {tuple(row) for row in told} == {(tablet.account_id, True), (administrator.account_id, False)}
    clock.forward(minutes=16)
    assert (await give(app, teacher, PIN)).given is Given.RIGHT


async def test_who_guesses_in_the_settings_of_an_open_phone_is_shut_out(app: App, teacher: Person) -> None:
    for _ in range(5):
        async with app.work(teacher.address) as work:
            await pin.remove_pin(work, "0000")

    assert not await opens(app, teacher)


async def test_a_fresh_code_lets_in_without_the_forgotten_pin(
    app: App, teacher: Person, clock: FakeClock, sessions: Sessions
) -> None:
    async with app.work() as work:
        [code] = await issue(work, [Holder(HolderKind.STAFF, teacher.id)])
    clock.forward(minutes=30)
    async with app.work(teacher.address, Presence.LOCKED) as work:
        attempt = await redeem(work, teacher.address, code.code, "ru")

    assert attempt.settled().already
    assert await opens(app, teacher)
    async with sessions() as session:
        assert await session.scalar(select(func.count()).select_from(AccountPin)) == 0


async def test_a_code_used_before_does_not_take_the_pin_away(app: App, teacher: Person, clock: FakeClock) -> None:
    async with app.work() as work:
        [code] = await issue(work, [Holder(HolderKind.STAFF, teacher.id)])
    async with app.work(teacher.address) as work:
        await redeem(work, teacher.address, code.code, "ru")
    await put(app, teacher, PIN)
    clock.forward(minutes=30)

    async with app.work(teacher.address, Presence.LOCKED) as work:
        await redeem(work, teacher.address, code.code, "ru")

    assert not await opens(app, teacher)


async def test_the_pin_is_kept_as_a_salted_hash(
    app: App, school: SchoolBuilder, teacher: Person, sessions: Sessions
) -> None:
    other = await school.connected_staff("Петрова")
    await put(app, other, PIN)

    async with sessions() as session:
        one, two = (await session.scalars(select(AccountPin))).all()
        traced = list(await session.scalars(select(AuditEntry.after).where(AuditEntry.action == "pin.set")))
    assert one.pin_hash != two.pin_hash
    assert traced == [{"after_minutes": 5}] * 2


async def test_a_phone_cut_off_is_a_stranger_not_a_locked_one(
    app: App, teacher: Person, clock: FakeClock, sessions: Sessions
) -> None:
    async with sessions() as session, session.begin():
        link = await session.get_one(Link, teacher.link_id)
        link.revoked_at = clock.now()
        assert await session.get(Account, teacher.account_id) is not None
    clock.forward(minutes=30)

    async with app.work(teacher.address) as work:
        assert not work.actor.connected
