"""A teacher gives individual tasks; families hear only what they do not know."""

import asyncio

import pytest
from sqlalchemy import update

from core.errors import AccessDenied, NothingThere, TextTooLong
from core.errors.dates import DatesPast
from core.errors.files import TooManyFiles
from core.outbox import Kind
from core.tasks import answers, giving, review
from core.tasks.family import child_task
from core.tasks.page import pupils_now
from core.tasks.reading import open_task, page_tasks
from storage.models import Pupil
from tests.support.clock import FakeClock
from tests.support.school import Person, days_after
from tests.support.statements import counted
from tests.tasks.conftest import WEDNESDAY, Physics


async def test_it_is_for_the_chosen_alone_and_told_to_all_of_their_family(physics: Physics) -> None:
    son = await physics.of.school.connected_pupil(physics.of.ivanov)

    await physics.give(physics.of.ivanov)

    families = sorted([physics.of.mother.account_id, physics.of.father.account_id, son.account_id])
    assert sorted(await physics.waiting()) == [("task_given", account) for account in families]


async def test_the_same_message_gives_it_once(physics: Physics) -> None:
    first = await physics.give(source="message-7")

    async with physics.app.work(physics.of.teacher.address) as work:
        again = await giving.give(work, physics.load, "Реферат", source="message-7")

    assert (again.task.id, again.note) == (first, "already")
    assert len(await physics.tasks()) == 1


async def test_two_deliveries_at_once_give_it_once(physics: Physics) -> None:
    async def deliver() -> None:
        async with physics.app.work(physics.of.teacher.address) as work:
            await giving.give(work, physics.load, "Реферат", source="message-7")

    await asyncio.gather(deliver(), deliver())

    assert len(await physics.tasks()) == 1


async def test_changes_before_it_is_told_make_one_message_of_what_stands_last(physics: Physics) -> None:
    task = await physics.give(physics.of.ivanov)

    async with physics.app.work(physics.of.teacher.address) as work:
        await giving.rewrite(work, task, "Доклад", seen=(await open_task(work, task)).rev)

    rows = [row for row in await physics.of.outbox("task_given") if row.status == "pending"]
    assert [row.facts["body"] for row in rows] == ["Доклад", "Доклад"]
    assert await physics.of.outbox("task_changed") == []


async def test_a_change_is_told_to_who_heard_of_it_and_only_once(physics: Physics, clock: FakeClock) -> None:
    task = await physics.give(physics.of.ivanov)
    await physics.of.deliver(Kind.TASK_GIVEN, clock.now())

    async with physics.app.work(physics.of.teacher.address) as work:
        found = await giving.rewrite(work, task, "Доклад", seen=(await open_task(work, task)).rev)
        await giving.rewrite(work, task, "Доклад о Ньютоне", seen=found.task.rev)

    assert [kind for kind, _ in await physics.waiting()] == ["task_changed", "task_changed"]


async def test_changed_back_before_it_was_told_it_is_no_news(physics: Physics, clock: FakeClock) -> None:
    task = await physics.give(physics.of.ivanov)
    await physics.of.deliver(Kind.TASK_GIVEN, clock.now())

    async with physics.app.work(physics.of.teacher.address) as work:
        found = await giving.rewrite(work, task, "Доклад", seen=(await open_task(work, task)).rev)
        await giving.rewrite(work, task, "Реферат", seen=found.task.rev)

    assert await physics.waiting() == []


async def test_withdrawn_before_anybody_heard_it_is_silent(physics: Physics) -> None:
    task = await physics.give(physics.of.ivanov)

    async with physics.app.work(physics.of.teacher.address) as work:
        await giving.withdraw(work, task, seen=(await open_task(work, task)).rev)

    assert await physics.waiting() == []


@pytest.mark.parametrize("how", ["told", "seen"])
async def test_withdrawn_after_that_it_is_told(physics: Physics, clock: FakeClock, how: str) -> None:
    task = await physics.give(physics.of.ivanov)
    if how == "told":
        await physics.of.deliver(Kind.TASK_GIVEN, clock.now())
    else:
        async with physics.app.work(physics.of.mother.address) as work:
            await child_task(work, physics.of.ivanov, task)

    async with physics.app.work(physics.of.teacher.address) as work:
        await giving.withdraw(work, task, seen=(await open_task(work, task)).rev)

    assert [kind for kind, _ in await physics.waiting()] == ["task_withdrawn", "task_withdrawn"]


