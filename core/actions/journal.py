"""Buttons of the class journal and of the groups of a subject."""

from dataclasses import dataclass
from datetime import date

from core.actions.codec import Action


@dataclass(frozen=True)
class OpenOwnJournals(Action, prefix="Jo"):
    """The person's own pages, from one on."""

    first: int = 0


@dataclass(frozen=True)
class OpenSchoolJournals(Action, prefix="Js"):
    """The classes of the school, each with its pages, from one on."""

    first: int = 0


@dataclass(frozen=True)
class OpenClassJournals(Action, prefix="Jc"):
    """The pages of a class, from one on."""

    class_id: int
    first: int = 0


@dataclass(frozen=True)
class OpenJournalPeriod(Action, prefix="Jp"):
    """A journal page over a whole study period."""

    load: int
    period: int


@dataclass(frozen=True)
class OpenJournalLessons(Action, prefix="Jd"):
    """The lessons of a page in a month or a study period, from one on; each opens its page."""

    load: int
    month: date | None = None
    period: int | None = None
    first: int = 0


@dataclass(frozen=True)
class SendJournalSheet(Action, prefix="Jx"):
    """The page of a month or a study period as a spreadsheet."""

    load: int
    month: date | None = None
    period: int | None = None


@dataclass(frozen=True)
class OpenGroupFrom(Action, prefix="Gf"):
    """The pupils of a page's group, from one on."""

    load: int
    first: int


@dataclass(frozen=True)
class OpenGroupPupil(Action, prefix="Gp"):
    """Where a pupil of a page's classes may be moved to among the subject's groups."""

    load: int
    pupil: int


@dataclass(frozen=True)
class MoveToGroup(Action, prefix="Gm"):
    """From `day` on the pupil is in the group of `target` (none: in no group), having seen the membership `seen`.

    `load` is the page that the button stood on.
    """

    load: int
    pupil: int
    target: int | None
    day: date
    seen: int
