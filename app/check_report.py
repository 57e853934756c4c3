"""The findings of `zvonok check` as lines."""

from rich.console import Console

from app.check import Finding, check, check_running
from app.settings import Settings
from core.clock import SystemClock
from locales import Translator


async def report(settings: Settings, console: Console, t: Translator) -> bool:
    """Print each finding as it is made; whether all is well."""
    well = True
    async for finding in check(settings, SystemClock()):
        well &= _print(finding, console, t)
    return well


def report_running(settings: Settings, console: Console, t: Translator) -> bool:
    """Print whether the product is at work over the settings' data folder; whether it is."""
    return _print(check_running(settings.data), console, t)


def _print(finding: Finding, console: Console, t: Translator) -> bool:
    sign, colour = ("✓", "green") if finding.ok else ("✗", "red")
    text = f"{t.plain(f'check-{finding.what}')}: {t.plain(finding.says, **finding.facts)}"
    console.print(f"{sign} {text}", style=colour, markup=False)
    return finding.ok
