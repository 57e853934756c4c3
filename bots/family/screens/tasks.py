"""Individual tasks and materials of a child: the list, one with the answer, the answer's files."""

from collections.abc import Sequence

from bots.family.screens.common import child_name, home_button
from bots.shared.file_label import file_label
from bots.shared.lines import clip, fitting
from bots.shared.paging import steps
from core.actions.diary import OpenChildMenu, OpenChildTasks
from core.actions.tasks import (
    OpenAnswerFiles,
    OpenChildGiven,
    OpenChildTaskList,
    RemoveAnswerFile,
    RewriteAnswer,
    SendChildGivenFiles,
    ShowAnswerFile,
    WriteAnswer,
)
from core.diary.children import ChildName
from core.tasks.answers import FILES
from core.tasks.family import ChildGiven, DueTask
from core.tasks.states import TaskState
from locales import Button, Screen, Translator
from locales.screen import Rows

LINES = 10
SUBJECT, LABEL, ON_BUTTON, ON_LINE, ROOM = 30, 24, 30, 120, 3700
SIGNS = {TaskState.ANSWERED: "sent", TaskState.CHECKED: "checked", TaskState.MATERIAL: "material"}


def list_screen(child: ChildName, tasks: Sequence[ChildGiven], first: int, t: Translator) -> Screen:
    """What waits for an answer, materials, what was answered; a button each."""
    shown = tasks[first : first + LINES]
    head = [t("child-given-title", name=child_name(child.surname, child.given_name))]
    if not tasks:
        head.append(t("child-given-none"))
    lines: list[str] = []
    for place, task in enumerate(shown):
        if place == 0 or shown[place - 1].state is not task.state:
            lines.append(f"\n{t(f'child-section-{task.state}')}")
        lines.append(_line(first + place + 1, task, t))
    text = "\n".join(fitting(head, lines, lambda count: t("list-more", count=count)))
    rows: Rows = [
        [task_button(task.pupil_id, task.task_id, t.plain("child-given-label", number=number, label=_label(task, t)))]
        for number, task in enumerate(shown, first + 1)
    ]
    rows.append(steps(first, LINES, len(tasks), lambda start: OpenChildTaskList(child.pupil_id, start), t))
    return Screen(text, [*rows, _back(OpenChildMenu(child.pupil_id).pack(), t)])


def task_screen(task: ChildGiven, t: Translator) -> Screen:
    """The task in full, its files, what was answered, what the teacher said; «Ответить»."""
    head = [
        t("child-given-head", subject=clip(task.subject, SUBJECT)),
        t("given-due", day=task.due_on) if task.due_on else t("child-given-is-material"),
        t("given-by", name=task.given_by, day=task.given_on),
    ]
    blocks = [
        "\n".join(head),
        t.data(task.body),
        t(_state(task)) if _state(task) else "",
        _answer(task, t),
        f"{t('answer-remark')}\n{t.data(task.remark)}" if task.remark else "",
    ]
    rows: Rows = [
        [Button(file_label(file, number, t), SendChildGivenFiles(task.pupil_id, task.task_id, file.id).pack())]
        for number, file in enumerate(task.files, 1)
    ]
    if len(task.files) > 1:
        label = t.plain("task-all-files", count=len(task.files))
        rows.append([Button(label, SendChildGivenFiles(task.pupil_id, task.task_id).pack())])
    rows += _answering(task, t)
    rows.append(_back(OpenChildTasks(task.pupil_id).pack(), t))
    return Screen("\n\n".join(block for block in blocks if block), rows)


def files_screen(task: ChildGiven, t: Translator) -> Screen:
    """The answer's files: look at one, take it away while the teacher has not looked."""
    rows: Rows = []
    for number, file in enumerate(task.answer_files, 1):
        which = (task.pupil_id, task.task_id, file.id)
        rows.append([Button(file_label(file, number, t), ShowAnswerFile(*which).pack())])
        if task.takes_answer:
            rows[-1].append(Button(t.plain("homework-file-remove"), RemoveAnswerFile(*which).pack()))
    if not task.answer_files:
        title = "homework-files-empty"
    else:
        title = "child-answer-files" if task.takes_answer else "given-files-look"
    return Screen(t(title), [*rows, _back(OpenChildGiven(task.pupil_id, task.task_id).pack(), t)])


