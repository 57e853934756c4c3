"""What is taught in which grade, by how many hours a week (federal plans, five-day week), and when bells ring."""

from dataclasses import dataclass
from decimal import Decimal

TALKS = "Разговоры о важном"
ENGLISH = "Английский язык"
COMPUTING = "Информатика"
LABOUR = "Труд (технология)"
SPORT = "Физическая культура"
HISTORY = "История"

SHORT = {
    TALKS: "РоВ",
    "Русский язык": "Рус. яз.",
    "Литературное чтение": "Чтение",
    "Литература": "Лит-ра",
    ENGLISH: "Англ. яз.",
    "Математика": "Мат.",
    "Алгебра": "Алг.",
    "Геометрия": "Геом.",
    "Вероятность и статистика": "ВиС",
    "Алгебра и начала анализа": "Алг. и НА",
    COMPUTING: "Информ.",
    "Окружающий мир": "Окр. мир",
    "ОРКСЭ": "",
    HISTORY: "Ист.",
    "Обществознание": "Общ.",
    "География": "Геогр.",
    "Физика": "",
    "Химия": "",
    "Биология": "Биол.",
    "ОДНКНР": "",
    "Изобразительное искусство": "ИЗО",
    "Музыка": "Муз.",
    LABOUR: "Труд",
    SPORT: "Физ-ра",
    "ОБЗР": "",
    "Индивидуальный проект": "ИП",
}
PRIMARY = (
    ("Русский язык", 5),
    ("Литературное чтение", 4),
    ("Математика", 4),
    ("Окружающий мир", 2),
    ("Изобразительное искусство", 1),
    ("Музыка", 1),
    (LABOUR, 1),
    (SPORT, 2),
)


def _middle(
    russian: int, literature: int, mathematics: tuple[tuple[str, int], ...], *others: tuple[str, int]
) -> tuple[tuple[str, int], ...]:
    start = (("Русский язык", russian), ("Литература", literature), (ENGLISH, 3))
    return (*start, *mathematics, (SPORT, 2), *others)


SCHOOL_MATHEMATICS = (("Математика", 5),)
SECONDARY_MATHEMATICS = (("Алгебра", 3), ("Геометрия", 2), ("Вероятность и статистика", 1), (COMPUTING, 1))
ARTS = (("Изобразительное искусство", 1), ("Музыка", 1))
HOURS: dict[int, tuple[tuple[str, int], ...]] = {
    1: PRIMARY,
    2: (*PRIMARY, (ENGLISH, 2)),
    3: (*PRIMARY, (ENGLISH, 2)),
    4: (*PRIMARY, (ENGLISH, 2), ("ОРКСЭ", 1)),
    5: _middle(
        5, 3, SCHOOL_MATHEMATICS, (HISTORY, 2), ("География", 1), ("Биология", 1), ("ОДНКНР", 1), *ARTS, (LABOUR, 2)
    ),
    6: _middle(
        6,
        3,
        SCHOOL_MATHEMATICS,
        (HISTORY, 2),
        ("Обществознание", 1),
        ("География", 1),
        ("Биология", 1),
        ("ОДНКНР", 1),
        *ARTS,
        (LABOUR, 2),
    ),
    7: _middle(
        4,
        2,
        SECONDARY_MATHEMATICS,
        (HISTORY, 2),
        ("Обществознание", 1),
        ("География", 2),
        ("Физика", 2),
        ("Биология", 1),
        *ARTS,
        (LABOUR, 2),
    ),
    8: _middle(
        3,
        2,
        SECONDARY_MATHEMATICS,
        (HISTORY, 2),
        ("Обществознание", 1),
        ("География", 2),
        ("Физика", 2),
        ("Химия", 2),
        ("Биология", 2),
        ("Музыка", 1),
        (LABOUR, 1),
        ("ОБЗР", 1),
    ),
    9: _middle(
        3,
        3,
        SECONDARY_MATHEMATICS,
        (HISTORY, 2),
        ("Обществознание", 1),
        ("География", 2),
        ("Физика", 3),
        ("Химия", 2),
        ("Биология", 2),
        ("ОБЗР", 1),
    ),
    10: _middle(
        2,
        3,
        (("Алгебра и начала анализа", 3), ("Геометрия", 2), ("Вероятность и статистика", 1), (COMPUTING, 1)),
        (HISTORY, 2),
        ("Обществознание", 2),
        ("География", 1),
        ("Физика", 2),
        ("Химия", 1),
        ("Биология", 1),
        ("ОБЗР", 1),
        ("Индивидуальный проект", 1),
    ),
    11: _middle(
        2,
        3,
        (("Алгебра и начала анализа", 3), ("Геометрия", 2), ("Вероятность и статистика", 1), (COMPUTING, 1)),
        (HISTORY, 2),
        ("Обществознание", 2),
        ("География", 1),
        ("Физика", 2),
        ("Химия", 1),
        ("Биология", 1),
        ("ОБЗР", 1),
        ("Индивидуальный проект", 1),
    ),
}
ALTERNATING = {9: (HISTORY, LABOUR)}
"""Grade -> subjects that share one hour, the first in even weeks, the second in odd ones."""
HALF = Decimal("0.5")


ORDINARY = "08:30-09:15 09:25-10:10 10:30-11:15 11:35-12:20 12:30-13:15 13:25-14:10 14:20-15:05 15:15-16:00"
MONDAY = "08:30-09:00 09:10-09:55 10:15-11:00 11:20-12:05 12:15-13:00 13:10-13:55 14:05-14:50 15:00-15:45"


@dataclass(frozen=True)
class Ring:
    lesson: int
    starts: str
    ends: str
    grades: str
    day: str = ""
    since: str = ""
    until: str = ""


def _rings(spans: str, grades: str, day: str = "", since: str = "", until: str = "") -> list[Ring]:
    pairs = [span.split("-") for span in spans.split()]
    return [Ring(number, a, b, grades, day, since, until) for number, (a, b) in enumerate(pairs, 1)]


def bell_rows() -> list[Ring]:
    """Grade 1 goes up by steps (three lessons of 35 minutes, then four, then five of 40); `since` and `until` are
    ДД.ММ without a year. Mondays begin with half an hour of «Разговоры о важном».
    """
    return [
        *_rings("08:30-09:05 09:25-10:00 10:40-11:15", "1", until="31.10"),
        *_rings("08:30-09:05 09:25-10:00 10:40-11:15 11:25-12:00 12:10-12:45", "1", since="01.11", until="31.12"),
        *_rings("08:30-09:10 09:25-10:05 10:45-11:25 11:35-12:15 12:25-13:05", "1", since="01.01"),
        *_rings(ORDINARY, "2-11"),
        *_rings(MONDAY, "2-11", "пн"),
    ]
