"""The sheet of slips as it comes out of the printer."""

import re
import shutil
import subprocess
from datetime import datetime

import pytest

from core.access.slips import ClassSlips, Slip
from documents.slips import slips_pdf
from locales import translator
from tests.support.clock import MOSCOW

OPENING = "https://t.me/zvonok_family_bot?start="
EXPIRES = datetime(2026, 12, 23, 8, 0, tzinfo=MOSCOW)


def sheet(count: int, name: str = "Иванова Мария Петровна") -> ClassSlips:
    slips = tuple(Slip(name, "Иванов Пётр", "мать", f"K7M29XH{n:03}") for n in range(count))
    return ClassSlips("Школа № 1", "7Б", EXPIRES, slips)


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def text_of(pdf: bytes) -> str:
    """The text on the pages; skips where poppler is not installed, saying so."""
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext (poppler-utils) is not installed: the text of the PDF is not checked")
    return subprocess.run([tool, "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()  # noqa: S603


@pytest.mark.parametrize(("count", "expected"), [(1, 1), (8, 1), (9, 2), (108, 14)])
def test_eight_slips_a_page(count: int, expected: int) -> None:
    pdf = slips_pdf(sheet(count), OPENING, translator("ru"))

    assert pdf.startswith(b"%PDF-")
    assert pages(pdf) == expected


def test_a_slip_says_who_whose_and_how() -> None:
    text = text_of(slips_pdf(sheet(1), OPENING, translator("ru")))

    for part in (
        "Иванова Мария Петровна",
        "мать · Иванов Пётр, 7Б",
        "K7M2-9XH0-00",
        "Наведите камеру",
        "@zvonok_family_bot",
        "до 23 декабря 2026",
    ):
        assert part in text


def test_markup_in_a_name_prints_as_typed() -> None:
    text = text_of(slips_pdf(sheet(1, '#set <b>"$x"</b> *y* \\'), OPENING, translator("en")))

    assert '#set <b>"$x"</b> *y* \\' in text


def test_without_the_bot_s_name_the_code_alone_does() -> None:
    text = text_of(slips_pdf(sheet(1), "", translator("en")))

    assert "K7M2-9XH0-00" in text
    assert "QR" not in text
