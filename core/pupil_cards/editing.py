"""Contacts written into a pupil's card by the staff (P2). The last word counts; the trace keeps every one."""

from sqlalchemy import update

from core.app import Work
from core.audit import record
from core.errors import ButtonOutdated, NothingThere
from core.pupil_cards.facts import PupilCard
from core.pupil_cards.reading import pupil_card
from core.pupil_cards.rights import require
from core.rules.contacts import ContactField, contact
from storage.models import Guardian, Pupil

CHANGED, ACCEPTED = "card.change", "card.accept"
"""How a written contact is traced."""

OF_GUARDIAN = (ContactField.PHONE, ContactField.EMAIL)


async def field_to_edit(work: Work, pupil_id: int, guardian_id: int | None, field: ContactField) -> tuple[str, str]:
    """Whose contact it is and what stands.

    Raises NotConnected, AccessDenied, NothingThere, ButtonOutdated.
    """
    return _stands(await _editable(work, pupil_id), guardian_id, field)


async def edit_card(
    work: Work, pupil_id: int, guardian_id: int | None, field: ContactField, words: str
) -> tuple[PupilCard, bool]:
    """Write a contact, or take it away; the card, and whether anything changed.

    Raises as field_to_edit, and PhoneWrong, EmailWrong, HomeAddressWrong, TextTooLong.
    """
    card = await _editable(work, pupil_id)
    _, before = _stands(card, guardian_id, field)
    after = contact(field, words)
    if after == before:
        return card, False
    await write_contacts(work, pupil_id, guardian_id, {field: (before, after)}, CHANGED)
    return await pupil_card(work, pupil_id), True


async def write_contacts(
    work: Work,
    pupil_id: int,
    guardian_id: int | None,
    contacts: dict[ContactField, tuple[str, str]],
    action: str,
) -> None:
    """Put contacts (what stood, what is to stand) into the pupil's or the guardian's record, with a trace.

    The trace tells a later workbook which of its contacts are old (core/workbook/snapshot.py).
    """
    values = {field.value: after for field, (_, after) in contacts.items()}
    before = {field.value: stood for field, (stood, _) in contacts.items()}
    if guardian_id is None:
        await work.session.execute(update(Pupil).where(Pupil.id == pupil_id).values(values))
        record(work, action, "pupil", pupil_id, before=before, after=values)
    else:
        await work.session.execute(update(Guardian).where(Guardian.id == guardian_id).values(values))
        record(work, action, "guardian", guardian_id, before=before, after=values)


async def _editable(work: Work, pupil_id: int) -> PupilCard:
    card = await pupil_card(work, pupil_id)
    require(card.may_edit, card.class_id)
    return card


def _stands(card: PupilCard, guardian_id: int | None, field: ContactField) -> tuple[str, str]:
    if guardian_id is None:
        return card.name, {"phone": card.phone, "email": card.email, "address": card.address}[field]
    guardian = card.guardian(guardian_id)
    if guardian is None:
        raise NothingThere
    if field not in OF_GUARDIAN:
        raise ButtonOutdated
    return guardian.name, guardian.phone if field is ContactField.PHONE else guardian.email
