"""Course plans (КТП) for some subjects, made of sections: invented, but of a believable shape."""

from collections.abc import Iterator

from app.demo.curriculum import HOURS
from app.demo.themes import NOT_WRITTEN, THEMES, WITHOUT_HOMEWORK

Section = tuple[str, int]

WAYS = ("Первое знакомство", "Правила и примеры", "Упражнения", "Решение задач", "Практикум", "Обобщение")
WORDY_WAYS = ("Введение в тему", "Работа с учебником", "Беседа и вопросы", "Разбор текста", "Практикум", "Обобщение")
DOING_WAYS = ("Введение в тему", "Показ и упражнения", "Работа в парах", "Практикум", "Закрепление", "Обобщение")
WORDY = frozenset(
    {"Русский язык", "Литература", "История", "Обществознание", "Английский язык", "География", "Биология"}
)
WHOLE_GRADE = 7
"""The demo opens in this grade: it has a plan for every subject, so that a topic can be taken with a tap."""
WEEKS = 34
SECTIONS: dict[tuple[int, str], tuple[Section, ...]] = {
    (7, "Алгебра"): (
        ("Рациональные числа", 18),
        ("Степень с натуральным показателем", 16),
        ("Одночлены и многочлены", 26),
        ("Линейные уравнения", 18),
        ("Функции и графики", 18),
        ("Повторение", 6),
    ),
    (7, "Геометрия"): (
        ("Точки, прямые, углы", 14),
        ("Треугольники", 22),
        ("Параллельные прямые", 14),
        ("Окружность", 14),
        ("Повторение", 4),
    ),
    (7, "Физика"): (
        ("Физика и природа", 6),
        ("Строение вещества", 6),
        ("Движение и взаимодействие тел", 22),
        ("Давление", 20),
        ("Работа и энергия", 12),
        ("Резерв", 2),
    ),
    (5, "Русский язык"): (
        ("Язык и речь", 20),
        ("Синтаксис и пунктуация", 30),
        ("Фонетика и орфоэпия", 15),
        ("Лексика", 15),
        ("Состав слова", 20),
        ("Имя существительное", 25),
        ("Имя прилагательное", 15),
        ("Глагол", 25),
        ("Повторение", 5),
    ),
    (5, "История"): (
        ("Первобытность", 8),
        ("Древний Восток", 20),
        ("Древняя Греция", 20),
        ("Древний Рим", 18),
        ("Итоги", 2),
    ),
    (1, "Математика"): (
        ("Числа от 1 до 10", 40),
        ("Сложение и вычитание", 50),
        ("Фигуры и величины", 20),
        ("Числа до 20", 18),
        ("Повторение", 4),
    ),
    (10, "Физика"): (
        ("Кинематика", 14),
        ("Динамика", 16),
        ("Молекулярная физика", 18),
        ("Электростатика", 16),
        ("Повторение", 4),
    ),
}
CONTROL_EVERY = 6


def demo_plans() -> Iterator[tuple[int, str, tuple[Section, ...]]]:
    """(grade, subject, sections): those written by hand, and the other subjects of the demo's grade by their themes."""
    for (grade, subject), sections in SECTIONS.items():
        yield grade, subject, sections
    for subject, hours in HOURS[WHOLE_GRADE]:
        if (WHOLE_GRADE, subject) not in SECTIONS:
            yield WHOLE_GRADE, subject, _by_themes(THEMES[subject], hours * WEEKS)


def _by_themes(themes: tuple[str, ...], lessons: int) -> tuple[Section, ...]:
    """The lessons dealt out over the themes as evenly as can be."""
    each, more = divmod(lessons, len(themes))
    return tuple((theme, each + (place < more)) for place, theme in enumerate(themes))


def plan_lines(sections: tuple[Section, ...], *, subject: str, homework: bool) -> Iterator[tuple[int, str, str, str]]:
    """(number, topic, kind, homework) of every lesson.

    A section of six lessons or more ends with a control work, if the subject has written works.
    """
    number = 0
    ways = WORDY_WAYS if subject in WORDY else DOING_WAYS if subject in NOT_WRITTEN else WAYS
    homework = homework and subject not in WITHOUT_HOMEWORK
    for chapter, (title, count) in enumerate(sections, 1):
        for lesson in range(1, count + 1):
            number += 1
            if lesson == count and count >= CONTROL_EVERY and subject not in NOT_WRITTEN:
                yield number, f"Контрольная работа № {chapter} «{title}»", "контрольная", ""
                continue
            task = f"§ {number}, вопросы" if subject in WORDY else f"§ {chapter}, № {lesson}"
            way = ways[(lesson - 1) % len(ways)]
            kind = "практическая" if way == "Практикум" else "урок"
            yield number, f"{title}. {way} ({lesson})", kind, task if homework else ""
