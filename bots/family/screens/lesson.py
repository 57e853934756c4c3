"""One lesson of a child in full, and what can be said about it."""

from bots.family.screens.absence import absence_rows
from bots.family.screens.common import back_button, columns, home_button, within_message
from bots.family.screens.day import heading, number_rows
from bots.family.screens.homework import task_button, task_lines
from bots.family.screens.lesson_lines import (
    KIND,
    SUBJECT,
    debt_line,
    head_lines,
    presence_line,
    remark_line,
    works_line,
)
from bots.family.screens.marks import mark_word
from bots.family.screens.talks import write_button
from bots.shared.lines import clip
from core.actions.diary import OpenChildSubject, ReportMark
from core.actions.family import OpenChildDay
from core.diary.lesson import ChildLesson
from core.marks.family import FamilyMark
from core.terms import MarkValue, Presence
from locales import Button, Screen, Translator
from locales.screen import Rows

TOPIC, CLASSWORK, REMARK, COMMENT, HOMEWORK = 400, 300, 300, 200, 250
SHOWN = 6


def lesson_screen(shown: ChildLesson, t: Translator) -> Screen:
    """Topic, attendance, remarks, every mark and the homework of the lesson."""
    lesson = shown.lesson
    if lesson.cancelled:
        told = [t("diary-lesson-cancelled", no=lesson.lesson_no, subject=clip(lesson.subject, SUBJECT))]
    else:
        told = ["\n".join(line for line in (*head_lines(lesson, t), presence_line(lesson, t)) if line)]
    blocks = [heading(shown.day, t), *told, _content(shown, t), _marks(shown, t), *_words(shown, t)]
    return Screen(within_message([block for block in blocks if block], t), _rows(shown, t))


def _content(shown: ChildLesson, t: Translator) -> str:
    lesson, lines = shown.lesson, [works_line(shown.lesson, t)]
    if lesson.topic:
        lines.append(t("diary-topic", topic=clip(lesson.topic, TOPIC)))
    if lesson.classwork:
        lines.append(t("lesson-classwork", words=clip(lesson.classwork, CLASSWORK)))
    return "\n".join(line for line in lines if line)


def _marks(shown: ChildLesson, t: Translator) -> str:
    marks = shown.lesson.marks
    lines = [_mark(mark, t) for mark in marks[:SHOWN]]
    if len(marks) > SHOWN:
        lines.append(t("diary-marks-more", count=len(marks) - SHOWN))
    return "\n".join(lines)


def _mark(mark: FamilyMark, t: Translator) -> str:
    if mark.value is MarkValue.DOT:
        return debt_line(mark.kind, t)
    facts = {"value": mark_word(mark.value, t), "kind": clip(mark.kind, KIND), "weight": mark.weight}
    if not mark.comment:
        return t("lesson-mark", **facts)
    return t("lesson-mark-comment", **facts, comment=clip(" ".join(mark.comment.split()), COMMENT))


def _words(shown: ChildLesson, t: Translator) -> list[str]:
    """Remarks and homework."""
    remarks = "\n".join(remark_line(remark, t, REMARK) for remark in shown.lesson.remarks[:SHOWN])
    due = [line for task in shown.due for line in task_lines(task, t, key="task-due-here", limit=HOMEWORK)]
    given = [line for task in shown.given for line in task_lines(task, t, key="task-due-on", limit=HOMEWORK)]
    return [remarks, "\n".join(due), "\n".join(given)]


def _rows(shown: ChildLesson, t: Translator) -> Rows:
    day, lesson = shown.day, shown.lesson
    subject = OpenChildSubject(day.pupil_id, lesson.subject_id, shown.period_id)
    return [
        *columns([task_button(task, t, dated=True) for task in (*shown.due, *shown.given)]),
        *_attendance(shown, t),
        *columns([_wrong(day.pupil_id, mark, t) for mark in lesson.marks[:SHOWN]]),
        [Button(t.plain("lesson-subject-marks", subject=clip(lesson.subject, 24)), subject.pack())],
        [write_button(day.pupil_id, t, lesson.id)],
        *number_rows(day, t, lesson),
        [back_button(t, OpenChildDay(day.pupil_id, day.day).pack()), home_button(t)],
    ]


def _attendance(shown: ChildLesson, t: Translator) -> Rows:
    """What the family may say of the absence, or of an entry that is wrong."""
    day, lesson = shown.day, shown.lesson
    if lesson.presence is None or lesson.cancelled:
        return []
    absent = lesson.presence is Presence.ABSENT
    return absence_rows(
        lesson.case_id,
        day.pupil_id,
        lesson.id,
        t,
        stated=lesson.statement,
        past=lesson.on_date < day.now.date(),
        may_write=day.may_write and absent,
    )


def _wrong(pupil_id: int, mark: FamilyMark, t: Translator) -> Button:
    value = t.plain("lesson-dot") if mark.value is MarkValue.DOT else mark_word(mark.value, t)
    return Button(t.plain("lesson-wrong-mark", value=value), ReportMark(pupil_id, mark.id).pack())
