"""Whether an entry may be made now, until when, by which rule, and who else may still make it (J6)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from core.rules.working_days import WorkingDays
from core.terms import Role
from regulations import DEFAULT, EntryWindow, Regulation, load

END_OF_DAY = time(23, 59, 59)
OPENS_BEFORE = timedelta(minutes=15)


class EntryKind(StrEnum):
    """What is entered on a lesson's page. The topic's window holds for kind, tasks, ICT and remarks too."""

    ROLL = "roll"
    TOPIC = "topic"
    HOMEWORK = "homework"
    MARK = "mark"
    MARK_CHANGE = "mark_change"


MARKS = (EntryKind.MARK, EntryKind.MARK_CHANGE)
NOT_BEFORE_THE_LESSON = (EntryKind.ROLL, *MARKS)


class Verdict(StrEnum):
    """OPEN: write. REASON: this person may, against the term and with a reason. EARLY: the lesson is still to come.

    CLOSED: the term is over, a request may be sent. NEVER: the rules forbid it altogether. DENIED: not this person's
    page.
    """

    OPEN = "open"
    REASON = "reason"
    EARLY = "early"
    CLOSED = "closed"
    NEVER = "never"
    DENIED = "denied"


@dataclass(frozen=True)
class Entry:
    """What is to be entered and for which lesson.

    `starts_at` is the school's wall clock; `written`: a mark for a written work; `class_ends`: the end of the last
    lesson of the lesson's classes that day (only asked where a window counts from it).
    """

    kind: EntryKind
    day: date
    starts_at: datetime
    grade: int
    subject: str = ""
    written: bool = False
    class_ends: datetime | None = None

    @property
    def rule(self) -> str:
        """The field of the regulation that holds the entry's window."""
        if self.kind in MARKS:
            return "written_marks" if self.written else "oral_marks"
        return "homework" if self.kind is EntryKind.HOMEWORK else "roll"


@dataclass(frozen=True)
class Standing:
    """What a person is to a lesson's page."""

    teaches: bool = False
    leads: bool = False
    deputy: bool = False
    director: bool = False

    @property
    def writes(self) -> bool:
        """Whether the page is this person's to write inside the window; a class leader has every page of the class."""
        return self.teaches or self.leads or self.director


@dataclass(frozen=True)
class Answer:
    """`until` is the last moment by the school's wall clock (None: no term). `rule` names the regulation's field,
    `clause` the school's own paragraph where known, `regulation` the text that states it, `deciders` who may write
    after the term.
    """

    verdict: Verdict
    until: datetime | None = None
    rule: str = ""
    clause: str = ""
    regulation: str = ""
    deciders: tuple[Role, ...] = ()


def opens_at(lesson_starts: datetime) -> datetime:
    """A roll may be taken while the class gathers, a quarter of an hour before the bell."""
    return lesson_starts - OPENS_BEFORE


def window_of(regulation: Regulation, rule: str, subject: str) -> EntryWindow:
    """The window of an entry's rule for a subject."""
    window: EntryWindow = getattr(regulation, rule)
    return window.of_subject(subject)


def closes_at(window: EntryWindow, entry: Entry, calendar: WorkingDays) -> datetime:
    """The last moment of the window; of several terms the strictest."""
    if window.working_days is None:
        last_day = entry.day + timedelta(days=window.days)
    else:
        last_day = calendar.after(entry.day, window.working_days, entry.grade)
    until = datetime.combine(last_day, window.at or END_OF_DAY, entry.starts_at.tzinfo)
    if window.after_class is None or entry.class_ends is None:
        return until
    return min(until, entry.class_ends.astimezone(until.tzinfo) + timedelta(minutes=window.after_class))


def class_leader_closes_at(regulation: Regulation, entry: Entry) -> datetime:
    """Until when the class leader corrects the attendance of the entry's lesson."""
    last_day = entry.day + timedelta(days=regulation.class_leader_corrects)
    return datetime.combine(last_day, END_OF_DAY, entry.starts_at.tzinfo)


def answer(regulation: Regulation, entry: Entry, who: Standing, now: datetime, calendar: WorkingDays) -> Answer:
    """May a person make the entry at a moment?"""
    if forbidding := _forbidding(regulation, entry):
        verdict = Verdict.NEVER if who.writes or who.deputy else Verdict.DENIED
        return _told(regulation, forbidding, verdict, None, ())
    rule, until = _term(regulation, entry, who, calendar)
    verdict = _verdict(regulation, entry, who, now, until)
    if entry.kind is EntryKind.MARK_CHANGE and not regulation.mark_correction and verdict is not Verdict.EARLY:
        verdict, rule = _correcting(regulation, who, verdict), "mark_correction"
    return _told(regulation, rule, verdict, until, deciders(regulation))


def deciders(regulation: Regulation) -> tuple[Role, ...]:
    """Who writes after the window, with a reason."""
    return tuple(role for role in (Role.DEPUTY_HEAD, Role.DIRECTOR) if role.value in regulation.after_window)


def _forbidding(regulation: Regulation, entry: Entry) -> str:
    """The rule that never lets the entry be made; empty when none does."""
    if entry.grade != 1:
        return ""
    if entry.kind in MARKS and not regulation.marks_in_grade_1:
        return "marks_in_grade_1"
    if entry.kind is EntryKind.HOMEWORK and not regulation.homework_in_grade_1:
        return "homework_in_grade_1"
    return ""


def _term(regulation: Regulation, entry: Entry, who: Standing, calendar: WorkingDays) -> tuple[str, datetime]:
    """The rule and its last moment for this person: a class leader corrects attendance for longer."""
    until = closes_at(window_of(regulation, entry.rule, entry.subject), entry, calendar)
    if entry.kind is EntryKind.ROLL and who.leads:
        longer = class_leader_closes_at(regulation, entry)
        if longer > until:
            return "class_leader_corrects", longer
    return entry.rule, until


def _verdict(regulation: Regulation, entry: Entry, who: Standing, now: datetime, until: datetime) -> Verdict:
    if not who.writes and not who.deputy:
        return Verdict.DENIED
    if now > until:
        if _decides(regulation, who):
            return Verdict.REASON
        return Verdict.CLOSED if who.writes else Verdict.DENIED
    if not who.writes:
        return Verdict.DENIED
    early = entry.kind in NOT_BEFORE_THE_LESSON and now < opens_at(entry.starts_at)
    return Verdict.EARLY if early else Verdict.OPEN


def _correcting(regulation: Regulation, who: Standing, verdict: Verdict) -> Verdict:
    """Where marks may not be corrected: only by whoever decides, with a reason, inside the window too.

    The teacher asks them, as after the window: a slip of the thumb is no reason to leave the phone.
    """
    if _decides(regulation, who):
        return Verdict.REASON
    return Verdict.DENIED if verdict is Verdict.DENIED else Verdict.CLOSED


def _decides(regulation: Regulation, who: Standing) -> bool:
    held = {Role.DEPUTY_HEAD: who.deputy, Role.DIRECTOR: who.director}
    return any(held[role] for role in deciders(regulation))


def _told(regulation: Regulation, rule: str, verdict: Verdict, until: datetime | None, may: tuple[Role, ...]) -> Answer:
    title = regulation.title if regulation.own(rule) else load(DEFAULT).title
    return Answer(verdict, until, rule, regulation.clause(rule), title, may)
