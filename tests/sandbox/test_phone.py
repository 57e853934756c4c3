"""The test client itself: what it finds, and how it complains."""

import asyncio

import pytest
from aiogram import Bot
from aiogram.types import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup, Message

from sandbox import Answer, Impossible, Phone, Sandbox
from tests.sandbox.conftest import ANNA, STAFF
from tests.sandbox.pictures import PNG


async def show(bot: Bot, text: str, *rows: list[str]) -> int:
    """Sends a screen whose buttons carry their own labels."""
    buttons = [[InlineKeyboardButton(text=label, callback_data=label) for label in row] for row in rows]
    sent = await bot.send_message(ANNA, text, reply_markup=InlineKeyboardMarkup(inline_keyboard=buttons))
    return sent.message_id


async def pressed_data(bot: Bot) -> str | None:
    update = (await bot.get_updates())[-1]
    assert update.callback_query is not None
    await bot.answer_callback_query(update.callback_query.id)
    return update.callback_query.data


async def test_the_newest_message_with_the_button_is_pressed(bot: Bot, anna: Phone) -> None:
    await show(bot, "старое", ["Да 1"])
    await show(bot, "новое", ["Да 2"])
    await show(bot, "другое", ["Нет"])
    await anna.press_silently("Да")
    assert await pressed_data(bot) == "Да 2"


async def test_an_old_message_can_be_named(bot: Bot, anna: Phone) -> None:
    old = await show(bot, "старое", ["Да 1"])
    await show(bot, "новое", ["Да 2"])
    await anna.press_silently("Да", message=old)
    assert await pressed_data(bot) == "Да 1"


async def test_an_ambiguous_label_is_refused_unless_exact(bot: Bot, anna: Phone) -> None:
    await show(bot, "кто?", ["Иванов", "Иванова"])
    with pytest.raises(AssertionError, match=r"ambiguous: \['Иванов', 'Иванова'\]"):
        await anna.press("Иванов")
    await anna.press_silently("Иванов", exact=True)
    assert await pressed_data(bot) == "Иванов"


async def test_a_missing_button_is_reported_with_the_chat(sandbox: Sandbox, bot: Bot, anna: Phone) -> None:
    await show(bot, "вопрос", ["Да", "Нет"])
    impatient = Phone(sandbox.world, sandbox.world.chat(ANNA, "staff_bot"), patience=0.05)
    with pytest.raises(AssertionError, match=r"(?s)no button 'Может'.*вопрос.*\[Да\] \[Нет\]"):
        await impatient.press("Может")


async def test_a_button_that_is_still_to_come_is_waited_for(bot: Bot, anna: Phone) -> None:
    await show(bot, "старое", ["Да"])
    pressing = asyncio.create_task(anna.press_silently("Дальше"))
    await asyncio.sleep(0)
    await show(bot, "новое", ["Дальше"])
    await pressing
    assert await pressed_data(bot) == "Дальше"


async def test_words_said_anew_are_told_from_the_same_words_of_before(bot: Bot, anna: Phone) -> None:
    first = await show(bot, "✓ Отправлено")
    seeing = asyncio.create_task(anna.sees("Отправлено", after=first))
    await asyncio.sleep(0)
    second = await show(bot, "✓ Отправлено")
    assert (await seeing).id == second


async def test_a_message_that_is_to_go_is_waited_for(bot: Bot, anna: Phone) -> None:
    message = await show(bot, "отозвано")
    losing = asyncio.create_task(anna.loses(message))
    await asyncio.sleep(0)
    assert not losing.done()
    await bot.delete_message(ANNA, message)
    await losing
    assert message not in [left.id for left in anna.messages]


async def test_forged_data_reach_the_bot(bot: Bot, anna: Phone) -> None:
    message = await show(bot, "x", ["Да"])
    pressing = asyncio.create_task(anna.press_data("forged", message))
    await bot.get_updates(timeout=5)
    assert await pressed_data(bot) == "forged"
    assert (await pressing) == Answer(answered=True)


async def test_a_silent_bot_is_reported(sandbox: Sandbox, bot: Bot, anna: Phone) -> None:
    await show(bot, "x", ["Да"])
    impatient = Phone(sandbox.world, sandbox.world.chat(ANNA, "staff_bot"), patience=0.05)
    with pytest.raises(AssertionError, match="never answered the press of 'Да'"):
        await impatient.press("Да")


async def test_a_link_needs_no_answer(bot: Bot, anna: Phone) -> None:
    button = InlineKeyboardButton(text="Сайт", url="https://school.example")
    await bot.send_message(ANNA, "x", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]))
    assert (await anna.press("Сайт")).url == "https://school.example"


async def test_a_copy_button_leaves_its_text_on_the_phone(bot: Bot, anna: Phone) -> None:
    button = InlineKeyboardButton(text="Скопировать", copy_text=CopyTextButton(text="Иванов П.: алг 4,5"))
    await bot.send_message(ANNA, "SMS", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]))
    assert (await anna.press("Скопировать")).copied == "Иванов П.: алг 4,5"


async def test_sees_waits_for_the_message(bot: Bot, anna: Phone) -> None:
    seeing = asyncio.create_task(anna.sees("готово", "Дальше"))
    await asyncio.sleep(0)
    await show(bot, "готово", ["Дальше"])
    assert (await seeing).text == "готово"


