"""Looks are counted and never trailed; the class leader sees who does not look, the deputies shares by class (A7)."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from bots.staff.screens import use as screens
from core.actions.use import UseSpan
from core.app import App
from core.diary.children import open_child
from core.diary.day import family_home
from core.errors import AccessDenied, NothingThere
from core.rules.use import Look, look_of, percent
from core.terms import Door, Role
from core.use import reading
from core.use.reading import ClassUse, SchoolUse, Share
from locales import LANGUAGES, translator
from storage.models import AccessCode, Account, DiaryUse, Enrolment, Link, StaffUse
from tests.support.clock import MONDAY, FakeClock
from tests.support.school import Person, SchoolBuilder, days_after
from tests.support.statements import counted


@dataclass
class Looking:
    """7Б: Иванов's mother looks, Петрова's does not, Ёжиков's family is not connected but has a code."""

    app: App
    clock: FakeClock
    school: SchoolBuilder
    sessions: async_sessionmaker[AsyncSession]
    class_id: int
    leader: Person
    deputy: Person
    ivanov: int
    petrova: int
    yozhikov: int
    mother: Person
    other_mother: Person
    own_phone: Person

    async def look(self, who: Person, pupil: int, day: date = MONDAY, wall: str = "09:00") -> None:
        self.clock.set(wall, day)
        async with self.app.work(who.address) as work:
            await open_child(work, pupil)

    async def of_class(self, by: Person | None = None) -> ClassUse:
        async with self.app.work((by or self.leader).address) as work:
            return await reading.class_use(work, self.class_id)

    async def of_school(self, span: UseSpan = UseSpan.WEEK, by: Person | None = None) -> SchoolUse:
        async with self.app.work((by or self.deputy).address) as work:
            return await reading.school_use(work, span)

    async def add(self, *rows: object) -> None:
        async with self.sessions() as session, session.begin():
            session.add_all(rows)

    async def staff_looks(self) -> dict[int, int]:
        async with self.sessions() as session:
            return {row.staff_id: row.looks for row in await session.scalars(select(StaffUse))}


@pytest.fixture
async def looking(
    app: App, clock: FakeClock, school: SchoolBuilder, sessions: async_sessionmaker[AsyncSession]
) -> Looking:
    leader = await school.connected_staff("Руководителева")
    deputy = await school.connected_staff("Завучева", Role.DEPUTY_HEAD)
    class_id = await school.class_unit("7Б", leader.id)
    ivanov = await school.pupil(class_id, "Иванов", "Пётр")
    petrova = await school.pupil(class_id, "Петрова", "Анна")
    yozhikov = await school.pupil(class_id, "Ёжиков", "Лев")
    mother = await school.connected_guardian(ivanov)
    other_mother = await school.connected_guardian(petrova, surname="Петрова")
    own_phone = await school.connected_pupil(ivanov)
    people = (leader, deputy, ivanov, petrova, yozhikov, mother, other_mother, own_phone)
    found = Looking(app, clock, school, sessions, class_id, *people)
    waiting = await school.guardian(yozhikov, surname="Ёжикова")
    issued = clock.now()
    code = {"code_hash": b"1", "door": Door.FAMILY, "issued_at": issued, "expires_at": issued + timedelta(days=30)}
    await found.add(AccessCode(guardian_id=waiting, **code))
    return found


@pytest.mark.parametrize(
    ("last", "connected", "look"),
    [
        (None, False, Look.UNCONNECTED),
        (MONDAY, False, Look.UNCONNECTED),
        (None, True, Look.NEVER),
        (MONDAY, True, Look.LOOKS),
        (days_after(-13), True, Look.LOOKS),
        (days_after(-14), True, Look.LONG_AGO),
    ],
)
def test_how_a_family_stands(last: date | None, look: Look, *, connected: bool) -> None:
    assert look_of(last, MONDAY, connected=connected) is look


@pytest.mark.parametrize(("part", "whole", "found"), [(1, 3, 33), (2, 3, 67), (1, 8, 13), (0, 5, 0), (0, 0, None)])
def test_whole_per_cent(part: int, whole: int, found: int | None) -> None:
    assert percent(part, whole) == found


