"""Trouble on demand, as both libraries meet it."""

import asyncio

import pytest
from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiohttp import ClientError
from telegram import Bot as PtbBot
from telegram.error import NetworkError, TimedOut

from sandbox import Phone, Sandbox
from sandbox.faults import Faults, Kind
from tests.sandbox.conftest import ANNA, BORIS, FAMILY, STAFF, polled


async def test_429_names_the_pause(sandbox: Sandbox, bot: Bot, anna: Phone) -> None:
    sandbox.faults.add("429", seconds=17)
    with pytest.raises(TelegramRetryAfter) as refused:
        await bot.send_message(ANNA, "x")
    assert (refused.value.retry_after, anna.pushes) == (17, [])


@pytest.mark.parametrize(("kind", "error"), [("500", TelegramServerError), ("502", ClientDecodeError)])
async def test_server_errors_do_nothing(
    sandbox: Sandbox, bot: Bot, anna: Phone, kind: Kind, error: type[Exception]
) -> None:
    """As before Telegram itself, a 502 is a page and no answer of the Bot API."""
    sandbox.faults.add(kind)
    with pytest.raises(error):
        await bot.send_message(ANNA, "x")
    assert anna.pushes == []
    assert await bot.send_message(ANNA, "y")


async def test_a_connection_cut_before_the_work(sandbox: Sandbox, bot: Bot, ptb: PtbBot, anna: Phone) -> None:
    sandbox.faults.add("cut_before", count=2)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(ANNA, "x")
    with pytest.raises(NetworkError):
        await ptb.send_message(ANNA, "x")
    assert anna.pushes == []
    assert [call.code for call in sandbox.calls if call.method == "sendMessage"] == [0, 0]


async def test_a_connection_cut_after_the_work(sandbox: Sandbox, bot: Bot, ptb: PtbBot, anna: Phone) -> None:
    sandbox.faults.add("cut_after", method="sendMessage", count=2)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(ANNA, "раз")
    with pytest.raises(NetworkError):
        await ptb.send_message(ANNA, "два")
    assert [msg.text for msg in anna.pushes] == ["раз", "два"]


async def test_a_request_that_hangs_times_out(sandbox: Sandbox, ptb: PtbBot, anna: Phone) -> None:
    sandbox.faults.add("hang", seconds=60)
    with pytest.raises(TimedOut):
        await ptb.send_message(ANNA, "x", read_timeout=0.1)
    assert anna.pushes == []


async def test_a_hang_ends_with_a_closed_connection(sandbox: Sandbox, bot: Bot, anna: Phone) -> None:
    sandbox.faults.add("hang", seconds=0.05)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(ANNA, "x")
    assert anna.pushes == []


async def test_an_update_delivered_twice(sandbox: Sandbox, bot: Bot, anna: Phone) -> None:
    sandbox.faults.add("duplicate_update", person=ANNA)
    await anna.send("раз")
    await anna.send("два")
    updates = await bot.get_updates()
    assert [update.message.text for update in updates if update.message] == ["раз", "раз", "два"]
    assert updates[0].update_id == updates[1].update_id


async def test_a_download_can_fail_too(sandbox: Sandbox, bot: Bot, anna: Phone) -> None:
    await anna.upload(b"x", "x.txt")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.document is not None
    file = await bot.get_file(update.message.document.file_id)
    # aiohttp repeats a lost GET by itself, so one cut would not be noticed.
    fault = sandbox.faults.add("cut_before", method="file", count=None)
    with pytest.raises(ClientError):
        await bot.download(file)
    assert fault.hits >= 1


async def test_telegram_goes_away_and_comes_back(sandbox: Sandbox, bot: Bot, anna: Phone) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=30))
    await polled(sandbox)
    sandbox.faults.away()
    await anna.send("не потеряно")
    with pytest.raises(TelegramNetworkError):
        await polling
    with pytest.raises(TelegramNetworkError):
        await bot.get_me()
    sandbox.faults.back()
    assert len(await bot.get_updates()) == 1


def strike(faults: Faults, token: str = STAFF, method: str = "sendmessage", person: int = ANNA) -> bool:
    return faults.strike_request((token, "staff_bot" if token == STAFF else "family_bot"), method, person) is not None


def test_a_fault_strikes_only_what_it_names() -> None:
    faults = Faults()
    faults.add("500", bot="staff_bot", method="sendMessage", person=ANNA, count=None)
    assert strike(faults)
    assert not strike(faults, token=FAMILY)
    assert not strike(faults, method="getme")
    assert not strike(faults, person=BORIS)


def test_a_fault_strikes_as_often_as_told() -> None:
    faults = Faults()
    fault = faults.add("500", bot=STAFF, count=2)
    assert [strike(faults) for _ in range(3)] == [True, True, False]
    assert fault.hits == 2


def test_cleared_faults_are_gone() -> None:
    faults = Faults()
    faults.add("500", count=None)
    faults.away()
    faults.clear()
    assert not strike(faults)


def test_an_unknown_fault_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown fault"):
        Faults().add("fire")  # type: ignore[arg-type]
