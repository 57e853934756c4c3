"""Closed vocabularies of the journal, as the database checks them (GLOSSARY.md gives the Russian terms)."""

from enum import StrEnum


class Role(StrEnum):
    """A staff member's role; class leadership and lessons are facts of other tables, not roles."""

    ADMINISTRATOR = "administrator"
    DIRECTOR = "director"
    DEPUTY_HEAD = "deputy_head"
    SECRETARY = "secretary"
    TEACHER = "teacher"


class Door(StrEnum):
    """Which of the two bots a person comes through."""

    STAFF = "staff"
    FAMILY = "family"


class PeriodKind(StrEnum):
    QUARTER = "quarter"
    TRIMESTER = "trimester"
    HALF_YEAR = "half_year"
    YEAR = "year"


class WeekParity(StrEnum):
    """Weeks are counted from the one that holds the first day of the study year (that week is odd)."""

    EVERY = "every"
    ODD = "odd"
    EVEN = "even"


class Sex(StrEnum):
    MALE = "male"
    FEMALE = "female"


class LessonStatus(StrEnum):
    PLANNED = "planned"
    CANCELLED = "cancelled"


class Presence(StrEnum):
    """A pupil at a lesson. A row saying PRESENT is a corrected one: plain presence has no row."""

    PRESENT = "present"
    ABSENT = "absent"
    LATE = "late"


class AbsenceReason(StrEnum):
    ILLNESS = "illness"
    EXCUSED = "excused"
    UNEXCUSED = "unexcused"


class Statement(StrEnum):
    """What a guardian answers about an absence that nobody knew a reason for."""

    ILL = "ill"
    FAMILY = "family"
    LATE = "late"
    UNKNOWN = "unknown"


class ConsentAnswer(StrEnum):
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Delivery(StrEnum):
    """Where an outbox row stands. Terminal: everything but PENDING and SENDING."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    SUPERSEDED = "superseded"
    EXPIRED = "expired"


class LessonKind(StrEnum):
    """Kind of a lesson, planned or held (field.md 2.7 letters belong to works, these to lessons)."""

    LESSON = "lesson"
    CONTROL = "control"
    LABORATORY = "laboratory"
    PRACTICAL = "practical"
    EXCURSION = "excursion"


class MarkValue(StrEnum):
    """What stands in a cell (field.md 2.6). DOT is work still owed (точка)."""

    FIVE = "5"
    FOUR = "4"
    THREE = "3"
    TWO = "2"
    ONE = "1"
    PASS = "pass"  # noqa: S105 - зачёт
    FAIL = "fail"
    NOT_ASSESSED = "not_assessed"
    EXEMPT = "exempt"
    DOT = "dot"


class RemarkSubject(StrEnum):
    PROGRESS = "progress"
    BEHAVIOUR = "behaviour"


class RemarkTone(StrEnum):
    PRAISE = "praise"
    NEUTRAL = "neutral"
    BLAME = "blame"


class FileKind(StrEnum):
    """How a file came and is shown again: a picture, a voice message that plays in place, anything else."""

    PHOTO = "photo"
    VOICE = "voice"
    DOCUMENT = "document"


class RequestAnswer(StrEnum):
    APPROVED = "approved"
    REFUSED = "refused"


class MarkNotices(StrEnum):
    """How an account hears of marks: at once, in the evening card, only low ones at once, or not at all."""

    AT_ONCE = "at_once"
    EVENING = "evening"
    LOW = "low"
    OFF = "off"


class FinalKind(StrEnum):
    """What a final mark closes: a study period, the year, an examination, the whole course (J8)."""

    PERIOD = "period"
    YEAR = "year"
    EXAM = "exam"
    FINAL = "final"


class ReportAnswer(StrEnum):
    """What came of a family's report of a wrong entry: it was corrected, or it stands as it was."""

    CORRECTED = "corrected"
    STANDS = "stands"


class Viewer(StrEnum):
    """A group of the family bot's users, as use is counted (A7)."""

    GUARDIAN = "guardian"
    PUPIL = "pupil"


class Sending(StrEnum):
    """What an outbox row does to the recipient's chat: a new message, another text for one sent, its removal."""

    NEW = "new"
    EDIT = "edit"
    DELETE = "delete"


class Topic(StrEnum):
    """What a conversation is for: a word between school and home, a call for help, an idea (C1 C7)."""

    TALK = "talk"
    HELP = "help"
    IDEA = "idea"


class Office(StrEnum):
    """A side of a conversation that several people hold together."""

    ADMINISTRATION = "administration"
    HELPDESK = "helpdesk"


class Acknowledgement(StrEnum):
    """What an announcement or a document asks of its reader: nothing, «read», one of given answers, a number."""

    NONE = "none"
    READ = "read"
    CHOICE = "choice"
    NUMBER = "number"


class ShelfSection(StrEnum):
    """Where a document of the school stands (C6)."""

    ORDERS = "orders"
    REGULATIONS = "regulations"
    GUIDES = "guides"
    RESOURCES = "resources"


class EventKind(StrEnum):
    """What an event of a class is (P11)."""

    MEETING = "meeting"
    TRIP = "trip"
    DUTY = "duty"
    OTHER = "other"


class EventAnswer(StrEnum):
    """What a family answers about an event."""

    COMING = "coming"
    NOT_COMING = "not_coming"


class CodePurpose(StrEnum):
    """What an access code does: lets a chat in, or ends all of its holder's chats (A5)."""

    ENTER = "enter"
    END = "end"


class ProposalAnswer(StrEnum):
    """What became of a family's proposal to change contacts (P2)."""

    ACCEPTED = "accepted"
    REFUSED = "refused"


class PrintKind(StrEnum):
    """What somebody without a printer asks to be printed (C4)."""

    LETTERS = "letters"
