"""Closed vocabularies as schools write them. The first spelling of each is the one the template offers."""

from collections.abc import Mapping
from typing import Final, TypeVar

from core.rules.folding import title_key
from core.terms import LessonKind, PeriodKind, Role, Sex, WeekParity

T = TypeVar("T")

WEEKDAYS: Final = {
    1: ("пн", "понедельник", "1"),
    2: ("вт", "вторник", "2"),
    3: ("ср", "среда", "3"),
    4: ("чт", "четверг", "4"),
    5: ("пт", "пятница", "5"),
    6: ("сб", "суббота", "6"),
    7: ("вс", "воскресенье", "7"),
}
ROLES: Final = {
    Role.ADMINISTRATOR: ("администратор", "админ", "администратор системы"),
    Role.DIRECTOR: ("директор", "руководитель"),
    Role.DEPUTY_HEAD: ("завуч", "зам. директора", "заместитель директора", "зам. директора по УВР"),
    Role.SECRETARY: ("секретарь", "делопроизводитель", "секретарь-делопроизводитель"),
    Role.TEACHER: ("учитель", "педагог", "преподаватель", "классный руководитель", "учитель-предметник"),
}
PERIOD_KINDS: Final = {
    PeriodKind.QUARTER: ("четверть",),
    PeriodKind.TRIMESTER: ("триместр", "модуль"),
    PeriodKind.HALF_YEAR: ("полугодие",),
    PeriodKind.YEAR: ("год", "учебный год"),
}
PARITIES: Final = {
    WeekParity.EVEN: ("чёт", "чётная", "четн", "ч", "2"),
    WeekParity.ODD: ("нечёт", "нечётная", "нечетн", "н", "1"),
    WeekParity.EVERY: ("каждая", "все", "обе"),
}
SEXES: Final = {
    Sex.MALE: ("м", "муж", "мужской", "мальчик", "юноша"),
    Sex.FEMALE: ("ж", "жен", "женский", "девочка", "девушка"),
}
LESSON_KINDS: Final = {
    LessonKind.LESSON: ("урок", "обычный", "комбинированный", "новая тема", "изучение нового материала"),
    LessonKind.CONTROL: ("контрольная", "контрольная работа", "урок контроля", "к/р"),
    LessonKind.LABORATORY: ("лабораторная", "лабораторная работа", "л/р"),
    LessonKind.PRACTICAL: ("практическая", "практическая работа", "практика", "практикум", "п/р"),
    LessonKind.EXCURSION: ("экскурсия", "урок-экскурсия"),
}


def spelled(vocabulary: Mapping[T, tuple[str, ...]]) -> dict[str, T]:
    """From every folded spelling to its word."""
    return {title_key(spelling): term for term, spellings in vocabulary.items() for spelling in spellings}


def offered(vocabulary: Mapping[T, tuple[str, ...]]) -> list[str]:
    """The spelling of each word that a template offers."""
    return [spellings[0] for spellings in vocabulary.values()]
