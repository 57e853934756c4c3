"""Contacts as people type them."""

import pytest

from core.errors import JournalError, TextTooLong
from core.errors.contacts import EmailWrong, HomeAddressWrong, PhoneWrong
from core.rules.contacts import ContactField, contact, fingerprint, same

PHONE, EMAIL, ADDRESS = ContactField.PHONE, ContactField.EMAIL, ContactField.ADDRESS


@pytest.mark.parametrize(
    ("field", "words", "kept"),
    [
        (PHONE, "8 (900) 123-45-67", "+79001234567"),
        (PHONE, "+7 900 123 45 67", "+79001234567"),
        (PHONE, "9001234567", "+79001234567"),
        (PHONE, "4951234567", "+74951234567"),
        (PHONE, "+375 29 123-45-67", "+375291234567"),
        (PHONE, "-", ""),
        (PHONE, "Нет", ""),
        (EMAIL, " ivanova@mail.ru ", "ivanova@mail.ru"),
        (EMAIL, "иванова@почта.рф", "иванова@почта.рф"),
        (ADDRESS, "ул. Ленина,\n д. 5,  кв. 1", "ул. Ленина, д. 5, кв. 1"),
    ],
)
def test_a_contact_is_kept_in_one_form(field: ContactField, words: str, kept: str) -> None:
    assert contact(field, words) == kept


@pytest.mark.parametrize(
    ("field", "words", "error"),
    [
        (PHONE, "мамин телефон", PhoneWrong),
        (PHONE, "123", PhoneWrong),
        (PHONE, "890012345678", PhoneWrong),
        (PHONE, "+3", PhoneWrong),
        (PHONE, "+", PhoneWrong),
        (PHONE, "", PhoneWrong),
        (PHONE, "8 900 123-45-67 или 8 900 765-43-21", PhoneWrong),
        (EMAIL, "ivanova", EmailWrong),
        (EMAIL, "ivanova@mail", EmailWrong),
        (EMAIL, "a@b.ru, c@d.ru", EmailWrong),
        (EMAIL, "<b>@mail.ru", EmailWrong),
        (EMAIL, "a" * 130 + "@mail.ru", TextTooLong),
        (ADDRESS, "д. 5", HomeAddressWrong),
        (ADDRESS, "у" * 256, TextTooLong),
    ],
)
def test_what_is_no_contact_is_refused(field: ContactField, words: str, error: type[JournalError]) -> None:
    with pytest.raises(error):
        contact(field, words)


def test_the_same_contact_written_otherwise_is_the_same() -> None:
    assert same("phone", "+79001234567", "8 900 123-45-67")
    assert same("email", "Ivanova@mail.ru", "ivanova@mail.ru")
    assert not same("phone", "+79001234567", "")
    assert not same("address", "Ленина, 5", "Ленина, 6")


def test_a_fingerprint_differs_when_the_facts_do() -> None:
    assert fingerprint(["a", 1]) == fingerprint(["a", 1]) != fingerprint(["a", 2])
