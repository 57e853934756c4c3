"""A child's attendance: a month, a study period or the year, and one missed day."""

from datetime import date, timedelta

from bots.family.screens.absence import absence_rows
from bots.family.screens.common import back_button, child_name, home_button
from bots.family.screens.menu import menu_button
from bots.family.screens.talks import write_button
from bots.shared.lines import clip, fitting
from core.actions.child_school import OpenAttendancePeriod, OpenMissedDay
from core.actions.diary import OpenChildAttendance, ReportAttendance
from core.actions.family import OpenChildDay
from core.diary.attendance import ChildAttendance, MissedDay, MissedLesson
from core.terms import Presence, Statement
from documents.journal_words import month_text
from locales import Button, Screen, Translator
from locales.screen import Rows

SUBJECT, SUBJECTS, DAY_BUTTONS, IN_ROW = 40, 6, 12, 3
REASONS = ("illness", "excused", "unexcused", "ill", "family", "late", "unknown", "none")
YET_TO_SAY = (None, Statement.UNKNOWN)


def attendance_screen(shown: ChildAttendance, t: Translator) -> Screen:
    """Totals, the subjects that suffered, the days, and ways to other months and periods."""
    head = [t("attendance-title", name=child_name(shown.child.surname, shown.child.given_name)), _span(shown, t), ""]
    head += _totals(shown, t) if shown.held else [t("attendance-nothing")]
    days = [_day_line(day, lessons, t) for day, lessons in shown.days.items()]
    head += ["", t("attendance-days")] if days else []
    lines = fitting(head, days, lambda count: t("attendance-more", count=count))
    return Screen("\n".join(lines), _rows(shown, t))


def missed_day_screen(shown: MissedDay, t: Translator) -> Screen:
    """A day's missed and late lessons; what is unexplained is explained here, what is wrong reported."""
    pupil = shown.child.pupil_id
    title = t("attendance-day-title", name=child_name(shown.child.surname, shown.child.given_name), day=shown.day)
    lines = [_lesson_line(lesson, t) for lesson in shown.lessons] or [t("attendance-day-nothing")]
    cases = {lesson.case_id: lesson.statement for lesson in shown.lessons if lesson.case_id and lesson.reason is None}
    rows: Rows = []
    for case, stated in cases.items():
        said = None if stated in YET_TO_SAY else stated
        rows += absence_rows(case, pupil, None, t, stated=said, past=True, may_write=shown.may_write)
    rows += [[_wrong(pupil, lesson, t)] for lesson in shown.lessons]
    rows.append([Button(t.plain("attendance-open-day"), OpenChildDay(pupil, shown.day).pack()), write_button(pupil, t)])
    rows.append([back_button(t, OpenChildAttendance(pupil, shown.day).pack()), home_button(t)])
    return Screen("\n".join([title, "", *lines]), rows)


def _span(shown: ChildAttendance, t: Translator) -> str:
    if shown.span.month is not None:
        return t.data(month_text(shown.span.month, t))
    if shown.span.period is not None:
        return t("attendance-period", name=shown.span.period.name)
    return t("attendance-year", name=shown.year.name)


def _totals(shown: ChildAttendance, t: Translator) -> list[str]:
    held, missed = shown.held, len(shown.missed)
    lines = [t("attendance-was", count=held - missed, held=held, percent=shown.percent or 0)]
    if shown.class_percent is not None:
        lines.append(t("attendance-class", percent=shown.class_percent))
    if not shown.missed and not shown.late:
        return [*lines, t("attendance-clean")]
    if missed:
        lines.append(t("attendance-missed", count=missed, days=shown.full_days))
        reasons = shown.reasons
        lines += [t("attendance-reason", why=why, count=reasons[why]) for why in REASONS if reasons[why]]
    if shown.late:
        minutes = sum(lesson.minutes or 0 for lesson in shown.late)
        lines.append(t("attendance-late", count=len(shown.late), minutes=minutes))
    if missed:
        told = [
            t.plain("attendance-subject", subject=clip(name, SUBJECT), count=count, of=of)
            for name, count, of in shown.by_subject[:SUBJECTS]
        ]
        lines.append(t("attendance-subjects", subjects=", ".join(told)))
    return lines


