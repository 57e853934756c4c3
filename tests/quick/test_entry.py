"""A hasty message is previewed against the school, put right with a tap and written once."""

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core.app import App
from core.errors import AccessDenied, ButtonOutdated, TextTooLong
from core.errors.entries import EntryWindowClosed
from core.errors.homework import HomeworkGiven
from core.quick import entry
from core.quick.preview import QuickPreview
from core.rules.quick_text import read
from core.terms import LessonKind, MarkValue, Presence
from storage.models import Attendance, AuditEntry, Homework, Lesson, Mark, QuickEntry
from tests.roll.conftest import Class7B, seven_b
from tests.support.clock import FakeClock
from tests.support.school import Person
from tests.support.statements import counted

__all__ = ["seven_b"]

HASTY = "7Б алгебра: Иванову 5, Петрова 4 4, Ежиков н; тема Линейные уравнения; дз п.12 №3-5"


@pytest.fixture(autouse=True)
def at_the_lesson(clock: FakeClock) -> None:
    """A quarter past the second lesson's start on Monday."""
    clock.set("09:40")


async def receive(app: App, who: Person, words: str, source: str = "m1", lesson: int | None = None) -> QuickPreview:
    async with app.work(who.address) as work:
        return await entry.receive(work, words, source, lesson)


async def apply(app: App, who: Person, preview: QuickPreview) -> QuickPreview:
    async with app.work(who.address) as work:
        return await entry.apply(work, preview.entry, seen=preview.rev)


async def marks(sessions: async_sessionmaker[AsyncSession]) -> list[tuple[int, str]]:
    async with sessions() as session:
        rows = await session.execute(select(Mark.pupil_id, Mark.value).where(Mark.removed_at.is_(None)))
        return sorted((pupil, value.value) for pupil, value in rows)


async def test_the_preview_tells_what_would_be_written_and_writes_nothing(app: App, seven_b: Class7B) -> None:
    preview = await receive(app, seven_b.teacher, HASTY)

    assert preview.lesson is not None
    assert preview.lesson.id == seven_b.lessons[1]
    assert [(p.name, p.marks, p.presence) for p in preview.pupils] == [
        ("Иванов Пётр", (MarkValue.FIVE,), None),
        ("Петрова Анна", (MarkValue.FOUR, MarkValue.FOUR), None),
        ("Ёжиков Лев", (), Presence.ABSENT),
    ]
    assert preview.topic is not None
    assert preview.topic.body == "Линейные уравнения"
    assert preview.ready == 5
    assert await marks(seven_b.sessions) == []


async def test_confirming_writes_every_part(app: App, seven_b: Class7B) -> None:
    preview = await receive(app, seven_b.teacher, HASTY)

    written = await apply(app, seven_b.teacher, preview)

    assert (written.note, written.ready) == ("written", 0)
    assert await marks(seven_b.sessions) == sorted(
        [(seven_b.ivanov, "5"), (seven_b.petrova, "4"), (seven_b.petrova, "4")]
    )
    async with seven_b.sessions() as session:
        lesson = await session.get_one(Lesson, seven_b.lessons[1])
        absent = await session.get_one(Attendance, (lesson.id, seven_b.sidorov))
        homework = await session.scalar(select(Homework.body).where(Homework.lesson_id == lesson.id))
        assert (lesson.topic, absent.status, lesson.roll_taken_at) == ("Линейные уравнения", Presence.ABSENT, None)
        assert homework == "п.12 №3-5"


async def test_the_message_and_the_press_may_come_twice(app: App, seven_b: Class7B) -> None:
    preview = await receive(app, seven_b.teacher, HASTY)
    again = await receive(app, seven_b.teacher, HASTY)
    await apply(app, seven_b.teacher, preview)

    second = await apply(app, seven_b.teacher, again)

    assert (again.entry, second.note) == (preview.entry, "already")
    assert len(await marks(seven_b.sessions)) == 3


async def test_the_same_words_sent_anew_are_the_same_message(app: App, seven_b: Class7B, clock: FakeClock) -> None:
    await apply(app, seven_b.teacher, await receive(app, seven_b.teacher, HASTY))
    clock.set("09:45")

    again = await receive(app, seven_b.teacher, HASTY, "m2")

    assert (again.note, again.ready) == ("repeated", 0)


async def test_the_rest_on_their_places_ends_the_roll(app: App, seven_b: Class7B) -> None:
    preview = await receive(app, seven_b.teacher, "7Б: Ежиков оп 10; остальные на месте")

    await apply(app, seven_b.teacher, preview)

    async with seven_b.sessions() as session:
        lesson = await session.get_one(Lesson, seven_b.lessons[1])
        late = await session.get_one(Attendance, (lesson.id, seven_b.sidorov))
        assert lesson.roll_taken_at is not None
        assert (late.status, late.minutes) == (Presence.LATE, 10)