async def test_taken_out_and_in_again_before_anything_left_is_told_once(physics: Physics) -> None:
    task = await physics.give(physics.of.ivanov)

    async with physics.app.work(physics.of.teacher.address) as work:
        await giving.set_pupil(work, task, physics.of.ivanov, chosen=False)
        await giving.set_pupil(work, task, physics.of.ivanov, chosen=True)

    assert [kind for kind, _ in await physics.waiting()] == ["task_given", "task_given"]


async def test_who_has_answered_is_not_taken_out(physics: Physics) -> None:
    task = await physics.give(physics.of.ivanov)
    async with physics.app.work(physics.of.mother.address) as work:
        await answers.add(work, physics.of.ivanov, task, "Вот", [], source="5")

    async with physics.app.work(physics.of.teacher.address) as work:
        found = await giving.set_pupil(work, task, physics.of.ivanov, chosen=False)

    assert found.note == "wrote"
    assert (await physics.pupil_row(task, physics.of.ivanov)).answer == "Вот"


async def test_two_hands_choose_different_pupils_at_once(physics: Physics) -> None:
    task = await physics.give()

    async def choose(pupil: int) -> None:
        async with physics.app.work(physics.of.teacher.address) as work:
            await giving.set_pupil(work, task, pupil, chosen=True)

    await asyncio.gather(choose(physics.of.ivanov), choose(physics.of.petrova), choose(physics.of.petrova))

    async with physics.app.work(physics.of.teacher.address) as work:
        found = await open_task(work, task)
    assert [pupil.pupil_id for pupil in found.pupils] == [physics.of.ivanov, physics.of.petrova]


async def test_a_pupil_of_another_class_cannot_be_chosen(physics: Physics) -> None:
    task = await physics.give()

    async with physics.app.work(physics.of.teacher.address) as work:
        with pytest.raises(AccessDenied):
            await giving.set_pupil(work, task, physics.stranger, chosen=True)


async def test_namesakes_stand_by_their_patronymics(physics: Physics) -> None:
    later, first = [await physics.of.school.pupil(physics.of.class_id, "Уварова", "Вера") for _ in range(2)]
    async with physics.of.sessions() as session, session.begin():
        for pupil, patronymic in ((later, "Романовна"), (first, "Ивановна")):
            await session.execute(update(Pupil).where(Pupil.id == pupil).values(patronymic=patronymic))

    async with physics.app.work(physics.of.teacher.address) as work:
        offered = await pupils_now(work, physics.load)

    assert offered[-2:] == [(first, "Уварова В. И."), (later, "Уварова В. Р.")]


async def test_who_left_the_page_is_not_offered_but_stays_in_what_was_given(physics: Physics, clock: FakeClock) -> None:
    task = await physics.give(physics.of.ivanov)
    await physics.leaves(physics.of.ivanov, days_after(0))
    clock.set("09:00", days_after(1))

    async with physics.app.work(physics.of.teacher.address) as work:
        offered = [pupil for pupil, _ in await pupils_now(work, physics.load)]
        found = await open_task(work, task)

    assert physics.of.ivanov not in offered
    assert [(pupil.pupil_id, pupil.state) for pupil in found.pupils] == [(physics.of.ivanov, "left")]


async def test_a_term_in_words(physics: Physics) -> None:
    task = await physics.give(due=None)

    async with physics.app.work(physics.of.teacher.address) as work:
        rev = (await open_task(work, task)).rev
        assert (await giving.write_term(work, task, "до пятницы", seen=rev)).task.due_on == days_after(4)
        with pytest.raises(DatesPast):
            await giving.set_term(work, task, days_after(-1), seen=rev + 1)


async def test_an_old_screen_does_not_write_over_a_newer_text(physics: Physics) -> None:
    task = await physics.give()

    async with physics.app.work(physics.of.teacher.address) as work:
        found = await giving.rewrite(work, task, "Другое", seen=1)

    assert (found.note, found.task.body) == ("changed", "Реферат")