def _day_line(day: date, lessons: list[MissedLesson], t: Translator) -> str:
    """«пн 23.11: уроки 1, 2 · болезнь; опоздание на 3-й»."""
    missed = [lesson for lesson in lessons if lesson.presence is Presence.ABSENT]
    late = [lesson for lesson in lessons if lesson.presence is Presence.LATE]
    parts = []
    for why in dict.fromkeys(lesson.why for lesson in missed):
        numbers = [str(lesson.number) for lesson in missed if lesson.why == why]
        parts.append(t("attendance-day-missed", count=len(numbers), numbers=", ".join(numbers), why=why))
    if late:
        numbers = [str(lesson.number) for lesson in late]
        parts.append(t("attendance-day-late", count=len(numbers), numbers=", ".join(numbers)))
    return t("attendance-day", day=day) + " " + "; ".join(parts)


def _lesson_line(lesson: MissedLesson, t: Translator) -> str:
    subject = clip(lesson.subject, SUBJECT)
    if lesson.presence is Presence.LATE:
        return t("attendance-lesson-late", no=lesson.number, subject=subject, minutes=lesson.minutes or 0)
    return t("attendance-lesson-missed", no=lesson.number, subject=subject, why=lesson.why)


def _wrong(pupil: int, lesson: MissedLesson, t: Translator) -> Button:
    label = t.plain("attendance-wrong", no=lesson.number, subject=clip(lesson.subject, SUBJECT))
    return Button(label, ReportAttendance(pupil, lesson.lesson_id).pack())


def _rows(shown: ChildAttendance, t: Translator) -> Rows:
    pupil = shown.child.pupil_id
    days = [
        Button(_day_label(day, lessons, t), OpenMissedDay(pupil, day).pack())
        for day, lessons in list(shown.days.items())[:DAY_BUTTONS]
    ]
    rows: Rows = [days[start : start + IN_ROW] for start in range(0, len(days), IN_ROW)]
    rows.append(_months(shown, t))
    rows += _periods(shown, t)
    rows.append([menu_button(pupil, t), home_button(t)])
    return rows


def _day_label(day: date, lessons: list[MissedLesson], t: Translator) -> str:
    """The day, with a sign when a guardian has still to say why."""
    waits = any(x.presence is Presence.ABSENT and x.reason is None and x.statement in YET_TO_SAY for x in lessons)
    return t.plain("attendance-day-unexplained" if waits else "attendance-day-button", day=day)


def _months(shown: ChildAttendance, t: Translator) -> list[Button]:
    """The months before and after, within the child's year; from a period, the present month."""
    pupil, month = shown.child.pupil_id, shown.span.month
    if month is None:
        inside = min(max(shown.today, shown.year.starts), shown.year.ends)
        return [Button(t.plain("attendance-by-months"), OpenChildAttendance(pupil, inside).pack())]
    before, after = month - timedelta(days=1), (month + timedelta(days=32)).replace(day=1)
    row = []
    if before >= shown.year.starts:
        label = t.plain("attendance-before", month=month_text(before, t))
        row.append(Button(label, OpenChildAttendance(pupil, before.replace(day=1)).pack()))
    if after <= min(shown.year.ends, shown.today):
        row.append(
            Button(t.plain("attendance-after", month=month_text(after, t)), OpenChildAttendance(pupil, after).pack())
        )
    return row


def _periods(shown: ChildAttendance, t: Translator) -> Rows:
    pupil, period = shown.child.pupil_id, shown.span.period
    begun = [p for p in shown.year.periods if p.starts <= shown.today]
    buttons = [
        Button(
            _marked(clip(p.name, 24), period is not None and p.id == period.id),
            OpenAttendancePeriod(pupil, p.id).pack(),
        )
        for p in begun
    ]
    whole = shown.span.month is None and period is None
    year = Button(_marked(t.plain("attendance-whole-year"), whole), OpenAttendancePeriod(pupil).pack())
    buttons.append(year)
    return [buttons[start : start + IN_ROW] for start in range(0, len(buttons), IN_ROW)]


def _marked(label: str, chosen: bool) -> str:  # noqa: FBT001 - reads well where it stands
    return f"✓ {label}" if chosen else label
