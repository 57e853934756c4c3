"""`zvonok check`: what the product stands on, each with «ok» or what to do."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.database import AWAY, database
from app.findings import Finding
from app.settings import PREFIX, Settings, SettingsWrong
from app.telegram import connection_to
from bots.running.probe import TelegramAway, TokenRefused, probe
from core.app import App
from core.clock import Clock
from core.terms import Door
from storage.engine import make_sessions
from storage.migrate import schema_versions
from storage.models import School

CLOCK_OFF_SECONDS = 60
LEAST_FREE_GB = 1.0


async def check(settings: Settings, clock: Clock) -> AsyncIterator[Finding]:
    """Look at everything in turn."""
    drifts: list[float] = []
    try:
        async with database(settings) as engine:
            async for finding in _check_database(engine, clock, drifts):
                yield finding
    except AWAY as error:
        yield Finding("database", ok=False, says="check-database-away", facts={"error": type(error).__name__})
    for door in Door:
        yield await _check_bot(settings, door, clock, drifts)
    yield _check_clock(drifts)
    yield _check_disk(settings.data)


async def _check_database(engine: AsyncEngine, clock: Clock, drifts: list[float]) -> AsyncIterator[Finding]:
    async with engine.connect() as connection:
        version = await connection.scalar(text("SHOW server_version"))
        told = await connection.scalar(text("SELECT clock_timestamp()"))
        drifts.append(_drift(clock, told))
    yield Finding("database", ok=True, says="check-database-ok", facts={"version": version})
    present, newest = await schema_versions(engine)
    if present != newest:
        yield Finding("schema", ok=False, says="check-schema-old")
        return
    yield Finding("schema", ok=True, says="check-schema-ok", facts={"version": newest})
    yield await _check_zone(engine, clock)
    yield await _check_regulation(engine, clock)


async def _check_zone(engine: AsyncEngine, clock: Clock) -> Finding:
    async with engine.connect() as connection:
        zone = await connection.scalar(select(School.time_zone))
    try:
        now = clock.now().astimezone(ZoneInfo(str(zone)))
    except (ZoneInfoNotFoundError, ValueError):
        return Finding("zone", ok=False, says="check-zone-wrong", facts={"zone": zone})
    return Finding("zone", ok=True, says="check-zone-ok", facts={"zone": zone, "now": now})


async def _check_regulation(engine: AsyncEngine, clock: Clock) -> Finding:
    """The rules in force; a choice that this edition cannot read leaves the default in its place."""
    app = App(make_sessions(engine), clock)
    async with app.work() as work:
        title = work.regulation(work.today).title
    if app.regulations.broken:
        error = next(iter(app.regulations.broken.values()))
        return Finding("regulation", ok=False, says="check-regulation-broken", facts={"error": str(error)})
    return Finding("regulation", ok=True, says="check-regulation-ok", facts={"title": title})


async def _check_bot(settings: Settings, door: Door, clock: Clock, drifts: list[float]) -> Finding:
    variable = f"{PREFIX}{door.upper()}_TOKEN"
    try:
        connection = connection_to(settings, door, patient=False)
    except SettingsWrong:
        return Finding(door, ok=False, says="check-bot-no-token", facts={"variable": variable})
    try:
        found = await probe(connection)
    except TokenRefused:
        return Finding(door, ok=False, says="check-bot-refused", facts={"variable": variable})
    except TelegramAway as error:
        facts = {"address": settings.telegram_api, "error": str(error)}
        return Finding(door, ok=False, says="check-bot-away", facts=facts)
    finally:
        await connection.bot.session.close()
    if found.now is not None:
        drifts.append(_drift(clock, found.now))
    return Finding(door, ok=True, says="check-bot-ok", facts={"username": found.username})


def _drift(clock: Clock, told: Any) -> float:
    """Seconds between our clock and a moment just told by another."""
    return abs(float((clock.now() - told).total_seconds()))


def _check_clock(drifts: list[float]) -> Finding:
    if not drifts:
        return Finding("clock", ok=False, says="check-clock-unknown")
    seconds = round(max(drifts))
    ok = seconds <= CLOCK_OFF_SECONDS
    return Finding(
        "clock", ok=ok, says="check-clock-ok" if ok else "check-clock-off", facts={"seconds": max(seconds, 1)}
    )


def _check_disk(data: Path) -> Finding:
    there = next(p for p in (data.resolve(), *data.resolve().parents) if p.exists())
    free = shutil.disk_usage(there).free / 2**30
    ok = free >= LEAST_FREE_GB
    return Finding("disk", ok=ok, says="check-disk-ok" if ok else "check-disk-low", facts={"gb": round(free, 1)})
