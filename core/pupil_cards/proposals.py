"""A family sees its contacts at the school and proposes others; the class leader has the word (P2)."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import insert, select, text, update

from core.actor import Child
from core.app import Work
from core.audit import record
from core.diary.children import ChildName, named_child
from core.errors import AccessDenied, ButtonOutdated, NothingThere
from core.errors.contacts import ContactSame
from core.pupil_cards.card_sql import OPEN
from core.pupil_cards.facts import Proposal
from core.pupil_cards.proposal_sql import PROPOSAL, as_proposal, here
from core.pupil_cards.telling import tell_of_proposal, untell_proposal
from core.rules.contacts import ContactField, contact, same
from storage.models import ContactProposal, Guardian, Pupil

SHOWN_FOR = timedelta(days=14)
"""How long an answer stands on the family's screen."""

OWN_FIELDS = (ContactField.PHONE, ContactField.EMAIL)

_STANDS = text("""
    SELECT p.phone, p.email, p.address, w.phone AS own_phone, w.email AS own_email
      FROM pupil p LEFT JOIN guardian w ON w.id = :guardian WHERE p.id = :pupil
""")
_OF_CHILD = text(f"""{PROPOSAL}
 WHERE ((r.pupil_id = :pupil AND r.guardian_id IS NULL) OR r.guardian_id = :guardian)
   AND r.withdrawn_at IS NULL AND ({OPEN} OR r.answered_at > :since)
 ORDER BY {OPEN} DESC, r.id DESC LIMIT 4
""")
_ONE = text(f"{PROPOSAL} WHERE r.id = :proposal")
_OPEN_OF = text(f"""
    SELECT r.id, r.pupil_id, r.contacts FROM contact_proposal r
     WHERE {OPEN} AND CASE WHEN CAST(:guardian AS integer) IS NULL THEN r.guardian_id IS NULL AND r.pupil_id = :pupil
                           ELSE r.guardian_id = :guardian END
     ORDER BY r.id LIMIT 1 FOR UPDATE
""")


class Proposed(StrEnum):
    """What typing came to. DROPPED: it stands at the school so, and the proposal of it is taken back."""

    MADE = "made"
    ALREADY = "already"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Contacts:
    """Contacts as they stand at the school; a guardian has no address of the own here."""

    phone: str
    email: str
    address: str = ""

    def of(self, field: ContactField) -> str:
        return {ContactField.PHONE: self.phone, ContactField.EMAIL: self.email, ContactField.ADDRESS: self.address}[
            field
        ]


@dataclass(frozen=True)
class FamilyContacts:
    """`own` None: the account is the pupil's, who proposes nothing. `proposals`: open ones first, then the answered."""

    child: ChildName
    own: Contacts | None
    childs: Contacts
    proposals: tuple[Proposal, ...]


async def family_contacts(work: Work, pupil_id: int) -> FamilyContacts:
    """Raises NotConnected, AccessDenied, ConsentNeeded."""
    child, right = await named_child(work, pupil_id)
    facts = {"pupil": pupil_id, "guardian": right.guardian_id}
    stands = (await work.session.execute(_STANDS, facts)).one()
    own = None if right.guardian_id is None else Contacts(stands.own_phone, stands.own_email)
    rows = await work.session.execute(_OF_CHILD, {**facts, **here(work), "since": work.now - SHOWN_FOR})
    return FamilyContacts(
        child=child,
        own=own,
        childs=Contacts(stands.phone, stands.email, stands.address),
        proposals=tuple(as_proposal(work, row) for row in rows),
    )


async def contact_to_propose(work: Work, pupil_id: int, field: ContactField, *, own: bool) -> tuple[ChildName, str]:
    """The child, and the contact as it stands. Raises as family_contacts; AccessDenied of a pupil."""
    if own and field not in OWN_FIELDS:
        raise ButtonOutdated
    found = await family_contacts(work, pupil_id)
    if found.own is None:
        raise AccessDenied(pupil=pupil_id)
    return found.child, (found.own if own else found.childs).of(field)


