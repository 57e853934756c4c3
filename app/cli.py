"""The command `zvonok`. It leaves with 0 (done), 1 (not done, and said why) or 2 (a setting is wrong)."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from app.settings import Settings, SettingsWrong, load_settings
from app.speech import terminal_translator

if TYPE_CHECKING:
    from core.app import App

t = terminal_translator()
console = Console(highlight=False, soft_wrap=True)
complaints = Console(stderr=True, highlight=False, soft_wrap=True)
cli = typer.Typer(help=t.plain("cli-about"), no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


def main() -> None:
    """The entry point of the command."""
    try:
        cli()
    except SettingsWrong as wrong:
        complain(f"setting-{wrong.reason}", variable=wrong.variable, **wrong.facts)
        sys.exit(2)


@cli.command(help=t.plain("cli-demo-about"))
def demo(
    *,
    port: Annotated[int, typer.Option(help=t.plain("cli-demo-port"))] = 8787,
) -> None:
    from app.demo.show import show

    settings = _prepared()
    _serve(show(settings.data / "demo", port, console=console, t=t))


@cli.command(help=t.plain("cli-run-about"))
def run() -> None:
    settings = _prepared()
    settings.require_tokens()

    from app.run import run as run_all

    _serve(run_all(settings))


@cli.command("import", help=t.plain("cli-import-about"))
def import_(
    file: Annotated[Path, typer.Argument(help=t.plain("cli-import-file"), exists=True, dir_okay=False)],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=t.plain("cli-import-dry"))] = False,
) -> None:
    from app.commands.workbook import import_file

    _with_database(lambda app, _: import_file(app, file, dry_run=dry_run))


@cli.command(help=t.plain("cli-template-about"))
def template(file: Annotated[Path, typer.Argument(help=t.plain("cli-template-file"), dir_okay=False)]) -> None:
    from app.commands.workbook import write_template

    if file.exists():
        complain("cli-file-exists", file=str(file))
        raise typer.Exit(1)
    write_template(file)
    _say(t.plain("cli-template-written", file=str(file)))


@cli.command(help=t.plain("cli-invite-about"))
def invite(
    *,
    name: Annotated[str, typer.Option(help=t.plain("cli-invite-name"))] = "",
    number: Annotated[str, typer.Option(help=t.plain("cli-invite-number"))] = "",
) -> None:
    from app.commands.invite import invite as invite_administrator
    from core.access.staff import FIRST_ADMINISTRATOR

    who = number or FIRST_ADMINISTRATOR
    _with_database(lambda app, settings: invite_administrator(app, settings, _say, t, name=name, staff_number=who))


@cli.command(help=t.plain("cli-check-about"))
def check(*, running: Annotated[bool, typer.Option("--running", help=t.plain("cli-check-running"))] = False) -> None:
    settings = _prepared()
    well = _at_work(settings) if running else asyncio.run(_all_well(settings))
    raise typer.Exit(0 if well else 1)


def _at_work(settings: Settings) -> bool:
    from app.findings import check_running, show_finding

    return show_finding(check_running(settings.data), console, t)


async def _all_well(settings: Settings) -> bool:
    from app.check import check as check_all
    from app.findings import show_finding
    from core.clock import SystemClock

    findings = [show_finding(finding, console, t) async for finding in check_all(settings, SystemClock())]
    return all(findings)


def complain(key: str, **facts: str) -> None:
    """One line on stderr."""
    complaints.print(t.plain(key, **facts), markup=False)


def _say(line: str) -> None:
    console.print(line, markup=False)


def _prepared() -> Settings:
    """The settings, with the data folder and the logs set up as they say. Raises SettingsWrong."""
    from app.logs import configure_logs

    settings = load_settings()
    settings.open_data()
    configure_logs(settings.log_format, secrets=settings.secrets)
    return settings


def _serve(work: Coroutine[Any, Any, None]) -> None:
    """Do a work that ends with a signal."""
    from app.run import until_stopped

    async def do() -> int:
        await until_stopped(work)
        return 0

    _leave_with(do())


def _with_database(command: Callable[["App", Settings], Awaitable[int]]) -> None:
    """Do a command over the settings' database and leave with its code."""
    from app.database import school_app

    settings = _prepared()

    async def do() -> int:
        async with school_app(settings) as app:
            return await command(app, settings)

    _leave_with(do())


def _leave_with(work: Coroutine[Any, Any, int]) -> None:
    from app.database import AWAY

    try:
        code = asyncio.run(work)
    except AWAY as error:
        complain("cli-database-away", error=type(error).__name__)
        code = 1
    raise typer.Exit(code)


if __name__ == "__main__":
    main()
