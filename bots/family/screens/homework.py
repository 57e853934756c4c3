"""A child's homework: a few lines on the day, in full on a screen of its own, its files."""

from bots.family.screens.common import home_button
from bots.family.screens.menu import homework_button
from bots.family.screens.talks import write_button
from bots.shared.file_label import file_label
from bots.shared.lines import clip
from core.actions.diary_pages import TickTask
from core.actions.family import OpenChildDay
from core.actions.homework import OpenChildTask, SendChildFile, SendChildFiles
from core.homework.family import ChildTask
from core.homework.tasks import TaskFile
from locales import Button, Screen, Translator
from locales.screen import Rows

ON_DAY, SUBJECT, LABEL = 160, 30, 24


def task_lines(child: ChildTask, t: Translator, *, key: str = "task-due", limit: int = ON_DAY) -> list[str]:
    """The homework among other lines; `key` is how it begins (`task-due…`), the pupil's own tick goes before it."""
    head = t(key, subject=clip(child.subject, SUBJECT), day=child.task.due_on)
    line = f"{head} {task_parts(child, t, limit)}"
    return [f"✓ {line}" if child.done else line]


def task_parts(child: ChildTask, t: Translator, limit: int) -> str:
    """The words of a homework, its minutes and files, on one line."""
    task = child.task
    body = clip(" ".join(task.body.split()), limit)
    parts = [t.data(body), t("task-minutes", minutes=task.minutes) if task.minutes else "", _files(task.files, t)]
    return " · ".join(part for part in parts if part)


def tick_label(child: ChildTask, t: Translator) -> str:
    """What the pupil's button says: how it stands."""
    return t.plain("task-tick", done="yes" if child.done else "no")


def task_button(child: ChildTask, t: Translator, *, dated: bool = False) -> Button:
    """Opens the homework in full; `dated`, where homework of several days stands side by side."""
    files = len(child.task.files)
    if dated:
        label = t.plain("task-open-dated", subject=clip(child.subject, 16), day=child.task.due_on, files=files)
    else:
        key = "task-open-files" if files else "task-open"
        label = t.plain(key, subject=clip(child.subject, LABEL), files=files)
    return Button(label, OpenChildTask(child.pupil_id, child.task.id).pack())


def task_screen(child: ChildTask, t: Translator) -> Screen:
    """The whole homework and a button for each file."""
    task = child.task
    head = t("task-title", subject=clip(child.subject, SUBJECT), day=task.due_on, minutes=task.minutes or 0)
    rows: Rows = [
        [Button(file_label(file, number, t), SendChildFile(child.pupil_id, task.id, file.id).pack())]
        for number, file in enumerate(task.files, 1)
    ]
    if len(task.files) > 1:
        label = t.plain("task-all-files", count=len(task.files))
        rows.append([Button(label, SendChildFiles(child.pupil_id, task.id).pack())])
    if child.done is not None:
        rows.insert(0, [Button(tick_label(child, t), TickTask(child.pupil_id, task.id, not child.done).pack())])
    back = Button(t.plain("back"), OpenChildDay(child.pupil_id, task.due_on).pack())
    last = [back, homework_button(child.pupil_id, t), home_button(t)]
    rows.append([write_button(child.pupil_id, t, child.lesson_id)])
    return Screen("\n\n".join(part for part in (head, t.data(task.body)) if part), [*rows, last])


def _files(files: tuple[TaskFile, ...], t: Translator) -> str:
    return t("task-files", count=len(files)) if files else ""
