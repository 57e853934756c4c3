"""Contacts as people type them: a telephone number, an e-mail address, an address. Pure."""

import re
from enum import StrEnum
from hashlib import blake2b
from typing import Any

from core.errors.contacts import EmailWrong, HomeAddressWrong, PhoneWrong
from core.rules.folding import SPACES, phone_key, written_phone
from core.rules.length import within


class ContactField(StrEnum):
    """A contact, as it stands in a button and in the facts of a proposal."""

    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"


NOTHING = {"-", "–", "—", "нет", "no", "none"}
"""Words that take a contact away."""

EMAIL_LIMIT, ADDRESS_LIMIT, ADDRESS_LEAST = 128, 255, 5
_PHONE = re.compile(r"\+?[\d\s().\-–]+")
_EMAIL = re.compile(r"[^\s@,;:<>()\[\]\"]+@[^\s@,;:<>()\[\]\"]+\.[^\W\d_]{2,}")
INTERNATIONAL = range(8, 16)
"""Digits of a number with its country's code (ITU-T E.164)."""


def contact(field: ContactField, words: str) -> str:
    """A contact in the form in which it is kept; empty when the words take it away.

    Raises PhoneWrong, EmailWrong, HomeAddressWrong, TextTooLong.
    """
    said = SPACES.sub(" ", words).strip()
    if said.casefold() in NOTHING:
        return ""
    return {ContactField.PHONE: phone, ContactField.EMAIL: email, ContactField.ADDRESS: address}[field](said)


def phone(words: str) -> str:
    """+7XXXXXXXXXX of a Russian number of ten or eleven digits; another country's as + and its digits."""
    digits = "".join(c for c in words if c.isdecimal())
    if not _PHONE.fullmatch(words) or not digits.isascii():
        raise PhoneWrong
    if words.startswith("+") and digits[0] != "7":
        if len(digits) not in INTERNATIONAL:
            raise PhoneWrong
        return f"+{digits}"
    if len(digits) == 11 and digits[0] in "78":
        return f"+7{digits[1:]}"
    if len(digits) == 10:
        return f"+7{digits}"
    raise PhoneWrong


def email(words: str) -> str:
    """One address, as typed. Raises EmailWrong, TextTooLong."""
    if not _EMAIL.fullmatch(words) or ".." in words:
        raise EmailWrong
    return within(words, EMAIL_LIMIT)


def address(words: str) -> str:
    """Raises HomeAddressWrong, TextTooLong."""
    if len(words) < ADDRESS_LEAST:
        raise HomeAddressWrong(limit=ADDRESS_LEAST)
    return within(words, ADDRESS_LIMIT)


def same(field: str, one: str, other: str) -> bool:
    """Whether two contacts are the same, however they are written."""
    if field == ContactField.PHONE:
        return (phone_key(one) or written_phone(one)) == (phone_key(other) or written_phone(other))
    return SPACES.sub(" ", one).strip().casefold() == SPACES.sub(" ", other).strip().casefold()


def fingerprint(facts: Any) -> str:
    """A short text that differs when the facts do: what a button has seen."""
    return blake2b(repr(facts).encode(), digest_size=6).hexdigest()
