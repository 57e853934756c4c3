"""Buttons of a report of a wrong entry; those that open it stand in diary.py."""

from dataclasses import dataclass

from core.actions.codec import Action


@dataclass(frozen=True)
class WithdrawReport(Action, prefix="Xw"):
    """The family takes a report back, having seen its revision."""

    report: int
    rev: int


@dataclass(frozen=True)
class OpenStaffReport(Action, prefix="Xs"):
    """One report of a wrong entry, as the staff sees it."""

    report: int


@dataclass(frozen=True)
class AnswerStands(Action, prefix="Xv"):
    """«Всё верно»: the entry stays as it is (asks for a word of explanation)."""

    report: int


@dataclass(frozen=True)
class AnswerCorrected(Action, prefix="Xc"):
    """The entry has changed since it was reported: say so, having seen the report's revision."""

    report: int
    rev: int
