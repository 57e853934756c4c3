"""Refusals: a code and named facts, no sentences (locales/<language>/*.ftl make those).

Each class is named by the rule it stands for; its Fluent message is `error-<code>`.
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


class NothingThere(JournalError):
    """The lesson, pupil or other thing named does not exist."""

    code = "nothing-there"


class AddressWrong(JournalError):
    """The address of a page does not read as one."""

    code = "address-wrong"


class NothingToCorrect(JournalError):
    """There is no such entry (any more, or yet) that a family could report. Facts: `what` (mark or attendance)."""

    code = "nothing-to-correct"


class ButtonOutdated(JournalError):
    """A button of an older edition, or one that was never ours."""

    code = "button-outdated"


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


class MarkOffScale(JournalError):
    """No such mark in this subject. Facts: `scale` (`points` or `pass`)."""

    code = "mark-off-scale"


class WorkHasMarks(JournalError):
    """A work that marks were given for was held. Facts: `kind` (its name)."""

    code = "work-has-marks"


class WordsWrong(JournalError):
    """Typed words that are not what was asked for; they are asked for again."""


class WeightWrong(WordsWrong):
    """Not a weight from 0 to 10."""

    code = "weight-wrong"


class KindWordsWrong(WordsWrong):
    """A kind of work is named by its name, letters and weight."""

    code = "kind-words-wrong"


class KindTaken(WordsWrong):
    """Another kind of work has this name or letter."""

    code = "kind-taken"


class KindsFull(JournalError):
    """No room for another kind of work. Facts: `limit`."""

    code = "kinds-full"


class KindNeeded(JournalError):
    """The last kind of work in use cannot be archived."""

    code = "kind-needed"


class EntryNotCarriedOut(JournalError):
    """An approved entry cannot be written; the request stays open. Facts: `cause` (the JournalError)."""

    code = "entry-not-carried-out"


class HomeworkGiven(JournalError):
    """«Не задано» cannot stand beside a homework given at the lesson."""

    code = "homework-given"


class AskerLeft(JournalError):
    """Who asked for the entry works here no longer."""

    code = "asker-left"


class TextTooLong(JournalError):
    """Facts: `length`, `limit` in characters."""

    code = "text-too-long"


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


class EventWrong(DatesWrong):
    """An event of a class that is not understood. Facts: `what` (words, day, title, hours), `limit` of characters."""

    code = "event-wrong"


class NoticeOver(JournalError):
    """The days of an absence notice have passed; it can no longer be changed or withdrawn."""

    code = "notice-over"


class FileNotAccepted(JournalError):
    """Facts: `limit_mb`."""

    code = "file-not-accepted"


class FileNotFetched(JournalError):
    """Telegram did not give the file's bytes."""

    code = "file-not-fetched"


class FileKindWrong(FileNotAccepted):
    """Neither a picture nor a PDF."""

    code = "file-kind-wrong"


class TooManyFiles(FileNotAccepted):
    """Facts: `limit`."""

    code = "too-many-files"


class WordingChanged(JournalError):
    """The consent text was replaced after it was shown; it is to be read anew."""

    code = "wording-changed"


class WorkbookNotYours(AccessDenied):
    """Only an administrator brings the school's workbook in."""

    code = "workbook-not-yours"


class HoursWrong(WordsWrong):
    """Hours of a plan's line that are no number, too many, or a plan of too many lines. Facts: `words`, `limit`."""

    code = "hours-wrong"


class LineDelivered(JournalError):
    """A lesson delivered this line of the course plan; it stays. Facts: `number`."""

    code = "line-delivered"


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


class RegulationUnfit(JournalError):
    """A regulation file that cannot be used. Facts: `file`, `field`, `problem` (regulations.Problem) and its own."""

    code = "regulation-unfit"


class RegulationDayWrong(JournalError):
    """The school's rules change from today or later, never for days past. Facts: `since`, `latest`."""

    code = "regulation-day-wrong"


class RegulationChangedMeanwhile(JournalError):
    """Somebody has changed the school's rules since the screen was shown; nothing was written."""

    code = "regulation-changed-meanwhile"


class AnswerClosed(JournalError):
    """An individual task takes no (more) answer: looked at by the teacher, a material, or of a page left."""

    code = "answer-closed"


class PhoneWrong(WordsWrong):
    """Not a telephone number."""

    code = "phone-wrong"


class EmailWrong(WordsWrong):
    """Not an e-mail address."""

    code = "email-wrong"


class HomeAddressWrong(WordsWrong):
    """Too short for an address. Facts: `limit`, the fewest characters."""

    code = "home-address-wrong"


class ContactSame(WordsWrong):
    """What is proposed stands at the school already. Facts: `value`."""

    code = "contact-same"


class PinNeeded(JournalError):
    """Nothing works from this phone before its PIN is given (A5)."""

    code = "pin-needed"


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


class Muted(JournalError):
    """This person may not write for now. Facts: `until` (local), `reason`."""

    code = "muted"


class MuteWrong(WordsWrong):
    """No reason, or an end that has passed or lies too far. Facts: `what` (reason or until), `days` at most."""

    code = "mute-wrong"


class StopWordFound(JournalError):
    """The school does not let this word be written. Facts: `word`."""

    code = "stop-word-found"


class StopWordWrong(WordsWrong):
    """Not a word to forbid: letters only, a star at the end for any ending. Facts: `word`."""

    code = "stop-word-wrong"


class TooManyMessages(JournalError):
    """So many messages in a short time. Facts: `until` (local), `limit`."""

    code = "too-many-messages"


class FileKindForbidden(FileNotAccepted):
    """A program, a script or something unknown. Facts: `name`, `limit_mb`."""

    code = "file-kind-forbidden"


class ConversationOver(JournalError):
    """Nobody can write here any more. Facts: `why` (left: the pupil has left; alone: nobody is there to read)."""

    code = "conversation-over"


class EventOver(JournalError):
    """An event of a class takes no (more) answer: it is over, or nobody asks."""

    code = "event-over"
