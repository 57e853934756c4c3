"""A child's day: lessons in order, what changed, who was where."""

from datetime import date, timedelta

from bots.family.screens.common import child_name, home_button, settings_button
from bots.family.screens.homework import task_button, task_lines
from bots.family.screens.marks import marks_line
from bots.family.screens.menu import daily_rows
from bots.shared.lines import FIT_CHARS, clip
from core.actions.family import OpenChildDay
from core.actions.notices import OpenNotices
from core.diary.day import DiaryDay, Free, KnownAbsence
from core.diary.day_rows import DiaryLesson
from core.terms import Presence
from locales import Button, Screen, Translator
from locales.screen import Rows

SUBJECT, ROOM, TEACHER, HOLIDAY, TOPIC = 48, 24, 40, 64, 120


def day_screen(day: DiaryDay, t: Translator) -> Screen:
    """The day as one message: heading, lessons or why there are none, and ways onward."""
    text = _text(day, t, brief=False)
    return Screen(text if len(text) <= FIT_CHARS else _text(day, t, brief=True), _rows(day, t))


def _text(day: DiaryDay, t: Translator, *, brief: bool) -> str:
    """The whole day; `brief` says of the marks only what they are."""
    blocks = [_heading(day, t)]
    if day.known:
        blocks.append(_known(day.known, t))
    blocks += [_lesson(x, t, brief=brief) for x in day.lessons]
    if day.free:
        blocks.append(free_line(day, t))
    blocks += [_away(x, t) for x in day.away]
    blocks += ["\n".join(task_lines(x, t, named=True)) for x in day.tasks]
    return "\n\n".join(blocks)


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


def _heading(day: DiaryDay, t: Translator) -> str:
    distance = (day.day - day.now.date()).days
    when = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(distance, "other")
    return f"{title(day, t)}\n{t('diary-date', day=day.day, when=when)}"


def _lesson(lesson: DiaryLesson, t: Translator, *, brief: bool) -> str:
    subject = clip(lesson.subject, SUBJECT)
    if lesson.cancelled:
        return t("diary-lesson-cancelled", no=lesson.lesson_no, subject=subject)
    head = t("diary-lesson", no=lesson.lesson_no, starts=lesson.starts_at, ends=lesson.ends_at, subject=subject)
    details = [_room(lesson, t), t("diary-teacher", name=clip(lesson.teacher, TEACHER))]
    if lesson.substituted:
        details.append(t("diary-substitution"))
    if lesson.moved:
        details.append(t("diary-moved-here", day=lesson.origin_date, no=lesson.origin_no))
    shown = [head, " · ".join(d for d in details if d), _presence(lesson, t), marks_line(lesson.marks, t, brief=brief)]
    if lesson.topic:
        shown.append(t("diary-topic", topic=clip(lesson.topic, TOPIC)))
    shown += [line for task in lesson.tasks for line in task_lines(task, t)]
    return "\n".join(s for s in shown if s)


def _room(lesson: DiaryLesson, t: Translator) -> str:
    if not lesson.room:
        return ""
    room, planned = clip(lesson.room, ROOM), clip(lesson.planned_room, ROOM)
    if lesson.planned_room and lesson.planned_room != lesson.room:
        return t("diary-other-room", room=room, planned=planned)
    return t("diary-room", room=room)


def _presence(lesson: DiaryLesson, t: Translator) -> str:
    if lesson.presence is Presence.LATE:
        return t("diary-late", minutes=lesson.minutes or 0)
    if lesson.presence is Presence.ABSENT:
        return t("diary-absent", why=lesson.reason or lesson.statement or "none")
    return t("diary-present") if lesson.presence is Presence.PRESENT else ""


def _away(lesson: DiaryLesson, t: Translator) -> str:
    subject = clip(lesson.subject, SUBJECT)
    if lesson.cancelled:
        return t("diary-lesson-cancelled", no=lesson.origin_no, subject=subject)
    return t("diary-moved-away", subject=subject, day=lesson.on_date, no=lesson.lesson_no)


def _rows(day: DiaryDay, t: Translator) -> Rows:
    today = day.day == day.now.date()
    before, after = day.day - timedelta(days=1), day.day + timedelta(days=1)
    absences = "notices-open" if day.may_write else "notices-see"
    last = [settings_button(t)] if not day.several else []
    if day.several or not today:
        last.insert(0, home_button(t))
    tasks = [task for lesson in day.lessons for task in lesson.tasks] + list(day.tasks)
    return [
        *([task_button(task, t)] for task in tasks),
        [
            Button(t.plain("diary-before", day=before), OpenChildDay(day.pupil_id, before).pack()),
            Button(t.plain("diary-after", day=after), OpenChildDay(day.pupil_id, after).pack()),
        ],
        _week(day, t),
        *daily_rows(day.pupil_id, t),
        [Button(t.plain("diary-today"), OpenChildDay(day.pupil_id, day.now.date()).pack())] if not today else [],
        [Button(t.plain(absences), OpenNotices(day.pupil_id).pack())],
        last,
    ]


def _week(day: DiaryDay, t: Translator) -> list[Button]:
    """The school days of the week that holds the day; the shown one stands between dots."""
    monday = day.day - timedelta(days=day.day.weekday())
    return [_of_week(day, monday + timedelta(days=n), t) for n in range(day.days_in_week)]


def _of_week(day: DiaryDay, shown: date, t: Translator) -> Button:
    label = t.plain("weekday-short", no=shown.isoweekday())
    label = t.plain("diary-shown-day", day=label) if shown == day.day else label
    return Button(label, OpenChildDay(day.pupil_id, shown).pack())
