"""Taking updates that Telegram brings by itself."""

import asyncio
import secrets
from dataclasses import dataclass
from urllib.parse import urlsplit

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import AiogramError, TelegramRetryAfter
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from bots.running.connection import Connection, Watch

log = structlog.get_logger()
FIRST_DELAY = 1.0
LONGEST_DELAY = 30.0
LARGEST_UPDATE = 1 << 20

Doors = dict[Connection, Dispatcher]


@dataclass(frozen=True)
class WebhookAddress:
    """`url` is what Telegram calls (each bot at its door's name under it); `host` and `port` are listened on."""

    url: str
    secret: str
    host: str
    port: int


class Receiver(SimpleRequestHandler):
    """Answers Telegram after the work is done: an update whose answer was lost is brought again."""

    def __init__(self, connection: Connection, dispatcher: Dispatcher, secret: str) -> None:
        super().__init__(dispatcher, connection.bot, handle_in_background=False, secret_token=secret)
        self._secret = secret.encode()

    def verify_secret(self, telegram_secret_token: str, bot: Bot) -> bool:  # noqa: ARG002 - aiogram's signature
        given = telegram_secret_token.encode(errors="surrogateescape")
        return secrets.compare_digest(given, self._secret)


async def open_site(address: WebhookAddress, doors: Doors, within: float) -> web.AppRunner:
    """Listen for both bots; at the runner's clean-up, work in hand is waited for `within` seconds."""
    site = web.Application(client_max_size=LARGEST_UPDATE)
    for connection, dispatcher in doors.items():
        receiver = Receiver(connection, dispatcher, address.secret)
        site.router.add_post(f"{urlsplit(address.url).path}/{connection.door}", receiver.handle)
    runner = web.AppRunner(site, access_log=None, shutdown_timeout=within)
    await runner.setup()
    await web.TCPSite(runner, address.host, address.port).start()
    log.info("webhooks_listening", port=address.port)
    return runner


async def announce(connection: Connection, dispatcher: Dispatcher, address: WebhookAddress, watch: Watch) -> None:
    """Tell Telegram where to bring updates, as often as it takes."""
    delay = FIRST_DELAY
    while True:
        try:
            await connection.bot.set_webhook(
                f"{address.url}/{connection.door}",
                secret_token=address.secret,
                allowed_updates=dispatcher.resolve_used_update_types(),
            )
        except (AiogramError, OSError) as error:
            watch.lost(connection.part, error)
            await asyncio.sleep(error.retry_after if isinstance(error, TelegramRetryAfter) else delay)
            delay = min(2 * delay, LONGEST_DELAY)
        else:
            watch.fine(connection.part)
            return
