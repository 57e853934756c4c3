"""What the demo's teachers would have written is believable, and the same every time."""

from datetime import date, timedelta

from app.demo.past import Course, Held, Line, Page, Past
from core.terms import LessonKind, MarkValue, Presence

STARTS = date(2026, 9, 1)
PUPILS = tuple(range(1, 26))
LONG_AFTER = STARTS + timedelta(days=90)


def course(subject: str = "Алгебра", grade: int = 7, lesson_no: int = 1) -> Course:
    days = [STARTS + timedelta(days=n) for n in range(60) if (STARTS + timedelta(days=n)).isoweekday() <= 5]
    lessons = tuple(Held(n, day, lesson_no, 1, (n + 1, day)) for n, day in enumerate(days, 1))
    return Course(subject, grade, PUPILS, lessons, ())


def pages(of: Course, seed: int = 7) -> list[Page]:
    return list(Past(PUPILS, STARTS, STARTS + timedelta(days=60), seed).pages(of))


def away(page: Page) -> set[int]:
    return {pupil for pupil, presence, *_ in page.absences if presence is Presence.ABSENT}


def test_the_same_seed_lives_the_same_life() -> None:
    assert pages(course()) == pages(course())
    assert pages(course()) != pages(course(), seed=8)


def test_nobody_who_was_away_is_marked() -> None:
    assert all(away(page).isdisjoint(pupil for pupil, *_ in page.marks) for page in pages(course()))


def test_grade_1_has_neither_marks_nor_homework() -> None:
    assert all(not page.marks and not page.homework for page in pages(course(grade=1)))


def test_written_works_are_marked_of_everybody_who_was_there() -> None:
    controls = [page for page in pages(course()) if any(letter == "К" for _, letter, _ in page.marks)]
    assert controls
    assert all({pupil for pupil, *_ in page.marks} == set(PUPILS) - away(page) for page in controls)


def test_marks_and_absences_are_of_a_believable_number() -> None:
    written = pages(course())
    cells = len(written) * len(PUPILS)
    marks = [value for page in written for *_, value in page.marks]
    points = [int(value) for value in marks if value is not MarkValue.DOT]
    assert 0.2 < len(marks) / cells < 0.6
    assert 3.5 < sum(points) / len(points) < 4.5
    assert 0.005 < sum(len(away(page)) for page in written) / cells < 0.1


def test_who_is_ill_misses_all_lessons_of_the_day() -> None:
    past = Past(PUPILS, STARTS, LONG_AFTER)
    known = [
        {
            (page.lesson.day, pupil)
            for page in past.pages(course(subject))
            for pupil, _, why, _ in page.absences
            if why == "illness"
        }
        for subject in ("Алгебра", "Физика")
    ]
    assert known[0] == known[1] != set()


def test_only_the_last_days_have_gaps() -> None:
    last = course().lessons[-1].day
    lately = [page for seed in range(20) for page in Past(PUPILS, STARTS, last, seed).pages(course())]
    gaps = {(last - page.lesson.day).days for page in lately if not page.written}
    assert gaps
    assert max(gaps) <= 5
    assert len(lately) < 20 * len(course().lessons)
    assert all(not page.topic and not page.homework and not page.marks for page in lately if not page.written)


def test_some_marks_have_a_word_and_some_pupils_a_remark() -> None:
    written = pages(course())
    assert any(page.comments for page in written)
    assert all(
        (pupil, letter) in {(p, x) for p, x, _ in page.marks} for page in written for pupil, letter in page.comments
    )
    remarks = [(page, page.remark[0]) for page in written if page.remark]
    assert remarks
    assert all(pupil not in away(page) for page, pupil in remarks)


def test_a_control_work_of_the_plan_is_announced_a_week_ahead() -> None:
    plan = [Line(n, "Тема", LessonKind.LESSON, "") for n in range(100)]
    plan[12] = plan[40] = Line(12, "Контрольная работа № 1", LessonKind.CONTROL, "")
    lessons = course().lessons
    ahead = Course("Алгебра", 7, PUPILS, lessons[:10], plan, lessons[10:])
    assert list(Past(PUPILS, STARTS, lessons[9].day).works(ahead)) == [(lessons[12], "К")]


def test_who_is_said_to_be_well_is_at_school_on_the_last_day() -> None:
    last = course().lessons[-1].day
    for seed in range(20):
        held = Past(PUPILS, STARTS, last, seed, well=PUPILS).pages(course())
        assert not [page.absences for page in held if page.lesson.day == last and page.absences]
