"""What of the outside world answers right now: told to the log at each change, and to `zvonok check --running`."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import structlog

from core.clock import SystemClock

log = structlog.get_logger()
FILE = "running.json"
BEAT = timedelta(seconds=10)
STALE = 3 * BEAT


class Health:
    """The parts (`database`, `staff_bot`, `family_bot`) that are away; a part nobody spoke of is well."""

    def __init__(self) -> None:
        self.away: dict[str, str] = {}

    def fine(self, part: str) -> None:
        """The part answered."""
        if self.away.pop(part, None) is not None:
            log.info("back", part=part)

    def lost(self, part: str, error: BaseException) -> None:
        """The part did not answer; only the first failure of a kind is logged."""
        name = type(error).__name__
        if self.away.get(part) != name:
            log.warning("away", part=part, error=name)
        self.away[part] = name


async def keep_beating(health: Health, data: Path) -> None:
    """Write the state to the data folder every few seconds until cancelled; the file goes with the process."""
    try:
        while True:
            _beat(health, data)
            await asyncio.sleep(BEAT.total_seconds())
    finally:
        (data / FILE).unlink(missing_ok=True)


def _beat(health: Health, data: Path) -> None:
    data.mkdir(parents=True, exist_ok=True)
    (data / FILE).write_text(json.dumps({"away": health.away}), encoding="utf-8")


def read_beat(data: Path) -> dict[str, str] | None:
    """The parts that are away as the running process last wrote, or None when no process is running."""
    path = data / FILE
    try:
        age = SystemClock().now() - datetime.fromtimestamp(path.stat().st_mtime, UTC)
        away: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))["away"]
    except (OSError, ValueError, KeyError):
        return None
    return away if age < STALE else None
