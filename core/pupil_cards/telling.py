"""Who hears of cards to confirm, of a family's proposal and of its answer (P2)."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from core.app import Work
from core.outbox import Kind, Push, Recipient, enqueue, enqueue_for_staff, supersede, untell
from core.pupil_cards.facts import Proposal
from core.recipients import accounts_of, class_leaders_of, guardians_of, holders_of
from core.rules.telling import next_waking
from core.terms import Door, Role
from storage.models import ClassUnit, Link

OF_USE = timedelta(days=7)
SETTLING = timedelta(minutes=1)
"""A family that changes several contacts one after the other is one message to the class leader."""


async def tell_of_due(work: Work, classes: Sequence[tuple[int, str, int]], asked_by: str = "") -> None:
    """To the leaders of the classes (id, name, how many cards): once a month, or each time a deputy asks."""
    rows = await work.session.execute(
        select(ClassUnit.id, ClassUnit.class_leader_id).where(ClassUnit.id.in_([class_id for class_id, *_ in classes]))
    )
    leaders = {class_id: staff_id for class_id, staff_id in rows if staff_id is not None}
    accounts = await accounts_of(work, set(leaders.values())) if leaders else {}
    when = f"{work.today:%Y%m%d}:asked" if asked_by else f"{work.today:%Y%m}"
    for class_id, name, count in classes:
        await enqueue_for_staff(
            work,
            accounts.get(leaders.get(class_id, 0), []),
            Kind.CARDS_DUE,
            {"class_id": class_id, "class": name, "count": count, "asked_by": asked_by},
            dedupe=f"{Kind.CARDS_DUE}:{class_id}:{when}",
            expires_at=work.now + OF_USE,
            due_at=next_waking(work.local_now),
            subject_id=class_id,
        )


async def tell_of_proposal(work: Work, proposal: Proposal) -> None:
    """To the class leader; where none has the bot, to those who keep the cards beside. What waited is dropped."""
    await supersede(work, Kind.CONTACTS_PROPOSED, proposal.id)
    hearers = await class_leaders_of(work, [proposal.pupil_id])
    await enqueue_for_staff(
        work,
        hearers or await holders_of(work, Role.SECRETARY, Role.ADMINISTRATOR),
        Kind.CONTACTS_PROPOSED,
        _facts(proposal),
        dedupe=f"{Kind.CONTACTS_PROPOSED}:{proposal.id}:{proposal.seen}:{work.now.timestamp():.0f}",
        expires_at=work.now + OF_USE,
        due_at=next_waking(work.local_now + SETTLING),
        subject_id=proposal.id,
    )


async def untell_proposal(work: Work, proposal_id: int) -> None:
    """It was taken back: nobody need read of it."""
    await untell(work, Kind.CONTACTS_PROPOSED, proposal_id)


async def tell_answer(work: Work, proposal: Proposal) -> None:
    """The answer, of own contacts to their owner alone, of the child's to all guardians."""
    facts = {
        **_facts(proposal),
        "pupil_id": proposal.pupil_id,
        "answer": proposal.answer,
        "words": proposal.words,
        "answered_by": proposal.answered_by,
    }
    await enqueue(
        work,
        [
            Push(
                kind=Kind.CONTACTS_ANSWERED,
                door=Door.FAMILY,
                to=to,
                facts=facts,
                dedupe=f"{Kind.CONTACTS_ANSWERED}:{proposal.id}",
                due_at=next_waking(work.local_now),
                expires_at=work.now + OF_USE,
                subject_id=proposal.id,
            )
            for to in await _family(work, proposal)
        ],
    )


async def _family(work: Work, proposal: Proposal) -> list[Recipient]:
    hearers = await guardians_of(work, proposal.pupil_id)
    if proposal.guardian_id is None:
        return hearers
    own = select(Link.account_id).where(Link.guardian_id == proposal.guardian_id, Link.revoked_at.is_(None))
    accounts = set(await work.session.scalars(own))
    return [to for to in hearers if to.account_id in accounts]


def _facts(proposal: Proposal) -> dict[str, Any]:
    return {
        "proposal": proposal.id,
        "pupil": proposal.pupil,
        "class": proposal.class_name,
        "guardian": proposal.guardian,
        "by": proposal.by,
        "kinship": proposal.kinship,
        "contacts": [[c.field.value, c.now, c.proposed] for c in proposal.contacts],
    }
