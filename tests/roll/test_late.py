"""A roll corrected after its window: every tap is kept, and all of them are one request."""

import pytest
from sqlalchemy import select

from core.actions.roll import Mark, SetMinutes
from core.app import App
from core.errors import AccessDenied
from core.errors.entries import EntryNotCarriedOut, EntryWindowClosed
from core.requests import deciding, keeping
from core.requests.reading import RollWish
from core.roll import attendance, late
from core.roll.sheet import RollSheet, Wanted
from core.terms import Presence
from storage.models import Attendance, EntryRequest, Lesson
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.school import Person
from tests.support.statements import counted


@pytest.fixture(autouse=True)
def after_the_window(clock: FakeClock) -> None:
    clock.set("21:30")


async def tap(app: App, person: Person, action: Mark | SetMinutes) -> RollSheet:
    """As the handler carries a tap out after the window."""
    minutes = action.minutes if isinstance(action, SetMinutes) else None
    presence = Presence.LATE if isinstance(action, SetMinutes) else action.presence
    try:
        async with app.work(person.address) as work:
            await attendance.mark(work, action.lesson, action.pupil, presence, seen=action.rev, minutes=minutes)
    except EntryWindowClosed as refusal:
        async with app.work(person.address) as work:
            return await late.wish(work, action, refusal)
    raise AssertionError("the window is open")


async def requests_kept(seven_b: Class7B) -> list[EntryRequest]:
    async with seven_b.sessions() as session:
        return list(await session.scalars(select(EntryRequest)))


async def standing(seven_b: Class7B) -> dict[int, tuple[str, int | None]]:
    async with seven_b.sessions() as session:
        rows = await session.scalars(select(Attendance).where(Attendance.lesson_id == seven_b.lessons[0]))
        return {row.pupil_id: (row.status.value, row.minutes) for row in rows}


async def two_taps(app: App, seven_b: Class7B) -> RollSheet:
    """Иванов was absent, Петрова ten minutes late."""
    lesson = seven_b.lessons[0]
    await tap(app, seven_b.teacher, Mark(lesson, seven_b.ivanov, Presence.ABSENT, 0))
    await tap(app, seven_b.teacher, Mark(lesson, seven_b.petrova, Presence.ABSENT, 0))
    return await tap(app, seven_b.teacher, SetMinutes(lesson, seven_b.petrova, 10, 0))


async def test_taps_at_one_lesson_are_one_request_and_write_nothing(app: App, seven_b: Class7B) -> None:
    sheet = await two_taps(app, seven_b)

    (kept,) = await requests_kept(seven_b)
    wanted = {line.pupil_id: line.wanted for line in sheet.lines}
    assert (kept.id, kept.reason) == (sheet.request, None)
    assert wanted == {
        seven_b.ivanov: Wanted(Presence.ABSENT),
        seven_b.petrova: Wanted(Presence.LATE, 10),
        seven_b.sidorov: None,
    }
    assert await standing(seven_b) == {}


async def test_what_was_tapped_is_there_when_the_sheet_is_opened_again(app: App, seven_b: Class7B) -> None:
    before = await two_taps(app, seven_b)

    async with app.work(seven_b.teacher.address) as work:
        again = await late.open_sheet(work, seven_b.lessons[0])
    async with app.work(seven_b.leader.address) as work:
        leaders = await late.open_sheet(work, seven_b.lessons[0])

    assert (again.lines, again.request) == (before.lines, before.request)
    assert (leaders.wanted, leaders.request) == (0, None)


async def test_tapped_back_to_what_stands_nothing_is_left_to_ask_for(app: App, seven_b: Class7B) -> None:
    lesson = seven_b.lessons[0]
    await tap(app, seven_b.teacher, Mark(lesson, seven_b.ivanov, Presence.ABSENT, 0))

    sheet = await tap(app, seven_b.teacher, Mark(lesson, seven_b.ivanov, Presence.PRESENT, 0))

    assert (sheet.request, sheet.wanted) == (None, 0)
    assert await requests_kept(seven_b) == []


