"""Setting final marks: rights, races, the term, what is proposed of what the journal holds."""

import asyncio
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import update

from core.errors import AccessDenied, NothingThere
from core.errors.entries import EntryForbidden, EntryNeedsReason, EntryWindowClosed, FinalMarksEarly
from core.errors.marks import MarkOffScale
from core.finals import setting
from core.finals.page import Lack
from core.finals.reading import open_finals
from core.terms import MarkValue, Role
from storage.models import ClassUnit, Enrolment, GroupMember, LoadClass, MarkedSubject, StudyPeriod, TeachingLoad
from tests.finals.conftest import AFTER, ENDS, FIRST_LESSON, Quarter, Trace, a_period
from tests.support.clock import MONDAY, FakeClock
from tests.support.statements import counted

SATURDAY = date(2026, 11, 28)


async def test_a_page_proposes_by_the_schools_own_average(quarter: Quarter) -> None:
    pupil = quarter.class7b.ivanov
    await quarter.mark(pupil, "5", "4", "4", "5")
    await quarter.mark(pupil, "3", letter="К", lessons=quarter.lessons[4:])  # weighs 1.5

    line = await quarter.line(pupil)

    # 22.5 points over weights of 5.5.
    assert (line.proposal.value, line.proposal.average, line.proposal.count) == ("4", Decimal("4.09"), 5)
    assert (line.value, line.rev, line.lacks) == (None, 0, ())


async def test_too_few_marks_are_said_and_left_to_the_teacher(quarter: Quarter) -> None:
    pupil = quarter.class7b.ivanov
    await quarter.mark(pupil, "5", "5", "5", "5")

    page = await quarter.page()

    line = page.line(pupil)
    assert line is not None
    assert page.least == 5  # three hours a week
    assert (line.lacks, line.proposal.value) == ((Lack.FEW,), "5")
    assert page.settable == ()


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


async def test_works_without_a_mark_are_in_the_way_where_the_regulation_requires_them(quarter: Quarter) -> None:
    school = quarter.class7b.school
    await school.choose_regulation("rso")
    async with quarter.class7b.sessions() as session, session.begin():
        await session.execute(update(ClassUnit).values(class_leader_id=quarter.class7b.teacher.id))
    await quarter.work(quarter.lessons[0], "К")
    await quarter.mark(quarter.class7b.ivanov, *"55555", lessons=quarter.lessons[1:])
    await quarter.mark(quarter.class7b.petrova, *"5555", lessons=quarter.lessons[1:])
    await quarter.mark(quarter.class7b.petrova, "5", letter="К")

    page = await quarter.page()

    assert page.works_required
    assert [line.lacks for line in page.lines if line.marks] == [(Lack.WORKS,), ()]
    ivanov = page.line(quarter.class7b.ivanov)
    assert ivanov is not None
    assert ivanov.owed == ((FIRST_LESSON, "К"),)


async def test_marks_are_of_the_subject_in_the_class_a_pupil_came_from(quarter: Quarter) -> None:
    class7b = quarter.class7b
    other = await class7b.school.class_unit("7А")
    pupil = await class7b.school.pupil(other, "Новиков", "Илья")
    old_load = await class7b.school.load(class7b.teacher.id, other)
    lessons = [await class7b.school.lesson(old_load, 2, day) for day in (date(2026, 11, 9), date(2026, 11, 10))]
    await quarter.mark(pupil, "5", "5", lessons=lessons)
    await quarter.mark(pupil, "4", lessons=quarter.lessons[6:])
    await move(quarter, pupil, date(2026, 11, 16))

    line = await quarter.line(pupil)

    assert [mark.value.value for mark in line.marks] == ["5", "5", "4"]


async def move(quarter: Quarter, pupil: int, day: date) -> None:
    """From a day on the pupil is of 7Б."""
    async with quarter.class7b.sessions() as session, session.begin():
        await session.execute(
            update(Enrolment).where(Enrolment.pupil_id == pupil).values(ends=date.fromordinal(day.toordinal() - 1))
        )
        session.add(Enrolment(pupil_id=pupil, class_id=quarter.class7b.class_id, starts=day))


async def test_a_group_page_has_its_own_pupils_only(quarter: Quarter) -> None:
    class7b = quarter.class7b
    async with class7b.sessions() as session, session.begin():
        await session.execute(update(TeachingLoad).where(TeachingLoad.id == quarter.load).values(group_name="1"))
        load = await session.get_one(TeachingLoad, quarter.load)
        since = date(2026, 9, 1)
        session.add(GroupMember(load_id=load.id, subject_id=load.subject_id, pupil_id=class7b.petrova, starts=since))

    page = await quarter.page()

    assert [line.pupil_id for line in page.lines] == [class7b.petrova]
    with pytest.raises(AccessDenied):
        await quarter.set(class7b.ivanov, "5")


async def test_who_left_before_the_end_gets_no_mark_here(quarter: Quarter) -> None:
    class7b = quarter.class7b
    async with class7b.sessions() as session, session.begin():
        await session.execute(
            update(Enrolment).where(Enrolment.pupil_id == class7b.ivanov).values(ends=date(2026, 11, 13))
        )

    assert class7b.ivanov not in {line.pupil_id for line in (await quarter.page()).lines}


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


async def test_only_whose_business_it_is_sets_marks(quarter: Quarter) -> None:
    class7b = quarter.class7b
    stranger = await class7b.school.connected_staff("Чужая")
    for person in (class7b.leader, class7b.deputy, stranger):
        with pytest.raises(AccessDenied):
            await quarter.set(class7b.ivanov, "5", by=person)
    with pytest.raises(AccessDenied):
        await quarter.page(stranger)

    director = await class7b.school.connected_staff("Директорова", Role.DIRECTOR)
    await quarter.set(class7b.ivanov, "5", by=director)

    assert (await quarter.rows())[class7b.ivanov].set_by == director.id


