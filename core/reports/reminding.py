"""Reports of wrong entries whose term is near or over: one message a person and school day (F4)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import Any

from sqlalchemy import text

from core.app import Work
from core.entries import working_days
from core.outbox import Kind, enqueue_for_staff
from core.recipients import accounts_of, holders_of
from core.reports.card import CARD, OPEN, ReportCard, as_card, concerned
from core.reports.telling import message_facts
from core.rules.working_days import WorkingDays
from core.terms import Role
from core.ticks import first_today

MORNING, NIGHT = time(9), time(21)
WHAT = "error_reports"
GRADES = range(1, 13)
LINES = 60

_DUE = text(f"{CARD} WHERE {OPEN} AND r.due_on <= :last ORDER BY r.due_on, r.id")


async def remind_of_reports(work: Work) -> None:
    """Tell the deputies of reports past their term, and whose entry it is the school day before that.

    On school days from 9:00. Run by a tick as often as it likes; a morning missed is made up for until the night.
    """
    if not MORNING <= work.local_now.time() < NIGHT:
        return
    calendar = await working_days(work, work.today - timedelta(days=7))
    if not any(calendar.works(work.today, grade) for grade in GRADES) or not await first_today(work, WHAT):
        return
    last = max(calendar.after(work.today, 1, grade) for grade in GRADES)
    rows = (await work.session.execute(_DUE, {"last": last, **concerned(work)})).all()
    cards = [as_card(work, row) for row in rows]
    await _tell_deputies(work, [card for card in cards if card.overdue(work.today)])
    await _tell_owners(work, [card for card in cards if _near(work, card, calendar)])


def _near(work: Work, card: ReportCard, calendar: WorkingDays) -> bool:
    """Whether the owner is to be reminded this morning: the term is the next school day, or it is today and the
    report came after the morning before.
    """
    if card.due_on < work.today:
        return False
    if card.due_on > work.today:
        return calendar.after(work.today, 1, card.lesson.grade) >= card.due_on
    return calendar.after(card.made_at.date(), 1, card.lesson.grade) >= card.due_on and _after_morning(card)


def _after_morning(card: ReportCard) -> bool:
    return card.made_at.time() >= MORNING


async def _tell_deputies(work: Work, cards: list[ReportCard]) -> None:
    if cards:
        deputies = await holders_of(work, Role.DEPUTY_HEAD)
        await enqueue_for_staff(work, deputies, Kind.ERROR_OVERDUE, _facts(cards), **_once(work, Kind.ERROR_OVERDUE))


async def _tell_owners(work: Work, cards: list[ReportCard]) -> None:
    owned: dict[int, list[ReportCard]] = defaultdict(list)
    for card in cards:
        for staff_id in card.answerers():
            owned[staff_id].append(card)
    accounts = await accounts_of(work, owned) if owned else {}
    for staff_id, mine in owned.items():
        once = _once(work, Kind.ERROR_DUE)
        await enqueue_for_staff(work, accounts.get(staff_id, []), Kind.ERROR_DUE, _facts(mine), **once)


def _facts(cards: Iterable[ReportCard]) -> dict[str, Any]:
    lines = [message_facts(card) for card in cards]
    return {"count": len(lines), "reports": lines[:LINES]}


def _once(work: Work, kind: Kind) -> dict[str, Any]:
    day: date = work.today
    return {"dedupe": f"{kind}:{day:%Y%m%d}", "expires_at": work.end_of(day)}
