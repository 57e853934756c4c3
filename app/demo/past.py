"""What a school's teachers would have written: pages, absences, marks and homework out of a seed."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from random import Random

from app.demo.themes import COMMENTS, MINUTES, NOT_WRITTEN, REMARKS, TASKS, WITHOUT_HOMEWORK, topic
from core.terms import AbsenceReason, LessonKind, MarkValue, Presence, RemarkSubject, RemarkTone

ILL_A_MONTH = 0.18
ILL_DAYS = (2, 5)
AWAY_A_DAY = 0.006
SKIPS = 0.002
LATE_AT_FIRST = 0.02
ANSWERS = 0.2
DOTS = 0.004
TWICE = 0.01
SAYS_NOTHING = 0.06
COMMENTED = 0.04
REMARKED = 0.05
NEGLECT: Mapping[int, tuple[float, float]] = {0: (0.15, 0.3), **dict.fromkeys(range(1, 6), (0.03, 0.07))}
"""Days ago -> the shares of pages with nothing written yet, and with the roll only."""
TOLD_AHEAD = timedelta(days=8)
CONTROL_EVERY, SHORT_EVERY = 11, 6
WORKS: Mapping[str, tuple[str, str]] = {
    "Русский язык": ("Н", "С"),
    "Литература": ("Ч", "Т"),
    "История": ("Т", "Т"),
    "Обществознание": ("Т", "Т"),
    "Физика": ("К", "Л"),
    "Химия": ("К", "Л"),
    "Биология": ("К", "Л"),
    "Информатика": ("К", "А"),
}
"""The letters of the long and of the short written works of a subject."""
USUAL_WORKS = ("К", "С")
NOT_MARKED = frozenset({"Разговоры о важном", "ОРКСЭ"})


@dataclass(frozen=True)
class Line:
    """A line of the page's course plan."""

    id: int
    topic: str
    kind: LessonKind
    homework: str


@dataclass(frozen=True)
class Held:
    """A lesson of the past; `due` is the page's next lesson: its id and day."""

    id: int
    day: date
    lesson_no: int
    teacher_id: int
    due: tuple[int, date] | None


@dataclass(frozen=True)
class Course:
    """A journal page up to now, and its lessons `coming`. `plan` may be shorter than the lessons, or empty."""

    subject: str
    grade: int
    pupils: tuple[int, ...]
    lessons: tuple[Held, ...]
    plan: Sequence[Line]
    coming: tuple[Held, ...] = ()


@dataclass
class Page:
    """A lesson's page as it was written."""

    lesson: Held
    topic: str
    kind: LessonKind
    line: int | None = None
    homework: str = ""
    minutes: int | None = None
    absences: list[tuple[int, Presence, AbsenceReason | None, int | None]] = field(default_factory=list)
    """(pupil, presence, reason, minutes late)"""
    marks: list[tuple[int, str, MarkValue]] = field(default_factory=list)
    """(pupil, letter of the work, value)"""
    comments: dict[tuple[int, str], str] = field(default_factory=dict)
    """(pupil, letter) -> the teacher's word on the mark."""
    remark: tuple[int, RemarkTone, RemarkSubject, str] | None = None
    """(pupil, tone, about, words)"""
    written: bool = True
    """Whether there is more than the roll."""


