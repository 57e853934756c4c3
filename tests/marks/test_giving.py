"""Giving marks: several a lesson, once a press, only where they belong."""

import asyncio
from datetime import date

import pytest
from sqlalchemy import select, update

from core.app import App
from core.errors import AccessDenied, ButtonOutdated, NotConnected, NothingThere
from core.errors.entries import EntryForbidden, EntryWindowClosed, LessonCancelled, LessonNotStarted
from core.errors.marks import MarkOffScale
from core.roll import attendance
from core.terms import LessonStatus, Presence
from storage.models import GroupMember, Lesson, LessonWork, MarkedSubject, TeachingLoad, WorkKind
from tests.marks.conftest import Kinds, Marker, MarkerOf, Rows, Trace, values
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.school import days_after


async def test_a_mark_is_an_answer_by_default(teacher: Marker, seven_b: Class7B) -> None:
    sheet = await teacher.give(seven_b.ivanov, "5")

    again = await teacher.open()
    line = again.line(seven_b.ivanov)
    assert line is not None
    assert line == sheet.line(seven_b.ivanov)
    assert (line.rev, line.marks[0].author, sheet.note) == (1, "Алгебраистова А. И.", "")
    assert again.kind is not None
    assert (again.kind.name, line.marks[0].kind_id) == ("Ответ на уроке", again.kind.id)


async def test_a_pupil_may_have_several_marks_a_lesson(teacher: Marker, seven_b: Class7B, kinds: Kinds) -> None:
    await teacher.give(seven_b.ivanov, "5")
    await teacher.give(seven_b.ivanov, "4", kind=kinds["К"], seen=1)
    await teacher.give(seven_b.ivanov, "4", kind=kinds["К"], seen=2)

    assert values(await teacher.open(), seven_b.ivanov) == ["5", "4", "4"]


async def test_the_list_is_the_class_list(teacher: Marker) -> None:
    sheet = await teacher.open()
    assert [line.name for line in sheet.lines] == ["Ёжиков Лев", "Иванов Пётр", "Петрова Анна"]


async def test_a_double_press_gives_one_mark(teacher: Marker, seven_b: Class7B, rows: Rows) -> None:
    await teacher.give(seven_b.ivanov, "5")
    sheet = await teacher.give(seven_b.ivanov, "5")

    assert sheet.note == "already"
    assert len(await rows()) == 1


async def test_two_phones_at_once_give_one_mark(teacher: Marker, seven_b: Class7B, rows: Rows) -> None:
    sheets = await asyncio.gather(*(teacher.give(seven_b.ivanov, "5") for _ in range(6)))

    assert sorted(sheet.note for sheet in sheets) == ["", *["already"] * 5]
    assert len(await rows()) == 1


async def test_who_comes_second_with_another_mark_hears_of_the_colleague(
    teacher: Marker, by: MarkerOf, seven_b: Class7B, rows: Rows
) -> None:
    await teacher.give(seven_b.ivanov, "5")
    sheet = await by(seven_b.leader).give(seven_b.ivanov, "2")

    assert (sheet.note, values(sheet, seven_b.ivanov)) == ("changed", ["5"])
    assert len(await rows()) == 1


async def test_a_mark_for_an_absent_pupil_is_given_with_a_note(app: App, teacher: Marker, seven_b: Class7B) -> None:
    async with app.work(seven_b.teacher.address) as work:
        await attendance.mark(work, seven_b.lessons[0], seven_b.ivanov, Presence.ABSENT, seen=0)

    assert (await teacher.give(seven_b.ivanov, "4")).note == "absent"
    assert (await teacher.give(seven_b.ivanov, "not_assessed", seen=1)).note == ""


async def test_a_dot_waits_for_its_work_and_stays_in_the_records(
    teacher: Marker, seven_b: Class7B, kinds: Kinds, rows: Rows, trace: Trace
) -> None:
    await teacher.give(seven_b.ivanov, "dot", kind=kinds["С"])
    other = await teacher.give(seven_b.ivanov, "5", seen=1)
    sheet = await teacher.give(seven_b.ivanov, "4", kind=kinds["С"], seen=2)

    assert values(other, seven_b.ivanov) == ["dot", "5"]
    assert (values(sheet, seven_b.ivanov), sheet.note) == (["5", "4"], "owed")
    assert [(row.value, row.removed_at is not None) for row in await rows()] == [
        ("dot", True),
        ("5", False),
        ("4", False),
    ]
    (settled,) = [line for line in await trace("mark.give") if line.before]
    assert settled.before is not None
    assert settled.before["value"] == "dot"


async def test_what_was_given_is_traced(teacher: Marker, seven_b: Class7B, trace: Trace) -> None:
    await teacher.give(seven_b.ivanov, "5")

    (line,) = await trace("mark.give")
    assert (line.staff_id, line.before) == (seven_b.teacher.id, None)
    assert line.after == {
        "lesson": seven_b.lessons[0],
        "pupil": seven_b.ivanov,
        "value": "5",
        "kind": "Ответ на уроке",
    }


async def test_marks_of_a_written_work_show_that_it_was_held(teacher: Marker, seven_b: Class7B, kinds: Kinds) -> None:
    await teacher.give(seven_b.ivanov, "5", kind=kinds["К"])
    await teacher.give(seven_b.petrova, "5", kind=kinds["К"])
    await teacher.give(seven_b.petrova, "5", seen=1)

    async with seven_b.sessions() as session:
        assert list(await session.scalars(select(LessonWork.kind_id))) == [kinds["К"]]


