"""What the chat page asks of the server."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup

from sandbox import Person, Phone, Sandbox, Stage
from tests.sandbox.conftest import ANNA, STAFF, aiogram_bot
from tests.sandbox.pictures import PNG
from tests.sandbox.wall_clock import WallClock

CHAT = f"/api/chats/{ANNA}/staff_bot"


class Page:
    """A chat page without a browser."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self.session = session

    async def get(self, path: str) -> Any:
        async with self.session.get(path) as response:
            return await response.json()

    async def post(self, path: str, **body: Any) -> tuple[int, Any]:
        async with self.session.post(path, json=body) as response:
            return response.status, await response.json()


@pytest.fixture
async def page(sandbox: Sandbox) -> AsyncIterator[Page]:
    async with aiohttp.ClientSession(sandbox.url) as session:
        yield Page(session)


async def test_the_stage_names_people_and_their_bots() -> None:
    stage = Stage("Школа", clock=WallClock(), left=(1, "a_bot"))
    stage.people = [Person(1, "Анна", "ru", "Отметьте класс", ("a_bot",), "K7PM"), Person(2, "Boris", "en")]
    box = Sandbox(stage)
    box.add_bot("1:a", "a_bot", "A")
    box.add_bot("2:b", "b_bot", "B")
    async with aiohttp.ClientSession(await box.start()) as session:
        shown = await Page(session).get("/api/stage")
    await box.stop()
    anna, boris = shown.pop("people")
    assert anna.pop("bots") == [{"username": "a_bot", "title": "A", "unread": 0}]
    assert anna == {"id": 1, "name": "Анна", "language": "ru", "hint": "Отметьте класс", "start": "K7PM"}
    assert [bot["username"] for bot in boris["bots"]] == ["a_bot", "b_bot"]
    assert shown == {
        "title": "Школа",
        "clock": {
            "now": "2026-09-15T08:00:00+04:00",
            "label": "15.09.2026 08:00",
            "controls": [{"id": "evening", "label": "к 21:00"}],
        },
        "left": {"person": 1, "bot": "a_bot"},
        "right": None,
    }


async def test_a_chat_is_empty_and_not_started_at_first(page: Page) -> None:
    assert await page.get(CHAT) == {
        "messages": [],
        "reply_keyboard": None,
        "commands": [],
        "blocked": False,
        "started": False,
        "unread": 0,
    }


async def test_a_chat_shows_messages_and_keyboards(page: Page, bot: Bot, anna: Phone) -> None:
    button = InlineKeyboardButton(text="Да", callback_data="y", style="success")
    await bot.send_message(
        ANNA, "<b>?</b>", parse_mode="HTML", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]])
    )
    keys = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Меню")]], input_field_placeholder="Пишите")
    await bot.send_message(ANNA, "ещё", reply_markup=keys)
    shown = await page.get(CHAT)
    asked = shown["messages"][1]
    assert (asked["from"], asked["html"], asked["date"]) == ("bot", "<b>?</b>", "2026-09-01T08:00:00+00:00")
    assert [(b["text"], b["kind"], b["style"]) for b in asked["keyboard"][0]] == [("Да", "callback", "success")]
    assert shown["messages"][2]["keyboard"] is None
    assert shown["reply_keyboard"] == {"rows": [["Меню"]], "placeholder": "Пишите"}
    assert (shown["started"], shown["unread"]) == (True, 2)


async def test_the_page_starts_writes_and_reads(page: Page, bot: Bot, anna: Phone) -> None:
    await page.post(f"{CHAT}/start", payload="K7PM")
    _, sent = await page.post(f"{CHAT}/send", text="/menu сейчас", reply_to=1)
    await bot.send_message(ANNA, "ответ")
    await page.post(f"{CHAT}/read")
    assert [msg.text for msg in anna.messages] == ["/start", "/start K7PM", "/menu сейчас", "ответ"]
    assert (anna.messages[2].id, anna.messages[2].reply_to, anna.unread) == (sent["message_id"], (1, "/start"), 0)


async def test_the_page_uploads_and_shows_files(page: Page, anna: Phone) -> None:
    form = aiohttp.FormData({"as": "photo", "caption": "две"})
    for name in ("1.png", "2.png"):
        form.add_field("file", PNG, filename=name, content_type="image/png")
    async with page.session.post(f"{CHAT}/upload", data=form) as response:
        assert response.status == 200
    photos = [msg.photo for msg in anna.messages if msg.photo]
    assert [photo.name for photo in photos] == ["1.png", "2.png"]
    async with page.session.get(photos[0].url) as response:
        assert (response.content_type, await response.read()) == ("image/png", PNG)


async def test_the_page_presses_and_gets_the_answer(page: Page, bot: Bot, anna: Phone) -> None:
    button = InlineKeyboardButton(text="Да", callback_data="y")
    sent = await bot.send_message(ANNA, "?", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]))
    pressing = asyncio.create_task(page.post(f"{CHAT}/press", message_id=sent.message_id, row=0, col=0))
    (update,) = await bot.get_updates(timeout=5)
    assert update.callback_query is not None
    await bot.answer_callback_query(update.callback_query.id, text="принято")
    assert await pressing == (200, {"answered": True, "text": "принято", "alert": False, "url": ""})


