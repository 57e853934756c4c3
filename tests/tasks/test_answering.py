"""A family answers; the teacher looks."""

import asyncio
from datetime import date

import pytest

from core.errors import AccessDenied, ConsentNeeded, NotConnected, NothingThere, TextTooLong
from core.errors.files import TooManyFiles
from core.errors.homework import AnswerClosed
from core.outbox import Kind
from core.tasks import answers, giving, review
from core.tasks.answers import Answered
from core.tasks.family import child_task, child_tasks, given_file, tasks_due
from core.tasks.reading import open_task
from core.tasks.review import Reviewed
from core.tasks.states import TaskState, state_of
from core.terms import ConsentAnswer
from tests.support.clock import FakeClock
from tests.support.school import Person, days_after
from tests.support.statements import counted
from tests.tasks.conftest import WEDNESDAY, Physics


@pytest.fixture
async def task(physics: Physics) -> int:
    """A task for Ivanov, told."""
    return await physics.give(physics.of.ivanov)


async def add(
    physics: Physics, task: int, words: str, *files: int, by: Person | None = None, source: str = "5"
) -> Answered:
    async with physics.app.work((by or physics.of.mother).address) as work:
        return await answers.add(work, physics.of.ivanov, task, words, files, source=source)


async def mark(physics: Physics, task: int, words: str = "", seen: int | None = None) -> Reviewed:
    async with physics.app.work(physics.of.teacher.address) as work:
        rev = seen or (await review.open_answer(work, task, physics.of.ivanov)).answer.rev
        if words:
            return await review.remark(work, task, physics.of.ivanov, words, seen=rev)
        return await review.accept(work, task, physics.of.ivanov, seen=rev)


@pytest.mark.parametrize(
    ("due", "answered", "checked", "on_page", "state"),
    [
        (WEDNESDAY, False, False, True, TaskState.OPEN),
        (WEDNESDAY, True, False, True, TaskState.ANSWERED),
        (WEDNESDAY, True, True, True, TaskState.CHECKED),
        (WEDNESDAY, False, True, True, TaskState.CHECKED),
        (None, False, False, True, TaskState.MATERIAL),
        (WEDNESDAY, False, False, False, TaskState.LEFT),
        (None, False, False, False, TaskState.LEFT),
        (WEDNESDAY, True, False, False, TaskState.ANSWERED),
    ],
)
def test_where_a_pupil_stands(due: date | None, answered: bool, checked: bool, on_page: bool, state: TaskState) -> None:
    assert state_of(due_on=due, answered=answered, checked=checked, on_page=on_page) is state


async def test_words_are_added_below_and_a_message_delivered_twice_adds_them_once(physics: Physics, task: int) -> None:
    await add(physics, task, "Первое", source="5")
    await add(physics, task, "Второе", source="7")

    again = await add(physics, task, "Первое", source="5")

    assert again.note == "already"
    assert (await physics.pupil_row(task, physics.of.ivanov)).answer == "Первое\n\nВторое"


async def test_both_parents_at_once_lose_nothing(physics: Physics, task: int) -> None:
    await asyncio.gather(
        add(physics, task, "Мама", source="5"),
        add(physics, task, "Папа", by=physics.of.father, source="5"),
    )

    answer = (await physics.pupil_row(task, physics.of.ivanov)).answer
    assert sorted(answer.split("\n\n")) == ["Мама", "Папа"]


async def test_the_pupil_answers_too(physics: Physics, task: int) -> None:
    son = await physics.of.school.connected_pupil(physics.of.ivanov)

    assert (await add(physics, task, "Сам", by=son)).task.state is TaskState.ANSWERED


async def test_the_teacher_hears_once_of_all_that_came_in_a_row(physics: Physics, task: int, clock: FakeClock) -> None:
    await physics.of.deliver(Kind.TASK_GIVEN, clock.now())
    await add(physics, task, "Первое", source="5")

    await add(physics, task, "", await physics.upload(physics.of.mother))

    assert await physics.waiting() == [("task_answered", physics.of.teacher.account_id)]


async def test_an_answer_taken_back_is_not_spoken_of(physics: Physics, task: int, clock: FakeClock) -> None:
    await physics.of.deliver(Kind.TASK_GIVEN, clock.now())
    file = await physics.upload(physics.of.mother)
    await add(physics, task, "", file)

    async with physics.app.work(physics.of.mother.address) as work:
        found = await answers.remove_file(work, physics.of.ivanov, task, file)

    assert found.task.state is TaskState.OPEN
    assert await physics.waiting() == []


