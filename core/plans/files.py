"""A course plan from a file of its own, its lines in order; sections and totals are passed over (field.md, 4)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from core.plans.editing import MOST_LINE_HOURS, MOST_LINES_OF_PLAN
from core.plans.editions import NewLine
from core.plans.tables import open_table
from core.rules.course_plan import TOPIC_CHARS, split_lines
from core.rules.folding import title_key
from core.terms import LessonKind
from core.workbook import cells
from core.workbook.container import RawSheet
from core.workbook.faults import BadCell, Fault, FaultCode, Findings
from core.workbook.reading import find_header, read_sheet
from core.workbook.rows import Row
from core.workbook.sheet import Sheet
from core.workbook.spec import Column, SheetSpec
from core.workbook.vocabulary import LESSON_KINDS, spelled

TOTAL = re.compile(r"(итого|всего|общее количество часов)\b", re.IGNORECASE)
KIND_STEMS = {
    "контрольн": LessonKind.CONTROL,
    "лаборатор": LessonKind.LABORATORY,
    "практическ": LessonKind.PRACTICAL,
    "экскурси": LessonKind.EXCURSION,
}
KINDS = spelled(LESSON_KINDS)
TOPIC_TITLES = (
    "Тема урока",
    "Темы",
    "Темы уроков",
    "Тема занятия",
    "Наименование",
    "Наименование темы",
    "Наименование темы урока",
    "Наименование разделов и тем",
    "Наименование разделов и тем программы",
    "Название темы",
    "Раздел, тема",
    "Тема, раздел",
    "Тема раздела",
    "Тема (раздел)",
    "Содержание урока",
    "Урок",
)
HOURS_TITLES = (
    "Кол-во часов",
    "Количество часов",
    "Количество учебных часов",
    "Число часов",
    "Кол. часов",
    "Кол-во ч.",
    "Часы",
    "Час",
    "Кол-во",
    "Количество",
    "Всего часов",
    "Всего",
)


@dataclass(frozen=True, kw_only=True)
class PlanFileRow(Row):
    section: str = ""
    number: str = ""
    topic: str = ""
    hours: Decimal | None = None
    kind: str = ""
    homework: str = ""


@dataclass(frozen=True)
class PlanFile:
    """A file as read. `faults` keep it from being taken; `passed` counts sections and totals, which are no lessons."""

    name: str
    lines: tuple[NewLine, ...] = ()
    faults: tuple[Fault, ...] = ()
    passed: int = 0
    title: str = ""

    @property
    def hours(self) -> Decimal:
        return sum((line.hours or Decimal(1) for line in self.lines), Decimal(0))

    @property
    def long_lines(self) -> int:
        """Lines of more than a lesson."""
        return sum((line.hours or 1) > 1 for line in self.lines)

    def split(self) -> list[NewLine]:
        """Lines of several hours as lessons: «Тема (1 из 3)»."""
        return [
            NewLine(topic, hours, line.kind, line.homework if n == 0 else None)
            for line in self.lines
            for n, (topic, hours) in enumerate(split_lines(line.topic, line.hours or Decimal(1)))
        ]


def _hours(value: Any) -> Decimal | None:
    """A dash says nothing."""
    if cells.as_text(value) in cells.DASHES:
        return None
    told: Decimal = cells.hours(MOST_LINE_HOURS)(value)
    if not told:
        raise BadCell(FaultCode.OUT_OF_RANGE, low=0, high=MOST_LINE_HOURS)
    return told


def _cut(value: Any) -> str:
    """Columns that only help are never too long."""
    return " ".join(cells.as_text(value).split())[:TOPIC_CHARS]


SPEC = SheetSpec(
    "КТП",
    PlanFileRow,
    (
        Column("section", "Раздел", _cut, synonyms=("Модуль", "Блок", "Глава", "Название раздела", "Раздел программы")),
        Column("number", "№", _cut, synonyms=("№ п/п", "Номер", "№ урока", "Номер урока", "Урок №", "N", "п/п")),
        Column(
            "topic",
            "Тема",
            cells.text(TOPIC_CHARS),
            synonyms=TOPIC_TITLES,
        ),
        Column(
            "hours",
            "Часов",
            _hours,
            synonyms=HOURS_TITLES,
        ),
        Column("kind", "Вид урока", _cut, synonyms=("Тип урока", "Вид", "Тип", "Форма урока", "Тип (форма) урока")),
        Column(
            "homework",
            "Домашнее задание",
            cells.text(TOPIC_CHARS),
            synonyms=("ДЗ", "Д/з", "Задание на дом", "Дом. задание", "Домашняя работа"),
        ),
    ),
    ("Календарно-тематическое планирование",),
)


def read_plan_file(content: bytes, name: str) -> PlanFile:
    """Read a file; what is wrong with it is collected, nothing is raised."""
    try:
        sheets = open_table(content, SPEC.known)
    except BadCell as bad:
        return PlanFile(name, faults=(Fault(bad.code, facts=bad.facts),))
    raw = _best(sheets)
    if raw is None:
        facts = {"columns": "Тема, Часов"}
        return PlanFile(name, faults=(Fault(FaultCode.NO_HEADER, sheets[0].title if sheets else "", facts=facts),))
    return _read(raw if raw.title else RawSheet(name, raw.cells), name)


def _best(sheets: Sequence[RawSheet]) -> RawSheet | None:
    """The sheet whose heading row names a topic (or a section), the longest of several."""
    found = [sheet for sheet in sheets if _names_topic(sheet)]
    return max(found, key=lambda sheet: len(sheet.cells), default=None)


def _names_topic(sheet: RawSheet) -> bool:
    header = find_header(sheet.cells, SPEC.known)
    if header is None:
        return False
    columns = {SPEC.known[k].field for v in sheet.cells[header] if (k := title_key(cells.as_text(v))) in SPEC.known}
    return not columns.isdisjoint({"topic", "section"})


def _read(raw: RawSheet, name: str) -> PlanFile:
    sheet, findings = Sheet(SPEC), Findings()
    read_sheet(sheet, raw, findings)
    rows = [row for row in sheet.rows if row.topic or row.section or row.number]
    if sheet.column("topic") is None:
        rows = [PlanFileRow(at=r.at, topic=r.section, number=r.number, hours=r.hours, kind=r.kind) for r in rows]
    lessons = [row for row in rows if _is_lesson(row, _numbered(rows))]
    told = {row.at for row in lessons}
    lines = tuple(_line(row) for row in lessons)
    told |= {0, sheet.header_row}
    topic = sheet.column("topic")
    faults = [f for f in findings.faults if (f.row or 0) in told or (topic is not None and f.cell == topic)]
    if not lines and not faults:
        faults.append(Fault(FaultCode.VALUE_MISSING, raw.title, None, "Тема"))
    if len(lines) > MOST_LINES_OF_PLAN:
        faults.append(Fault(FaultCode.TOO_MANY_ROWS, raw.title, facts={"limit": MOST_LINES_OF_PLAN}))
    return PlanFile(name, lines, tuple(faults), len(rows) - len(lessons), _title(raw, sheet.header_row))


def _numbered(rows: Sequence[PlanFileRow]) -> bool:
    """Whether lessons of this file are told by their numbers: most rows with a topic have one."""
    with_topic = [row for row in rows if row.topic]
    return sum(bool(row.number) for row in with_topic) * 2 > len(with_topic)


def _is_lesson(row: PlanFileRow, numbered: bool) -> bool:  # noqa: FBT001 - a fact of the whole file
    """Not a section's heading (no number where lessons have them, no hours), not a total."""
    if not row.topic or TOTAL.match(row.topic) or TOTAL.match(row.number):
        return False
    return not (numbered and not row.number and row.hours is None)


def _line(row: PlanFileRow) -> NewLine:
    return NewLine(row.topic, row.hours, _kind(row), row.homework or None)


def _kind(row: PlanFileRow) -> LessonKind | None:
    """By the column, where it says something known; else by how the topic begins."""
    named = KINDS.get(title_key(row.kind)) or _by_stem(row.kind)
    return named or _by_stem(row.topic.partition(" ")[0])


def _by_stem(words: str) -> LessonKind | None:
    folded = words.casefold()
    return next((kind for stem, kind in KIND_STEMS.items() if stem in folded), None)


def _title(raw: RawSheet, header_row: int) -> str:
    """What stands above the headings, shown so that the wrong file is noticed."""
    above = [cells.as_text(v) for line in raw.cells[: max(0, header_row - 1)] for v in line if v not in (None, "")]
    return " ".join(part for part in above if part)[:200]
