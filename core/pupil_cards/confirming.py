"""The class leader confirms that cards are right; a deputy asks for it (P2)."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import insert, select, update

from core.app import Work
from core.audit import record
from core.pupil_cards.facts import CardChange, ClassCards, PupilCard
from core.pupil_cards.reading import class_cards, pupil_card
from core.pupil_cards.rights import require
from core.pupil_cards.telling import tell_of_due
from core.rules.names import initials
from storage.base import table_of
from storage.models import CardConfirmation, ClassUnit, Pupil, Staff


class Outcome(StrEnum):
    """What a press came to. CHANGED: something is not as it was shown, so nothing was confirmed."""

    CONFIRMED = "confirmed"
    ALREADY = "already"
    CHANGED = "changed"
    ASKED = "asked"


async def confirm_card(work: Work, pupil_id: int, seen: str) -> tuple[PupilCard, Outcome]:
    """Confirm one card. Raises NotConnected, AccessDenied, NothingThere."""
    await _alone(work, [pupil_id])
    card = await pupil_card(work, pupil_id)
    require(card.may_confirm, card.class_id)
    if card.seen != seen:
        return card, Outcome.CHANGED
    if not card.due and card.confirmed_at is not None and not card.changes:
        return card, Outcome.ALREADY
    await _write(work, [(pupil_id, card.stands, card.changes)])
    return await pupil_card(work, pupil_id), Outcome.CONFIRMED


async def confirm_class(work: Work, class_id: int, seen: str) -> tuple[ClassCards, Outcome, int]:
    """Confirm all cards of a class that wait; the cards, and how many that were.

    Raises NotConnected, AccessDenied, NothingThere.
    """
    cards = await class_cards(work, class_id)
    require(cards.may_confirm, class_id)
    await _alone(work, [line.pupil_id for line in cards.due])
    cards = await class_cards(work, class_id)
    if not cards.due:
        return cards, Outcome.ALREADY, 0
    if cards.seen != seen:
        return cards, Outcome.CHANGED, 0
    await _write(work, [(line.pupil_id, line.stands, line.changes) for line in cards.due])
    return await class_cards(work, class_id), Outcome.CONFIRMED, len(cards.due)


async def ask_for_cards(work: Work, class_id: int) -> tuple[ClassCards, Outcome]:
    """A deputy asks: every card waits from now on, and the class leader hears of it; once a day.

    Raises NotConnected, AccessDenied, NothingThere.
    """
    cards = await class_cards(work, class_id)
    require(cards.may_ask, class_id)
    if cards.asked_at is not None and cards.asked_at.date() == work.today:
        return cards, Outcome.ALREADY
    await work.session.execute(update(ClassUnit).where(ClassUnit.id == class_id).values(cards_asked_at=work.now))
    record(work, "cards.ask", "class_unit", class_id, after={"asked_at": work.now.isoformat()})
    asker = await work.session.scalar(select(Staff).where(Staff.id == work.actor.staff_id))
    await tell_of_due(work, [(class_id, cards.class_name, len(cards.lines))], asked_by=initials(asker) if asker else "")
    return await class_cards(work, class_id), Outcome.ASKED


async def _alone(work: Work, pupil_ids: Sequence[int]) -> None:
    """Two phones that confirm at once do so in turn."""
    locked = select(Pupil.id).where(Pupil.id.in_(list(pupil_ids))).order_by(Pupil.id).with_for_update(key_share=True)
    await work.session.execute(locked)


async def _write(work: Work, cards: Sequence[tuple[int, dict[str, Any], Sequence[CardChange]]]) -> None:
    staff_id = work.actor.require_staff()
    rows = [
        {
            "pupil_id": pupil_id,
            "confirmed_by": staff_id,
            "confirmed_at": work.now,
            "changed": {"card": stands, "changes": [change.facts() for change in changes]},
        }
        for pupil_id, stands, changes in cards
    ]
    await work.session.execute(insert(table_of(CardConfirmation)), rows)
    for pupil_id, _, changes in cards:
        record(work, "card.confirm", "pupil", pupil_id, after={"changes": len(changes)})