async def test_after_the_remark_nothing_is_added_until_the_teacher_returns_it(physics: Physics, task: int) -> None:
    await add(physics, task, "Вот", source="5")
    await mark(physics, task, "Мало")

    with pytest.raises(AnswerClosed):
        await add(physics, task, "Ещё", source="6")
    async with physics.app.work(physics.of.teacher.address) as work:
        rev = (await review.open_answer(work, task, physics.of.ivanov)).answer.rev
        back = await review.send_back(work, task, physics.of.ivanov, seen=rev)
    found = await add(physics, task, "Ещё", source="6")

    assert back.answer.state is TaskState.OPEN
    assert (found.task.answer, found.task.remark, found.task.state) == ("Вот\n\nЕщё", "Мало", TaskState.ANSWERED)


async def test_the_family_hears_of_the_last_remark_alone(physics: Physics, task: int, clock: FakeClock) -> None:
    await add(physics, task, "Вот")
    for kind in (Kind.TASK_GIVEN, Kind.TASK_ANSWERED):
        await physics.of.deliver(kind, clock.now())
    await mark(physics, task, "Хорошо")

    await mark(physics, task, "Отлично")

    rows = [row for row in await physics.of.outbox("task_remarked") if row.status == "pending"]
    assert [row.facts["remark"] for row in rows] == ["Отлично", "Отлично"]


async def test_what_came_meanwhile_is_looked_at_before_it_is_accepted(physics: Physics, task: int) -> None:
    await add(physics, task, "Первое", source="5")
    seen = (await physics.pupil_row(task, physics.of.ivanov)).rev
    await add(physics, task, "Второе", source="6")

    found = await mark(physics, task, seen=seen)

    assert (found.note, found.answer.state) == ("changed", TaskState.ANSWERED)


async def test_accepted_twice_is_accepted_once(physics: Physics, task: int) -> None:
    await add(physics, task, "Вот")
    await mark(physics, task)

    assert (await mark(physics, task)).note == "already"


async def test_handed_in_on_paper_it_is_accepted_without_an_answer(physics: Physics, task: int) -> None:
    found = await mark(physics, task)

    assert found.answer.state is TaskState.CHECKED


async def test_rewriting_over_the_other_parent_is_refused(physics: Physics, task: int) -> None:
    await add(physics, task, "Вот", source="5")
    async with physics.app.work(physics.of.father.address) as work:
        found = await answers.rewrite(work, physics.of.ivanov, task, "Иначе", seen=1)

    assert (found.note, found.task.answer) == ("changed", "Вот")


async def test_limits(physics: Physics, task: int) -> None:
    await add(physics, task, "я" * 2990, source="5")
    with pytest.raises(TextTooLong):
        await add(physics, task, "я" * 20, source="6")
    files = [await physics.upload(physics.of.mother, number) for number in range(11)]
    with pytest.raises(TooManyFiles):
        await add(physics, task, "", *files)

    assert len((await physics.pupil_row(task, physics.of.ivanov)).answer) == 2990
    assert await physics.answer_files(task) == []


async def test_a_material_takes_no_answer(physics: Physics) -> None:
    task = await physics.give(physics.of.ivanov, due=None)

    with pytest.raises(AnswerClosed):
        await add(physics, task, "Вот")


async def test_after_the_term_it_is_late_and_still_taken(physics: Physics, task: int, clock: FakeClock) -> None:
    clock.set("09:00", days_after(3))
    await add(physics, task, "Поздно")

    async with physics.app.work(physics.of.teacher.address) as work:
        answer = (await open_task(work, task)).pupil(physics.of.ivanov)
    assert (answer.state, answer.late) == (TaskState.ANSWERED, True)


async def test_not_a_byte_of_another_child(physics: Physics, task: int) -> None:
    other = await physics.of.school.connected_guardian(physics.of.petrova, surname="Петрова")
    file = await physics.upload(physics.of.mother)
    theirs = await physics.give(physics.of.petrova, source="message-2")
    await add(physics, task, "Вот", file)

    async with physics.app.work(other.address) as work:
        for attempt in (
            child_task(work, physics.of.ivanov, task),
            child_tasks(work, physics.of.ivanov),
            given_file(work, physics.of.ivanov, task, file),
            answers.add(work, physics.of.ivanov, task, "Вот", [], source="5"),
            answers.rewrite(work, physics.of.ivanov, task, "Вот", seen=1),
            answers.remove_file(work, physics.of.ivanov, task, file),
        ):
            with pytest.raises(AccessDenied):
                await attempt
        for forged in (
            child_task(work, physics.of.petrova, task),
            given_file(work, physics.of.petrova, task, file),
            given_file(work, physics.of.petrova, theirs, file),
            answers.add(work, physics.of.petrova, task, "Вот", [], source="5"),
        ):
            with pytest.raises(NothingThere):
                await forged
        with pytest.raises(AccessDenied):
            await answers.add(work, physics.of.petrova, theirs, "", [file], source="6")


