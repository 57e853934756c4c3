"""Changes of the timetable and of groups."""

from core.errors import JournalError


class SubstituteGone(JournalError):
    """This person does not work at the school on the lesson's day."""

    code = "substitute-gone"


class LessonHeld(JournalError):
    """Entries say that the lesson took place; it is neither cancelled nor moved. Facts: `entries`, comma-separated."""

    code = "lesson-held"


class NoSuchBell(JournalError):
    """No bell rings for such a lesson on that day. Facts: `day`, `number`."""

    code = "no-such-bell"


class MovedIntoThePast(JournalError):
    """A lesson is moved only to a time that is still to come."""

    code = "moved-into-the-past"


class GroupMoveTooEarly(JournalError):
    """The regulation lets a pupil change groups later only. Facts: `since` (date), `rule`, `regulation`."""

    code = "group-move-too-early"


class GroupMovesOver(JournalError):
    """No study period is left in the year with which a pupil could change groups. Facts: `regulation`."""

    code = "group-moves-over"
