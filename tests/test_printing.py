"""Whatever people type is readable on paper: emoji print, and a script without a font says that it is left out."""

from functools import partial

import pytest
import typst

from documents import printing
from documents.slips import slips_pdf
from locales import translator
from tests.access.test_slips_pdf import OPENING, sheet, text_of

WHOLE = partial(typst.compile, pdf_standards="a-2b")
"""Refuses what would print as a box."""


@pytest.fixture(autouse=True)
def refusing_boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typst, "compile", WHOLE)


@pytest.mark.parametrize(
    "typed",
    [
        "молодец 👍 умница 🎉",
        "👍🏽 👨‍👩‍👧 🇷🇺 1️⃣ ❤️ ☺️ ✅ ⭐",
        "Әминә Ғайса Өмөт Ҙифа Ҫӑлтӑр Ӑнӑҫ Ӕфсати Ӏалид",
        "√2 ≤ ½ · x² ∈ ℝ, ∠ABC ⟂ → ∞ ± 5 °C № ₽",
        "Ἀθῆναι, Ñandú, Łódź, Ընկեր, ქართული",
    ],
)
def test_signs_that_people_type_have_their_glyphs(typed: str) -> None:
    assert slips_pdf(sheet(1, typed), OPENING, translator("ru"))


def test_a_script_that_no_font_holds_is_left_out_and_said_so() -> None:
    text = text_of(slips_pdf(sheet(1, "Иероглиф 你好 и 안녕"), OPENING, translator("ru")))

    assert "Иероглиф […] и […]" in text


def test_without_a_font_it_would_be_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "_fonts", lambda: typst.Fonts(include_system_fonts=False))

    with pytest.raises(typst.TypstError, match="could not be displayed"):
        slips_pdf(sheet(1, "молодец 👍"), OPENING, translator("ru"))