async def test_the_answer_s_files_are_the_teacher_s_by_the_right_pupil_alone(physics: Physics) -> None:
    task = await physics.give(physics.of.ivanov, physics.of.petrova)
    file = await physics.upload(physics.of.mother)
    await add(physics, task, "Вот", file)

    async with physics.app.work(physics.of.teacher.address) as work:
        with pytest.raises(NothingThere):
            await review.answer_file(work, task, physics.of.petrova, file)
        with pytest.raises(NothingThere):
            await review.open_answer(work, task, physics.stranger)
    async with physics.app.work(physics.outsider.address) as work:
        with pytest.raises(AccessDenied):
            await review.answer_file(work, task, physics.of.ivanov, file)


async def test_consent_withdrawn_a_minute_ago_closes_it(physics: Physics, task: int) -> None:
    await physics.of.school.consent(physics.of.mother, ConsentAnswer.WITHDRAWN, guardian_id=physics.of.mother.id)

    with pytest.raises(ConsentNeeded):
        await add(physics, task, "Вот")
    async with physics.app.work(physics.of.mother.address) as work:
        with pytest.raises(ConsentNeeded):
            await child_tasks(work, physics.of.ivanov)


async def test_staff_are_not_a_family(physics: Physics, task: int) -> None:
    with pytest.raises(NotConnected):
        await add(physics, task, "Вот", by=physics.of.teacher)


async def test_withdrawn_takes_no_answer(physics: Physics, task: int) -> None:
    async with physics.app.work(physics.of.teacher.address) as work:
        await giving.withdraw(work, task, seen=(await open_task(work, task)).rev)

    with pytest.raises(NothingThere):
        await add(physics, task, "Вот")


async def test_a_child_transferred_yesterday_keeps_what_was_answered_and_owes_nothing(
    physics: Physics, task: int, clock: FakeClock
) -> None:
    done = await physics.give(physics.of.ivanov, source="message-2")
    await add(physics, done, "Готово")
    await physics.leaves(physics.of.ivanov, days_after(0))
    await physics.joins(physics.of.ivanov, "7В", days_after(1))
    clock.set("09:00", days_after(1))

    with pytest.raises(AnswerClosed):
        await add(physics, task, "Вот")
    async with physics.app.work(physics.of.mother.address) as work:
        _, found = await child_tasks(work, physics.of.ivanov)
        due = await tasks_due(work, [physics.of.ivanov], WEDNESDAY, WEDNESDAY)
    assert [(x.task_id, x.state) for x in found] == [(done, TaskState.ANSWERED), (task, TaskState.LEFT)]
    assert [x.task_id for x in due] == [done]


async def test_the_list_is_by_what_is_needed_first(physics: Physics, task: int) -> None:
    friday = await physics.give(physics.of.ivanov, due=days_after(4), source="message-2")
    material = await physics.give(physics.of.ivanov, due=None, source="message-3")
    tuesday = await physics.give(physics.of.ivanov, due=days_after(1), source="message-4")
    await add(physics, task, "Готово")

    async with physics.app.work(physics.of.mother.address) as work:
        _, found = await child_tasks(work, physics.of.ivanov)

    assert [x.task_id for x in found] == [tuesday, friday, material, task]


async def test_what_is_due_is_one_statement_for_any_number_of_children(physics: Physics, task: int) -> None:
    await physics.give(physics.of.ivanov, physics.of.petrova, source="message-2")

    async with physics.app.work(physics.of.mother.address) as work:
        with counted(physics.of.sessions) as seen:
            due = await tasks_due(work, [physics.of.ivanov, physics.of.petrova], WEDNESDAY, WEDNESDAY)
        none = await tasks_due(work, [physics.of.ivanov], days_after(3), days_after(9))

    assert (len(seen), len(due), none) == (1, 3, [])
    assert {x.answered for x in due} == {False}


@pytest.mark.parametrize("count", [1, 20])
async def test_a_family_s_screens_cost_the_same_whatever_there_is(physics: Physics, count: int) -> None:
    given = [await physics.give(physics.of.ivanov, source=f"message-{n}") for n in range(count)]

    async with physics.app.work(physics.of.mother.address):
        pass  # The first visit of the day is remembered.

    with counted(physics.of.sessions) as listed:
        async with physics.app.work(physics.of.mother.address) as work:
            await child_tasks(work, physics.of.ivanov)
    with counted(physics.of.sessions) as opened:
        async with physics.app.work(physics.of.mother.address) as work:
            await child_task(work, physics.of.ivanov, given[0])

    assert (len(listed), len(opened)) == (4, 4)
