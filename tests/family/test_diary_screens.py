"""Lesson, week, homework and menu, from the smallest to absurdly large facts, in both languages."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from bots.family.screens import day, homework, homework_list, lesson, menu, week
from core.actions import parse
from core.diary.children import ChildName, Sibling
from core.diary.day import DiaryDay, Free
from core.diary.day_rows import AnnouncedWork, DiaryRemark
from core.diary.homework_list import Debt, HomeworkList, HomeworkSubjects
from core.diary.lesson import ChildLesson
from core.diary.week import DiaryWeek
from core.homework.family import ChildTask
from core.marks.family import FamilyMark
from core.terms import LessonKind, MarkValue, Presence, RemarkSubject, RemarkTone, Statement
from locales import LANGUAGES, Screen, Translator, translator
from tests.family.test_screens import DAY, LESSON, NAMES, shown
from tests.homework.test_screens import TASK
from tests.support.clock import MONDAY

LARGEST = 2**31 - 1


def full_day(name: str) -> DiaryDay:
    """Fourteen lessons with everything on each."""
    task = ChildTask(LARGEST, LARGEST, name * 2, TASK, LARGEST, done=False)
    remarks = tuple(
        DiaryRemark(n % 2 == 0, RemarkSubject.BEHAVIOUR, tone, "&<" * 500) for n, tone in enumerate(RemarkTone)
    )
    marks = tuple(FamilyMark(value, "&" * 64, "<" * 500, LARGEST, Decimal("1.50")) for value in MarkValue)
    lesson_ = replace(
        LESSON,
        subject=name * 2,
        topic="Т" * 1000,
        classwork="&" * 1000,
        kind=LessonKind.CONTROL,
        works=(AnnouncedWork("Ж" * 64, True),) * 6,
        remarks=remarks,
        marks=marks,
        tasks=(task,) * 2,
        presence=Presence.ABSENT,
        substituted=True,
        case_id=LARGEST,
    )
    siblings = tuple(Sibling(LARGEST - n, name) for n in range(6))
    lessons = tuple(replace(lesson_, id=LARGEST - n, lesson_no=n) for n in range(14))
    return replace(DAY, given_name=name, surname=name, lessons=lessons, siblings=siblings, several=True, tasks=(task,))


def homeworks(name: str) -> Iterator[HomeworkList]:
    task = ChildTask(LARGEST, LARGEST, name * 2, TASK, LARGEST, done=False)
    child = ChildName(LARGEST, name, name)
    debts = (Debt(LARGEST, LARGEST, MONDAY, LARGEST, name * 2, "&" * 64),) * 20
    siblings = (Sibling(LARGEST, name),) * 6
    last = MONDAY + timedelta(days=6)
    yield HomeworkList(child, (), MONDAY, MONDAY, last, True, None, "", False, (), ())
    yield HomeworkList(child, siblings, MONDAY, MONDAY, last, True, None, "", True, (task,) * 60, debts)
    yield HomeworkList(
        child, siblings, MONDAY, MONDAY, last, False, LARGEST, name * 2, False, (replace(task, done=None),) * 60, ()
    )


def screens(name: str, t: Translator) -> Iterator[Screen]:
    full = full_day(name)
    yield day.day_screen(full, t)
    yield day.day_screen(replace(full, ahead=True, day=MONDAY + timedelta(days=3)), t)
    due = full.lessons[0].tasks
    for statement in (None, *Statement):
        for may_write in (True, False):
            stated = replace(full.lessons[0], statement=statement)
            yield lesson.lesson_screen(ChildLesson(replace(full, may_write=may_write), stated, LARGEST, due, due), t)
    bare = replace(LESSON, cancelled=True)
    yield lesson.lesson_screen(ChildLesson(replace(DAY, lessons=(bare,)), bare, None, (), ()), t)
    busy = tuple(replace(full, day=MONDAY + timedelta(days=n)) for n in range(7))
    yield week.week_screen(DiaryWeek(MONDAY, busy, frozenset({LARGEST})), t)
    free = tuple(replace(d, lessons=(), free=Free.HOLIDAY, holiday=name) for d in busy)
    yield week.week_screen(DiaryWeek(MONDAY, free, frozenset()), t)
    for listed in homeworks(name):
        yield homework_list.homework_screen(listed, t)
    subjects = tuple((LARGEST - n, name * 2) for n in range(90))
    yield homework_list.subjects_screen(HomeworkSubjects(ChildName(LARGEST, name, name), subjects), t)
    for done in (None, False, True):
        yield homework.task_screen(ChildTask(LARGEST, 1, name * 2, replace(TASK, body="§ 5"), LARGEST, done), t)
    yield menu.menu_screen(ChildName(LARGEST, name, name), t, may_write=False)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES, ids=["plain", "markup", "rtl", "emoji", "long"])
def test_every_page_fits_a_phone_and_telegram(language: str, name: str) -> None:
    for screen in screens(name, translator(language)):
        buttons = [b for row in screen.rows for b in row]
        assert 0 < len(shown(screen.text)) <= 4096
        assert len(buttons) <= 100
        assert all(0 < len(b.label) <= 60 for b in buttons), [b.label for b in buttons]
        assert all(parse(b.data).pack() == b.data for b in buttons)
        assert all(len(row) <= 8 for row in screen.rows)


def test_a_week_of_holidays_is_said_once() -> None:
    days = tuple(
        replace(DAY, day=MONDAY + timedelta(days=n), lessons=(), free=Free.HOLIDAY, holiday="Осенние каникулы")
        for n in range(6)
    )

    text = week.week_screen(DiaryWeek(MONDAY, days, frozenset()), translator("ru")).text

    assert text.count("Осенние каникулы") == 1
    assert "<b>пн 23.11 – сб 28.11</b>" in text


def test_a_lesson_s_kind_and_its_work_of_the_same_name_are_said_once() -> None:
    control = replace(LESSON, kind=LessonKind.CONTROL, works=(AnnouncedWork("Контрольная работа", True),))

    text = day.day_screen(replace(DAY, lessons=(control,)), translator("ru")).text

    assert text.count("Контрольная работа") == 1


def test_a_dot_is_a_debt_and_no_mark() -> None:
    owed = replace(LESSON, marks=(FamilyMark(MarkValue.DOT, "Проект", ""),))

    text = day.day_screen(replace(DAY, lessons=(owed,)), translator("ru")).text

    assert "❗ Долг: сдать работу (Проект)" in text
    assert "Отметка" not in text


def test_tomorrow_in_place_of_today_is_home_already() -> None:
    t = translator("ru")
    only = replace(full_day("Пётр"), several=False, siblings=(), day=MONDAY + timedelta(days=1))

    for ahead in (True, False):
        labels = {button.label for row in day.day_screen(replace(only, ahead=ahead), t).rows for button in row}
        assert ("⌂ Домой" in labels) is not ahead
