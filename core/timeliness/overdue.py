"""The report to the deputies: what was not entered in time, by teacher, once for each term (K2)."""

from collections import defaultdict
from datetime import datetime, time, timedelta

from sqlalchemy import select

from core.app import Work
from core.entries import working_days
from core.outbox import Kind, enqueue_for_staff
from core.recipients import holders_of
from core.rules.names import sort_key
from core.rules.reminding import MORNING_REPORT, report_moment
from core.terms import Role
from core.ticks import first_today
from core.timeliness.pages import Page, Wanted, read_terms
from core.timeliness.reminders import wanted_lines
from storage.models import Tick

MORNING, EVENING = "journal_report_am", "journal_report_pm"
MADE_UP = timedelta(days=14)
"""After a longer silence the report begins anew: «Журнал сегодня» shows the older days."""

OVERNIGHT = timedelta(hours=8)
"""The evening's report may still be read before the morning's."""

GRADES = range(1, 13)


async def report_overdue(work: Work) -> None:
    """Tell the deputies which terms ended with something missing since the report before.

    In the evening, and in the morning of what ended overnight; on working days. Run by a tick as often as it likes.
    """
    evening = work.school.overdue_report
    moment = report_moment(work.local_now, evening)
    made = await _made(work, evening) if moment else set()
    if moment is None or moment in made or not await _works_today(work):
        return
    since = max((m for m in made if m < moment), default=moment - timedelta(days=1))
    if not await first_today(work, MORNING if moment.time() == MORNING_REPORT else EVENING):
        return
    reading = await read_terms(work, moment - since)
    missing: dict[tuple[int, str], list[tuple[Page, list[Wanted]]]] = defaultdict(list)
    for page in reading.pages:
        late = [wanted for wanted in page.wanted if since < wanted.until <= moment]
        if late:
            missing[page.lesson.teacher_id, page.teacher].append((page, late))
    if missing:
        await _tell(work, moment, missing)


async def _made(work: Work, evening: time) -> set[datetime]:
    """The moments of the reports made lately."""
    since = work.today - MADE_UP
    done = await work.session.execute(
        select(Tick.what, Tick.on_date).where(Tick.what.in_((MORNING, EVENING)), Tick.on_date >= since)
    )
    walls = {MORNING: MORNING_REPORT, EVENING: evening}
    return {work.at(day, walls[what]) for what, day in done}


async def _works_today(work: Work) -> bool:
    calendar = await working_days(work, work.today)
    return any(calendar.works(work.today, grade) for grade in GRADES)


async def _tell(work: Work, moment: datetime, missing: dict[tuple[int, str], list[tuple[Page, list[Wanted]]]]) -> None:
    teachers = [
        {"teacher": name, "lessons": [line for page, late in pages for line in wanted_lines(page, late)]}
        for (_, name), pages in sorted(missing.items(), key=lambda item: sort_key(item[0][1]))
    ]
    day = work.today
    await enqueue_for_staff(
        work,
        await holders_of(work, Role.DEPUTY_HEAD),
        Kind.JOURNAL_OVERDUE,
        {"missing": teachers, "day": day.isoformat()},
        dedupe=f"{Kind.JOURNAL_OVERDUE}:{moment:%Y%m%d%H%M}",
        expires_at=work.end_of(day) + OVERNIGHT,
    )
