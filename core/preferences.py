"""What a person chose for the own account: language, quiet hours, cards at the bell."""

from typing import Any

from sqlalchemy import update

from core.app import Work
from core.audit import record
from core.errors import NotConnected
from storage.models import Account


async def set_language(work: Work, language: str) -> None:
    """The language everything is said in to this account. Raises NotConnected."""
    await _set(work, "language", language=language)


async def set_bell_cards(work: Work, *, on: bool) -> None:
    """Whether the lesson's card comes by itself at the bell. Raises NotConnected."""
    work.actor.require_staff()
    await _set(work, "bell_cards", bell_cards=on)


async def _set(work: Work, what: str, **values: Any) -> None:
    if work.actor.account_id is None or not work.actor.connected:
        raise NotConnected
    changed = await work.session.execute(
        update(Account).where(Account.id == work.actor.account_id).values(**values).returning(Account.id)
    )
    changed.scalar_one()
    after = {name: str(value) for name, value in values.items()}
    record(work, f"account.{what}", "account", work.actor.account_id, after=after)
