"""Who teaches what to whom, and when: loads and a timetable for one block of classes."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from app.demo.curriculum import ALTERNATING, COMPUTING, ENGLISH, HALF, HOURS, LABOUR, SPORT, TALKS
from app.demo.timetabling import Cell, Item, solve

DAYS = 5
DAY_NAMES = ("пн", "вт", "ср", "чт", "пт")
MOST_HOURS = 26
TEAMS: tuple[tuple[str, ...], ...] = (
    ("Русский язык", "Литература"),
    ("Математика", "Алгебра", "Геометрия", "Вероятность и статистика", "Алгебра и начала анализа"),
    (ENGLISH,),
    ("История", "Обществознание", "ОДНКНР"),
    ("География", "Биология"),
    ("Химия", "ОБЗР"),
    ("Физика",),
    (COMPUTING, "Индивидуальный проект"),
    ("Музыка", "Изобразительное искусство", "ОРКСЭ"),
    (LABOUR,),
    (SPORT,),
)
HALLS = {SPORT: ("Спортзал", "Малый зал"), LABOUR: ("Мастерская", "Кабинет технологии")}
PAIRED = (ENGLISH, COMPUTING, LABOUR)
"""Taught to two groups at once, by two teachers."""


@dataclass
class Teacher:
    """A place on the staff: `team` is an index of TEAMS, or None for a primary teacher."""

    key: str
    team: int | None
    room: str
    hours: Decimal = Decimal(0)


@dataclass(frozen=True)
class Unit:
    """A class of the block; `own` is the teacher of a primary class."""

    name: str
    grade: int
    split: bool = True


@dataclass
class Load:
    """A page: classes, subject, group, teacher, hours a week."""

    classes: tuple[str, ...]
    subject: str
    group: str
    teacher: Teacher
    hours: Decimal
    room: str


@dataclass(frozen=True)
class Placed:
    load: Load
    day: str
    lesson: int
    week: str = ""


@dataclass
class Block:
    """Classes with teachers of their own, whose timetable is solved apart."""

    units: list[Unit]
    teachers: list[Teacher] = field(default_factory=list)
    loads: list[Load] = field(default_factory=list)
    leaders: dict[str, Teacher] = field(default_factory=dict)
    timetable: list[Placed] = field(default_factory=list)


@dataclass
class _Part:
    """Loads that stand at one time, once a week (`length` 2: a double lesson)."""

    loads: list[Load]
    weeks: tuple[str, ...] = ("",)
    length: int = 1


def make_block(units: list[Unit], joined: tuple[str, ...], random: Random, prefix: str = "") -> Block:
    """Loads and a timetable of the classes. `joined`: classes whose labour groups are taught together."""
    return _Maker(Block(units), joined, random, prefix).make()


class _Maker:
    def __init__(self, block: Block, joined: tuple[str, ...], random: Random, prefix: str) -> None:
        self.block = block
        self.joined = joined
        self.random = random
        self.prefix = prefix
        self.parts: list[_Part] = []

    def make(self) -> Block:
        for unit in self.block.units:
            self.teach(unit)
        self.choose_leaders()
        self.place()
        return self.block

    def teach(self, unit: Unit) -> None:
        own = self.hire(None) if unit.grade <= 4 else None
        if own:
            self.block.leaders[unit.name] = own
        for subject, hours in HOURS[unit.grade]:
            alone = own is not None and (unit.grade == 1 or subject not in (ENGLISH, SPORT, "Музыка", "ОРКСЭ"))
            if own is not None and alone:
                self.whole(unit, subject, hours, own)
            elif subject == LABOUR and unit.name in self.joined:
                self.joint(unit, hours)
            elif subject in PAIRED and unit.split:
                self.paired((unit.name,), subject, hours)
            else:
                self.whole(unit, subject, hours, self.teacher(subject, hours))
        if unit.grade in ALTERNATING:
            self.alternate(unit)

    def whole(self, unit: Unit, subject: str, hours: int, teacher: Teacher) -> None:
        load = self.load((unit.name,), subject, "", teacher, Decimal(hours))
        self.parts.extend(_Part([load]) for _ in range(hours))

    def joint(self, unit: Unit, hours: int) -> None:
        """The groups of several classes go together: made once, with the first of them."""
        if unit.name == self.joined[0]:
            self.paired(self.joined, LABOUR, hours)

    def paired(self, classes: tuple[str, ...], subject: str, hours: int) -> None:
        names = ("мальчики", "девочки") if subject == LABOUR else ("1", "2")
        first = self.teacher(subject, hours)
        teachers = (first, self.teacher(subject, hours, other=first))
        halls = HALLS.get(subject, (None, None))
        loads = [
            self.load(classes, subject, name, teacher, Decimal(hours), hall)
            for name, teacher, hall in zip(names, teachers, halls, strict=True)
        ]
        if subject == LABOUR and hours == 2:
            self.parts.append(_Part(loads, length=2))
        else:
            self.parts.extend(_Part(loads) for _ in range(hours))

    def alternate(self, unit: Unit) -> None:
        """One hour shared by two subjects, week about; the first has its other hours already."""
        first, second = ALTERNATING[unit.grade]
        known = next(x for x in self.block.loads if x.classes == (unit.name,) and x.subject == first)
        known.hours += HALF
        known.teacher.hours += 1
        other = self.load((unit.name,), second, "", self.teacher(second, 1), HALF)
        self.parts.append(_Part([known, other], weeks=("чёт", "нечёт")))

    def load(
        self,
        classes: tuple[str, ...],
        subject: str,
        group: str,
        teacher: Teacher,
        hours: Decimal,
        room: str | None = None,
    ) -> Load:
        load = Load(classes, subject, group, teacher, hours, room or self.room(subject, teacher))
        teacher.hours += hours
        self.block.loads.append(load)
        return load

    def room(self, subject: str, teacher: Teacher) -> str:
        if subject not in HALLS or teacher.team is None:
            return teacher.room
        team = [t for t in self.block.teachers if t.team == teacher.team]
        return HALLS[subject][team.index(teacher)] if team.index(teacher) < len(HALLS[subject]) else teacher.room

    def teacher(self, subject: str, hours: int, other: Teacher | None = None) -> Teacher:
        """The least busy of the subject's teachers who still has hours, or a new one."""
        team = next(n for n, subjects in enumerate(TEAMS) if subject in subjects)
        free = [t for t in self.block.teachers if t.team == team and t is not other and t.hours + hours <= MOST_HOURS]
        return max(free, key=lambda t: t.hours) if free else self.hire(team)

    def hire(self, team: int | None) -> Teacher:
        number = len(self.block.teachers) + 1
        room = str((number // 12 + 1) * 100 + number % 12 + 1)
        teacher = Teacher(f"{self.prefix}{number}", team, f"{self.prefix}{room}")
        self.block.teachers.append(teacher)
        return teacher

    def choose_leaders(self) -> None:
        """A class leader of every class from those who teach most there; a leader has one class."""
        for unit in self.block.units:
            if unit.name in self.block.leaders:
                continue
            hours: Counter[str] = Counter()
            for load in self.block.loads:
                if unit.name in load.classes:
                    hours[load.teacher.key] += int(load.hours)
            taken = {t.key for t in self.block.leaders.values()}
            free = [key for key, _ in hours.most_common() if key not in taken]
            self.block.leaders[unit.name] = next(t for t in self.block.teachers if t.key == free[0])
        for unit in self.block.units:
            leader = self.block.leaders[unit.name]
            self.load((unit.name,), TALKS, "", leader, Decimal(1), leader.room)

    def place(self) -> None:
        lengths = {unit.name: _day_lengths(self.hours(unit)) for unit in self.block.units}
        places = solve(list(self.items()), lengths, self.random)
        for number, part in enumerate(self.parts):
            self.block.timetable.extend(_placed(part, places[number]))
        for load in self.block.loads:
            if load.subject == TALKS:
                self.block.timetable.append(Placed(load, "пн", 1))

    def hours(self, unit: Unit) -> int:
        return 1 + sum(p.length for p in self.parts if any(unit.name in load.classes for load in p.loads))

    def items(self) -> Iterator[Item]:
        for number, part in enumerate(self.parts):
            classes = tuple(sorted({c for load in part.loads for c in load.classes}))
            people = {load.teacher.key for load in part.loads} | {load.room for load in part.loads}
            yield Item(number, classes, frozenset(people | set(classes)), part.loads[0].subject, part.length)
        talks = [load for load in self.block.loads if load.subject == TALKS]
        for number, load in enumerate(talks, start=len(self.parts)):
            holders = frozenset({*load.classes, load.teacher.key, load.room})
            yield Item(number, load.classes, holders, TALKS, fixed=(1, 1))


def _placed(part: _Part, cell: Cell) -> Iterator[Placed]:
    day, number = cell
    for index, load in enumerate(part.loads):
        week = part.weeks[index] if len(part.weeks) > 1 else ""
        for lesson in range(number, number + part.length):
            yield Placed(load, DAY_NAMES[day - 1], lesson, week)


def _day_lengths(hours: int) -> list[int]:
    """Lessons a day, as even as can be; the longer days in the middle of the week."""
    base, more = divmod(hours, DAYS)
    longer = (2, 3, 1, 4, 0)[:more]
    return [base + (day in longer) for day in range(DAYS)]
