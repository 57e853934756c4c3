"""What the tests of news choose and read."""

from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy import update

from storage.models import Account
from tests.marks.conftest import Marker
from tests.roll.conftest import Class7B
from tests.support.school import Person

Tick = Callable[..., Awaitable[list[dict[str, Any]]]]


async def choose(seven_b: Class7B, person: Person, **values: Any) -> None:
    async with seven_b.sessions() as session, session.begin():
        await session.execute(update(Account).where(Account.id == person.account_id).values(**values))


def said(messages: list[dict[str, Any]]) -> list[list[tuple[str, str | None, str | None]]]:
    """What each message says of each mark: what, before, value."""
    return [[(m["what"], m["before"], m["value"]) for m in message["marks"]] for message in messages]


async def told_mark(teacher: Marker, seven_b: Class7B, tick: Tick, value: str, *, seen: int = 0) -> int:
    """A mark of which the family was told."""
    sheet = await teacher.give(seven_b.ivanov, value, seen=seen)
    await tick(minutes=10)
    return sheet.line(seven_b.ivanov).marks[-1].id  # type: ignore[union-attr]