async def propose(work: Work, pupil_id: int, field: ContactField, words: str, *, own: bool) -> Proposed:
    """Add a contact to what the person (of the child: the family) proposes.

    Raises as contact_to_propose, and PhoneWrong, EmailWrong, HomeAddressWrong, TextTooLong, ContactSame.
    """
    right = _guardian(work, pupil_id)
    if own and field not in OWN_FIELDS:
        raise ButtonOutdated
    guardian_id = right.guardian_id if own else None
    said = contact(field, words)
    stands = await _alone(work, pupil_id, guardian_id, field)
    facts = {"pupil": pupil_id, "guardian": guardian_id}
    before = (await work.session.execute(_OPEN_OF, facts)).one_or_none()
    proposed = dict(before.contacts) if before else {}
    if same(field, said, stands):
        if field not in proposed:
            raise ContactSame(value=stands)
        proposed.pop(field)
        outcome = Proposed.DROPPED
    elif proposed.get(field, {}).get("to") == said:
        return Proposed.ALREADY
    else:
        proposed[field.value] = {"was": stands, "to": said}
        outcome = Proposed.MADE
    await _keep(work, right, pupil_id, guardian_id, before, proposed)
    return outcome


async def withdraw(work: Work, proposal_id: int, seen: str) -> tuple[int, bool]:
    """Take a proposal back: whose child it is about, and whether it was still open as it had been seen.

    A child's is any guardian's of the child. Raises NotConnected, AccessDenied, ConsentNeeded, NothingThere.
    """
    row = (await work.session.execute(_ONE, {"proposal": proposal_id, **here(work)})).one_or_none()
    if row is None:
        raise NothingThere
    proposal = as_proposal(work, row)
    right = _guardian(work, proposal.pupil_id)
    if proposal.guardian_id not in (None, right.guardian_id):
        raise AccessDenied(pupil=proposal.pupil_id)
    done = proposal.open and proposal.seen == seen and await _withdraw(work, proposal_id)
    if done:
        _trace(work, "contacts.withdraw", proposal_id, right, {})
    return proposal.pupil_id, done


def _guardian(work: Work, pupil_id: int) -> Child:
    """The guardian's right to the child, whatever else the account may. Raises AccessDenied of a pupil."""
    first = work.actor.require_child(pupil_id)
    mine = [c for c in work.actor.children if c.pupil_id == pupil_id and c.consented and c.guardian_id is not None]
    if not mine:
        raise AccessDenied(pupil=pupil_id)
    return first if first.guardian_id is not None else mine[0]


async def _alone(work: Work, pupil_id: int, guardian_id: int | None, field: ContactField) -> str:
    """What stands; whoever proposes about the same person at this moment waits."""
    model: type[Pupil] | type[Guardian] = Pupil if guardian_id is None else Guardian
    person = select(model).where(model.id == (pupil_id if guardian_id is None else guardian_id))
    return str(getattr((await work.session.scalars(person.with_for_update())).one(), field.value))


async def _keep(
    work: Work, right: Child, pupil_id: int, guardian_id: int | None, before: Any, proposed: dict[str, Any]
) -> None:
    if before is None:
        made = insert(ContactProposal).values(
            pupil_id=pupil_id,
            guardian_id=guardian_id,
            contacts=proposed,
            account_id=work.actor.account_id,
            made_at=work.now,
        )
        proposal_id = (await work.session.scalars(made.returning(ContactProposal.id))).one()
    else:
        proposal_id = before.id
        if not proposed:
            await _withdraw(work, proposal_id)
            _trace(work, "contacts.withdraw", proposal_id, right, {})
            return
        # The own contacts of somebody with several children go to the class leader of the child on the screen.
        values = {"pupil_id": pupil_id, "contacts": proposed, "account_id": work.actor.account_id, "made_at": work.now}
        await work.session.execute(update(ContactProposal).where(ContactProposal.id == proposal_id).values(values))
    _trace(work, "contacts.propose", proposal_id, right, proposed)
    row = (await work.session.execute(_ONE, {"proposal": proposal_id, **here(work)})).one()
    await tell_of_proposal(work, as_proposal(work, row))


async def _withdraw(work: Work, proposal_id: int) -> bool:
    taken = await work.session.execute(
        update(ContactProposal)
        .where(
            ContactProposal.id == proposal_id, ContactProposal.answer.is_(None), ContactProposal.withdrawn_at.is_(None)
        )
        .values(withdrawn_at=work.now)
        .returning(ContactProposal.id)
    )
    done = taken.first() is not None
    if done:
        await untell_proposal(work, proposal_id)
    return done


def _trace(work: Work, action: str, proposal_id: int, right: Child, after: dict[str, Any]) -> None:
    record(work, action, "contact_proposal", proposal_id, after=after, guardian_id=right.guardian_id)
