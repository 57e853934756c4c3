"""Files of a real school's shape: titles above the header, synonyms, ФИО, text numbers, ё, blank rows."""

from sqlalchemy import select

from core.app import App
from core.workbook import FaultCode
from storage.models import ClassUnit, Pupil, Staff, TeachingLoad
from tests.workbook.books import changed, found, load, look, only, small


async def test_titles_blank_rows_and_odd_columns_do_not_disturb(app: App) -> None:
    sheets = only("Школа", "Классы", "Сотрудники")
    sheets["Ученики"] = [
        ["Список обучающихся МБОУ СОШ № 5"],
        [None],
        ["на 1 сентября", None, "2026 г."],
        ["№ п/п", "Л/Д", "Ф.И.О.", "Класс", "Литера", "Пол", "СНИЛС"],
        [1, 17, "Абрамов Глеб Ильич", 7, "а", "муж.", "111"],
        [None],
        [2, "18", "Алиев Руслан Мамед оглы", "7", "Б", "М", "222"],
    ]

    report = await load(app, sheets)

    assert report.applied
    assert report.unknown_columns == {"Ученики": ["№ п/п", "СНИЛС"]}
    async with app.work() as work:
        names = (await work.session.execute(select(Pupil.file_number, Pupil.surname, Pupil.patronymic))).all()
    assert [tuple(n) for n in names] == [("17", "Абрамов", "Ильич"), ("18", "Алиев", "Мамед оглы")]


async def test_references_forgive_letters_zeros_and_short_names(app: App) -> None:
    sheets = small()
    sheets["Классы"][2] = ["7A", 7.0, "1", 1, "201"]  # Latin A, the staff number as a number
    sheets["Нагрузка"][2] = ["7 а", " алгебра ", None, "Петрова А.И.", "2"]

    report = await load(app, sheets)

    assert not report.faults
    async with app.work() as work:
        leader = await work.session.scalar(
            select(Staff.surname).join(ClassUnit, ClassUnit.class_leader_id == Staff.id).where(ClassUnit.name == "7A")
        )
        hours = set(await work.session.scalars(select(TeachingLoad.hours_per_week)))
    assert leader == "Петрова"
    assert {str(h) for h in hours} == {"1.00", "1.50", "2.00"}


async def test_columns_may_come_in_any_order_under_their_usual_other_names(app: App) -> None:
    def reorder(sheets: object) -> None:
        assert isinstance(sheets, dict)
        rows = sheets["Расписание"]
        sheets["Расписание"] = [
            ["Каб.", "Подгруппа", "Дисциплина", "№ урока", "День недели", "Классы", "Чётность"],
            *[[r[5], r[4], r[3], f"{r[2]} урок", r[1], r[0], r[6]] for r in rows[1:]],
        ]

    report = await load(app, changed(reorder))

    assert not report.faults
    assert report.changes.lessons.new == 226


async def test_a_sheet_without_a_header_is_a_fault_of_its_own(app: App) -> None:
    report = await look(app, {**small(), "Предметы": [["что-то"], ["Алгебра"]]})

    assert found(report, FaultCode.NO_HEADER).sheet == "Предметы"
    assert {f.code for f in report.faults} == {FaultCode.NO_HEADER}


async def test_a_missing_column_is_named_once_and_drags_nothing_along(app: App) -> None:
    sheets = small()
    sheets["Сотрудники"] = [["Табельный №", *row[1:]] if n == 0 else row for n, row in enumerate(sheets["Сотрудники"])]

    report = await look(app, sheets)

    assert [(f.code, f.column, f.suggestion) for f in report.faults] == [
        (FaultCode.COLUMN_MISSING, "Табельный номер", "Табельный №")
    ]


async def test_a_repeated_column_is_a_fault(app: App) -> None:
    sheets = small()
    sheets["Предметы"] = [["Предмет", "Предмет"], ["Алгебра", "История"]]
    report = await look(app, sheets)
    assert found(report, FaultCode.COLUMN_REPEATED).cell == 1
