"""The command line as an administrator of a school uses it."""

import asyncio
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app.check import check
from app.cli import cli
from app.demo.school import demo_workbook
from app.findings import check_running
from app.health import Health, keep_beating
from app.settings import Settings
from bots.running.background import at_work
from core.clock import Clock, SystemClock
from sandbox import Sandbox
from tests.app.conftest import STAFF_TOKEN
from tests.support.clock import FakeClock

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, database_url: str) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    monkeypatch.setenv("ZVONOK_DATABASE_URL", database_url)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A whole school as a workbook."""
    path = tmp_path / "school.xlsx"
    path.write_bytes(demo_workbook(TODAY, "Europe/Moscow"))
    return path


def zvonok(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(a) for a in arguments])


def test_a_template_is_written_once(tmp_path: Path) -> None:
    first, again = zvonok("template", tmp_path / "new.xlsx"), zvonok("template", tmp_path / "new.xlsx")
    assert (first.exit_code, again.exit_code) == (0, 1)
    assert (tmp_path / "new.xlsx").read_bytes()[:2] == b"PK"


def test_a_dry_run_changes_nothing_and_the_import_does(book: Path) -> None:
    looked, brought, again = zvonok("import", book, "--dry-run"), zvonok("import", book), zvonok("import", book)
    assert (looked.exit_code, brought.exit_code, again.exit_code) == (0, 0, 0)
    assert looked.output != again.output


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.xlsx").write_text("Добрый день!")
    result = zvonok("import", tmp_path / "letter.xlsx")
    assert result.exit_code == 1
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert zvonok("import", tmp_path / "nothing.xlsx").exit_code == 2


def test_an_invitation_prints_a_code_for_the_first_administrator() -> None:
    result = zvonok("invite", "--name", "Орлова Анна Сергеевна")
    assert result.exit_code == 0
    assert "Орлова Анна Сергеевна" in result.output


def test_a_database_that_is_not_there_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZVONOK_DATABASE_URL", "postgresql://zvonok:word@localhost:9/zvonok")
    result = zvonok("invite")
    assert result.exit_code == 1
    assert "База данных не отвечает" in result.stderr
    assert "word" not in result.stderr


def test_the_command_line_names_its_commands_in_the_terminal_s_language() -> None:
    shown = zvonok("--help").output
    assert all(name in shown for name in ("demo", "run", "import", "template", "invite", "check"))


@pytest.mark.parametrize(("away", "says"), [((), "check-running-ok"), (("database",), "check-running-away")])
async def test_check_running_hears_from_the_process_at_work(tmp_path: Path, away: tuple[str], says: str) -> None:
    health = Health()
    for part in away:
        health.lost(part, OSError())
    async with at_work("beat", partial(keep_beating, health, tmp_path)):
        await asyncio.sleep(0)
        assert check_running(tmp_path).says == says
    assert check_running(tmp_path).says == "check-running-no"


async def looked_at(settings: Settings, clock: Clock | None = None) -> dict[str, str]:
    return {f.what: f.says async for f in check(settings, clock or SystemClock())}


async def test_all_is_well_with_a_database_and_both_bots(settings: Settings) -> None:
    assert await looked_at(settings) == {
        "database": "check-database-ok",
        "schema": "check-schema-ok",
        "zone": "check-zone-ok",
        "regulation": "check-regulation-ok",
        "staff": "check-bot-ok",
        "family": "check-bot-ok",
        "clock": "check-clock-ok",
        "disk": "check-disk-ok",
    }


async def test_a_token_that_telegram_does_not_know_is_told(settings: Settings, sandbox: Sandbox) -> None:
    sandbox.world.bots.pop(STAFF_TOKEN)
    assert (await looked_at(settings))["staff"] == "check-bot-refused"


async def test_a_telegram_that_does_not_answer_is_told(settings: Settings, sandbox: Sandbox) -> None:
    sandbox.faults.away()
    assert (await looked_at(settings))["family"] == "check-bot-away"


async def test_a_clock_that_is_wrong_by_minutes_is_told(settings: Settings) -> None:
    assert (await looked_at(settings, FakeClock()))["clock"] == "check-clock-off"
