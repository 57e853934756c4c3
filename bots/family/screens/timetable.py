"""A child's timetable: the week as it stands, and the year's calendar."""

from datetime import date, timedelta

from bots.family.screens.common import back_button, child_name, home_button
from bots.family.screens.events import asking_rows, told_line
from bots.family.screens.menu import menu_button
from bots.shared.lines import FIT_CHARS, clip, fitting
from core.actions.child_school import OpenChildCalendar
from core.actions.diary import OpenChildTimetable
from core.actions.events import OpenChildEvents
from core.actions.family import OpenChildDay
from core.diary.timetable import ChildCalendar, ChildHoliday, ChildWeek, WeekLesson
from locales import Button, Screen, Translator
from locales.screen import Rows

SUBJECT, ROOM, TEACHER, NAME, EVENTS = 36, 16, 24, 64, 15
WEEK = timedelta(days=7)


def week_screen(week: ChildWeek, t: Translator) -> Screen:
    """Every day's lessons with times and rooms; changes are marked. Teachers go when the week is long."""
    full = _week(week, t, teachers=True)
    text = full if len(full) <= FIT_CHARS else _week(week, t, teachers=False)
    return Screen(
        "\n".join(fitting([], text.split("\n"), lambda count: t("timetable-more", count=count))), _rows(week, t)
    )


def calendar_screen(shown: ChildCalendar, t: Translator) -> Screen:
    """Study periods, holidays, bells, events."""
    pupil = shown.child.pupil_id
    title = t(
        "timetable-title", name=child_name(shown.child.surname, shown.child.given_name), year=shown.year.class_name
    )
    parts = [title]
    if (ahead := shown.next_holiday) is not None:
        days = (ahead.starts - shown.today).days
        parts.append(t("timetable-until-holiday", name=clip(ahead.name, NAME), count=days, day=ahead.starts))
    if shown.year.periods:
        lines = [t("timetable-span", name=p.name, starts=p.starts, ends=p.ends) for p in shown.year.periods]
        parts.append("\n".join([t("timetable-periods"), *lines]))
    if coming := [h for h in shown.holidays if h.ends >= shown.today]:
        parts.append("\n".join([t("timetable-holidays"), *(_holiday(h, t) for h in coming)]))
    if shown.bells:
        rung = [
            t("timetable-bell", no=no, starts=f"{starts:%H:%M}", ends=f"{ends:%H:%M}")
            for no, starts, ends in shown.bells
        ]
        parts.append("\n".join([t("timetable-bells"), *rung]))
    events = [told_line(event, shown.answers, t) for event in shown.events[:EVENTS]]
    parts.append("\n".join([t("timetable-events"), *(events or [t("timetable-no-events")])]))
    back = back_button(t, OpenChildTimetable(pupil).pack())
    asking = asking_rows(shown.events, shown.answers, pupil, shown.today, t)
    by_month = [Button(t.plain("events-by-month"), OpenChildEvents(pupil).pack())]
    return Screen("\n\n".join(parts), [*asking, by_month, [back, home_button(t)]])


def _week(week: ChildWeek, t: Translator, *, teachers: bool) -> str:
    named = child_name(week.child.surname, week.child.given_name)
    title = t("timetable-title", name=named, year=week.year.class_name)
    days = ["\n".join([_day_head(week, day, t), *_day(week, day, t, teachers=teachers)]) for day in week.days]
    return "\n\n".join([title, *days])


def _day_head(week: ChildWeek, day: date, t: Translator) -> str:
    return t("timetable-today" if day == week.today else "timetable-day", day=day)


def _day(week: ChildWeek, day: date, t: Translator, *, teachers: bool) -> list[str]:
    lessons = [_lesson(lesson, t, teachers=teachers) for lesson in week.of(day)]
    holiday = week.holiday(day)
    if not lessons:
        lessons = [t("timetable-holiday", name=clip(holiday.name, NAME)) if holiday else t("timetable-free")]
    events = [event for event in week.events if event.first_day <= day <= event.last_day]
    return lessons + [told_line(event, week.answers, t, under=day) for event in events]


def _lesson(lesson: WeekLesson, t: Translator, *, teachers: bool) -> str:
    subject = clip(lesson.subject, SUBJECT)
    if lesson.cancelled:
        return t("timetable-cancelled", no=lesson.number, subject=subject)
    parts = [t("timetable-lesson", no=lesson.number, starts=lesson.starts_at, subject=subject)]
    if lesson.room:
        parts.append(t("diary-room", room=clip(lesson.room, ROOM)))
    if teachers:
        parts.append(t.data(clip(lesson.teacher, TEACHER)))
    signs = {"substituted": lesson.substituted, "moved": lesson.moved, "room": lesson.other_room}
    parts += [t(f"timetable-{sign}") for sign, holds in signs.items() if holds]
    return " · ".join(parts)


def _holiday(holiday: ChildHoliday, t: Translator) -> str:
    if holiday.starts == holiday.ends:
        return t("timetable-single-day", name=clip(holiday.name, NAME), day=holiday.starts)
    return t("timetable-span", name=clip(holiday.name, NAME), starts=holiday.starts, ends=holiday.ends)


def _rows(week: ChildWeek, t: Translator) -> Rows:
    pupil = week.child.pupil_id

    def beside(side: str, monday: date) -> Button:
        return Button(t.plain(f"child-week-{side}", day=monday), OpenChildTimetable(pupil, monday).pack())

    days = [Button(_label(week, day, t), OpenChildDay(pupil, day).pack()) for day in week.days]
    rows: Rows = [
        days,
        [
            beside("before", week.monday - WEEK),
            beside("after", week.monday + WEEK),
        ],
    ]
    if not week.monday <= week.today < week.monday + WEEK:
        rows.append([Button(t.plain("timetable-this-week"), OpenChildTimetable(pupil).pack())])
    rows += asking_rows(week.events, week.answers, pupil, week.today, t)
    rows.append([Button(t.plain("timetable-calendar"), OpenChildCalendar(pupil).pack())])
    rows.append([menu_button(pupil, t), home_button(t)])
    return rows


def _label(week: ChildWeek, day: date, t: Translator) -> str:
    label = t.plain("weekday-short", no=day.isoweekday())
    return t.plain("diary-shown-day", day=label) if day == week.today else label