async def test_nothing_set_is_said(app: App, seven_b: Class7B) -> None:
    await apply(app, seven_b.teacher, await receive(app, seven_b.teacher, "тема Дроби; дз не задано"))

    async with seven_b.sessions() as session:
        assert (await session.get_one(Lesson, seven_b.lessons[1])).no_homework


async def test_nothing_set_does_not_fit_beside_homework(app: App, seven_b: Class7B) -> None:
    await apply(app, seven_b.teacher, await receive(app, seven_b.teacher, "дз § 12", lesson=seven_b.lessons[0]))

    preview = await receive(app, seven_b.teacher, "дз нет", "m2", lesson=seven_b.lessons[0])

    assert preview.homework is not None
    assert isinstance(preview.homework.refusal, HomeworkGiven)
    assert preview.ready == 0


async def test_a_topic_that_would_be_replaced_is_shown(app: App, seven_b: Class7B) -> None:
    await apply(app, seven_b.teacher, await receive(app, seven_b.teacher, "тема Дроби", lesson=seven_b.lessons[0]))

    preview = await receive(app, seven_b.teacher, "тема Степени", "m2", lesson=seven_b.lessons[0])

    assert preview.topic is not None
    assert preview.topic.before == "Дроби"


async def test_a_foreign_topic_is_warned_of_and_written_when_the_person_insists(app: App, seven_b: Class7B) -> None:
    preview = await receive(app, seven_b.teacher, "Иванов 5; тема Present Simple")
    assert preview.foreign == "Общий регламент"

    await apply(app, seven_b.teacher, preview)

    async with seven_b.sessions() as session:
        lesson = await session.get_one(Lesson, seven_b.lessons[1])
        assert (lesson.topic, lesson.not_in_russian) == ("Present Simple", True)


async def test_marks_of_a_second_control_work_of_the_day_are_told_and_written(app: App, seven_b: Class7B) -> None:
    async with seven_b.sessions() as session, session.begin():
        (await session.get_one(Lesson, seven_b.lessons[3])).kind = LessonKind.CONTROL

    preview = await receive(app, seven_b.teacher, "контрольная: Иванов 5")
    answers = await receive(app, seven_b.teacher, "Иванов 5", "m2")

    assert preview.load is not None
    assert [other.lesson_no for other in preview.load.same_day] == [4]
    assert answers.load is None
    assert (await apply(app, seven_b.teacher, preview)).note == "written"


async def test_namesakes_are_asked_about(app: App, seven_b: Class7B) -> None:
    other = await seven_b.school.pupil(seven_b.class_id, "Иванов", "Артём")
    preview = await receive(app, seven_b.teacher, "Иванов 5, Петрова 4")
    [asked] = [part for part in preview.pupils if part.asked]
    assert {pupil for pupil, _ in asked.options} == {seven_b.ivanov, other}

    async with app.work(seven_b.teacher.address) as work:
        chosen = await entry.choose_pupil(work, preview.entry, 0, other, seen=preview.rev)
    await apply(app, seven_b.teacher, chosen)

    assert await marks(seven_b.sessions) == sorted([(other, "5"), (seven_b.petrova, "4")])


async def test_whoever_is_not_chosen_waits_and_the_others_are_written(app: App, seven_b: Class7B) -> None:
    await seven_b.school.pupil(seven_b.class_id, "Иванов", "Артём")
    preview = await receive(app, seven_b.teacher, "Иванов 5, Петрова 4")

    written = await apply(app, seven_b.teacher, preview)

    assert await marks(seven_b.sessions) == [(seven_b.petrova, "4")]
    async with app.work(seven_b.teacher.address) as work:
        later = await entry.choose_pupil(work, preview.entry, 0, seven_b.ivanov, seen=written.rev)
    await apply(app, seven_b.teacher, later)
    assert await marks(seven_b.sessions) == sorted([(seven_b.petrova, "4"), (seven_b.ivanov, "5")])


async def test_what_is_not_understood_stands_in_the_preview(app: App, seven_b: Class7B) -> None:
    preview = await receive(app, seven_b.teacher, "Смирнов 5, Иванов 6 4, Петрова; принести циркуль")

    nobody, ivanov, petrova = preview.pupils
    assert (nobody.pupil, nobody.options, ivanov.unclear, petrova.marks) == (None, (), ("6",), ())
    assert preview.unclear == ("принести циркуль",)
    assert preview.ready == 1


