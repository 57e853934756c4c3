"""Captions of a child's charts, and ways between them."""

from bots.family.screens.common import back_button, columns, home_button
from bots.family.screens.marks_words import named, period_line
from core.actions.child_marks import DrawAttendance, DrawMovement, DrawSubjects
from core.actions.diary import OpenChildMarks, OpenChildSubject
from core.diary.charts import AttendanceBars, Movement, SubjectBars
from core.diary.marks_span import MarksSpan
from locales import Button, Screen, Translator
from locales.screen import Rows


def movement_screen(chart: Movement, t: Translator) -> Screen:
    """What goes with the picture, or that there is nothing to draw."""
    says = t("child-chart-says-movement" if chart.own else "child-chart-nothing")
    if chart.subject_id is None:
        return _screen(chart.span, says, t)
    pupil = chart.span.child.pupil_id
    back = OpenChildSubject(pupil, chart.subject_id, _period(chart.span)).pack()
    return _screen(chart.span, says, t, back=back)


def subjects_screen(chart: SubjectBars, t: Translator) -> Screen:
    """What goes with the picture, or that there is nothing to draw."""
    return _screen(chart.span, t("child-chart-says-subjects" if chart.bars else "child-chart-nothing"), t)


def attendance_screen(chart: AttendanceBars, t: Translator) -> Screen:
    """What goes with the picture, or that there is nothing to draw."""
    return _screen(
        chart.span, t("child-chart-says-attendance" if chart.months else "child-chart-nothing-attendance"), t
    )


def _screen(span: MarksSpan, says: str, t: Translator, back: str = "") -> Screen:
    pupil, period = span.child.pupil_id, _period(span)
    charts = [
        Button(t.plain("child-chart-movement-open"), DrawMovement(pupil, period).pack()),
        Button(t.plain("child-chart-subjects-open"), DrawSubjects(pupil, period).pack()),
        Button(t.plain("child-chart-attendance-open"), DrawAttendance(pupil, period).pack()),
    ]
    marks = Button(t.plain("child-marks-back"), OpenChildMarks(pupil, period).pack())
    rows: Rows = [*columns(charts), [back_button(t, back) if back else marks, home_button(t)]]
    return Screen("\n".join([t("child-marks-title", **named(span)), period_line(span, t), says]), rows)


def _period(span: MarksSpan) -> int | None:
    return span.period.id if span.period else None
