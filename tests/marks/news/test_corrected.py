"""What families hear of marks that are changed, removed or for another work."""

from datetime import timedelta

from core.app import App
from core.delivery import queue
from core.marks.announcing import tell_marks
from core.marks.rekinding import change_kind
from core.terms import Door, MarkNotices
from tests.marks.conftest import Kinds, Marker
from tests.marks.news.telling import Tick, choose, said, told_mark
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock


async def test_a_told_mark_is_corrected(teacher: Marker, seven_b: Class7B, tick: Tick) -> None:
    mark = await told_mark(teacher, seven_b, tick, "3")
    await teacher.change(mark, "4")

    assert await tick(minutes=9) == []
    assert said(await tick(minutes=1)) == [[("changed", "3", "4")]] * 2


async def test_a_told_mark_that_is_removed_is_taken_back(teacher: Marker, seven_b: Class7B, tick: Tick) -> None:
    mark = await told_mark(teacher, seven_b, tick, "2")
    await teacher.remove(mark)

    assert said(await tick(minutes=10)) == [[("removed", "2", None)]] * 2


async def test_there_and_back_again_is_no_news(teacher: Marker, seven_b: Class7B, tick: Tick) -> None:
    mark = await told_mark(teacher, seven_b, tick, "3")
    await teacher.change(mark, "4")
    await teacher.change(mark, "3", seen=2)

    assert await tick(minutes=30) == []


async def test_words_written_later_are_told(teacher: Marker, seven_b: Class7B, tick: Tick) -> None:
    mark = await told_mark(teacher, seven_b, tick, "5")
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


async def test_who_hears_of_low_marks_hears_that_one_is_low_no_more(
    teacher: Marker, seven_b: Class7B, tick: Tick, kinds: Kinds
) -> None:
    await choose(seven_b, seven_b.mother, mark_notices=MarkNotices.LOW)
    await choose(seven_b, seven_b.father, mark_notices=MarkNotices.OFF)
    mark = await told_mark(teacher, seven_b, tick, "2")
    await teacher.change(mark, "5")
    assert said(await tick(minutes=10)) == [[("changed", "2", "5")]]

    await teacher.give(seven_b.ivanov, "dot", kind=kinds["К"], seen=2)
    await tick(minutes=10)
    await teacher.give(seven_b.ivanov, "5", kind=kinds["К"], seen=3)
    assert said(await tick(minutes=10)) == [[("settled", "dot", None), ("came", "dot", "5")]]


async def test_a_mark_told_for_another_work_is_corrected_and_not_told_anew(
    app: App, teacher: Marker, seven_b: Class7B, tick: Tick, kinds: Kinds
) -> None:
    await told_mark(teacher, seven_b, tick, "3")
    mark = await told_mark(teacher, seven_b, tick, "5", seen=1)
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
    mark = await told_mark(teacher, seven_b, tick, "5")
    await rekind(app, seven_b, mark, kinds["К"], seen=1)
    await rekind(app, seven_b, mark, kinds["О"], seen=2)

    assert await tick(minutes=30) == []


async def test_who_hears_of_low_marks_hears_that_one_was_for_another_work(
    app: App, teacher: Marker, seven_b: Class7B, tick: Tick, kinds: Kinds
) -> None:
    await choose(seven_b, seven_b.mother, mark_notices=MarkNotices.LOW)
    mark = await told_mark(teacher, seven_b, tick, "2")
    await rekind(app, seven_b, mark, kinds["К"], seen=1)

    assert seven_b.mother.account_id in {message["account"] for message in await tick(minutes=10)}


async def rekind(app: App, seven_b: Class7B, mark: int, kind: int, *, seen: int) -> None:
    async with app.work(seven_b.teacher.address) as work:
        await change_kind(work, seven_b.lessons[0], mark, kind, seen=seen)
