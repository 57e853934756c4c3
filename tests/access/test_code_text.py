"""A code survives the way people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rules.code_text import (
    ALPHABET,
    LENGTH,
    LOOK_ALIKES,
    canonical,
    grouped,
    reads_as_code,
    secure_code,
    surely_code,
)

CODES = st.text(alphabet=ALPHABET, min_size=LENGTH, max_size=LENGTH)


@given(CODES, st.data())
def test_every_look_alike_in_any_case_and_grouping_reads_as_the_same_code(code: str, data: st.DataObject) -> None:
    typed = ""
    for character in code:
        twin = data.draw(st.sampled_from([character, *LOOK_ALIKES.get(character, "")]))
        typed += data.draw(st.sampled_from([twin, twin.lower()]))
        typed += data.draw(st.sampled_from(["", " ", "-", "—", "\u00a0"]))

    assert canonical(typed) == code


@given(CODES)
def test_a_code_as_shown_reads_back(code: str) -> None:
    assert canonical(grouped(code)) == code


def test_no_two_characters_of_the_alphabet_fold_into_each_other() -> None:
    twins = {twin for group in LOOK_ALIKES.values() for twin in group}

    assert not twins & set(ALPHABET)
    assert sum(map(len, LOOK_ALIKES.values())) == len(twins)


def test_a_code_is_shown_in_groups() -> None:
    assert grouped("K7M29XH4TE") == "K7M2-9XH4-TE"


def test_fresh_codes_are_of_the_alphabet_and_fit_a_deep_link() -> None:
    code = secure_code()

    assert canonical(code) == code
    assert code.isascii()
    assert code.isalnum()


def test_words_are_not_taken_for_codes() -> None:
    for text in ("Здравствуйте", "Как войти?", "", "👋", "/start", "7Б", "a" * 4096):
        assert not reads_as_code(text)


def test_a_code_with_a_character_missing_is_taken_for_an_attempt() -> None:
    assert canonical("K7M2-9XH4-T") is None
    assert reads_as_code("K7M2-9XH4-T")


@pytest.mark.parametrize(
    "text",
    [
        "математика",
        "Математика",
        "он у врача 12",
        "Она у врача 9",
        "На кружке 5",
        "ok",
        "The doctor",
        "12-34-56-78",
        "7Б-21",
    ],
)
def test_words_of_somebody_connected_are_not_taken_for_codes(text: str) -> None:
    assert not surely_code(text)


@pytest.mark.parametrize(
    "text",
    [
        "K7M2-9XH4-TE",
        "k7m2 9xh4 te",
        "K7M29XH4TE",
        "К7М2-9ХН4-ТЕ",
        "к7м29хн4те",
        "K7M2-9XH",
        "K7M2-9XH4-TEE",
        "KAMP-XHHA-TE",
    ],
)
def test_a_code_typed_as_it_is_shown_is_taken_for_one_even_with_a_slip(text: str) -> None:
    assert surely_code(text)
