"""A sandbox on a free port, with clocks that stand still, and the two libraries that speak to it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from telegram import Bot as PtbBot

from sandbox import Person, Phone, Sandbox, Stage

STAFF, FAMILY = "111:staff", "222:family"
ANNA, BORIS = 7, 8


class Clocks:
    """Both clocks of the sandbox; `pass_time` moves them together."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.time = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)

    def pass_time(self, **parts: float) -> None:
        step = timedelta(**parts)
        self.seconds += step.total_seconds()
        self.time += step

    def monotonic(self) -> float:
        return self.seconds

    def wall(self) -> datetime:
        return self.time


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
async def sandbox(clocks: Clocks) -> AsyncIterator[Sandbox]:
    stage = Stage("Test", [Person(ANNA, "Анна"), Person(BORIS, "Boris", language="en")])
    box = Sandbox(stage, monotonic=clocks.monotonic, wall=clocks.wall)
    box.add_bot(STAFF, "staff_bot", "Staff")
    box.add_bot(FAMILY, "family_bot", "Family")
    await box.start()
    yield box
    await box.stop()


def aiogram_bot(sandbox: Sandbox, token: str) -> Bot:
    return Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url)))


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    """The staff bot through aiogram."""
    client = aiogram_bot(sandbox, STAFF)
    yield client
    await client.session.close()


@pytest.fixture
async def ptb(sandbox: Sandbox) -> AsyncIterator[PtbBot]:
    """The staff bot through python-telegram-bot."""
    client = PtbBot(STAFF, base_url=f"{sandbox.url}/bot", base_file_url=f"{sandbox.url}/file/bot")
    async with client:
        yield client


@pytest.fixture
async def anna(sandbox: Sandbox) -> Phone:
    """Anna's phone; she has pressed start in the staff bot, and the bot has forgotten that update."""
    phone = sandbox.phone(ANNA, "staff_bot")
    await phone.start()
    sandbox.world.bots[STAFF].updates.clear()
    return phone


async def polled(sandbox: Sandbox) -> None:
    """Waits until a long poll of the staff bot has reached the sandbox."""
    async with asyncio.timeout(20):
        while sandbox.world.bots[STAFF].poll is None:  # noqa: ASYNC110 - it does not ring
            await asyncio.sleep(0.01)
