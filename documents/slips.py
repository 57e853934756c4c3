"""The sheet of slips with access codes: PDF for printing and cutting (A2)."""

from io import BytesIO
from typing import Any

import segno

from core.access.slips import ClassSlips, Slip
from core.rules.code_text import grouped
from documents import printing
from locales import Translator


def slips_pdf(sheet: ClassSlips, opening: str, t: Translator) -> bytes:
    """A4 pages of eight slips. `opening` is what a code is appended to for the QR code (empty: no QR code).

    Takes about 50 ms a page: call it in a thread.
    """
    slips = [_slip(slip, sheet, opening, t) for slip in sheet.slips]
    facts = {"lang": t.language, "title": t.plain("slip-title"), "school": sheet.school, "slips": slips}
    return printing.paper("slips", facts)


def _slip(slip: Slip, sheet: ClassSlips, opening: str, t: Translator) -> dict[str, Any]:
    return {
        "name": slip.name,
        "whose": _whose(slip, sheet.class_name, t),
        "code": grouped(slip.code),
        "qr": _qr(opening + slip.code) if opening else "",
        "how": _how(opening, t),
        "until": t.plain("slip-until", expires=sheet.expires_at, year=str(sheet.expires_at.year)),
    }


def _whose(slip: Slip, class_name: str, t: Translator) -> str:
    if not slip.pupil:
        return t.plain("slip-pupil", **{"class": class_name})
    kinship = slip.kinship or t.plain("person-guardian")
    return t.plain("slip-guardian", kinship=kinship, pupil=slip.pupil, **{"class": class_name})


def _how(opening: str, t: Translator) -> list[str]:
    """Three lines with the bot's name, or two when nobody knows it now."""
    if not opening:
        return [t.plain("slip-how-text-1"), t.plain("slip-how-text-2")]
    bot = opening.partition("?")[0].rpartition("/")[2]
    return [t.plain("slip-how-1"), t.plain("slip-how-2"), t.plain("slip-how-3", bot=bot)]


def _qr(text: str) -> str:
    """The QR code as SVG; a quarter of it may be smudged."""
    image = BytesIO()
    segno.make(text, error="q", micro=False).save(image, kind="svg", border=0, xmldecl=False, svgns=True)
    return image.getvalue().decode()
