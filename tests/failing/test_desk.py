"""The class leader looks before the parents hear: the list, one pupil, holding and hastening."""

import asyncio
from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from bots.staff.screens import failing as screens
from core.app import Work
from core.errors import AccessDenied, NothingThere
from core.failing import desk
from core.failing.desk import FailingPupil, Outcome
from core.terms import Role
from locales import translator
from notifications.rendering import render
from storage.models import AuditEntry, Enrolment
from tests.failing.conftest import Failing
from tests.support.clock import MONDAY, moscow
from tests.support.school import Person, days_after
from tests.support.statements import counted

TUESDAY, WEDNESDAY = days_after(1), days_after(2)
RU = translator("ru")


async def seen(failing: Failing, by: Person | None = None) -> FailingPupil:
    async with failing.enter(by or failing.leader) as work:
        return await desk.failing_pupil(work, failing.ivanov)


async def hold(failing: Failing, day: date, rev: int, by: Person | None = None) -> Outcome:
    [notice] = await failing.notices()
    async with failing.enter(by or failing.leader) as work:
        return (await desk.hold(work, failing.ivanov, notice.id, day, rev))[1]


async def send(failing: Failing, rev: int, by: Person | None = None) -> Outcome:
    [notice] = await failing.notices()
    async with failing.enter(by or failing.leader) as work:
        return (await desk.send_now(work, failing.ivanov, notice.id, rev))[1]


async def test_the_list_says_who_in_what_and_whether_the_parents_know(failing: Failing) -> None:
    await failing.look(day=date(2026, 12, 16))
    async with failing.enter(failing.leader) as work:
        found = await desk.failing_class(work, failing.class_id)

    text = screens.class_screen(found, RU).text
    assert "2 ученика из 3" in text
    assert "○ <b>Иванов Пётр</b> — Алгебра 2,33" in text
    assert "2,33 (с 16 декабря)\nродители узнают 17 декабря в 18:00" in text
    assert "‼ <b>Петрова Анна</b> — Физика долги: 1" in text
    assert "родители не подключены" in text


async def test_who_is_failing_is_listed_before_the_afternoon_too(failing: Failing) -> None:
    failing.clock.set("12:00")
    async with failing.enter(failing.leader) as work:
        [one] = (await desk.failing_class(work, failing.class_id)).failing
    assert "родителям ещё не писали" in screens.pupil_screen(one, RU).text


async def test_the_pupil_s_screen_holds_the_letter_as_the_parents_read_it(failing: Failing) -> None:
    await failing.look()
    screen = screens.pupil_screen(await seen(failing), RU)
    await failing.tell("18:00", TUESDAY)

    assert render("failing", (await failing.pushes())[0].facts, RU).text in screen.text


async def test_holding_puts_it_off_a_day_at_a_time_a_week_at_most(failing: Failing) -> None:
    await failing.look()
    for step in range(1, 8):
        assert (await seen(failing)).hold_to == days_after(1 + step)
        assert await hold(failing, days_after(1 + step), rev=step) is Outcome.HELD

    one = await seen(failing)
    assert one.hold_to is None
    assert "Дольше придержать нельзя" in screens.pupil_screen(one, RU).text
    assert await hold(failing, days_after(9), rev=8) is Outcome.CHANGED
    [notice] = await failing.notices()
    assert (notice.tell_at, notice.held_by) == (moscow(days_after(8), "18:00"), failing.leader.id)


async def test_what_is_held_is_told_later(failing: Failing) -> None:
    await failing.look()
    await hold(failing, WEDNESDAY, rev=1)
    await failing.tell("18:00", TUESDAY)
    assert await failing.pushes() == []
    await failing.tell("18:00", WEDNESDAY)
    assert len(await failing.pushes()) == 2


async def test_a_double_press_of_holding_puts_off_once(failing: Failing) -> None:
    await failing.look()
    assert await hold(failing, WEDNESDAY, rev=1) is Outcome.HELD
    assert await hold(failing, WEDNESDAY, rev=1) is Outcome.ALREADY
    assert (await failing.notices())[0].tell_at == moscow(WEDNESDAY, "18:00")


async def test_an_old_button_changes_nothing(failing: Failing) -> None:
    await failing.look()
    await hold(failing, WEDNESDAY, rev=1)
    await hold(failing, days_after(3), rev=2)
    assert await hold(failing, WEDNESDAY, rev=1) is Outcome.CHANGED
    assert await send(failing, rev=1) is Outcome.CHANGED
    assert (await failing.notices())[0].tell_at == moscow(days_after(3), "18:00")


async def test_sending_now_tells_the_parents_once(failing: Failing) -> None:
    await failing.look()
    assert await send(failing, rev=1) is Outcome.SENT
    assert await send(failing, rev=1) is Outcome.ALREADY
    await failing.tell("18:00", TUESDAY)
    assert await failing.heard() == [failing.mother.account_id, failing.father.account_id]
    assert "родителям написали 23 ноября" in screens.pupil_screen(await seen(failing), RU).text


async def test_at_night_sending_waits_for_the_morning(failing: Failing) -> None:
    await failing.look()
    failing.clock.set("23:10")
    assert await send(failing, rev=1) is Outcome.LATER
    assert await failing.pushes() == []
    await failing.tell("07:00", TUESDAY)
    assert len(await failing.pushes()) == 2


