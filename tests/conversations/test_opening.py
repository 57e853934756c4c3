"""Whom one may write to, and finding the same conversation again."""

import asyncio

import pytest
from sqlalchemy import select, update

from core.conversations import opening
from core.conversations.choosing import class_families
from core.errors import AccessDenied, ConsentNeeded, NothingThere
from core.terms import ConsentAnswer, Topic
from storage.models import Conversation, Enrolment, Guardianship, Participant, Pupil, Staff
from tests.conversations.conftest import Circle
from tests.support.school import days_after
from tests.support.statements import counted


async def test_a_family_is_offered_the_lessons_teacher_first_and_the_administration_last(circle: Circle) -> None:
    async with circle.app.work(circle.mother.address) as work:
        found = await opening.addressees(work, circle.ivanov, circle.lesson)

    assert [(a.name, a.subjects, a.leads, a.of_lesson) for a in found.people] == [
        ("Классная Анна Ивановна", ("Алгебра",), True, True),
        ("Физикова Анна Ивановна", ("Физика",), False, False),
        ("administration", (), False, False),
    ]
    assert (found.pupil, found.class_name, found.lesson) == ("Иванов Пётр", "7Б", "Алгебра, 23.11")
    assert all(a.connected for a in found.people)


async def test_a_teacher_of_another_group_is_no_teacher_of_the_child(circle: Circle) -> None:
    async with circle.app.work(circle.uvarova.address) as work:
        found = await opening.addressees(work, circle.uvarov)
        with pytest.raises(AccessDenied):
            await opening.open_with_staff(work, circle.uvarov, circle.physicist.id)

    assert [a.name for a in found.people] == ["Классная Анна Ивановна", "administration"]


@pytest.mark.parametrize(("ago", "offered"), [(0, True), (14, True), (15, False)])
async def test_a_substitute_of_the_last_two_weeks_is_asked_about_the_lesson(
    circle: Circle, ago: int, offered: bool
) -> None:
    await circle.school.lesson(circle.algebra, 2, days_after(-ago), substitute=circle.singer.id)

    async with circle.app.work(circle.mother.address) as work:
        found = await opening.addressees(work, circle.ivanov)

    assert (circle.singer.id in [a.staff_id for a in found.people]) is offered


async def test_whoever_left_the_school_is_not_offered(circle: Circle) -> None:
    await circle.change(update(Staff).where(Staff.id == circle.physicist.id).values(dismissed=days_after(-1)))

    async with circle.app.work(circle.mother.address) as work:
        found = await opening.addressees(work, circle.ivanov)

    assert circle.physicist.id not in [a.staff_id for a in found.people]


async def test_a_family_writes_about_own_children_only_and_with_a_consent(circle: Circle) -> None:
    async with circle.app.work(circle.uvarova.address) as work:
        with pytest.raises(AccessDenied):
            await opening.open_with_staff(work, circle.ivanov, circle.leader.id)
    await circle.school.consent(circle.mother, ConsentAnswer.WITHDRAWN, guardian_id=circle.mother.id)
    async with circle.app.work(circle.mother.address) as work:
        with pytest.raises(ConsentNeeded):
            await opening.open_with_staff(work, circle.ivanov, circle.leader.id)


async def test_the_same_people_find_the_same_conversation_and_another_about_a_lesson(circle: Circle) -> None:
    first = await circle.open_to(circle.leader)
    async with circle.app.work(circle.leader.address) as work:
        by_teacher = await opening.open_with_family(work, circle.ivanov, [circle.mother.id], with_pupil=False)
        of_lesson = await opening.open_with_family(
            work, circle.ivanov, [circle.mother.id], with_pupil=False, lesson_id=circle.lesson
        )

    assert by_teacher == first != of_lesson
    assert await circle.open_to(circle.leader, circle.father) != first


async def test_two_who_begin_at_once_begin_one(circle: Circle) -> None:
    async def by_teacher() -> int:
        async with circle.app.work(circle.leader.address) as work:
            return await opening.open_with_family(work, circle.ivanov, [circle.mother.id], with_pupil=False)

    first, second = await asyncio.gather(circle.open_to(circle.leader), by_teacher())

    assert first == second
    async with circle.school.sessions() as session:
        assert len(list(await session.scalars(select(Participant.id)))) == 2


