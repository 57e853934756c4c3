"""A teacher's day and week."""

from collections.abc import Collection
from datetime import datetime, timedelta

from bots.shared.lines import clip
from bots.staff.screens.home import home_button
from core.actions.page import OpenLesson
from core.actions.roll import OpenDay, OpenRoll, OpenWeek
from core.days.teaching_day import TaughtLesson, TeachingDay, TeachingWeek
from core.rules.entry import opens_at
from core.timetable.lessons import LessonFacts
from locales import Button, Screen, Translator
from locales.screen import Rows


def day_screen(day: TeachingDay, t: Translator) -> Screen:
    """Lessons in order, each a button with a sign of what is done; yesterday, tomorrow, the week."""
    lines = [t(_title(day), day=day.day)]
    if not day.lessons:
        lines.append(t("day-holiday", name=day.holiday) if day.holiday else t("day-free"))
    lines += [_line(taught, t) for taught in day.lessons]
    rows: Rows = [
        [lesson_button(taught.lesson, taught.absent, taught.late, taught.missing, day.now, t)]
        for taught in day.lessons
        if not taught.lesson.cancelled
    ]
    before, after = day.day - timedelta(days=1), day.day + timedelta(days=1)
    rows.append(
        [
            Button(t.plain("day-step-back", day=before), OpenDay(before).pack()),
            Button(t.plain("day-week"), OpenWeek(day.day).pack()),
            Button(t.plain("day-step-on", day=after), OpenDay(after).pack()),
        ]
    )
    rows.append([home_button(t)])
    return Screen("\n".join(lines), rows)


def week_screen(week: TeachingWeek, t: Translator) -> Screen:
    """A button a day with how many lessons there are and what is not done."""
    rows: Rows = [
        [Button(t.plain(_week_key(lessons, undone), day=day, lessons=lessons, undone=undone), OpenDay(day).pack())]
        for day, lessons, undone in week.days
    ]
    rows.append(
        [
            Button(t.plain("week-back"), OpenWeek(week.monday - timedelta(days=7)).pack()),
            Button(t.plain("week-on"), OpenWeek(week.monday + timedelta(days=7)).pack()),
        ]
    )
    rows.append([Button(t.plain("staff-today"), OpenDay().pack()), home_button(t)])
    return Screen(t("week-title", first=week.monday, last=week.days[-1][0]), rows)


def _title(day: TeachingDay) -> str:
    near = {day.today: "day-today", day.today - timedelta(days=1): "day-yesterday"}
    near[day.today + timedelta(days=1)] = "day-tomorrow"
    return near.get(day.day, "day-title")


def _week_key(lessons: int, undone: int) -> str:
    return "week-day-undone" if undone else "week-day" if lessons else "week-day-free"


def _line(taught: TaughtLesson, t: Translator) -> str:
    text = lesson_line(taught.lesson, t)
    if taught.lesson.substituted:
        text += " · " + t("day-substitute" if taught.mine else "day-substituted")
    return text


def lesson_line(lesson: LessonFacts, t: Translator) -> str:
    """A lesson in a list: number, times, class, subject, room."""
    return t(
        "day-lesson-cancelled" if lesson.cancelled else "day-lesson",
        number=lesson.lesson_no,
        starts=lesson.starts_at,
        ends=lesson.ends_at,
        subject=lesson.subject,
        classes=class_names(lesson.classes, lesson.group, t),
        room=lesson.room or "—",
    )


def lesson_button(
    lesson: LessonFacts, absent: int, late: int, missing: Collection[str], now: datetime, t: Translator
) -> Button:
    """Opens a lesson's page, or its roll while that is due; says what is done and what is not."""
    state = _state(lesson, absent, late, missing, now)
    label = t.plain(
        f"roll-sign-{state}",
        number=lesson.lesson_no,
        classes=class_names(lesson.classes, lesson.group, t),
        subject=short(lesson.subject),
        absent=absent,
        late=late,
        parts=", ".join(t.plain(f"part-{part}") for part in missing),
    )
    roll_is_due = not lesson.roll_taken and now >= opens_at(lesson.starts_at)
    action = OpenRoll(lesson.id) if roll_is_due else OpenLesson(lesson.id)
    return Button(label, action.pack(), style="primary" if state in {"open", "begun"} else None)


def _state(lesson: LessonFacts, absent: int, late: int, missing: Collection[str], now: datetime) -> str:
    anybody = absent or late
    if lesson.roll_taken:
        return "lacking" if missing else "missing" if anybody else "full"
    if anybody:
        return "begun"
    return "open" if now >= lesson.starts_at else "ahead"


def class_names(classes: tuple[str, ...], group: str, t: Translator) -> str:
    """`7Б`, `7А+7Б`, with the group when there is one. As data: the caller's message escapes it."""
    names = "+".join(classes)
    return t.plain("class-group", classes=names, group=group) if group else names


def short(subject: str, limit: int = 22) -> str:
    """A subject that fits on a button."""
    return clip(subject, limit)
