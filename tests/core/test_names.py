"""Names as schools write and sort them."""

from dataclasses import dataclass
from datetime import date

from core.rules.names import sort_key, told_apart


@dataclass
class Pupil:
    surname: str
    given_name: str
    patronymic: str = ""
    birth_date: date | None = None


def test_yo_stands_beside_ye() -> None:
    assert sorted(["Жук", "Ёлкин", "Елкин", "Ерин", "Евсеев"], key=sort_key) == [
        "Евсеев",
        "Елкин",
        "Ёлкин",
        "Ерин",
        "Жук",
    ]


def test_namesakes_are_told_apart_by_as_little_as_needed() -> None:
    people = [
        Pupil("Ким", "Анна"),
        Pupil("Князева", "Маргарита", "Ильинична"),
        Pupil("Князева", "Маргарита", "Олеговна"),
        Pupil("Ом", "Ада", "Ивановна"),
        Pupil("Ом", "Ада", "Игоревна"),
        Pupil("Ли", "Ян", birth_date=date(2013, 3, 5)),
        Pupil("Ли", "Ян", birth_date=date(2013, 9, 1)),
    ]
    assert told_apart(people) == [
        "Ким Анна",
        "Князева М. И.",
        "Князева М. О.",
        "Ом А. Ивановна",
        "Ом А. Игоревна",
        "Ли Я. 05.03.13",
        "Ли Я. 01.09.13",
    ]
