"""Buttons that open a lesson's page and the places reached from it."""

from dataclasses import dataclass
from datetime import date

from core.actions.codec import Action
from core.rules.ict import IctTool
from core.terms import LessonKind, RemarkSubject, RemarkTone


@dataclass(frozen=True)
class OpenLesson(Action, prefix="Pg"):
    """The page of a lesson."""

    lesson: int


@dataclass(frozen=True)
class OpenTopic(Action, prefix="Pt"):
    """The lesson's topic: offered from the plan, or typed."""

    lesson: int


@dataclass(frozen=True)
class OpenHomework(Action, prefix="Hw"):
    """The homework given at a lesson."""

    lesson: int


@dataclass(frozen=True)
class OpenMarks(Action, prefix="Mr"):
    """The marks of a lesson; `kind` is the kind of work chosen, none: an answer."""

    lesson: int
    kind: int | None = None


@dataclass(frozen=True)
class OpenRemarks(Action, prefix="Pm"):
    """The teacher's remarks at a lesson."""

    lesson: int


@dataclass(frozen=True)
class OpenJournals(Action, prefix="Jl"):
    """The journal's pages (class, subject, group) that this person may open."""


@dataclass(frozen=True)
class OpenJournal(Action, prefix="Jr"):
    """One journal page by months: pupils and dates. No month: the present one."""

    load: int
    month: date | None = None


@dataclass(frozen=True)
class OpenPlan(Action, prefix="Kp"):
    """The course plan (КТП) of a journal page, from a line on; 0: from where the class is."""

    load: int
    first: int = 0


@dataclass(frozen=True)
class OpenGroup(Action, prefix="Gr"):
    """The pupils of a journal page's group."""

    load: int


@dataclass(frozen=True)
class OpenSubstitutions(Action, prefix="Sb"):
    """Changes of a day's timetable: substitutions, moves, cancellations. No day: today."""

    day: date | None = None


@dataclass(frozen=True)
class OpenRequests(Action, prefix="Rq"):
    """Requests for entries after the window: those to decide, and one's own."""


@dataclass(frozen=True)
class OpenRules(Action, prefix="Ru"):
    """«Правила школы»: the regulation in force in plain words."""


@dataclass(frozen=True)
class OpenJournalToday(Action, prefix="Jt"):
    """«Журнал сегодня» for deputies: what is filled in and what is late."""


@dataclass(frozen=True)
class OpenWeekAttendance(Action, prefix="Wa"):
    """The week's attendance of a class, for its class leader. No day: this week."""

    class_id: int
    day: date | None = None


@dataclass(frozen=True)
class WriteTopic(Action, prefix="Pw"):
    """The lesson's topic in one's own words (asks for text); `rev` is the page's revision seen."""

    lesson: int
    rev: int


@dataclass(frozen=True)
class OpenKinds(Action, prefix="Pk"):
    """The kinds of a lesson to choose from."""

    lesson: int


@dataclass(frozen=True)
class ChooseKind(Action, prefix="Pc"):
    """What kind of lesson it is."""

    lesson: int
    kind: LessonKind
    rev: int


@dataclass(frozen=True)
class WriteTasks(Action, prefix="Pj"):
    """The tasks done at the lesson and their kind (asks for text)."""

    lesson: int
    rev: int


@dataclass(frozen=True)
class OpenIct(Action, prefix="Pi"):
    """What ICT was used, to choose from."""

    lesson: int


@dataclass(frozen=True)
class ChooseIct(Action, prefix="Pu"):
    """A usual tool; none: no ICT was used."""

    lesson: int
    tool: IctTool | None
    rev: int


@dataclass(frozen=True)
class WriteIct(Action, prefix="Px"):
    """What ICT was used, in one's own words (asks for text)."""

    lesson: int
    rev: int


@dataclass(frozen=True)
class ChooseRemarkPupil(Action, prefix="Pp"):
    """Whom the remark is to; `first` is the first pupil of the list shown."""

    lesson: int
    first: int = 0


@dataclass(frozen=True)
class ChooseRemark(Action, prefix="Pn"):
    """About what and in which tone; no pupil: to the class."""

    lesson: int
    pupil: int | None = None


@dataclass(frozen=True)
class WriteRemark(Action, prefix="Pz"):
    """The remark's words (asks for text)."""

    lesson: int
    pupil: int | None
    about: RemarkSubject
    tone: RemarkTone


@dataclass(frozen=True)
class OpenRemark(Action, prefix="Po"):
    """One remark, to be changed or withdrawn."""

    lesson: int
    remark: int


@dataclass(frozen=True)
class EditRemark(Action, prefix="Pe"):
    """Other words for a remark (asks for text)."""

    lesson: int
    remark: int
    rev: int


@dataclass(frozen=True)
class WithdrawRemark(Action, prefix="Pv"):
    lesson: int
    remark: int
    rev: int
