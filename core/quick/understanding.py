"""From a hasty message as typed to what it would write, read anew each time it is shown."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import select

from core.app import Work
from core.entries import require_open
from core.errors import AccessDenied, JournalError
from core.errors.homework import HomeworkGiven
from core.marks.guard import control_load
from core.marks.scale import require_on_scale
from core.marks.sheet import MarkLine, MarkSheet, WorkKindFacts, read_sheet
from core.page.russian import rule_against
from core.quick.preview import HOMEWORK, REST, TOPIC, Part, PupilPart, QuickPreview, TextPart
from core.quick.target import lessons_meant, names
from core.rules.entry import EntryKind
from core.rules.load_guard import ControlLoad
from core.rules.quick_text import QuickText, Said, read
from core.rules.surnames import Listed, meant
from core.timetable.lessons import LessonFacts, may_see, reaches_all
from storage.models import Homework, Lesson, Pupil, QuickEntry

MANY = 6


@dataclass
class Choices:
    """What the person chose and what was written already, as the row keeps it."""

    lesson: int | None = None
    pupils: dict[str, int] = field(default_factory=dict)
    done: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, kept: dict[str, Any]) -> "Choices":
        """From the row's JSON."""
        return cls(kept.get("lesson"), dict(kept.get("pupils", {})), list(kept.get("done", [])))

    def kept(self) -> dict[str, Any]:
        """As the row's JSON."""
        return {"lesson": self.lesson, "pupils": self.pupils, "done": self.done}


async def understand(work: Work, entry: QuickEntry, *, lock: bool = False) -> QuickPreview:
    """The message against the school as it stands now; with `lock`, the lesson stays as it is until the commit."""
    choices = Choices.read(entry.choices)
    head = read(entry.body).head
    day = work.local(entry.made_at).date()
    lessons = await lessons_meant(work, head, day)
    lesson_id = choices.lesson or entry.lesson_id or (lessons[0].id if lessons else None)
    if not lessons and head:
        lessons = await lessons_meant(work, "", day)
    sheet = await read_sheet(work, lesson_id, lock=lock) if lesson_id else None
    preview = QuickPreview(entry.id, entry.rev, None, tuple(lessons), head)
    if sheet is None or not may_see(work, sheet.lesson) or not (choices.lesson or names(sheet.lesson, head)):
        return preview
    # Typed on a lesson's own page, it is about that lesson.
    others = tuple(lesson for lesson in lessons if sheet.lesson.id not in (lesson.id, entry.lesson_id))
    reader = _Reader(work, sheet, choices)
    quick = read(entry.body, [kind.name for kind in sheet.kinds if not kind.archived])
    return replace(
        preview,
        unclear=quick.unclear,
        lesson=sheet.lesson,
        others=others,
        pupils=await reader.pupils(quick.said),
        topic=await reader.topic(quick.topic),
        homework=await reader.homework(quick.homework),
        rest=await reader.rest(quick),
        load=await reader.load(quick.said),
    )


