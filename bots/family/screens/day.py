"""A child's day: lessons in order, what changed, who was where."""

from datetime import date, timedelta

from bots.family.screens.common import (
    child_name,
    columns,
    home_button,
    settings_button,
    sibling_rows,
    within_message,
)
from bots.family.screens.homework import task_button, task_lines
from bots.family.screens.lesson_lines import HOMEWORK, SUBJECT, Detail, lesson_block
from bots.family.screens.menu import absence_button, daily_rows
from bots.family.screens.tasks import due_button, due_line
from bots.shared.lines import FIT_CHARS, clip
from core.actions.diary_pages import OpenChildLesson
from core.actions.family import OpenChildDay
from core.diary.day import DiaryDay, Free, KnownAbsence
from core.diary.day_rows import DiaryLesson
from locales import Button, Screen, Translator
from locales.screen import Rows

HOLIDAY = 64


def day_screen(day: DiaryDay, t: Translator) -> Screen:
    """The day as one message: heading, lessons or why there are none, and ways onward; the fuller, the briefer."""
    told = (_blocks(day, t, detail) for detail in sorted(Detail, reverse=True))
    blocks = next((b for b in told if sum(len(block) + 2 for block in b) <= FIT_CHARS), None)
    return Screen(within_message(blocks or _blocks(day, t, Detail.BARE), t), _rows(day, t))


def _blocks(day: DiaryDay, t: Translator, detail: Detail) -> list[str]:
    blocks = [heading(day, t)]
    if day.known:
        blocks.append(_known(day.known, t))
    blocks += [lesson_block(x, t, detail) for x in day.lessons]
    if day.free:
        blocks.append(free_line(day, t))
    blocks += [_away(x, t) for x in day.away]
    blocks += ["\n".join(task_lines(x, t, key="task-due-subject", limit=HOMEWORK[detail])) for x in day.tasks]
    return blocks + [due_line(x, t, HOMEWORK[detail]) for x in day.given]


def free_line(day: DiaryDay, t: Translator) -> str:
    """Why there are no lessons."""
    if day.free is Free.OUTSIDE_YEAR and day.year:
        return t("diary-outside-year", starts=day.year[0], ends=day.year[1])
    if day.free is Free.HOLIDAY:
        return t("diary-holiday", name=clip(day.holiday, HOLIDAY))
    return t(f"diary-{day.free}", weekday=day.day)


def span(starts: date, ends: date | None, t: Translator) -> str:
    """«23 ноября», «23 ноября – 25 ноября» or «с 23 ноября, пока не вернётся»."""
    if ends is None:
        return t("span-open", starts=starts)
    return t("span-day", day=starts) if starts == ends else t("span-days", starts=starts, ends=ends)


def _known(known: KnownAbsence, t: Translator) -> str:
    return t("diary-known", reason=known.reason, span=span(known.starts, known.ends, t))


def title(day: DiaryDay, t: Translator) -> str:
    """Пётр Иванов, 7Б."""
    named = child_name(day.surname, day.given_name)
    return t("diary-title", name=f"{named}, {day.class_name}" if day.class_name else named)


def when(day: DiaryDay) -> str:
    """How far the day is from today, as a word for Fluent."""
    return {0: "today", 1: "tomorrow", -1: "yesterday"}.get((day.day - day.now.date()).days, "other")


def heading(day: DiaryDay, t: Translator) -> str:
    """Whose day it is and which; one that opened in place of today says so."""
    lines = [title(day, t), t("diary-date", day=day.day, when=when(day))]
    return "\n".join([*lines, t("diary-ahead", when=when(day))] if day.ahead else lines)


def _away(lesson: DiaryLesson, t: Translator) -> str:
    subject = clip(lesson.subject, SUBJECT)
    if lesson.cancelled:
        return t("diary-lesson-cancelled", no=lesson.origin_no, subject=subject)
    return t("diary-moved-away", subject=subject, day=lesson.on_date, no=lesson.lesson_no)


def _rows(day: DiaryDay, t: Translator) -> Rows:
    tasks = [task for lesson in day.lessons for task in lesson.tasks] + list(day.tasks)
    today = day.day == day.now.date()
    last = [settings_button(t)] if not day.several else []
    if day.several or not (today or day.ahead):
        last.insert(0, home_button(t))
    return [
        *columns([*(task_button(task, t) for task in tasks), *(due_button(task, t) for task in day.given)]),
        *number_rows(day, t),
        _beside(day, t, today=today),
        _week(day, t),
        *daily_rows(day.pupil_id, t, day.day),
        [absence_button(day.pupil_id, t, may_write=day.may_write)],
        *sibling_rows(day.siblings, lambda pupil: OpenChildDay(pupil, day.day), t),
        last,
    ]


def number_rows(day: DiaryDay, t: Translator, shown: DiaryLesson | None = None) -> Rows:
    """The day's lessons by number: each opens the lesson in full; the shown one stands between dots."""
    buttons = []
    for lesson in day.held:
        label = t.plain("diary-lesson-no", no=lesson.lesson_no)
        label = t.plain("diary-shown-day", day=label) if shown and shown.id == lesson.id else label
        buttons.append(Button(label, OpenChildLesson(day.pupil_id, lesson.id).pack()))
    return columns(buttons, 8)


def _beside(day: DiaryDay, t: Translator, *, today: bool) -> list[Button]:
    before, after = day.day - timedelta(days=1), day.day + timedelta(days=1)
    row = [
        Button(t.plain("diary-before", day=before), OpenChildDay(day.pupil_id, before).pack()),
        Button(t.plain("diary-after", day=after), OpenChildDay(day.pupil_id, after).pack()),
    ]
    if not today:
        row.insert(1, Button(t.plain("diary-today"), OpenChildDay(day.pupil_id, day.now.date()).pack()))
    return row


def _week(day: DiaryDay, t: Translator) -> list[Button]:
    """The school days of the week that holds the day; the shown one stands between dots."""
    monday = day.day - timedelta(days=day.day.weekday())
    return [_of_week(day, monday + timedelta(days=n), t) for n in range(day.days_in_week)]


def _of_week(day: DiaryDay, shown: date, t: Translator) -> Button:
    label = t.plain("weekday-short", no=shown.isoweekday())
    label = t.plain("diary-shown-day", day=label) if shown == day.day else label
    return Button(label, OpenChildDay(day.pupil_id, shown).pack())