async def test_the_class_leader_sees_who_looks_and_who_does_not(looking: Looking) -> None:
    await looking.look(looking.mother, looking.ivanov)
    await looking.look(looking.own_phone, looking.ivanov, days_after(1))

    found = await looking.of_class()

    assert [(one.name, one.look) for one in found.families] == [
        ("Ёжиков Лев", Look.UNCONNECTED),
        ("Иванов Пётр", Look.LOOKS),
        ("Петрова Анна", Look.NEVER),
    ]
    assert (found.families[1].guardians_on, found.families[1].pupil_on) == (MONDAY, days_after(1))
    assert (found.guardians, found.pupils) == (Share(1, 3), Share(1, 1))


async def test_two_weeks_without_a_look_are_long(looking: Looking) -> None:
    await looking.look(looking.mother, looking.ivanov)
    looking.clock.set("09:00", days_after(14))
    found = await looking.of_class()
    assert found.families[1].look is Look.LONG_AGO
    assert found.guardians == Share(0, 3)


async def test_the_screen_names_those_who_do_not_look_first(looking: Looking) -> None:
    await looking.look(looking.mother, looking.ivanov)
    text = screens.class_screen(await looking.of_class(), translator("ru")).text
    assert "На этой неделе: родители 1 из 3 (33 %), ученики 0 из 1 (0 %)" in text
    assert text.index("Петрова Анна") < text.index("Ёжиков Лев") < text.index("Иванов Пётр — родители 23 ноября")


async def test_several_taps_are_one_look_and_no_trail(looking: Looking) -> None:
    for wall in ("09:00", "09:01", "09:04", "09:06"):
        await looking.look(looking.mother, looking.ivanov, wall=wall)
    async with looking.sessions() as session:
        [row] = (await session.scalars(select(DiaryUse))).all()
    assert row.looks == 2


async def test_a_look_at_one_child_is_none_at_the_other(looking: Looking) -> None:
    sister = await looking.school.pupil(looking.class_id, "Иванова", "Яна")
    mother = await looking.school.connected_guardian(looking.ivanov, sister)

    await looking.look(mother, sister)

    looks = {one.name: one.look for one in (await looking.of_class()).families}
    assert (looks["Иванов Пётр"], looks["Иванова Яна"]) == (Look.NEVER, Look.LOOKS)


async def test_the_home_of_several_children_is_a_look_at_each(looking: Looking) -> None:
    sister = await looking.school.pupil(looking.class_id, "Иванова", "Яна")
    mother = await looking.school.connected_guardian(looking.ivanov, sister)

    async with looking.app.work(mother.address) as work:
        await family_home(work)

    looks = {one.name: one.look for one in (await looking.of_class()).families}
    assert (looks["Иванов Пётр"], looks["Иванова Яна"]) == (Look.LOOKS, Look.LOOKS)


async def test_staff_are_counted_where_they_are_read_anyway(looking: Looking) -> None:
    for wall in ("09:00", "09:03", "09:09"):
        looking.clock.set(wall)
        async with looking.app.work(looking.leader.address):
            pass
    assert await looking.staff_looks() == {looking.leader.id: 2}


async def test_counting_costs_no_statement_of_its_own(looking: Looking) -> None:
    with counted(looking.sessions) as seen:
        async with looking.app.work(looking.leader.address):
            pass
    assert len(seen) == 2
    async with looking.sessions() as session:
        account = await session.get_one(Account, looking.leader.account_id)
    assert account.seen_at == looking.clock.now()


async def test_a_blocked_account_that_writes_is_reachable_again(looking: Looking) -> None:
    async with looking.sessions() as session, session.begin():
        blocked = update(Account).where(Account.id == looking.leader.account_id)
        await session.execute(blocked.values(seen_at=looking.clock.now(), unreachable_at=looking.clock.now()))
    async with looking.app.work(looking.leader.address):
        pass
    async with looking.sessions() as session:
        assert (await session.get_one(Account, looking.leader.account_id)).unreachable_at is None


async def test_a_family_and_a_stranger_are_no_staff(looking: Looking) -> None:
    for who in (looking.mother, looking.own_phone):
        async with looking.app.work(who.address):
            pass
    assert await looking.staff_looks() == {}


