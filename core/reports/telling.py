"""Who hears of a report of a wrong entry and of its answer (F4)."""

from datetime import datetime, timedelta
from typing import Any

from core.app import Work
from core.outbox import Kind, Priority, Push, Recipient, enqueue, enqueue_for_staff, supersede
from core.recipients import accounts_of, families_of, guardians_of, holders_of
from core.reports.card import EntryState, ReportCard
from core.rules.names import list_name
from core.terms import Door, ReportAnswer, Role

OF_USE_FOR = timedelta(days=7)


async def tell_staff(work: Work, card: ReportCard) -> None:
    """The report to whose entry it is and to the deputies."""
    found = await accounts_of(work, card.answerers())
    hearers = [to for each in found.values() for to in each] + await holders_of(work, Role.DEPUTY_HEAD)
    await enqueue_for_staff(
        work,
        {to.account_id: to for to in hearers}.values(),
        Kind.ERROR_REPORTED,
        message_facts(card),
        dedupe=f"{Kind.ERROR_REPORTED}:{card.id}",
        expires_at=work.end_of(card.due_on),
        subject_id=card.id,
    )


async def drop_waiting(work: Work, card: ReportCard) -> None:
    """Nobody need hear of the report any more."""
    await supersede(work, Kind.ERROR_REPORTED, card.id)


async def tell_family(work: Work, card: ReportCard, due_at: datetime) -> None:
    """The answer to the guardians and to the account that reported."""
    facts = message_facts(card) | {
        "answer": card.answer,
        "became": card.became.facts() if card.became else None,
        "words": card.words,
        "answered_by": card.answered_by,
        "marks": told_marks(card),
    }
    urgent = card.mark_id is None and card.lesson.day == work.today
    await enqueue(
        work,
        [
            Push(
                kind=Kind.ERROR_ANSWERED,
                door=Door.FAMILY,
                to=to,
                facts=facts,
                dedupe=f"{Kind.ERROR_ANSWERED}:{card.id}:{card.rev}",
                due_at=due_at,
                expires_at=work.now + OF_USE_FOR,
                priority=Priority.URGENT if urgent else Priority.PERSONAL,
                subject_id=card.id,
                order=f"report{card.id}",
            )
            for to in await _family(work, card)
        ],
    )


async def _family(work: Work, card: ReportCard) -> list[Recipient]:
    hearers = await guardians_of(work, card.pupil_id)
    if card.guardian_id is None:
        _, all_of_them = (await families_of(work, [card.pupil_id])).get(card.pupil_id, ("", []))
        known = {to.account_id for to in hearers}
        hearers += [to for to in all_of_them if to.account_id == card.account_id and to.account_id not in known]
    return hearers


def told_marks(card: ReportCard) -> list[dict[str, Any]]:
    """The mark with the value that the answer tells (None: removed): it need not be told once more as news."""
    if card.answer is not ReportAnswer.CORRECTED or card.mark_id is None or card.became is None:
        return []
    return [{"mark": card.mark_id, "value": _value(card.became)}]


def _value(state: EntryState) -> str | None:
    return state.value if state.what == "mark" else None


def message_facts(card: ReportCard) -> dict[str, Any]:
    """What every message about a report says."""
    lesson = card.lesson
    return {
        "report": card.id,
        "pupil_id": card.pupil_id,
        "pupil": list_name(card.surname, card.given_name),
        "lesson": lesson.id,
        "classes": ", ".join(lesson.classes),
        "group": lesson.group,
        "subject": lesson.subject,
        "subject_id": lesson.subject_id,
        "day": lesson.day.isoformat(),
        "number": lesson.lesson_no,
        "mark": card.mark_id,
        "stood": card.stood.facts(),
        "said": card.said,
        "by": card.by,
        "due_on": card.due_on.isoformat(),
    }
