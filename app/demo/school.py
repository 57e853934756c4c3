"""Believable schools as workbooks: the demo's twelve classes, and a large one to measure with."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time
from itertools import chain
from random import Random

from app.demo.curriculum import ENGLISH, LABOUR, SHORT, bell_rows
from app.demo.families import Child, Families
from app.demo.names import Named, People
from app.demo.plans import demo_plans, plan_lines
from app.demo.teaching import TEAMS, Block, Load, Unit, make_block
from app.demo.year import Year, study_year
from documents.tables import Cell, Table, workbook

DEMO_CLASSES = ("1А", "2А", "3А", "4Б", "5А", "5Б", "6А", "7А", "7Б", "8А", "9Б", "10А")
DEMO_JOINED = ("7А", "7Б")
LARGE_BLOCKS = (
    tuple(f"{g}А" for g in range(1, 12)),
    tuple(f"{g}Б" for g in range(1, 12)),
    tuple(f"{g}В" for g in range(1, 12)),
)
OFFICES = (
    ("директор", "Директор"),
    ("завуч", "Заместитель директора по УВР"),
    ("секретарь", "Секретарь"),
    ("администратор", "Администратор журнала"),
)
Row = tuple[Cell, ...]


@dataclass
class School:
    """Everything the workbook tells, before it is written."""

    title: str
    time_zone: str
    year: Year
    blocks: list[Block]
    staff: dict[str, Named] = field(default_factory=dict)
    children: list[Child] = field(default_factory=list)

    @property
    def units(self) -> list[Unit]:
        return [unit for block in self.blocks for unit in block.units]

    @property
    def loads(self) -> list[Load]:
        return [load for block in self.blocks for load in block.loads]


def demo_workbook(today: date, time_zone: str, seed: int = 7) -> bytes:
    """Twelve classes around `today`: there are lessons on that day if it is a working one (year.py)."""
    random = Random(seed)  # noqa: S311 - made-up people, not secrets
    units = [_unit(name) for name in DEMO_CLASSES]
    blocks = [make_block(units, DEMO_JOINED, random)]
    school = School("Школа № 12 города Приволжска", time_zone, study_year(today), blocks)
    return workbook(_tables(_peopled(school, random, (24, 30))))


def large_workbook(today: date, time_zone: str, seed: int = 7) -> bytes:
    """34 classes of 25 pupils, some sixty staff, plans for every grade: to measure an import with."""
    random = Random(seed)  # noqa: S311 - made-up people, not secrets
    blocks = [
        make_block([_unit(name) for name in names], (), random, prefix)
        for prefix, names in zip(("1-", "2-", "3-"), (*LARGE_BLOCKS[:2], (*LARGE_BLOCKS[2], "5Г")), strict=True)
    ]
    school = School("Школа № 100", time_zone, study_year(today), blocks)
    return workbook(_tables(_peopled(school, random, (25, 25)), plans_for_all=True))


def _unit(name: str) -> Unit:
    return Unit(name, int("".join(c for c in name if c.isdigit())))


def _peopled(school: School, random: Random, sizes: tuple[int, int]) -> School:
    people = People(random)
    for office, _ in OFFICES:
        school.staff[office] = people.adult(female=office != "администратор")
    for block in school.blocks:
        for teacher in block.teachers:
            school.staff[teacher.key] = people.adult(female=random.random() < 0.8)
    teachers = [school.staff[teacher.key] for block in school.blocks for teacher in block.teachers]
    families = Families(people, random, [t for t in teachers if t.female][-1], school.year.starts)
    for unit in school.units:
        for _ in range(random.randint(*sizes)):
            families.child(unit)
    families.mix_up("7Б")
    school.children = families.children
    return school


def _tables(school: School, *, plans_for_all: bool = False) -> dict[str, Table]:
    return {
        "Школа": (("Параметр", "Значение"), _school_rows(school)),
        "Звонки": (("Смена", "Урок", "Начало", "Конец", "Классы", "День", "С", "По"), _bells(school.year)),
        "Периоды": (
            ("Период", "Вид", "Классы", "Начало", "Конец"),
            [(t.name, t.kind, t.grades, t.starts, t.ends) for t in school.year.terms],
        ),
        "Каникулы": (
            ("Название", "Начало", "Конец", "Классы"),
            [(r.name, r.starts, r.ends, r.grades) for r in school.year.rests],
        ),
        "Сотрудники": (
            ("Табельный номер", "Фамилия", "Имя", "Отчество", "Должность", "Роли", "Телефон", "Эл. почта", "Принят"),
            _staff(school),
        ),
        "Классы": (("Класс", "Параллель", "Смена", "Классный руководитель", "Кабинет"), _classes(school)),
        "Ученики": (
            ("Личное дело", "Фамилия", "Имя", "Отчество", "Дата рождения", "Пол", "Класс"),
            [(c.number, *_name(c.name), c.born, "ж" if c.name.female else "м", c.unit.name) for c in school.children],
        ),
        "Родители": (
            ("Личное дело", "Фамилия", "Имя", "Отчество", "Степень родства", "Телефон", "Эл. почта"),
            [
                (c.number, *_name(p.name), "мать" if p.name.female else "отец", p.phone, p.email)
                for c in school.children
                for p in c.family.parents
            ],
        ),
        "Предметы": (
            ("Предмет", "Сокращение"),
            [(s, SHORT[s]) for s in SHORT if s in {x.subject for x in school.loads}],
        ),
        "Нагрузка": (("Класс", "Предмет", "Группа", "Учитель", "Часов в неделю"), _loads(school)),
        "Группы": (("Класс", "Предмет", "Группа", "Личное дело"), _groups(school)),
        "Расписание": (("Класс", "День", "Урок", "Предмет", "Группа", "Кабинет", "Неделя"), _timetable(school)),
        "КТП": (
            ("Класс", "Параллель", "Предмет", "Группа", "№", "Тема", "Часов", "Вид урока", "Домашнее задание"),
            _all_plans(school) if plans_for_all else _plans(),
        ),
    }


def _name(name: Named) -> tuple[str, str, str]:
    return (name.surname, name.given_name, name.patronymic)


def _school_rows(school: School) -> list[Row]:
    year = school.year
    return [
        ("Название", f"МБОУ «{school.title}»"),
        ("Краткое название", school.title.split(" города")[0]),
        ("Город", "Приволжск"),
        ("Часовой пояс", school.time_zone),
        ("Учебный год", year.name),
        ("Начало года", year.starts),
        ("Конец года", year.ends),
        ("Регламент", "default"),
        ("Учебных дней в неделе", 5),
    ]


def _bells(year: Year) -> Iterator[Row]:
    first = int(year.name[:4])
    for ring in bell_rows():
        since, until = (_in_year(text, first) for text in (ring.since, ring.until))
        clock = (time.fromisoformat(ring.starts), time.fromisoformat(ring.ends))
        yield (1, ring.lesson, *clock, ring.grades, ring.day, since, until)


def _in_year(text: str, first: int) -> date | None:
    """ДД.ММ as a date of the study year that begins in `first`."""
    if not text:
        return None
    day, month = map(int, text.split("."))
    return date(first if month >= 8 else first + 1, month, day)


def _staff(school: School) -> Iterator[Row]:
    number = 0
    for key, position in OFFICES:
        number += 1
        yield (f"{number:03d}", *_name(school.staff[key]), position, key, *_contacts(number), date(2019, 8, 26))
    for block in school.blocks:
        for teacher in block.teachers:
            number += 1
            post = "Учитель начальных классов" if teacher.team is None else f"Учитель: {TEAMS[teacher.team][0].lower()}"
            yield (
                f"{number:03d}",
                *_name(school.staff[teacher.key]),
                post,
                "учитель",
                *_contacts(number),
                date(2020, 8, 26),
            )


def _contacts(number: int) -> tuple[str, str]:
    return (f"8 (901) 000-{number // 100:02d}-{number % 100:02d}", f"t{number}@example.org")


def _numbers(school: School) -> dict[str, str]:
    return {key: f"{number:03d}" for number, key in enumerate(school.staff, 1)}


def _classes(school: School) -> Iterator[Row]:
    numbers = _numbers(school)
    for block in school.blocks:
        for unit in block.units:
            leader = block.leaders[unit.name]
            yield (unit.name, unit.grade, 1, numbers[leader.key], leader.room)


def _loads(school: School) -> Iterator[Row]:
    numbers = _numbers(school)
    for load in school.loads:
        yield ("; ".join(load.classes), load.subject, load.group, numbers[load.teacher.key], load.hours)


def _groups(school: School) -> Iterator[Row]:
    """By sex for labour, by the alphabet for languages, the other way about for computers."""
    mates: dict[str, list[Child]] = {}
    for child in sorted(school.children, key=lambda c: (c.name.surname, c.name.given_name)):
        mates.setdefault(child.unit.name, []).append(child)
    split = {(c, x.subject) for x in school.loads if x.group for c in x.classes}
    for unit, subject in sorted(split):
        for place, child in enumerate(mates[unit]):
            half = "1" if (place < len(mates[unit]) / 2) == (subject == ENGLISH) else "2"
            group = ("девочки" if child.name.female else "мальчики") if subject == LABOUR else half
            yield (unit, subject, group, child.number)


def _timetable(school: School) -> Iterator[Row]:
    for block in school.blocks:
        for placed in block.timetable:
            for unit in placed.load.classes:
                load = placed.load
                yield (unit, placed.day, placed.lesson, load.subject, load.group, load.room, placed.week)


def _plans() -> Iterator[Row]:
    """Plans for whole grades, and 7А's own plan in physics."""
    for grade, subject, sections in demo_plans():
        place: tuple[Cell, Cell] = ("7А", None) if (grade, subject) == (7, "Физика") else (None, grade)
        for number, topic, kind, homework in plan_lines(sections, subject=subject, homework=grade > 1):
            yield (*place, subject, None, number, topic, 1, kind, homework)


def _all_plans(school: School) -> Iterator[Row]:
    """A plan of the curriculum's length for every subject of every grade."""
    grade_of = {unit.name: unit.grade for unit in school.units}
    courses = {(grade_of[x.classes[0]], x.subject): x.hours for x in school.loads}
    return chain.from_iterable(
        (
            (None, grade, subject, None, number, topic, 1, kind, homework)
            for number, topic, kind, homework in plan_lines(
                (("Раздел", int(hours * (33 if grade == 1 else 34))),), subject=subject, homework=True
            )
        )
        for (grade, subject), hours in sorted(courses.items())
    )
