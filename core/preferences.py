"""What a person chose for the own account: language, quiet hours, cards at the bell (a family: notice_choices.py)."""

from dataclasses import dataclass
from datetime import time
from typing import Any

from sqlalchemy import func, select, update

from core.access.consent_people import ConsentPerson, consent_people
from core.app import Work
from core.audit import record
from core.errors import NotConnected
from core.prompts import drop
from storage.models import Account, Link


@dataclass(frozen=True)
class FamilyPreferences:
    """A family account: what it chose, whom it speaks for, and the newest of its links (0: none)."""

    language: str
    quiet_from: time | None
    quiet_to: time | None
    people: tuple[ConsentPerson, ...]
    last_link: int


async def family_preferences(work: Work) -> FamilyPreferences:
    """Raises NotConnected."""
    account_id = connected_account(work)
    last = select(func.max(Link.id)).where(Link.account_id == account_id, Link.revoked_at.is_(None))
    query = select(Account.language, Account.quiet_from, Account.quiet_to, last.scalar_subquery().label("last"))
    row = (await work.session.execute(query.where(Account.id == account_id))).one()
    return FamilyPreferences(row.language, row.quiet_from, row.quiet_to, await consent_people(work), row.last or 0)


async def set_quiet(work: Work, quiet_from: time | None, quiet_to: time | None) -> None:
    """The hours in which what is not urgent waits (neither: none). Raises NotConnected."""
    await set_values(work, "quiet", quiet_from=quiet_from, quiet_to=quiet_to)


async def quiet_hours(work: Work) -> tuple[time | None, time | None]:
    """The own quiet hours (neither: none). Raises NotConnected."""
    chosen = select(Account.quiet_from, Account.quiet_to).where(Account.id == connected_account(work))
    row = (await work.session.execute(chosen)).one()
    return row.quiet_from, row.quiet_to


async def disconnect(work: Work, last: int) -> bool:
    """Cut this account off from everybody it speaks for by links up to `last`; False when that was done already."""
    ended = await work.session.execute(
        update(Link)
        .where(Link.account_id == work.actor.account_id, Link.id <= last, Link.revoked_at.is_(None))
        .values(revoked_at=work.now)
        .returning(Link.id)
    )
    links = [row.id for row in ended]
    if links:
        await drop(work)
        record(work, "account.disconnect", "account", work.actor.account_id or 0, before={"links": links})
    return bool(links)


async def set_language(work: Work, language: str) -> None:
    """The language everything is said in to this account. Raises NotConnected."""
    await set_values(work, "language", language=language)


async def set_bell_cards(work: Work, *, on: bool) -> None:
    """Whether the lesson's card comes by itself at the bell. Raises NotConnected."""
    work.actor.require_staff()
    await set_values(work, "bell_cards", bell_cards=on)


async def set_values(work: Work, what: str, **values: Any) -> None:
    """Write columns of the own account, with a line of the audit if any differs. Raises NotConnected."""
    account_id = connected_account(work)
    chosen = select(*(getattr(Account, name) for name in values)).where(Account.id == account_id)
    former = dict((await work.session.execute(chosen.with_for_update())).one()._mapping)
    if former == values:
        return
    await work.session.execute(update(Account).where(Account.id == account_id).values(**values))
    record(work, f"account.{what}", "account", account_id, before=_in_words(former), after=_in_words(values))


def _in_words(values: dict[str, Any]) -> dict[str, str]:
    return {name: str(value) for name, value in values.items()}


def connected_account(work: Work) -> int:
    """The account that acts. Raises NotConnected."""
    if work.actor.account_id is None or not work.actor.connected:
        raise NotConnected
    return work.actor.account_id
