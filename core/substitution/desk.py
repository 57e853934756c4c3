"""What whoever changes one lesson needs on the screen: candidates, the plan's next topic, when it will be told."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.app import Work
from core.rules.telling import families_hear_at, staff_hear_at
from core.rules.weeks import monday_of
from core.substitution.bells import DayBells, day_bells
from core.substitution.candidates import Candidate, candidates, named_like
from core.substitution.clashes import lessons_of_day
from core.substitution.lesson import OneOff, over, read_lesson
from core.substitution.rooms import free_rooms
from core.substitution.topics import next_topics
from core.timetable.lessons import LessonFacts


@dataclass(frozen=True)
class LessonDesk:
    """A lesson to change. `hear_at`: when the families will hear of what they have not (None: they will not, it is
    over), `staff_at` when the staff concerned do; `now` is the school's wall clock.
    """

    one: OneOff
    candidates: tuple[Candidate, ...]
    topic: str
    hear_at: datetime | None
    staff_at: datetime
    now: datetime


@dataclass(frozen=True)
class Place:
    """A number of a day: when it rings and what of the class or the teacher stands there; `passed`: too late."""

    number: int
    starts: datetime
    ends: datetime
    taken: tuple[LessonFacts, ...]
    passed: bool


@dataclass(frozen=True)
class MoveDesk:
    """A day to move a lesson to."""

    one: OneOff
    bells: DayBells
    places: tuple[Place, ...]


@dataclass(frozen=True)
class RoomDesk:
    one: OneOff
    rooms: tuple[str, ...]


async def lesson_desk(work: Work, lesson_id: int, words: str = "") -> LessonDesk:
    """With every candidate, best first; with `words`, those named like that. Raises as read_lesson."""
    one = await read_lesson(work, lesson_id)
    return await desk_of(work, one, words)


async def desk_of(work: Work, one: OneOff, words: str = "") -> LessonDesk:
    """The same of a lesson that a command just gave back."""
    people = [] if one.lesson.cancelled else await candidates(work, one)
    topics = await next_topics(work, [one.lesson])
    shown = named_like(people, words) if words else people
    return LessonDesk(
        one=one,
        candidates=tuple(shown),
        topic=topics.get(one.lesson.load_id, ""),
        hear_at=_hear_at(work, one),
        staff_at=staff_hear_at(one.lesson.starts_at, work.local_now),
        now=work.local_now,
    )


def _hear_at(work: Work, one: OneOff) -> datetime | None:
    """Of a lesson moved between days the families hear first in the evening before the earlier one."""
    now, day = work.local_now, one.lesson.day
    if over(one, now):
        return None
    first = min(day, one.origin_day) if min(day, one.origin_day) >= work.today else day
    return families_hear_at(first, now)


async def move_desk(work: Work, lesson_id: int, day: date) -> MoveDesk:
    """The numbers of a day and what stands there. Raises as read_lesson."""
    one = await read_lesson(work, lesson_id)
    bells = await day_bells(work, one, day)
    others = await lessons_of_day(work, day, one)
    places = [
        Place(
            number,
            starts,
            ends,
            tuple(x for x in others if x.starts_at < ends and starts < x.ends_at),
            passed=starts <= work.now,
        )
        for number, (starts, ends) in bells.rings.items()
        if (day, number) != (one.lesson.day, one.lesson.lesson_no)
    ]
    return MoveDesk(one, bells, tuple(places))


async def week_desk(work: Work, lesson_id: int, day: date) -> tuple[OneOff, list[date]]:
    """The lesson, and the days from today on of the week that holds `day`. Raises as read_lesson."""
    one = await read_lesson(work, lesson_id)
    monday = monday_of(day)
    days = [monday + timedelta(days=n) for n in range(max(work.school.days_in_week, day.isoweekday()))]
    return one, [d for d in days if d >= work.today]


async def room_desk(work: Work, lesson_id: int) -> RoomDesk:
    """The rooms free at the lesson's hour. Raises as read_lesson."""
    one = await read_lesson(work, lesson_id)
    return RoomDesk(one, tuple(await free_rooms(work, one)))
