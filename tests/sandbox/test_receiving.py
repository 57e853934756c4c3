"""Long polling and webhooks."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError
from aiohttp import web
from telegram import Bot as PtbBot

from sandbox import Phone, Sandbox
from tests.sandbox.conftest import Clocks, polled


async def test_a_long_poll_ends_when_something_happens(sandbox: Sandbox, bot: Bot, anna: Phone) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=30))
    await polled(sandbox)
    await anna.send("привет")
    (update,) = await asyncio.wait_for(polling, 20)
    assert update.message is not None
    assert (update.message.text, update.message.from_user and update.message.from_user.id) == ("привет", 7)


async def test_an_update_is_repeated_until_confirmed(bot: Bot, anna: Phone) -> None:
    for text in ("раз", "два"):
        await anna.send(text)
    first = await bot.get_updates()
    assert await bot.get_updates() == first
    (left,) = await bot.get_updates(offset=first[0].update_id + 1)
    assert left.update_id == first[1].update_id
    assert await bot.get_updates(offset=left.update_id + 1) == []


async def test_limit_and_negative_offset_are_honoured(ptb: PtbBot, anna: Phone) -> None:
    for text in ("раз", "два", "три"):
        await anna.send(text)
    (first,) = await ptb.get_updates(limit=1)
    (last,) = await ptb.get_updates(offset=-1)
    assert first.message is not None
    assert last.message is not None
    assert (first.message.text, last.message.text) == ("раз", "три")


async def test_only_the_kinds_asked_for_are_queued(bot: Bot, anna: Phone) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    await anna.send("не нужно")
    assert await bot.get_updates() == []
    await bot.get_updates(allowed_updates=[])
    await anna.send("нужно")
    assert len(await bot.get_updates()) == 1


async def test_updates_are_kept_for_a_day(bot: Bot, anna: Phone, clocks: Clocks) -> None:
    await anna.send("вчера")
    clocks.pass_time(hours=25)
    await anna.send("сегодня")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.text == "сегодня"


async def test_a_second_poll_ends_the_first_with_409(sandbox: Sandbox, bot: Bot, ptb: PtbBot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await polled(sandbox)
    await ptb.get_updates(timeout=0)
    with pytest.raises(TelegramConflictError, match="terminated by other getUpdates request"):
        await first


async def test_a_start_payload_arrives_as_a_command(bot: Bot, sandbox: Sandbox) -> None:
    await sandbox.phone(8, "staff_bot").start("K7PM-4XQD")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.text == "/start K7PM-4XQD"
    assert update.message.entities is not None
    assert [(e.type, e.offset, e.length) for e in update.message.entities] == [("bot_command", 0, 6)]


class Receiver:
    """A webhook that refuses the first `refusals` deliveries."""

    def __init__(self) -> None:
        self.url = ""
        self.refusals = 0
        self.deliveries = 0
        self.taken: asyncio.Queue[tuple[str, str]] = asyncio.Queue()

    async def handle(self, request: web.Request) -> web.Response:
        self.deliveries += 1
        if self.deliveries <= self.refusals:
            return web.Response(status=503)
        update = await request.json()
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        self.taken.put_nowait((update["message"]["text"], secret))
        return web.Response()

    async def next(self) -> tuple[str, str]:
        return await asyncio.wait_for(self.taken.get(), 20)


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    target = Receiver()
    app = web.Application()
    app.router.add_post("/hook", target.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    target.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield target
    await runner.cleanup()


async def test_a_webhook_gets_updates_with_its_secret(bot: Bot, anna: Phone, receiver: Receiver) -> None:
    await anna.send("до")
    await bot.set_webhook(receiver.url, secret_token="s3cret_")
    await anna.send("после")
    assert {await receiver.next(), await receiver.next()} == {("до", "s3cret_"), ("после", "s3cret_")}


async def test_a_webhook_that_refuses_is_tried_again(bot: Bot, anna: Phone, receiver: Receiver) -> None:
    receiver.refusals = 1
    await bot.set_webhook(receiver.url)
    await anna.send("дважды")
    assert await receiver.next() == ("дважды", "")
    info = await bot.get_webhook_info()
    assert (receiver.deliveries, info.last_error_message) == (
        2,
        "Wrong response from the webhook: 503 Service Unavailable",
    )


async def test_polling_and_a_webhook_exclude_each_other(
    sandbox: Sandbox, bot: Bot, anna: Phone, receiver: Receiver
) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=30))
    await polled(sandbox)
    await bot.set_webhook(receiver.url)
    with pytest.raises(TelegramConflictError, match="terminated by setWebhook"):
        await polling
    with pytest.raises(TelegramConflictError, match="webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    await anna.send("снова")
    assert len(await bot.get_updates(timeout=5)) == 1


async def test_pending_updates_can_be_dropped(ptb: PtbBot, anna: Phone) -> None:
    await anna.send("старое")
    await ptb.delete_webhook(drop_pending_updates=True)
    assert await ptb.get_updates() == ()


async def test_updates_of_a_lost_webhook_return_to_the_queue(bot: Bot, anna: Phone) -> None:
    await bot.set_webhook("http://127.0.0.1:9/nobody")
    await anna.send("не потеряно")
    await bot.get_webhook_info()
    await bot.delete_webhook()
    (update,) = await bot.get_updates(timeout=5)
    assert update.message is not None
    assert update.message.text == "не потеряно"


async def test_stopping_does_not_wait_for_long_polls(sandbox: Sandbox, bot: Bot) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=30))
    await polled(sandbox)
    await asyncio.wait_for(sandbox.stop(), 20)
    assert await polling == []
