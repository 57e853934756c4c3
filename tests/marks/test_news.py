"""What families hear of marks, and when (issue 4, section 2)."""

from collections.abc import Awaitable, Callable
from datetime import date, time, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from core.app import App
from core.delivery import queue
from core.marks.announcing import tell_marks
from core.marks.rekinding import change_kind
from core.outbox import Kind
from core.terms import ConsentAnswer, Door, MarkNotices
from storage.models import Account, Lesson, MarkNews, StudyPeriod
from tests.marks.conftest import Kinds, Marker, MarkerOf
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.school import Person, days_after
from tests.support.statements import counted

Tick = Callable[..., Awaitable[list[dict[str, Any]]]]


@pytest.fixture(autouse=True)
async def after_lessons(clock: FakeClock, seven_b: Class7B) -> None:
    """Monday's lessons (to 12:20) are over; it is the second quarter."""
    clock.set("14:00")
    period = StudyPeriod(
        year_id=seven_b.school.year_id,
        name="2 четверть",
        kind="quarter",
        grade_from=1,
        grade_to=9,
        starts=date(2026, 11, 9),
        ends=date(2026, 12, 27),
    )
    async with seven_b.sessions() as session, session.begin():
        session.add(period)


@pytest.fixture
def tick(app: App, clock: FakeClock) -> Tick:
    """`await tick(minutes=10)`: time passes, the families hear, and what may leave is sent: those messages."""

    async def run(**delta: float) -> list[dict[str, Any]]:
        clock.forward(**delta)
        async with app.work() as work:
            await tell_marks(work)
        return await _send(app)

    return run


async def _send(app: App) -> list[dict[str, Any]]:
    sent = []
    while True:
        async with app.work() as work:
            claimed = await queue.claim(work, Door.FAMILY, 200)
            for due in claimed.due:
                await queue.sent(work, due, "1")
        sent += [{"account": due.account_id, **due.facts} for due in claimed.due if due.kind == Kind.MARKS]
        if not claimed.due and not claimed.dropped:
            return sent


async def choose(seven_b: Class7B, person: Person, **values: Any) -> None:
    async with seven_b.sessions() as session, session.begin():
        await session.execute(update(Account).where(Account.id == person.account_id).values(**values))


def said(messages: list[dict[str, Any]]) -> list[list[tuple[str, str | None, str | None]]]:
    """What each message says of each mark: what, before, value."""
    return [[(m["what"], m["before"], m["value"]) for m in message["marks"]] for message in messages]


async def test_both_parents_hear_after_the_hold(teacher: Marker, seven_b: Class7B, tick: Tick) -> None:
    await teacher.give(seven_b.ivanov, "5")

    assert await tick(minutes=9) == []
    heard = await tick(minutes=1)
    assert {m["account"] for m in heard} == {seven_b.mother.account_id, seven_b.father.account_id}
    assert said(heard) == [[("new", None, "5")]] * 2
    assert await tick(minutes=1) == []


async def test_a_slip_mended_within_the_hold_is_never_seen(teacher: Marker, seven_b: Class7B, tick: Tick) -> None:
    sheet = await teacher.give(seven_b.ivanov, "2")
    mark = sheet.line(seven_b.ivanov).marks[0].id  # type: ignore[union-attr]
    await tick(minutes=9)
    await teacher.change(mark, "5")

    assert await tick(minutes=9) == []
    assert said(await tick(minutes=1)) == [[("new", None, "5")]] * 2


async def test_a_mark_removed_within_the_hold_is_never_told(teacher: Marker, seven_b: Class7B, tick: Tick) -> None:
    sheet = await teacher.give(seven_b.ivanov, "2")
    await teacher.remove(sheet.line(seven_b.ivanov).marks[0].id)  # type: ignore[union-attr]

    assert await tick(minutes=30) == []


async def test_the_pupil_hears_first(teacher: Marker, seven_b: Class7B, tick: Tick) -> None:
    pupil = await seven_b.school.connected_pupil(seven_b.ivanov)
    await teacher.give(seven_b.ivanov, "4")

    assert [m["account"] for m in await tick(minutes=10)] == [pupil.account_id]
    assert await tick(minutes=14) == []
    assert {m["account"] for m in await tick(minutes=1)} == {seven_b.mother.account_id, seven_b.father.account_id}


async def test_a_pupil_without_consent_keeps_nobody_waiting(teacher: Marker, seven_b: Class7B, tick: Tick) -> None:
    await seven_b.school.connected_pupil(seven_b.ivanov, consent=False)
    await teacher.give(seven_b.ivanov, "4")

    assert len(await tick(minutes=10)) == 2


