"""Common answers: written, published to those they are for, changed one at a time."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

import pytest

from core.app import App, Work
from core.errors import AccessDenied, NothingThere, TextTooLong
from core.help import answers
from core.terms import Door, Role
from tests.support.school import Person, SchoolBuilder

Enter = Callable[[Person], AbstractAsyncContextManager[Work]]


@pytest.fixture
def enter(app: App) -> Enter:
    return lambda person: app.work(person.address)


@pytest.fixture
async def administrator(school: SchoolBuilder) -> Person:
    return await school.connected_staff("Админова", Role.ADMINISTRATOR)


@pytest.fixture
async def mother(school: SchoolBuilder) -> Person:
    return await school.connected_guardian(await school.pupil(await school.class_unit("7Б")))


@pytest.fixture
async def written(enter: Enter, administrator: Person) -> int:
    """A draft for everybody; its id."""
    async with enter(administrator) as work:
        return (await answers.write_answer(work, "Где отметки?\nПод днём, кнопка «Отметки».\nИли «Ещё…».")).id


async def seen_by(enter: Enter, person: Person) -> list[str]:
    async with enter(person) as work:
        return [line.question for line in (await answers.common_answers(work)).lines]


async def test_the_first_line_is_the_question_and_the_rest_the_answer(
    enter: Enter, administrator: Person, written: int
) -> None:
    async with enter(administrator) as work:
        found = await answers.common_answer(work, written)

    assert (found.question, found.answer) == ("Где отметки?", "Под днём, кнопка «Отметки».\nИли «Ещё…».")
    assert not found.published


async def test_a_draft_is_seen_by_nobody_else(enter: Enter, mother: Person, written: int) -> None:
    assert await seen_by(enter, mother) == []
    async with enter(mother) as work:
        with pytest.raises(NothingThere):
            await answers.common_answer(work, written)


@pytest.mark.parametrize(
    ("door", "family", "staff"),
    [(None, True, True), (Door.FAMILY, True, False), (Door.STAFF, False, True)],
)
async def test_an_answer_is_shown_to_those_it_is_for(
    enter: Enter,
    school: SchoolBuilder,
    administrator: Person,
    mother: Person,
    written: int,
    door: Door | None,
    family: bool,
    staff: bool,
) -> None:
    teacher = await school.connected_staff("Учителева")
    async with enter(administrator) as work:
        found = await answers.set_door(work, written, door, seen=1)
        await answers.set_published(work, written, published=True, seen=found.rev)

    assert (await seen_by(enter, mother) != [], await seen_by(enter, teacher) != []) == (family, staff)


async def test_a_change_over_somebody_elses_is_not_made(enter: Enter, administrator: Person, written: int) -> None:
    async with enter(administrator) as work:
        await answers.reword_answer(work, written, "Новый ответ", seen=1)

    async with enter(administrator) as work:
        found = await answers.reword_question(work, written, "Другой вопрос", seen=1)
        deleted = await answers.delete_answer(work, written, seen=1)

    assert (found.note, found.question, found.answer) == ("changed", "Где отметки?", "Новый ответ")
    assert not deleted


async def test_a_second_press_of_publishing_says_nothing_of_a_colleague(
    enter: Enter, administrator: Person, written: int
) -> None:
    async with enter(administrator) as work:
        await answers.set_published(work, written, published=True, seen=1)

    async with enter(administrator) as work:
        again = await answers.set_published(work, written, published=True, seen=1)

    assert (again.published, again.rev, again.note) == (True, 2, "")


async def test_words_that_arrive_twice_are_one_draft(enter: Enter, administrator: Person) -> None:
    for _ in range(2):
        async with enter(administrator) as work:
            await answers.write_answer(work, "Где отметки?\nПод днём.")

    assert await seen_by(enter, administrator) == ["Где отметки?"]


async def test_a_deleted_answer_is_gone(enter: Enter, administrator: Person, written: int) -> None:
    async with enter(administrator) as work:
        assert await answers.delete_answer(work, written, seen=1)

    assert await seen_by(enter, administrator) == []


@pytest.mark.parametrize("words", ["Один вопрос", "Вопрос\n  ", "\nОтвет"])
async def test_a_question_without_an_answer_is_none(enter: Enter, administrator: Person, words: str) -> None:
    async with enter(administrator) as work:
        with pytest.raises(NothingThere):
            await answers.write_answer(work, words)


async def test_too_many_words_are_refused(enter: Enter, administrator: Person, written: int) -> None:
    async with enter(administrator) as work:
        with pytest.raises(TextTooLong):
            await answers.reword_answer(work, written, "я" * 2001, seen=1)


async def test_others_write_none(enter: Enter, school: SchoolBuilder, written: int) -> None:
    teacher = await school.connected_staff("Учителева")
    async with enter(teacher) as work:
        with pytest.raises(AccessDenied):
            await answers.write_answer(work, "Вопрос\nОтвет")
    async with enter(teacher) as work:
        with pytest.raises(AccessDenied):
            await answers.delete_answer(work, written, seen=1)
