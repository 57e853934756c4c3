"""Class 7Б, its physics page, and another page's pupil; a task is given with a few words."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, update

from core.app import App
from core.files import Upload, keep
from core.tasks import giving
from core.terms import Role
from storage.models import Enrolment, IndividualAnswerFile, IndividualTask, IndividualTaskPupil, Outbox
from tests.roll.conftest import Class7B, seven_b  # noqa: F401 - the same class
from tests.support.clock import MONDAY, FakeClock
from tests.support.school import Person, days_after
from tests.support.stage import Scene, playing, scene

WEDNESDAY = days_after(2)


@dataclass
class Physics:
    """The page with a lesson on Monday and Wednesday; `stranger` is a pupil of 8А, `outsider` a teacher elsewhere."""

    app: App
    of: Class7B
    load: int
    monday: int
    stranger: int
    outsider: Person

    async def give(
        self, *pupils: int, body: str = "Реферат", due: date | None = WEDNESDAY, source: str = "message-1"
    ) -> int:
        """A task of the teacher for these pupils; its id."""
        async with self.app.work(self.of.teacher.address) as work:
            task = (await giving.give(work, self.load, body, source=source)).task
            if due:
                task = (await giving.set_term(work, task.id, due, seen=task.rev)).task
            for pupil in pupils:
                await giving.set_pupil(work, task.id, pupil, chosen=True)
        return task.id

    async def upload(self, person: Person, number: int = 1) -> int:
        """A kept file of the person."""
        async with self.app.work(person.address) as work:
            return await keep(work, Upload(f"{number}.txt", b"words", f"message-{number}"))

    async def pupil_row(self, task: int, pupil: int) -> IndividualTaskPupil:
        async with self.of.sessions() as session:
            found = select(IndividualTaskPupil).where(
                IndividualTaskPupil.task_id == task, IndividualTaskPupil.pupil_id == pupil
            )
            return (await session.scalars(found)).one()

    async def answer_files(self, task: int) -> list[int]:
        async with self.of.sessions() as session:
            found = select(IndividualAnswerFile.file_id).where(IndividualAnswerFile.task_id == task)
            return list(await session.scalars(found.order_by(IndividualAnswerFile.file_id)))

    async def tasks(self) -> list[IndividualTask]:
        async with self.of.sessions() as session:
            return list(await session.scalars(select(IndividualTask).order_by(IndividualTask.id)))

    async def leaves(self, pupil: int, last: date) -> None:
        """The pupil's last day in the class."""
        async with self.of.sessions() as session, session.begin():
            await session.execute(update(Enrolment).where(Enrolment.pupil_id == pupil).values(ends=last))

    async def joins(self, pupil: int, name: str, first: date) -> None:
        """The pupil is of another class from a day on."""
        class_id = await self.of.school.class_unit(name)
        async with self.of.sessions() as session, session.begin():
            session.add(Enrolment(pupil_id=pupil, class_id=class_id, starts=first))

    async def waiting(self) -> list[tuple[str, int]]:
        """Kind and account of what waits to be sent about tasks, in order."""
        async with self.of.sessions() as session:
            rows = await session.execute(
                select(Outbox.kind, Outbox.account_id)
                .where(Outbox.kind.startswith("task_"), Outbox.status == "pending")
                .order_by(Outbox.id)
            )
            return [(kind, account) for kind, account in rows]


@pytest.fixture
async def physics(app: App, seven_b: Class7B, clock: FakeClock) -> Physics:  # noqa: F811 - pytest's way to name a fixture
    clock.set("09:00")
    load = await seven_b.school.load(seven_b.teacher.id, seven_b.class_id, subject="Физика")
    monday = await seven_b.school.lesson(load, 5, MONDAY)
    await seven_b.school.lesson(load, 5, WEDNESDAY)
    other = await seven_b.school.class_unit("8А")
    stranger = await seven_b.school.pupil(other, "Чужой", "Егор")
    outsider = await seven_b.school.connected_staff("Посторонняя", Role.TEACHER)
    return Physics(app, seven_b, load, monday, stranger, outsider)


@pytest.fixture
async def stage(app: App, tmp_path: Path, clock: FakeClock) -> AsyncIterator[Scene]:
    """The product at work on Monday."""
    async with scene(tmp_path) as scene_, playing(app, scene_):
        yield scene_
