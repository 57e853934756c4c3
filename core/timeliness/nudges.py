"""«Напомнить»: a deputy's word to a teacher about a day's pages, once a day (K2)."""

from dataclasses import replace
from datetime import date
from enum import StrEnum

from sqlalchemy import text

from core.app import Work
from core.audit import record
from core.outbox import Kind, Recipient, enqueue_for_staff
from core.recipients import accounts_of
from core.rules.names import initials_of
from core.rules.telling import next_waking
from core.timeliness.journal import Nudged, PagesOfDay, PageState, asked_pages, read_nudges
from core.timetable.lessons import lesson_line


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
    pages = await asked_pages(work, staff_id, day)
    accounts = (await accounts_of(work, [staff_id])).get(staff_id, []) if pages.lacking else []
    if not accounts:
        return await _unsent(work, pages, Outcome.UNCONNECTED if pages.lacking else Outcome.NOTHING)
    facts = {"staff": staff_id, "today": work.today, "by": work.actor.staff_id, "now": work.now}
    sender = (await work.session.execute(_NUDGE, facts)).one_or_none()
    if sender is None:
        return await _unsent(work, pages, Outcome.ALREADY)
    by = initials_of(*sender.name)
    await _tell(work, pages, accounts, by)
    record(work, "journal.nudge", "staff", staff_id, after={"day": day.isoformat(), "lessons": len(pages.lacking)})
    return replace(pages, nudged=Nudged(work.local_now, by)), Outcome.SENT


async def _unsent(work: Work, pages: PagesOfDay, outcome: Outcome) -> tuple[PagesOfDay, Outcome]:
    nudged = (await read_nudges(work)).get(pages.key)
    return replace(pages, nudged=nudged), Outcome.ALREADY if nudged and pages.lacking else outcome


async def _tell(work: Work, pages: PagesOfDay, accounts: list[Recipient], by: str) -> None:
    due = next_waking(work.local_now)
    facts = {"who": by, "day": pages.day.isoformat(), "lessons": [_line(page) for page in pages.lacking]}
    await enqueue_for_staff(
        work,
        accounts,
        Kind.JOURNAL_NUDGE,
        facts,
        dedupe=f"{Kind.JOURNAL_NUDGE}:{pages.key}:{work.today}",
        due_at=due,
        expires_at=work.end_of(due.date()),
    )


def _line(page: PageState) -> dict[str, object]:
    lesson = page.lesson
    return {
        **lesson_line(lesson),
        "day": lesson.day.isoformat(),
        "parts": list(page.missing),
        "unmarked": page.unmarked,
    }


_NUDGE = text("""
    INSERT INTO nudge (staff_id, on_date, sent_by, sent_at) VALUES (:staff, :today, :by, :now)
    ON CONFLICT DO NOTHING
    RETURNING (SELECT json_build_array(w.surname, w.given_name, w.patronymic) FROM staff w WHERE w.id = sent_by) AS name
""")
