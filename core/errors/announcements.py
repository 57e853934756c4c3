"""Announcements: whom they are for, when they leave and end, what is answered."""

from core.errors import JournalError, WordsWrong


class AnnouncementEmpty(JournalError):
    """An announcement with neither words nor a file."""

    code = "announcement-empty"


class AnnouncementToNobody(JournalError):
    """Nobody was chosen, or whoever was chosen has nobody (any more)."""

    code = "announcement-to-nobody"


class AnnouncementClassGone(JournalError):
    """Classes or groups that it is for have no pupils any more. Facts: `names`."""

    code = "announcement-class-gone"


class AnnouncementEndsEarly(JournalError):
    """Its last day lies before the day on which it leaves. Facts: `ends` (date), `leaves` (date)."""

    code = "announcement-ends-early"


class AnnouncementOver(JournalError):
    """Its last day has passed: it takes no answer, nobody is reminded. Facts: `ends` (date)."""

    code = "announcement-over"


class AnnouncementWithdrawn(JournalError):
    """Whoever wrote it has taken it back."""

    code = "announcement-withdrawn"


class PublishTimeWrong(WordsWrong):
    """Not a day and an hour at which something could leave."""

    code = "publish-time-wrong"


class PublishTimePast(PublishTimeWrong):
    """The moment has passed. Facts: `at` (local)."""

    code = "publish-time-past"


class ChoicesWrong(WordsWrong):
    """Answers to choose from: from two to `limit`, each different, of at most `length` characters."""

    code = "choices-wrong"


class NumberWrong(WordsWrong):
    """Not a whole number from 0 to `limit`."""

    code = "number-wrong"
