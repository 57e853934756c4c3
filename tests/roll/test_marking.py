"""One tap on a pupil: absolute values, revisions seen, nothing overwritten silently."""

import asyncio

import pytest

from core.app import App
from core.errors import AccessDenied, NothingThere
from core.errors.entries import EntryWindowClosed, LessonNotStarted
from core.roll import attendance
from core.roll.sheet import RollSheet
from core.terms import Presence
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.school import Person, days_after


async def mark(
    app: App, person: Person, lesson: int, pupil: int, presence: Presence = Presence.ABSENT, *, seen: int = 0
) -> RollSheet:
    async with app.work(person.address) as work:
        return await attendance.mark(work, lesson, pupil, presence, seen=seen)


async def sheet_of(app: App, person: Person, lesson: int) -> RollSheet:
    async with app.work(person.address) as work:
        return await attendance.open_roll(work, lesson)


async def take(app: App, person: Person, lesson: int, *, all_present: bool = False) -> RollSheet:
    seen = (await sheet_of(app, person, lesson)).fingerprint
    async with app.work(person.address) as work:
        return await attendance.take_roll(work, lesson, seen=seen, all_present=all_present)


@pytest.fixture(autouse=True)
def at_the_first_lesson(clock: FakeClock) -> None:
    clock.set("08:35")


async def test_a_tap_sets_absent_and_the_next_one_late(app: App, seven_b: Class7B) -> None:
    await mark(app, seven_b.teacher, seven_b.lessons[0], seven_b.ivanov)
    sheet = await mark(app, seven_b.teacher, seven_b.lessons[0], seven_b.ivanov, Presence.LATE, seen=1)

    again = await sheet_of(app, seven_b.teacher, seven_b.lessons[0])
    line = again.line(seven_b.ivanov)
    assert line is not None
    assert (line.presence, line.rev, sheet.note) == (Presence.LATE, 2, "")


async def test_the_class_list_puts_yo_beside_ye(app: App, seven_b: Class7B) -> None:
    sheet = await sheet_of(app, seven_b.teacher, seven_b.lessons[0])
    assert [line.name for line in sheet.lines] == ["Ёжиков Лев", "Иванов Пётр", "Петрова Анна"]


async def test_the_same_button_twice_writes_once(app: App, seven_b: Class7B) -> None:
    await mark(app, seven_b.teacher, seven_b.lessons[0], seven_b.ivanov)
    sheet = await mark(app, seven_b.teacher, seven_b.lessons[0], seven_b.ivanov)

    assert sheet.note == "already"
    assert len(await seven_b.outbox("absence")) == 2  # one a parent


async def test_a_colleague_s_change_is_not_overwritten(app: App, seven_b: Class7B) -> None:
    await mark(app, seven_b.teacher, seven_b.lessons[0], seven_b.ivanov)
    await mark(app, seven_b.leader, seven_b.lessons[0], seven_b.ivanov, Presence.LATE, seen=1)

    sheet = await mark(app, seven_b.teacher, seven_b.lessons[0], seven_b.ivanov, Presence.PRESENT, seen=1)

    line = sheet.line(seven_b.ivanov)
    assert line is not None
    assert (sheet.note, line.presence) == ("changed", Presence.LATE)


async def test_five_racing_taps_write_once(app: App, seven_b: Class7B) -> None:
    sheets = await asyncio.gather(*(mark(app, seven_b.teacher, seven_b.lessons[0], seven_b.ivanov) for _ in range(5)))

    assert sum(sheet.note == "" for sheet in sheets) == 1
    assert len(await seven_b.outbox("absence")) == 2


async def test_a_pupil_of_another_class_cannot_be_marked(app: App, seven_b: Class7B) -> None:
    stranger = await seven_b.school.pupil(await seven_b.school.class_unit("8А"))
    with pytest.raises(AccessDenied):
        await mark(app, seven_b.teacher, seven_b.lessons[0], stranger)


