"""The clock's hands: ticks that ask core, again and again, whether something is due.

Ticks run by intervals of real time and hold no logic. What is due is decided in core by the school's own
clock, which a demo or a test may move; so no tick may be tied to an hour of the day here.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import UTC
from typing import NamedTuple

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from core.announcements.publishing import publish_due
from core.app import App, Work
from core.cards.evening import send_cards
from core.conversations.departing import hand_on_departed
from core.events.telling import remind_of_events
from core.failing.finding import find_failing
from core.failing.telling import tell_parents
from core.finals.telling import tell_final_marks
from core.marks.announcing import tell_marks
from core.pupil_cards.reminding import remind_of_cards
from core.reports.reminding import remind_of_reports
from core.roll.absences import escalate_silent
from core.roll.bell_cards import ring_bells
from core.substitution.families import announce_changes
from core.timeliness.overdue import report_overdue
from core.timeliness.reminders import remind_before_early_terms, remind_in_the_evening

log = structlog.get_logger()


class Job(NamedTuple):
    """An idempotent core function, asked every so many seconds."""

    name: str
    seconds: float
    run: Callable[[Work], Awaitable[None]]


STANDARD = (
    Job("evening_reminders", 5, remind_in_the_evening),
    Job("early_reminders", 30, remind_before_early_terms),
    Job("overdue_report", 5, report_overdue),
    Job("bell_cards", 5, ring_bells),
    Job("silent_absences", 5, escalate_silent),
    Job("lesson_changes", 5, announce_changes),
    Job("error_reports", 5, remind_of_reports),
    Job("marks", 5, tell_marks),
    Job("failing", 10, find_failing),
    Job("failing_parents", 10, tell_parents),
    Job("final_marks", 5, tell_final_marks),
    Job("class_events", 5, remind_of_events),
    Job("family_cards", 1, send_cards),
    Job("pupil_cards", 30, remind_of_cards),
    Job("announcements", 1, publish_due),
    Job("departed", 30, hand_on_departed),
)


class Schedule:
    """Runs jobs until stopped; a job in trouble (the database is away) is logged once and asked again."""

    def __init__(self, app: App, jobs: Sequence[Job] = ()) -> None:
        """`jobs` are run besides the standard ones."""
        self._app = app
        self._jobs = (*STANDARD, *jobs)
        self._troubled: set[str] = set()

    async def run(self, stopping: asyncio.Event) -> None:
        """Tick until `stopping`. What was missed while the process was down is asked for at once."""
        await self.tick_all()
        scheduler = AsyncIOScheduler(timezone=UTC)
        for job in self._jobs:
            scheduler.add_job(
                self._tick_till_stopped, "interval", [job], seconds=job.seconds, coalesce=True, misfire_grace_time=None
            )
        scheduler.start()
        try:
            await stopping.wait()
        finally:
            scheduler.pause()
            await asyncio.sleep(0)  # a tick handed out this moment begins, so that it can end as the others do
            scheduler.shutdown(wait=False)

    async def tick_all(self) -> None:
        """Ask every job once."""
        for job in self._jobs:
            await self._tick(job)

    async def _tick_till_stopped(self, job: Job) -> None:
        """The stop cuts ticks off. What one had begun is rolled back and asked for at the next start: not a word."""
        with suppress(asyncio.CancelledError):
            await self._tick(job)

    async def _tick(self, job: Job) -> None:
        try:
            async with self._app.work() as work:
                await job.run(work)
        except Exception as error:
            if job.name not in self._troubled:
                self._troubled.add(job.name)
                log.warning("tick_failed", job=job.name, exc_info=error)
        else:
            if job.name in self._troubled:
                self._troubled.remove(job.name)
                log.info("tick_recovered", job=job.name)
