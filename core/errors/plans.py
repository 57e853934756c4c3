"""Course plans."""

from core.errors import JournalError, WordsWrong


class HoursWrong(WordsWrong):
    """Hours of a plan's line that are no number, too many, or a plan of too many lines. Facts: `words`, `limit`."""

    code = "hours-wrong"


class LineDelivered(JournalError):
    """A lesson delivered this line of the course plan; it stays. Facts: `number`."""

    code = "line-delivered"
