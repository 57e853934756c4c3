"""People's names as schools write and sort them."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Protocol


class Named(Protocol):
    """Anything with a surname, a given name and a patronymic (maybe empty)."""

    @property
    def surname(self) -> str: ...
    @property
    def given_name(self) -> str: ...
    @property
    def patronymic(self) -> str: ...


def full_name(person: Named) -> str:
    """Surname, given name, patronymic."""
    return " ".join(part for part in (person.surname, person.given_name, person.patronymic) if part)


def address_name(person: Named) -> str:
    """How an adult is addressed: given name and patronymic."""
    return " ".join(part for part in (person.given_name, person.patronymic) if part)


def initials(person: Named) -> str:
    """Surname with initials: Иванова М. П."""
    return initials_of(person.surname, person.given_name, person.patronymic)


def initials_of(surname: str, given_name: str, patronymic: str) -> str:
    """The same from the parts of a name."""
    letters = [f"{part[0]}." for part in (given_name, patronymic) if part]
    return " ".join([surname, *letters])


def list_name(surname: str, given_name: str) -> str:
    """As in a class list: Иванов Пётр."""
    return f"{surname} {given_name}".strip()


class Listed(Named, Protocol):
    """Somebody of a class list."""

    @property
    def birth_date(self) -> date | None: ...


def told_apart(people: Sequence[Listed]) -> list[str]:
    """List names of the people in their order; namesakes shrink to initials, so that what differs fits a button.

    Уварова В. А., then with the patronymic in full, then with the birthday: as much as it takes.
    """
    names = [list_name(p.surname, p.given_name) for p in people]
    forms = [(initials(p), f"{_brief(p)} {p.patronymic}".strip(), f"{_brief(p)} {_born(p)}".strip()) for p in people]
    often = Counter(names)
    counts = [Counter(form[n] for form in forms) for n in range(2)]

    def apart(form: tuple[str, str, str]) -> str:
        return next((form[n] for n in range(2) if counts[n][form[n]] == 1), form[2])

    return [name if often[name] == 1 else apart(form) for name, form in zip(names, forms, strict=True)]


def _brief(person: Named) -> str:
    return initials_of(person.surname, person.given_name, "")


def _born(person: Listed) -> str:
    return f"{person.birth_date:%d.%m.%y}" if person.birth_date else ""


def sort_key(text: str) -> tuple[str, str]:
    """Russian alphabetical order: case aside, Ё beside Е (and after it when all else is equal)."""
    folded = text.casefold()
    return folded.replace("ё", "е"), folded