async def marked_by_pass(seven_b: Class7B) -> None:
    async with seven_b.sessions() as session, session.begin():
        subject = await session.scalar(select(TeachingLoad.subject_id))
        session.add(MarkedSubject(subject_id=subject, grade_from=5, grade_to=9))


@pytest.mark.parametrize(("by_pass", "value"), [(False, "pass"), (False, "fail"), (True, "5"), (True, "2")])
async def test_a_mark_off_the_scale_is_refused(
    teacher: Marker, seven_b: Class7B, rows: Rows, by_pass: bool, value: str
) -> None:
    if by_pass:
        await marked_by_pass(seven_b)
    with pytest.raises(MarkOffScale):
        await teacher.give(seven_b.ivanov, value)
    assert await rows() == []


@pytest.mark.parametrize("value", ["pass", "fail", "not_assessed", "exempt", "dot"])
async def test_a_subject_by_pass_takes_pass_and_fail(teacher: Marker, seven_b: Class7B, value: str) -> None:
    await marked_by_pass(seven_b)
    assert values(await teacher.give(seven_b.ivanov, value), seven_b.ivanov) == [value]


async def test_no_mark_for_a_pupil_of_another_class(teacher: Marker, seven_b: Class7B) -> None:
    stranger = await seven_b.school.pupil(await seven_b.school.class_unit("8А"))
    with pytest.raises(AccessDenied):
        await teacher.give(stranger)


async def test_no_mark_for_a_pupil_of_another_group(by: MarkerOf, seven_b: Class7B) -> None:
    load = await seven_b.school.load(seven_b.teacher.id, seven_b.class_id, subject="Английский", group="1")
    async with seven_b.sessions() as session, session.begin():
        subject = await session.scalar(select(TeachingLoad.subject_id).where(TeachingLoad.id == load))
        facts = {"subject_id": subject, "pupil_id": seven_b.petrova, "starts": date(2026, 9, 1)}
        session.add(GroupMember(load_id=load, **facts))
    mine = by(seven_b.teacher)
    mine.lesson = await seven_b.school.lesson(load, 1)

    assert (await mine.give(seven_b.petrova)).note == ""
    with pytest.raises(AccessDenied):
        await mine.give(seven_b.ivanov)


async def test_no_mark_on_a_cancelled_lesson(teacher: Marker, seven_b: Class7B) -> None:
    async with seven_b.sessions() as session, session.begin():
        await session.execute(update(Lesson).values(status=LessonStatus.CANCELLED))
    with pytest.raises(LessonCancelled):
        await teacher.give(seven_b.ivanov)


async def test_no_mark_before_the_lesson(teacher: Marker, seven_b: Class7B, clock: FakeClock) -> None:
    clock.set("08:00")
    with pytest.raises(LessonNotStarted):
        await teacher.give(seven_b.ivanov)


async def test_no_mark_in_grade_1(by: MarkerOf, seven_b: Class7B) -> None:
    first = await seven_b.school.class_unit("1А")
    child = await seven_b.school.pupil(first, born=date(2019, 5, 1))
    marker = by(seven_b.teacher)
    marker.lesson = await seven_b.school.lesson(await seven_b.school.load(seven_b.teacher.id, first), 1)
    with pytest.raises(EntryForbidden):
        await marker.give(child)


async def test_no_mark_of_a_kind_that_is_archived(
    teacher: Marker, seven_b: Class7B, kinds: Kinds, clock: FakeClock
) -> None:
    async with seven_b.sessions() as session, session.begin():
        await session.execute(update(WorkKind).where(WorkKind.id == kinds["К"]).values(archived_at=clock.now()))
    for kind in (kinds["К"], 9999):
        with pytest.raises(ButtonOutdated):
            await teacher.give(seven_b.ivanov, kind=kind)


async def test_strangers_write_nothing(by: MarkerOf, seven_b: Class7B) -> None:
    other = await seven_b.school.connected_staff("Чужая")
    with pytest.raises(AccessDenied):
        await by(other).give(seven_b.ivanov)
    with pytest.raises(AccessDenied):
        await by(seven_b.deputy).give(seven_b.ivanov)
    with pytest.raises(NotConnected):
        await by(seven_b.mother).give(seven_b.ivanov)


async def test_a_deputy_may_look(by: MarkerOf, seven_b: Class7B) -> None:
    sheet = await by(seven_b.deputy).open()
    assert isinstance(sheet.refusal, AccessDenied)


async def test_no_lesson_no_marks(by: MarkerOf, seven_b: Class7B) -> None:
    nowhere = by(seven_b.teacher)
    nowhere.lesson = 9999
    with pytest.raises(NothingThere):
        await nowhere.open()


@pytest.mark.parametrize(
    ("letter", "days", "closed"), [("О", 0, False), ("О", 1, True), ("К", 7, False), ("К", 8, True)]
)
async def test_written_works_have_a_term_of_their_own(
    teacher: Marker, seven_b: Class7B, kinds: Kinds, clock: FakeClock, letter: str, days: int, closed: bool
) -> None:
    clock.set("20:00", days_after(days))
    sheet = await teacher.open(kinds[letter])
    assert isinstance(sheet.refusal, EntryWindowClosed) is closed
    if not closed:
        assert (await teacher.give(seven_b.ivanov, kind=kinds[letter])).note == ""
