"""Topic, kind, tasks, ICT: absolute values, the right moment, nothing of a colleague's overwritten."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from core.errors import AccessDenied, NothingThere, TextTooLong
from core.errors.entries import EntryNeedsReason, EntryWindowClosed, LessonCancelled, NotInRussian
from core.page import writing
from core.page.sheet import LessonPage
from core.rules.ict import IctTool
from core.rules.load_guard import OtherControl
from core.terms import LessonKind
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.school import Person, days_after
from tests.support.statements import counted


async def opened(app: App, person: Person, lesson: int) -> LessonPage:
    async with app.work(person.address) as work:
        return await writing.open_page(work, lesson)


async def topic(app: App, person: Person, lesson: int, words: str, *, seen: int = 0) -> LessonPage:
    async with app.work(person.address) as work:
        return await writing.write_topic(work, lesson, words, seen=seen)


async def kind(app: App, person: Person, lesson: int, value: LessonKind, *, seen: int = 0) -> LessonPage:
    async with app.work(person.address) as work:
        return await writing.choose_kind(work, lesson, value, seen=seen)


@pytest.fixture(autouse=True)
def during_the_lesson(clock: FakeClock) -> None:
    clock.set("08:40")


async def test_an_empty_page_says_what_it_lacks(app: App, seven_b: Class7B) -> None:
    page = await opened(app, seven_b.teacher, seven_b.lessons[1])

    assert page.missing == ("roll", "topic", "homework")
    assert (page.pupils, page.before, page.after) == (3, seven_b.lessons[0], seven_b.lessons[2])


async def test_a_topic_is_written_and_stays(app: App, seven_b: Class7B) -> None:
    await topic(app, seven_b.teacher, seven_b.lessons[0], "  Линейные уравнения ")

    page = await opened(app, seven_b.teacher, seven_b.lessons[0])

    assert (page.topic, page.rev, page.not_in_russian) == ("Линейные уравнения", 1, False)


async def test_a_topic_may_be_written_before_the_lesson(app: App, seven_b: Class7B) -> None:
    page = await topic(app, seven_b.teacher, seven_b.lessons[3], "Завтрашняя тема")
    assert page.topic == "Завтрашняя тема"


async def test_the_same_topic_twice_is_written_once(app: App, seven_b: Class7B) -> None:
    await topic(app, seven_b.teacher, seven_b.lessons[0], "Дроби")

    page = await topic(app, seven_b.teacher, seven_b.lessons[0], "Дроби")

    assert (page.note, page.rev) == ("already", 1)


async def test_a_slip_is_mended_by_another_answer_to_the_same_question(app: App, seven_b: Class7B) -> None:
    await topic(app, seven_b.teacher, seven_b.lessons[0], "Дрби", seen=0)

    page = await topic(app, seven_b.teacher, seven_b.lessons[0], "Дроби", seen=0)

    assert (page.note, page.topic) == ("", "Дроби")


async def test_a_colleague_s_topic_is_not_overwritten(app: App, seven_b: Class7B) -> None:
    await topic(app, seven_b.leader, seven_b.lessons[0], "Степени")

    page = await topic(app, seven_b.teacher, seven_b.lessons[0], "Дроби", seen=0)

    assert (page.note, page.topic) == ("changed", "Степени")


async def test_a_colleague_s_other_part_is_in_nobody_s_way(app: App, seven_b: Class7B) -> None:
    await kind(app, seven_b.leader, seven_b.lessons[0], LessonKind.CONTROL)

    page = await topic(app, seven_b.teacher, seven_b.lessons[0], "Дроби", seen=0)

    assert (page.note, page.topic, page.kind) == ("", "Дроби", LessonKind.CONTROL)


async def test_two_phones_at_once_leave_one_topic_and_one_note(app: App, seven_b: Class7B) -> None:
    pages = await asyncio.gather(
        topic(app, seven_b.teacher, seven_b.lessons[0], "Дроби"),
        topic(app, seven_b.leader, seven_b.lessons[0], "Степени"),
    )

    assert sorted(page.note for page in pages) == ["", "changed"]


async def test_every_part_is_traced_with_what_stood_before(
    app: App, seven_b: Class7B, sessions: async_sessionmaker[AsyncSession]
) -> None:
    await topic(app, seven_b.teacher, seven_b.lessons[0], "Дроби")
    await topic(app, seven_b.leader, seven_b.lessons[0], "Степени", seen=1)

    async with sessions() as session:
        rows = await session.execute(
            text("SELECT staff_id, before, after FROM audit_entry WHERE action = 'page.topic' ORDER BY id")
        )
        traced = [tuple(row) for row in rows]
    assert traced == [
        (seven_b.teacher.id, {"topic": None}, {"topic": "Дроби", "rev": 1}),
        (seven_b.leader.id, {"topic": "Дроби"}, {"topic": "Степени", "rev": 2}),
    ]


async def test_tasks_and_ict_stand_in_words_or_as_a_choice(app: App, seven_b: Class7B) -> None:
    async with app.work(seven_b.teacher.address) as work:
        await writing.write_tasks(work, seven_b.lessons[0], "№ 12–15, самостоятельная", seen=0)
    async with app.work(seven_b.teacher.address) as work:
        chosen = await writing.choose_ict(work, seven_b.lessons[0], IctTool.SLIDES, seen=1)
    async with app.work(seven_b.teacher.address) as work:
        none = await writing.choose_ict(work, seven_b.lessons[0], None, seen=2)
    async with app.work(seven_b.teacher.address) as work:
        typed = await writing.write_ict(work, seven_b.lessons[0], "Документ-камера", seen=3)

    assert (chosen.ict, none.ict, typed.ict) == ("slides", "", "Документ-камера")
    assert typed.tasks == "№ 12–15, самостоятельная"


@pytest.mark.parametrize(
    ("regulation", "lacking"),
    [
        ("default", {"topic"}),
        ("s324", {"topic", "ict"}),
        ("kam", {"topic", "tasks"}),
        ("rso", {"topic", "tasks"}),
        ("lic68", {"topic"}),
    ],
)
async def test_each_regulation_asks_for_its_own_parts(
    app: App, seven_b: Class7B, regulation: str, lacking: set[str]
) -> None:
    await seven_b.school.choose_regulation(regulation)

    page = await opened(app, seven_b.teacher, seven_b.lessons[0])

    assert lacking <= set(page.missing)


async def test_a_foreign_topic_is_warned_of_and_marked_when_insisted_on(app: App, seven_b: Class7B) -> None:
    with pytest.raises(NotInRussian):
        await topic(app, seven_b.teacher, seven_b.lessons[0], "Present Simple")

    async with app.work(seven_b.teacher.address) as work:
        insisted = await writing.write_topic(replace(work, insists=True), seven_b.lessons[0], "Present Simple", seen=0)
    mended = await topic(app, seven_b.teacher, seven_b.lessons[0], "Настоящее время", seen=1)

    assert (insisted.not_in_russian, mended.not_in_russian) == (True, False)


async def test_a_second_control_lesson_of_the_day_is_told_when_it_is_chosen(app: App, seven_b: Class7B) -> None:
    await kind(app, seven_b.teacher, seven_b.lessons[3], LessonKind.CONTROL)

    second = await kind(app, seven_b.teacher, seven_b.lessons[0], LessonKind.CONTROL)
    plain = await kind(app, seven_b.teacher, seven_b.lessons[1], LessonKind.LESSON)

    assert second.load is not None
    assert (second.kind, second.load.same_day) == (LessonKind.CONTROL, (OtherControl("7Б", "Алгебра", 4),))
    assert plain.load is None


async def test_a_topic_over_the_limit_says_how_long_it_is(app: App, seven_b: Class7B) -> None:
    with pytest.raises(TextTooLong) as refusal:
        await topic(app, seven_b.teacher, seven_b.lessons[0], "я" * 1001)
    assert refusal.value.facts == {"length": 1001, "limit": 1000}


async def test_after_the_evening_the_teacher_asks_and_the_deputy_gives_a_reason(
    app: App, seven_b: Class7B, clock: FakeClock
) -> None:
    clock.set("21:01")
    with pytest.raises(EntryWindowClosed) as refusal:
        await topic(app, seven_b.teacher, seven_b.lessons[0], "Дроби")
    assert refusal.value.facts["deciders"] == "deputy_head,director"
    with pytest.raises(EntryNeedsReason):
        await topic(app, seven_b.deputy, seven_b.lessons[0], "Дроби")


async def test_inside_the_window_the_deputy_only_looks(app: App, seven_b: Class7B) -> None:
    page = await opened(app, seven_b.deputy, seven_b.lessons[0])
    assert isinstance(page.refusal, AccessDenied)
    with pytest.raises(AccessDenied):
        await topic(app, seven_b.deputy, seven_b.lessons[0], "Дроби")


async def test_a_stranger_to_the_page_sees_nothing(app: App, seven_b: Class7B) -> None:
    other = await seven_b.school.connected_staff("Чужая")
    with pytest.raises(AccessDenied):
        await opened(app, other, seven_b.lessons[0])
    with pytest.raises(NothingThere):
        await opened(app, seven_b.teacher, 999_999)


async def test_a_cancelled_lesson_takes_no_topic(
    app: App, seven_b: Class7B, sessions: async_sessionmaker[AsyncSession]
) -> None:
    async with sessions() as session, session.begin():
        await session.execute(text("UPDATE lesson SET status = 'cancelled' WHERE id = :id"), {"id": seven_b.lessons[0]})
    with pytest.raises(LessonCancelled):
        await topic(app, seven_b.teacher, seven_b.lessons[0], "Дроби")
    assert (await opened(app, seven_b.teacher, seven_b.lessons[0])).missing == ()


async def test_the_page_of_a_substitution_says_so(app: App, seven_b: Class7B) -> None:
    substitute = await seven_b.school.connected_staff("Заменова")
    lesson = await seven_b.school.lesson(seven_b.load, 5, substitute=substitute.id)

    await topic(app, substitute, lesson, "Дроби")
    page = await opened(app, seven_b.teacher, lesson)

    assert (page.lesson.substituted, page.teacher, page.owner) == (True, "Заменова А. И.", "Алгебраистова А. И.")


@pytest.mark.parametrize("pupils", [3, 30])
async def test_the_page_costs_a_fixed_number_of_statements(
    app: App, seven_b: Class7B, sessions: async_sessionmaker[AsyncSession], pupils: int
) -> None:
    for number in range(pupils - 3):
        await seven_b.school.pupil(seven_b.class_id, f"Ученик{number}")
    await opened(app, seven_b.teacher, seven_b.lessons[0])
    with counted(sessions) as looking:
        await opened(app, seven_b.teacher, seven_b.lessons[0])
    with counted(sessions) as writing_:
        await topic(app, seven_b.teacher, seven_b.lessons[0], "Дроби")

    assert (len(looking), len(writing_)) == (2, 4)


async def test_a_page_of_yesterday_is_closed_with_its_term(app: App, seven_b: Class7B, clock: FakeClock) -> None:
    clock.set("09:00", days_after(1))
    page = await opened(app, seven_b.teacher, seven_b.lessons[0])
    assert isinstance(page.refusal, EntryWindowClosed)
