"""Individual tasks: those of a journal page, and one with where each pupil stands."""

from collections.abc import Sequence
from datetime import date

from bots.shared.file_label import file_label
from bots.shared.lines import clip, fitting
from bots.staff.screens.rows import back_row, in_rows, steps
from bots.staff.screens.today import class_names
from core.actions.diary import OpenPupilTasks
from core.actions.page import OpenJournal
from core.actions.tasks import (
    AddGivenFiles,
    AskWithdrawGiven,
    ChooseGivenTo,
    ChooseTerm,
    GiveToAll,
    OpenAnswer,
    OpenGiven,
    OpenGivenFiles,
    OpenTaskList,
    RemoveGivenFile,
    RewriteGiven,
    SendGivenFile,
    SetGivenTo,
    SetTerm,
    WithdrawGiven,
    WriteGiven,
    WriteTerm,
)
from core.tasks.giving import FILES, LIMIT, Given
from core.tasks.page import TaskPage
from core.tasks.reading import GivenTask, PageTasks, PupilAnswer, TaskLine
from core.tasks.states import TaskState
from locales import Button, Screen, Translator
from locales.screen import Rows

LINES, PUPILS = 12, 90
ON_LINE, ON_BUTTON, BODY = 140, 30, LIMIT
ONE_COLUMN_UP_TO = 12


def list_screen(tasks: PageTasks, first: int, t: Translator) -> Screen:
    """The tasks of a page: what each is, how many answered, how many answers wait."""
    page, shown = tasks.page, tasks.lines[first : first + LINES]
    rows: Rows = [[Button(_label(line, t), OpenGiven(line.id).pack())] for line in shown]
    rows.append(steps(first, LINES, len(tasks.lines), lambda start: OpenTaskList(page.load_id, start), t))
    if page.writes:
        rows.append([Button(t.plain("given-new"), WriteGiven(page.load_id).pack(), style="primary")])
    rows.append(back_row(OpenJournal(page.load_id), t))
    head = [t("given-title", **names(page, t)), "" if shown else t("given-none")]
    lines = fitting([line for line in head if line], [_line(x, t) for x in shown], lambda n: t("list-more", count=n))
    return Screen("\n".join(lines), rows)


def task_screen(task: GivenTask, t: Translator) -> Screen:
    """One task: until when, its words, where each pupil stands; a button a pupil and a part."""
    head = [
        t("given-head", **names(task.page, t)),
        term_line(task.due_on, t),
        t("given-by", name=task.given_by, day=task.given_on),
        t("homework-task-files", count=len(task.files)) if task.files else "",
        t("given-withdrawn") if task.withdrawn else "",
    ]
    body = t.data(clip(task.body, BODY))
    whom = [t("given-for-nobody")] if not task.pupils else []
    top = ["\n".join(line for line in head if line), *([f"\n{body}"] if body else []), "", *whom]
    states = [t("given-pupil", name=pupil.name, state=state_word(pupil, t)) for pupil in task.pupils]
    text = "\n".join(fitting(top, states, lambda count: t("list-more", count=count)))
    rows: Rows = in_rows([_pupil_button(task, pupil, t) for pupil in task.pupils[:PUPILS]], 2)
    if task.writes and not task.withdrawn:
        rows += _parts(task, t)
    elif task.files:
        rows.append([_files_button(task, t)])
    return Screen(text, [*rows, back_row(OpenPupilTasks(task.page.load_id), t)])


def pupils_screen(task: GivenTask, pupils: Sequence[tuple[int, str]], t: Translator) -> Screen:
    """A button a pupil of the page; those chosen carry a sign."""
    chosen = {pupil.pupil_id for pupil in task.pupils}
    buttons = [
        Button(
            t.plain("homework-pupil-chosen", name=name) if pupil_id in chosen else name,
            SetGivenTo(task.id, pupil_id, pupil_id not in chosen).pack(),
        )
        for pupil_id, name in pupils[:PUPILS]
    ]
    rows = in_rows(buttons, 1 if len(buttons) <= ONE_COLUMN_UP_TO else 2)
    if any(pupil_id not in chosen for pupil_id, _ in pupils):
        rows.append([Button(t.plain("given-to-all"), GiveToAll(task.id).pack())])
    onward = ChooseTerm(task.id) if task.due_on is None else OpenGiven(task.id)
    label = t.plain("given-onward-term" if task.due_on is None else "given-onward")
    if chosen:
        rows.append([Button(label, onward.pack(), style="primary")])
    text = "\n".join([t("given-choose-pupils"), t("given-chosen", count=len(chosen))])
    return Screen(text, [*rows, back_row(OpenGiven(task.id), t)])


def term_screen(task: GivenTask, days: Sequence[date], t: Translator) -> Screen:
    """The page's next lessons, a day in words, or no term."""
    buttons = [
        Button(
            t.plain("homework-due-chosen" if day == task.due_on else "homework-due-lesson", day=day),
            SetTerm(task.id, day, task.rev).pack(),
        )
        for day in days
    ]
    none = "given-term-none-chosen" if task.due_on is None else "given-term-none"
    rows = [
        *in_rows(buttons, 2),
        [Button(t.plain("homework-due-other"), WriteTerm(task.id, task.rev).pack())],
        [Button(t.plain(none), SetTerm(task.id, None, task.rev).pack())],
    ]
    return Screen(t("given-choose-term"), [*rows, back_row(OpenGiven(task.id), t)])