async def test_where_the_class_leader_sets_them_the_teacher_only_looks(quarter: Quarter) -> None:
    class7b = quarter.class7b
    await class7b.school.choose_regulation("rso")
    with pytest.raises(AccessDenied):
        await quarter.set(class7b.ivanov, "5")

    page = await quarter.set(class7b.ivanov, "5", by=class7b.leader)

    assert page.by == "class_leader"
    assert (await quarter.page()).by == "class_leader"


async def test_a_class_leader_closes_the_own_class_of_a_joint_page_only(quarter: Quarter) -> None:
    class7b = quarter.class7b
    await class7b.school.choose_regulation("rso")
    other = await class7b.school.class_unit("7В")
    stranger = await class7b.school.pupil(other, "Чужов", "Глеб")
    async with class7b.sessions() as session, session.begin():
        load = await session.get_one(TeachingLoad, quarter.load)
        session.add(LoadClass(load_id=load.id, class_id=other, subject_id=load.subject_id, group_name=""))
    await quarter.set(class7b.ivanov, "5", by=class7b.leader)

    with pytest.raises(AccessDenied):
        await quarter.set(stranger, "5", by=class7b.leader)


async def test_who_stands_in_these_days_sets_them_too(quarter: Quarter) -> None:
    class7b = quarter.class7b
    substitute = await class7b.school.connected_staff("Заменова")
    await class7b.school.lesson(quarter.load, 5, MONDAY, substitute=substitute.id)

    await quarter.set(class7b.ivanov, "4", by=substitute)

    assert (await quarter.rows())[class7b.ivanov].value == "4"


async def test_after_the_term_the_teacher_asks_and_the_deputy_gives_a_reason(
    quarter: Quarter, clock: FakeClock
) -> None:
    class7b = quarter.class7b
    clock.set("23:50", ENDS)
    await quarter.set(class7b.petrova, "4")
    clock.set("00:10", SATURDAY)

    with pytest.raises(EntryWindowClosed) as closed:
        await quarter.set(class7b.ivanov, "5")
    with pytest.raises(EntryNeedsReason):
        await quarter.set(class7b.ivanov, "5", by=class7b.deputy)

    assert closed.value.facts["rule"] == "final_marks_due"
    assert closed.value.facts["deciders"] == "deputy_head,director"


async def test_before_the_last_week_is_too_early_in_lic68(quarter: Quarter, clock: FakeClock) -> None:
    await quarter.class7b.school.choose_regulation("lic68")
    clock.set("12:00", date(2026, 11, 20))

    with pytest.raises(FinalMarksEarly) as early:
        await quarter.set(quarter.class7b.ivanov, "5")

    assert early.value.facts["opens"] == MONDAY


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


async def test_the_year_stands_on_the_periods(quarter: Quarter, clock: FakeClock) -> None:
    class7b = quarter.class7b
    await class7b.school.lesson(quarter.load, 1, date(2026, 9, 7))
    director = await class7b.school.connected_staff("Директорова", Role.DIRECTOR)
    await quarter.set(class7b.ivanov, "4")
    page = await quarter.year()
    line = page.line(class7b.ivanov)
    assert line is not None
    assert (line.proposal.value, line.lacks) == (None, (Lack.PERIODS,))

    clock.set("12:00", date(2026, 10, 28))
    await quarter.set(class7b.ivanov, "5", by=director, period=quarter.first)
    clock.set("12:00")
    year = await quarter.year()
    line = year.line(class7b.ivanov)
    assert line is not None
    assert (line.proposal.value, line.proposal.average, line.lacks) == ("5", Decimal("4.50"), ())
    written = await quarter.set(class7b.ivanov, "5", period=None)

    assert written.line(class7b.ivanov).value == "5"  # type: ignore[union-attr]
    assert (await quarter.rows())[class7b.ivanov].value == "4"


async def test_a_period_of_another_grade_is_no_page(quarter: Quarter) -> None:
    with pytest.raises(NothingThere):
        await quarter.page(period=999)


async def test_a_year_is_closed_in_its_last_period(quarter: Quarter) -> None:
    await a_period(quarter.class7b, "3 четверть", date(2027, 1, 11), date(2027, 3, 20))

    with pytest.raises(FinalMarksEarly):
        await quarter.set(quarter.class7b.ivanov, "5", period=None)


async def test_the_statements_do_not_grow_with_the_class(quarter: Quarter) -> None:
    school = quarter.class7b.school
    await quarter.page()
    with counted(quarter.class7b.sessions) as small:
        await quarter.page()
    with counted(quarter.class7b.sessions) as one:
        await quarter.set(quarter.class7b.ivanov, "5")
    for number in range(30):
        pupil = await school.pupil(quarter.class7b.class_id, f"Ученик{number:02}")
        await quarter.mark(pupil, *"55555")
    seen = (await quarter.page()).fingerprint

    with counted(quarter.class7b.sessions) as large:
        await quarter.put_all(seen)

    assert (len(small), len(one), len(large)) == (3, 5, 5)
    assert len(await quarter.rows()) == 31


async def test_a_page_after_the_quarter_shows_the_quarter_that_ended(quarter: Quarter, clock: FakeClock) -> None:
    clock.set("12:00", AFTER)

    assert (await quarter.page()).span.period == quarter.second
