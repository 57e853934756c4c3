"""A sandbox Telegram, a kind of message made for these tests, and a worker between them."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from core.app import App
from core.terms import Door
from locales import Screen, Translator
from notifications.channel import TelegramChannel
from notifications.rendering.registry import RENDERERS
from notifications.worker import Worker
from sandbox import Sandbox
from sandbox.stage import Person as Phoner
from tests.support.gate import Gate
from tests.support.school import Person

TOKEN = "42:family"
BOT = "family_bot"
Working = Callable[..., AbstractAsyncContextManager[Worker]]


@pytest.fixture(autouse=True)
def note(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages of kind `note` show their fact `text`; those of kind `poison` cannot be rendered."""

    def render_note(facts: dict[str, Any], t: Translator) -> Screen:
        return Screen(f"{facts.get('text', 'note')} [{t.language}]")

    def render_poison(facts: dict[str, Any], t: Translator) -> Screen:
        raise KeyError("missing")

    monkeypatch.setitem(RENDERERS, "note", render_note)
    monkeypatch.setitem(RENDERERS, "poison", render_poison)


@pytest.fixture
async def telegram() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox()
    sandbox.add_bot(TOKEN, BOT, "Дневник")
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def gate(database_url: str) -> AsyncIterator[Gate]:
    """An open door to the test's database, which the test may shut. Its path is short, as sockets want it."""
    with TemporaryDirectory() as folder:
        gate = Gate(Path(folder), database_url)
        await gate.open()
        yield gate
        await gate.shut()


@pytest.fixture
def working(app: App, telegram: Sandbox) -> Working:
    """`async with working():` runs a worker of the family door over the block."""

    @asynccontextmanager
    async def run(*, through: App | None = None, landing: float = 2.0, answer_in: float = 1.0) -> AsyncIterator[Worker]:
        channel = TelegramChannel(TOKEN, api=telegram.url, timeout=timedelta(seconds=answer_in))
        worker = Worker(through or app, Door.FAMILY, channel, landing=landing)
        stopping = asyncio.Event()
        task = asyncio.create_task(worker.run(stopping))
        try:
            yield worker
        finally:
            stopping.set()
            await task
            await channel.close()

    return run


async def opens_chat(telegram: Sandbox, person: Person) -> Any:
    """The person's phone, with the bot started."""
    number = int(person.address.chat)
    telegram.add_person(Phoner(id=number, name=f"Person {number}", bots=(BOT,)))
    phone = telegram.phone(number, BOT)
    await phone.start()
    return phone


async def until(true: Callable[[], Awaitable[bool]], seconds: float = 20.0) -> None:
    """Wait for something to come true."""
    async with asyncio.timeout(seconds):
        while not await true():  # noqa: ASYNC110 - the database tells nobody
            await asyncio.sleep(0.02)
