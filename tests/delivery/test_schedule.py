"""Ticks run, survive trouble, and stop."""

import asyncio
import logging

import pytest

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


async def test_the_stop_cuts_a_tick_off_without_a_word(
    app: App, school: SchoolBuilder, caplog: pytest.LogCaptureFixture
) -> None:
    stopping, cut = asyncio.Event(), asyncio.Event()
    calls: list[str] = []

    async def last(work: Work) -> None:
        calls.append(work.school.name)
        if len(calls) == 1:
            return
        stopping.set()
        try:
            await asyncio.Event().wait()
        finally:
            cut.set()

    with caplog.at_level(logging.WARNING, "apscheduler"):
        async with asyncio.timeout(20):
            await Schedule(app, [Job("last", 0.05, last)]).run(stopping)
            await cut.wait()
            await asyncio.sleep(0.05)

    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []
