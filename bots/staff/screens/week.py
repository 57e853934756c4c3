"""The class leader's week: who missed what and why, one pupil's days, reasons and ranges."""

from datetime import date, timedelta

from bots.shared.lines import fitting
from bots.staff.screens.rows import back_row, in_rows
from bots.staff.screens.today import short
from core.actions.diary import OpenClassDesk
from core.actions.page import OpenLesson, OpenWeekAttendance
from core.actions.roll import OpenAbsence, OpenAbsent
from core.actions.week import (
    CorrectPresence,
    EndAbsence,
    EnterAbsence,
    ExplainDays,
    OpenIllness,
    OpenPupilDay,
    OpenPupilWeek,
    WriteAbsence,
)
from core.roll.week import KnownAbsence, MissedLesson, PupilWeek, PupilWeekPage, WeekAttendance
from core.rules.entry import Answer, Verdict
from core.terms import AbsenceReason, Presence
from locales import Button, Screen, Translator
from locales.screen import Rows

BUTTONS = 90
NOTICED = (AbsenceReason.ILLNESS, AbsenceReason.EXCUSED)
OTHERS = {
    Presence.ABSENT: (Presence.PRESENT, Presence.LATE),
    Presence.LATE: (Presence.PRESENT, Presence.ABSENT),
}
"""What a lesson's entry can be corrected to."""


def week_screen(week: WeekAttendance, t: Translator) -> Screen:
    """The class's absences of a week, unexplained first; each pupil opens."""
    head = [
        t("week-att-title", name=week.class_name, first=week.monday, last=_last_school_day(week)),
        t("absent-rolls", taken=week.rolls_taken, lessons=week.lessons),
    ]
    unexplained = sum(p.unexplained > 0 for p in week.pupils)
    if week.pupils:
        head += [t("week-att-unexplained", count=unexplained) if unexplained else t("week-att-explained"), ""]
    lines = [_pupil_line(pupil, t) for pupil in week.pupils] or [
        t("week-att-nobody" if week.rolls_taken else "absent-no-rolls")
    ]
    rows: Rows = [
        [Button(_pupil_label(pupil, t), OpenPupilWeek(week.class_id, pupil.pupil_id, week.monday).pack())]
        for pupil in week.pupils[:BUTTONS]
    ]
    rows.append(
        [
            Button(t.plain("week-back"), OpenWeekAttendance(week.class_id, week.monday - timedelta(days=7)).pack()),
            Button(t.plain("week-on"), OpenWeekAttendance(week.class_id, week.monday + timedelta(days=7)).pack()),
        ]
    )
    rows.append([Button(t.plain("class-absent"), OpenAbsent(week.class_id).pack())])
    rows.append(back_row(OpenClassDesk(week.class_id), t))
    text = fitting(head, lines, lambda count: t("list-more", count=count))
    return Screen("\n".join(text), rows)


def pupil_screen(page: PupilWeekPage, t: Translator) -> Screen:
    """One pupil's week: a reason for all of it, for a day, or a range of days."""
    week, pupil = page.week, page.pupil
    head = [t("week-att-pupil", name=pupil.name, first=week.monday, last=_last_school_day(week))]
    head += [_known(known, t) for known in pupil.known]
    if not pupil.lessons:
        head.append(t("week-att-nothing"))
    lines: list[str] = []
    for day, lessons in pupil.by_day().items():
        lines.append(t("week-att-day", day=day))
        lines += [_lesson_line(lesson, t) for lesson in lessons]
        lines += _term(page.answers.get(day), t)
    rows: Rows = []
    if pupil.missed:
        rows += [[_week_reason(page, reason, t)] for reason in AbsenceReason]
    days = [
        Button(
            t.plain("week-att-day-button", day=day, codes=_codes(lessons, t)),
            OpenPupilDay(week.class_id, pupil.pupil_id, day).pack(),
        )
        for day, lessons in pupil.by_day().items()
    ]
    rows += in_rows(days, 2)
    if week.may_edit:
        first = min((lesson.day for lesson in pupil.lessons), default=max(week.monday, min(week.today, week.sunday)))
        rows.append([Button(t.plain("week-att-illness"), OpenIllness(week.class_id, pupil.pupil_id, first).pack())])
    rows += [[_back_at_school(page, known, t)] for known in pupil.known if _may_end(page, known)]
    rows.append(back_row(OpenWeekAttendance(week.class_id, week.monday), t))
    return Screen("\n".join(fitting(head, lines, lambda count: t("lines-more", count=count))), rows)


def day_screen(page: PupilWeekPage, day: date, t: Translator) -> Screen:
    """One pupil's day: the reason, and what was really so at a single lesson."""
    week, pupil = page.week, page.pupil
    lessons = pupil.by_day().get(day, [])
    lines = [t("absence-title", name=pupil.name, day=day)]
    lines += [_lesson_line(lesson, t) for lesson in lessons] or [t("week-att-nothing")]
    lines += _term(page.answers.get(day), t)
    rows: Rows = []
    if any(lesson.presence is Presence.ABSENT for lesson in lessons):
        span = (week.class_id, pupil.pupil_id, day, day)
        rows += [[Button(t.plain(f"choose-{reason}"), ExplainDays(*span, reason).pack())] for reason in AbsenceReason]
    for lesson in lessons:
        rows.append(
            [Button(t.plain("week-att-lesson", **_named(lesson)), OpenLesson(lesson.lesson_id).pack())]
            + [
                Button(
                    t.plain(f"week-att-was-{presence}", number=lesson.lesson_no),
                    CorrectPresence(week.class_id, lesson.lesson_id, pupil.pupil_id, presence, lesson.rev).pack(),
                )
                for presence in OTHERS.get(lesson.presence, ())
            ]
        )
    rows.append([Button(t.plain("week-att-family"), OpenAbsence(week.class_id, pupil.pupil_id, day).pack())])
    rows.append(back_row(OpenPupilWeek(week.class_id, pupil.pupil_id, day), t))
    return Screen("\n".join(lines), rows)


