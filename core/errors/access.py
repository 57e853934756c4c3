"""Codes and the guessing of them, the wording of a consent, the right to the workbook."""

from core.errors import AccessDenied, JournalError


class CodeWrong(JournalError):
    code = "code-wrong"


class CodeUsed(JournalError):
    code = "code-used"


class CodeExpired(JournalError):
    code = "code-expired"


class CodeWithdrawn(JournalError):
    """Replaced by a newer code, revoked, or its person has left the school."""

    code = "code-withdrawn"


class CodeIssuedMeanwhile(JournalError):
    """Somebody (or this very press, delivered twice) has issued a newer code since the screen was shown."""

    code = "code-issued-meanwhile"


class CodeOfOtherDoor(JournalError):
    """A staff code typed into the family bot, or the other way about."""

    code = "code-of-other-door"


class TooManyAttempts(JournalError):
    """Guessing is slowed. Facts: `minutes` to wait."""

    code = "too-many-attempts"


class WordingChanged(JournalError):
    """The consent text was replaced after it was shown; it is to be read anew."""

    code = "wording-changed"


class WorkbookNotYours(AccessDenied):
    """Only an administrator brings the school's workbook in."""

    code = "workbook-not-yours"
