"""Entries refused, kept and asked for."""

import pytest

from core.actions import Action
from core.actions.page import WriteTopic
from core.app import App
from core.errors import JournalError
from core.page import writing
from core.requests import deciding, keeping
from core.requests.reading import EntryCard
from core.requests.registry import carry_out
from tests.support.school import Person

TOPIC = "Линейные уравнения"


async def refused(app: App, person: Person, action: Action, words: str = "") -> JournalError:
    """What the journal says when the entry is tried."""
    with pytest.raises(JournalError) as refusal:
        async with app.work(person.address) as work:
            await carry_out(work, action, words)
    return refusal.value


async def kept(app: App, person: Person, lesson: int, words: str = TOPIC) -> EntryCard:
    action = WriteTopic(lesson, 0)
    refusal = await refused(app, person, action, words)
    async with app.work(person.address) as work:
        return await keeping.keep(work, action, words, refusal)


async def asked(app: App, person: Person, lesson: int, words: str = TOPIC) -> EntryCard:
    card = await kept(app, person, lesson, words)
    async with app.work(person.address) as work:
        card, _ = await keeping.ask_for_entry(work, card.id, "Не было связи")
    return card


async def approve(app: App, person: Person, request: int) -> tuple[EntryCard, bool]:
    async with app.work(person.address) as work:
        return await deciding.approve(work, request)


async def topic_of(app: App, person: Person, lesson: int) -> str:
    async with app.work(person.address) as work:
        return (await writing.open_page(work, lesson)).topic
