"""Carrying out, or not, what somebody asked to enter after its window (J6)."""

from dataclasses import replace

from sqlalchemy import text

from core.actor import Actor
from core.app import Override, Work
from core.errors import AccessDenied, ButtonOutdated, JournalError, NothingThere
from core.errors.entries import AskerLeft, EntryNotCarriedOut
from core.files import Page, kept_page
from core.outbox import Kind, enqueue_for_staff, supersede
from core.recipients import accounts_of
from core.requests import carriers
from core.requests.keeping import (
    HEARD_FOR,
    decided,
    kept_entry,
    mark_done,
    message_facts,
    reason_within,
)
from core.requests.reading import EntryCard, RequestList, named, read_card, request_list
from core.requests.registry import carry_out
from core.terms import Door, RequestAnswer, Role

__all__ = ["approve", "carriers", "give_reason", "insist", "open_request", "open_requests", "refuse"]

_ASKER = text("""
    SELECT (SELECT array_agg(r.role) FROM staff_role r WHERE r.staff_id = s.id) AS roles,
           (SELECT array_agg(c.id) FROM class_unit c WHERE c.class_leader_id = s.id AND c.year_id = :year) AS leads
      FROM staff s WHERE s.id = :staff AND (s.dismissed IS NULL OR s.dismissed >= :today)
""")


async def open_requests(work: Work) -> RequestList:
    """What waits for the actor's decision, and the actor's own requests. Raises NotConnected."""
    return await request_list(work)


async def open_request(work: Work, request_id: int) -> EntryCard:
    """One request, for whoever asked or may decide. Raises NotConnected, NothingThere, AccessDenied."""
    card = await read_card(work, request_id)
    if card.made_by != work.actor.require_staff() and not (card.decidable_by(work) and card.reason is not None):
        raise AccessDenied(request=request_id)
    return await named(work, card)


async def request_files(work: Work, request_id: int) -> list[Page]:
    """The files that came with a request, for whoever may open it. Raises as `open_request`."""
    card = await open_request(work, request_id)
    return [await kept_page(work, file_id) for file_id in card.files]


async def approve(work: Work, request_id: int) -> tuple[EntryCard, bool]:
    """Write the entry as the asker's, with the actor's name beside it; False: it had been decided already.

    The asker's right is asked anew. Raises AccessDenied, NothingThere, and EntryNotCarriedOut with the cause: the
    request stays open then.
    """
    card = await _to_decide(work, request_id)
    if card.answer is not None:
        return await named(work, await read_card(work, request_id)), False
    asker = await _asker(work, card)
    override = Override(work.actor.require_staff(), card.reason or "")
    try:
        # Who approves has read the words, in whatever language they are.
        await _carry(replace(work, actor=asker, override=override, insists=True), card)
    except JournalError as cause:
        raise EntryNotCarriedOut(cause=cause) from cause
    card = await decided(work, card, RequestAnswer.APPROVED)
    await _tell_asker(work, card)
    return card, True


async def refuse(work: Work, request_id: int, comment: str = "") -> tuple[EntryCard, bool]:
    """Leave the entry unwritten and tell the asker; False: it had been decided already.

    Raises AccessDenied, NothingThere, TextTooLong.
    """
    comment = reason_within(comment)
    card = await _to_decide(work, request_id)
    if card.answer is not None:
        return await named(work, await read_card(work, request_id)), False
    card = await decided(work, card, RequestAnswer.REFUSED, comment)
    await _tell_asker(work, card)
    return card, True


async def give_reason(work: Work, request_id: int, reason: str) -> tuple[EntryCard, bool]:
    """Write one's own kept entry by the own right to decide; False: it is written already.

    Raises AccessDenied, NothingThere, TextTooLong, and what the entry's command raises.
    """
    reason = reason_within(reason)
    card = await kept_entry(work, request_id, lock=True)
    if card.answer is not None or card.done:
        return card, False
    if not card.decidable_by(work):
        raise AccessDenied(request=request_id)
    override = Override(work.actor.require_staff(), reason)
    await _carry(replace(work, override=override, insists=card.insists), card)
    await supersede(work, Kind.ENTRY_REQUESTED, card.id)
    return await decided(work, replace(card, reason=reason), RequestAnswer.APPROVED), True


async def insist(work: Work, request_id: int) -> tuple[EntryCard, bool]:
    """Write one's own kept entry though it is not as the school wants it; False: it is written already.

    Raises AccessDenied, NothingThere, and what the entry's command raises (its window may have closed meanwhile).
    """
    card = await kept_entry(work, request_id, lock=True)
    if card.answer is not None or card.done:
        return card, False
    await _carry(replace(work, insists=True), card)
    await mark_done(work, card)
    return card, True


async def _to_decide(work: Work, request_id: int) -> EntryCard:
    """The request, held until the commit: of two who decide at once the second sees what the first decided."""
    work.actor.require_staff()
    card = await read_card(work, request_id, lock=True)
    if not card.decidable_by(work):
        raise AccessDenied(request=request_id)
    if card.reason is None:
        raise NothingThere
    return card


async def _carry(work: Work, card: EntryCard) -> None:
    if card.action is None:
        raise ButtonOutdated
    await carry_out(replace(work, files=card.files), card.action, card.words)


async def _asker(work: Work, card: EntryCard) -> Actor:
    """Who asked, with the rights of today. Raises EntryNotCarriedOut."""
    facts = {"staff": card.made_by, "today": work.today, "year": work.school.year_id}
    row = (await work.session.execute(_ASKER, facts)).one_or_none()
    if row is None:
        raise EntryNotCarriedOut(cause=AskerLeft())
    return Actor(
        door=Door.STAFF,
        account_id=card.account_id,
        language=work.actor.language,
        staff_id=card.made_by,
        roles=frozenset(Role(role) for role in row.roles or []),
        leads=frozenset(row.leads or []),
    )


async def _tell_asker(work: Work, card: EntryCard) -> None:
    """The asker hears of the decision on every phone; what the other deciders have not heard yet is dropped."""
    await supersede(work, Kind.ENTRY_REQUESTED, card.id)
    facts = message_facts(card)
    facts |= {"answer": card.answer, "comment": card.comment, "decided_by": card.decided_by}
    accounts = await accounts_of(work, [card.made_by])
    await enqueue_for_staff(
        work,
        accounts.get(card.made_by, []),
        Kind.ENTRY_DECIDED,
        facts,
        dedupe=f"{Kind.ENTRY_DECIDED}:{card.id}",
        expires_at=work.now + HEARD_FOR,
        subject_id=card.id,
    )
