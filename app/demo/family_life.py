"""What the demo's families find besides the lessons: final marks of the periods over, events, a personal task."""

from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import insert, text

from app.demo.cast import CLASS
from core.app import App, Work
from core.diary.marks import Standing, standings
from core.terms import FinalKind
from storage.base import table_of
from storage.models import ClassEvent, FinalMark, IndividualTask, IndividualTaskPupil

EVENTS = ((2, "18:00", "19:00", "Родительское собрание", ""), (11, "09:00", "14:00", "Экскурсия в планетарий", ""))
"""In so many days (or the Monday after), from, until, what, where."""
FRIDAY = 5

TASK = "Подготовьте на 5 минут рассказ о любой научной загадке, о которой вам хочется узнать. Можно с рисунком."
TASK_DAYS = 9

_PERIODS = text("""
    SELECT p.id, p.starts, p.ends, p.year_id, array_agg(DISTINCT e.pupil_id) AS pupils
      FROM study_period p
      JOIN class_unit c ON c.year_id = p.year_id AND c.grade_level BETWEEN greatest(p.grade_from, 2) AND p.grade_to
      JOIN enrolment e ON e.class_id = c.id
     WHERE p.kind <> 'year' AND p.ends < :today GROUP BY p.id
""")
_CLASS = text("SELECT id, class_leader_id FROM class_unit WHERE name = :name")
_PAGE = text("""
    SELECT t.id, t.teacher_id, array_agg(e.pupil_id ORDER BY e.id) AS pupils
      FROM teaching_load t JOIN load_class lc ON lc.load_id = t.id AND lc.class_id = :class
      JOIN enrolment e ON e.class_id = lc.class_id JOIN subject s ON s.id = t.subject_id
     WHERE s.name = 'Физика' GROUP BY t.id LIMIT 1
""")


async def live_at_home(app: App) -> None:
    """Write it; the lessons' past is there already."""
    async with app.work() as work:
        await _final_marks(work)
        class_id, leader = (await work.session.execute(_CLASS, {"name": CLASS})).one()
        await _events(work, class_id, leader)
        await _task(work, class_id)


async def _final_marks(work: Work) -> None:
    rows: list[dict[str, Any]] = []
    for period in (await work.session.execute(_PERIODS, {"today": work.today})).all():
        found = await standings(work, period.pupils, period.starts, period.ends)
        rows += [_final(work, period, pupil, one) for pupil, all_of in found.items() for one in all_of if one.likely]
    if rows:
        await work.session.execute(insert(table_of(FinalMark)), rows)


def _final(work: Work, period: Any, pupil: int, standing: Standing) -> dict[str, Any]:
    """The mark that the school's rule gives, set on the period's last afternoon; the families heard of it then."""
    return {
        "pupil_id": pupil,
        "subject_id": standing.subject_id,
        "year_id": period.year_id,
        "kind": FinalKind.PERIOD,
        "period_id": period.id,
        "value": standing.likely,
        "average": standing.average or Decimal(0),
        "set_by": standing.teacher_ids[0],
        "set_at": work.at(period.ends, time(15)),
        "rev": 1,
        "told_rev": 1,
        "told_value": standing.likely,
    }


async def _events(work: Work, class_id: int, leader: int) -> None:
    for days, starts, ends, title, place in EVENTS:
        day = work.today + timedelta(days=days)
        day += timedelta(days=8 - day.isoweekday() if day.isoweekday() > FRIDAY else 0)
        times = {
            "starts_at": work.at(day, time.fromisoformat(starts)),
            "ends_at": work.at(day, time.fromisoformat(ends)),
        }
        event = {"class_id": class_id, "title": title, "place": place, "made_by": leader, "made_at": work.now, **times}
        await work.session.execute(insert(ClassEvent).values(**event))


async def _task(work: Work, class_id: int) -> None:
    page = (await work.session.execute(_PAGE, {"class": class_id})).one_or_none()
    if page is None:
        return
    due = work.today + timedelta(days=TASK_DAYS)
    given: datetime = work.at(work.today - timedelta(days=3), time(15))
    task = insert(IndividualTask).values(
        load_id=page.id, body=TASK, due_on=due, given_by=page.teacher_id, given_at=given
    )
    task_id = (await work.session.execute(task.returning(IndividualTask.id))).scalar_one()
    pupils = [{"task_id": task_id, "pupil_id": pupil, "seen_at": given} for pupil in page.pupils]
    await work.session.execute(insert(IndividualTaskPupil), pupils)
