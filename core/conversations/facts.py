"""What is known of conversations, for screens and messages: no sentences, frozen (C1)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias

from core.terms import FileKind, Topic

Spans: TypeAlias = list[Any]
"""[kind, offset, length, address or null] of each formatted stretch of a body, in characters."""
Who: TypeAlias = Literal["staff", "guardian", "pupil", "office"]


@dataclass(frozen=True)
class TalkLine:
    """A conversation in a list. `others`: the other sides' names (an office by its code); `about`: pupil and class."""

    id: int
    topic: Topic
    others: tuple[str, ...]
    about: str
    last_words: str
    last_mine: bool
    last_at: datetime
    unread: int
    has_files: bool


@dataclass(frozen=True)
class Inbox:
    """A page of conversations from place `first` of `count`; `unread`: how many of all hold something unread."""

    lines: tuple[TalkLine, ...]
    first: int
    count: int
    unread: int


@dataclass(frozen=True)
class Side:
    """A side of a conversation. `what`: position, kinship, class, or the code of an office.

    `connected`: has a chat with a bot (an office: one of its holders has). `reads_at`: when a word sent now would
    come to them, None: at once. `left`: works, studies here or sits in this conversation no longer. `awaited`: left the
    school, and nobody has taken the conversation over yet.
    """

    participant: int
    kind: Who
    person_id: int | None
    name: str
    what: str
    connected: bool = False
    reads_at: datetime | None = None
    mine: bool = False
    left: bool = False
    awaited: bool = False
    muted_until: datetime | None = None


@dataclass(frozen=True)
class Said:
    """A message. `side`: the participant; `name`: who wrote (of an office: the very person).

    `delivered`: it is on a phone of another side; `read`: another side opened or answered it; `arrives_at`: when it
    will come to the other side, None once it has or if at once; `unread_by`: how many of `readers`, the other sides
    that are still there, have not read it.
    """

    id: int
    side: int
    name: str
    mine: bool
    body: str
    spans: Spans
    files: tuple[tuple[int, FileKind, str], ...]
    at: datetime
    edited: bool
    urgent_reason: str
    delivered: bool
    read: bool
    arrives_at: datetime | None = None
    unread_by: int = 0
    readers: int = 1


@dataclass(frozen=True)
class Talk:
    """A conversation as one side sees it; `messages` oldest first, `older`: there are more before them.

    `why_not`: why the actor may not write: `left` (the pupil or the actor's side left), `alone` (nobody is there to
    read), `muted` (until `muted_until`), `watching` (management reads on a complaint). `complaint`: one stands open.
    `mine`: the actor's participant, 0 for management reading on a complaint. `complaint_id`: the open complaint.
    """

    id: int
    topic: Topic
    sides: tuple[Side, ...]
    pupil_id: int | None
    about: str
    class_id: int | None
    lesson: str
    messages: tuple[Said, ...]
    older: bool
    may_write: bool
    why_not: str
    muted_until: datetime | None
    complaint: bool
    mine: int
    complaint_id: int | None = None
    may_mute: tuple[int, ...] = ()
    """Participants whom the actor may mute."""


@dataclass(frozen=True)
class Addressee:
    """Whom a family may write to: a member of staff, or (`staff_id` None) the administration.

    `subjects` taught to the child; `leads`: the class leader; `of_lesson`: teaches the lesson asked about;
    `connected`: has a chat with the bot (else reads in the journal only once connected).
    """

    staff_id: int | None
    name: str
    subjects: tuple[str, ...]
    leads: bool
    of_lesson: bool
    connected: bool


@dataclass(frozen=True)
class Addressees:
    pupil_id: int
    pupil: str
    class_name: str
    lesson_id: int | None
    lesson: str
    people: tuple[Addressee, ...]


@dataclass(frozen=True)
class FamilyPerson:
    """A guardian, or (`guardian_id` None) the pupil; `what`: the kinship."""

    guardian_id: int | None
    name: str
    what: str
    connected: bool


@dataclass(frozen=True)
class FamilyPeople:
    """To whom of a pupil's family a member of staff may write; guardians first, the pupil last."""

    pupil_id: int
    pupil: str
    class_name: str
    class_id: int | None
    lesson_id: int | None
    lesson: str
    people: tuple[FamilyPerson, ...]


@dataclass(frozen=True)
class FoundPupil:
    """A pupil to whose family a member of staff may write."""

    pupil_id: int
    name: str
    class_name: str


@dataclass(frozen=True)
class Colleague:
    """A member of staff whom another may write to."""

    staff_id: int
    name: str
    position: str
    connected: bool


@dataclass(frozen=True)
class Wrote:
    """What became of words: where they are and when each other side has them (None: at once).

    `again`: this very message was written before. `unconnected`: names of those who have no chat yet and read it
    once they are connected. `silent`: those muted, who cannot answer until that moment. `awaited`: those who left the
    school and whose successor will read it.
    """

    conversation_id: int
    message_id: int
    arrivals: tuple[tuple[str, datetime | None], ...]
    again: bool
    unconnected: tuple[str, ...] = ()
    silent: tuple[tuple[str, datetime], ...] = ()
    awaited: tuple[str, ...] = ()


@dataclass(frozen=True)
class KeptDraft:
    id: int
    body: str
    spans: Spans
    files: tuple[int, ...]
    used: bool


@dataclass(frozen=True)
class MutedPerson:
    """`kind` and `person_id` name whom; `by`: who muted; times are local."""

    mute_id: int
    kind: Who
    person_id: int
    name: str
    what: str
    reason: str
    by: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class ComplaintLine:
    """A complaint in the management's list; `at`, `closed_at` local."""

    id: int
    conversation_id: int
    by: str
    about: str
    said: str
    at: datetime
    outcome: str
    closed_at: datetime | None
