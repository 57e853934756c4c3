"""Buttons of information letters and of what is to be printed (C4)."""

from dataclasses import dataclass

from core.actions.codec import Action


@dataclass(frozen=True)
class OpenLetters(Action, prefix="Lo"):
    """Information letters of a class for a study period (none: the present one)."""

    class_id: int
    period: int | None = None


@dataclass(frozen=True)
class OpenPrintJobs(Action, prefix="Lj"):
    """What class leaders asked the administrator to print."""
