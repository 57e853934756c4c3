"""Refusals: a code and named facts, no sentences (locales/<language>/*.ftl make those).

Each class is named by the rule it stands for; its Fluent message is `error-<code>`. What any command may answer
stands here; what only one subject can refuse stands in the file of that subject.
"""

from typing import Any, ClassVar


class JournalError(Exception):
    """The journal refuses; `facts` say who, what, until when."""

    code: ClassVar[str]

    def __init__(self, **facts: Any) -> None:
        super().__init__(self.code)
        self.facts = facts


class AccessDenied(JournalError):
    """Not allowed to this person: no right names it. An attempt worth a line in the log."""

    code = "access-denied"


class NotConnected(JournalError):
    """The account is linked to nobody (never was, or was revoked)."""

    code = "not-connected"


class ChildLeft(JournalError):
    """The child of this account studies here no longer. Facts: `surname`, `given_name`."""

    code = "child-left"


class ConsentNeeded(JournalError):
    """No consent to personal-data processing stands for this person."""

    code = "consent-needed"


class PinNeeded(JournalError):
    """Nothing works from this phone before its PIN is given (A5)."""

    code = "pin-needed"


class NothingThere(JournalError):
    """The lesson, pupil or other thing named does not exist."""

    code = "nothing-there"


class ButtonOutdated(JournalError):
    """A button of an older edition, or one that was never ours."""

    code = "button-outdated"


class WordsWrong(JournalError):
    """Typed words that are not what was asked for; they are asked for again."""


class TextTooLong(JournalError):
    """Facts: `length`, `limit` in characters."""

    code = "text-too-long"
