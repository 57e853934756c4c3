"""The class leader (or who stands in) accepts or refuses what a family proposes (P2)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import select, text, update

from core.app import Work
from core.audit import record
from core.errors import NothingThere
from core.outbox import Kind, supersede
from core.pupil_cards.card_sql import OPEN
from core.pupil_cards.editing import ACCEPTED, write_contacts
from core.pupil_cards.facts import Proposal
from core.pupil_cards.proposal_sql import PROPOSAL, as_proposal, here
from core.pupil_cards.rights import keeps_cards, require, sees_cards
from core.pupil_cards.telling import tell_answer
from core.rights import sees_classes
from core.rules.length import within
from core.terms import ProposalAnswer
from storage.models import ClassUnit, ContactProposal

WORDS_LIMIT = 300
SHOWN = 40

_ONE = text(f"{PROPOSAL} WHERE r.id = :proposal")
_LOCK = text("SELECT 1 FROM contact_proposal WHERE id = :proposal FOR UPDATE")
_OF_CLASS = text(f"{PROPOSAL} WHERE {OPEN} AND c.id = :class ORDER BY r.made_at, r.id LIMIT :limit")


class Decided(StrEnum):
    """What a press came to. CHANGED: the family wants something else by now; OVER: answered, or taken back."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    CHANGED = "changed"
    OVER = "over"


@dataclass(frozen=True)
class ClassProposals:
    """Open proposals of a class, the oldest first. `desk`: the reader may open the class's desk."""

    class_id: int
    class_name: str
    proposals: tuple[Proposal, ...]
    desk: bool


async def class_proposals(work: Work, class_id: int) -> ClassProposals:
    """Raises NotConnected, AccessDenied, NothingThere."""
    work.actor.require_staff()
    require(sees_cards(work, class_id), class_id)
    named = select(ClassUnit.name).where(ClassUnit.id == class_id, ClassUnit.year_id == work.school.year_id)
    name = await work.session.scalar(named)
    if name is None:
        raise NothingThere
    rows = await work.session.execute(_OF_CLASS, {"class": class_id, "limit": SHOWN, **here(work)})
    return ClassProposals(
        class_id, name, tuple(as_proposal(work, row) for row in rows), desk=sees_classes(work, [class_id])
    )


async def proposal(work: Work, proposal_id: int) -> Proposal:
    """Raises NotConnected, AccessDenied, NothingThere."""
    work.actor.require_staff()
    row = (await work.session.execute(_ONE, {"proposal": proposal_id, **here(work)})).one_or_none()
    if row is None:
        raise NothingThere
    require(sees_cards(work, row.class_id), row.class_id)
    return as_proposal(work, row, may_decide=keeps_cards(work, row.class_id))


async def accept(work: Work, proposal_id: int, seen: str) -> tuple[Proposal, Decided]:
    """Write the contacts and tell the family. Raises NotConnected, AccessDenied, NothingThere."""
    found = await _to_decide(work, proposal_id)
    if over := _over(found, seen):
        return found, over
    contacts = {c.field: (c.now, c.proposed) for c in found.contacts}
    await write_contacts(work, found.pupil_id, found.guardian_id, contacts, ACCEPTED)
    return await _answer(work, found, ProposalAnswer.ACCEPTED, ""), Decided.ACCEPTED


async def proposal_to_refuse(work: Work, proposal_id: int, seen: str) -> tuple[Proposal, Decided | None]:
    """The proposal, and why there is nothing to refuse in it. Raises NotConnected, AccessDenied, NothingThere."""
    found = await proposal(work, proposal_id)
    require(found.may_decide, found.class_id)
    return found, _over(found, seen)


async def refuse(work: Work, proposal_id: int, words: str, seen: str) -> tuple[Proposal, Decided]:
    """Leave all as it is and tell the family why (at most 300 characters).

    Raises NotConnected, AccessDenied, NothingThere, TextTooLong.
    """
    within(words, WORDS_LIMIT)
    found = await _to_decide(work, proposal_id)
    if over := _over(found, seen):
        return found, over
    return await _answer(work, found, ProposalAnswer.REFUSED, words), Decided.REFUSED


async def _to_decide(work: Work, proposal_id: int) -> Proposal:
    await work.session.execute(_LOCK, {"proposal": proposal_id})
    found = await proposal(work, proposal_id)
    require(found.may_decide, found.class_id)
    return found


def _over(found: Proposal, seen: str) -> Decided | None:
    if not found.open:
        return Decided.OVER
    return Decided.CHANGED if found.seen != seen else None


async def _answer(work: Work, found: Proposal, answer: ProposalAnswer, words: str) -> Proposal:
    stood = {c.field.value: {"was": c.now, "to": c.proposed} for c in found.contacts}
    values: dict[str, Any] = {
        "answer": answer,
        "words": words,
        "answered_by": work.actor.staff_id,
        "answered_at": work.now,
        "contacts": stood,
    }
    await work.session.execute(update(ContactProposal).where(ContactProposal.id == found.id).values(values))
    record(work, f"contacts.{answer}", "contact_proposal", found.id, after={"words": words})
    await supersede(work, Kind.CONTACTS_PROPOSED, found.id)
    answered = await proposal(work, found.id)
    await tell_answer(work, answered)
    return answered
