"""The sandbox: a Telegram on this machine."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime

from aiohttp import ClientSession, web

from sandbox.bot_api import BotApi
from sandbox.calls import KEPT, Call
from sandbox.faults import Faults
from sandbox.files import UPLOAD_LIMIT
from sandbox.limits import Limits
from sandbox.people_api import STATIC, PeopleApi
from sandbox.phone import Phone
from sandbox.stage import Person, Stage
from sandbox.state import BotState, World
from sandbox.webhooks import WebhookPusher

TELEGRAM_LIMITS = Limits()


def utc_now() -> datetime:
    return datetime.now(UTC)


class Sandbox:
    """Bots, people and their chats behind one HTTP address.

    `monotonic` (seconds) paces the limits, `wall` (aware) dates messages and ages updates and callbacks. Bots and
    people may be added at any time. `calls` holds the latest Bot API requests in the order they were answered.
    """

    def __init__(
        self,
        stage: Stage | None = None,
        limits: Limits = TELEGRAM_LIMITS,
        monotonic: Callable[[], float] = time.monotonic,
        wall: Callable[[], datetime] = utc_now,
    ) -> None:
        self.world = World(stage or Stage(), limits, monotonic, wall)
        self.calls: deque[Call] = deque(maxlen=KEPT)
        self.url = ""
        self._runner: web.AppRunner | None = None
        self._session: ClientSession | None = None
        self._pushers: list[asyncio.Task[None]] = []
        for person in self.world.stage.people:
            self.world.add_person(person)

    @property
    def faults(self) -> Faults:
        return self.world.faults

    def add_bot(self, token: str, username: str, title: str) -> BotState:
        """Raises ValueError for a token that does not begin with the bot's number and a colon."""
        bot = self.world.add_bot(token, username, title)
        if self._session is not None:
            self._start_pusher(bot, self._session)
        return bot

    def add_person(self, person: Person) -> None:
        self.world.add_person(person)

    def open_chat(self, person_id: int, bot_username: str) -> None:
        """As if the person had pressed START some time ago: the bot may write."""
        self.world.chat(person_id, bot_username).started = True

    def phone(self, person_id: int, bot_username: str) -> Phone:
        """The person's phone with the chat of this bot open. Raises KeyError for an unknown person or bot."""
        return Phone(self.world, self.world.chat(person_id, bot_username))

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> str:
        """Listens and returns the address, such as http://127.0.0.1:8081; port 0 takes any free one."""
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port, backlog=1024).start()
        self.url = f"http://{host}:{self._runner.addresses[0][1]}"
        self._session = ClientSession()
        for bot in self.world.bots.values():
            self._start_pusher(bot, self._session)
        return self.url

    async def stop(self) -> None:
        """Ends long polls, event streams and webhooks, and closes the address."""
        self.world.close()
        for pusher in self._pushers:
            pusher.cancel()
        await asyncio.gather(*self._pushers, return_exceptions=True)
        if self._session is not None:
            await self._session.close()
        if self._runner is not None:
            await self._runner.cleanup()

    def _start_pusher(self, bot: BotState, session: ClientSession) -> None:
        self._pushers.append(asyncio.create_task(WebhookPusher(self.world, bot, session).run()))

    def _application(self) -> web.Application:
        app = web.Application(client_max_size=2 * UPLOAD_LIMIT)
        app.add_routes(BotApi(self.world, self.calls).routes())
        app.add_subapp("/api", PeopleApi(self.world).application())
        app.router.add_get("/", _page)
        app.router.add_static("/static", STATIC)
        app.on_response_prepare.append(_asked_for_anew)
        return app


async def _page(_request: web.Request) -> web.FileResponse:
    return web.FileResponse(STATIC / "index.html")


async def _asked_for_anew(_request: web.Request, response: web.StreamResponse) -> None:
    """A browser that kept scripts of an earlier version would show half of each: it asks whether they changed."""
    response.headers.setdefault("Cache-Control", "no-cache")
