"""Whom a homework is for, and its files: the screens with long lists."""

from collections.abc import Sequence

from bots.shared.file_label import file_label
from bots.staff.screens.homework import back_to_task
from bots.staff.screens.rows import in_rows
from core.actions.homework import AddTaskFiles, RemoveTaskFile, SendTaskFile, SetEverybody, SetTaskPupil
from core.homework.changing import Changed
from core.homework.giving import FILES
from locales import Button, Screen, Translator
from locales.screen import Rows

PUPILS = 90
ONE_COLUMN_UP_TO = 12


def pupils_screen(found: Changed, pupils: Sequence[tuple[int, str]], t: Translator) -> Screen:
    """A button a pupil; those chosen carry a sign."""
    task = found.task
    chosen = {pupil_id for pupil_id, _ in task.chosen}
    buttons = [
        Button(
            t.plain("homework-pupil-chosen", name=name) if pupil_id in chosen else name,
            SetTaskPupil(task.id, pupil_id, pupil_id not in chosen, task.rev).pack(),
        )
        for pupil_id, name in pupils[:PUPILS]
    ]
    width = 1 if len(buttons) <= ONE_COLUMN_UP_TO else 2
    label = t.plain("homework-everybody" if chosen else "homework-everybody-chosen")
    rows: Rows = [[Button(label, SetEverybody(task.id, task.rev).pack())]]
    rows += in_rows(buttons, width)
    return Screen(t("homework-choose-pupils"), [*rows, back_to_task(task, t)])


def files_screen(found: Changed, t: Translator) -> Screen:
    """A row a file: look at it, take it away; and «Добавить» while there is room."""
    task = found.task
    rows: Rows = [
        [
            Button(file_label(file, number, t), SendTaskFile(task.id, file.id).pack()),
            Button(t.plain("homework-file-remove"), RemoveTaskFile(task.id, file.id).pack()),
        ]
        for number, file in enumerate(task.files, 1)
    ]
    if len(task.files) < FILES:
        rows.append([Button(t.plain("homework-files-add"), AddTaskFiles(task.id).pack())])
    title = t("homework-files-title" if task.files else "homework-files-empty")
    return Screen(title, [*rows, back_to_task(task, t)])
