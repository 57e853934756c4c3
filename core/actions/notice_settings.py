"""Buttons of what comes to a phone by itself, and of a staff member's quiet hours. The values are absolute."""

from dataclasses import dataclass

from core.actions.codec import Action
from core.terms import MarkNotices


@dataclass(frozen=True)
class ChooseMarkNotices(Action, prefix="Nm"):
    """How to hear of marks?"""


@dataclass(frozen=True)
class SetMarkNotices(Action, prefix="Ns"):
    mode: MarkNotices


@dataclass(frozen=True)
class ChooseEveningCard(Action, prefix="Ne"):
    """When does the evening card come, or not at all?"""


@dataclass(frozen=True)
class SetEveningCard(Action, prefix="Nh"):
    """At this hour of the school's clock; none: it does not come."""

    hour: int | None = None


@dataclass(frozen=True)
class SetWeekCard(Action, prefix="Nw"):
    on: bool


@dataclass(frozen=True)
class SetHomeworkNews(Action, prefix="Nd"):
    """Whether a change of homework that was seen comes by itself."""

    on: bool


@dataclass(frozen=True)
class SetTimetableNews(Action, prefix="Nt"):
    """Whether changes of tomorrow's lessons come by themselves; today's always do."""

    on: bool


@dataclass(frozen=True)
class ChooseStaffQuiet(Action, prefix="Nq"):
    """The quiet hours to choose from (staff)."""


@dataclass(frozen=True)
class SetStaffQuiet(Action, prefix="Nu"):
    """Quiet from hour to hour of the school's clock; neither: never quiet (staff)."""

    from_hour: int | None = None
    to_hour: int | None = None
