"""A child's week on one screen: lessons in a line each, days as buttons."""

from datetime import timedelta

from bots.family.screens.common import child_name, home_button, sibling_rows, within_message
from bots.family.screens.day import free_line
from bots.family.screens.marks import mark_word
from bots.family.screens.menu import homework_button, marks_button, menu_button
from bots.shared.lines import FIT_CHARS, clip
from core.actions.diary import OpenChildWeek
from core.actions.family import OpenChildDay
from core.diary.day import DiaryDay
from core.diary.day_rows import DiaryLesson
from core.diary.week import DiaryWeek
from core.terms import MarkValue, Presence
from locales import Button, Screen, Translator
from locales.screen import Rows

SUBJECTS, MARKS = (28, 14), 5


def week_screen(week: DiaryWeek, t: Translator) -> Screen:
    """Subjects with their marks and signs, day by day."""
    told = [[_title(week, t), *(_day(week, day, t, width) for day in week.days)] for width in SUBJECTS]
    blocks = next((b for b in told if sum(len(block) + 2 for block in b) <= FIT_CHARS), told[-1])
    return Screen(within_message(blocks, t), _rows(week, t))


def _title(week: DiaryWeek, t: Translator) -> str:
    day = week.days[0]
    named = child_name(day.surname, day.given_name)
    named = f"{named}, {day.class_name}" if day.class_name else named
    return t("child-week-title", name=named, starts=week.monday, ends=week.sunday)


def _day(week: DiaryWeek, day: DiaryDay, t: Translator, width: int) -> str:
    head = t("child-week-day", day=day.day, when="today" if day.day == day.now.date() else "other")
    if day.free:
        return f"{head}\n{free_line(day, t)}"
    return "\n".join([head, *(_lesson(week, lesson, t, width) for lesson in day.lessons)])


def _lesson(week: DiaryWeek, lesson: DiaryLesson, t: Translator, width: int) -> str:
    subject = clip(lesson.subject, width)
    if lesson.cancelled:
        return t("child-week-lesson-cancelled", no=lesson.lesson_no, subject=subject)
    line = t("child-week-lesson", no=lesson.lesson_no, subject=subject)
    return " ".join([line, *_signs(week, lesson, t)])


def _signs(week: DiaryWeek, lesson: DiaryLesson, t: Translator) -> list[str]:
    found = [_marks(lesson, t)]
    if lesson.presence in (Presence.ABSENT, Presence.LATE):
        found.append(t(f"child-week-sign-{lesson.presence}"))
    if lesson.changed:
        found.append(t("child-week-sign-changed"))
    if any(work.control for work in lesson.works):
        found.append(t("child-week-sign-control"))
    if lesson.id in week.homework:
        found.append(t("child-week-sign-homework"))
    return [sign for sign in found if sign]


def _marks(lesson: DiaryLesson, t: Translator) -> str:
    shown = [t("child-week-dot") if m.value is MarkValue.DOT else mark_word(m.value, t) for m in lesson.marks[:MARKS]]
    return t("child-week-marks", marks=", ".join(shown)) if shown else ""


def _rows(week: DiaryWeek, t: Translator) -> Rows:
    pupil, monday = week.days[0].pupil_id, week.monday
    before, after = monday - timedelta(days=7), monday + timedelta(days=7)
    beside = [
        Button(t.plain("child-week-before", day=before), OpenChildWeek(pupil, before).pack()),
        Button(t.plain("child-week-after", day=after), OpenChildWeek(pupil, after).pack()),
    ]
    return [
        [_open_day(day, t) for day in week.days],
        beside,
        [marks_button(pupil, t), homework_button(pupil, t)],
        *sibling_rows(week.days[0].siblings, lambda sibling: OpenChildWeek(sibling, monday), t),
        [menu_button(pupil, t), home_button(t)],
    ]


def _open_day(day: DiaryDay, t: Translator) -> Button:
    label = t.plain("weekday-short", no=day.day.isoweekday())
    return Button(label, OpenChildDay(day.pupil_id, day.day).pack())