async def test_two_leaders_of_one_mind_send_it_once(failing: Failing) -> None:
    await failing.look()
    outcomes = await asyncio.gather(send(failing, rev=1), send(failing, rev=1, by=failing.deputy))
    assert outcomes.count(Outcome.SENT) == 1
    assert len(await failing.pushes()) == 2


async def test_holding_and_the_tick_at_once_end_in_one_of_both(failing: Failing) -> None:
    await failing.look()
    failing.clock.set("18:00", TUESDAY)
    outcome, _ = await asyncio.gather(hold(failing, WEDNESDAY, rev=1), failing.tell("18:00", TUESDAY))
    told = len(await failing.pushes())
    assert (outcome, told) in [(Outcome.HELD, 0), (Outcome.CHANGED, 2)]


async def test_who_caught_up_has_nothing_to_hold_or_send(failing: Failing) -> None:
    await failing.look()
    await failing.catch_up(failing.ivanov)
    assert await hold(failing, WEDNESDAY, rev=1) is Outcome.CAUGHT_UP
    assert await send(failing, rev=1) is Outcome.CAUGHT_UP
    screen = screens.pupil_screen(await seen(failing), RU)
    assert "исправляется" in screen.text
    assert not any("Отправить" in button.label for row in screen.rows for button in row)


async def test_holding_and_sending_are_traced(failing: Failing) -> None:
    await failing.look()
    await hold(failing, WEDNESDAY, rev=1)
    await send(failing, rev=2)
    async with failing.sessions() as session:
        lines = (await session.scalars(select(AuditEntry).order_by(AuditEntry.id))).all()
    assert [(line.action, line.staff_id) for line in lines] == [
        ("failing.hold", failing.leader.id),
        ("failing.send", failing.leader.id),
    ]


@pytest.mark.parametrize("role", [Role.DEPUTY_HEAD, Role.DIRECTOR])
async def test_deputies_and_the_director_see_all(failing: Failing, role: Role) -> None:
    await failing.look()
    somebody = await failing.school.connected_staff("Начальникова", role)
    assert (await seen(failing, somebody)).subjects
    async with failing.enter(somebody) as work:
        [count] = await desk.failing_school(work)
    assert (count.name, count.waiting, count.told) == ("7Б", 1, 0)


@pytest.mark.parametrize("role", [Role.TEACHER, Role.ADMINISTRATOR, Role.SECRETARY])
async def test_nobody_else_does(failing: Failing, role: Role) -> None:
    await failing.look()
    other = await failing.school.connected_staff("Посторонняя", role)
    await failing.school.class_unit("7В", other.id)
    for attempt in (seen(failing, other), hold(failing, WEDNESDAY, 1, other), send(failing, 1, other)):
        with pytest.raises(AccessDenied):
            await attempt
    async with failing.enter(other) as work:
        with pytest.raises(AccessDenied):
            await desk.failing_class(work, failing.class_id)
    async with failing.enter(other) as work:
        with pytest.raises(AccessDenied):
            await desk.failing_school(work)


async def test_after_a_move_the_new_leader_decides(failing: Failing) -> None:
    await failing.look()
    new = await failing.school.connected_staff("Новая")
    other = await failing.school.class_unit("7В", new.id)
    async with failing.sessions() as session, session.begin():
        left = update(Enrolment).where(Enrolment.pupil_id == failing.ivanov)
        await session.execute(left.values(ends=MONDAY))
        session.add(Enrolment(pupil_id=failing.ivanov, class_id=other, starts=TUESDAY))
    failing.clock.set("09:00", TUESDAY)

    with pytest.raises(AccessDenied):
        await hold(failing, WEDNESDAY, rev=1)
    assert await hold(failing, WEDNESDAY, rev=1, by=new) is Outcome.HELD


async def test_who_left_is_not_there(failing: Failing) -> None:
    await failing.look()
    async with failing.sessions() as session, session.begin():
        left = update(Enrolment).where(Enrolment.pupil_id == failing.ivanov)
        await session.execute(left.values(ends=MONDAY))
    failing.clock.set("09:00", TUESDAY)
    with pytest.raises(NothingThere):
        await seen(failing)


async def test_a_notice_of_somebody_else_is_not_this_pupil_s(failing: Failing) -> None:
    await failing.look(day=date(2026, 12, 16))
    of_petrova = (await failing.notices())[1]
    async with failing.enter(failing.leader) as work:
        _, outcome = await desk.send_now(work, failing.ivanov, of_petrova.id, 1)
    assert outcome is Outcome.CHANGED


async def test_statements_of_the_desk_are_few(failing: Failing) -> None:
    await failing.look()
    [notice] = await failing.notices()

    async def asked(what: str) -> int:
        with counted(failing.sessions) as seen_:
            async with failing.enter(failing.deputy) as work:
                await _desk(work, what, failing, notice.id)
        return len(seen_)

    await asked("class")  # the first look of the day is counted (A7)
    assert {what: await asked(what) for what in ("class", "pupil", "school", "hold", "send")} == {
        "class": 6,
        "pupil": 5,
        "school": 2,
        "hold": 7,
        "send": 8,
    }


async def _desk(work: Work, what: str, failing: Failing, notice: int) -> None:
    if what == "class":
        await desk.failing_class(work, failing.class_id)
    elif what == "pupil":
        await desk.failing_pupil(work, failing.ivanov)
    elif what == "school":
        await desk.failing_school(work)
    elif what == "hold":
        await desk.hold(work, failing.ivanov, notice, MONDAY + timedelta(days=2), 1)
    else:
        await desk.send_now(work, failing.ivanov, notice, 2)
