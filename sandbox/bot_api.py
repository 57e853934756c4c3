"""The bot's side of the server: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from aiohttp import web

from sandbox.calls import Call
from sandbox.errors import Refusal, too_many_requests
from sandbox.faults import Fault
from sandbox.files import Upload
from sandbox.methods import METHODS, Ask, Entry
from sandbox.parameters import read_request
from sandbox.state import BotState, World
from sandbox.validation import decode, shape_of, validate

SERVER_ERRORS = {"500": "Internal Server Error", "502": "Bad Gateway"}
BAD_GATEWAY = b"<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"
"""Telegram's front speaks so when what stands behind it is away: no JSON."""

to_json: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Cut(Exception):
    """The connection is to be closed without an answer."""


@dataclass(slots=True)
class Visit:
    """A request being answered."""

    bot: BotState
    method: str
    entry: Entry | None
    person: int | None = None
    raw: dict[str, Any] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)


class BotApi:
    """Answers bots. Every request with a known token is recorded in `calls`."""

    def __init__(self, world: World, calls: deque[Call]) -> None:
        self._world = world
        self._calls = calls

    def routes(self) -> list[web.RouteDef]:
        return [
            web.route("*", "/bot{token}/{method}", self.handle),
            web.get("/file/bot{token}/{path:.+}", self.download),
        ]

    async def handle(self, request: web.Request) -> web.Response:
        at = self._world.monotonic()
        bot = self._world.bots.get(request.match_info["token"])
        if bot is None:
            return _respond(*_refusal(Refusal(401, "Unauthorized")))
        name = request.match_info["method"]
        entry = METHODS.get(name.lower())
        visit = Visit(bot, entry.model.__api_method__ if entry else name, entry)
        code, body = await self._outcome(request, visit)
        self._calls.append(Call(bot.token, visit.method, visit.person, at, code, visit.raw, body))
        return _respond(code, body) if code else _cut(request)

    async def _outcome(self, request: web.Request, visit: Visit) -> tuple[int, bytes]:
        """HTTP status and body; status 0 stands for a closed connection."""
        try:
            result = await self._work(request, visit)
        except Refusal as refusal:
            return _refusal(refusal)
        except Cut:
            return 0, b""
        return 200, f'{{"ok":true,"result":{to_json(result)}}}'.encode()

    async def _work(self, request: web.Request, visit: Visit) -> Any:
        faults = self._world.faults
        if faults.gone:
            raise Cut
        visit.raw, visit.uploads = await read_request(request)
        visit.person = self._person(visit.raw)
        if faults.rules:
            fault = faults.strike_request(visit.bot.names, visit.method.lower(), visit.person)
            if fault:
                await self._suffer(fault, visit)
        result = await self._run(visit)
        if faults.gone:
            raise Cut
        return result

    async def _suffer(self, fault: Fault, visit: Visit) -> None:
        """Carries out a fault; it always ends the request."""
        if fault.kind == "cut_after":
            with contextlib.suppress(Refusal):
                await self._run(visit)
        await suffer(fault, self._world)

    async def _run(self, visit: Visit) -> Any:
        entry = visit.entry
        if entry is None:
            raise Refusal(404, "Not Found")
        given = decode(shape_of(entry.model), visit.raw)
        method = validate(entry.model, given)
        if entry.counts is not None and visit.person is not None:
            messages = len(given["media"]) if isinstance(given.get("media"), list) else 1
            visit.bot.pace.charge(visit.person, messages=messages, new=entry.counts)
        return await entry.work(Ask(self._world, visit.bot, method, given, visit.uploads))

    def _person(self, raw: dict[str, Any]) -> int | None:
        chat_id = str(raw.get("chat_id", ""))
        if chat_id.isdigit():
            return int(chat_id)
        callback = self._world.callbacks.get(str(raw.get("callback_query_id", "")))
        return callback.chat.person.id if callback else None

    async def download(self, request: web.Request) -> web.Response:
        bot = self._world.bots.get(request.match_info["token"])
        if bot is None:
            return _respond(*_refusal(Refusal(401, "Unauthorized")))
        try:
            fault = self._world.faults.strike_request(bot.names, "file", None)
            if fault:
                await suffer(fault, self._world)
        except Cut:
            return _cut(request)
        except Refusal as refusal:
            return _respond(*_refusal(refusal))
        file = self._world.files.at_path(bot.id, request.match_info["path"])
        if file is None:
            return _respond(*_refusal(Refusal(404, "Not Found")))
        return web.Response(body=file.content, content_type="application/octet-stream")


async def suffer(fault: Fault, world: World) -> None:
    """Raises what the fault says: a Refusal, or Cut after a while of silence or at once."""
    if fault.kind == "429":
        raise too_many_requests(max(1, round(fault.seconds)))
    if fault.kind in SERVER_ERRORS:
        raise Refusal(int(fault.kind), SERVER_ERRORS[fault.kind])
    if fault.kind == "hang":
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(fault.seconds):
                await world.closing.wait()
    raise Cut


def _refusal(refusal: Refusal) -> tuple[int, bytes]:
    if refusal.code == HTTPStatus.BAD_GATEWAY:
        return refusal.code, BAD_GATEWAY
    return refusal.code, to_json(refusal.as_json()).encode()


def _respond(code: int, body: bytes) -> web.Response:
    page = body is BAD_GATEWAY
    return web.Response(status=code, body=body, content_type="text/html" if page else "application/json")


def _cut(request: web.Request) -> web.Response:
    """Closes the connection; the response that aiohttp insists on goes nowhere."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
