"""The people's side of the server: what the chat page asks for and does."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from aiohttp import BodyPartReader, web

from sandbox import people
from sandbox.bot_api import to_json
from sandbox.errors import Refusal
from sandbox.files import MediaKind, Upload
from sandbox.parameters import part_mime, read_limited
from sandbox.people import Impossible
from sandbox.state import Chat, Json, World
from sandbox.view import see_chat

STATIC = Path(__file__).parent / "static"
PRESS_SECONDS = 10.0
HEARTBEAT_SECONDS = 15.0
KINDS: tuple[MediaKind, ...] = ("photo", "document", "voice")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def _json(body: object, status: int = 200) -> web.Response:
    return web.Response(status=status, text=to_json(body), content_type="application/json")


@web.middleware
async def explain_mistakes(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turns what is asked wrongly into an answer with a sentence."""
    try:
        return await handler(request)
    except Impossible as impossible:
        return _json({"error": str(impossible)}, 409)
    except (KeyError, ValueError, TypeError) as mistake:
        return _json({"error": f"{type(mistake).__name__}: {mistake}"}, 400)
    except Refusal as refusal:
        return _json({"error": refusal.description}, refusal.code)


class PeopleApi:
    def __init__(self, world: World) -> None:
        self._world = world

    def application(self) -> web.Application:
        """Everything under /api."""
        app = web.Application(middlewares=[explain_mistakes], client_max_size=2**30)
        chat = "/chats/{person}/{bot}"
        app.add_routes(
            [
                web.get("/stage", self.stage),
                web.get(chat, self.chat),
                web.post(chat + "/start", self.start),
                web.post(chat + "/send", self.send),
                web.post(chat + "/edit", self.edit),
                web.post(chat + "/delete", self.delete),
                web.post(chat + "/upload", self.upload),
                web.post(chat + "/press", self.press),
                web.post(chat + "/read", self.read),
                web.post(chat + "/block", self.block),
                web.post(chat + "/deactivate", self.deactivate),
                web.get("/events", self.events),
                web.post("/clock", self.clock),
                web.post("/faults", self.faults),
                web.get("/file/{person}/{file_id}", self.file),
            ]
        )
        return app

    def _chat(self, request: web.Request) -> Chat:
        try:
            return self._world.chat(int(request.match_info["person"]), request.match_info["bot"])
        except KeyError:
            raise Refusal(404, "no such person or bot") from None

    async def stage(self, _request: web.Request) -> web.Response:
        stage = self._world.stage
        return _json(
            {
                "title": stage.title,
                "people": [self._person(person_id) for person_id in self._world.people],
                "clock": self._clock(),
                "left": _place(stage.left),
                "right": _place(stage.right),
            }
        )

    def _person(self, person_id: int) -> Json:
        world = self._world
        person = world.people[person_id]
        bots = [
            {"username": bot.username, "title": bot.title, "unread": world.chat(person_id, bot.username).unread}
            for bot in world.bots_of(person)
        ]
        facts = {name: getattr(person, name) for name in ("id", "name", "language", "hint", "start")}
        return {**facts, "bots": bots}

    def _clock(self) -> Json | None:
        clock = self._world.stage.clock
        if clock is None:
            return None
        now = clock.now()
        controls = [{"id": name, "label": label} for name, label in clock.controls]
        return {"now": now.isoformat(), "label": f"{now:%d.%m.%Y %H:%M}", "controls": controls}

    async def chat(self, request: web.Request) -> web.Response:
        return _json(see_chat(self._chat(request)))

    async def start(self, request: web.Request) -> web.Response:
        body = await _body(request)
        stored = people.start(self._world, self._chat(request), str(body.get("payload") or ""))
        return _json({"message_id": stored.id})

    async def send(self, request: web.Request) -> web.Response:
        """`html: true` formats the text as the Bot API's HTML says."""
        body, chat = await _body(request), self._chat(request)
        html = bool(body.get("html"))
        sent = people.send_text(self._world, chat, str(body["text"]), _number(body.get("reply_to")), html=html)
        return _json({"message_id": sent[-1].id})

    async def edit(self, request: web.Request) -> web.Response:
        body, chat = await _body(request), self._chat(request)
        html = bool(body.get("html"))
        stored = people.edit_text(self._world, chat, int(body["message_id"]), str(body["text"]), html=html)
        return _json({"message_id": stored.id})

    async def delete(self, request: web.Request) -> web.Response:
        body = await _body(request)
        people.delete(self._world, self._chat(request), int(body["message_id"]))
        return _json({})

    async def upload(self, request: web.Request) -> web.Response:
        fields, files = await _form(request)
        kind = next((known for known in KINDS if known == fields.get("as", "document")), None)
        if kind is None:
            raise ValueError("as is photo, document or voice")
        reply_to = _number(fields.get("reply_to"))
        chat = self._chat(request)
        sent = people.send_files(
            self._world, chat, files, kind=kind, caption=fields.get("caption", ""), reply_to=reply_to
        )
        return _json({"message_id": sent[-1].id})

    async def press(self, request: web.Request) -> web.Response:
        body = await _body(request)
        place = (int(body[name]) for name in ("message_id", "row", "col"))
        callback = people.press(self._world, self._chat(request), *place)
        if callback is None:
            raise Impossible("this button is handled by the phone itself")
        answer = await people.await_answer(callback, PRESS_SECONDS)
        return _json({"answered": answer.answered, "text": answer.text, "alert": answer.alert, "url": answer.url})

    async def read(self, request: web.Request) -> web.Response:
        people.mark_read(self._world, self._chat(request))
        return _json({})

    async def block(self, request: web.Request) -> web.Response:
        body = await _body(request)
        people.block(self._world, self._chat(request), blocked=bool(body["blocked"]))
        return _json({})

    async def deactivate(self, request: web.Request) -> web.Response:
        people.deactivate(self._world, self._chat(request))
        return _json({})

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Server-Sent Events until the page leaves or the sandbox closes."""
        headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-cache"}
        response = web.StreamResponse(headers=headers)
        await response.prepare(request)
        queue = self._world.events.listen()
        try:
            await response.write(b": hello\n\n")
            while not self._world.closing.is_set():
                await response.write(await _next_event(queue))
        except ConnectionError:
            return response
        finally:
            self._world.events.leave(queue)
        return response

    async def clock(self, request: web.Request) -> web.Response:
        clock = self._world.stage.clock
        if clock is None:
            raise Refusal(404, "there is no clock on this stage")
        await clock.move(str((await _body(request))["control"]))
        moved = self._clock()
        self._world.events.publish({"type": "clock", "clock": moved})
        return _json(moved)

    async def faults(self, request: web.Request) -> web.Response:
        """`{kind, bot, method, person, count, seconds}` adds a rule; `{clear: true}`, `{away: true|false}`."""
        body, faults = await _body(request), self._world.faults
        if body.pop("clear", False):
            faults.clear()
        if "away" in body:
            faults.gone = bool(body.pop("away"))
        if body:
            faults.add(**body)
        rules = [{"kind": rule.kind, "hits": rule.hits, "count": rule.count} for rule in faults.rules]
        return _json({"rules": rules, "away": faults.gone})

    async def file(self, request: web.Request) -> web.Response:
        file = self._world.files.find(request.match_info["file_id"])
        if file is None:
            raise Refusal(404, "no such file")
        return web.Response(body=file.content, content_type=file.mime, headers={"X-Content-Type-Options": "nosniff"})


async def _next_event(queue: asyncio.Queue[Any]) -> bytes:
    try:
        async with asyncio.timeout(HEARTBEAT_SECONDS):
            event = await queue.get()
    except TimeoutError:
        event = None
    return f"data: {to_json(event)}\n\n".encode() if event else b": still here\n\n"


async def _body(request: web.Request) -> Json:
    if not request.can_read_body:
        return {}
    body = await request.json()
    if not isinstance(body, dict):
        raise TypeError("a JSON object is expected")
    return body


async def _form(request: web.Request) -> tuple[dict[str, str], list[Upload]]:
    fields: dict[str, str] = {}
    files: list[Upload] = []
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise ValueError("nested forms are not expected")
        if part.filename is None:
            fields[part.name] = await part.text()
        else:
            files.append(Upload(part.filename, part_mime(part), await read_limited(part)))
    return fields, files


def _number(value: object) -> int | None:
    return int(str(value)) if value not in {None, ""} else None


def _place(place: tuple[int, str] | None) -> Json | None:
    return {"person": place[0], "bot": place[1]} if place else None