class _Reader:
    """One message against one lesson. Each rule is asked once, however many pupils it is about."""

    def __init__(self, work: Work, sheet: MarkSheet, choices: Choices) -> None:
        self.work = work
        self.sheet = sheet
        self.lesson: LessonFacts = sheet.lesson
        self.choices = choices
        self.asked: dict[tuple[EntryKind, int | None], JournalError | None] = {}

    async def pupils(self, said: Sequence[Said]) -> tuple[PupilPart, ...]:
        people = await self.people()
        return tuple([await self.pupil(str(place), one, people) for place, one in enumerate(said)])

    async def people(self) -> list[Listed]:
        ids = [line.pupil_id for line in self.sheet.lines]
        columns = select(Pupil.id, Pupil.surname, Pupil.given_name, Pupil.patronymic).where(Pupil.id.in_(ids))
        return [Listed(*row) for row in await self.work.session.execute(columns)]

    async def pupil(self, key: str, said: Said, people: list[Listed]) -> PupilPart:
        found = meant(said.words, people)
        chosen = self.choices.pupils.get(key)
        one = next((p for p in found if p.id == chosen), found[0] if len(found) == 1 and chosen is None else None)
        line = self.sheet.line(one.id) if one else None
        kind = self.kind(said.kind)
        return PupilPart(
            key,
            refusal=await self.refusal(said, kind),
            done=key in self.choices.done,
            typed=" ".join(said.words),
            pupil=one,
            name=line.name if line else "",
            options=self.options(found),
            left_out=chosen == 0,
            marks=said.marks,
            kind_id=kind.id if kind else None,
            kind=kind.name if kind and said.marks else "",
            presence=said.presence,
            minutes=said.minutes,
            before=_stands(line),
            unclear=said.unclear,
        )

    def options(self, found: Sequence[Listed]) -> tuple[tuple[int, str], ...]:
        lines = [line for line in map(self.sheet.line, [p.id for p in found[:MANY]]) if line is not None]
        return tuple((line.pupil_id, line.name) for line in lines)

    def kind(self, name: str) -> WorkKindFacts | None:
        named = (kind for kind in self.sheet.kinds if kind.name == name and not kind.archived)
        return next(named, None) if name else self.sheet.find_kind(None)

    async def refusal(self, said: Said, kind: WorkKindFacts | None) -> JournalError | None:
        """The first of the rules that stands against what is said of a pupil."""
        if said.presence and (refused := await self.asked_for(EntryKind.ROLL)):
            return refused
        if said.marks and (refused := await self.asked_for(EntryKind.MARK, kind.id if kind else None)):
            return refused
        try:
            for value in said.marks:
                require_on_scale(value, by_pass=self.sheet.by_pass)
        except JournalError as off_scale:
            return off_scale
        return None

    async def topic(self, body: str | None) -> TextPart | None:
        """The topic, beside another one that stands."""
        if not body:
            return None
        part = await self.text(TOPIC, body, EntryKind.TOPIC)
        stands = await self.work.session.scalar(select(Lesson.topic).where(Lesson.id == self.lesson.id))
        return replace(part, before=stands or "" if stands != body and not part.done else "")

    async def homework(self, body: str | None) -> TextPart | None:
        """The homework; empty words (nothing set) do not fit where some is given."""
        if body is None:
            return None
        part = await self.text(HOMEWORK, body, EntryKind.HOMEWORK)
        if body or part.refusal or part.done:
            return part
        mine = (Homework.lesson_id == self.lesson.id, Homework.withdrawn_at.is_(None))
        given = await self.work.session.scalar(select(Homework.id).where(*mine).limit(1))
        return replace(part, refusal=HomeworkGiven()) if given else part

    async def text(self, key: str, body: str, kind: EntryKind) -> TextPart:
        foreign = rule_against(self.work, self.lesson, body)
        return TextPart(key, await self.asked_for(kind), key in self.choices.done, body, foreign=foreign)

    async def load(self, said: Sequence[Said]) -> ControlLoad | None:
        """What the load guard says, where marks of a control work are among what is said."""
        kinds = [self.kind(one.kind) for one in said if one.marks]
        control = any(kind is not None and kind.control for kind in kinds)
        return await control_load(self.work, self.lesson) if control else None

    async def rest(self, quick: QuickText) -> Part | None:
        if not quick.rest_present or self.lesson.roll_taken:
            return None
        refusal = await self.asked_for(EntryKind.ROLL)
        if refusal is None and not reaches_all(self.work, self.lesson):
            refusal = AccessDenied(lesson=self.lesson.id)
        return Part(REST, refusal, REST in self.choices.done)

    async def asked_for(self, kind: EntryKind, work_kind: int | None = None) -> JournalError | None:
        """Why the actor may not write this kind of entry now; None when it may be written."""
        if (kind, work_kind) not in self.asked:
            try:
                await require_open(self.work, kind, self.lesson, work_kind)
            except JournalError as refusal:
                self.asked[kind, work_kind] = refusal
            else:
                self.asked[kind, work_kind] = None
        return self.asked[kind, work_kind]


def _stands(line: MarkLine | None) -> tuple[Any, ...]:
    return tuple(mark.value for mark in line.marks) if line else ()