async def test_a_lesson_of_another_class_is_nothing_to_write_about(circle: Circle) -> None:
    foreign = await circle.school.lesson(await circle.school.load(circle.singer.id, circle.other_class, subject="ИЗО"))

    async with circle.app.work(circle.mother.address) as work:
        with pytest.raises(NothingThere):
            await opening.open_with_staff(work, circle.ivanov, circle.leader.id, foreign)


async def test_a_teacher_sees_both_parents_and_the_pupil(circle: Circle) -> None:
    await circle.school.guardian(circle.ivanov, surname="Бабушкина")

    async with circle.app.work(circle.physicist.address) as work:
        family = await opening.family_of(work, circle.ivanov)

    assert [(p.name, p.what, p.connected) for p in family.people] == [
        ("Иванова Мария Петровна", "мать", True),
        ("Отцов Мария Петровна", "мать", True),
        ("Бабушкина Мария Петровна", "мать", False),
        ("Иванов Пётр", "", True),
    ]


@pytest.mark.parametrize(
    ("who", "pupil", "allowed"),
    [
        ("physicist", "ivanov", True),
        ("physicist", "uvarov", False),
        ("singer", "ivanov", False),
        ("leader", "uvarov", True),
        ("deputy", "uvarov", True),
        ("administrator", "uvarov", True),
    ],
)
async def test_staff_write_to_families_of_pupils_they_teach_lead_or_answer_for(
    circle: Circle, who: str, pupil: str, allowed: bool
) -> None:
    person, pupil_id = getattr(circle, who), getattr(circle, pupil)
    async with circle.app.work(person.address) as work:
        if allowed:
            assert (await opening.family_of(work, pupil_id)).pupil_id == pupil_id
            return
        with pytest.raises(AccessDenied):
            await opening.open_with_parents_of(work, [pupil_id])


async def test_another_childs_parent_is_not_slipped_in(circle: Circle) -> None:
    async with circle.app.work(circle.leader.address) as work:
        with pytest.raises(AccessDenied):
            await opening.open_with_family(work, circle.ivanov, [circle.mother.id, circle.uvarova.id], with_pupil=False)


async def test_the_parents_of_chosen_pupils_get_a_conversation_each_family(circle: Circle) -> None:
    alone = await circle.school.pupil(circle.class_id, "Яковлев", "Олег")

    async with circle.app.work(circle.leader.address) as work:
        with counted(circle.app.sessions) as statements:
            opened = await opening.open_with_parents_of(work, [circle.ivanov, circle.uvarov, alone])

    assert len(opened) == 2
    assert len(statements) <= 5
    talk = await circle.read(circle.father, opened[0])
    assert [side.name for side in talk.sides if not side.mine] == ["Иванова Мария Петровна", "Классная Анна Ивановна"]


async def test_a_pupil_who_left_is_nobody_to_write_about(circle: Circle) -> None:
    await circle.change(update(Enrolment).where(Enrolment.pupil_id == circle.ivanov).values(ends=days_after(-1)))

    async with circle.app.work(circle.leader.address) as work:
        with pytest.raises(NothingThere):
            await opening.open_with_parents_of(work, [circle.ivanov])


async def test_namesakes_stand_in_the_order_of_their_patronymics(circle: Circle) -> None:
    twins = [await circle.school.pupil(circle.class_id, "Ярова", "Вера") for _ in range(2)]
    for pupil, patronymic in zip(twins, ("Романовна", "Ивановна"), strict=True):
        await circle.change(update(Pupil).where(Pupil.id == pupil).values(patronymic=patronymic))

    async with circle.app.work(circle.leader.address) as work:
        found = await class_families(work, circle.class_id)

    assert [pupil for pupil, _ in found.pupils][-2:] == [twins[1], twins[0]]


async def test_a_talk_about_a_class_is_another_than_one_about_nothing(circle: Circle) -> None:
    async with circle.app.work(circle.physicist.address) as work:
        about_class = await opening.open_with_leader(work, circle.class_id)
        again = await opening.open_with_leader(work, circle.class_id)
        about_nothing = await opening.open_with_colleague(work, circle.leader.id)
    talk = await circle.read(circle.physicist, about_class)

    assert again == about_class != about_nothing
    assert (talk.about, talk.class_id, talk.pupil_id) == ("7Б", circle.class_id, None)


