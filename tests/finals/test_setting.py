"""Setting final marks: one by one and all that are proposed, races, the scale."""

import asyncio
from decimal import Decimal

import pytest
from sqlalchemy import update

from core.errors.entries import EntryForbidden
from core.errors.marks import MarkOffScale
from core.finals import setting
from core.finals.reading import open_finals
from core.terms import MarkValue, Role
from storage.models import MarkedSubject, StudyPeriod, TeachingLoad
from tests.finals.conftest import Quarter, Trace


async def test_a_mark_stands_with_its_author_and_average(quarter: Quarter, trace: Trace) -> None:
    pupil = quarter.class7b.ivanov
    await quarter.mark(pupil, "5", "4")

    page = await quarter.set(pupil, "4")

    line = page.line(pupil)
    assert line is not None
    assert (line.value, line.rev, line.author, page.note) == ("4", 1, "Алгебраистова А. И.", "")
    row = (await quarter.rows())[pupil]
    assert (row.value, row.average, row.set_by) == ("4", Decimal("4.50"), quarter.class7b.teacher.id)
    assert [(entry.action, entry.before) for entry in await trace()] == [("final.set", None)]


async def test_a_mark_is_changed_and_taken_back(quarter: Quarter, trace: Trace) -> None:
    pupil = quarter.class7b.ivanov
    await quarter.set(pupil, "4")
    await quarter.set(pupil, "5", seen=1)

    page = await quarter.set(pupil, None, seen=2)

    line = page.line(pupil)
    assert line is not None
    assert (line.value, line.rev) == (None, 3)
    said = [(entry.action, (entry.before or {}).get("value"), (entry.after or {})["value"]) for entry in await trace()]
    assert said == [("final.set", None, "4"), ("final.set", "4", "5"), ("final.take_back", "5", None)]


async def test_the_same_press_twice_is_one_mark(quarter: Quarter, trace: Trace) -> None:
    pupil = quarter.class7b.ivanov

    pages = await asyncio.gather(quarter.set(pupil, "4"), quarter.set(pupil, "4"))

    assert sorted(page.note for page in pages) == ["", "already"]
    assert (await quarter.rows())[pupil].rev == 1
    assert len(await trace()) == 1


async def test_of_two_phones_the_first_stands(quarter: Quarter) -> None:
    pupil, director = quarter.class7b.ivanov, await quarter.class7b.school.connected_staff("Дир", Role.DIRECTOR)

    pages = await asyncio.gather(quarter.set(pupil, "4"), quarter.set(pupil, "5", by=director))

    assert sorted(page.note for page in pages) == ["", "changed"]
    assert {page.line(pupil).value for page in pages} == {(await quarter.rows())[pupil].value}  # type: ignore[union-attr]


async def test_an_old_button_changes_nothing(quarter: Quarter) -> None:
    pupil = quarter.class7b.ivanov
    await quarter.set(pupil, "4")
    await quarter.set(pupil, "5", seen=1)

    page = await quarter.set(pupil, "3", seen=1)

    assert page.note == "changed"
    assert (await quarter.rows())[pupil].value == "5"


async def test_a_button_that_saw_a_mark_that_never_was_writes_nothing(quarter: Quarter) -> None:
    page = await quarter.set(quarter.class7b.ivanov, "3", seen=7)

    assert page.note == "changed"
    assert await quarter.rows() == {}


async def test_all_proposed_are_set_at_once_and_nobody_elses(quarter: Quarter, trace: Trace) -> None:
    class7b = quarter.class7b
    await quarter.mark(class7b.ivanov, *"55555")
    await quarter.mark(class7b.petrova, *"44444")
    await quarter.mark(class7b.sidorov, *"33")  # too few
    await quarter.set(class7b.petrova, "5")
    before = await quarter.page()

    page = await quarter.put_all(before.fingerprint)

    assert {pupil: row.value for pupil, row in (await quarter.rows()).items()} == {
        class7b.ivanov: "5",
        class7b.petrova: "5",
    }
    assert (page.note, page.settable) == ("", ())
    assert len(await trace()) == 2


async def test_all_proposed_pressed_twice_sets_them_once(quarter: Quarter, trace: Trace) -> None:
    await quarter.mark(quarter.class7b.ivanov, *"55555")
    seen = (await quarter.page()).fingerprint

    pages = await asyncio.gather(quarter.put_all(seen), quarter.put_all(seen))

    assert "" in {page.note for page in pages}
    assert (await quarter.rows())[quarter.class7b.ivanov].rev == 1
    assert len(await trace()) == 1
    assert (await quarter.put_all(seen)).note == "already"


async def test_a_preview_that_no_longer_fits_writes_nothing(quarter: Quarter) -> None:
    pupil = quarter.class7b.ivanov
    await quarter.mark(pupil, *"55555")
    seen = (await quarter.page()).fingerprint
    await quarter.mark(pupil, *"2222", lessons=quarter.lessons[5:])

    page = await quarter.put_all(seen)

    assert page.note == "changed"
    assert await quarter.rows() == {}


@pytest.mark.parametrize("value", ["pass", "dot", "1"])
async def test_a_mark_off_the_scale_is_refused(quarter: Quarter, value: str) -> None:
    with pytest.raises(MarkOffScale):
        await quarter.set(quarter.class7b.ivanov, value)


async def test_a_subject_with_passes_takes_passes_only(quarter: Quarter) -> None:
    async with quarter.class7b.sessions() as session, session.begin():
        load = await session.get_one(TeachingLoad, quarter.load)
        session.add(MarkedSubject(subject_id=load.subject_id))
    with pytest.raises(MarkOffScale):
        await quarter.set(quarter.class7b.ivanov, "5")

    page = await quarter.set(quarter.class7b.ivanov, "pass")

    assert page.least == 0
    assert page.line(quarter.class7b.ivanov).value == "pass"  # type: ignore[union-attr]


async def test_grade_1_gets_none(quarter: Quarter) -> None:
    school, teacher = quarter.class7b.school, quarter.class7b.teacher
    class_id = await school.class_unit("1А")
    pupil = await school.pupil(class_id, "Первоклассник", "Ваня", born=None)
    load = await school.load(teacher.id, class_id, subject="Математика")
    async with quarter.class7b.sessions() as session, session.begin():
        await session.execute(update(StudyPeriod).values(grade_from=1))

    async with quarter.app.work(teacher.address) as work:
        page = await open_finals(work, load, None)
        with pytest.raises(EntryForbidden):
            await setting.set_final(work, load, page.span.period, pupil, MarkValue.FIVE, seen=0)
    assert not page.writable
