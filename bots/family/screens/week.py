"""A child's week on one screen: lessons in a line each, days as buttons."""

from datetime import timedelta
from itertools import groupby

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
SIGNS = ("absent", "late", "changed", "control", "homework")


def week_screen(week: DiaryWeek, t: Translator) -> Screen:
    """Subjects with their marks and signs, day by day; the signs used are explained."""
    told = [[_title(week, t), *_days(week, t, width), _legend(week, t)] for width in SUBJECTS]
    blocks = next((b for b in told if sum(len(block) + 2 for block in b) <= FIT_CHARS), told[-1])
    return Screen(within_message([block for block in blocks if block], t), _rows(week, t))


def _title(week: DiaryWeek, t: Translator) -> str:
    day = week.days[0]
    named = child_name(day.surname, day.given_name)
    named = f"{named}, {day.class_name}" if day.class_name else named
    return t("child-week-title", name=named, starts=week.monday, ends=week.sunday)


def _days(week: DiaryWeek, t: Translator, width: int) -> list[str]:
    """A block for each day; days in a row that are free for the same reason share one."""
    found = []
    for free, run in groupby(week.days, key=lambda day: free_line(day, t) if day.free else ""):
        days = list(run)
        if free:
            found.append(f"{_free_head(days, t)}\n{free}")
        else:
            found += [_day(week, day, t, width) for day in days]
    return found


def _free_head(days: list[DiaryDay], t: Translator) -> str:
    if len(days) == 1:
        return _head(days[0], t)
    return t("child-week-days", starts=days[0].day, ends=days[-1].day)


def _head(day: DiaryDay, t: Translator) -> str:
    return t("child-week-day", day=day.day, when="today" if day.day == day.now.date() else "other")


def _day(week: DiaryWeek, day: DiaryDay, t: Translator, width: int) -> str:
    return "\n".join([_head(day, t), *(_lesson(week, lesson, t, width) for lesson in day.lessons)])


def _lesson(week: DiaryWeek, lesson: DiaryLesson, t: Translator, width: int) -> str:
    subject = clip(lesson.subject, width)
    if lesson.cancelled:
        return t("child-week-lesson-cancelled", no=lesson.lesson_no, subject=subject)
    line = t("child-week-lesson", no=lesson.lesson_no, subject=subject)
    return " ".join([line, *_signs(week, lesson, t)])


def _signs(week: DiaryWeek, lesson: DiaryLesson, t: Translator) -> list[str]:
    marks = _marks(lesson, t)
    return [
        *([marks] if marks else []),
        *(t(f"child-week-sign-{sign}") for sign in SIGNS if _holds(sign, week, lesson)),
    ]


def _holds(sign: str, week: DiaryWeek, lesson: DiaryLesson) -> bool:
    """Whether a sign stands at a lesson; a cancelled one is struck through instead."""
    return (
        not lesson.cancelled
        and {
            "absent": lesson.presence is Presence.ABSENT,
            "late": lesson.presence is Presence.LATE,
            "changed": lesson.changed,
            "control": any(work.control for work in lesson.works),
            "homework": lesson.id in week.homework,
        }[sign]
    )


def _legend(week: DiaryWeek, t: Translator) -> str:
    lessons = [lesson for day in week.days for lesson in day.lessons]
    used = [sign for sign in SIGNS if any(_holds(sign, week, lesson) for lesson in lessons)]
    return " · ".join(f"{t(f'child-week-sign-{sign}')} {t(f'child-week-means-{sign}')}" for sign in used)


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
