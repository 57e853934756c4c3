"""A lesson joint with another class: a class leader's right to the page is about the own pupils."""

from dataclasses import dataclass

import pytest

from bots.staff.screens.page import page_screen
from core.actions.conversations import ChooseFamilies
from core.app import App
from core.conversations.choosing import class_families
from core.errors import AccessDenied
from core.homework import changing
from core.homework.giving import give as give_homework
from core.marks import giving, opening
from core.page import remarks
from core.page.writing import open_page
from core.quick import entry as quick
from core.roll import attendance
from core.terms import MarkValue, Presence, RemarkSubject, RemarkTone
from locales import translator
from tests.roll.conftest import Class7B
from tests.support.clock import FakeClock
from tests.support.school import Person


@dataclass
class Joint:
    """German of 7Б and 7А together; `stranger` is of 7А, `leader` leads 7Б."""

    app: App
    lesson: int
    own: int
    stranger: int
    leader: Person
    teacher: Person

    async def listed(self, person: Person) -> set[int]:
        """The pupils on the person's list."""
        async with self.app.work(person.address) as work:
            sheet = await attendance.open_roll(work, self.lesson)
        return {line.pupil_id for line in sheet.lines}


@pytest.fixture
async def joint(app: App, seven_b: Class7B, clock: FakeClock) -> Joint:
    clock.set("08:35")
    school = seven_b.school
    other = await school.class_unit("7А")
    stranger = await school.pupil(other, "Чужаков", "Лев")
    teacher = await school.connected_staff("Немецкая")
    load = await school.load(teacher.id, seven_b.class_id, other, subject="Немецкий язык")
    lesson = await school.lesson(load, 1)
    return Joint(app, lesson, seven_b.ivanov, stranger, seven_b.leader, teacher)


async def test_the_leader_s_list_holds_the_own_class_and_the_teacher_s_everybody(
    joint: Joint, seven_b: Class7B
) -> None:
    own = {seven_b.ivanov, seven_b.petrova, seven_b.sidorov}

    assert await joint.listed(joint.leader) == own
    assert await joint.listed(joint.teacher) == {*own, joint.stranger}
    assert await joint.listed(seven_b.deputy) == {*own, joint.stranger}


async def test_the_leader_marks_the_presence_of_the_own_pupils_only(joint: Joint) -> None:
    async with joint.app.work(joint.leader.address) as work:
        await attendance.mark(work, joint.lesson, joint.own, Presence.ABSENT, seen=0)
        with pytest.raises(AccessDenied):
            await attendance.mark(work, joint.lesson, joint.stranger, Presence.ABSENT, seen=0)


async def test_done_is_said_by_who_has_the_whole_list(joint: Joint) -> None:
    async with joint.app.work(joint.leader.address) as work:
        seen = (await attendance.open_roll(work, joint.lesson)).fingerprint
        with pytest.raises(AccessDenied):
            await attendance.take_roll(work, joint.lesson, seen=seen)
        with pytest.raises(AccessDenied):
            await attendance.reopen_roll(work, joint.lesson, rev=0)

    async with joint.app.work(joint.teacher.address) as work:
        seen = (await attendance.open_roll(work, joint.lesson)).fingerprint
        assert (await attendance.take_roll(work, joint.lesson, seen=seen)).lesson.roll_taken


async def test_the_leader_gives_marks_and_remarks_to_the_own_pupils_only(joint: Joint) -> None:
    praise = (RemarkSubject.PROGRESS, RemarkTone.PRAISE, "Молодец")
    async with joint.app.work(joint.leader.address) as work:
        await giving.give(work, joint.lesson, joint.own, None, MarkValue.FIVE, seen=0)
        await remarks.give_remark(work, joint.lesson, joint.own, *praise)
        assert joint.stranger not in {line.pupil_id for line in (await opening.open_marks(work, joint.lesson)).lines}
        with pytest.raises(AccessDenied):
            await giving.give(work, joint.lesson, joint.stranger, None, MarkValue.FIVE, seen=0)
        with pytest.raises(AccessDenied):
            await remarks.give_remark(work, joint.lesson, joint.stranger, *praise)


async def test_a_remark_to_a_pupil_of_the_other_class_is_left_alone(joint: Joint) -> None:
    async with joint.app.work(joint.teacher.address) as work:
        page = await remarks.give_remark(
            work, joint.lesson, joint.stranger, RemarkSubject.BEHAVIOUR, RemarkTone.BLAME, "Шумел"
        )
    (remark,) = page.remarks

    async with joint.app.work(joint.leader.address) as work:
        with pytest.raises(AccessDenied):
            await remarks.edit_remark(work, joint.lesson, remark.id, "Не шумел", seen=remark.rev)
        with pytest.raises(AccessDenied):
            await remarks.withdraw_remark(work, joint.lesson, remark.id, seen=remark.rev)


async def test_homework_of_chosen_pupils_is_for_the_own_ones(joint: Joint) -> None:
    async with joint.app.work(joint.leader.address) as work:
        task = (await give_homework(work, joint.lesson, "Слова")).task
        _, choices = await changing.pupil_choices(work, task.id)
        assert joint.own in dict(choices)
        assert joint.stranger not in dict(choices)
        with pytest.raises(AccessDenied):
            await changing.set_pupil(work, task.id, joint.stranger, chosen=True, seen=task.rev)
        assert [
            p for p, _ in (await changing.set_pupil(work, task.id, joint.own, chosen=True, seen=task.rev)).task.chosen
        ]


async def test_a_hasty_message_of_the_leader_s_names_the_own_pupils_and_no_rest(joint: Joint) -> None:
    async with joint.app.work(joint.leader.address) as work:
        preview = await quick.receive(work, "Иванов н, Чужаков н; остальные есть", "1", joint.lesson)

    assert [part.pupil is not None for part in preview.pupils] == [True, False]
    assert preview.rest is not None
    assert isinstance(preview.rest.refusal, AccessDenied)


async def test_parents_are_written_to_by_class(joint: Joint, seven_b: Class7B) -> None:
    offered = {}
    for person in (joint.leader, joint.teacher):
        async with joint.app.work(person.address) as work:
            page = await open_page(work, joint.lesson)
            buttons = [button for row in page_screen(page, translator("ru")).rows for button in row]
            offered[person.id] = {b.label for b in buttons if b.data.startswith(f"{ChooseFamilies.prefix}:")}
            for class_id, _ in page.reached:
                await class_families(work, class_id)

    assert offered == {
        joint.leader.id: {"Написать родителям"},
        joint.teacher.id: {"Родителям 7А", "Родителям 7Б"},
    }
