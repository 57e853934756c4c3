"""Whether an entry may be made now, until when, by which rule, and who else may still make it (J6)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.terms import Role


class EntryKind(StrEnum):
    """What is entered on a lesson's page. The topic's window holds for kind, tasks, ICT and remarks too."""

    ROLL = "roll"
    TOPIC = "topic"
    HOMEWORK = "homework"
    MARK = "mark"
    MARK_CHANGE = "mark_change"


class Verdict(StrEnum):
    """OPEN: write. REASON: this person may, against the term and with a reason. EARLY: the lesson is still to come.

    CLOSED: the term is over, a request may be sent. NEVER: the rules forbid it altogether. DENIED: not this person's
    page.
    """

    OPEN = "open"
    REASON = "reason"
    EARLY = "early"
    CLOSED = "closed"
    NEVER = "never"
    DENIED = "denied"


@dataclass(frozen=True)
class Standing:
    """What a person is to a lesson's page."""

    teaches: bool = False
    leads: bool = False
    deputy: bool = False
    director: bool = False


@dataclass(frozen=True)
class Answer:
    """`until` is the last moment by the school's wall clock (None: no term). `rule` names the regulation's field,
    `clause` the school's own paragraph where known, `deciders` who may write after the term.
    """

    verdict: Verdict
    until: datetime | None = None
    rule: str = ""
    clause: str = ""
    regulation: str = ""
    deciders: tuple[Role, ...] = ()
