"""The sheets of the school workbook: their columns, how each is read, and other names they go by (field.md, 4)."""

from typing import Any

from core.workbook import cells
from core.workbook.rows import (
    BellRow,
    ClassRow,
    GuardianRow,
    HolidayRow,
    LoadRow,
    MemberRow,
    PeriodRow,
    PlanRow,
    PupilRow,
    SlotRow,
    StaffRow,
    SubjectRow,
)
from core.workbook.spec import Column, SheetSpec
from core.workbook.vocabulary import LESSON_KINDS, PARITIES, PERIOD_KINDS, ROLES, SEXES, WEEKDAYS, offered, spelled


def _word(field_: str, title: str, vocabulary: Any, *synonyms: str, required: bool = False) -> Column:
    shown = offered(vocabulary)
    read = cells.word(spelled(vocabulary), ", ".join(shown))
    return Column(field_, title, read, required, synonyms, tuple(shown))


FULL_NAME = Column(
    "full_name", "ФИО", cells.text(200), synonyms=("Ф.И.О.", "Фамилия Имя Отчество", "ФИО полностью", "Ф.И.О. ученика")
)
LETTER = Column("letter", "Литера", cells.text(12), synonyms=("Буква", "Буква класса"))
GRADES = Column("grades", "Классы", cells.grade_ranges, synonyms=("Класс", "Параллели", "Параллель"))
NAME = (
    Column("surname", "Фамилия", cells.text(64), required=True),
    Column("given_name", "Имя", cells.text(64), required=True),
    Column("patronymic", "Отчество", cells.text(64)),
)
PHONE = Column("phone", "Телефон", cells.phone, synonyms=("Тел.", "Мобильный телефон", "Телефон родителя", "Номер"))
EMAIL = Column(
    "email", "Эл. почта", cells.text(128), synonyms=("E-mail", "Почта", "Электронная почта", "E-mail родителя")
)
FILE_NUMBER = ("№ личного дела", "Номер личного дела", "Л/д", "ЛД", "Номер дела")
CLASS = Column("class_key", "Класс", cells.class_reference, required=True)
SUBJECT = Column(
    "subject", "Предмет", cells.subject_reference, required=True, synonyms=("Дисциплина", "Учебный предмет", "Курс")
)
GROUP = Column("group", "Группа", cells.text(32), synonyms=("Подгруппа",))
SINCE = Column("valid_from", "С", cells.day, synonyms=("Действует с", "Дата с", "С даты"))
UNTIL = Column("valid_to", "По", cells.day, synonyms=("Действует по", "Дата по", "До", "По дату"))
STARTS = Column("starts", "Начало", cells.day, required=True, synonyms=("Дата начала", "Начинается", "С"))
ENDS = Column("ends", "Конец", cells.day, required=True, synonyms=("Дата окончания", "Окончание", "По"))
LESSON_SYNONYMS = ("№ урока", "Номер урока", "Урок №")
DAY_SYNONYMS = ("День недели",)

PARAMETER = Column("parameter", "Параметр", cells.text(64), required=True, synonyms=("Показатель", "Настройка"))
VALUE = Column("value", "Значение", lambda value: value, required=True)
SCHOOL_TITLE = "Школа"
SCHOOL_SYNONYMS = ("Сведения о школе", "О школе", "Настройки")