async def test_another_lesson_may_be_meant(app: App, seven_b: Class7B) -> None:
    preview = await receive(app, seven_b.teacher, "Иванов 5")

    async with app.work(seven_b.teacher.address) as work:
        moved = await entry.choose_lesson(work, preview.entry, seven_b.lessons[0], seen=preview.rev)
    await apply(app, seven_b.teacher, moved)

    async with seven_b.sessions() as session:
        assert await session.scalar(select(Mark.lesson_id)) == seven_b.lessons[0]


async def test_a_lesson_said_in_a_reply_needs_no_class(app: App, seven_b: Class7B) -> None:
    preview = await receive(app, seven_b.teacher, "Иванов 5", lesson=seven_b.lessons[0])

    assert preview.lesson is not None
    assert (preview.lesson.id, preview.others) == (seven_b.lessons[0], ())


async def test_a_reply_about_another_class_is_not_taken_for_the_page_s(app: App, seven_b: Class7B) -> None:
    preview = await receive(app, seven_b.teacher, "8А химия: Иванов 5", lesson=seven_b.lessons[0])

    assert (preview.lesson, preview.ready) == (None, 0)


@pytest.mark.parametrize("head", ["8А алгебра", "7Б химия"])
async def test_a_lesson_that_is_not_there_is_asked_for(app: App, seven_b: Class7B, head: str) -> None:
    preview = await receive(app, seven_b.teacher, f"{head}: Иванов 5")

    assert preview.lesson is None
    assert len(preview.others) == 4


@pytest.mark.parametrize("head", ["7б", "7 «Б» алг", "7Б алгебра", "7б алгебре"])
async def test_class_and_subject_are_known_as_people_type_them(app: App, seven_b: Class7B, head: str) -> None:
    preview = await receive(app, seven_b.teacher, f"{head}: Иванов 5")

    assert preview.lesson is not None


async def test_after_the_term_only_a_request_brings_it_in(app: App, seven_b: Class7B, clock: FakeClock) -> None:
    clock.set("21:05")
    preview = await receive(app, seven_b.teacher, "Иванов 5")
    assert (preview.ready, preview.late) == (0, 1)

    async with app.work(seven_b.teacher.address) as work:
        with pytest.raises(EntryWindowClosed):
            await entry.apply_late(work, preview.entry, seen=preview.rev)

    assert await marks(seven_b.sessions) == []


async def test_nobody_else_presses_ones_buttons(app: App, seven_b: Class7B) -> None:
    preview = await receive(app, seven_b.teacher, "Иванов 5")

    with pytest.raises(AccessDenied):
        await apply(app, seven_b.leader, preview)


async def test_only_offered_pupils_and_lessons_are_taken(app: App, seven_b: Class7B) -> None:
    preview = await receive(app, seven_b.teacher, "Иванов 5")

    async with app.work(seven_b.teacher.address) as work:
        with pytest.raises(ButtonOutdated):
            await entry.choose_pupil(work, preview.entry, 0, seven_b.petrova, seen=preview.rev)
        with pytest.raises(ButtonOutdated):
            await entry.choose_lesson(work, preview.entry, 999, seen=preview.rev)


async def test_a_message_left_alone_writes_nothing_any_more(app: App, seven_b: Class7B) -> None:
    preview = await receive(app, seven_b.teacher, "Иванов 5")
    async with app.work(seven_b.teacher.address) as work:
        await entry.drop(work, preview.entry)

    with pytest.raises(ButtonOutdated):
        await apply(app, seven_b.teacher, preview)


async def test_a_message_too_long_is_refused(app: App, seven_b: Class7B) -> None:
    with pytest.raises(TextTooLong):
        await receive(app, seven_b.teacher, "Иванов 5, " * 500)


async def test_what_was_written_by_a_message_is_traced_with_its_words(app: App, seven_b: Class7B) -> None:
    await apply(app, seven_b.teacher, await receive(app, seven_b.teacher, HASTY))

    async with seven_b.sessions() as session:
        actions = list(await session.scalars(select(AuditEntry.action)))
        body = await session.scalar(select(QuickEntry.body))
    assert {"quick.apply", "mark.give", "attendance.mark"} <= set(actions)
    assert body == HASTY


async def test_a_preview_costs_the_same_however_much_is_said(app: App, seven_b: Class7B) -> None:
    for number in range(20):
        await seven_b.school.pupil(seven_b.class_id, f"Фамилиев{chr(1072 + number)}", "Имя")
    many = ", ".join(f"Фамилиев{chr(1072 + number)} 5" for number in range(20))

    await receive(app, seven_b.teacher, "Петрова 3", "m0")

    with counted(seven_b.sessions) as few:
        await receive(app, seven_b.teacher, "Иванов 5")
    with counted(seven_b.sessions) as more:
        await receive(app, seven_b.teacher, many, "m2")

    assert len(more) == len(few) <= 8


def test_small_talk_is_no_entry() -> None:
    assert read("Добрый день, Анна Ивановна!").empty
