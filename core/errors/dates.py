"""Days as they are typed, and what may no longer be said about them."""

from core.errors import JournalError


class DatesWrong(JournalError):
    """Days that are not understood, or lie absurdly far."""

    code = "dates-wrong"


class DatesPast(DatesWrong):
    """Facts: `since`, the earliest day allowed."""

    code = "dates-past"


class DatesReversed(DatesWrong):
    """Facts: `starts`, `ends`."""

    code = "dates-reversed"


class DatesTooLong(DatesWrong):
    """Facts: `days`, `limit`."""

    code = "dates-too-long"


class NoticeOver(JournalError):
    """The days of an absence notice have passed; it can no longer be changed or withdrawn."""

    code = "notice-over"
