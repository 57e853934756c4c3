"""Which families hear that a homework changed: only those who were told of it before."""

from datetime import time

import pytest
from sqlalchemy import update

from core.app import App
from core.homework import changing
from core.homework.tasks import Task
from storage.models import Account
from tests.homework.conftest import Physics
from tests.homework.test_giving import give, look
from tests.support.clock import FakeClock
from tests.support.school import SchoolBuilder


async def change_told(app: App, physics: Physics, task: Task) -> set[int]:
    """Changes the homework; the pupils whose families hear."""
    async with app.work(physics.of.teacher.address) as work:
        await changing.rewrite(work, task.id, "иначе", seen=task.rev)
    return {row.facts["pupil_id"] for row in await physics.of.outbox("homework_changed")}


async def test_who_never_looked_hears_nothing_of_a_change(app: App, physics: Physics, school: SchoolBuilder) -> None:
    await school.connected_guardian(physics.of.petrova)
    task = (await give(app, physics)).task
    await look(app, physics, physics.of.mother, physics.of.ivanov)

    assert await change_told(app, physics, task) == {physics.of.ivanov}


async def test_who_looked_only_before_it_was_given_hears_nothing_of_a_change(
    app: App, physics: Physics, school: SchoolBuilder, clock: FakeClock
) -> None:
    early = await school.connected_guardian(physics.of.petrova)
    await look(app, physics, early, physics.of.petrova)
    clock.forward(minutes=10)
    task = (await give(app, physics)).task
    await look(app, physics, physics.of.mother, physics.of.ivanov)

    assert await change_told(app, physics, task) == {physics.of.ivanov}


@pytest.mark.parametrize(("card_at", "told"), [(time(19), True), (time(8), False)])
async def test_an_evening_card_since_then_has_told_of_it(
    app: App, physics: Physics, school: SchoolBuilder, clock: FakeClock, card_at: time, *, told: bool
) -> None:
    reader = await school.connected_guardian(physics.of.petrova)
    task = (await give(app, physics)).task
    await look(app, physics, physics.of.mother, physics.of.ivanov)
    async with app.work() as work:
        card = {"evening_told_on": work.today, "evening_at": card_at}
        await work.session.execute(update(Account).where(Account.id == reader.account_id).values(card))
    clock.set("19:30")

    assert (physics.of.petrova in await change_told(app, physics, task)) is told
