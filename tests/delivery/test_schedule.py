"""Ticks run, survive trouble, and stop."""

import asyncio

from core.app import App, Work
from notifications.schedule import Job, Schedule
from tests.support.school import SchoolBuilder


async def test_a_job_ticks_until_stopped(app: App, school: SchoolBuilder) -> None:
    stopping = asyncio.Event()
    seen: list[str] = []

    async def count(work: Work) -> None:
        seen.append(work.school.name)
        if len(seen) == 3:
            stopping.set()

    async with asyncio.timeout(20):
        await Schedule(app, [Job("count", 0.05, count)]).run(stopping)

    assert seen[:3] == ["Школа № 1"] * 3


async def test_a_job_in_trouble_does_not_stop_the_others_and_is_asked_again(app: App, school: SchoolBuilder) -> None:
    calls: list[str] = []

    async def fail_once(work: Work) -> None:
        calls.append("failing")
        if calls.count("failing") == 1:
            raise ConnectionError

    async def other(work: Work) -> None:
        calls.append("other")

    schedule = Schedule(app, [Job("failing", 60, fail_once), Job("other", 60, other)])
    await schedule.tick_all()
    await schedule.tick_all()

    assert calls == ["failing", "other", "failing", "other"]
