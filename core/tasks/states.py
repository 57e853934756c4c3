"""Where a pupil stands with an individual task."""

from datetime import date
from enum import StrEnum


class TaskState(StrEnum):
    """OPEN waits for the pupil, ANSWERED for the teacher; CHECKED is done with. MATERIAL asks for no answer.

    LEFT: the pupil is no longer on the page and never answered.
    """

    OPEN = "open"
    ANSWERED = "answered"
    CHECKED = "checked"
    MATERIAL = "material"
    LEFT = "left"


def state_of(*, due_on: date | None, answered: bool, checked: bool, on_page: bool) -> TaskState:
    """`answered`: an answer waits for the teacher; `checked`: the teacher has said what there is to say."""
    if checked:
        return TaskState.CHECKED
    if answered:
        return TaskState.ANSWERED
    if not on_page:
        return TaskState.LEFT
    return TaskState.MATERIAL if due_on is None else TaskState.OPEN


def is_late(due_on: date | None, day: date) -> bool:
    """Whether the day lies after the term."""
    return due_on is not None and day > due_on
