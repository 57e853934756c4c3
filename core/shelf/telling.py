"""Writing to those who are asked to read a document."""

from datetime import timedelta

from sqlalchemy import Select, and_, case, exists, func, or_, select

from core.app import Work
from core.identity import consented, pupil_consented, still_enrolled
from core.outbox import Kind, Priority, Push, Recipient, enqueue
from core.shelf.reading import ShelfDocument
from core.terms import Door
from storage.models import Account, Consent, Guardianship, Link, ShelfReading, Staff

TELL_WITHIN = timedelta(days=7)


async def tell_of(work: Work, found: ShelfDocument, kind: Kind, dedupe: str) -> int:
    """Write to everybody who is asked to read it and has not yet; returns to how many accounts."""
    pushes = [
        Push(
            kind,
            door,
            to,
            {"item": found.id, "title": found.title, "section": found.section, "family": door is Door.FAMILY},
            dedupe,
            work.now,
            work.now + TELL_WITHIN,
            priority=Priority.BROADCAST,
            subject_id=found.id,
        )
        for door, accounts in (await asked_accounts(work, found)).items()
        for to in accounts
    ]
    await enqueue(work, pushes)
    return len(pushes)


async def asked_accounts(work: Work, found: ShelfDocument) -> dict[Door, list[Recipient]]:
    """The reachable accounts of those asked to read who have not yet, by door; one entry an account."""
    staff = await work.session.execute(_staff_accounts(work, found.id))
    asked = {Door.STAFF: [Recipient(account_id, link_id) for account_id, link_id in staff]}
    if found.everybody:
        families = await work.session.execute(_family_accounts(work, found.id))
        asked[Door.FAMILY] = [Recipient(account_id, link_id) for account_id, link_id in families]
    return asked


def _staff_accounts(work: Work, item_id: int) -> Select[int, int]:
    read = exists().where(ShelfReading.item_id == item_id, ShelfReading.staff_id == Link.staff_id)
    return (
        select(Link.account_id, func.min(Link.id))
        .join(Account, Account.id == Link.account_id)
        .join(Staff, and_(Staff.id == Link.staff_id, or_(Staff.dismissed.is_(None), Staff.dismissed >= work.today)))
        .where(Link.revoked_at.is_(None), Account.unreachable_at.is_(None), ~read)
        .group_by(Link.account_id)
        .order_by(Link.account_id)
    )


def _family_accounts(work: Work, item_id: int) -> Select[int, int]:
    """Of parents and of pupils, with a consent, while they are at the school."""
    said = or_(ShelfReading.guardian_id == Link.guardian_id, ShelfReading.pupil_id == Link.pupil_id)
    read = exists().where(ShelfReading.item_id == item_id, said)
    own = Link.pupil_id.is_not(None)
    children = still_enrolled(Guardianship.pupil_id, work.today)
    stays = case(
        (own, still_enrolled(Link.pupil_id, work.today)),
        else_=exists().where(Guardianship.guardian_id == Link.guardian_id, children),
    )
    agreed = case(
        (own, pupil_consented(Link.pupil_id, work.today)), else_=consented(Consent.guardian_id == Link.guardian_id)
    )
    return (
        select(Link.account_id, func.min(Link.id))
        .join(Account, Account.id == Link.account_id)
        .where(Link.staff_id.is_(None), Link.revoked_at.is_(None), Account.unreachable_at.is_(None), ~read)
        .where(stays, agreed)
        .group_by(Link.account_id)
        .order_by(Link.account_id)
    )
