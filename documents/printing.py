"""Typst draws every paper and picture: a template, its facts as JSON, the same fonts on every machine."""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import typst

HERE = Path(__file__).parent
LEFT_OUT = "[…]"
# Scripts that none of the fonts holds would come out as boxes. Held are Latin, Cyrillic, Greek, Armenian, Hebrew and
# Georgian letters, the signs of mathematics, and emoji with what joins, tints and flags them.
WITHOUT_GLYPHS = re.compile(
    "[^\u0000-\u0484\u0487-\u04ff\u0531-\u058f\u05d0-\u05ea\u10d0-\u10fa\u1e00-\u20cf\u20e3\u2100-\u23ff\u2460-\u26ff"
    "\u2701-\u27bf\u27d0-\u2bff\ufb00-\ufb06\ufe0e\ufe0f\U0001d400-\U0001d7ff\U0001f1e6-\U0001f1ff\U0001f300-\U0001f64f"
    "\U0001f680-\U0001f6ff\U0001f7e0-\U0001f7eb\U0001f90c-\U0001f9ff\U0001fa70-\U0001faff\U000e0020-\U000e007f]+"
)


def paper(template: str, facts: Mapping[str, Any]) -> bytes:
    """A PDF of `templates/<template>.typ`. Blocks for as long as it draws: call it in a thread."""
    return bytes(typst.compile(_template(template), sys_inputs=_inputs(facts), font_paths=_fonts()))


def picture(template: str, facts: Mapping[str, Any], pixels_a_point: float) -> bytes:
    """The same as a PNG."""
    ppi = 72 * pixels_a_point
    inputs = _inputs(facts)
    return bytes(typst.compile(_template(template), format="png", ppi=ppi, sys_inputs=inputs, font_paths=_fonts()))


def _inputs(facts: Mapping[str, Any]) -> dict[str, str]:
    return {"facts": WITHOUT_GLYPHS.sub(LEFT_OUT, json.dumps(facts, ensure_ascii=False))}


@cache
def _template(name: str) -> bytes:
    return (HERE / "templates" / f"{name}.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    """Those within Typst, and ours for emoji; none of the machine's, whose papers would differ from the next one's."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(HERE / "fonts")])
