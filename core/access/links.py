"""Links between accounts and people: standing, replaced, revoked (A4)."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select, update

from core.access.holders import Holder, any_of, column, holder_of, name_of
from core.app import Work
from core.audit import record
from core.terms import CodePurpose
from storage.models import AccessCode, Link


async def stands(work: Work, account_id: int | None, holder: Holder) -> bool:
    """Whether the account speaks for the person now."""
    if account_id is None:
        return False
    active = select(Link.id).where(
        Link.account_id == account_id, column(Link, holder.kind) == holder.id, Link.revoked_at.is_(None)
    )
    return await work.session.scalar(active) is not None


async def replace_staff_link(work: Work, holder: Holder) -> str:
    """End what the acting account spoke for as another staff member; returns that person's name, or nothing."""
    ended = await _end(work, Link.account_id == work.actor.account_id, Link.staff_id.is_not(None))
    for link in ended:
        record(work, "replace_link", "link", link.id, before=holder_of(link).values, after=holder.values)
    return await name_of(work, holder_of(ended[0])) if ended else ""


async def revoke(work: Work, holder: Holder, last: int, link_id: int | None = None) -> int:
    """Cut off one of a person's chats, or all connected up to link `last`; then unused codes end too.

    Returns how many links ended. The caller has asked for permission. The next unit of work of those chats
    knows nobody any more.
    """
    which = Link.id <= last if link_id is None else Link.id == link_id
    ended = await end_links(work, column(Link, holder.kind) == holder.id, which)
    if link_id is None:
        await end_unused_codes(work, [holder])
    return len(ended)


async def end_links(work: Work, *which: ColumnElement[bool]) -> list[Link]:
    """Cut off the chats of these links that still stand, with a line of the trace each."""
    ended = await _end(work, *which)
    for link in ended:
        before = {"account": link.account_id, **holder_of(link).values}
        record(work, "revoke_link", "link", link.id, before=before, after={"revoked": True})
    return ended


async def end_unused_codes(work: Work, holders: Sequence[Holder], purpose: CodePurpose = CodePurpose.ENTER) -> None:
    """Codes handed over but not used yet open nothing (or end nothing) any more."""
    unused = (AccessCode.purpose == purpose, AccessCode.used_at.is_(None), AccessCode.revoked_at.is_(None))
    ended = await work.session.scalars(
        update(AccessCode).where(any_of(AccessCode, holders), *unused).values(revoked_at=work.now).returning(AccessCode)
    )
    for code in ended:
        whose = holder_of(code).values
        record(work, "end_code", "access_code", code.id, before={"open": True, **whose}, after={"open": False, **whose})


async def _end(work: Work, *which: ColumnElement[bool]) -> list[Link]:
    ended = update(Link).where(Link.revoked_at.is_(None), *which).values(revoked_at=work.now).returning(Link)
    return list(await work.session.scalars(ended))
