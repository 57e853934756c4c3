"""«Напомнить»: a deputy's word to a teacher about a day's pages, once a day (K2)."""

from dataclasses import replace
from datetime import date
from enum import StrEnum

from sqlalchemy.dialects.postgresql import insert

from core.app import Work
from core.audit import record
from core.outbox import Kind, Push, enqueue
from core.recipients import accounts_of
from core.rules.names import initials
from core.rules.telling import next_waking
from core.terms import Door
from core.timeliness.journal import PagesOfDay, PageState, read_nudges, teacher_pages
from core.timetable.lessons import lesson_line
from storage.models import Nudge, Staff


class Outcome(StrEnum):
    """SENT: the word is on its way. ALREADY: somebody has today. NOTHING: nothing is missing (any more).
    UNCONNECTED: the teacher has no bot.
    """

    SENT = "sent"
    ALREADY = "already"
    NOTHING = "nothing"
    UNCONNECTED = "unconnected"


async def nudge(work: Work, staff_id: int, day: date) -> tuple[PagesOfDay, Outcome]:
    """Ask a teacher for what is missing on a day; at night the word waits for the morning.

    Deputies and the director. Raises NotConnected, AccessDenied, NothingThere.
    """
    pages = await teacher_pages(work, staff_id, day)
    if pages.nudged is not None:
        return pages, Outcome.ALREADY
    if not pages.may_nudge:
        return pages, Outcome.NOTHING
    accounts = (await accounts_of(work, [staff_id])).get(staff_id, [])
    if not accounts:
        return pages, Outcome.UNCONNECTED
    won = await work.session.execute(
        insert(Nudge)
        .values(staff_id=staff_id, on_date=work.today, sent_by=work.actor.staff_id, sent_at=work.now)
        .on_conflict_do_nothing()
        .returning(Nudge.staff_id)
    )
    outcome = Outcome.SENT if won.scalar() is not None else Outcome.ALREADY
    if outcome is Outcome.SENT:
        sender = initials(await work.session.get_one(Staff, work.actor.require_staff()))
        lessons = [_line(page) for page in pages.pages if page.over and page.missing]
        due = next_waking(work.local_now)
        await enqueue(
            work,
            [
                Push(
                    kind=Kind.JOURNAL_NUDGE,
                    door=Door.STAFF,
                    to=to,
                    facts={"who": sender, "day": day.isoformat(), "lessons": lessons},
                    dedupe=f"{Kind.JOURNAL_NUDGE}:{staff_id}:{work.today}",
                    due_at=due,
                    expires_at=work.end_of(due.date()),
                )
                for to in accounts
            ],
        )
        record(work, "journal.nudge", "staff", staff_id, after={"day": day.isoformat(), "lessons": len(lessons)})
    return replace(pages, nudged=(await read_nudges(work)).get(staff_id)), outcome


def _line(page: PageState) -> dict[str, object]:
    lesson = page.lesson
    return {
        **lesson_line(lesson),
        "day": lesson.day.isoformat(),
        "parts": list(page.missing),
        "unmarked": page.unmarked,
    }