class Past:
    """Deterministic by the seed. Who is away is away at all lessons of the day; who learns well does so everywhere.

    `well` are pupils who are at school on the last day.
    """

    def __init__(
        self, pupils: Sequence[int], starts: date, ends: date, seed: int = 7, well: Collection[int] = ()
    ) -> None:
        self._random = Random(seed)  # noqa: S311 - made-up marks, not secrets
        self._days = [starts + timedelta(days=n) for n in range((ends - starts).days + 1)]
        self._pupils = pupils
        self._ends = ends
        self._well = well

    @cached_property
    def _able(self) -> dict[int, float]:
        """The mean mark of each pupil."""
        return {pupil: min(4.9, max(2.9, self._random.gauss(4.0, 0.5))) for pupil in self._pupils}

    @cached_property
    def _away(self) -> dict[tuple[int, date], AbsenceReason]:
        """Whole days missed: illnesses of some days, and days for a good reason."""
        found: dict[tuple[int, date], AbsenceReason] = {}
        for pupil in self._pupils:
            for day in self._days:
                chance = self._random.random()
                if chance < ILL_A_MONTH / 30:
                    for number in range(self._random.randint(*ILL_DAYS)):
                        found[pupil, day + timedelta(days=number)] = AbsenceReason.ILLNESS
                elif chance < ILL_A_MONTH / 30 + AWAY_A_DAY:
                    found.setdefault((pupil, day), AbsenceReason.EXCUSED)
        return {(pupil, day): why for (pupil, day), why in found.items() if day < self._ends or pupil not in self._well}

    def pages(self, course: Course) -> Iterator[Page]:
        """The pages of a course, lesson by lesson, without those that were forgotten."""
        for number, lesson in enumerate(course.lessons):
            chance = self._random.random()
            forgotten, begun = NEGLECT.get((self._ends - lesson.day).days, (0.0, 0.0))
            if chance < forgotten:
                continue
            written = chance >= forgotten + begun
            page = self._page(course, number, lesson) if written else Page(lesson, "", LessonKind.LESSON, written=False)
            self._call(page, course)
            if written:
                self._value(page, course, number)
            yield page

    def works(self, course: Course) -> Iterator[tuple[Held, str]]:
        """The control works that were announced for the days ahead, with their letters."""
        letter, _ = WORKS.get(course.subject, USUAL_WORKS)
        for number, lesson in enumerate(course.coming, start=len(course.lessons)):
            near = lesson.day <= self._ends + TOLD_AHEAD
            if near and course.grade > 1 and self._kind(course, number) is LessonKind.CONTROL:
                yield lesson, letter

    def _page(self, course: Course, number: int, lesson: Held) -> Page:
        line = course.plan[number] if number < len(course.plan) else None
        if line is not None:
            page = Page(lesson, line.topic, line.kind, line.id, line.homework)
        else:
            page = Page(lesson, topic(course.subject, number), self._kind(course, number))
        if course.grade == 1 or course.subject in WITHOUT_HOMEWORK or self._random.random() < SAYS_NOTHING:
            page.homework = ""
        elif not page.homework:
            first = 10 + number * 3
            page.homework = self._random.choice(TASKS).format(n=first, m=first + 3)
        page.minutes = self._random.choice(MINUTES) if page.homework else None
        return page

    def _kind(self, course: Course, number: int) -> LessonKind:
        if number < len(course.plan):
            return course.plan[number].kind
        control = course.subject not in NOT_WRITTEN and number % CONTROL_EVERY == CONTROL_EVERY - 1
        return LessonKind.CONTROL if control and course.grade > 1 else LessonKind.LESSON

    def _call(self, page: Page, course: Course) -> None:
        chance, day = self._random.random, page.lesson.day
        for pupil in course.pupils:
            reason = self._away.get((pupil, day))
            if reason is not None:
                page.absences.append((pupil, Presence.ABSENT, reason, None))
            elif day == self._ends and pupil in self._well:
                continue
            elif chance() < SKIPS:
                page.absences.append((pupil, Presence.ABSENT, AbsenceReason.UNEXCUSED, None))
            elif page.lesson.lesson_no == 1 and chance() < LATE_AT_FIRST:
                page.absences.append((pupil, Presence.LATE, None, self._random.randint(2, 15)))

    def _value(self, page: Page, course: Course, number: int) -> None:
        if course.grade > 1 and course.subject not in NOT_MARKED:
            self._give(page, course, number)
        for pupil, letter, value in page.marks:
            if self._random.random() < COMMENTED and value in COMMENTS:
                page.comments[pupil, letter] = self._random.choice(COMMENTS[value])
        away = {pupil for pupil, *_ in page.absences}
        if course.pupils and self._random.random() < REMARKED:
            pupil = self._random.choice(course.pupils)
            page.remark = None if pupil in away else (pupil, *self._random.choice(REMARKS))

    def _give(self, page: Page, course: Course, number: int) -> None:
        """A written work is marked of everybody who was there; else some are asked."""
        missing = {pupil for pupil, presence, *_ in page.absences if presence is Presence.ABSENT}
        here = [pupil for pupil in course.pupils if pupil not in missing]
        long, short = WORKS.get(course.subject, USUAL_WORKS)
        chance = self._random.random
        if page.kind is LessonKind.CONTROL:
            page.marks = [(pupil, long, self._mark(pupil)) for pupil in here]
        elif course.subject not in NOT_WRITTEN and number % SHORT_EVERY == SHORT_EVERY - 1:
            page.marks = [(p, short, MarkValue.DOT if chance() < DOTS else self._mark(p)) for p in here]
        else:
            asked = [pupil for pupil in here if chance() < ANSWERS]
            page.marks = [(pupil, "О", self._mark(pupil)) for pupil in asked]
            page.marks += [(pupil, "ДЗ", self._mark(pupil)) for pupil in asked if chance() < TWICE]

    def _mark(self, pupil: int) -> MarkValue:
        return MarkValue(str(min(5, max(2, round(self._random.gauss(self._able[pupil], 0.7))))))
