"""What families hear of marks, and when."""

import pytest

from core.app import App
from core.marks.announcing import tell_marks
from core.terms import ConsentAnswer, MarkNotices
from storage.models import MarkNews
from tests.marks.conftest import Kinds, Marker, MarkerOf
from tests.marks.news.conftest import _send
from tests.marks.news.telling import Tick, choose, said, told_mark
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.statements import counted


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


async def test_a_message_explains_the_average(teacher: Marker, seven_b: Class7B, tick: Tick, kinds: Kinds) -> None:
    mark = await told_mark(teacher, seven_b, tick, "5")
    await teacher.give(seven_b.ivanov, "3", seen=1)
    first, *_ = await tick(minutes=10)
    await teacher.change(mark, "4", seen=2)
    second, *_ = await tick(minutes=10)

    assert first["marks"][0]["average"] == ["5.00", "4.00"]
    assert second["marks"][0]["average"] == ["4.00", "3.50"]


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
