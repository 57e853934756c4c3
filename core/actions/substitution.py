"""Buttons of «Замены»: absent teachers, who takes a lesson, cancelling, moving, rooms.

`away`, `since` and `until` say that the button belongs to the list of that absent teacher's days, which it leads back
to; without them it belongs to the lesson alone. `seen` is the id of the lesson's last change that the screen had shown.
"""

from dataclasses import dataclass
from datetime import date

from core.actions.codec import Action


@dataclass(frozen=True)
class ChooseAway(Action, prefix="Sl"):
    """«Учитель отсутствует»: who?"""

    day: date
    page: int = 0


@dataclass(frozen=True)
class FindAway(Action, prefix="Sf"):
    """Asks for a few letters of the absent teacher's surname."""

    day: date


@dataclass(frozen=True)
class OpenAway(Action, prefix="Sw"):
    """The lessons of an absent teacher from a day to a day."""

    staff: int
    since: date
    until: date


@dataclass(frozen=True)
class AskAwayDays(Action, prefix="Sd"):
    """Asks for the days of the absence in words."""

    staff: int
    since: date


@dataclass(frozen=True)
class OpenChange(Action, prefix="Sc"):
    """One lesson: who could give it, and what else may be done with it."""

    lesson: int
    away: int | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class OpenCandidates(Action, prefix="Sn"):
    """Everybody who could give the lesson, those busy at that hour too."""

    lesson: int
    away: int | None = None
    since: date | None = None
    until: date | None = None
    page: int = 0


@dataclass(frozen=True)
class FindCandidate(Action, prefix="Si"):
    """Asks for a few letters of the substitute's surname."""

    lesson: int
    away: int | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Assign(Action, prefix="Sa"):
    """Let a teacher give the lesson."""

    lesson: int
    staff: int
    seen: int
    away: int | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class AssignBusy(Action, prefix="Sp"):
    """The same, although that teacher has another lesson at that hour."""

    lesson: int
    staff: int
    seen: int
    away: int | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Unassign(Action, prefix="Su"):
    """Give the lesson back to its own teacher."""

    lesson: int
    seen: int
    away: int | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class OpenTakers(Action, prefix="So"):
    """«Все уроки одному»: to whom?"""

    staff: int
    since: date
    until: date


@dataclass(frozen=True)
class GiveAll(Action, prefix="Sg"):
    """Let one teacher take every waiting lesson at whose hour that teacher is free."""

    staff: int
    taker: int
    since: date
    until: date


@dataclass(frozen=True)
class ComeBack(Action, prefix="Sk"):
    """The teacher is back: lessons still to come are own again."""

    staff: int
    since: date
    until: date


@dataclass(frozen=True)
class CancelLesson(Action, prefix="Sx"):
    """The lesson is not held; `insists`: although something was prepared for it."""

    lesson: int
    seen: int
    away: int | None = None
    since: date | None = None
    until: date | None = None
    insists: bool = False


@dataclass(frozen=True)
class RestoreLesson(Action, prefix="Sr"):
    """The lesson is held after all; `insists`: although something clashes with it."""

    lesson: int
    seen: int
    away: int | None = None
    since: date | None = None
    until: date | None = None
    insists: bool = False


@dataclass(frozen=True)
class OpenMove(Action, prefix="Sm"):
    """To which day? The days of the week that holds `day`."""

    lesson: int
    day: date


@dataclass(frozen=True)
class OpenMoveDay(Action, prefix="Sv"):
    """To which number of that day?"""

    lesson: int
    day: date


@dataclass(frozen=True)
class MoveLesson(Action, prefix="St"):
    """Let the lesson stand there; `insists`: although something clashes with it."""

    lesson: int
    day: date
    number: int
    seen: int
    insists: bool = False


@dataclass(frozen=True)
class OpenRoom(Action, prefix="Sh"):
    """In which room? Those free at that hour."""

    lesson: int


@dataclass(frozen=True)
class AskRoom(Action, prefix="Sj"):
    """Asks for the room in words."""

    lesson: int
    seen: int


@dataclass(frozen=True)
class SetRoom(Action, prefix="Se"):
    lesson: int
    seen: int
    room: str


@dataclass(frozen=True)
class OpenClassChanges(Action, prefix="Ss"):
    """The lessons of a class's day, to change one of them."""

    class_id: int
    day: date


@dataclass(frozen=True)
class ChooseClass(Action, prefix="Sq"):
    """The lessons of which class?"""

    day: date
