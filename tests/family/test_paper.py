"""The diary of a study period as a PDF: what is on it, for whom, and that whatever teachers type prints."""

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import update

from core.diary.paper import DiaryPaper, diary_paper, paper_shelf
from core.errors import AccessDenied, ConsentNeeded, NothingThere
from core.marks import giving
from core.terms import ConsentAnswer, FinalKind, MarkValue, RemarkSubject, RemarkTone
from documents.diary_paper import diary_name, diary_pdf
from locales import translator
from storage.models import Attendance, FinalMark, Homework, Lesson, Remark, StudyPeriod
from tests.family.conftest import Enter
from tests.finals.conftest import FIRST_LESSON, Quarter, quarter  # noqa: F401 - the same class at the end of a quarter
from tests.roll.conftest import Class7B, seven_b  # noqa: F401 - the same class
from tests.support.clock import MOSCOW, FakeClock
from tests.support.school import WRITTEN, Person
from tests.support.statements import counted

TYPED = '#set page(width: 1cm) <b>"$x^2$"</b> *y* \\ @ref _z_ `code` // 😀 中'


@pytest.fixture(autouse=True)
def in_the_afternoon(quarter: Quarter, clock: FakeClock) -> None:  # noqa: F811 - pytest's way to name a fixture
    clock.set("15:00")


async def paper_of(quarter: Quarter, enter: Enter, who: Person | None = None) -> DiaryPaper:  # noqa: F811
    async with enter(who or quarter.class7b.mother) as work:
        return await diary_paper(work, quarter.class7b.ivanov, quarter.second)


