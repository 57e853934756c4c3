"""Final marks of a child, also of earlier years."""

from datetime import date

from bots.family.screens.marks_period import period_screen
from core.diary.marks_period import final_table
from core.terms import FinalKind, MarkValue
from locales import translator
from storage.models import ClassUnit, Enrolment, FinalMark, StudyYear
from tests.family.child_marks.looking import marks_of
from tests.family.conftest import Enter, Family
from tests.family.marking import Marking
from tests.support.clock import MONDAY, FakeClock, moscow
from tests.support.school import SchoolBuilder


async def final(
    marking: Marking, family: Family, subject: int, period: int | None, value: str, at: str = "12:00"
) -> None:
    await marking.add(
        FinalMark(
            pupil_id=family.pupil_id,
            subject_id=subject,
            year_id=marking.school.year_id,
            kind=FinalKind.PERIOD if period else FinalKind.YEAR,
            period_id=period,
            value=MarkValue(value),
            set_by=family.teacher_id,
            set_at=moscow(MONDAY, at),
        )
    )


async def last_year(school: SchoolBuilder, marking: Marking, family: Family, value: str) -> int:
    """A year before this one in 6Б, with one mark; its period."""
    year = StudyYear(name="2025/2026", starts=date(2025, 9, 1), ends=date(2026, 5, 26))
    await marking.add(year)
    old = ClassUnit(year_id=year.id, name="6Б", key="6Б", grade_level=6)
    await marking.add(old)
    await marking.add(
        Enrolment(pupil_id=family.pupil_id, class_id=old.id, starts=date(2025, 9, 1), ends=date(2026, 5, 26))
    )
    load = await school.load(family.teacher_id, old.id)
    await marking.give(family.pupil_id, load, value, day=date(2026, 4, 15))
    return await marking.period("4 четверть", (date(2026, 4, 1), date(2026, 5, 26)), year=year.id)


async def test_what_is_set_for_the_period_and_the_year_stands_instead_of_the_likely_mark(
    enter: Enter, family: Family, marking: Marking, algebra: int, subject: int, quarter: int
) -> None:
    await marking.give(family.pupil_id, algebra, "4")
    await final(marking, family, subject, quarter, "5")
    await final(marking, family, subject, None, "4")
    said = period_screen(await marks_of(enter, family), translator("ru")).text
    assert "4 · 4,00 · за период <b>5</b> · за год <b>4</b>" in said
    assert "выходит" not in said


async def test_a_final_mark_is_held_as_every_mark(
    enter: Enter, clock: FakeClock, family: Family, marking: Marking, subject: int, quarter: int
) -> None:
    await final(marking, family, subject, quarter, "2", at="19:55")
    assert [s.final for s in (await marks_of(enter, family)).subjects] == [None]
    clock.forward(minutes=5)
    assert [s.final for s in (await marks_of(enter, family)).subjects] == [MarkValue.TWO]


async def test_an_earlier_year_has_its_class_and_marks_a_tap_away(
    enter: Enter, family: Family, school: SchoolBuilder, marking: Marking, quarter: int
) -> None:
    before = await last_year(school, marking, family, "3")
    present = period_screen(await marks_of(enter, family), translator("ru"))
    assert "‹ 4 четверть, 2025/2026" in [button.label for row in present.rows for button in row]
    past = period_screen(await marks_of(enter, family, before), translator("ru"))
    assert "6Б" in past.text
    assert "4 четверть, 2025/2026" in past.text
    assert "<b>Алгебра</b>: 3 · 3,00" in past.text
    assert (await marks_of(enter, family)).span.period == (await marks_of(enter, family, quarter)).span.period


async def test_final_marks_are_a_table_of_every_year(
    enter: Enter, family: Family, school: SchoolBuilder, marking: Marking, subject: int, quarter: int
) -> None:
    await last_year(school, marking, family, "3")
    await final(marking, family, subject, quarter, "5")
    async with enter(family.mother) as work:
        table = await final_table(work, family.pupil_id)
    assert table.finals == {(subject, FinalKind.PERIOD, quarter): MarkValue.FIVE}
    assert [year.name for year in table.years] == ["2025/2026", "2026/2027"]
