"""The demo's clock: goes on by itself, and jumps ahead where the visitor wants it."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from app.demo.cast import CLASS
from core.app import App, Work
from core.clock import ShiftedClock
from core.rules.cards import WEEK_ENDS
from core.terms import LessonStatus
from locales import Translator
from storage.models import ClassUnit, Lesson, LoadClass

STEPS = {"plus-1": timedelta(minutes=1), "plus-20": timedelta(minutes=20)}
HOURS = {
    "to-1800": time(18),
    "to-1900": time(19),
    "to-2030": time(20, 30),
    "to-2100": time(21),
    "to-0830": time(8, 30),
}
LESSON_END = "lesson-end"
SATURDAY, CARDS = "to-saturday", time(19)
"""The evening on which families hear of the week, lessons or not."""


class DemoClock:
    """What the chat page asks for: the school's time and the buttons that move it (only ahead)."""

    def __init__(self, app: App, clock: ShiftedClock, zone: ZoneInfo, t: Translator) -> None:
        self._app = app
        self._clock = clock
        self._zone = zone
        names = (*STEPS, LESSON_END, *HOURS, SATURDAY)
        self.controls = tuple((name, t.plain(f"demo-clock-{name}")) for name in names)

    def now(self) -> datetime:
        """The school's local time."""
        return self._clock.now().astimezone(self._zone)

    async def move(self, control_id: str) -> datetime:
        """Jump; raises KeyError for an unknown control."""
        async with self._app.work() as work:
            self._clock.move_to(await _target(work, control_id))
        return self.now()


async def _target(work: Work, control_id: str) -> datetime:
    if control_id in STEPS:
        return work.now + STEPS[control_id]
    if control_id == LESSON_END:
        return await _next_end(work)
    if control_id == SATURDAY:
        return _next_saturday(work)
    return await _next_wall(work, HOURS[control_id])


async def _next_end(work: Work) -> datetime:
    """The next moment at which a lesson of the demo's class ends."""
    ends = (
        select(func.min(Lesson.ends_at))
        .join(LoadClass, LoadClass.load_id == Lesson.load_id)
        .join(ClassUnit, ClassUnit.id == LoadClass.class_id)
        .where(ClassUnit.name == CLASS, Lesson.ends_at > work.now, Lesson.status == LessonStatus.PLANNED)
    )
    return await work.session.scalar(ends) or work.now


async def _next_wall(work: Work, wall: time) -> datetime:
    """The next such time of a day with lessons."""
    days = select(Lesson.on_date).where(Lesson.on_date >= work.today).distinct().order_by(Lesson.on_date).limit(2)
    moments = [work.at(day, wall) for day in await work.session.scalars(days)]
    return next((moment for moment in moments if moment > work.now), work.now)


def _next_saturday(work: Work) -> datetime:
    """The next Saturday at the hour of the cards, a week on when it is that evening already."""
    saturday = work.today + timedelta(days=(WEEK_ENDS - work.today.isoweekday()) % 7)
    moment = work.at(saturday, CARDS)
    return moment if moment > work.now else work.at(saturday + timedelta(days=7), CARDS)
