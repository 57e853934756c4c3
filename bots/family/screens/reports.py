"""«Здесь ошибка»: a family's report of a wrong entry and where it stands (F4)."""

from core.actions.diary import ReportAttendance, ReportMark
from locales import Button, Translator


def wrong_mark_button(pupil: int, mark: int, t: Translator) -> Button:
    """«Здесь ошибка» about a mark."""
    return Button(t.plain("report-mark"), ReportMark(pupil, mark).pack())


def wrong_attendance_button(pupil: int, lesson: int, t: Translator) -> Button:
    """«Здесь ошибка» about how the child stands at a lesson."""
    return Button(t.plain("report-attendance"), ReportAttendance(pupil, lesson).pack())
