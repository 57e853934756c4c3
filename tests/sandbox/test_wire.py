"""Everything that travels has only names that the Bot API knows."""

from collections.abc import Iterator
from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import (
    BufferedInputFile,
    ChatFullInfo,
    File,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    ReplyParameters,
    Update,
    User,
    WebhookInfo,
)
from aiogram.types.base import TelegramObject
from pydantic import TypeAdapter

from sandbox import Person, Phone, Sandbox
from tests.sandbox.conftest import ANNA
from tests.sandbox.pictures import PNG


def unknown_names(value: Any, path: str = "") -> Iterator[str]:
    """Paths of everything that aiogram's types do not know."""
    if isinstance(value, list):
        for item in value:
            yield from unknown_names(item, path)
    if isinstance(value, TelegramObject):
        yield from (f"{path}.{name}" for name in value.model_extra or {})
        for name in value.model_fields_set:
            yield from unknown_names(getattr(value, name), f"{path}.{name}")


def check(sandbox: Sandbox, shape: Any) -> None:
    """The newest answer has this shape and nothing else."""
    result = sandbox.calls[-1].answer["result"]
    assert list(unknown_names(TypeAdapter(shape).validate_python(result))) == []


async def test_messages_with_everything_on_them(sandbox: Sandbox, bot: Bot, anna: Phone) -> None:
    button = InlineKeyboardButton(text="Да", callback_data="y", style="primary")
    markup = InlineKeyboardMarkup(inline_keyboard=[[button]])
    asked = await anna.upload(PNG, "a.png", "image/png", as_="photo", caption="/x")
    await bot.send_message(
        ANNA,
        "<b>x</b> https://x.ru",
        parse_mode="HTML",
        reply_markup=markup,
        reply_parameters=ReplyParameters(message_id=asked),
    )
    check(sandbox, Message)
    await bot.send_document(ANNA, BufferedInputFile(b"1", "1.txt"), caption="<i>c</i>", parse_mode="HTML")
    check(sandbox, Message)
    await bot.send_voice(ANNA, BufferedInputFile(b"OggS", "v.ogg"), duration=3)
    check(sandbox, Message)


async def test_updates_of_every_kind(sandbox: Sandbox, bot: Bot, anna: Phone) -> None:
    button = InlineKeyboardButton(text="Да", callback_data="y")
    await bot.send_message(ANNA, "?", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]))
    await anna.send("/start")
    await anna.press_silently("Да")
    await anna.block()
    await anna.unblock()
    await bot.get_updates()
    check(sandbox, list[Update])
    kinds = [next(iter(update.keys() - {"update_id"})) for update in sandbox.calls[-1].answer["result"]]
    assert kinds == ["message", "callback_query", "my_chat_member", "my_chat_member"]


async def test_facts_about_bots_chats_and_files(sandbox: Sandbox, bot: Bot, anna: Phone) -> None:
    await bot.get_me()
    check(sandbox, User)
    await bot.get_chat(ANNA)
    check(sandbox, ChatFullInfo)
    await bot.get_webhook_info()
    check(sandbox, WebhookInfo)
    sent = await bot.send_document(ANNA, BufferedInputFile(b"1", "1.txt"))
    assert sent.document is not None
    await bot.get_file(sent.document.file_id)
    check(sandbox, File)


async def test_a_person_may_change_the_name(sandbox: Sandbox, bot: Bot, anna: Phone) -> None:
    sandbox.add_person(Person(ANNA, "Анна Белова"))
    assert (await bot.get_chat(ANNA)).first_name == "Анна Белова"


def test_a_token_without_a_number_is_refused(sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="looks like"):
        sandbox.add_bot("nonsense", "x_bot", "X")