async def test_another_teacher_cannot_write_the_page(app: App, seven_b: Class7B) -> None:
    other = await seven_b.school.connected_staff("Чужая")
    with pytest.raises(AccessDenied):
        await mark(app, other, seven_b.lessons[0], seven_b.ivanov)


async def test_a_substitute_writes_the_page(app: App, seven_b: Class7B) -> None:
    substitute = await seven_b.school.connected_staff("Заменова")
    lesson = await seven_b.school.lesson(seven_b.load, 5, substitute=substitute.id)
    async with app.work(substitute.address) as work:
        sheet = await attendance.open_roll(work, lesson)
    assert sheet.lesson.substituted


async def test_a_lesson_that_does_not_exist_is_nothing(app: App, seven_b: Class7B) -> None:
    with pytest.raises(NothingThere):
        await mark(app, seven_b.teacher, 999_999, seven_b.ivanov)


async def test_the_roll_opens_a_quarter_of_an_hour_before_the_bell(app: App, seven_b: Class7B) -> None:
    with pytest.raises(LessonNotStarted):
        await mark(app, seven_b.teacher, seven_b.lessons[3], seven_b.ivanov)


@pytest.mark.parametrize(
    ("regulation", "closed_at", "days"),
    [("default", "21:01", 0), ("kam", "21:01", 0), ("s324", "00:00", 1), ("rso", "00:00", 8)],
)
async def test_the_window_closes_by_the_regulation(
    app: App, seven_b: Class7B, clock: FakeClock, regulation: str, closed_at: str, days: int
) -> None:
    await seven_b.school.choose_regulation(regulation)
    clock.set(closed_at, days_after(days))
    with pytest.raises(EntryWindowClosed):
        await mark(app, seven_b.teacher, seven_b.lessons[0], seven_b.ivanov)


async def test_the_class_leader_corrects_for_a_week(app: App, seven_b: Class7B, clock: FakeClock) -> None:
    clock.set("20:00", days_after(7))
    sheet = await mark(app, seven_b.leader, seven_b.lessons[0], seven_b.ivanov)
    assert sheet.note == ""


async def test_done_takes_the_roll_once(app: App, seven_b: Class7B) -> None:
    await take(app, seven_b.teacher, seven_b.lessons[0])
    again = await take(app, seven_b.teacher, seven_b.lessons[0])
    assert (again.note, again.lesson.roll_taken) == ("already", True)


async def test_done_under_another_list_writes_nothing(app: App, seven_b: Class7B) -> None:
    seen = (await sheet_of(app, seven_b.teacher, seven_b.lessons[0])).fingerprint
    await mark(app, seven_b.leader, seven_b.lessons[0], seven_b.ivanov)

    async with app.work(seven_b.teacher.address) as work:
        sheet = await attendance.take_roll(work, seven_b.lessons[0], seen=seen)

    assert (sheet.note, sheet.lesson.roll_taken) == ("outdated", False)


async def test_who_missed_the_previous_lesson_is_expected_to_miss_this_one(app: App, seven_b: Class7B) -> None:
    await mark(app, seven_b.teacher, seven_b.lessons[0], seven_b.ivanov)
    await take(app, seven_b.teacher, seven_b.lessons[0])

    sheet = await sheet_of(app, seven_b.teacher, seven_b.lessons[1])

    assert [line.name for line in sheet.absent] == ["Иванов Пётр"]
    assert not sheet.touched


async def test_all_present_overrules_what_was_expected(app: App, seven_b: Class7B, clock: FakeClock) -> None:
    await mark(app, seven_b.teacher, seven_b.lessons[0], seven_b.ivanov)
    await take(app, seven_b.teacher, seven_b.lessons[0])
    clock.set("09:30")

    sheet = await take(app, seven_b.teacher, seven_b.lessons[1], all_present=True)

    assert sheet.absent == []
    assert (await sheet_of(app, seven_b.teacher, seven_b.lessons[2])).absent == []
