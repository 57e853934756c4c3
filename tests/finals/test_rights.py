"""Who sets final marks, and until when."""

from datetime import date

import pytest

from core.errors import AccessDenied
from core.errors.entries import EntryNeedsReason, EntryWindowClosed, FinalMarksEarly
from core.terms import Role
from storage.models import LoadClass, TeachingLoad
from tests.finals.conftest import ENDS, Quarter
from tests.support.clock import MONDAY, FakeClock

SATURDAY = date(2026, 11, 28)


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
