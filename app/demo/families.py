"""Which children a school has: brothers and sisters, namesakes, some from afar."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from app.demo.names import FROM_AFAR, Family, Named, People
from app.demo.teaching import Unit

OF_THREE = ("7Б", "5А", "2А")
"""Classes of three children of one family."""
OF_TEACHER = "8А"
"""Class of a teacher's own child."""
SIBLINGS = 0.12


@dataclass
class Child:
    name: Named
    unit: Unit
    number: str
    born: date
    family: Family


class Families:
    """Children come one by one; some have a brother or sister in another class. `mother` works at the school."""

    def __init__(self, people: People, random: Random, mother: Named, starts: date) -> None:
        self.children: list[Child] = []
        self._people = people
        self._random = random
        self._starts = starts
        self._known: list[Family] = []
        of_teacher = people.family(mother=mother, both=True)
        self._planned = dict.fromkeys(OF_THREE, people.family(both=True)) | {OF_TEACHER: of_teacher}

    def child(self, unit: Unit) -> None:
        """One more child of the class."""
        family = self._family(unit)
        family.classes.add(unit.name)
        number = f"{unit.name[-1]}-{len(self.children) + 1:04d}"
        youngest = date(self._starts.year - unit.grade - 7, 9, 1)
        born = youngest + timedelta(days=self._random.randrange(365))
        self.children.append(Child(self._people.child(family), unit, number, born, family))

    def mix_up(self, unit: str) -> None:
        """Two of a class get one surname and given name; some of the school come from afar, without a patronymic."""
        _, _, one, other, *_ = [c for c in self.children if c.unit.name == unit]
        patronymic = "Ильинична" if one.name.female else "Ильич"
        other.name = Named(one.name.surname, one.name.given_name, patronymic, one.name.female)
        for child, (surname, given, female) in zip(self.children[40::53], FROM_AFAR, strict=False):
            child.name = Named(surname, given, "", female)

    def _family(self, unit: Unit) -> Family:
        planned = self._planned.pop(unit.name, None)
        if planned is not None:
            return planned
        near = [f for f in self._known[-200:] if unit.name not in f.classes and len(f.classes) < 2]
        if near and self._random.random() < SIBLINGS:
            return self._random.choice(near)
        self._known.append(self._people.family())
        return self._known[-1]