@pytest.mark.parametrize("who", ["outsider", "leader", "deputy"])
async def test_only_the_page_s_teachers_write(physics: Physics, who: str) -> None:
    person = physics.outsider if who == "outsider" else getattr(physics.of, who)
    task = await physics.give(physics.of.ivanov)

    async with physics.app.work(person.address) as work:
        for attempt in (
            giving.give(work, physics.load, "Реферат", source="message-9"),
            giving.rewrite(work, task, "Другое", seen=1),
            giving.set_term(work, task, None, seen=1),
            giving.set_pupil(work, task, physics.of.petrova, chosen=True),
            giving.give_to_all(work, task),
            giving.withdraw(work, task, seen=1),
            review.accept(work, task, physics.of.ivanov, seen=1),
            review.remark(work, task, physics.of.ivanov, "Хорошо", seen=1),
            review.send_back(work, task, physics.of.ivanov, seen=1),
        ):
            with pytest.raises(AccessDenied):
                await attempt


async def test_class_leader_and_deputy_look_others_do_not(physics: Physics) -> None:
    task = await physics.give(physics.of.ivanov)

    for person in (physics.of.leader, physics.of.deputy):
        async with physics.app.work(person.address) as work:
            assert (await open_task(work, task)).writes is False
            assert (await page_tasks(work, physics.load)).page.writes is False
    async with physics.app.work(physics.outsider.address) as work:
        with pytest.raises(AccessDenied):
            await open_task(work, task)
        with pytest.raises(AccessDenied):
            await page_tasks(work, physics.load)


async def test_a_substitute_gives_tasks_and_keeps_them(physics: Physics, clock: FakeClock) -> None:
    await physics.of.school.lesson(physics.load, 4, substitute=physics.outsider.id)
    async with physics.app.work(physics.outsider.address) as work:
        task = (await giving.give(work, physics.load, "Реферат", source="message-3")).task.id
    clock.set("09:00", days_after(30))

    async with physics.app.work(physics.outsider.address) as work:
        assert (await open_task(work, task)).writes is True
        with pytest.raises(AccessDenied):
            await giving.give(work, physics.load, "Ещё", source="message-4")


async def test_somebody_else_s_file_cannot_be_given(physics: Physics) -> None:
    file = await physics.upload(physics.of.mother)
    task = await physics.give()

    async with physics.app.work(physics.of.teacher.address) as work:
        with pytest.raises(AccessDenied):
            await giving.add_files(work, task, [file])


async def test_a_file_of_another_task_is_not_sent_by_this_one(physics: Physics) -> None:
    file = await physics.upload(physics.of.teacher)
    one, other = await physics.give(), await physics.give(source="message-2")
    async with physics.app.work(physics.of.teacher.address) as work:
        await giving.add_files(work, one, [file])

        with pytest.raises(NothingThere):
            await review.task_file(work, other, file)
        assert (await review.task_file(work, one, file))[1].content == b"words"


async def test_too_much_is_refused(physics: Physics) -> None:
    task = await physics.give()
    files = [await physics.upload(physics.of.teacher, number) for number in range(11)]

    with pytest.raises(TooManyFiles):
        async with physics.app.work(physics.of.teacher.address) as work:
            await giving.add_files(work, task, files)
    async with physics.app.work(physics.of.teacher.address) as work:
        with pytest.raises(TextTooLong):
            await giving.give(work, physics.load, "я" * 2501, source="message-8")


async def test_the_last_of_a_task_is_not_taken_away(physics: Physics) -> None:
    file = await physics.upload(physics.of.teacher)
    async with physics.app.work(physics.of.teacher.address) as work:
        task = (await giving.give(work, physics.load, "", [file], source="message-2")).task

        with pytest.raises(NothingThere):
            await giving.remove_file(work, task.id, file)


@pytest.mark.parametrize("pupils", [1, 30])
async def test_a_task_costs_the_same_whatever_its_size(physics: Physics, pupils: int) -> None:
    task = await physics.give()
    for number in range(pupils):
        await physics.of.school.pupil(physics.of.class_id, f"Ученик{number}")
    teacher: Person = physics.of.teacher
    async with physics.app.work(teacher.address) as work:
        await giving.give_to_all(work, task)

    with counted(physics.of.sessions) as seen:
        async with physics.app.work(teacher.address) as work:
            await open_task(work, task)
    with counted(physics.of.sessions) as listed:
        async with physics.app.work(teacher.address) as work:
            await page_tasks(work, physics.load)

    assert (len(seen), len(listed)) == (4, 3)
    assert (await physics.tasks())[0].due_on == WEDNESDAY
