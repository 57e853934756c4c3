"""The pages of others: a class's day."""

from datetime import timedelta

from bots.staff.screens.home import home_button
from bots.staff.screens.today import lesson_button, lesson_line
from core.actions.diary import OpenClassDesk
from core.actions.roll import OpenAbsent, OpenClassDay
from core.actions.substitution import OpenClassChanges
from core.days.class_day import ClassDay
from locales import Button, Screen, Translator
from locales.screen import Rows


def class_day(day: ClassDay, t: Translator) -> Screen:
    """The lessons of a class with their teachers; each opens its page."""
    lines = [t("class-day-title", name=day.class_name, day=day.day)]
    lines += [
        lesson_line(taught.lesson, t) + t("class-day-teacher", name=taught.teacher) for taught in day.lessons
    ] or [t("day-free")]
    rows: Rows = [
        [lesson_button(taught.lesson, taught.absent, taught.late, taught.missing, day.now, t)]
        for taught in day.lessons
        if not taught.lesson.cancelled
    ]
    before, after = day.day - timedelta(days=1), day.day + timedelta(days=1)
    rows.append(
        [
            Button(t.plain("day-step-back", day=before), OpenClassDay(day.class_id, before).pack()),
            Button(t.plain("day-step-on", day=after), OpenClassDay(day.class_id, after).pack()),
        ]
    )
    if day.may_change:
        rows.append([Button(t.plain("subst-class-change"), OpenClassChanges(day.class_id, day.day).pack())])
    absent = Button(t.plain("class-absent"), OpenAbsent(day.class_id, day.day).pack())
    rows.append([absent, Button(t.plain("staff-class", name=day.class_name), OpenClassDesk(day.class_id).pack())])
    rows.append([home_button(t)])
    return Screen("\n".join(lines), rows)