async def test_a_class_leader_is_not_written_to_by_themselves_nor_where_there_is_none(circle: Circle) -> None:
    async with circle.app.work(circle.leader.address) as work:
        with pytest.raises(AccessDenied):
            await opening.open_with_leader(work, circle.class_id)
        with pytest.raises(NothingThere):
            await opening.open_with_leader(work, circle.other_class)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ива", ["Иванов Пётр"]),
        ("ПЁТР ивано", ["Иванов Пётр"]),
        ("иванов 7б", ["Иванов Пётр"]),
        ("иванов 8а", []),
        ("%", []),
    ],
)
async def test_a_pupil_is_found_by_the_beginnings_of_name_and_class(
    circle: Circle, words: str, found: list[str]
) -> None:
    async with circle.app.work(circle.leader.address) as work:
        people, count = await opening.pupils(work, words)

    assert [one.name for one in people] == found
    assert count == len(found)


async def test_only_pupils_to_whose_families_one_may_write_are_found(circle: Circle) -> None:
    stranger = await circle.school.pupil(circle.other_class, "Иванченко", "Анна")
    found = {}
    for person in (circle.leader, circle.physicist, circle.singer, circle.director):
        async with circle.app.work(person.address) as work:
            people, _ = await opening.pupils(work, "иван")
            found[person.id] = {one.pupil_id for one in people}
            for one in people:
                await opening.family_of(work, one.pupil_id)

    assert found[circle.leader.id] == found[circle.physicist.id] == {circle.ivanov}
    assert found[circle.director.id] == {circle.ivanov, stranger}
    assert found[circle.singer.id] == {stranger}


async def test_colleagues_find_each_other_by_surname(circle: Circle) -> None:
    async with circle.app.work(circle.physicist.address) as work:
        everybody, count = await opening.colleagues(work, size=2)
        found, _ = await opening.colleagues(work, "певц")
        one = await opening.open_with_colleague(work, found[0].staff_id)
        with pytest.raises(AccessDenied):
            await opening.open_with_colleague(work, circle.physicist.id)
    async with circle.app.work(circle.singer.address) as work:
        assert await opening.open_with_colleague(work, circle.physicist.id) == one

    assert (len(everybody), count) == (2, 5)
    assert [colleague.name for colleague in found] == ["Певцова А. И."]


async def test_a_parent_of_two_writes_to_the_class_leader_of_the_child_meant(circle: Circle) -> None:
    sister = await circle.school.pupil(circle.other_class, "Иванова", "Анна")
    await circle.school._add(Guardianship(guardian_id=circle.mother.id, pupil_id=sister, kinship="мать"))

    async with circle.app.work(circle.mother.address) as work:
        with pytest.raises(AccessDenied):
            await opening.open_with_staff(work, sister, circle.leader.id)
        of_sister = await opening.open_with_staff(work, sister, circle.singer.id)

    assert of_sister != await circle.open_to(circle.leader)


async def test_questions_of_families_go_to_the_class_leader_and_ideas_to_the_administration(circle: Circle) -> None:
    async with circle.app.work(circle.mother.address) as work:
        question, idea = await opening.open_help(work, Topic.HELP), await opening.open_help(work, Topic.IDEA)
    async with circle.app.work(circle.singer.address) as work:
        of_staff = await opening.open_help(work, Topic.HELP)

    sides = {}
    async with circle.school.sessions() as session:
        for conversation in (question, idea, of_staff):
            query = select(Participant).where(Participant.conversation_id == conversation)
            sides[conversation] = {p.office or p.staff_id or p.guardian_id for p in await session.scalars(query)}
        topics = {row.id: row.topic for row in await session.scalars(select(Conversation))}
    assert sides == {
        question: {circle.mother.id, circle.leader.id},
        idea: {circle.mother.id, "administration"},
        of_staff: {circle.singer.id, "helpdesk"},
    }
    assert topics == {question: Topic.HELP, idea: Topic.IDEA, of_staff: Topic.HELP}
