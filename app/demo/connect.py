"""The demo's people come in as everybody does: by a code, and a consent for families."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.demo.cast import Part
from core.access.codes import issue, redeem
from core.access.consents import answer, sheet
from core.actor import Address
from core.app import App
from core.terms import ConsentAnswer, Door
from locales import translator

FIRST_ID = 7001


@dataclass(frozen=True)
class Player:
    """A part with a Telegram account. `code` is set for a stranger, `doors` are the bots in the phone."""

    id: int
    part: Part
    doors: tuple[Door, ...]
    code: str = ""


async def connect_all(app: App, parts: Sequence[Part], language: str) -> list[Player]:
    """Everybody connected but the strangers, who get a fresh code each; the bots speak `language` to them."""
    return [await _connect(app, part, FIRST_ID + number, language) for number, part in enumerate(parts)]


async def _connect(app: App, part: Part, person_id: int, language: str) -> Player:
    async with app.work() as work:
        codes = await issue(work, part.holders)
    doors = tuple(holder.door for holder in part.holders)
    if part.stranger:
        return Player(person_id, part, doors, codes[0].code)
    for code in codes:
        address = Address(code.holder.door, str(person_id))
        async with app.work(address) as work:
            (await redeem(work, address, code.code, language)).settled()
    if Door.FAMILY in doors:
        await _consent(app, Address(Door.FAMILY, str(person_id)))
    return Player(person_id, part, doors)


async def _consent(app: App, address: Address) -> None:
    async with app.work(address) as work:
        asked = await sheet(work, translator("ru").plain("consent-wording-default"))
        for person in asked.waiting:
            await answer(work, person.holder, asked.version, ConsentAnswer.GIVEN)