def question(task: ChildGiven, t: Translator, limit_mb: int) -> str:
    """What may be sent, and for which task."""
    key = "child-answer-ask-more" if task.wrote else "child-answer-ask"
    return t(key, subject=clip(task.subject, SUBJECT), files=FILES, mb=limit_mb)


def rewrite_question(task: ChildGiven, t: Translator) -> str:
    """The words as they are, to be copied and changed."""
    now = f"{t('homework-ask-text-now')}\n{t.data(task.answer)}" if task.answer else ""
    return "\n\n".join(part for part in (t("child-answer-ask-again"), now) if part)


def note_toast(note: str, t: Translator, done: str) -> str:
    """What the tap met; `done` names the deed when it was done."""
    return t.plain(f"child-answer-note-{note}" if note else done)


def caption(task: ChildGiven, t: Translator) -> str:
    """What goes with a file."""
    return t("child-given-head", subject=clip(task.subject, SUBJECT))


def due_line(task: DueTask, t: Translator, limit: int) -> str:
    """On the day of the term, with so many characters of its words."""
    parts = [
        t.data(clip(" ".join(task.body.split()), limit)),
        t("task-files", count=task.files) if task.files else "",
        t("child-given-done") if task.answered else "",
    ]
    head = t("child-given-due", subject=clip(task.subject, SUBJECT))
    return f"{head} {' · '.join(part for part in parts if part)}"


def due_button(task: DueTask, t: Translator) -> Button:
    """Opens it from the day."""
    words = " ".join(task.body.split()) or t.plain("homework-files-only")
    label = t.plain("child-given-open", label=clip(f"{clip(task.subject, LABEL)}: {words}", ON_BUTTON))
    return task_button(task.pupil_id, task.task_id, label)


def task_button(pupil_id: int, task_id: int, label: str) -> Button:
    return Button(label, OpenChildGiven(pupil_id, task_id).pack())


def _line(number: int, task: ChildGiven, t: Translator) -> str:
    body = clip(" ".join(task.body.split()), ON_LINE) or t.plain("homework-files-only")
    parts = [
        t("child-given-line", number=number, subject=clip(task.subject, SUBJECT), body=body),
        t("given-line-due", day=task.due_on) if task.due_on else "",
        t("child-given-late") if task.late else "",
        t("child-given-more") if task.state is TaskState.OPEN and task.wrote else "",
    ]
    return " · ".join(part for part in parts if part)


def _label(task: ChildGiven, t: Translator) -> str:
    subject = clip(task.subject, LABEL)
    sign = SIGNS.get(task.state)
    if sign:
        return t.plain(f"child-given-label-{sign}", subject=subject)
    if task.due_on is None or task.state is TaskState.LEFT:
        return subject
    return t.plain("child-given-label-due", subject=subject, day=task.due_on)


def _state(task: ChildGiven) -> str:
    """The line on where the task stands; none where the rest says it."""
    if task.state is TaskState.OPEN:
        return "child-state-more" if task.wrote else "child-state-late" if task.late else ""
    return {
        TaskState.ANSWERED: "child-state-sent",
        TaskState.CHECKED: "child-state-checked",
        TaskState.LEFT: "child-state-left",
    }.get(task.state, "")


def _answer(task: ChildGiven, t: Translator) -> str:
    if not task.wrote:
        return ""
    files = t("task-files", count=len(task.answer_files)) if task.answer_files else ""
    words = t.data(clip(task.answer, ROOM - len(task.body) - len(task.remark)))
    return "\n".join(part for part in (t("child-answer-title"), words, files) if part)


def _answering(task: ChildGiven, t: Translator) -> Rows:
    which = (task.pupil_id, task.task_id)
    rows: Rows = []
    if task.takes_answer:
        label = t.plain("child-answer-more" if task.wrote else "child-answer-write")
        rows.append([Button(label, WriteAnswer(*which).pack(), style=None if task.wrote else "primary")])
    if task.answer and task.takes_answer:
        rows[-1].append(Button(t.plain("child-answer-rewrite"), RewriteAnswer(*which, task.rev).pack()))
    if task.answer_files:
        label = t.plain("child-answer-files-open", count=len(task.answer_files))
        rows.append([Button(label, OpenAnswerFiles(*which).pack())])
    return rows


def _back(to: str, t: Translator) -> list[Button]:
    return [Button(t.plain("back"), to), home_button(t)]