@pytest.mark.parametrize(
    ("path", "body", "code"),
    [
        (f"{CHAT}/press", {"message_id": 1, "row": 0, "col": 0}, 409),
        (f"{CHAT}/press", {"message_id": 1}, 400),
        (f"{CHAT}/send", {}, 400),
        (f"{CHAT}/send", {"text": " "}, 409),
        (f"{CHAT}/start", {"payload": "ы"}, 409),
        ("/api/chats/999/staff_bot/start", {}, 404),
        (f"/api/chats/{ANNA}/no_bot/start", {}, 404),
        ("/api/clock", {"control": "x"}, 404),
        ("/api/faults", {"kind": "fire"}, 400),
    ],
)
async def test_a_wrong_request_is_answered_with_a_sentence(
    page: Page, path: str, body: dict[str, Any], code: int
) -> None:
    status, answer = await page.post(path, **body)
    assert (status, bool(answer["error"])) == (code, True)


async def test_the_page_blocks_and_deactivates(page: Page, sandbox: Sandbox, anna: Phone) -> None:
    await page.post(f"{CHAT}/block", blocked=True)
    assert (await page.get(CHAT))["blocked"]
    await page.post(f"{CHAT}/deactivate")
    assert ANNA in sandbox.world.gone_people


async def test_the_page_breaks_telegram_and_mends_it(page: Page, sandbox: Sandbox) -> None:
    _, rules = await page.post("/api/faults", kind="500", bot="staff_bot", count=None)
    assert rules == {"rules": [{"kind": "500", "hits": 0, "count": None}], "away": False}
    await page.post("/api/faults", away=True)
    assert sandbox.faults.gone
    await page.post("/api/faults", clear=True)
    assert (sandbox.faults.gone, sandbox.faults.rules) == (False, [])


async def next_event(stream: aiohttp.ClientResponse) -> dict[str, Any]:
    async with asyncio.timeout(20):
        async for line in stream.content:
            if line.startswith(b"data: "):
                event: dict[str, Any] = json.loads(line[6:])
                return event
    raise AssertionError("the stream has ended")


async def test_events_tell_what_happens_in_chats(page: Page, bot: Bot, anna: Phone) -> None:
    async with page.session.get("/api/events") as stream:
        await stream.content.readline()
        sent = await bot.send_message(ANNA, "раз")
        await bot.edit_message_text("два", chat_id=ANNA, message_id=sent.message_id)
        await bot.send_chat_action(ANNA, "typing")
        await bot.delete_message(ANNA, sent.message_id)
        events = [await next_event(stream) for _ in range(4)]
    assert [event["type"] for event in events] == ["message", "edit", "typing", "delete"]
    assert {(event["person"], event["bot"]) for event in events} == {(ANNA, "staff_bot")}
    assert [events[0]["message"]["text"], events[1]["message"]["text"]] == ["раз", "два"]
    assert (events[0]["unread"], events[3]["message_id"]) == (1, sent.message_id)


async def test_moving_the_clock_is_told_to_every_page() -> None:
    box = Sandbox(Stage("Школа", clock=WallClock()))
    async with aiohttp.ClientSession(await box.start()) as session, session.get("/api/events") as stream:
        await stream.content.readline()
        status, clock = await Page(session).post("/api/clock", control="evening")
        event = await next_event(stream)
    await box.stop()
    assert (status, clock["now"], event["clock"]["label"]) == (200, "2026-09-15T21:00:00+04:00", "15.09.2026 21:00")


async def test_open_pages_do_not_hold_the_sandbox_up(page: Page, sandbox: Sandbox) -> None:
    async with page.session.get("/api/events") as stream:
        await stream.content.readline()
        await asyncio.wait_for(sandbox.stop(), 20)
        await stream.content.read()
        assert stream.content.at_eof()


async def test_the_page_itself_is_served(page: Page) -> None:
    async with page.session.get("/") as response:
        assert (response.status, response.content_type) == (200, "text/html")


async def test_a_bot_may_join_a_running_sandbox(sandbox: Sandbox, page: Page) -> None:
    sandbox.add_bot("333:late", "late_bot", "Late")
    late = aiogram_bot(sandbox, "333:late")
    assert (await late.get_me()).username == "late_bot"
    await late.session.close()
    assert STAFF in sandbox.world.bots


@pytest.mark.parametrize("path", ["/", "/static/app.js", "/static/page.css"])
async def test_the_browser_asks_whether_the_page_has_changed(page: Page, path: str) -> None:
    async with page.session.get(path) as response:
        assert response.status == 200
        assert response.headers["Cache-Control"] == "no-cache"


async def test_an_own_message_is_edited_and_deleted(page: Page, anna: Phone) -> None:
    sent = await anna.send("было")

    assert await page.post(f"{CHAT}/edit", message_id=sent, text="<i>стало</i>", html=True) == (
        200,
        {"message_id": sent},
    )
    assert anna.messages[-1].html == "<i>стало</i>"
    assert await page.post(f"{CHAT}/delete", message_id=sent) == (200, {})
    assert "стало" not in anna.dump()


async def test_a_message_of_the_bot_is_not_edited_by_a_person(page: Page, bot: Bot, anna: Phone) -> None:
    sent = await bot.send_message(ANNA, "x")

    assert await page.post(f"{CHAT}/edit", message_id=sent.message_id, text="y") == (
        409,
        {"error": "only an own message can be edited"},
    )
