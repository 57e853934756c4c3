"""The template is a school without faults; the marked workbook shows what is wrong where it is wrong."""

import io

import pytest
from openpyxl import load_workbook

from core.app import App
from core.workbook import FaultCode
from core.workbook.columns import SHEETS
from documents.workbook_faults import RED, YELLOW, mark_faults
from documents.workbook_template import workbook_template
from locales import LANGUAGES, translator
from tests.workbook.books import changed, load, look, small, written


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_template_can_be_imported_as_it_is(app: App, language: str) -> None:
    report = await load(app, workbook_template(translator(language)))

    assert report.applied
    assert {w.code for w in report.warnings} == {FaultCode.PLAN_HOURS}


def test_the_template_has_every_sheet_with_frozen_headings_hints_and_lists() -> None:
    book = load_workbook(io.BytesIO(workbook_template(translator("ru"))))

    assert book.sheetnames == ["Школа", *(s.title for s in SHEETS)]
    for spec in SHEETS:
        sheet = book[spec.title]
        assert [c.value for c in sheet[1]] == [c.title for c in spec.columns]
        assert all(c.comment is not None for c in sheet[1])
        assert sheet.freeze_panes == "A2"
    assert '"default,kam,lic68,proz,rso,s324"' in {v.formula1 for v in book["Школа"].data_validations.dataValidation}
    assert '"пн,вт,ср,чт,пт,сб,вс"' in {v.formula1 for v in book["Расписание"].data_validations.dataValidation}


async def test_faulty_cells_come_back_coloured_and_commented(app: App) -> None:
    def spoil(sheets: dict[str, list[list[object]]]) -> None:
        sheets["Ученики"][1][4] = "весной"
        sheets["Нагрузка"].append(["1А", "Алгебра", None, "003", 1])

    content = changed(spoil)  # type: ignore[arg-type]
    report = await look(app, content)

    book = load_workbook(io.BytesIO(mark_faults(content, report.faults, report.warnings, translator("ru"))))

    bad = book["Ученики"]["E2"]
    assert bad.fill.fgColor.rgb == RED.fgColor.rgb
    assert bad.comment is not None
    assert bad.comment.text == "«весной» – не дата. Нужно ДД.ММ.ГГГГ"
    assert book["Нагрузка"]["B7"].fill.fgColor.rgb == YELLOW.fgColor.rgb
    assert book.active is book["Ученики"]
    assert bad.value == "весной"


async def test_the_comments_speak_the_persons_language(app: App) -> None:
    content = written({**small(), "Предметы": [["Название"], [None], ["x" * 200]]})
    report = await look(app, content)

    book = load_workbook(io.BytesIO(mark_faults(content, report.faults, [], translator("en"))))

    comment = book["Предметы"]["A3"].comment
    assert comment is not None
    assert comment.text == "too long: at most 128 characters"
