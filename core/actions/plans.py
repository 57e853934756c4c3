"""Buttons of topics and course plans (КТП)."""

from dataclasses import dataclass
from enum import StrEnum

from core.actions.codec import Action
from core.terms import LessonKind


class LinePart(StrEnum):
    """What of a plan's line is written anew by a reply."""

    TOPIC = "t"
    HOURS = "h"
    HOMEWORK = "d"


@dataclass(frozen=True)
class Deliver(Action, prefix="Kd"):
    """The lesson delivers these portions and no others: `14x100.15x50` (line id, hundredths of an hour), `-`: none.

    `rev` is the page's revision that was on the screen.
    """

    lesson: int
    rev: int
    portions: str


@dataclass(frozen=True)
class OpenTopicLines(Action, prefix="Kt"):
    """More lines of the plan to choose the lesson's topic from, from a number on."""

    lesson: int
    first: int


@dataclass(frozen=True)
class OpenPlanLine(Action, prefix="Ko"):
    """One line of the plan of a journal page."""

    load: int
    line: int


@dataclass(frozen=True)
class EditPlanLine(Action, prefix="Ke"):
    """Asks for a part of a line in words."""

    load: int
    line: int
    part: LinePart


@dataclass(frozen=True)
class SetLineKind(Action, prefix="Kk"):
    """The kind of lesson that a line is."""

    load: int
    line: int
    kind: LessonKind


@dataclass(frozen=True)
class AddPlanLine(Action, prefix="Ka"):
    """Asks for the topic of a line after another (0: at the beginning); `seen`: the plan that was on the screen."""

    load: int
    after: int
    seen: str


@dataclass(frozen=True)
class MovePlanLine(Action, prefix="Km"):
    """Put a line at a number, the others give way."""

    load: int
    line: int
    to: int
    seen: str


@dataclass(frozen=True)
class AskRemovePlanLine(Action, prefix="Kq"):
    """Asks whether to remove an undelivered line."""

    load: int
    line: int


@dataclass(frozen=True)
class RemovePlanLine(Action, prefix="Kr"):
    """Remove an undelivered line, provided the plan is as seen."""

    load: int
    line: int
    seen: str


@dataclass(frozen=True)
class SplitPlanLine(Action, prefix="Ks"):
    """Make an undelivered line of several hours as many lines."""

    load: int
    line: int
    seen: str


@dataclass(frozen=True)
class OwnPlan(Action, prefix="Kw"):
    """Give the class a plan of its own, a copy of the grade's that serves it so far."""

    load: int
    plan: int


@dataclass(frozen=True)
class OpenPlanSources(Action, prefix="Kc"):
    """Plans that could be copied for a journal page."""

    load: int
    first: int = 0


@dataclass(frozen=True)
class PreviewCopy(Action, prefix="Kv"):
    """What copying a plan would bring; `grade`: for the whole grade level."""

    load: int
    source: int
    grade: bool


@dataclass(frozen=True)
class CopyPlan(Action, prefix="Ky"):
    """Copy a plan, provided that both are as on the screen."""

    load: int
    source: int
    grade: bool
    seen: str


@dataclass(frozen=True)
class UploadPlan(Action, prefix="Ku"):
    """Asks for a file with the plan."""

    load: int


@dataclass(frozen=True)
class PreviewPlanFile(Action, prefix="Kf"):
    """What the kept file would bring; `grade`: for the whole grade level."""

    load: int
    file: int
    grade: bool


@dataclass(frozen=True)
class TakePlanFile(Action, prefix="Kx"):
    """Take the kept file over as the plan; `split`: lines of several hours become as many lines."""

    load: int
    file: int
    grade: bool
    split: bool
    seen: str


@dataclass(frozen=True)
class DropPlanFile(Action, prefix="Kz"):
    """Do not take the kept file, and forget it."""

    load: int
    file: int


@dataclass(frozen=True)
class OpenPlans(Action, prefix="Kl"):
    """«КТП классов»: every journal page with the state of its plan; `all`: also those in order."""

    first: int = 0
    all: bool = False
