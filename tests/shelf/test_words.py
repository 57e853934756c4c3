"""A document as somebody writes it, and what reads as an address."""

import pytest

from core.errors import TextTooLong
from core.errors.files import AddressWrong
from core.rules.document_text import DocumentWords, parse_document
from core.rules.web_address import checked_address


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("https://resh.example.edu/class/7", "https://resh.example.edu/class/7"),
        ("HTTP://School.example", "HTTP://School.example"),
        ("school.example/page?id=1", "https://school.example/page?id=1"),
        ("школа.рф", "https://школа.рф"),
        ("https://school.example:8443/x", "https://school.example:8443/x"),
    ],
)
def test_an_address_is_taken_with_https_where_nothing_was_said(words: str, address: str) -> None:
    assert checked_address(words) == address


@pytest.mark.parametrize(
    "words",
    [
        "https://",
        "https://school",
        "https://user:secret@school.example",
        "https://school.example/with space",
        "https://192.168.0.1/",
        "https://school..example",
        "https://school.example:port",
        'https://school.example/"><b>',
        "https://-school.example",
        "https://school.example/" + "x" * 500,
    ],
)
def test_what_is_no_address_is_refused(words: str) -> None:
    with pytest.raises(AddressWrong):
        checked_address(words)


@pytest.mark.parametrize(
    ("words", "file", "said"),
    [
        ("Приказ № 5", "", DocumentWords("Приказ № 5", "", "")),
        ("Приказ № 5\nО каникулах.\nС 30 декабря.", "", DocumentWords("Приказ № 5", "О каникулах.\nС 30 декабря.", "")),
        (
            "РЭШ\nhttps://resh.example.edu\nУроки по всем предметам",
            "",
            DocumentWords("РЭШ", "Уроки по всем предметам", "https://resh.example.edu"),
        ),
        ("resh.example.edu", "", DocumentWords("resh.example.edu", "", "https://resh.example.edu")),
        ("", "Приказ_5_о_каникулах.pdf", DocumentWords("Приказ 5 о каникулах", "", "")),
        ("См. п. 3.1.Далее", "x.pdf", DocumentWords("См. п. 3.1.Далее", "", "")),
        ("", "", DocumentWords("", "", "")),
    ],
)
def test_a_message_becomes_a_document(words: str, file: str, said: DocumentWords) -> None:
    assert parse_document(words, file) == said


def test_a_title_over_two_hundred_characters_is_refused() -> None:
    with pytest.raises(TextTooLong):
        parse_document("я" * 201)
