"""The whole product against the sandbox, over real HTTP: people with phones, a clock that tests move."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from app.compose import product
from app.delivery import JOBS
from app.settings import Settings
from core.app import App
from core.terms import Door
from notifications.schedule import Schedule
from sandbox import Limits, Person, Phone, Sandbox
from tests.support import school as builders

TOKENS = {Door.STAFF: "1001:staff-token-of-the-tests", Door.FAMILY: "1002:family-token-of-the-tests"}
USERNAMES = {Door.STAFF: "zvonok_staff_bot", Door.FAMILY: "zvonok_family_bot"}


@dataclass
class Scene:
    """A sandbox with both bots. `phone` gives a person's chat with the bot of their door."""

    sandbox: Sandbox
    settings: Settings
    _known: set[int] = field(default_factory=set)

    def phone(self, person: builders.Person) -> Phone:
        """The phone of a connected person, who has opened the bot before."""
        return self.phone_at(int(person.address.chat), person.address.door, opened=True)

    def phone_at(self, chat: int, door: Door, *, opened: bool = False) -> Phone:
        """A phone with the bot of a door; a stranger's unless `opened`."""
        if chat not in self._known:
            self._known.add(chat)
            self.sandbox.add_person(Person(id=chat, name=f"Person {chat}", bots=tuple(USERNAMES.values())))
        if opened:
            self.sandbox.open_chat(chat, USERNAMES[door])
        return self.sandbox.phone(chat, USERNAMES[door])


def settings_for(url: str, data: Path) -> Settings:
    """Settings that point both bots at a sandbox."""
    return Settings.model_validate(
        {
            "staff_token": TOKENS[Door.STAFF],
            "family_token": TOKENS[Door.FAMILY],
            "telegram_api": url,
            "data": data,
        }
    )


@asynccontextmanager
async def scene(data: Path, limits: Limits | None = None) -> AsyncIterator[Scene]:
    """A sandbox with both bots known and nobody serving them yet."""
    sandbox = Sandbox(limits=limits or Limits(enforced=False))
    for door in Door:
        sandbox.add_bot(TOKENS[door], USERNAMES[door], f"Звонок: {door}")
    url = await sandbox.start()
    try:
        yield Scene(sandbox, settings_for(url, data))
    finally:
        await sandbox.stop()


async def all_asked(app: App) -> None:
    """Ask the schedule's jobs once: until the clock moves, the product's own rounds find nothing more to write."""
    await Schedule(app, JOBS).tick_all()


@asynccontextmanager
async def playing(app: App, scene_: Scene) -> AsyncIterator[None]:
    """The product at work on the scene over the block; leaving it is a restart's first half."""
    async with product(app, scene_.settings):
        await asyncio.sleep(0)
        yield
