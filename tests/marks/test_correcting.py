"""Changing, removing and commenting a mark: the old value stays on record, the owner hears of colleagues."""

import asyncio
from dataclasses import replace

import pytest

from core.app import App, Override
from core.errors import AccessDenied, NothingThere, TextTooLong
from core.errors.entries import EntryWindowClosed
from core.errors.marks import MarkOffScale
from core.marks import giving
from core.terms import MarkValue, Role
from tests.marks.conftest import Kinds, Marker, MarkerOf, Rows, Trace, values
from tests.roll.conftest import Class7B


@pytest.fixture
async def three(teacher: Marker, seven_b: Class7B) -> int:
    """Иванов's 3: the mark's id."""
    sheet = await teacher.give(seven_b.ivanov, "3")
    line = sheet.line(seven_b.ivanov)
    assert line is not None
    return line.marks[0].id


async def test_a_change_keeps_the_old_value_in_the_trace(
    teacher: Marker, seven_b: Class7B, three: int, rows: Rows, trace: Trace
) -> None:
    sheet = await teacher.change(three, "5")

    (row,) = await rows()
    (line,) = await trace("mark.change")
    assert line.before is not None
    assert line.after is not None
    assert (values(sheet, seven_b.ivanov), row.value, row.given_by) == (["5"], "5", seven_b.teacher.id)
    assert (row.changed_at is not None, line.before["value"], line.after["value"]) == (True, "3", "5")
    assert await seven_b.outbox("mark_changed") == []


async def test_a_removed_mark_stays_on_record(
    teacher: Marker, seven_b: Class7B, three: int, rows: Rows, trace: Trace
) -> None:
    sheet = await teacher.remove(three)

    (row,) = await rows()
    (line,) = await trace("mark.remove")
    assert (values(sheet, seven_b.ivanov), row.removed_at is not None, line.after) == ([], True, None)
    assert (await teacher.remove(three, seen=2)).note == "already"
    assert len(await trace("mark.remove")) == 1


async def test_the_owner_hears_when_a_colleague_changes_a_mark(by: MarkerOf, seven_b: Class7B, three: int) -> None:
    await by(seven_b.leader).change(three, "5")

    (told,) = await seven_b.outbox("mark_changed")
    facts = told.facts
    assert told.account_id == seven_b.teacher.account_id
    assert (facts["before"], facts["after"], facts["who"], facts["at"]) == ("3", "5", "Руководителева А. И.", "08:35")


async def test_the_owner_hears_when_a_colleague_removes_a_mark(by: MarkerOf, seven_b: Class7B, three: int) -> None:
    await by(seven_b.leader).remove(three)

    (told,) = await seven_b.outbox("mark_changed")
    assert (told.facts["before"], told.facts["after"]) == ("3", None)


async def test_the_owner_hears_when_a_colleague_settles_a_dot(teacher: Marker, by: MarkerOf, seven_b: Class7B) -> None:
    await teacher.give(seven_b.petrova, "dot")
    await by(seven_b.leader).give(seven_b.petrova, "4", seen=1)

    (told,) = await seven_b.outbox("mark_changed")
    assert (told.facts["before"], told.facts["after"]) == ("dot", "4")


async def test_two_at_once_change_a_mark_once(
    teacher: Marker, by: MarkerOf, seven_b: Class7B, three: int, trace: Trace
) -> None:
    sheets = await asyncio.gather(teacher.change(three, "4"), by(seven_b.leader).change(three, "5"))

    assert sorted(sheet.note for sheet in sheets) == ["", "changed"]
    assert len(await trace("mark.change")) == 1


async def test_an_old_button_changes_nothing(teacher: Marker, seven_b: Class7B, three: int) -> None:
    await teacher.change(three, "4")
    assert (await teacher.change(three, "4")).note == "already"
    assert (await teacher.change(three, "5")).note == "changed"
    assert (await teacher.remove(three)).note == "changed"
    await teacher.remove(three, seen=2)
    assert (await teacher.change(three, "5", seen=3)).note == "changed"


async def test_a_change_stays_on_the_scale(teacher: Marker, three: int) -> None:
    with pytest.raises(MarkOffScale):
        await teacher.change(three, "pass")


async def test_where_marks_are_not_corrected_not_even_the_owner_may_unasked(
    teacher: Marker, seven_b: Class7B, three: int, rows: Rows
) -> None:
    await seven_b.school.choose_regulation("lic68")
    with pytest.raises(EntryWindowClosed):
        await teacher.change(three, "5")
    with pytest.raises(EntryWindowClosed):
        await teacher.remove(three)
    assert [row.value for row in await rows()] == ["3"]


async def test_where_marks_are_never_corrected_owed_work_is_still_marked(teacher: Marker, seven_b: Class7B) -> None:
    await seven_b.school.choose_regulation("lic68")
    await teacher.give(seven_b.petrova, "dot")
    assert (await teacher.give(seven_b.petrova, "5", seen=1)).note == "owed"


async def test_a_mark_of_another_lesson_is_not_touched(
    teacher: Marker, by: MarkerOf, seven_b: Class7B, three: int
) -> None:
    other = replace(teacher, lesson=seven_b.lessons[1])
    with pytest.raises(AccessDenied):
        await other.change(three, "5")
    with pytest.raises(AccessDenied):
        await other.comment(three, "!")


async def test_a_comment_is_written_once(teacher: Marker, seven_b: Class7B, three: int, trace: Trace) -> None:
    await teacher.comment(three, " Решал у доски ")
    again = await teacher.comment(three, "Решал у доски")

    line = again.line(seven_b.ivanov)
    assert line is not None
    assert (again.note, line.marks[0].comment) == ("already", "Решал у доски")
    assert len(await trace("mark.comment")) == 1


async def test_a_comment_that_is_too_long_is_refused(teacher: Marker, three: int) -> None:
    with pytest.raises(TextTooLong):
        await teacher.comment(three, "я" * 501)


async def test_a_mark_that_is_gone_takes_no_comment(teacher: Marker, three: int) -> None:
    await teacher.remove(three)
    with pytest.raises(NothingThere):
        await teacher.comment(three, "!")


async def test_a_mark_let_in_after_the_window_names_who_let_it(
    app: App, seven_b: Class7B, kinds: Kinds, rows: Rows, trace: Trace
) -> None:
    director = await seven_b.school.staff("Директорова", Role.DIRECTOR)
    async with app.work(seven_b.teacher.address) as work:
        allowed = replace(work, override=Override(director, "Болела"))
        await giving.give(allowed, seven_b.lessons[0], seven_b.ivanov, None, MarkValue.FIVE, seen=0)

    (row,) = await rows()
    (line,) = await trace("mark.give")
    assert (row.given_by, row.approved_by) == (seven_b.teacher.id, director)
    assert (line.staff_id, line.approved_by, line.reason) == (seven_b.teacher.id, director, "Болела")