@pytest.mark.usefixtures("with_two_marks")
async def test_several_marks_are_one_message(seven_b: Class7B, tick: Tick) -> None:
    assert said(await tick(minutes=10)) == [[("new", None, "5"), ("new", None, "3")]] * 2


@pytest.fixture
async def with_two_marks(teacher: Marker, seven_b: Class7B) -> None:
    await teacher.give(seven_b.ivanov, "5")
    await teacher.give(seven_b.ivanov, "3", seen=1)


async def test_a_told_mark_is_corrected(teacher: Marker, seven_b: Class7B, tick: Tick) -> None:
    mark = await _told(teacher, seven_b, tick, "3")
    await teacher.change(mark, "4")

    assert await tick(minutes=9) == []
    assert said(await tick(minutes=1)) == [[("changed", "3", "4")]] * 2


async def test_a_told_mark_that_is_removed_is_taken_back(teacher: Marker, seven_b: Class7B, tick: Tick) -> None:
    mark = await _told(teacher, seven_b, tick, "2")
    await teacher.remove(mark)

    assert said(await tick(minutes=10)) == [[("removed", "2", None)]] * 2


async def test_there_and_back_again_is_no_news(teacher: Marker, seven_b: Class7B, tick: Tick) -> None:
    mark = await _told(teacher, seven_b, tick, "3")
    await teacher.change(mark, "4")
    await teacher.change(mark, "3", seen=2)

    assert await tick(minutes=30) == []


async def test_words_written_later_are_told(teacher: Marker, seven_b: Class7B, tick: Tick) -> None:
    mark = await _told(teacher, seven_b, tick, "5")
    await teacher.comment(mark, "Лучшая работа")

    messages = await tick(minutes=10)
    assert said(messages) == [[("comment", None, "5")]] * 2
    assert messages[0]["marks"][0]["comment"] == "Лучшая работа"
    await teacher.comment(mark, "")
    assert await tick(minutes=30) == []


async def test_work_that_was_owed_and_came_is_one_event(
    teacher: Marker, seven_b: Class7B, tick: Tick, kinds: Kinds
) -> None:
    await teacher.give(seven_b.ivanov, "dot", kind=kinds["К"])
    await tick(minutes=10)
    await teacher.give(seven_b.ivanov, "4", kind=kinds["К"], seen=1)

    assert said(await tick(minutes=10)) == [[("settled", "dot", None), ("came", "dot", "4")]] * 2


async def test_a_message_explains_the_average(teacher: Marker, seven_b: Class7B, tick: Tick, kinds: Kinds) -> None:
    mark = await _told(teacher, seven_b, tick, "5")
    await teacher.give(seven_b.ivanov, "3", seen=1)
    first, *_ = await tick(minutes=10)
    await teacher.change(mark, "4", seen=2)
    second, *_ = await tick(minutes=10)

    assert first["marks"][0]["average"] == ["5.00", "4.00"]
    assert second["marks"][0]["average"] == ["4.00", "3.50"]


async def test_nothing_in_the_childs_lessons(teacher: Marker, seven_b: Class7B, tick: Tick, clock: FakeClock) -> None:
    clock.set("08:40")
    await teacher.give(seven_b.ivanov, "5")

    assert await tick(minutes=60) == []
    clock.set("12:19")
    assert await tick() == []
    assert len(await tick(minutes=1)) == 2


async def test_the_pupil_is_first_also_after_lessons(
    teacher: Marker, seven_b: Class7B, tick: Tick, clock: FakeClock
) -> None:
    pupil = await seven_b.school.connected_pupil(seven_b.ivanov)
    clock.set("08:40")
    await teacher.give(seven_b.ivanov, "5")
    clock.set("12:20")

    assert [m["account"] for m in await tick()] == [pupil.account_id]
    assert await tick(minutes=14) == []
    assert len(await tick(minutes=1)) == 2


async def test_a_cancelled_last_lesson_keeps_nobody_waiting(
    teacher: Marker, seven_b: Class7B, tick: Tick, clock: FakeClock
) -> None:
    async with seven_b.sessions() as session, session.begin():
        await session.execute(update(Lesson).where(Lesson.id.in_(seven_b.lessons[1:])).values(status="cancelled"))
    clock.set("09:00")
    await teacher.give(seven_b.ivanov, "5")

    assert await tick(minutes=14) == []
    assert len(await tick(minutes=1)) == 2


async def test_nothing_at_night(teacher: Marker, seven_b: Class7B, tick: Tick, clock: FakeClock, kinds: Kinds) -> None:
    clock.set("21:55")
    await teacher.give(seven_b.ivanov, "5", kind=kinds["К"])

    assert await tick(minutes=10) == []
    clock.set("07:00", days_after(1))
    assert len(await tick()) == 2