def files_screen(task: GivenTask, t: Translator) -> Screen:
    """A row a file: look at it, take it away; and «Добавить» while there is room."""
    changes = task.writes and not task.withdrawn
    rows: Rows = []
    for number, file in enumerate(task.files, 1):
        rows.append([Button(file_label(file, number, t), SendGivenFile(task.id, file.id).pack())])
        if changes:
            rows[-1].append(Button(t.plain("homework-file-remove"), RemoveGivenFile(task.id, file.id).pack()))
    if changes and len(task.files) < FILES:
        rows.append([Button(t.plain("homework-files-add"), AddGivenFiles(task.id).pack())])
    title = "homework-files-empty" if not task.files else "homework-files-title" if changes else "given-files-look"
    return Screen(t(title), [*rows, back_row(OpenGiven(task.id), t)])


def withdraw_screen(task: GivenTask, t: Translator) -> Screen:
    """One more tap before it is gone."""
    yes = Button(t.plain("homework-withdraw-yes"), WithdrawGiven(task.id, task.rev).pack(), style="danger")
    sure = f"{t('given-withdraw-sure')}\n\n{t.data(clip(task.body, BODY))}".rstrip()
    return Screen(sure, [[yes], back_row(OpenGiven(task.id), t)])


def question(page: TaskPage, t: Translator) -> str:
    """«Напишите задание»: on which page."""
    return t("given-ask", **names(page, t))


def rewrite_question(task: GivenTask, t: Translator) -> str:
    """The words as they are, to be copied and changed."""
    now = f"{t('homework-ask-text-now')}\n{t.data(clip(task.body, BODY))}" if task.body else ""
    return "\n\n".join(part for part in (t("homework-ask-text"), now) if part)


def note_toast(found: Given, t: Translator) -> str:
    """What the tap met; that it is written, when nothing was in the way."""
    key = "given-note-wrote" if found.note == "wrote" else f"homework-note-{found.note}"
    return t.plain(key) if found.note else t.plain("homework-saved")


def names(page: TaskPage, t: Translator) -> dict[str, str]:
    """Which page, as facts of a message."""
    return {"classes": class_names(page.classes, page.group, t), "subject": page.subject}


def term_line(due_on: date | None, t: Translator) -> str:
    """«До 25 ноября, среда», or that it is a material."""
    return t("given-due", day=due_on) if due_on else t("given-material")


def state_word(pupil: PupilAnswer, t: Translator) -> str:
    """Where the pupil stands, in a word or two."""
    state: str = pupil.state
    if pupil.state in {TaskState.OPEN, TaskState.MATERIAL}:
        late = pupil.late and pupil.state is TaskState.OPEN
        state = "returned" if pupil.wrote else "late" if late else "seen" if pupil.seen else "unseen"
    elif pupil.state is TaskState.ANSWERED and pupil.late:
        state = "answered-late"
    return t.plain(f"given-state-{state}")


def _pupil_button(task: GivenTask, pupil: PupilAnswer, t: Translator) -> Button:
    key = {TaskState.ANSWERED: "given-waiting-label", TaskState.CHECKED: "given-checked-label"}.get(pupil.state)
    label = t.plain(key, label=pupil.name) if key else pupil.name
    return Button(label, OpenAnswer(task.id, pupil.pupil_id).pack())


def _parts(task: GivenTask, t: Translator) -> Rows:
    whom = Button(
        t.plain("homework-button-pupils"),
        ChooseGivenTo(task.id).pack(),
        style=None if task.pupils else "primary",
    )
    return [
        [whom, Button(t.plain("homework-button-due"), ChooseTerm(task.id).pack()), _files_button(task, t)],
        [
            Button(t.plain("homework-button-rewrite"), RewriteGiven(task.id, task.rev).pack()),
            Button(t.plain("homework-button-withdraw"), AskWithdrawGiven(task.id).pack()),
        ],
    ]


def _files_button(task: GivenTask, t: Translator) -> Button:
    count = len(task.files)
    label = t.plain("homework-button-files-count", count=count) if count else t.plain("homework-button-files")
    return Button(label, OpenGivenFiles(task.id).pack())


def _line(line: TaskLine, t: Translator) -> str:
    parts = [
        t("given-line", body=brief(line.body, ON_LINE, t)),
        t("given-line-due", day=line.due_on) if line.due_on else t("given-line-material"),
        _whom(line, t),
        t("given-line-answered", answered=line.answered, pupils=line.pupils) if line.due_on and line.pupils else "",
        t("given-line-waiting", count=line.waiting) if line.waiting else "",
    ]
    return " · ".join(part for part in parts if part)


def _whom(line: TaskLine, t: Translator) -> str:
    if line.only:
        return t("given-line-only", name=line.only)
    return t("given-line-pupils", count=line.pupils) if line.pupils else t("given-line-nobody")


def _label(line: TaskLine, t: Translator) -> str:
    label = t.plain("given-label", body=brief(line.body, ON_BUTTON, t))
    return t.plain("given-waiting-label", label=label) if line.waiting else label


def brief(body: str, limit: int, t: Translator) -> str:
    """The task in one line."""
    return clip(" ".join(body.split()), limit) or t.plain("homework-files-only")
