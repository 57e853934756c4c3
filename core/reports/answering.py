"""Answering a family's report of a wrong entry: it stands, or it was corrected (F4)."""

from enum import StrEnum

from sqlalchemy import update

from core.app import Work
from core.audit import record
from core.errors import AccessDenied
from core.reports.card import EntryState, ReportCard, may_answer
from core.reports.reading import StaffReport, read_card, seen_by_staff
from core.reports.telling import drop_waiting, tell_family
from core.rules.length import within
from core.terms import ReportAnswer
from storage.models import ErrorReport

WORDS_CHARS = 500


class Outcome(StrEnum):
    """What came of an answer."""

    DONE = "done"
    ALREADY = "already"
    """It was answered, or the family took it back."""
    UNCHANGED = "unchanged"
    """The entry says what it said: there is nothing corrected to tell of."""


async def answer_stands(work: Work, report_id: int, words: str) -> tuple[StaffReport, Outcome]:
    """«Всё верно», with a word of explanation. Raises NotConnected, NothingThere, AccessDenied, TextTooLong."""
    words = within(words.strip(), WORDS_CHARS)
    card = await _to_answer(work, report_id)
    if not card.open:
        return seen_by_staff(work, card), Outcome.ALREADY
    return await _answer(work, card, ReportAnswer.STANDS, card.now, words), Outcome.DONE


async def answer_corrected(work: Work, report_id: int, *, seen: int) -> tuple[StaffReport, Outcome]:
    """The entry has changed since it was reported: say so. Raises as `answer_stands`."""
    card = await _to_answer(work, report_id)
    if not card.open or card.rev != seen:
        return seen_by_staff(work, card), Outcome.ALREADY
    if not card.changed:
        return seen_by_staff(work, card), Outcome.UNCHANGED
    return await _answer(work, card, ReportAnswer.CORRECTED, card.now, ""), Outcome.DONE


async def _to_answer(work: Work, report_id: int) -> ReportCard:
    """The report, held until the commit: of two who answer at once the second sees what the first did."""
    work.actor.require_staff()
    card = await read_card(work, report_id, lock=True)
    if not may_answer(work, card):
        raise AccessDenied(report=report_id)
    return card


async def _answer(work: Work, card: ReportCard, answer: ReportAnswer, became: EntryState, words: str) -> StaffReport:
    card = await write_answer(work, card, answer, became, words)
    await drop_waiting(work, card)
    await tell_family(work, card, work.now)
    return seen_by_staff(work, card)


async def write_answer(
    work: Work, card: ReportCard, answer: ReportAnswer, became: EntryState, words: str
) -> ReportCard:
    """Write the actor's answer to a report that is held; nobody is told yet."""
    values = {"answer": answer, "words": words, "became": became.facts(), "answered_by": work.actor.require_staff()}
    await work.session.execute(
        update(ErrorReport).where(ErrorReport.id == card.id).values(**values, answered_at=work.now, rev=card.rev + 1)
    )
    after = {"answer": answer, "words": words, "became": became.facts()}
    record(work, "report.answer", "error_report", card.id, before={"stood": card.stood.facts()}, after=after)
    return await read_card(work, card.id)
