"""Two weeks of a family: every message that came, none of them superfluous and none missing."""

from datetime import date

import pytest

from core.app import App
from core.homework.changing import rewrite
from core.homework.giving import give as give_homework
from core.marks.correcting import change as change_mark
from core.marks.giving import give as give_mark
from core.marks.opening import open_marks
from core.roll import attendance
from core.roll.answers import state_reason
from core.substitution.commands import assign
from core.substitution.lesson import read_lesson
from core.terms import MarkValue, Presence, Statement
from tests.living.conftest import House
from tests.living.life import Life
from tests.support.school import Person, days_after

pytestmark = pytest.mark.timeout(300)
"""Weeks take their time where the machine has much else to do."""

ALGEBRA, RUSSIAN, PHYSICS, HISTORY = range(4)


class Teacher:
    """What the teacher does in the journal, a unit of work each."""

    def __init__(self, app: App, house: House) -> None:
        self._app = app
        self._house = house

    async def mark(self, day: date, subject: int, value: MarkValue, pupil: int | None = None) -> int:
        """Give one mark; its id."""
        lesson, pupil = self._house.lessons[day][subject], pupil or self._house.boy_id
        async with self._app.work(self._house.teacher.address) as work:
            line = (await open_marks(work, lesson)).line(pupil)
            assert line is not None
            sheet = await give_mark(work, lesson, pupil, None, value, seen=line.rev)
        given = sheet.line(pupil)
        assert given is not None
        return given.marks[-1].id

    async def correct(self, day: date, subject: int, mark: int, value: MarkValue) -> None:
        lesson = self._house.lessons[day][subject]
        async with self._app.work(self._house.teacher.address) as work:
            line = (await open_marks(work, lesson)).line(self._house.boy_id)
            assert line is not None
            await change_mark(work, lesson, mark, value, seen=line.rev)

    async def roll(self, lesson: int, *, absent: int | None = None) -> None:
        """Take the roll; somebody may be missing."""
        async with self._app.work(self._house.teacher.address) as work:
            if absent is not None:
                await attendance.mark(work, lesson, absent, Presence.ABSENT, seen=0)
            sheet = await attendance.open_roll(work, lesson)
            await attendance.take_roll(work, lesson, seen=sheet.fingerprint)

    async def homework(self, day: date, subject: int, words: str) -> int:
        """Give a homework for the next lesson; its id."""
        async with self._app.work(self._house.teacher.address) as work:
            return (await give_homework(work, self._house.lessons[day][subject], words)).task.id

    async def rewrite(self, task: int, words: str) -> None:
        async with self._app.work(self._house.teacher.address) as work:
            await rewrite(work, task, words, seen=1)


@pytest.fixture
def teacher(app: App, house: House) -> Teacher:
    return Teacher(app, house)


PARENTS = """
23.11 13:00 marks
23.11 19:00 evening_card
24.11 14:00 marks
24.11 19:00 evening_card
25.11 15:00 marks
25.11 19:00 evening_card
25.11 21:00 homework_changed
26.11 08:41 absence
26.11 14:00 marks
26.11 19:00 evening_card
28.11 19:00 week_card
29.11 19:00 evening_card
30.11 14:00 marks
30.11 19:00 evening_card
30.11 21:00 marks
01.12 19:00 evening_card
02.12 18:00 failing
02.12 19:00 evening_card
03.12 19:00 evening_card
05.12 19:00 week_card
06.12 19:00 evening_card
"""
"""Time passes hour by hour and by what happens: these are the first looks after a message was due."""

BOY = """
23.11 13:00 marks
24.11 14:00 marks
25.11 15:00 marks
26.11 14:00 marks
28.11 19:00 week_card
29.11 18:00 lessons_changed
30.11 14:00 marks
30.11 21:00 marks
05.12 19:00 week_card
"""

LEADER = """
23.11 09:00 cards_due
26.11 09:00 absence_answered
27.11 16:00 lessons_changed_staff
01.12 09:00 cards_due
01.12 15:00 failing_class
"""
"""The cards of a class that nobody has confirmed yet are asked for once in each month."""


def came(life: Life, person: Person) -> list[str]:
    """«23.11 10:00 marks» of everything that came."""
    return [f"{n.at:%d.%m %H:%M} {n.kind}" for n in life.of(person)]


async def test_two_weeks_bring_what_matters_and_nothing_else(
    app: App, life: Life, house: House, teacher: Teacher
) -> None:
    await first_week(app, life, house, teacher)
    await second_week(life, teacher)

    assert came(life, house.mother) == PARENTS.split("\n")[1:-1]
    assert came(life, house.father) == came(life, house.mother)
    assert came(life, house.boy) == BOY.split("\n")[1:-1]
    assert came(life, house.leader) == LEADER.split("\n")[1:-1]
    theirs = {n.facts.get("pupil_id") for n in life.of(house.teacher_at_home)}
    assert theirs <= {None, house.neighbour_id}
    said = "\n".join(n.text for n in life.of(house.teacher_at_home))
    assert "Пётр" not in said
    assert "Анна" not in said


async def first_week(app: App, life: Life, house: House, teacher: Teacher) -> None:
    """A five; a slip; a three that is a four the next day; a missed lesson; homework that changes; a substitution."""
    monday, tuesday, wednesday, thursday, friday = (days_after(n) for n in range(5))
    await life.until(monday, "08:40")
    await teacher.roll(house.lessons[monday][ALGEBRA])
    await life.until(monday, "09:00")
    await teacher.mark(monday, ALGEBRA, MarkValue.FIVE)

    await life.until(tuesday, "13:00")
    slip = await teacher.mark(tuesday, RUSSIAN, MarkValue.TWO)
    await life.minutes(5)
    await teacher.correct(tuesday, RUSSIAN, slip, MarkValue.FIVE)

    await life.until(wednesday, "14:00")
    three = await teacher.mark(wednesday, HISTORY, MarkValue.THREE)
    task = await teacher.homework(wednesday, RUSSIAN, "§ 10, упр. 4")

    await life.until(wednesday, "20:00")
    await teacher.rewrite(task, "§ 10, упр. 5")

    await life.until(thursday, "08:40")
    await teacher.roll(house.lessons[thursday][ALGEBRA], absent=house.boy_id)
    await life.minutes(3)
    case = life.of(house.mother)[-1].facts["case"]
    async with app.work(house.mother.address) as work:
        await state_reason(work, case, Statement.ILL)
    await life.until(thursday, "13:30")
    await teacher.correct(wednesday, HISTORY, three, MarkValue.FOUR)
    await life.until(friday, "15:00")
    async with app.work(house.deputy.address) as work:
        lesson = house.lessons[days_after(7)][PHYSICS]
        one = await read_lesson(work, lesson)
        await assign(work, lesson, house.substitute.id, seen=one.seen)
    await life.until(days_after(6), "23:00")


async def second_week(life: Life, teacher: Teacher) -> None:
    """Two twos in physics, one of them late in the evening; then nothing at all."""
    monday = days_after(7)
    await life.until(monday, "13:30")
    await teacher.mark(days_after(3), PHYSICS, MarkValue.TWO)
    await life.until(monday, "20:30")
    await teacher.mark(days_after(4), PHYSICS, MarkValue.TWO)
    await life.until(days_after(13), "23:00")