async def test_sees_complains_with_the_chat(anna: Phone) -> None:
    with pytest.raises(AssertionError, match=r"(?s)no message with 'обед'.*/start"):
        await anna.sees("обед", timeout=0.01)


async def test_never_sees_complains_at_once(bot: Bot, anna: Phone) -> None:
    watching = asyncio.create_task(anna.never_sees("тайна", within=30))
    await asyncio.sleep(0)
    await bot.send_message(ANNA, "тайна")
    with pytest.raises(AssertionError, match="is on the screen"):
        await watching


async def test_next_message_returns_each_message_once(bot: Bot, anna: Phone) -> None:
    for text in ("раз", "два"):
        await bot.send_message(ANNA, text)
    assert [(await anna.next_message()).text for _ in range(2)] == ["раз", "два"]


async def test_settle_waits_until_the_bot_has_taken_everything(sandbox: Sandbox, bot: Bot, anna: Phone) -> None:
    await anna.send("x")
    settling = asyncio.create_task(anna.settle(quiet=0.01))
    await asyncio.sleep(0.03)
    assert not settling.done()
    sandbox.world.bots[STAFF].updates.clear()
    await settling


async def test_a_long_text_leaves_in_pieces(bot: Bot, anna: Phone) -> None:
    await anna.send("я" * 5000)
    updates = await bot.get_updates()
    assert [len(update.message.text or "") for update in updates if update.message] == [4096, 904]


async def test_a_phone_does_not_send_what_a_phone_cannot(anna: Phone) -> None:
    with pytest.raises(Impossible, match="nothing to send"):
        await anna.send("  ")
    with pytest.raises(Impossible, match="at most 64"):
        await anna.start("с кириллицей")
    await anna.block()
    with pytest.raises(Impossible, match="chat is closed"):
        await anna.send("x")


async def test_start_lets_a_blocked_bot_in_again(bot: Bot, anna: Phone) -> None:
    await anna.block()
    await anna.start()
    assert await bot.send_message(ANNA, "снова здесь")


async def test_unread_counts_until_read(bot: Bot, anna: Phone) -> None:
    for text in ("раз", "два"):
        await bot.send_message(ANNA, text)
    assert anna.unread == 2
    anna.read()
    assert anna.unread == 0


async def heard_nothing_yet(bot: Bot) -> None:
    """The bot asks for edits from now on."""
    await bot.get_updates(allowed_updates=["message", "edited_message"])


async def heard(bot: Bot) -> Message:
    """The message of the newest update, edited or not."""
    update = (await bot.get_updates(allowed_updates=["message", "edited_message"]))[-1]
    message = update.edited_message or update.message
    assert message is not None
    return message


async def test_an_own_message_is_edited_and_the_bot_hears_of_it(bot: Bot, anna: Phone) -> None:
    await heard_nothing_yet(bot)
    sent = await anna.send("завтра")
    await anna.edit(sent, "послезавтра")

    edited = await heard(bot)
    assert (edited.message_id, edited.text, edited.edit_date is not None) == (sent, "послезавтра", True)
    assert "послезавтра (edited)" in anna.dump()


async def test_a_caption_is_edited_too(bot: Bot, anna: Phone) -> None:
    await heard_nothing_yet(bot)
    sent = await anna.upload(PNG, "a.png", "image/png", caption="было", as_="photo")
    await anna.edit(sent, "стало")

    edited = await heard(bot)
    assert (edited.caption, bool(edited.photo)) == ("стало", True)


async def test_an_edit_that_changes_nothing_is_none(bot: Bot, anna: Phone, sandbox: Sandbox) -> None:
    sent = await anna.send("то же")
    await anna.edit(sent, "то же")

    assert [u.kind for u in sandbox.world.bots[STAFF].updates.pending] == ["message"]


async def test_a_message_of_the_bot_is_not_edited_by_the_person(bot: Bot, anna: Phone) -> None:
    message = await show(bot, "x", ["Да"])
    with pytest.raises(Impossible, match="own message"):
        await anna.edit(message, "y")


async def test_formatted_words_are_sent_as_the_bot_api_writes_them(bot: Bot, anna: Phone) -> None:
    await anna.send("<b>Важно</b>: 1 &lt; 2", html=True)

    message = await heard(bot)
    assert message.entities is not None
    assert (message.text, message.entities[0].type, message.entities[0].length) == ("Важно: 1 < 2", "bold", 5)


async def test_a_file_may_be_a_reply(bot: Bot, anna: Phone) -> None:
    asked = await show(bot, "вопрос", ["Да"])
    await anna.upload(b"x", "a.txt", reply_to=asked)

    replied = (await heard(bot)).reply_to_message
    assert replied is not None
    assert replied.message_id == asked


async def test_a_reply_to_a_deleted_message_replies_to_none(bot: Bot, anna: Phone) -> None:
    asked = await show(bot, "вопрос", ["Да"])
    await anna.delete(asked)
    await anna.send("ответ", reply_to=asked)

    assert (await heard(bot)).reply_to_message is None
    assert [m.text for m in anna.messages] == ["/start", "ответ"]
