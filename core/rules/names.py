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
    return initials_of(person.surname, person.given_name, person.patronymic)


def initials_of(surname: str, given_name: str, patronymic: str) -> str:
    """The same from the parts of a name."""
    letters = [f"{part[0]}." for part in (given_name, patronymic) if part]
    return " ".join([surname, *letters])


def list_name(surname: str, given_name: str) -> str:
    """As in a class list: Иванов Пётр."""
    return f"{surname} {given_name}".strip()


def sort_key(text: str) -> tuple[str, str]:
    """Russian alphabetical order: case aside, Ё beside Е (and after it when all else is equal)."""
    folded = text.casefold()
    return folded.replace("ё", "е"), folded
