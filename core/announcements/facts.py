"""What is known of announcements, for screens, messages and papers: no sentences, frozen (C2)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias

from core.terms import Acknowledgement, FileKind, Role

Spans: TypeAlias = list[Any]
"""[kind, offset, length, address or null] of each formatted stretch of a body, in characters."""


class State(StrEnum):
    """Where an announcement stands. WAITING: confirmed, its time is to come. OVER: its last day has passed."""

    DRAFT = "draft"
    WAITING = "waiting"
    PUBLISHED = "published"
    OVER = "over"
    WITHDRAWN = "withdrawn"


class Unit(NamedTuple):
    """A class."""

    id: int
    name: str


class Group(NamedTuple):
    """A group (its teaching load): subject, the group's own name (empty: the whole class), the classes' names."""

    id: int
    subject: str
    name: str
    classes: tuple[str, ...]


class FileLine(NamedTuple):
    """A file that goes with an announcement."""

    id: int
    name: str
    kind: FileKind


@dataclass(frozen=True)
class Audience:
    """Whom it is for. `guardians`, `pupils`: who of the families of the classes, grades, groups or of everybody.

    `gone`: chosen classes and groups that have no pupils any more (dissolved since).
    """

    classes: tuple[Unit, ...] = ()
    grades: tuple[int, ...] = ()
    groups: tuple[Group, ...] = ()
    everybody: bool = False
    guardians: bool = False
    pupils: bool = False
    roles: tuple[Role, ...] = ()
    all_staff: bool = False
    class_leaders: bool = False
    gone: tuple[str, ...] = ()

    @property
    def families(self) -> bool:
        """Whether any family is meant."""
        return self.everybody or bool(self.classes or self.grades or self.groups)

    @property
    def staff(self) -> bool:
        """Whether any of the staff are meant."""
        return self.all_staff or self.class_leaders or bool(self.roles)

    @property
    def nobody(self) -> bool:
        """Nothing was chosen that a person could follow from."""
        return not (self.staff or (self.families and (self.guardians or self.pupils)))


@dataclass(frozen=True)
class May:
    """Whom the author may write to. `school`: grades, everybody and staff too, and groups of any class."""

    classes: tuple[Unit, ...]
    groups: tuple[Group, ...]
    grades: tuple[int, ...] = ()
    school: bool = False


@dataclass(frozen=True)
class Draft:
    """An announcement being written; `publish_at` by the school's wall clock, None: at once.

    `note`: `already` (it stood so), `changed` (another phone was first: nothing was written), else empty.
    """

    id: int
    body: str
    spans: Spans
    files: tuple[FileLine, ...]
    audience: Audience
    may: May
    urgent: bool
    urgent_reason: str
    acknowledgement: Acknowledgement
    choices: tuple[str, ...]
    publish_at: datetime | None
    ends_on: date | None
    state: State
    rev: int
    note: str = ""

    @property
    def empty(self) -> bool:
        """Neither words nor a file."""
        return not (self.body or self.files)


@dataclass(frozen=True)
class Reach:
    """How many people get it: `connected` + `not_connected` + `unreachable` = `people`.

    Not connected: no chat, or no consent. Unreachable: every chat of theirs is blocked.
    """

    people: int = 0
    connected: int = 0
    not_connected: int = 0
    unreachable: int = 0


@dataclass(frozen=True)
class Preview:
    """Before it leaves: `words` are the frozen facts of the message (locales/announcing.py shows them).

    `classes`: the families' people by class (somebody with children in two classes stands in both), `staff`: the
    staff among them. `unheard`: it leaves at night and ends before families are woken: no message comes to them.
    """

    draft: Draft
    words: dict[str, Any]
    reach: Reach
    classes: tuple[tuple[Unit, Reach], ...]
    staff: Reach
    unheard: bool = False


@dataclass(frozen=True)
class Sent:
    """What came of the confirmation. `publish_at` None: at once; `note`: `already`, `changed` (nothing was sent)."""

    id: int
    publish_at: datetime | None
    note: str = ""


@dataclass(frozen=True)
class Line:
    """An announcement in a list. `at`: when it was published, is to be, or (a draft) was begun; local."""

    id: int
    first_words: str
    author: str
    at: datetime
    state: State
    acknowledgement: Acknowledgement
    waits: bool = False
    read: bool = True
    urgent: bool = False
    files: int = 0
    children: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mine:
    """The author's own drafts and announcements, the newest first, from place `first` of `count`."""

    lines: tuple[Line, ...]
    first: int
    count: int


@dataclass(frozen=True)
class Author:
    """Who wrote what stands on the board, and how much of it."""

    id: int
    name: str
    count: int


@dataclass(frozen=True)
class Board:
    """What is valid for the reader: what waits for an answer first, then the newest. `waiting`: how many wait.

    `author`: only what this person wrote.
    """

    lines: tuple[Line, ...]
    first: int
    count: int
    waiting: int
    author: Author | None = None


class OwnAnswer(NamedTuple):
    """What a family has answered for one of its children; None: nothing yet."""

    pupil_id: int
    name: str
    answer: str | None


@dataclass(frozen=True)
class Announced:
    """An announcement as its reader opens it.

    `mine`: the reader is among those it is for; `children`: given names of those by whom it concerns a family.
    `read_at` local; `answer`: the chosen one or the number; None until it was said for every child, `answer` also where
    it differs between them. `each`: a choice child by child, of a family with several of them. `may_answer`: it still
    takes an answer. `watches`: the reader may see its progress (`owner`: all of it, and withdraw it). `words`: as in
    Preview.
    """

    id: int
    author: str
    position: str
    body: str
    spans: Spans
    files: tuple[FileLine, ...]
    acknowledgement: Acknowledgement
    choices: tuple[str, ...]
    urgent: bool
    urgent_reason: str
    published_at: datetime | None
    publish_at: datetime | None
    ends_on: date | None
    state: State
    rev: int
    mine: bool
    children: tuple[str, ...]
    read_at: datetime | None
    answer: str | None
    may_answer: bool
    watches: bool
    owner: bool
    words: dict[str, Any] = field(default_factory=dict)
    note: str = ""
    each: tuple[OwnAnswer, ...] = ()