async def test_quiet_hours_gather_marks_into_one_message(
    teacher: Marker, seven_b: Class7B, tick: Tick, clock: FakeClock
) -> None:
    await choose(seven_b, seven_b.mother, quiet_from=time(15), quiet_to=time(19))
    clock.set("15:00")
    await teacher.give(seven_b.ivanov, "5")
    assert [m["account"] for m in await tick(minutes=10)] == [seven_b.father.account_id]
    await teacher.give(seven_b.ivanov, "4", seen=1)
    assert [m["account"] for m in await tick(minutes=10)] == [seven_b.father.account_id]
    clock.set("19:00")

    assert said(await tick()) == [[("new", None, "5"), ("new", None, "4")]]


async def test_what_waits_in_quiet_hours_is_mended_silently(
    teacher: Marker, seven_b: Class7B, tick: Tick, clock: FakeClock
) -> None:
    await choose(seven_b, seven_b.mother, quiet_from=time(15), quiet_to=time(19))
    clock.set("15:00")
    mark = await _told(teacher, seven_b, tick, "2")
    clock.set("18:55")
    await teacher.change(mark, "4")

    assert await tick(minutes=6) == []
    assert sorted(said(await tick(minutes=4))) == [[("changed", "2", "4")], [("new", None, "4")]]


async def test_a_mark_corrected_while_the_network_is_away_is_told_once_as_it_is(
    app: App, teacher: Marker, seven_b: Class7B, tick: Tick, clock: FakeClock
) -> None:
    sheet = await teacher.give(seven_b.ivanov, "2")
    clock.forward(minutes=10)
    async with app.work() as work:
        await tell_marks(work)
    async with app.work() as work:
        for due in (await queue.claim(work, Door.FAMILY, 10)).due:
            await queue.retry(work, due, timedelta(minutes=1), queue.NETWORK)
    clock.forward(minutes=5)
    await teacher.change(sheet.line(seven_b.ivanov).marks[0].id, "4")  # type: ignore[union-attr]

    async with app.work() as work:
        await queue.hasten(work, Door.FAMILY)

    assert await tick(minutes=1) == []
    assert said(await tick(minutes=9)) == [[("new", None, "4")]] * 2


async def test_quiet_hours_that_end_in_the_lessons_last_until_these_end(
    teacher: Marker, seven_b: Class7B, tick: Tick, clock: FakeClock
) -> None:
    await choose(seven_b, seven_b.mother, quiet_from=time(20), quiet_to=time(9))
    lesson = await seven_b.school.lesson(seven_b.load, 1, days_after(1))
    assert lesson
    clock.set("20:00")
    await teacher.give(seven_b.ivanov, "5")
    await tick(minutes=10)

    clock.set("08:59", days_after(1))
    assert await tick() == []
    assert await tick(minutes=1) == []
    clock.set("09:15", days_after(1))
    assert [m["account"] for m in await tick()] == [seven_b.mother.account_id]


@pytest.mark.parametrize(
    ("mode", "value", "hears"),
    [
        (MarkNotices.AT_ONCE, "5", True),
        (MarkNotices.LOW, "4", False),
        (MarkNotices.LOW, "3", True),
        (MarkNotices.LOW, "dot", True),
        (MarkNotices.EVENING, "2", False),
        (MarkNotices.OFF, "2", False),
    ],
)
async def test_each_account_hears_as_it_chose(
    teacher: Marker, seven_b: Class7B, tick: Tick, mode: MarkNotices, value: str, hears: bool
) -> None:
    await choose(seven_b, seven_b.mother, mark_notices=mode)
    await teacher.give(seven_b.ivanov, value)

    heard = {m["account"] for m in await tick(minutes=10)}
    assert (seven_b.mother.account_id in heard) is hears
    assert seven_b.father.account_id in heard


async def test_who_hears_of_low_marks_hears_that_one_is_low_no_more(
    teacher: Marker, seven_b: Class7B, tick: Tick, kinds: Kinds
) -> None:
    await choose(seven_b, seven_b.mother, mark_notices=MarkNotices.LOW)
    await choose(seven_b, seven_b.father, mark_notices=MarkNotices.OFF)
    mark = await _told(teacher, seven_b, tick, "2")
    await teacher.change(mark, "5")
    assert said(await tick(minutes=10)) == [[("changed", "2", "5")]]

    await teacher.give(seven_b.ivanov, "dot", kind=kinds["К"], seen=2)
    await tick(minutes=10)
    await teacher.give(seven_b.ivanov, "5", kind=kinds["К"], seen=3)
    assert said(await tick(minutes=10)) == [[("settled", "dot", None), ("came", "dot", "5")]]