def illness_screen(page: PupilWeekPage, first: date, t: Translator) -> Screen:
    """Ranges of days from `first` on, with a good reason; other days are typed."""
    week, pupil = page.week, page.pupil
    last_missed = max((lesson.day for lesson in pupil.lessons), default=first)
    rows: Rows = []
    for reason in NOTICED:
        span = (week.class_id, pupil.pupil_id, first)
        if last_missed > first:
            label = t.plain(f"week-att-range-{reason}", first=first, last=last_missed)
            rows.append([Button(label, EnterAbsence(*span, last_missed, reason).pack())])
        rows.append([Button(t.plain(f"week-att-open-{reason}", first=first), EnterAbsence(*span, None, reason).pack())])
        since = min(first, week.monday)
        typed = WriteAbsence(week.class_id, pupil.pupil_id, since, reason).pack()
        rows.append([Button(t.plain(f"week-att-type-{reason}"), typed)])
    rows.append(back_row(OpenPupilWeek(week.class_id, pupil.pupil_id, first), t))
    return Screen("\n".join([t("week-att-illness-title", name=pupil.name), *(_known(k, t) for k in pupil.known)]), rows)


def _last_school_day(week: WeekAttendance) -> date:
    missed = [lesson.day for pupil in week.pupils for lesson in pupil.lessons]
    return max([week.sunday - timedelta(days=1), *missed])


def _pupil_line(pupil: PupilWeek, t: Translator) -> str:
    """`Иванов Пётр: пн Н×4, ср Б×5`."""
    days = ", ".join(
        t.plain("week-att-day-codes", day=day, codes=_codes(lessons, t)) for day, lessons in pupil.by_day().items()
    )
    name = t("week-att-name-unexplained" if pupil.unexplained else "week-att-name", name=pupil.name)
    return f"{name}: {days}" if days else f"{name}: {_known(pupil.known[0], t)}"


def _pupil_label(pupil: PupilWeek, t: Translator) -> str:
    if pupil.unexplained:
        return t.plain("week-att-button-unexplained", name=pupil.name, count=pupil.unexplained)
    return t.plain("week-att-button", name=pupil.name, missed=pupil.missed)


def _codes(lessons: list[MissedLesson], t: Translator) -> str:
    """`Н×3 ОП`: how often each code stands, in the order of the bells."""
    counts: dict[str, int] = {}
    for lesson in lessons:
        code = _code(lesson, t)
        counts[code] = counts.get(code, 0) + 1
    return " ".join(code if count == 1 else f"{code}×{count}" for code, count in counts.items())


def _code(lesson: MissedLesson, t: Translator) -> str:
    said = "late" if lesson.presence is Presence.LATE else lesson.reason or "none"
    return t.plain(f"code-{said}")


def _lesson_line(lesson: MissedLesson, t: Translator) -> str:
    key = "week-att-line-late" if lesson.presence is Presence.LATE else "week-att-line"
    line = t(
        key,
        number=lesson.lesson_no,
        subject=lesson.subject,
        code=_code(lesson, t),
        minutes=lesson.minutes or 0,
        reason=t.plain(f"reason-{lesson.reason or 'none'}"),
    )
    return f"{line} · {t.data(lesson.note)}" if lesson.note else line


def _named(lesson: MissedLesson) -> dict[str, str | int]:
    return {"number": lesson.lesson_no, "subject": short(lesson.subject, 14)}


def _known(known: KnownAbsence, t: Translator) -> str:
    who = "school" if known.by_school else "family"
    reason = t.plain(f"reason-{known.reason}")
    if known.ends is None:
        return t("week-att-known-open", first=known.starts, reason=reason, who=who)
    if known.ends == known.starts:
        return t("week-att-known-day", day=known.starts, reason=reason, who=who)
    return t("week-att-known", first=known.starts, last=known.ends, reason=reason, who=who)


def _term(answer: Answer | None, t: Translator) -> list[str]:
    """Days whose term is over say so."""
    if answer is None or answer.until is None or answer.verdict not in {Verdict.CLOSED, Verdict.REASON}:
        return []
    return [t("week-att-closed", until=answer.until)]


def _week_reason(page: PupilWeekPage, reason: AbsenceReason, t: Translator) -> Button:
    missed = [lesson for lesson in page.pupil.lessons if lesson.presence is Presence.ABSENT]
    days = [lesson.day for lesson in missed]
    label = t.plain(f"week-att-all-{reason}")
    if all(lesson.reason is reason for lesson in missed):
        label = t.plain("choose-chosen", label=label)
    span = (page.week.class_id, page.pupil.pupil_id, min(days), max(days))
    return Button(label, ExplainDays(*span, reason).pack())


def _may_end(page: PupilWeekPage, known: KnownAbsence) -> bool:
    """The school's own notice that lasts today can be ended."""
    today = page.week.today
    return page.week.may_edit and known.by_school and (known.ends is None or known.ends >= today)


def _back_at_school(page: PupilWeekPage, known: KnownAbsence, t: Translator) -> Button:
    """«Снова в школе»: the notice ends with yesterday."""
    yesterday = page.week.today - timedelta(days=1)
    end = EndAbsence(page.week.class_id, page.pupil.pupil_id, known.id, known.rev, yesterday)
    return Button(t.plain(f"week-att-end-{known.reason}", first=known.starts), end.pack())
