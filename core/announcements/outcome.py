"""What came of an announcement, for screens and papers: no sentences, frozen (C2)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, NamedTuple

from core.announcements.facts import State, Unit
from core.terms import Acknowledgement


@dataclass(frozen=True)
class Count:
    """People of an announcement; `read` + `silent` + `unreachable` + `not_connected` = `people`.

    `delivered` came to a phone of theirs. `read`, `answered`: for every child by whom it concerns them; `silent`: who
    can be written to and has not. Not connected and unreachable as in Reach, of those who have not read.
    """

    people: int = 0
    delivered: int = 0
    read: int = 0
    answered: int = 0
    silent: int = 0
    unreachable: int = 0
    not_connected: int = 0


class Said(NamedTuple):
    """How many people gave an answer, and of how many children (pupils themselves among them) it was given."""

    answer: str
    people: int
    children: int


@dataclass(frozen=True)
class Progress:
    """How it goes. `answers` in the order of the choices; of numbers the numbers, ascending.

    `total`: the sum of the numbers, each person's once. `classes`: by class; `staff`: the staff among the readers.
    `part`: only the reader's own classes are counted. `may_remind`: somebody silent can be reminded
    today; `reminded_at` local.
    """

    id: int
    first_words: str
    state: State
    acknowledgement: Acknowledgement
    published_at: datetime | None
    publish_at: datetime | None
    ends_on: date | None
    rev: int
    count: Count
    answers: tuple[Said, ...]
    total: int
    classes: tuple[tuple[Unit, Count], ...]
    staff: Count
    part: bool
    owner: bool
    may_remind: bool
    reminded_at: datetime | None
    note: str = ""


@dataclass(frozen=True)
class ReaderLine:
    """A reader on the sheet, once for each child. `what`: kinship, position, or empty of a pupil; `child`: of whom.

    `state`: `read`, `delivered`, `sent` (on its way), `board` (no message: connected later), `unreachable`,
    `not_connected`.
    """

    name: str
    what: str
    child: str
    class_name: str
    state: str
    read_at: datetime | None
    answer: str | None


class OfChild(NamedTuple):
    """By which child an announcement concerns somebody, and what was answered for it. No name: a colleague or a pupil
    oneself.
    """

    name: str
    class_name: str
    answer: str | None


@dataclass(frozen=True)
class PersonLine:
    """A person among the readers, once. `what`, `state`: as of a ReaderLine."""

    name: str
    what: str
    children: tuple[OfChild, ...]
    state: str
    read_at: datetime | None


@dataclass(frozen=True)
class Names:
    """Readers of one sort, from place `first` of `count` people; `unit` None: of everybody."""

    id: int
    unit: Unit | None
    lines: tuple[PersonLine, ...]
    first: int
    count: int


@dataclass(frozen=True)
class SheetPart:
    """A class (or, without a name, the staff) on the sheet."""

    name: str
    lines: tuple[ReaderLine, ...]


@dataclass(frozen=True)
class SheetFacts:
    """The sheet of acknowledgements; `at` is the moment it shows, local. `of`: what its readers read."""

    id: int
    school: str
    author: str
    position: str
    body: str
    published_at: datetime
    ends_on: date | None
    acknowledgement: Acknowledgement
    count: Count
    answers: tuple[Said, ...]
    total: int
    parts: tuple[SheetPart, ...]
    at: datetime
    of: Literal["announcement", "document"] = "announcement"
