"""A teacher of the demo's class is ill: the deputy has given the next day's lessons away, all but the last."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import func, select

from app.demo.cast import CLASS
from core.actor import Address
from core.app import App, Work
from core.substitution.away import away
from core.substitution.candidates import candidates
from core.substitution.commands import assign
from core.terms import LessonStatus
from storage.models import ClassUnit, Lesson, LoadClass


async def give_lessons_away(app: App, deputy: Address, played: Collection[int]) -> None:
    """By the deputy's own commands: the substitutes hear at once, the families in the evening.

    `played`: staff who are not to fall ill, for the visitor plays them.
    """
    async with app.work(deputy) as work:
        found = await _ill(work, played)
        if found is None:
            return
        staff_id, day = found
        waiting = (await away(work, staff_id, day, day)).waiting
        for one in waiting[:-1]:
            best = next((who for who in await candidates(work, one) if who.free), None)
            if best is not None:
                await assign(work, one.lesson.id, best.staff_id, seen=one.seen)


async def _ill(work: Work, played: Collection[int]) -> tuple[int, date] | None:
    """Who gives the class most lessons on the next day with lessons, and that day."""
    of_class = (
        select(Lesson.teacher_id, Lesson.on_date)
        .join(LoadClass, LoadClass.load_id == Lesson.load_id)
        .join(ClassUnit, ClassUnit.id == LoadClass.class_id)
        .where(ClassUnit.name == CLASS, Lesson.status == LessonStatus.PLANNED)
        .where(Lesson.on_date > work.today, Lesson.teacher_id.not_in(played))
        .group_by(Lesson.teacher_id, Lesson.on_date)
        .order_by(Lesson.on_date, func.count().desc(), Lesson.teacher_id)
        .limit(1)
    )
    row = (await work.session.execute(of_class)).first()
    return (row.teacher_id, row.on_date) if row else None
