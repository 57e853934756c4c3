"""A mark that was given for another kind of work than was meant is set right in place."""

from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import select

from core.app import App
from core.errors import AccessDenied
from core.errors.entries import EntryWindowClosed
from core.marks import rekinding
from core.marks.sheet import MarkSheet
from core.terms import MarkValue
from storage.models import LessonWork
from tests.marks.conftest import Kinds, Marker, Rows, Trace, values
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.school import Person
from tests.support.statements import counted

ChangeKind = Callable[..., Awaitable[MarkSheet]]


@pytest.fixture
def change_kind(app: App, seven_b: Class7B) -> ChangeKind:
    """`await change_kind(mark, kind, seen=1, by=leader)`: in a unit of work of its own; the teacher unless named."""

    async def run(mark: int, kind: int, *, seen: int = 1, by: Person | None = None) -> MarkSheet:
        async with app.work((by or seven_b.teacher).address) as work:
            return await rekinding.change_kind(work, seven_b.lessons[0], mark, kind, seen=seen)

    return run


@pytest.fixture
async def five(teacher: Marker, seven_b: Class7B) -> int:
    """Иванов's 5 for an answer: the mark's id."""
    return await given(teacher, seven_b, "5")


async def given(teacher: Marker, seven_b: Class7B, value: str, **more: int) -> int:
    line = (await teacher.give(seven_b.ivanov, value, **more)).line(seven_b.ivanov)
    assert line is not None
    return line.marks[-1].id


async def works(seven_b: Class7B) -> set[int]:
    async with seven_b.sessions() as session:
        return set(await session.scalars(select(LessonWork.kind_id)))


async def test_the_mark_stays_and_the_trace_keeps_what_it_was_for(
    change_kind: ChangeKind, seven_b: Class7B, five: int, kinds: Kinds, rows: Rows, trace: Trace
) -> None:
    sheet = await change_kind(five, kinds["К"])

    (row,) = await rows()
    (line,) = await trace("mark.kind")
    assert line.before is not None
    assert line.after is not None
    assert (row.id, row.kind_id, row.value, row.changed_at is not None) == (five, kinds["К"], "5", True)
    assert (line.before["kind"], line.after["kind"]) == ("Ответ на уроке", "Контрольная работа")
    assert (values(sheet, seven_b.ivanov), sheet.kind and sheet.kind.letter) == (["5"], "К")


async def test_a_second_press_and_an_old_screen_write_nothing(
    change_kind: ChangeKind, five: int, kinds: Kinds, trace: Trace
) -> None:
    await change_kind(five, kinds["К"])

    assert (await change_kind(five, kinds["К"])).note == "already"
    assert (await change_kind(five, kinds["С"])).note == "changed"
    assert len(await trace("mark.kind")) == 1


async def test_the_owner_hears_of_a_colleague(
    change_kind: ChangeKind, seven_b: Class7B, five: int, kinds: Kinds
) -> None:
    await change_kind(five, kinds["К"], by=seven_b.leader)

    (told,) = await seven_b.outbox("mark_changed")
    said = [told.facts[name] for name in ("before", "after", "kind", "kind_after")]
    assert (told.account_id, said) == (
        seven_b.teacher.account_id,
        ["5", "5", "Ответ на уроке", "Контрольная работа"],
    )


async def test_a_control_work_chosen_by_a_slip_is_no_work_of_the_lesson_any_more(
    change_kind: ChangeKind, teacher: Marker, seven_b: Class7B, kinds: Kinds
) -> None:
    first = await given(teacher, seven_b, "4", kind=kinds["К"])
    second = await given(teacher, seven_b, "5", kind=kinds["К"], seen=1)

    await change_kind(first, kinds["О"], seen=2)
    assert await works(seven_b) == {kinds["К"]}
    await change_kind(second, kinds["О"], seen=3)

    assert await works(seven_b) == set()


async def test_a_mark_put_under_the_work_that_was_owed_settles_the_dot(
    change_kind: ChangeKind, teacher: Marker, seven_b: Class7B, kinds: Kinds
) -> None:
    await teacher.give(seven_b.ivanov, "dot", kind=kinds["К"])
    mark = await given(teacher, seven_b, "4", seen=1)

    sheet = await change_kind(mark, kinds["К"], seen=2)

    assert values(sheet, seven_b.ivanov) == [MarkValue.FOUR]


async def test_the_stricter_term_of_the_two_kinds_holds(
    change_kind: ChangeKind, teacher: Marker, seven_b: Class7B, kinds: Kinds, clock: FakeClock, rows: Rows
) -> None:
    answer, control = await given(teacher, seven_b, "5"), await given(teacher, seven_b, "5", kind=kinds["К"], seen=1)
    clock.set("21:01")

    for mark, kind in ((answer, kinds["К"]), (control, kinds["О"])):
        with pytest.raises(EntryWindowClosed):
            await change_kind(mark, kind, seen=2)

    assert [row.kind_id for row in await rows()] == [kinds["О"], kinds["К"]]
    await change_kind(control, kinds["С"], seen=2)


async def test_a_stranger_changes_nothing(
    change_kind: ChangeKind, seven_b: Class7B, five: int, kinds: Kinds, rows: Rows
) -> None:
    stranger = await seven_b.school.connected_staff("Чужая")

    with pytest.raises(AccessDenied):
        await change_kind(five, kinds["К"], by=stranger)

    assert [row.kind_id for row in await rows()] == [kinds["О"]]


async def test_it_costs_a_fixed_few_statements(
    change_kind: ChangeKind, seven_b: Class7B, five: int, kinds: Kinds
) -> None:
    with counted(seven_b.sessions) as statements:
        await change_kind(five, kinds["К"])

    assert len(statements) <= 8
