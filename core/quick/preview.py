"""What a hasty message would write, as the person checks it before anything is written."""

from dataclasses import dataclass

from core.errors import JournalError
from core.rules.load_guard import ControlLoad
from core.rules.surnames import Listed
from core.terms import MarkValue, Presence
from core.timetable.lessons import LessonFacts

TOPIC, HOMEWORK, REST = "topic", "homework", "rest"
"""Keys of the parts that are no pupil's; a pupil's part is keyed by its place in the message."""


@dataclass(frozen=True)
class Part:
    """Something that would be written. `refusal`: the rules' word against it. `done`: written already."""

    key: str
    refusal: JournalError | None = None
    done: bool = False

    @property
    def ready(self) -> bool:
        """Would be written now."""
        return self.refusal is None and not self.done


@dataclass(frozen=True)
class PupilPart(Part):
    """What is said of a pupil. `typed` is the name as typed; `pupil` who is meant, `options` who may be (several:
    to be asked about, none: nobody of the list). `before` are marks that stand already. `unclear` is not understood.
    """

    typed: str = ""
    pupil: Listed | None = None
    name: str = ""
    options: tuple[tuple[int, str], ...] = ()
    left_out: bool = False
    marks: tuple[MarkValue, ...] = ()
    kind_id: int | None = None
    kind: str = ""
    presence: Presence | None = None
    minutes: int | None = None
    before: tuple[MarkValue, ...] = ()
    unclear: tuple[str, ...] = ()

    @property
    def ready(self) -> bool:
        """Would be written now: one pupil is meant and something is said."""
        return super().ready and self.pupil is not None and bool(self.marks or self.presence)

    @property
    def asked(self) -> bool:
        """Two or more fit alike: the person is to choose."""
        return self.pupil is None and not self.left_out and len(self.options) > 1


@dataclass(frozen=True)
class TextPart(Part):
    """A topic or a homework. `foreign`: the rule that it is not in Russian against; written when the person insists.

    `before` is another topic that stands already and would be replaced.
    """

    body: str = ""
    before: str = ""
    foreign: str = ""


@dataclass(frozen=True)
class QuickPreview:
    """A hasty message as understood. `lesson` None: no lesson fits; `others` are lessons it may be meant for instead.

    `note` tells what the last press met: `written`, `already`, `outdated` (the preview had changed), `dropped`,
    `repeated` (the same words came a short while ago). `load`: what the load guard says of marks for a control work.
    """

    entry: int
    rev: int
    lesson: LessonFacts | None
    others: tuple[LessonFacts, ...] = ()
    head: str = ""
    pupils: tuple[PupilPart, ...] = ()
    topic: TextPart | None = None
    homework: TextPart | None = None
    rest: Part | None = None
    unclear: tuple[str, ...] = ()
    note: str = ""
    load: ControlLoad | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every part of the message."""
        said = (self.topic, self.homework, self.rest)
        return (*self.pupils, *(part for part in said if part is not None))

    @property
    def ready(self) -> int:
        """How many parts would be written now."""
        return sum(part.ready for part in self.parts)

    @property
    def late(self) -> int:
        """How many parts only a request can bring in: their term is over."""
        return sum(not part.done and may_be_asked_for(part.refusal) for part in self.parts)

    @property
    def foreign(self) -> str:
        """The rule against something ready that is not in Russian where entries must be; empty where nothing is."""
        said = [part.foreign for part in (self.topic, self.homework) if part is not None and part.ready]
        return next(filter(None, said), "")


def may_be_asked_for(refusal: JournalError | None) -> bool:
    """Whether a refusal is about a term that is over, so that a request can still bring the entry in."""
    return refusal is not None and refusal.code in {"entry-window-closed", "entry-needs-reason"}
