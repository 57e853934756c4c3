"""Events of a class."""

from core.errors import JournalError
from core.errors.dates import DatesWrong


class EventWrong(DatesWrong):
    """An event of a class that is not understood. Facts: `what` (words, day, title, hours), `limit` of characters."""

    code = "event-wrong"


class EventOver(JournalError):
    """An event of a class takes no (more) answer: it is over, or nobody asks."""

    code = "event-over"
