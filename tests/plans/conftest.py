"""Course plans for class 7Б of the roll's tests: algebra, three hours a week, four lessons on Monday."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from core.app import App
from core.plans.delivery import TopicSheet, deliver, open_topic
from core.plans.pages import PagePlan, open_plan
from core.rules.course_plan import Portions
from storage.models import CoursePlan, Lesson, PlanDelivery, PlanLine, TeachingLoad
from tests.roll.conftest import Class7B, seven_b
from tests.support.school import Person

__all__ = ["seven_b"]

TOPICS = ("Числовые выражения", "Выражения с переменными", "Тождества", "Контрольная работа № 1", "Уравнения")


@dataclass
class Plans:
    """Writes plans straight into the database and asks core as a person would."""

    app: App
    seven_b: Class7B

    async def plan(
        self,
        *topics: str,
        class_id: int | None = None,
        grade: int | None = None,
        group: str = "",
        hours: Sequence[str] = (),
        homework: str = "",
        load: int | None = None,
        year_id: int | None = None,
    ) -> int:
        """A plan of the load's subject for the class (7Б unless said otherwise) or a grade."""
        async with self.seven_b.sessions() as session, session.begin():
            subject = await session.scalar(
                select(TeachingLoad.subject_id).where(TeachingLoad.id == (load or self.seven_b.load))
            )
            owner = None if grade else (class_id or self.seven_b.class_id)
            plan = CoursePlan(
                year_id=year_id or self.seven_b.school.year_id,
                subject_id=subject,
                class_id=owner,
                grade_level=grade,
                group_name=group,
            )
            session.add(plan)
            await session.flush()
            for number, topic in enumerate(topics or TOPICS, 1):
                told = Decimal(hours[number - 1]) if hours else Decimal(1)
                kind = "control" if topic.startswith("Контрольная") else "lesson"
                session.add(
                    PlanLine(plan_id=plan.id, number=number, topic=topic, hours=told, kind=kind, homework=homework)
                )
            return plan.id

    async def of(self, load: int | None = None, person: Person | None = None) -> PagePlan:
        """The page's plan as a person (the teacher unless said otherwise) sees it."""
        async with self.app.work((person or self.seven_b.teacher).address) as work:
            return await open_plan(work, load or self.seven_b.load)

    async def topic(self, lesson: int, person: Person | None = None) -> TopicSheet:
        async with self.app.work((person or self.seven_b.teacher).address) as work:
            return await open_topic(work, lesson)

    async def deliver(
        self, lesson: int, portions: Portions, *, seen: int = 0, person: Person | None = None
    ) -> TopicSheet:
        async with self.app.work((person or self.seven_b.teacher).address) as work:
            return await deliver(work, lesson, portions, seen=seen)

    async def give(self, lesson: int, *numbers: int, load: int | None = None) -> TopicSheet:
        """Deliver whole lines by their numbers."""
        page = await self.of(load)
        ids = {line.number: line.id for line in page.lines}
        sheet = await self.topic(lesson)
        return await self.deliver(lesson, tuple((ids[n], Decimal(1)) for n in numbers), seen=sheet.page.rev)

    async def lesson(self, lesson_id: int) -> Lesson:
        async with self.seven_b.sessions() as session:
            found = await session.get(Lesson, lesson_id)
        assert found is not None
        return found

    async def deliveries(self, lesson: int) -> dict[str, Decimal]:
        """Topic -> hours, read through a session of its own."""
        query = select(PlanLine.topic, PlanDelivery.hours).join(PlanDelivery, PlanDelivery.line_id == PlanLine.id)
        async with self.seven_b.sessions() as session:
            rows = await session.execute(query.where(PlanDelivery.lesson_id == lesson))
            return {row.topic: row.hours for row in rows}


@pytest.fixture
async def plans(app: App, seven_b: Class7B) -> Plans:
    return Plans(app, seven_b)


def before(day: date, days: int) -> date:
    return day - timedelta(days=days)


def topics_of(page: PagePlan) -> list[str]:
    return [line.topic for line in page.lines]
