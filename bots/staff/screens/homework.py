"""Homework of a lesson: what is given and due, and one homework with all that can be changed of it."""

from collections.abc import Sequence
from datetime import date

from bots.shared.lines import clip, fitting
from bots.staff.screens.home import home_button
from bots.staff.screens.rows import back_row, in_rows
from bots.staff.screens.term import term_line
from bots.staff.screens.today import class_names
from core.actions.homework import (
    AskWithdrawTask,
    ChooseDue,
    ChooseMinutes,
    ChoosePupils,
    GivePlanned,
    OpenTask,
    OpenTaskFiles,
    RewriteTask,
    SayNoHomework,
    SetDueLesson,
    SetTaskMinutes,
    WithdrawTask,
    WriteDue,
    WriteHomework,
)
from core.actions.page import OpenHomework, OpenLesson
from core.homework.changing import Changed
from core.homework.day_load import ClassLoad
from core.homework.tasks import LessonTasks, Task
from core.rules.entry import Verdict
from core.timetable.lessons import LessonFacts
from locales import Button, Screen, Translator
from locales.screen import Rows

MINUTES = (10, 15, 20, 30, 40, 45, 60, 90)
ON_LINE, ON_BUTTON, BODY, NAMES = 300, 28, 3100, 6
TASKS = 20


def lesson_screen(page: LessonTasks, t: Translator) -> Screen:
    """What is given at the lesson and due at it; «Задать», the plan's, «Не задано»."""
    lines = [_head(page.lesson, t), t("homework-lesson", day=page.lesson.day, number=page.lesson.lesson_no)]
    if page.answer.verdict is Verdict.DENIED:
        lines.append(t("page-read-only"))
    lines.append(term_line(page.answer, page.now, t))
    lines = [line for line in lines if line]
    said: list[str] = []
    if page.due:
        said += [t("homework-due-here"), *(_line("homework-line-due", task, t) for task in page.due)]
    if page.given:
        said += [t("homework-given-here"), *(_line("homework-line", task, t) for task in page.given)]
    else:
        said.append(t("homework-none-said" if page.none_given else "homework-nothing"))
    shown = fitting([*lines, ""], said, lambda count: t("list-more", count=count))
    return Screen(
        "\n".join(shown), [*_tasks(page.given, t), *_giving(page, t), back_row(OpenLesson(page.lesson.id), t)]
    )


def task_screen(found: Changed, over: Sequence[ClassLoad], t: Translator) -> Screen:
    """One homework: whom, when, how long, its words; the load guard's word; a button for each part."""
    task = found.task
    lines = [
        _head(found.lesson, t),
        t("homework-task-due", day=task.due_on),
        _whom(task, t),
        t("homework-task-minutes", minutes=task.minutes) if task.minutes else "",
        t("homework-task-files", count=len(task.files)) if task.files else "",
        *(_over(load, t) for load in over),
        t("homework-task-told") if task.told and not task.withdrawn else "",
        t("homework-task-withdrawn") if task.withdrawn else "",
    ]
    body = t.data(clip(task.body, BODY))
    text = "\n".join(line for line in lines if line) + (f"\n\n{body}" if body else "")
    return Screen(text, [*([] if task.withdrawn else _parts(task, t)), *_ways(task, t)])


def due_screen(found: Changed, choices: Sequence[tuple[int | None, date]], t: Translator) -> Screen:
    """The page's next lessons, or a day in words."""
    task = found.task
    buttons = [
        Button(
            t.plain("homework-due-chosen" if lesson_id == task.due_lesson else "homework-due-lesson", day=day),
            SetDueLesson(task.id, lesson_id, task.rev).pack(),
        )
        for lesson_id, day in choices
        if lesson_id is not None
    ]
    other = Button(t.plain("homework-due-other"), WriteDue(task.id, task.rev).pack())
    return Screen(t("homework-choose-due"), [*in_rows(buttons, 2), [other], back_to_task(task, t)])


def minutes_screen(found: Changed, t: Translator) -> Screen:
    """The usual estimates."""
    task = found.task
    buttons = [
        Button(
            t.plain("homework-minutes-chosen" if minutes == task.minutes else "homework-minutes", minutes=minutes),
            SetTaskMinutes(task.id, minutes, task.rev).pack(),
        )
        for minutes in MINUTES
    ]
    none = Button(t.plain("homework-minutes-none"), SetTaskMinutes(task.id, None, task.rev).pack())
    return Screen(t("homework-choose-minutes"), [*in_rows(buttons, 4), [none], back_to_task(task, t)])


def withdraw_screen(found: Changed, t: Translator) -> Screen:
    """One more tap before it is gone."""
    task = found.task
    sure = t("homework-withdraw-sure-told" if task.told else "homework-withdraw-sure")
    yes = Button(t.plain("homework-withdraw-yes"), WithdrawTask(task.id, task.rev).pack(), style="danger")
    return Screen(f"{sure}\n\n{t.data(clip(task.body, BODY))}".rstrip(), [[yes], back_to_task(task, t)])


