"""What is still to be entered on a lesson's page (regulations.md, «lesson page must name»; K2)."""

from collections.abc import Collection
from dataclasses import dataclass

from core.terms import LessonKind

ROLL, TOPIC, KIND, TASKS, ICT, HOMEWORK = PARTS = ("roll", "topic", "kind", "tasks", "ict", "homework")
"""The parts of a page in the order in which it shows them."""


@dataclass(frozen=True)
class PageFilling:
    """What stands on a page. `kind` None: not chosen. `ict` None: nothing said; empty: none was used.

    `homework`: something was given, or it was said that nothing is.
    """

    grade: int
    roll_taken: bool
    topic: str
    kind: LessonKind | None
    tasks: str
    ict: str | None
    homework: bool


def missing(page: PageFilling, requires: Collection[str], *, homework_in_grade_1: bool) -> tuple[str, ...]:
    """The parts still to be entered, in the page's order. `requires`: the regulation's `page_requires`.

    Roll and topic are always asked for, homework of every grade that may have any; a cancelled lesson, or one still
    to come, is the caller's to leave out.
    """
    there = {
        ROLL: page.roll_taken,
        TOPIC: bool(page.topic),
        KIND: page.kind is not None or KIND not in requires,
        TASKS: bool(page.tasks) or TASKS not in requires,
        ICT: page.ict is not None or ICT not in requires,
        HOMEWORK: page.homework or (page.grade == 1 and not homework_in_grade_1),
    }
    return tuple(part for part in PARTS if not there[part])
