"""Charts of a child's marks, and the way to them on a phone."""

from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import update

from core.diary.charts import attendance_bars, movement, subject_bars
from core.terms import Presence
from documents.charts import attendance_picture, movement_picture, subjects_picture
from locales import translator
from sandbox import Phone
from storage.models import Attendance, Lesson, MarkNews
from tests.family.child_marks.looking import classmates, page_of
from tests.family.conftest import Enter, Family
from tests.family.marking import Marking
from tests.support.clock import MONDAY, FakeClock, moscow
from tests.support.school import SchoolBuilder, days_after

PNG = b"\x89PNG"


async def test_an_average_moves_from_week_to_week_beside_the_class(
    enter: Enter, family: Family, school: SchoolBuilder, marking: Marking, algebra: int, subject: int
) -> None:
    await marking.give(family.pupil_id, algebra, "3", day=days_after(-14))
    await marking.give(family.pupil_id, algebra, "5", day=days_after(-6))
    await classmates(school, marking, family, algebra, "5", "5", "5", "5")
    async with enter(family.mother) as work:
        chart = await movement(work, family.pupil_id, None, subject)
    assert chart.weeks == (days_after(-14), days_after(-7), MONDAY)
    assert chart.own == (Decimal("3.00"), Decimal("4.00"), Decimal("4.00"))
    # Four fives and the child's own: 23 / 5 and 24 / 5.
    assert chart.of_class == (Decimal("4.60"), Decimal("4.80"), Decimal("4.80"))
    assert movement_picture(chart, translator("ru")).startswith(PNG)


async def test_attendance_counts_the_lessons_with_a_roll(
    enter: Enter, family: Family, school: SchoolBuilder, marking: Marking, algebra: int
) -> None:
    lessons = [await school.lesson(algebra, number, days_after(-3)) for number in (1, 2, 3, 4)]
    async with school.sessions() as session, session.begin():
        taken = {"roll_taken_at": moscow(MONDAY, "08:00"), "roll_taken_by": family.teacher_id}
        await session.execute(update(Lesson).where(Lesson.id.in_(lessons[:3])).values(**taken))
    facts = {"pupil_id": family.pupil_id, "status": Presence.ABSENT, "rev": 1}
    await marking.add(Attendance(lesson_id=lessons[0], **facts))
    async with enter(family.mother) as work:
        chart = await attendance_bars(work, family.pupil_id, None)
    assert [(m.month, m.own, m.of_class) for m in chart.months] == [(date(2026, 11, 1), Decimal("66.7"), None)]
    assert attendance_picture(chart, translator("ru")).startswith(PNG)


async def test_held_marks_are_on_no_chart_and_in_no_average_of_the_class(
    enter: Enter, clock: FakeClock, family: Family, school: SchoolBuilder, marking: Marking, algebra: int, subject: int
) -> None:
    await marking.give(family.pupil_id, algebra, "5")
    await classmates(school, marking, family, algebra, "5", "5", "5", "5")
    lesson = await school.lesson(algebra, 5, MONDAY)
    held = await marking.mark(family.other_pupil_id, lesson, "2", "О", clock.now())
    later = clock.now() + timedelta(minutes=10)
    await marking.add(MarkNews(mark_id=held, pupil_id=family.other_pupil_id, family_due=later))
    assert (await page_of(enter, family, subject)).of_class == 5
    async with enter(family.mother) as work:
        chart = await subject_bars(work, family.pupil_id, None)
    assert [(bar.own, bar.of_class) for bar in chart.bars] == [(Decimal(5), Decimal(5))]
    assert subjects_picture(chart, translator("en")).startswith(PNG)


async def test_a_mother_goes_from_the_day_to_the_marks_a_subject_and_its_chart(
    mother: Phone, family: Family, marking: Marking, algebra: int
) -> None:
    await marking.give(family.pupil_id, algebra, "5", "4")
    await mother.press("Отметки")
    await mother.sees("2 четверть, 2 ноября – 30 декабря", "Алгебра: 5 4 · 4,50 · выходит 5")
    await mother.press("Алгебра")
    await mother.sees("Последняя отметка: 4 за ответ на уроке. Было 5,00, стало 4,50.")
    await mother.press("Ошибка в отметке")
    await mother.sees("В какой отметке ошибка?")
    assert "вт 10.11 · 4 · Ответ на уроке" in mother.screen.labels
    await mother.press("Назад")
    await mother.press("График")
    await mother.sees("Средний балл на конец каждой недели")
    assert (await mother.download(mother.screen)).startswith(PNG)
    await mother.press("По предметам")
    await mother.sees("Средний балл по предметам")
    await mother.press("‹ Отметки")
    await mother.sees("Алгебра: 5 4")
    await mother.press("Итоговые")
    await mother.sees("Итоговых отметок за этот год пока нет.")
    assert len([m for m in mother.messages if m.from_bot]) == 1


async def test_nothing_to_draw_is_said_in_words(mother: Phone, family: Family, marking: Marking, algebra: int) -> None:
    await mother.press("Отметки")
    await mother.press("Графики")
    await mother.sees("Рисовать пока нечего: отметок, которые учитываются в среднем, нет.")
    await mother.press("Посещаемость")
    await mother.sees("присутствующих ещё не отмечали")
