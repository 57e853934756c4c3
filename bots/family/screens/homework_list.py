"""A child's homework by date or of a subject, with what is owed; the pupil ticks what is done."""

from datetime import timedelta
from itertools import groupby

from bots.family.screens.common import back_button, child_name, columns, home_button, sibling_rows, within_message
from bots.family.screens.homework import task_button, task_parts, tick_label
from bots.family.screens.lesson_lines import KIND, SUBJECT
from bots.family.screens.menu import menu_button
from bots.shared.lines import FIT_CHARS, clip
from core.actions.diary import OpenChildHomework
from core.actions.diary_pages import ChooseHomeworkSubject, OpenChildLesson, OpenHomeworkAt, TickInList
from core.actions.family import OpenChildDay
from core.diary.homework_list import Debt, HomeworkList, HomeworkSubjects
from core.homework.family import ChildTask
from locales import Button, Screen, Translator
from locales.screen import Rows

BODIES = (200, 80, 30)
DEBTS, BUTTONS = 8, 36


def homework_screen(shown: HomeworkList, t: Translator) -> Screen:
    """What is owed, then what is to be done, day by day."""
    told = [[_title(shown, t), _debts(shown, t), *_days(shown, t, limit)] for limit in BODIES]
    fitting = (b for b in told if sum(len(block) + 2 for block in b) <= FIT_CHARS)
    blocks = [block for block in next(fitting, told[-1]) if block]
    return Screen(within_message(blocks, t), _rows(shown, t))


def subjects_screen(shown: HomeworkSubjects, t: Translator) -> Screen:
    """Of which subject?"""
    pupil = shown.child.pupil_id
    name = child_name(shown.child.surname, shown.child.given_name)
    buttons = [Button(clip(name_, 28), OpenChildHomework(pupil, subject).pack()) for subject, name_ in shown.subjects]
    back = back_button(t, OpenChildHomework(pupil).pack())
    return Screen(t("homework-subjects", name=name), [*columns(buttons[:80]), [back, home_button(t)]])


def _title(shown: HomeworkList, t: Translator) -> str:
    head = t("homework-title", name=child_name(shown.child.surname, shown.child.given_name))
    if shown.subject:
        head += "\n" + t("homework-subject", subject=clip(shown.subject, SUBJECT))
    return head if shown.ahead else head + "\n" + t("span-days", starts=shown.first, ends=shown.last)


def _debts(shown: HomeworkList, t: Translator) -> str:
    lines = [_debt(debt, t) for debt in shown.debts[:DEBTS]]
    if len(shown.debts) > DEBTS:
        lines.append(t("homework-debts-more", count=len(shown.debts) - DEBTS))
    return "\n".join([t("homework-debts"), *lines]) if lines else ""


def _debt(debt: Debt, t: Translator) -> str:
    return t("homework-debt", subject=clip(debt.subject, SUBJECT), day=debt.day, kind=clip(debt.kind, KIND))


def _days(shown: HomeworkList, t: Translator, limit: int) -> list[str]:
    if not shown.tasks:
        return [t("homework-ahead-none" if shown.ahead else "homework-week-none")]
    found = []
    for day, tasks in groupby(shown.tasks, key=lambda child: child.task.due_on):
        distance = {0: "today", 1: "tomorrow"}.get((day - shown.today).days, "other")
        lines = [_task(child, t, limit) for child in tasks]
        found.append("\n".join([t("homework-day", day=day, when=distance), *lines]))
    return found


def _task(child: ChildTask, t: Translator, limit: int) -> str:
    head = t("homework-of", subject=clip(child.subject, SUBJECT), done="yes" if child.done else "no")
    return f"{head} {task_parts(child, t, limit)}"


def _rows(shown: HomeworkList, t: Translator) -> Rows:
    pupil = shown.child.pupil_id
    if shown.own:
        tasks = [[task_button(child, t, dated=True), _tick(shown, child, t)] for child in shown.tasks[:BUTTONS]]
    else:
        tasks = columns([task_button(child, t, dated=True) for child in shown.tasks[:BUTTONS]])
    owed = [_open_debt(pupil, debt, t) for debt in shown.debts[:DEBTS]]
    by_subject = Button(t.plain("homework-by-subject"), ChooseHomeworkSubject(pupil).pack())
    everything = Button(t.plain("homework-by-date"), OpenChildHomework(pupil).pack())
    return [
        *tasks,
        *columns(owed),
        _beside(shown, t),
        [by_subject, everything] if shown.subject_id else [by_subject],
        *sibling_rows(shown.siblings, OpenChildHomework, t),
        [back_button(t, OpenChildDay(pupil).pack()), menu_button(pupil, t), home_button(t)],
    ]


def _tick(shown: HomeworkList, child: ChildTask, t: Translator) -> Button:
    """Carries what is to be so, and where the finger came from."""
    day = None if shown.ahead else shown.last
    action = TickInList(child.pupil_id, child.task.id, not child.done, shown.subject_id, day)
    return Button(tick_label(child, t), action.pack())


def _open_debt(pupil: int, debt: Debt, t: Translator) -> Button:
    label = t.plain("homework-debt-open", subject=clip(debt.subject, 16), day=debt.day)
    return Button(label, OpenChildLesson(pupil, debt.lesson_id).pack())


def _beside(shown: HomeworkList, t: Translator) -> list[Button]:
    """Earlier and later; from the past, the way back to what lies ahead."""
    pupil, subject = shown.child.pupil_id, shown.subject_id
    before = OpenHomeworkAt(pupil, shown.first - timedelta(days=1), subject)
    row = [Button(t.plain("homework-before"), before.pack())]
    if not shown.ahead:
        length = (shown.last - shown.first).days + 1
        after = OpenHomeworkAt(pupil, shown.last + timedelta(days=length), subject)
        row.append(Button(t.plain("homework-ahead"), OpenChildHomework(pupil, subject).pack()))
        row.append(Button(t.plain("homework-after"), after.pack()))
    return row