async def test_consent_withdrawn_meanwhile(teacher: Marker, seven_b: Class7B, tick: Tick) -> None:
    await teacher.give(seven_b.ivanov, "5")
    await seven_b.school.consent(seven_b.mother, ConsentAnswer.WITHDRAWN, guardian_id=seven_b.mother.id)

    assert [m["account"] for m in await tick(minutes=10)] == [seven_b.father.account_id]


async def test_two_processes_tell_once(app: App, teacher: Marker, seven_b: Class7B, clock: FakeClock) -> None:
    await teacher.give(seven_b.ivanov, "5")
    await teacher.give(seven_b.petrova, "4")
    clock.forward(minutes=10)
    async with app.work() as one, App(app.sessions, clock).work() as other:
        await tell_marks(one)
        await tell_marks(other)
    async with app.work() as late:
        await tell_marks(late)

    assert len(await _send(app)) == 2
    async with seven_b.sessions() as session:
        assert (await session.scalars(MarkNews.__table__.select())).all() == []


async def test_statements_do_not_grow_with_the_class(
    app: App, by: MarkerOf, seven_b: Class7B, clock: FakeClock
) -> None:
    async def told(pupils: int) -> int:
        for _ in range(pupils):
            pupil = await seven_b.school.pupil(seven_b.class_id)
            await seven_b.school.connected_guardian(pupil)
            await seven_b.school.connected_pupil(pupil)
            await by(seven_b.teacher).give(pupil, "4")
        clock.forward(minutes=30)
        with counted(app.sessions) as statements:
            async with app.work() as work:
                await tell_marks(work)
        assert len(await _send(app)) == 2 * pupils
        return len(statements)

    assert await told(2) == await told(36) <= 9


async def test_on_a_day_without_lessons(
    teacher: Marker, seven_b: Class7B, tick: Tick, clock: FakeClock, kinds: Kinds
) -> None:
    clock.set("10:00", days_after(1))
    await teacher.give(seven_b.ivanov, "5", kind=kinds["К"])

    assert len(await tick(minutes=10)) == 2


async def _told(teacher: Marker, seven_b: Class7B, tick: Tick, value: str, *, seen: int = 0) -> int:
    """A mark of which the family was told."""
    sheet = await teacher.give(seven_b.ivanov, value, seen=seen)
    await tick(minutes=10)
    return sheet.line(seven_b.ivanov).marks[-1].id  # type: ignore[union-attr]


async def test_a_mark_told_for_another_work_is_corrected_and_not_told_anew(
    app: App, teacher: Marker, seven_b: Class7B, tick: Tick, kinds: Kinds
) -> None:
    await _told(teacher, seven_b, tick, "3")
    mark = await _told(teacher, seven_b, tick, "5", seen=1)
    await rekind(app, seven_b, mark, kinds["К"], seen=2)

    messages = await tick(minutes=10)

    assert said(messages) == [[("rekinded", None, "5")]] * 2
    (line,) = messages[0]["marks"]
    assert (line["kind"], line["formerly"][0]) == ("Контрольная работа", "Ответ на уроке")
    assert line["average"] == ["4.00", "4.20"]
    assert await tick(minutes=30) == []


async def test_another_kind_of_work_within_the_hold_or_back_again_is_no_news(
    app: App, teacher: Marker, seven_b: Class7B, tick: Tick, kinds: Kinds
) -> None:
    mark = await _told(teacher, seven_b, tick, "5")
    await rekind(app, seven_b, mark, kinds["К"], seen=1)
    await rekind(app, seven_b, mark, kinds["О"], seen=2)

    assert await tick(minutes=30) == []


async def test_who_hears_of_low_marks_hears_that_one_was_for_another_work(
    app: App, teacher: Marker, seven_b: Class7B, tick: Tick, kinds: Kinds
) -> None:
    await choose(seven_b, seven_b.mother, mark_notices=MarkNotices.LOW)
    mark = await _told(teacher, seven_b, tick, "2")
    await rekind(app, seven_b, mark, kinds["К"], seen=1)

    assert seven_b.mother.account_id in {message["account"] for message in await tick(minutes=10)}


async def rekind(app: App, seven_b: Class7B, mark: int, kind: int, *, seen: int) -> None:
    async with app.work(seven_b.teacher.address) as work:
        await change_kind(work, seven_b.lessons[0], mark, kind, seen=seen)
