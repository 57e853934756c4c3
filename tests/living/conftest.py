"""A family of two parents, a boy of grade 9 and a girl of grade 1, and a teacher whose own son sits beside the boy."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from core.app import App
from core.terms import PeriodKind, Role
from storage.models import StudyPeriod
from tests.living.life import Life
from tests.support.clock import MONDAY, FakeClock
from tests.support.school import Person, SchoolBuilder

WEEKS = 3
SUBJECTS = ("Алгебра", "Русский язык", "Физика", "История")


@dataclass(frozen=True)
class House:
    """Who lives here. `lessons[day][n]` is the n-th lesson of 9А, `first[day]` those of 1В."""

    teacher: Person
    teacher_at_home: Person
    leader: Person
    mother: Person
    father: Person
    boy: Person
    boy_id: int
    girl_id: int
    neighbour_id: int
    lessons: dict[date, list[int]]
    first: dict[date, list[int]]
    substitute: Person
    deputy: Person


@pytest.fixture
def life(app: App, clock: FakeClock) -> Life:
    return Life(app, clock)


@pytest.fixture
async def house(school: SchoolBuilder, clock: FakeClock) -> House:
    """The school from Monday on; everybody's settings are those that come by themselves."""
    clock.set("07:30")
    await school.update_school(days_in_week=5)
    await school.choose_regulation("rso")
    teacher = await school.connected_staff("Петрова")
    leader = await school.connected_staff("Классная")
    deputy = await school.connected_staff("Завучева", Role.DEPUTY_HEAD)
    nine, one = await school.class_unit("9А", leader.id), await school.class_unit("1В")
    boy_id, neighbour_id = await school.pupil(nine, "Иванов", "Пётр"), await school.pupil(nine, "Петров", "Олег")
    girl_id = await school.pupil(one, "Иванова", "Анна", born=date(2019, 5, 17))
    periods = [
        StudyPeriod(
            year_id=school.year_id,
            name="2 четверть",
            kind=PeriodKind.QUARTER,
            grade_from=1,
            grade_to=9,
            starts=date(2026, 11, 2),
            ends=date(2026, 12, 30),
        )
    ]
    async with school.sessions() as session, session.begin():
        session.add_all(periods)
    loads = [await school.load(teacher.id, nine, subject=subject) for subject in SUBJECTS]
    first_load = await school.load(teacher.id, one, subject="Окружающий мир")
    days = [MONDAY + timedelta(days=n) for n in range(7 * WEEKS) if n % 7 < 5]
    lessons = {day: [await school.lesson(load, no, day) for no, load in enumerate(loads, 1)] for day in days}
    first = {day: [await school.lesson(first_load, no, day) for no in (1, 2)] for day in days}
    return House(
        teacher=teacher,
        teacher_at_home=await _at_home(school, neighbour_id),
        leader=leader,
        mother=await school.connected_guardian(boy_id, girl_id),
        father=await school.connected_guardian(boy_id, girl_id, surname="Иванов"),
        boy=await school.connected_pupil(boy_id),
        boy_id=boy_id,
        girl_id=girl_id,
        neighbour_id=neighbour_id,
        lessons=lessons,
        first=first,
        substitute=await school.connected_staff("Заменова"),
        deputy=deputy,
    )


async def _at_home(school: SchoolBuilder, pupil_id: int) -> Person:
    return await school.connected_guardian(pupil_id, surname="Петрова")