async def test_the_deputy_sees_shares_by_class(looking: Looking) -> None:
    other = await looking.school.class_unit("8А")
    await looking.school.pupil(await looking.school.class_unit("9В"), "Яшин", "Илья")
    pupil = await looking.school.pupil(other, "Фёдоров", "Иван")
    guardian = await looking.school.connected_guardian(pupil, surname="Фёдорова")
    await looking.school.staff("Безкодова")
    await looking.look(looking.mother, looking.ivanov)
    await looking.look(guardian, pupil)

    found = await looking.of_school()

    assert [(one.name, one.guardians, one.pupils) for one in found.classes] == [
        ("7Б", Share(1, 3), Share(0, 1)),
        ("8А", Share(1, 1), Share(0, 0)),
        ("9В", Share(0, 0), Share(0, 0)),
    ]
    assert (found.guardians, found.pupils, found.staff) == (Share(2, 4), Share(0, 1), Share(1, 2))
    text = screens.school_screen(found, 0, translator("ru")).text
    assert "Сотрудники: 1 из 2 (50 %)" in text
    assert text.endswith("<b>8А</b>: родители 1 из 1 (100 %)\nДоступ ещё не выдан: 9В")


async def test_a_span_counts_its_own_weeks(looking: Looking) -> None:
    await looking.look(looking.mother, looking.ivanov, days_after(-21))
    await looking.look(looking.other_mother, looking.petrova, days_after(-2))
    looking.clock.set("10:00")
    spans = [(await looking.of_school(span)).guardians for span in UseSpan]
    assert spans == [Share(0, 3), Share(1, 3), Share(2, 3)]


async def test_who_left_is_not_counted_and_who_came_is(looking: Looking) -> None:
    await looking.look(looking.mother, looking.ivanov)
    other = await looking.school.class_unit("7В")
    async with looking.sessions() as session, session.begin():
        left = update(Enrolment).where(Enrolment.pupil_id == looking.ivanov)
        await session.execute(left.values(ends=MONDAY))
        session.add(Enrolment(pupil_id=looking.ivanov, class_id=other, starts=days_after(1)))
    looking.clock.set("10:00", days_after(1))
    found = await looking.of_school()
    assert [(one.name, one.guardians) for one in found.classes] == [("7Б", Share(0, 2)), ("7В", Share(1, 1))]


async def test_access_taken_away_is_no_access(looking: Looking) -> None:
    async with looking.sessions() as session, session.begin():
        cut = update(Link).where(Link.id == looking.mother.link_id)
        await session.execute(cut.values(revoked_at=looking.clock.now()))
    found = await looking.of_class()
    assert (found.families[1].look, found.guardians) == (Look.UNCONNECTED, Share(0, 2))


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.DEPUTY_HEAD, Role.ADMINISTRATOR])
async def test_management_and_the_administrator_see_all(looking: Looking, role: Role) -> None:
    somebody = await looking.school.connected_staff("Смотрящая", role)
    assert (await looking.of_school(by=somebody)).classes
    assert (await looking.of_class(somebody)).desk is (role is not Role.ADMINISTRATOR)


@pytest.mark.parametrize("role", [Role.TEACHER, Role.SECRETARY])
async def test_nobody_else_does(looking: Looking, role: Role) -> None:
    somebody = await looking.school.connected_staff("Посторонняя", role)
    refused: list[Callable[[], Awaitable[object]]] = [
        lambda: looking.of_school(by=somebody),
        lambda: looking.of_class(somebody),
    ]
    for attempt in refused:
        with pytest.raises(AccessDenied):
            await attempt()


async def test_a_class_that_is_not_there(looking: Looking) -> None:
    async with looking.app.work(looking.deputy.address) as work:
        with pytest.raises(NothingThere):
            await reading.class_use(work, 999)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_large_class_and_a_large_school_fit_a_message(looking: Looking, language: str) -> None:
    for number in range(40):
        unit = await looking.school.class_unit(f"{1 + number % 11}{chr(0x410 + number)}")
        await looking.school.pupil(unit)
    for number in range(60):
        pupil = await looking.school.pupil(looking.class_id, f"Константинопольский-{number}", "Апполинарий")
        await looking.school.connected_guardian(pupil)

    t = translator(language)
    assert len(screens.class_screen(await looking.of_class(), t).text) <= 4096
    screen = screens.school_screen(await looking.of_school(), 0, t)
    assert len(screen.text) <= 4096
    assert sum(len(row) for row in screen.rows) <= 100


async def test_statements_are_few(looking: Looking) -> None:
    await looking.of_class()
    await looking.of_school()
    with counted(looking.sessions) as of_class:
        await looking.of_class()
    with counted(looking.sessions) as of_school:
        await looking.of_school()
    assert (len(of_class), len(of_school)) == (3, 3)