def question(lesson: LessonFacts, t: Translator) -> str:
    """«Напишите задание»: for which class and subject."""
    return t("homework-ask", classes=class_names(lesson.classes, lesson.group, t), subject=lesson.subject)


def rewrite_question(task: Task, t: Translator) -> str:
    """The words as they are, to be copied and changed."""
    now = f"{t('homework-ask-text-now')}\n{t.data(clip(task.body, BODY))}" if task.body else ""
    return "\n\n".join(part for part in (t("homework-ask-text"), now) if part)


def note_toast(found: Changed, t: Translator) -> str:
    """What the tap met; that it is written, when nothing was in the way."""
    return t.plain(f"homework-note-{found.note}") if found.note else t.plain("homework-saved")


def back_to_task(task: Task, t: Translator) -> list[Button]:
    """«Назад» to the homework, «Домой»."""
    return back_row(OpenTask(task.id), t)


def _head(lesson: LessonFacts, t: Translator) -> str:
    return t("homework-head", classes=class_names(lesson.classes, lesson.group, t), subject=lesson.subject)


def _line(key: str, task: Task, t: Translator) -> str:
    body = _brief(task, ON_LINE, t)
    line = t(key, day=task.due_on, body=body) if key == "homework-line" else t(key, body=body)
    details = [
        t("homework-for", names=_names(task, t)) if task.chosen else "",
        t("homework-task-minutes", minutes=task.minutes) if task.minutes else "",
        t("homework-task-files", count=len(task.files)) if task.files else "",
    ]
    return " · ".join(part for part in (line, *details) if part)


def _tasks(tasks: Sequence[Task], t: Translator) -> Rows:
    return [
        [
            Button(
                t.plain("homework-open", day=task.due_on, body=_brief(task, ON_BUTTON, t)),
                OpenTask(task.id).pack(),
            )
        ]
        for task in tasks[:TASKS]
    ]


def _giving(page: LessonTasks, t: Translator) -> Rows:
    """Buttons that write; after the window they lead to a request."""
    lesson = page.lesson
    if page.answer.verdict in (Verdict.DENIED, Verdict.NEVER) or lesson.cancelled:
        return []
    given = {task.body for task in page.given}
    planned: Rows = [
        [
            Button(
                t.plain("homework-planned", body=clip(" ".join(line.body.split()), ON_BUTTON)),
                GivePlanned(lesson.id, line.line_id).pack(),
            )
        ]
        for line in page.planned[:TASKS]
        if line.body.strip() not in given
    ]
    write = Button(
        t.plain("homework-write-more" if page.given else "homework-write"),
        WriteHomework(lesson.id).pack(),
        style=None if page.given else "primary",
    )
    rows = [*planned, [write]]
    if not page.given:
        key = "homework-unsay-none" if page.none_given else "homework-say-none"
        rows[-1].append(Button(t.plain(key), SayNoHomework(lesson.id, not page.none_given).pack()))
    return rows


def _parts(task: Task, t: Translator) -> Rows:
    files = (
        t.plain("homework-button-files-count", count=len(task.files))
        if task.files
        else t.plain("homework-button-files")
    )
    return [
        [
            Button(t.plain("homework-button-due"), ChooseDue(task.id).pack()),
            Button(t.plain("homework-button-pupils"), ChoosePupils(task.id).pack()),
            Button(t.plain("homework-button-minutes"), ChooseMinutes(task.id).pack()),
        ],
        [
            Button(files, OpenTaskFiles(task.id).pack()),
            Button(t.plain("homework-button-rewrite"), RewriteTask(task.id, task.rev).pack()),
        ],
        [Button(t.plain("homework-button-withdraw"), AskWithdrawTask(task.id).pack())],
    ]


def _ways(task: Task, t: Translator) -> Rows:
    return [
        [
            Button(t.plain("homework-button-all"), OpenHomework(task.lesson_id).pack()),
            Button(t.plain("homework-button-page"), OpenLesson(task.lesson_id).pack()),
        ],
        [home_button(t)],
    ]


def _whom(task: Task, t: Translator) -> str:
    return t("homework-task-chosen", names=_names(task, t)) if task.chosen else t("homework-task-everybody")


def _names(task: Task, t: Translator) -> str:
    """As data: the caller's message escapes it."""
    names = ", ".join(name for _, name in task.chosen[:NAMES])
    more = len(task.chosen) - NAMES
    return f"{names} {t.plain('homework-task-more-pupils', count=more)}" if more > 0 else names


def _over(load: ClassLoad, t: Translator) -> str:
    return t(
        "homework-over",
        day=load.day,
        name=load.class_name,
        minutes=_hours(load.minutes, t),
        norm=_hours(load.norm, t),
    )


def _hours(minutes: int, t: Translator) -> str:
    """2 ч 50 мин."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return t.plain("homework-hours-none", minutes=rest)
    key = "homework-hours" if rest else "homework-hours-whole"
    return t.plain(key, hours=hours, minutes=rest)


def _brief(task: Task, limit: int, t: Translator) -> str:
    return clip(" ".join(task.body.split()), limit) or t.plain("homework-files-only")
