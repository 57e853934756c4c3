"""What Telegram refuses, the sandbox refuses in the same words."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardRemove
from telegram import Bot as PtbBot
from telegram.error import BadRequest, Forbidden, InvalidToken

from sandbox import Phone, Sandbox
from tests.sandbox.conftest import ANNA, BORIS, STAFF, Clocks, aiogram_bot

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)


@pytest.fixture
async def http(sandbox: Sandbox) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(sandbox.url) as session:
        yield session


async def ask(http: aiohttp.ClientSession, method: str, token: str = STAFF, **parameters: Any) -> tuple[int, str]:
    async with http.post(f"/bot{token}/{method}", json=parameters) as response:
        return response.status, (await response.json()).get("description", "")


def rows(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def data(text: str) -> dict[str, str]:
    return {"text": "Да", "callback_data": text}


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "message text is empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "я" * 4097}, "message is too long"),
        (
            {"text": "<b>x", "parse_mode": "HTML"},
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        ({"text": "x", "parse_mode": "Wiki"}, "unsupported parse_mode"),
        ({"text": "x", "reply_markup": rows([data("")])}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": rows([data("я" * 33)])}, "BUTTON_DATA_INVALID"),
        (
            {"text": "x", "reply_markup": rows([{"text": "Текст", "copy_text": {"text": "я" * 257}}])},
            "can't parse inline keyboard button: text to copy must be 1-256 characters long",
        ),
        (
            {"text": "x", "reply_markup": rows([data("1")] * 9)},
            "inline keyboard row is too long: more than 8 buttons",
        ),
        (
            {"text": "x", "reply_markup": rows(*[[data("1")]] * 101)},
            "inline keyboard is too large: more than 100 buttons",
        ),
        (
            {"text": "x", "reply_markup": rows([{"text": " ", "callback_data": "1"}])},
            "can't parse keyboard button: Button text must be non-empty",
        ),
        (
            {"text": "x", "reply_markup": rows([{"text": "Да"}])},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "x", "reply_markup": rows([{**data("1"), "style": "pink"}])},
            "can't parse inline keyboard button: unknown button style",
        ),
        (
            {"text": "x", "reply_markup": rows([{"text": "a", "url": "javascript:1"}])},
            "inline keyboard button URL is invalid: wrong HTTP URL",
        ),
        ({"text": "x", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ({"text": "x", "wrong": 1}, "unknown parameter: wrong"),
        ({"text": "x", "disable_web_page_preview": True}, "unknown parameter: disable_web_page_preview"),
        ({}, "text: Field required"),
        ({"text": "x", "chat_id": "@nobody"}, "chat not found"),
        ({"text": "x", "chat_id": 999}, "chat not found"),
        ({"text": "x", "chat_id": BORIS}, "chat not found"),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply_markup JSON object"),
    ],
)
async def test_a_wrong_message_is_refused(
    http: aiohttp.ClientSession, anna: Phone, parameters: dict[str, Any], reason: str
) -> None:
    answer = await ask(http, "sendMessage", **{"chat_id": ANNA, **parameters})
    assert answer == (400, f"Bad Request: {reason}")
    assert anna.pushes == []


async def test_the_longest_of_everything_passes(http: aiohttp.ClientSession, anna: Phone) -> None:
    markup = rows(*[[data("я" * 32)] * 4] * 25)
    code, _ = await ask(http, "sendmessage", chat_id=ANNA, text="я" * 4096, reply_markup=markup)
    assert (code, len(anna.screen.text), len(anna.screen.labels)) == (200, 4096, 100)


async def test_a_missing_reply_may_be_allowed(http: aiohttp.ClientSession, anna: Phone) -> None:
    reply = {"message_id": 99, "allow_sending_without_reply": True}
    assert (await ask(http, "sendMessage", chat_id=ANNA, text="x", reply_parameters=reply))[0] == 200


async def test_a_wrong_token_and_an_unknown_method_are_refused(http: aiohttp.ClientSession) -> None:
    assert await ask(http, "getMe", token="1:x") == (401, "Unauthorized")
    assert await ask(http, "getEverything") == (404, "Not Found")


async def test_python_telegram_bot_understands_a_wrong_token(sandbox: Sandbox) -> None:
    stranger = PtbBot("1:x", base_url=f"{sandbox.url}/bot")
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()


@pytest.mark.parametrize("how", ["get", "form", "json"])
async def test_requests_come_in_any_form(http: aiohttp.ClientSession, anna: Phone, how: str) -> None:
    parameters = {"chat_id": str(ANNA), "text": "привет & +"}
    path = f"/bot{STAFF}/sendMessage"
    requests = {
        "get": lambda: http.get(path, params=parameters),
        "form": lambda: http.post(path, data=parameters),
        "json": lambda: http.post(path, json=parameters),
    }
    async with requests[how]() as response:
        assert response.status == 200
    assert anna.screen.text == "привет & +"


async def test_a_caption_is_shorter_than_a_text(http: aiohttp.ClientSession, anna: Phone) -> None:
    form = aiohttp.FormData({"chat_id": str(ANNA), "caption": "я" * 1025})
    form.add_field("document", b"x", filename="x.txt")
    async with http.post(f"/bot{STAFF}/sendDocument", data=form) as response:
        assert (await response.json())["description"] == "Bad Request: message caption is too long"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"text": "раз"}, NOT_MODIFIED),
        ({"text": "два", "message_id": 999}, "message to edit not found"),
        ({"text": ""}, "message text is empty"),
        ({"text": "два", "message_id": None}, "message identifier is not specified"),
    ],
)
async def test_a_wrong_edit_is_refused(
    http: aiohttp.ClientSession, bot: Bot, anna: Phone, change: dict[str, Any], reason: str
) -> None:
    sent = await bot.send_message(ANNA, "раз")
    answer = await ask(http, "editMessageText", **{"chat_id": ANNA, "message_id": sent.message_id, **change})
    assert answer == (400, f"Bad Request: {reason}")
    assert anna.screen.text == "раз"


async def test_a_message_that_is_not_the_bots_or_had_keys_cannot_be_edited(bot: Bot, anna: Phone) -> None:
    own = await anna.send("моё")
    with_keys = await bot.send_message(ANNA, "x", reply_markup=ReplyKeyboardRemove())
    for message_id in (own, with_keys.message_id):
        with pytest.raises(TelegramBadRequest, match="message can't be edited"):
            await bot.edit_message_text("y", chat_id=ANNA, message_id=message_id)


async def test_a_caption_is_not_a_text(bot: Bot, anna: Phone) -> None:
    sent = await bot.send_message(ANNA, "x")
    with pytest.raises(TelegramBadRequest, match="there is no caption in the message to edit"):
        await bot.edit_message_caption(chat_id=ANNA, message_id=sent.message_id, caption="y")
    assert anna.screen.text == "x"


async def test_messages_older_than_two_days_stay(bot: Bot, anna: Phone, clocks: Clocks) -> None:
    sent = await bot.send_message(ANNA, "x")
    clocks.pass_time(hours=49)
    with pytest.raises(TelegramBadRequest, match="message can't be deleted"):
        await bot.delete_message(ANNA, sent.message_id)
    with pytest.raises(TelegramBadRequest, match="message to delete not found"):
        await bot.delete_message(ANNA, 999)
    assert anna.screen.id == sent.message_id


async def pressed(bot: Bot, anna: Phone) -> str:
    """The id of a callback query that waits for its answer."""
    button = InlineKeyboardButton(text="Да", callback_data="y")
    await bot.send_message(ANNA, "?", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]))
    await anna.press_silently("Да")
    update = (await bot.get_updates())[-1]
    assert update.callback_query is not None
    return update.callback_query.id


async def test_a_press_is_answered_once(bot: Bot, anna: Phone) -> None:
    query = await pressed(bot, anna)
    await bot.answer_callback_query(query)
    with pytest.raises(TelegramBadRequest, match=TOO_OLD):
        await bot.answer_callback_query(query)


async def test_a_press_is_answered_within_fifteen_minutes(bot: Bot, anna: Phone, clocks: Clocks) -> None:
    query = await pressed(bot, anna)
    clocks.pass_time(minutes=16)
    with pytest.raises(TelegramBadRequest, match=TOO_OLD):
        await bot.answer_callback_query(query)


async def test_another_bot_cannot_answer_a_press(sandbox: Sandbox, bot: Bot, anna: Phone) -> None:
    query = await pressed(bot, anna)
    family = aiogram_bot(sandbox, "222:family")
    with pytest.raises(TelegramBadRequest, match=TOO_OLD):
        await family.answer_callback_query(query)
    await family.session.close()


async def test_the_answer_to_a_press_is_short(bot: Bot, anna: Phone) -> None:
    query = await pressed(bot, anna)
    with pytest.raises(TelegramBadRequest, match="MESSAGE_TOO_LONG"):
        await bot.answer_callback_query(query, text="я" * 201)


async def test_a_blocked_bot_gets_403_until_let_in_again(bot: Bot, ptb: PtbBot, anna: Phone) -> None:
    await anna.block()
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(ANNA, "x")
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await ptb.send_message(ANNA, "x")
    await anna.unblock()
    assert await bot.send_message(ANNA, "x")


async def test_a_deactivated_person_gets_403(ptb: PtbBot, anna: Phone) -> None:
    await anna.deactivate()
    with pytest.raises(Forbidden, match="user is deactivated"):
        await ptb.send_message(ANNA, "x")


async def test_a_bot_cannot_write_first(ptb: PtbBot) -> None:
    with pytest.raises(BadRequest, match="hat not found"):
        await ptb.send_message(BORIS, "x")


@pytest.mark.parametrize(
    ("method", "parameters", "reason"),
    [
        ("setMyCommands", {"commands": [{"command": "Меню", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ("setMyCommands", {"commands": [{"command": "menu", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ("setMyName", {"name": "я" * 65}, "name is too long"),
        ("sendChatAction", {"chat_id": ANNA, "action": "dancing"}, "wrong parameter action in request"),
        ("pinChatMessage", {"chat_id": ANNA, "message_id": 99}, "message to pin not found"),
        ("copyMessage", {"chat_id": ANNA, "from_chat_id": ANNA, "message_id": 99}, "message to copy not found"),
        ("deleteMessages", {"chat_id": ANNA, "message_ids": []}, "message identifiers must be 1-100"),
        ("setWebhook", {"url": "ftp://x"}, "bad webhook: invalid webhook URL specified"),
        ("setWebhook", {"url": "http://x", "secret_token": "ы"}, "secret token contains unallowed characters"),
        ("getFile", {"file_id": "nothing"}, "wrong file identifier/HTTP URL specified"),
    ],
)
async def test_other_wrong_requests_are_refused(
    http: aiohttp.ClientSession, anna: Phone, method: str, parameters: dict[str, Any], reason: str
) -> None:
    assert await ask(http, method, **parameters) == (400, f"Bad Request: {reason}")
    assert anna.pushes == []
