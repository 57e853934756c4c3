"""What a pupil answered to an individual task, and what the teacher may do about it."""

from bots.shared.file_label import file_label
from bots.staff.screens.rows import back_row
from bots.staff.screens.tasks import ON_LINE, brief, names, state_word, term_line
from core.actions.tasks import (
    AcceptAnswer,
    OpenAnswer,
    OpenGiven,
    ReturnAnswer,
    SendAnswerFiles,
    WriteTaskRemark,
)
from core.tasks.reading import GivenTask, PupilAnswer
from core.tasks.review import Reviewed
from core.tasks.states import TaskState
from locales import Button, Screen, Translator
from locales.screen import Rows


def answer_screen(found: Reviewed, t: Translator) -> Screen:
    """The answer in full, its files, the remark; «Принято», a word on it, «Вернуть»."""
    task, answer = found.task, found.answer
    head = [
        t("answer-title", name=answer.name, **names(task.page, t)),
        term_line(task.due_on, t),
        t("given-line", body=brief(task.body, ON_LINE, t)),
        t("given-pupil-left") if not answer.on_page else "",
    ]
    blocks = [
        "\n".join(line for line in head if line),
        _state(answer, t),
        f"{t('answer-words')}\n{t.data(answer.answer)}" if answer.answer else "",
        f"{t('answer-remark')}\n{t.data(answer.remark)}" if answer.remark else "",
    ]
    rows: Rows = [
        [Button(file_label(file, number, t), SendAnswerFiles(task.id, answer.pupil_id, file.id).pack())]
        for number, file in enumerate(answer.files, 1)
    ]
    if len(answer.files) > 1:
        label = t.plain("task-all-files", count=len(answer.files))
        rows.append([Button(label, SendAnswerFiles(task.id, answer.pupil_id).pack())])
    if task.due_on is not None or answer.wrote:
        rows += _reviewing(task, answer, t)
    waits = next((p for p in _after(task, answer) if p.state is TaskState.ANSWERED), None)
    if waits is not None:
        label = t.plain("answer-next", name=waits.name)
        rows.append([Button(label, OpenAnswer(task.id, waits.pupil_id).pack())])
    return Screen("\n\n".join(block for block in blocks if block), [*rows, back_row(OpenGiven(task.id), t)])


def remark_question(found: Reviewed, t: Translator) -> str:
    """Whose answer the remark is on; the remark as it is."""
    answer = found.answer
    now = f"{t('homework-ask-text-now')}\n{t.data(answer.remark)}" if answer.remark else ""
    return "\n\n".join(part for part in (t("answer-ask-remark", name=answer.name), now) if part)


def note_toast(found: Reviewed, t: Translator, done: str) -> str:
    """What the tap met; `done` names the deed when it was done."""
    return t.plain(f"answer-note-{found.note}" if found.note else done)


def caption(found: Reviewed, t: Translator) -> str:
    """What goes with a file of the answer."""
    return t("answer-caption", name=found.answer.name, subject=found.task.page.subject)


def _state(answer: PupilAnswer, t: Translator) -> str:
    lines = [t("answer-state", state=state_word(answer, t))]
    if answer.answered_at is not None:
        lines.append(t("answer-at", day=answer.answered_at, at=answer.answered_at))
    return "\n".join(lines)


def _reviewing(task: GivenTask, answer: PupilAnswer, t: Translator) -> Rows:
    if not task.writes or task.withdrawn:
        return []
    seen = (task.id, answer.pupil_id, answer.rev)
    checked = answer.state is TaskState.CHECKED
    remark = "answer-remark-change" if answer.remark else "answer-remark-write"
    row = [] if checked else [Button(t.plain("answer-accept"), AcceptAnswer(*seen).pack(), style="primary")]
    row.append(Button(t.plain(remark), WriteTaskRemark(*seen).pack()))
    back = [Button(t.plain("answer-return"), ReturnAnswer(*seen).pack())]
    return [row, *([back] if checked or answer.state is TaskState.ANSWERED else [])]


def _after(task: GivenTask, answer: PupilAnswer) -> list[PupilAnswer]:
    """The others, beginning with whoever stands next in the list."""
    place = task.pupils.index(answer)
    return [*task.pupils[place + 1 :], *task.pupils[:place]]