async def test_one_approval_writes_all_and_takes_the_roll(app: App, seven_b: Class7B) -> None:
    sheet = await two_taps(app, seven_b)
    async with app.work(seven_b.teacher.address) as work:
        asked, _ = await keeping.ask_for_entry(work, sheet.request or 0, "Не было связи")

    async with app.work(seven_b.deputy.address) as work:
        _, decided = await deciding.approve(work, asked.id)

    assert decided
    assert await standing(seven_b) == {seven_b.ivanov: ("absent", None), seven_b.petrova: ("late", 10)}
    async with seven_b.sessions() as session:
        assert (await session.get_one(Lesson, seven_b.lessons[0])).roll_taken_at is not None
    (told,) = await seven_b.outbox("entry_requested")
    assert (told.facts["words"], told.facts["roll"]) == (
        "",
        [["Иванов Пётр", "absent", None, None], ["Петрова Анна", "late", 10, None]],
    )
    assert asked.roll[0] == RollWish("Иванов Пётр", Presence.ABSENT, None, None)


async def test_a_pupil_whom_a_colleague_marked_meanwhile_stops_all_of_it(
    app: App, seven_b: Class7B, clock: FakeClock
) -> None:
    sheet = await two_taps(app, seven_b)
    async with app.work(seven_b.teacher.address) as work:
        await keeping.ask_for_entry(work, sheet.request or 0, "Не было связи")
    clock.set("20:00")
    async with app.work(seven_b.leader.address) as work:
        await attendance.mark(work, seven_b.lessons[0], seven_b.petrova, Presence.ABSENT, seen=0)
    clock.set("21:40")

    with pytest.raises(EntryNotCarriedOut):
        async with app.work(seven_b.deputy.address) as work:
            await deciding.approve(work, sheet.request or 0)

    assert await standing(seven_b) == {seven_b.petrova: ("absent", None)}


async def test_who_decides_writes_with_a_reason_of_the_own(app: App, seven_b: Class7B) -> None:
    sheet = await tap(app, seven_b.deputy, Mark(seven_b.lessons[0], seven_b.ivanov, Presence.ABSENT, 0))

    async with app.work(seven_b.deputy.address) as work:
        _, written = await deciding.give_reason(work, sheet.request or 0, "По журналу на бумаге")

    assert written
    assert await standing(seven_b) == {seven_b.ivanov: ("absent", None)}


async def test_a_pupil_of_another_lesson_is_refused(app: App, seven_b: Class7B) -> None:
    stranger = await seven_b.school.pupil(await seven_b.school.class_unit("7А"), "Чужаков", "Лев")

    with pytest.raises(AccessDenied):
        await tap(app, seven_b.teacher, Mark(seven_b.lessons[0], stranger, Presence.ABSENT, 0))


async def test_the_next_correction_after_sending_is_a_request_of_its_own(app: App, seven_b: Class7B) -> None:
    first = await two_taps(app, seven_b)
    async with app.work(seven_b.teacher.address) as work:
        await keeping.ask_for_entry(work, first.request or 0, "Не было связи")

    second = await tap(app, seven_b.teacher, Mark(seven_b.lessons[0], seven_b.sidorov, Presence.ABSENT, 0))

    assert second.request not in {None, first.request}
    assert second.wanted == 1


async def test_a_tap_costs_a_fixed_few_statements(app: App, seven_b: Class7B) -> None:
    await two_taps(app, seven_b)
    action = Mark(seven_b.lessons[0], seven_b.sidorov, Presence.ABSENT, 0)
    refusal = EntryWindowClosed(lesson=seven_b.lessons[0])

    async with app.work(seven_b.teacher.address) as work:
        with counted(seven_b.sessions) as statements:
            await late.wish(work, action, refusal)

    assert len(statements) <= 5
