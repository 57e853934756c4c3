"""People's names as schools write and sort them."""

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
    letters = [f"{part[0]}." for part in (person.given_name, person.patronymic) if part]
    return " ".join([person.surname, *letters])


def list_name(surname: str, given_name: str) -> str:
    """As in a class list: Иванов Пётр."""
    return f"{surname} {given_name}".strip()


def sort_key(text: str) -> tuple[str, str]:
    """Russian alphabetical order: case aside, Ё beside Е (and after it when all else is equal)."""
    folded = text.casefold()
    return folded.replace("ё", "е"), folded