def text_of(pdf: bytes) -> str:
    """The text on the pages; skips where poppler is not installed, saying so."""
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext (poppler-utils) is not installed: the text of the PDF is not checked")
    return subprocess.run([tool, "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()  # noqa: S603


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


async def add(quarter: Quarter, *rows: object) -> None:  # noqa: F811
    async with quarter.class7b.sessions() as session, session.begin():
        session.add_all(rows)


def homework(quarter: Quarter, body: str, due: int) -> Homework:  # noqa: F811
    """Given at the first lesson, due at another."""
    return Homework(
        lesson_id=quarter.lessons[0],
        body=body,
        due_lesson_id=quarter.lessons[due],
        due_on=FIRST_LESSON + timedelta(days=due),
        given_by=quarter.class7b.teacher.id,
        given_at=WRITTEN,
    )


async def test_a_week_is_a_page_and_the_summary_follows(quarter: Quarter, enter: Enter) -> None:  # noqa: F811
    paper = await paper_of(quarter, enter)

    assert [len(week) for week in paper.weeks] == [7, 7, 5]
    assert pages(diary_pdf(paper, translator("ru"))) == 4


async def test_lessons_marks_homework_and_remarks_are_on_it(quarter: Quarter, enter: Enter) -> None:  # noqa: F811
    class7b = quarter.class7b
    await quarter.mark(class7b.ivanov, "5", "4", "3")
    remark = Remark(
        lesson_id=quarter.lessons[1],
        pupil_id=class7b.ivanov,
        about=RemarkSubject.PROGRESS,
        tone=RemarkTone.PRAISE,
        body="Отличный доклад",
        given_by=class7b.teacher.id,
        given_at=WRITTEN,
    )
    missed = Attendance(lesson_id=quarter.lessons[2], pupil_id=class7b.ivanov, status="absent", reason="illness", rev=1)
    await add(quarter, homework(quarter, "§ 5, № 312", 1), remark, missed)

    text = text_of(diary_pdf(await paper_of(quarter, enter), translator("ru")))

    for part in (
        "Школа № 1",
        "Иванов Пётр, 7Б класс",
        "2 четверть, 2026/2027 учебный год",
        "Понедельник, 9 ноября",
        "§ 5, № 312",
        "вт 10.11, Алгебра: Отличный доклад",
        "Итоги: 2 четверть",
        "4,00",
        "Классный руководитель Руководителева А. И.",
        "1/4",
    ):
        assert part in text.replace(" / ", "/"), part
    assert re.search(r"Алгебра +н ?3", text)
    assert re.search(r"из них по болезни +1", text)
    assert re.search(r"Пропущено полных дней +1", text)


async def test_final_marks_are_on_it_once_they_are_not_held(quarter: Quarter, enter: Enter, clock: FakeClock) -> None:  # noqa: F811
    await quarter.mark(quarter.class7b.ivanov, "5", "4", "3")
    await quarter.set(quarter.class7b.ivanov, "4")
    held = await paper_of(quarter, enter)
    clock.forward(minutes=10)

    seen = await paper_of(quarter, enter)

    assert [subject.final for subject in held.marks.subjects] == [None]
    assert [subject.final for subject in seen.marks.subjects] == [MarkValue.FOUR]


async def test_a_mark_still_held_is_not_on_it(quarter: Quarter, enter: Enter, clock: FakeClock) -> None:  # noqa: F811
    class7b = quarter.class7b
    async with quarter.app.work(class7b.teacher.address) as work:
        await giving.give(work, class7b.lessons[0], class7b.ivanov, None, MarkValue.TWO, seen=0)

    paper = await paper_of(quarter, enter)

    assert [mark for day in paper.days for lesson in day.lessons for mark in lesson.marks] == []


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_whatever_teachers_type_prints_as_typed(quarter: Quarter, enter: Enter, language: str) -> None:  # noqa: F811
    await add(quarter, homework(quarter, TYPED, 1))

    text = text_of(diary_pdf(await paper_of(quarter, enter), translator(language)))

    assert '#set page(width: 1cm) <b>"$x^2$"</b> *y*' in text


async def test_long_homework_ends_in_a_word_and_three_dots(quarter: Quarter, enter: Enter) -> None:  # noqa: F811
    await add(quarter, homework(quarter, "слово " * 600, 1))
    pdf = diary_pdf(await paper_of(quarter, enter), translator("ru"))

    assert pages(pdf) == 4
    assert "слово…" in text_of(pdf)


async def test_a_period_without_lessons_is_its_summary_alone(quarter: Quarter, enter: Enter, clock: FakeClock) -> None:  # noqa: F811
    async with quarter.class7b.sessions() as session, session.begin():
        await session.execute(update(Lesson).values(on_date=date(2026, 9, 7)))

    assert pages(diary_pdf(await paper_of(quarter, enter), translator("ru"))) == 1


async def test_the_busiest_quarter_has_a_page_a_week(quarter: Quarter, enter: Enter) -> None:  # noqa: F811
    """36 lessons a week with long homework, eight weeks."""
    await add(quarter, homework(quarter, "Повторить формулы сокращённого умножения. " * 20, 1))
    paper = await paper_of(quarter, enter)
    model = next(lesson for day in paper.days for lesson in day.lessons if lesson.tasks)
    day = paper.days[0]
    monday = datetime(2026, 11, 9, 8, 30, tzinfo=MOSCOW)
    lessons = [
        replace(model, lesson_no=number, subject="Основы безопасности и защиты Родины") for number in range(1, 7)
    ]
    week = [
        replace(day, day=(monday + timedelta(days=n)).date(), lessons=tuple(lessons)) for n in range(54) if n % 7 < 6
    ]

    pdf = diary_pdf(replace(paper, days=tuple(week)), translator("ru"))

    assert pages(pdf) == 9


async def test_the_file_is_named_after_the_child_and_the_period(quarter: Quarter, enter: Enter) -> None:  # noqa: F811
    name = diary_name(await paper_of(quarter, enter), translator("ru"))

    assert name == "Дневник Иванов Пётр 2 четверть 2026-2027.pdf"


async def test_other_peoples_children_and_other_periods_have_none(quarter: Quarter, enter: Enter) -> None:  # noqa: F811
    class7b = quarter.class7b
    async with enter(class7b.mother) as work:
        with pytest.raises(AccessDenied):
            await diary_paper(work, class7b.petrova, quarter.second)
        with pytest.raises(AccessDenied):
            await paper_shelf(work, class7b.petrova)
        with pytest.raises(NothingThere):
            await diary_paper(work, class7b.ivanov, 999)


async def test_a_withdrawn_consent_closes_it(quarter: Quarter, enter: Enter) -> None:  # noqa: F811
    mother = quarter.class7b.mother
    await quarter.class7b.school.consent(mother, ConsentAnswer.WITHDRAWN, guardian_id=mother.id)

    async with enter(mother) as work:
        with pytest.raises(ConsentNeeded):
            await diary_paper(work, quarter.class7b.ivanov, quarter.second)


async def test_a_period_still_to_come_is_not_offered(quarter: Quarter, enter: Enter) -> None:  # noqa: F811
    async with quarter.class7b.sessions() as session, session.begin():
        third = StudyPeriod(
            year_id=quarter.class7b.school.year_id,
            name="3 четверть",
            kind="quarter",
            grade_from=5,
            grade_to=9,
            starts=date(2027, 1, 11),
            ends=date(2027, 3, 20),
        )
        session.add(third)
        await session.flush()
        to_come = third.id

    async with enter(quarter.class7b.mother) as work:
        shelf = await paper_shelf(work, quarter.class7b.ivanov)
        with pytest.raises(NothingThere):
            await diary_paper(work, quarter.class7b.ivanov, to_come)

    assert [period.name for _, periods in shelf.years for period in periods] == ["1 четверть", "2 четверть"]


async def test_the_statements_do_not_grow_with_the_period(quarter: Quarter, enter: Enter, clock: FakeClock) -> None:  # noqa: F811
    await paper_of(quarter, enter)
    with counted(quarter.class7b.sessions) as three_weeks:
        await paper_of(quarter, enter)
    clock.set("15:00", date(2026, 11, 9))
    with counted(quarter.class7b.sessions) as one_week:
        await paper_of(quarter, enter)

    assert len(three_weeks) <= 15
    assert len(one_week) <= len(three_weeks)


async def test_a_year_mark_stands_beside_the_periods(quarter: Quarter, enter: Enter) -> None:  # noqa: F811
    class7b = quarter.class7b
    await quarter.mark(class7b.ivanov, "5")
    await quarter.set(class7b.ivanov, "4")
    async with class7b.sessions() as session, session.begin():
        period = await session.get_one(FinalMark, 1)
        session.add(
            FinalMark(
                pupil_id=class7b.ivanov,
                subject_id=period.subject_id,
                year_id=period.year_id,
                kind=FinalKind.YEAR,
                value=MarkValue.FIVE,
                set_by=class7b.teacher.id,
                set_at=WRITTEN,
            )
        )

    (algebra,) = (await paper_of(quarter, enter)).marks.subjects

    assert algebra.final_of_year is MarkValue.FIVE
