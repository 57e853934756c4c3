"""Entries of a lesson's page: the regulation's terms, and requests to enter after them."""

from core.errors import JournalError


class LessonCancelled(JournalError):
    code = "lesson-cancelled"


class LessonNotStarted(JournalError):
    """Facts: `starts_at` (local)."""

    code = "lesson-not-started"


class EntryForbidden(JournalError):
    """The regulation never lets this be entered (marks in grade 1). Facts: `rule`, `regulation` (title and
    clause)."""

    code = "entry-forbidden"


class EntryWindowClosed(JournalError):
    """The regulation closed the entry; it may be sent as a request.

    Facts: `lesson` (id), `until` (local moment), `rule`, `regulation` (title and clause), `deciders` (roles who may,
    comma-separated).
    """

    code = "entry-window-closed"


class EntryNeedsReason(EntryWindowClosed):
    """The same, for somebody who may still write it: a reason is asked for."""

    code = "entry-needs-reason"


class FinalMarksEarly(JournalError):
    """Final marks are not set yet. Facts: `opens` (the first day), `regulation` (title and clause)."""

    code = "final-marks-early"


class NotInRussian(JournalError):
    """The school wants entries in Russian; saved all the same when the person insists.

    Facts: `regulation` (title and clause), `text`.
    """

    code = "not-in-russian"


class EntryOverlapped(JournalError):
    """An entry carried out later met another one made meanwhile; nothing was written."""

    code = "entry-overlapped"


class EntryNotCarriedOut(JournalError):
    """An approved entry cannot be written; the request stays open. Facts: `cause` (the JournalError)."""

    code = "entry-not-carried-out"


class AskerLeft(JournalError):
    """Who asked for the entry works here no longer."""

    code = "asker-left"


class NothingToCorrect(JournalError):
    """There is no such entry (any more, or yet) that a family could report. Facts: `what` (mark or attendance)."""

    code = "nothing-to-correct"
