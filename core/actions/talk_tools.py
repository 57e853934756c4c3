"""Buttons of what is done about conversations: silences, stop words, complaints, handing over (C1)."""

from dataclasses import dataclass
from datetime import date

from core.actions.codec import Action


@dataclass(frozen=True)
class OpenTalkTools(Action, prefix="Ot"):
    """Handing over, complaints, silences, stop words: as far as they are this person's."""


@dataclass(frozen=True)
class ChooseMute(Action, prefix="On"):
    """For how long is a person silenced? `kind`: staff, guardian or pupil."""

    kind: str
    person: int
    conversation: int


@dataclass(frozen=True)
class AskMuteDay(Action, prefix="Op"):
    """Ask for the last day of a silence."""

    kind: str
    person: int


@dataclass(frozen=True)
class MuteUntil(Action, prefix="OM"):
    """Ask why a person is silenced until the end of a day."""

    kind: str
    person: int
    until: date


@dataclass(frozen=True)
class OpenMuted(Action, prefix="Oy"):
    """Who may not write now, from place `first` on."""

    first: int = 0


@dataclass(frozen=True)
class LiftMute(Action, prefix="OL"):
    """Let a person write again."""

    mute: int


@dataclass(frozen=True)
class OpenStopWords(Action, prefix="OS"):
    """The words nobody may write, from place `first` on."""

    first: int = 0


@dataclass(frozen=True)
class AddStopWords(Action, prefix="OA"):
    """Ask for stop words."""


@dataclass(frozen=True)
class RemoveStopWord(Action, prefix="OR"):
    """Take a stop word out; `word` is its number (core/rules/digest.py), for it may be longer than a button takes."""

    word: int


@dataclass(frozen=True)
class OpenComplaints(Action, prefix="OC"):
    """Complaints of conversations, from place `first` on."""

    first: int = 0


@dataclass(frozen=True)
class OpenComplaint(Action, prefix="OP"):
    """One complaint."""

    complaint: int


@dataclass(frozen=True)
class CloseComplaint(Action, prefix="OX"):
    """Ask with what a complaint is closed."""

    complaint: int


@dataclass(frozen=True)
class OpenHandingOver(Action, prefix="OH"):
    """Whose conversations go to a colleague: one's own, or those of somebody who left."""


@dataclass(frozen=True)
class ChooseSuccessor(Action, prefix="OI"):
    """To whom do somebody's conversations go? Colleagues from place `first` on."""

    staff: int
    first: int = 0


@dataclass(frozen=True)
class FindSuccessor(Action, prefix="OF"):
    """Ask for the surname of the colleague who takes over."""

    staff: int


@dataclass(frozen=True)
class ConfirmHandingOver(Action, prefix="OJ"):
    """How many conversations would go from whom to whom."""

    staff: int
    to: int


@dataclass(frozen=True)
class HandOver(Action, prefix="OG"):
    """Hand somebody's conversations over."""

    staff: int
    to: int
