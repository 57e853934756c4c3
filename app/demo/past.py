"""What a school's teachers would have written: pages, absences, marks and homework out of a seed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from random import Random

from app.demo.themes import MINUTES, TASKS, WITHOUT_HOMEWORK, topic
from core.terms import AbsenceReason, LessonKind, MarkValue, Presence

ILL_A_MONTH = 0.18
ILL_DAYS = (2, 5)
AWAY_A_DAY = 0.006
SKIPS = 0.002
LATE_AT_FIRST = 0.02
ANSWERS = 0.2
DOTS = 0.004
TWICE = 0.01
SAYS_NOTHING = 0.06
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
"""The letters of the long and of the short written works of a subject; others: К and С."""
NOT_WRITTEN = WITHOUT_HOMEWORK | {"Музыка", "Изобразительное искусство", "Труд (технология)", "Литературное чтение"}
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
    """A journal page up to yesterday. `plan` may be shorter than the lessons, or empty."""

    subject: str
    grade: int
    pupils: tuple[int, ...]
    lessons: tuple[Held, ...]
    plan: Sequence[Line]


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


class Past:
    """Deterministic by the seed. Who is away is away at all lessons of the day; who learns well does so everywhere."""

    def __init__(self, pupils: Sequence[int], starts: date, ends: date, seed: int = 7) -> None:
        self._random = Random(seed)  # noqa: S311 - made-up marks, not secrets
        self._days = [starts + timedelta(days=n) for n in range((ends - starts).days + 1)]
        self._pupils = pupils

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
        return found

    def pages(self, course: Course) -> Iterator[Page]:
        """The pages of a course, lesson by lesson."""
        for number, lesson in enumerate(course.lessons):
            page = self._page(course, number, lesson)
            self._call(page, course)
            if course.grade > 1 and course.subject not in NOT_MARKED:
                self._give(page, course, number)
            yield page

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
        control = course.subject not in NOT_WRITTEN and number % CONTROL_EVERY == CONTROL_EVERY - 1
        return LessonKind.CONTROL if control and course.grade > 1 else LessonKind.LESSON

    def _call(self, page: Page, course: Course) -> None:
        chance, day = self._random.random, page.lesson.day
        for pupil in course.pupils:
            reason = self._away.get((pupil, day))
            if reason is not None:
                page.absences.append((pupil, Presence.ABSENT, reason, None))
            elif chance() < SKIPS:
                page.absences.append((pupil, Presence.ABSENT, AbsenceReason.UNEXCUSED, None))
            elif page.lesson.lesson_no == 1 and chance() < LATE_AT_FIRST:
                page.absences.append((pupil, Presence.LATE, None, self._random.randint(2, 15)))

    def _give(self, page: Page, course: Course, number: int) -> None:
        """A written work is marked of everybody who was there; else some are asked."""
        missing = {pupil for pupil, presence, *_ in page.absences if presence is Presence.ABSENT}
        here = [pupil for pupil in course.pupils if pupil not in missing]
        long, short = WORKS.get(course.subject, ("К", "С"))
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