BELLS = SheetSpec(
    "Звонки",
    BellRow,
    (
        Column("shift", "Смена", cells.whole(1, 3), required=True),
        Column("lesson_no", "Урок", cells.whole(0, 15), required=True, synonyms=LESSON_SYNONYMS),
        Column("starts", "Начало", cells.clock, required=True, synonyms=("Начало урока",)),
        Column("ends", "Конец", cells.clock, required=True, synonyms=("Окончание", "Конец урока", "Окончание урока")),
        GRADES,
        Column(
            "weekdays",
            "День",
            cells.weekdays(spelled(WEEKDAYS), ", ".join(offered(WEEKDAYS))),
            synonyms=("День недели", "Дни", "Дни недели"),
            offered=tuple(offered(WEEKDAYS)),
        ),
        SINCE,
        UNTIL,
    ),
    ("Расписание звонков",),
)
PERIODS = SheetSpec(
    "Периоды",
    PeriodRow,
    (
        Column("name", "Период", cells.text(64), required=True, synonyms=("Название", "Учебный период")),
        _word("kind", "Вид", PERIOD_KINDS, "Тип", "Вид периода", required=True),
        Column("grades", "Классы", cells.grade_ranges, required=True, synonyms=GRADES.synonyms),
        STARTS,
        ENDS,
    ),
    ("Учебные периоды", "Четверти"),
)
HOLIDAYS = SheetSpec(
    "Каникулы",
    HolidayRow,
    (
        Column("name", "Название", cells.text(64), required=True, synonyms=("Каникулы", "Праздник")),
        STARTS,
        ENDS,
        GRADES,
    ),
    ("Каникулы и праздники", "Праздники"),
)
STAFF = SheetSpec(
    "Сотрудники",
    StaffRow,
    (
        Column("number", "Табельный номер", cells.text(32), required=True, synonyms=("Таб. номер", "Таб. №", "Таб №")),
        *NAME,
        Column("position", "Должность", cells.text(128)),
        Column(
            "roles",
            "Роли",
            cells.words(spelled(ROLES), ", ".join(offered(ROLES))),
            required=True,
            synonyms=("Роль",),
            offered=tuple(offered(ROLES)),
        ),
        PHONE,
        EMAIL,
        Column("hired", "Принят", cells.day, synonyms=("Дата приема", "Принята", "Дата приема на работу")),
        Column("dismissed", "Уволен", cells.day, synonyms=("Дата увольнения", "Уволена")),
    ),
    ("Учителя", "Педагоги", "Персонал", "Работники"),
    (FULL_NAME,),
)
CLASSES = SheetSpec(
    "Классы",
    ClassRow,
    (
        Column("name", "Класс", cells.text(15), required=True, synonyms=("Название", "Класс (группа)")),
        Column("grade_level", "Параллель", cells.whole(1, 12), synonyms=("Ступень", "Год обучения")),
        Column("shift", "Смена", cells.whole(1, 3)),
        Column(
            "leader",
            "Классный руководитель",
            cells.code_reference,
            synonyms=("Кл. руководитель", "Кл. рук.", "Классное руководство", "Руководитель"),
        ),
        Column("room", "Кабинет", cells.text(32), synonyms=("Каб.", "Аудитория")),
    ),
    (),
    (LETTER,),
)
PUPILS = SheetSpec(
    "Ученики",
    PupilRow,
    (
        Column("number", "Личное дело", cells.text(32), required=True, synonyms=FILE_NUMBER),
        *NAME,
        Column("birth_date", "Дата рождения", cells.day, synonyms=("Д.р.", "Родился")),
        _word("sex", "Пол", SEXES),
        CLASS,
        Column("enrolled", "Зачислен", cells.day, synonyms=("Дата зачисления", "Прибыл", "Зачислена")),
        Column("left", "Выбыл", cells.day, synonyms=("Дата выбытия", "Отчислен", "Выбыла")),
    ),
    ("Обучающиеся", "Учащиеся", "Контингент", "Список учеников"),
    (FULL_NAME, LETTER),
)
GUARDIANS = SheetSpec(
    "Родители",
    GuardianRow,
    (
        Column("pupil", "Личное дело", cells.code_reference, required=True, synonyms=FILE_NUMBER),
        *NAME,
        Column("kinship", "Степень родства", cells.text(32), synonyms=("Родство", "Кем приходится", "Кто")),
        PHONE,
        EMAIL,
    ),
    ("Законные представители", "Родители (законные представители)"),
    (
        Column(
            "full_name",
            "ФИО",
            cells.text(200),
            synonyms=("Ф.И.О.", "ФИО родителя", "ФИО матери", "ФИО отца", "ФИО законного представителя"),
        ),
    ),
)
SUBJECTS = SheetSpec(
    "Предметы",
    SubjectRow,
    (
        Column("name", "Предмет", cells.text(128), required=True, synonyms=("Название", "Наименование", "Дисциплина")),
        Column(
            "short_name", "Сокращение", cells.text(32), synonyms=("Кратко", "Краткое название", "Сокращённое название")
        ),
    ),
    ("Учебные предметы",),
)
LOADS = SheetSpec(
    "Нагрузка",
    LoadRow,
    (
        Column("class_keys", "Класс", cells.class_list, required=True, synonyms=("Классы",)),
        SUBJECT,
        GROUP,
        Column(
            "teacher", "Учитель", cells.code_reference, required=True, synonyms=("Педагог", "Преподаватель", "Таб. №")
        ),
        Column(
            "hours",
            "Часов в неделю",
            cells.hours(40),
            required=True,
            synonyms=("Часы", "Часов", "Кол-во часов", "Количество часов", "Нагрузка", "Часы в неделю"),
        ),
    ),
    ("Учебная нагрузка", "Учебный план"),
)
GROUPS = SheetSpec(
    "Группы",
    MemberRow,
    (
        CLASS,
        SUBJECT,
        Column("group", "Группа", cells.text(32), required=True, synonyms=("Подгруппа",)),
        Column("pupil", "Личное дело", cells.code_reference, required=True, synonyms=FILE_NUMBER),
    ),
    ("Подгруппы",),
)
TIMETABLE = SheetSpec(
    "Расписание",
    SlotRow,
    (
        Column("class_keys", "Класс", cells.class_list, required=True, synonyms=("Классы",)),
        _word("weekday", "День", WEEKDAYS, *DAY_SYNONYMS, required=True),
        Column("lessons", "Урок", cells.lesson_numbers, required=True, synonyms=LESSON_SYNONYMS),
        SUBJECT,
        GROUP,
        Column("room", "Кабинет", cells.text(32), synonyms=("Каб.", "Аудитория", "Кабинет №")),
        _word("parity", "Неделя", PARITIES, "Чётность", "Неделя (чёт/нечёт)"),
        SINCE,
        UNTIL,
    ),
    ("Расписание уроков", "Расписание занятий"),
)
PLANS = SheetSpec(
    "КТП",
    PlanRow,
    (
        Column("class_key", "Класс", cells.class_reference),
        Column("grade_level", "Параллель", cells.whole(1, 12)),
        SUBJECT,
        GROUP,
        Column("number", "№", cells.whole(1, 2000), required=True, synonyms=("№ п/п", "Номер", "№ урока", "N")),
        Column("topic", "Тема", cells.text(1000), required=True, synonyms=("Тема урока", "Наименование", "Темы")),
        Column("hours", "Часов", cells.hours(40), synonyms=("Кол-во часов", "Количество часов", "Часы", "Час")),
        _word("kind", "Вид урока", LESSON_KINDS, "Тип урока", "Вид"),
        Column("homework", "Домашнее задание", cells.text(1000), synonyms=("ДЗ", "Д/з", "Задание на дом")),
    ),
    ("Календарно-тематическое планирование", "Планирование", "КТП (темы)"),
)

SHEETS: tuple[SheetSpec[Any], ...] = (
    BELLS,
    PERIODS,
    HOLIDAYS,
    STAFF,
    CLASSES,
    PUPILS,
    GUARDIANS,
    SUBJECTS,
    LOADS,
    GROUPS,
    TIMETABLE,
    PLANS,
)
