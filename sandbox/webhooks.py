"""Pushes updates to a bot's webhook: several at a time, each repeated with growing pauses until it is taken."""

from __future__ import annotations

import asyncio
import contextlib

from aiohttp import ClientError, ClientSession, ClientTimeout

from sandbox.bot_api import to_json
from sandbox.signals import Signal
from sandbox.state import BotState, Webhook, World
from sandbox.updates import Update

FIRST_PAUSE = 0.2
LONGEST_PAUSE = 30.0
ANSWER_SECONDS = 60.0
IDLE_SECONDS = 3600.0


class WebhookPusher:
    """One for each bot; idle while the bot polls. What a webhook answers with is not read as a method call."""

    def __init__(self, world: World, bot: BotState, session: ClientSession) -> None:
        self._world = world
        self._bot = bot
        self._session = session
        self._sending: set[asyncio.Task[None]] = set()
        self._freed = Signal()

    async def run(self) -> None:
        """Works until cancelled; updates not taken by then stay queued."""
        try:
            while True:
                webhook, queue = self._bot.webhook, self._bot.updates
                queue.forget_old(self._world.wall())
                if webhook is None or not queue.pending:
                    await queue.arrived.wait(IDLE_SECONDS)
                elif len(self._sending) >= webhook.connections:
                    await self._freed.wait(IDLE_SECONDS)
                else:
                    self._start(webhook, queue.pending.popleft())
        finally:
            for task in list(self._sending):
                task.cancel()
            await asyncio.gather(*self._sending, return_exceptions=True)

    def _start(self, webhook: Webhook, update: Update) -> None:
        task = asyncio.create_task(self._deliver(webhook, update))
        self._sending.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._sending.discard(task)
        self._freed.fire()

    async def _deliver(self, webhook: Webhook, update: Update) -> None:
        """Repeats until taken; when the webhook changes meanwhile, the update goes back to the head of the queue."""
        pause = FIRST_PAUSE
        while not await self._push(webhook, update):
            await self._bot.webhook_changed.wait(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
            if self._bot.webhook is not webhook:
                self._bot.updates.give_back(update)
                return

    async def _push(self, webhook: Webhook, update: Update) -> bool:
        if self._world.faults.gone:
            return False
        headers = {"Content-Type": "application/json"}
        if webhook.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = webhook.secret
        body = to_json(update.as_json()).encode()
        problem = "Connection failed"
        with contextlib.suppress(ClientError, TimeoutError):
            async with self._session.post(
                webhook.url, data=body, headers=headers, timeout=ClientTimeout(total=ANSWER_SECONDS)
            ) as response:
                if response.ok:
                    return True
                problem = f"Wrong response from the webhook: {response.status} {response.reason}"
        webhook.error = self._world.unix_time(), problem
        return False
