"""`zvonok run` against a Telegram in a box: it comes up, outlives troubles, and goes down cleanly."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from pydantic import SecretStr

from app.health import Health
from app.run import run
from app.settings import Settings
from sandbox import Phone, Sandbox
from tests.app.conftest import FAMILY_BOT, FAMILY_TOKEN, STAFF_BOT, STAFF_TOKEN, STRANGER
from tests.support.gate import Gate

NOT_CONNECTED = "код"
PATIENCE = 60  # seconds; a machine may be busy with other things


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[None]:
    task = asyncio.create_task(run(settings))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def stranger(sandbox: Sandbox, bot: str) -> Phone:
    return sandbox.phone(STRANGER.id, bot)


async def asks_for_code(phone: Phone) -> None:
    """The bot is there: it answers a stranger."""
    await phone.start()
    await phone.sees(NOT_CONNECTED, timeout=PATIENCE)


async def test_both_bots_answer(sandbox: Sandbox, settings: Settings) -> None:
    async with running(settings):
        await asks_for_code(stranger(sandbox, STAFF_BOT))
        await asks_for_code(stranger(sandbox, FAMILY_BOT))


async def test_the_command_menu_is_set_in_both_languages(sandbox: Sandbox, settings: Settings) -> None:
    async with running(settings):
        await until(lambda: sum(c.method == "setMyShortDescription" for c in sandbox.calls) == 4)
    set_for = [c.parameters.get("language_code") for c in sandbox.calls if c.method == "setMyCommands"]
    assert sorted(set_for, key=str) == [None, None, "en", "en"]


async def test_a_menu_that_could_not_be_set_is_set_later(
    sandbox: Sandbox, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bots.running.menu.AGAIN_AFTER", 0.1)
    fault = sandbox.faults.add("500", method="setMyCommands")
    async with running(settings):
        await asks_for_code(stranger(sandbox, STAFF_BOT))
        await until(lambda: sum(c.method == "setMyShortDescription" for c in sandbox.calls) == 4)
    assert fault.hits == 1


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not holds():  # noqa: ASYNC110 - the sandbox counts, it does not ring
            await asyncio.sleep(0.05)


async def test_webhooks_bring_updates_when_their_address_is_set(
    sandbox: Sandbox, settings: Settings, free_port: int
) -> None:
    hooked = settings.model_copy(
        update={
            "webhook_url": f"http://localhost:{free_port}/zvonok",
            "webhook_secret": SecretStr("s" * 32),
            "webhook_listen": f"127.0.0.1:{free_port}",
        }
    )
    async with running(hooked):
        await asks_for_code(stranger(sandbox, FAMILY_BOT))
    assert not [c for c in sandbox.calls if c.method == "getUpdates"]


@pytest.mark.parametrize("secret", ["", "s" * 31, "ы"])
async def test_a_webhook_without_the_secret_is_refused(
    sandbox: Sandbox, settings: Settings, free_port: int, secret: str
) -> None:
    hooked = settings.model_copy(
        update={
            "webhook_url": f"http://127.0.0.1:{free_port}",
            "webhook_secret": SecretStr("s" * 32),
            "webhook_listen": f"127.0.0.1:{free_port}",
        }
    )
    sender = {"id": STRANGER.id, "is_bot": False, "first_name": "?"}
    chat = {"id": STRANGER.id, "type": "private"}
    forged = {"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": chat, "from": sender, "text": "/start"}}
    async with running(hooked), aiohttp.ClientSession() as client:
        await asks_for_code(stranger(sandbox, FAMILY_BOT))
        said = len(stranger(sandbox, FAMILY_BOT).messages)

        headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
        async with client.post(f"http://127.0.0.1:{free_port}/family", json=forged, headers=headers) as answer:
            assert answer.status == 401
        await stranger(sandbox, FAMILY_BOT).settle()

    assert len(stranger(sandbox, FAMILY_BOT).messages) == said


async def test_polling_takes_over_from_a_webhook(sandbox: Sandbox, settings: Settings) -> None:
    async with running(settings):
        await asks_for_code(stranger(sandbox, STAFF_BOT))
    assert [c for c in sandbox.calls if c.method == "deleteWebhook"]


async def test_a_telegram_away_at_the_start_is_waited_for(sandbox: Sandbox, settings: Settings) -> None:
    sandbox.faults.away()
    async with running(settings):
        await asyncio.sleep(0.3)
        sandbox.faults.back()
        await asks_for_code(stranger(sandbox, STAFF_BOT))


async def test_a_database_away_at_the_start_is_waited_for(
    sandbox: Sandbox, settings: Settings, short_folder: Path, database_url: str
) -> None:
    gate = Gate(short_folder, database_url)
    async with running(settings.model_copy(update={"database_url": SecretStr(gate.url)})):
        await asyncio.sleep(0.3)
        await gate.open()
        await asks_for_code(stranger(sandbox, STAFF_BOT))
    await gate.shut()


async def test_a_database_that_goes_away_and_comes_back(
    sandbox: Sandbox, settings: Settings, short_folder: Path, database_url: str
) -> None:
    phone = stranger(sandbox, STAFF_BOT)
    gate = Gate(short_folder, database_url)
    await gate.open()
    async with running(settings.model_copy(update={"database_url": SecretStr(gate.url)})):
        await asks_for_code(phone)
        await gate.shut()
        await phone.send("есть кто?")
        await phone.sees("Журнал сейчас недоступен", timeout=PATIENCE)
        await gate.open()
        await asks_for_code(stranger(sandbox, FAMILY_BOT))
    await gate.shut()


async def test_an_update_whose_work_was_cut_off_comes_again(sandbox: Sandbox, settings: Settings) -> None:
    phone = stranger(sandbox, STAFF_BOT)
    fault = sandbox.faults.add("hang", method="sendMessage", seconds=60)
    async with process(settings, sandbox) as killed:
        await phone.start()
        await until(lambda: bool(fault.hits))
        await asyncio.sleep(0.5)  # time enough to ask for the next update, and so to confirm this one
        killed.kill()
    sandbox.faults.clear()
    async with running(settings):
        await phone.sees(NOT_CONNECTED, timeout=PATIENCE)


async def test_sigterm_ends_the_process_cleanly_and_its_log_knows_no_secret(
    sandbox: Sandbox, settings: Settings
) -> None:
    async with process(settings, sandbox) as stopped:
        await asks_for_code(stranger(sandbox, STAFF_BOT))
        stopped.send_signal(signal.SIGTERM)
        output, _ = await stopped.communicate()
    assert stopped.returncode == 0
    assert '"event": "stopped"' in output.decode().splitlines()[-1]
    for secret in (STAFF_TOKEN, FAMILY_TOKEN, STRANGER.name):
        assert secret not in output.decode()


@asynccontextmanager
async def process(settings: Settings, sandbox: Sandbox) -> AsyncIterator[asyncio.subprocess.Process]:
    """`zvonok run` as a process of its own, gone after the block."""
    assert settings.database_url is not None
    environment = {
        "PATH": os.environ["PATH"],
        "ZVONOK_STAFF_TOKEN": STAFF_TOKEN,
        "ZVONOK_FAMILY_TOKEN": FAMILY_TOKEN,
        "ZVONOK_TELEGRAM_API": sandbox.url,
        "ZVONOK_DATABASE_URL": settings.database_url.get_secret_value(),
        "ZVONOK_DATA": str(settings.data),
        "ZVONOK_LOG_FORMAT": "json",
    }
    started = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "app.cli", "run", env=environment, stdout=-1, stderr=asyncio.subprocess.STDOUT
    )
    try:
        yield started
    finally:
        if started.returncode is None:
            started.kill()
        await started.communicate()


def test_health_tells_each_change_once() -> None:
    health = Health()
    health.lost("database", ConnectionError())
    health.lost("database", ConnectionError())
    assert health.away == {"database": "ConnectionError"}
    health.fine("database")
    assert health.away == {}
