"""Made-up people with believable Russian names, the same for the same seed."""

from dataclasses import dataclass, field
from pathlib import Path
from random import Random

FATHERS = {
    "Александр": ("Александрович", "Александровна"),
    "Алексей": ("Алексеевич", "Алексеевна"),
    "Андрей": ("Андреевич", "Андреевна"),
    "Антон": ("Антонович", "Антоновна"),
    "Артём": ("Артёмович", "Артёмовна"),
    "Вадим": ("Вадимович", "Вадимовна"),
    "Виктор": ("Викторович", "Викторовна"),
    "Владимир": ("Владимирович", "Владимировна"),
    "Денис": ("Денисович", "Денисовна"),
    "Дмитрий": ("Дмитриевич", "Дмитриевна"),
    "Евгений": ("Евгеньевич", "Евгеньевна"),
    "Игорь": ("Игоревич", "Игоревна"),
    "Илья": ("Ильич", "Ильинична"),
    "Константин": ("Константинович", "Константиновна"),
    "Максим": ("Максимович", "Максимовна"),
    "Михаил": ("Михайлович", "Михайловна"),
    "Николай": ("Николаевич", "Николаевна"),
    "Олег": ("Олегович", "Олеговна"),
    "Павел": ("Павлович", "Павловна"),
    "Роман": ("Романович", "Романовна"),
    "Сергей": ("Сергеевич", "Сергеевна"),
    "Фёдор": ("Фёдорович", "Фёдоровна"),
    "Юрий": ("Юрьевич", "Юрьевна"),
}
_LISTS = dict(line.split(": ", 1) for line in Path(__file__).with_name("names.txt").read_text("utf-8").splitlines())
MOTHERS, BOYS, GIRLS, SURNAMES = (_LISTS[name].split() for name in ("mothers", "boys", "girls", "surnames"))
FROM_AFAR = (
    ("Алиева", "Лейла", True),
    ("Нгуен", "Ань", True),
    ("Рахимов", "Тимур", False),
    ("Ли", "София", True),
    ("Гасанов", "Эльдар", False),
)
"""Surname, given name, whether a girl; no patronymic."""


@dataclass(frozen=True)
class Named:
    surname: str
    given_name: str
    patronymic: str = ""
    female: bool = False


@dataclass(frozen=True)
class Parent:
    name: Named
    phone: str
    email: str = ""


@dataclass
class Family:
    """Parents (the mother first) and the numbers of classes in which children were born to it."""

    surname: str
    father: str
    parents: list[Parent]
    classes: set[str] = field(default_factory=set)


class People:
    """Draws people; never two adults of one full name, telephones one after another."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._taken: set[tuple[str, str, str]] = set()
        self._phone = 0

    def adult(self, *, female: bool, surname: str = "") -> Named:
        """Somebody grown up, of a surname if given (in its male form)."""
        while True:
            base = surname or self._random.choice(SURNAMES)
            given = self._random.choice(MOTHERS if female else sorted(FATHERS))
            patronymic = FATHERS[self._random.choice(sorted(FATHERS))][female]
            person = Named(feminine(base) if female else base, given, patronymic, female)
            key = (person.surname, person.given_name, person.patronymic)
            if key not in self._taken:
                self._taken.add(key)
                return person

    def family(self, *, mother: Named | None = None, both: bool | None = None) -> Family:
        """A family: a mother (perhaps somebody already known), mostly a father, telephones, some e-mails."""
        surname = masculine(mother.surname) if mother else self._random.choice(SURNAMES)
        father = self.adult(female=False, surname=surname)
        parents = [self._parent(mother or self.adult(female=True, surname=surname))]
        if both if both is not None else self._random.random() < 0.75:
            parents.append(self._parent(father))
        return Family(surname, father.given_name, parents)

    def child(self, family: Family, *, female: bool | None = None, given_name: str = "") -> Named:
        """A son or daughter of the family."""
        girl = self._random.random() < 0.5 if female is None else female
        name = given_name or self._random.choice(GIRLS if girl else BOYS)
        return Named(feminine(family.surname) if girl else family.surname, name, FATHERS[family.father][girl], girl)

    def _parent(self, name: Named) -> Parent:
        self._phone += 1
        phone = f"+7900{self._phone:07d}"
        return Parent(name, phone, f"p{self._phone}@example.org" if self._phone % 3 == 0 else "")


def feminine(surname: str) -> str:
    """Иванов, Иванова; a surname that does not change stays."""
    return f"{surname}а" if surname.endswith(("ов", "ев", "ёв", "ин")) else surname


def masculine(surname: str) -> str:
    """Иванова, Иванов."""
    return surname[:-1] if surname.endswith(("ова", "ева", "ёва", "ина")) else surname
