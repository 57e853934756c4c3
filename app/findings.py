"""What was found when looking at the installation, and how it is shown."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console

from app.health import read_beat
from locales import Translator


@dataclass(frozen=True)
class Finding:
    """`what` names the part (text `check-<what>`), `says` the text about it with its facts."""

    what: str
    ok: bool
    says: str
    facts: dict[str, Any] = field(default_factory=dict)


def check_running(data: Path) -> Finding:
    """Whether a process started by `zvonok run` over this data folder is at work and reaches what it needs."""
    away = read_beat(data)
    if away is None:
        return Finding("running", ok=False, says="check-running-no")
    if away:
        return Finding("running", ok=False, says="check-running-away", facts={"parts": ", ".join(sorted(away))})
    return Finding("running", ok=True, says="check-running-ok")


def show_finding(finding: Finding, console: Console, t: Translator) -> bool:
    """Print one line; whether it is well."""
    sign, colour = ("✓", "green") if finding.ok else ("✗", "red")
    text = f"{t.plain(f'check-{finding.what}')}: {t.plain(finding.says, **finding.facts)}"
    console.print(f"{sign} {text}", style=colour, markup=False)
    return finding.ok
