"""Remarks: to a pupil or the class, once however often the message comes, changed and taken back."""

import asyncio
from dataclasses import replace

import pytest

from core.app import App
from core.errors import AccessDenied, NothingThere, TextTooLong
from core.errors.entries import EntryWindowClosed, NotInRussian
from core.page import remarks
from core.page.sheet import LessonPage
from core.terms import RemarkSubject, RemarkTone
from tests.page.test_writing import opened
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.school import Person


async def give(app: App, person: Person, lesson: int, pupil: int | None, words: str = "Молодец") -> LessonPage:
    async with app.work(person.address) as work:
        return await remarks.give_remark(work, lesson, pupil, RemarkSubject.BEHAVIOUR, RemarkTone.PRAISE, words)


@pytest.fixture(autouse=True)
def during_the_lesson(clock: FakeClock) -> None:
    clock.set("08:40")


async def test_a_pupil_and_the_class_are_remarked_on(app: App, seven_b: Class7B) -> None:
    await give(app, seven_b.teacher, seven_b.lessons[0], seven_b.ivanov)
    page = await give(app, seven_b.teacher, seven_b.lessons[0], None, "Шумели")

    assert [(r.pupil, r.body, r.tone) for r in page.remarks] == [
        ("Иванов Пётр", "Молодец", RemarkTone.PRAISE),
        ("", "Шумели", RemarkTone.PRAISE),
    ]


async def test_a_remark_delivered_twice_at_once_stands_once(app: App, seven_b: Class7B) -> None:
    await asyncio.gather(*(give(app, seven_b.teacher, seven_b.lessons[0], seven_b.ivanov) for _ in range(3)))

    page = await opened(app, seven_b.teacher, seven_b.lessons[0])

    assert len(page.remarks) == 1


async def test_a_pupil_of_another_class_gets_none(app: App, seven_b: Class7B) -> None:
    stranger = await seven_b.school.pupil(await seven_b.school.class_unit("8А"))
    with pytest.raises(AccessDenied):
        await give(app, seven_b.teacher, seven_b.lessons[0], stranger)


async def test_words_are_changed_once_under_the_revision_seen(app: App, seven_b: Class7B) -> None:
    page = await give(app, seven_b.teacher, seven_b.lessons[0], seven_b.ivanov)
    remark = page.remarks[0]
    async with app.work(seven_b.teacher.address) as work:
        page = await remarks.edit_remark(work, seven_b.lessons[0], remark.id, "Помог соседу", seen=remark.rev)
    async with app.work(seven_b.leader.address) as work:
        late = await remarks.edit_remark(work, seven_b.lessons[0], remark.id, "Иначе", seen=remark.rev)

    assert (page.remarks[0].body, late.note, late.remarks[0].body) == ("Помог соседу", "changed", "Помог соседу")


async def test_a_remark_is_taken_back_once(app: App, seven_b: Class7B) -> None:
    page = await give(app, seven_b.teacher, seven_b.lessons[0], seven_b.ivanov)
    remark = page.remarks[0]
    notes = []
    for _ in range(2):
        async with app.work(seven_b.teacher.address) as work:
            page = await remarks.withdraw_remark(work, seven_b.lessons[0], remark.id, seen=remark.rev)
        notes.append(page.note)

    assert (notes, page.remarks) == (["", "already"], ())


async def test_a_remark_of_another_lesson_is_nothing_here(app: App, seven_b: Class7B) -> None:
    page = await give(app, seven_b.teacher, seven_b.lessons[0], seven_b.ivanov)
    with pytest.raises(NothingThere):
        async with app.work(seven_b.teacher.address) as work:
            await remarks.edit_remark(work, seven_b.lessons[1], page.remarks[0].id, "Другое", seen=1)


async def test_the_usual_limits_hold(app: App, seven_b: Class7B, clock: FakeClock) -> None:
    with pytest.raises(TextTooLong):
        await give(app, seven_b.teacher, seven_b.lessons[0], None, "я" * 1001)
    with pytest.raises(NotInRussian):
        await give(app, seven_b.teacher, seven_b.lessons[0], None, "Well done everybody")
    clock.set("21:01")
    with pytest.raises(EntryWindowClosed):
        await give(app, seven_b.teacher, seven_b.lessons[0], None)


async def test_a_foreign_remark_insisted_on_marks_the_page(app: App, seven_b: Class7B) -> None:
    about = (RemarkSubject.PROGRESS, RemarkTone.PRAISE)
    async with app.work(seven_b.teacher.address) as work:
        insisting = replace(work, insists=True)
        page = await remarks.give_remark(insisting, seven_b.lessons[0], None, *about, "Well done everybody")

    assert (page.foreign_words, page.not_in_russian) == (True, False)
