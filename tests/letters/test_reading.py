"""What stands in a letter."""

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from core.errors import AccessDenied, NothingThere
from core.letters.choosing import offer_to_everybody
from core.letters.facts import LetterAbsences
from core.letters.family import own_letter
from core.letters.reading import letter_head, letters
from core.letters.short import short_letters
from core.terms import MarkValue, RemarkTone
from storage.models import Lesson, MarkNews, TeachingLoad
from tests.letters.conftest import Letters
from tests.support.clock import moscow
from tests.support.school import Person, days_after
from tests.support.statements import counted


async def test_each_subject_tells_how_many_of_each_mark_the_average_and_works_owed(klass: Letters) -> None:
    algebra, physics = (await klass.read(klass.ivanov)).subjects

    assert (algebra.name, algebra.counts, algebra.average, algebra.owed) == (
        "Алгебра",
        (1, 2, 0, 0, 0),
        Decimal("4.33"),
        0,
    )
    assert (physics.name, physics.counts, physics.owed) == ("Физика", (0, 0, 1, 0, 0), 1)


async def test_the_total_sums_up_and_averages_the_subjects(klass: Letters) -> None:
    letter = await klass.read(klass.ivanov)

    assert (letter.total.counts, letter.total.owed) == ((1, 2, 1, 0, 0), 1)
    assert letter.total.average == Decimal("3.67")


async def test_the_mark_for_the_period_stands_beside_and_is_averaged_below(klass: Letters) -> None:
    async with klass.sessions() as session:
        subjects = list(await session.scalars(select(TeachingLoad.subject_id).order_by(TeachingLoad.id)))
    await klass.final(klass.ivanov, subjects[0], "4")
    await klass.final(klass.ivanov, subjects[1], "3")

    letter = await klass.read(klass.ivanov)
    assert [subject.final for subject in letter.subjects] == [MarkValue.FOUR, MarkValue.THREE]
    assert letter.finals == Decimal("3.50")


async def test_missed_lessons_by_reason_and_lateness(klass: Letters) -> None:
    for place, reason in enumerate(("illness", "illness", "excused", "unexcused", None)):
        await klass.absent(klass.ivanov, klass.algebra, days_after(place - 10), reason)
    await klass.absent(klass.ivanov, klass.physics, days_after(-3), None, "late")

    absences = (await klass.read(klass.ivanov)).absences
    assert absences == LetterAbsences(illness=2, excused=1, unexcused=1, unknown=1, late=1)
    assert absences.missed == 5


async def test_lessons_missed_before_the_period_are_not_told(klass: Letters) -> None:
    await klass.absent(klass.ivanov, klass.algebra, days_after(-40), "illness")

    assert (await klass.read(klass.ivanov)).absences == LetterAbsences()


async def test_remarks_come_from_the_newest_and_those_of_others_never(klass: Letters) -> None:
    await klass.remark(klass.ivanov, RemarkTone.PRAISE, "Молодец", days_after(-5))
    await klass.remark(klass.ivanov, RemarkTone.BLAME, "Болтал", days_after(-2))
    await klass.remark(klass.petrova, RemarkTone.BLAME, "Опоздала", days_after(-1))

    assert [remark.body for remark in (await klass.read(klass.ivanov)).remarks] == ["Болтал", "Молодец"]


async def test_a_mark_held_from_the_family_is_not_in_the_letter(klass: Letters) -> None:
    now = moscow(days_after(0), "08:00")
    [fresh] = await klass.marking.give(klass.ivanov, klass.algebra, "2", day=days_after(0))
    async with klass.sessions() as session, session.begin():
        lesson = await session.scalar(select(Lesson.id).order_by(Lesson.id.desc()).limit(1))
        assert lesson is not None
        await session.merge(
            MarkNews(
                mark_id=fresh,
                pupil_id=klass.ivanov,
                pupil_due=now + timedelta(hours=1),
                family_due=now + timedelta(hours=2),
            )
        )
    assert (await klass.read(klass.ivanov)).subjects[0].counts == (1, 2, 0, 0, 0)


async def test_a_first_grade_without_marks_has_absences_only(klass: Letters) -> None:
    small = await klass.school.class_unit("1А", klass.leader.id)
    pupil = await klass.school.pupil(small, "Малышев", "Ян")
    await klass.school.load(klass.teacher.id, small, subject="Математика")
    async with klass.app.work(klass.leader.address) as work:
        head = await letter_head(work, small)
        [letter] = await letters(work, head, [pupil])

    assert (head.unmarked, letter.subjects) == (True, ())


async def test_only_periods_that_have_begun_are_offered(klass: Letters) -> None:
    later = await klass.marking.period("3 четверть", (days_after(50), days_after(110)))
    async with klass.app.work(klass.leader.address) as work:
        assert [span.id for span in (await letter_head(work, klass.class_id)).spans] == [klass.period]
        with pytest.raises(NothingThere):
            await letter_head(work, klass.class_id, later)


async def test_the_class_is_in_the_order_of_the_class_list(klass: Letters) -> None:
    async with klass.app.work(klass.leader.address) as work:
        head = await letter_head(work, klass.class_id)

    assert [pupil.name for pupil in head.pupils] == ["Ёжиков Лев", "Иванов Пётр", "Петрова Анна"]


@pytest.mark.parametrize("who", ["teacher", "administrator"])
async def test_nobody_but_the_leader_and_the_management_reads_the_class(klass: Letters, who: str) -> None:
    person: Person = getattr(klass, who)
    async with klass.app.work(person.address) as work:
        with pytest.raises(AccessDenied):
            await letter_head(work, klass.class_id)


async def test_a_deputy_reads_any_class(klass: Letters) -> None:
    async with klass.app.work(klass.deputy.address) as work:
        assert (await letter_head(work, klass.class_id)).class_name == "7Б"


async def test_a_mother_gets_the_letter_of_her_own_child_only(klass: Letters) -> None:
    async with klass.app.work(klass.mother.address) as work:
        _, letter = await own_letter(work, klass.ivanov, klass.period)
        with pytest.raises(AccessDenied):
            await own_letter(work, klass.petrova, klass.period)

    assert (letter.pupil.surname, letter.total.counts) == ("Иванов", (1, 2, 1, 0, 0))


async def test_each_press_costs_a_fixed_number_of_statements(klass: Letters) -> None:
    for number in range(20):
        await klass.school.connected_guardian(await klass.school.pupil(klass.class_id, f"Новиков{number}", "Ян"))
    found = await klass.offer()
    where = klass.class_id, klass.period
    with counted(klass.sessions) as opened:
        async with klass.app.work(klass.leader.address) as work:
            await offer_to_everybody(work, *where)
    with counted(klass.sessions) as short:
        async with klass.app.work(klass.leader.address) as work:
            await short_letters(work, *where, everybody=False)
    with counted(klass.sessions) as sent:
        await klass.send(found)

    assert (len(opened), len(short)) == (4, 6)
    assert len(sent) == 8
    assert len(await klass.pushes()) == 21
