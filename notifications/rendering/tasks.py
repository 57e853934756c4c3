"""Individual tasks: given, changed, taken back; answered; remarked on."""

from datetime import date
from typing import Any

from core.actions.diary import OpenChildTasks
from core.actions.tasks import OpenAnswer, OpenChildGiven
from core.outbox import Kind
from locales import Button, Screen, Translator
from notifications.rendering.registry import renders
from notifications.rendering.words import classes_of


@renders(Kind.TASK_GIVEN)
def given(facts: dict[str, Any], t: Translator) -> Screen:
    """What was given."""
    return _task("push-task-given" if facts["due_on"] else "push-task-material", facts, t)


@renders(Kind.TASK_CHANGED)
def changed(facts: dict[str, Any], t: Translator) -> Screen:
    """The task as it is now."""
    return _task("push-task-changed", facts, t)


@renders(Kind.TASK_WITHDRAWN)
def withdrawn(facts: dict[str, Any], t: Translator) -> Screen:
    """It is not to be done any more."""
    parts = [t("push-task-withdrawn", **_named(facts)), t.data(facts["body"])]
    rest = Button(t.plain("diary-tasks-open"), OpenChildTasks(facts["pupil_id"]).pack())
    return Screen("\n\n".join(part for part in parts if part), [[rest]])


@renders(Kind.TASK_REMARKED)
def remarked(facts: dict[str, Any], t: Translator) -> Screen:
    """The teacher has looked, or wants more."""
    key = "push-task-more" if facts["more"] else "push-task-remarked" if facts["remark"] else "push-task-accepted"
    parts = [t(key, **_named(facts)), t.data(facts["remark"])]
    return Screen("\n\n".join(part for part in parts if part), [[_open(facts, t)]])


@renders(Kind.TASK_ANSWERED)
def answered(facts: dict[str, Any], t: Translator) -> Screen:
    """To the teacher: what came."""
    named = {"classes": classes_of(facts, t), "subject": facts["subject"], "pupil": facts["pupil"]}
    parts = [
        t("push-task-answered-late" if facts["late"] else "push-task-answered", **named),
        t.data(facts["answer"]),
        t("task-files", count=facts["files"]) if facts["files"] else "",
    ]
    opens = Button(t.plain("push-task-answer-open"), OpenAnswer(facts["task"], facts["pupil_id"]).pack())
    return Screen("\n\n".join(part for part in parts if part), [[opens]])


def _task(key: str, facts: dict[str, Any], t: Translator) -> Screen:
    term = _term(facts, t) if key != "push-task-material" else ""
    parts = [
        "\n".join(line for line in (t(key, **_named(facts)), term) if line),
        t.data(facts["body"]),
        t("task-files", count=facts["files"]) if facts["files"] else "",
    ]
    return Screen("\n\n".join(part for part in parts if part), [[_open(facts, t)]])


def _named(facts: dict[str, Any]) -> dict[str, Any]:
    return {"pupil": facts["pupil"], "subject": facts["subject"]}


def _term(facts: dict[str, Any], t: Translator) -> str:
    day = facts["due_on"]
    return t("given-due", day=date.fromisoformat(day)) if day else t("child-given-is-material")


def _open(facts: dict[str, Any], t: Translator) -> Button:
    return Button(t.plain("push-task-open"), OpenChildGiven(facts["pupil_id"], facts["task"]).pack())
