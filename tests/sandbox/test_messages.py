"""Messages, edits, buttons and settings through both libraries, seen on the phone."""

import asyncio
from typing import Any

import pytest
from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    MenuButtonCommands,
    MessageEntity,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram import Bot as PtbBot
from telegram import InlineKeyboardButton as PtbButton
from telegram import InlineKeyboardMarkup as PtbKeyboard

from sandbox import Phone, Sandbox
from sandbox.methods import METHODS
from tests.sandbox.conftest import ANNA, BORIS, STAFF


def keyboard(*rows: list[str]) -> InlineKeyboardMarkup:
    buttons = [[InlineKeyboardButton(text=label, callback_data=f"press:{label}") for label in row] for row in rows]
    return InlineKeyboardMarkup(inline_keyboard=buttons)


async def test_both_libraries_learn_who_the_bot_is(bot: Bot, ptb: PtbBot) -> None:
    known, also_known = await bot.get_me(), await ptb.get_me()
    assert (known.id, known.username, known.first_name) == (111, "staff_bot", "Staff")
    assert also_known.to_dict() == known.model_dump(exclude_none=True)


async def test_a_message_of_aiogram_appears_on_the_phone(bot: Bot, anna: Phone) -> None:
    sent = await bot.send_message(
        ANNA, "<b>7Б</b> & 😀", parse_mode=ParseMode.HTML, reply_markup=keyboard(["Да", "Нет"])
    )
    assert sent.html_text == "<b>7Б</b> &amp; 😀"
    assert (anna.screen.text, anna.screen.html) == ("7Б & 😀", "<b>7Б</b> &amp; 😀")
    assert anna.screen.rows == [["Да", "Нет"]]


async def test_a_message_of_python_telegram_bot_appears_on_the_phone(ptb: PtbBot, anna: Phone) -> None:
    markup = PtbKeyboard([[PtbButton("Болеет", callback_data="ill", style="danger")]])
    sent = await ptb.send_message(ANNA, "<i>где?</i>", parse_mode="HTML", reply_markup=markup)
    assert sent.text_html == "<i>где?</i>"
    assert anna.screen.keyboard[0][0].style == "danger"


async def test_explicit_entities_are_kept(bot: Bot, anna: Phone) -> None:
    await bot.send_message(ANNA, "раз два", entities=[MessageEntity(type="bold", offset=4, length=3)])
    assert anna.screen.html == "раз <b>два</b>"


async def test_a_silent_message_is_no_push(bot: Bot, anna: Phone) -> None:
    await bot.send_message(ANNA, "тихо", disable_notification=True)
    assert (anna.screen.text, anna.pushes) == ("тихо", [])


async def test_an_edit_changes_the_message_in_place(bot: Bot, anna: Phone) -> None:
    sent = await bot.send_message(ANNA, "раз", reply_markup=keyboard(["Да"]))
    edited = await bot.edit_message_text("два", chat_id=ANNA, message_id=sent.message_id)
    assert not isinstance(edited, bool)
    assert (edited.text, edited.reply_markup, edited.edit_date is not None) == ("два", None, True)
    assert (anna.screen.text, anna.screen.labels, anna.screen.edited, len(anna.pushes)) == ("два", [], True, 1)


async def test_new_buttons_do_not_mark_the_message_edited(ptb: PtbBot, anna: Phone) -> None:
    sent = await ptb.send_message(ANNA, "раз")
    markup = PtbKeyboard([[PtbButton("Да", callback_data="y")]])
    await ptb.edit_message_reply_markup(ANNA, sent.message_id, reply_markup=markup)
    assert (anna.screen.labels, anna.screen.edited) == (["Да"], False)


async def test_a_press_reaches_the_bot_and_its_answer_the_person(bot: Bot, anna: Phone) -> None:
    await bot.send_message(ANNA, "кто?", reply_markup=keyboard(["Иванов", "Петров"]))
    pressing = asyncio.create_task(anna.press("Петров"))
    (update,) = await bot.get_updates(timeout=5)
    assert update.callback_query is not None
    assert (update.callback_query.data, update.callback_query.from_user.id) == ("press:Петров", ANNA)
    await bot.answer_callback_query(update.callback_query.id, text="записано", show_alert=True)
    answer = await pressing
    assert (answer.answered, answer.text, answer.alert) == (True, "записано", True)


async def test_python_telegram_bot_reads_presses_and_blocks(ptb: PtbBot, anna: Phone) -> None:
    sent = await ptb.send_message(ANNA, "кто?", reply_markup=PtbKeyboard([[PtbButton("Я", callback_data="me")]]))
    await anna.press_silently("Я")
    await anna.block()
    pressed, blocked = await ptb.get_updates(timeout=5)
    assert pressed.callback_query is not None
    assert pressed.callback_query.message is not None
    assert (pressed.callback_query.data, pressed.callback_query.message.message_id) == ("me", sent.message_id)
    assert blocked.my_chat_member is not None
    assert blocked.my_chat_member.new_chat_member.status == "kicked"


async def test_a_reply_carries_the_message_it_answers(bot: Bot, anna: Phone) -> None:
    question = await bot.send_message(ANNA, "тема?", reply_markup=ForceReply(input_field_placeholder="Тема"))
    assert (anna.screen.force_reply, anna.screen.placeholder) == (True, "Тема")
    await anna.reply("Дроби", to=anna.screen)
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.reply_to_message is not None
    assert update.message.reply_to_message.message_id == question.message_id


async def test_a_bot_replies_to_a_message(bot: Bot, anna: Phone) -> None:
    asked = await anna.send("вопрос")
    sent = await bot.send_message(ANNA, "ответ", reply_parameters=ReplyParameters(message_id=asked))
    assert sent.reply_to_message is not None
    assert anna.screen.reply_to == (asked, "вопрос")


async def test_a_reply_keyboard_stays_until_removed(bot: Bot, anna: Phone) -> None:
    keys = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Сегодня"), KeyboardButton(text="Меню")]])
    await bot.send_message(ANNA, "меню", reply_markup=keys)
    assert anna.keys == [["Сегодня", "Меню"]]
    await bot.send_message(ANNA, "убрано", reply_markup=ReplyKeyboardRemove())
    assert anna.keys == []


async def test_a_one_time_keyboard_leaves_after_use(bot: Bot, anna: Phone) -> None:
    keys = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Да")]], one_time_keyboard=True)
    await bot.send_message(ANNA, "?", reply_markup=keys)
    await anna.send("Да")
    assert anna.keys == []


async def test_messages_are_deleted_one_by_one_and_together(bot: Bot, anna: Phone) -> None:
    numbers = [(await bot.send_message(ANNA, f"№{n}")).message_id for n in range(3)]
    await bot.delete_message(ANNA, numbers[0])
    await bot.delete_messages(ANNA, [*numbers[:2], 999])
    assert [msg.text for msg in anna.pushes] == ["№2"]


async def test_the_command_menu_depends_on_scope_and_language(sandbox: Sandbox, bot: Bot, anna: Phone) -> None:
    boris = sandbox.phone(BORIS, "staff_bot")
    await bot.set_my_commands([BotCommand(command="menu", description="Меню")])
    await bot.set_my_commands(
        [BotCommand(command="menu_en", description="Menu")], BotCommandScopeAllPrivateChats(), language_code="en"
    )
    await bot.set_my_commands([BotCommand(command="roll", description="Roll")], BotCommandScopeChat(chat_id=ANNA))
    assert (anna.commands, boris.commands) == (["roll"], ["menu_en"])
    assert [c.command for c in await bot.get_my_commands()] == ["menu"]
    await bot.delete_my_commands(BotCommandScopeChat(chat_id=ANNA))
    assert anna.commands == ["menu"]


async def test_names_and_descriptions_are_kept_by_language(bot: Bot) -> None:
    await bot.set_my_name("Звонок")
    await bot.set_my_name("Bell", language_code="en")
    await bot.set_my_description("Журнал")
    await bot.set_my_short_description("Ж")
    names = [(await bot.get_my_name(language)).name for language in ("", "en", "de")]
    assert names == ["Звонок", "Bell", "Звонок"]
    assert (await bot.get_my_description()).description == "Журнал"
    assert (await bot.get_my_short_description()).short_description == "Ж"


async def test_a_chat_can_be_looked_up_with_its_pinned_message(bot: Bot, ptb: PtbBot, anna: Phone) -> None:
    sent = await bot.send_message(ANNA, "важно")
    await bot.pin_chat_message(ANNA, sent.message_id)
    chat = await ptb.get_chat(ANNA)
    assert chat.pinned_message is not None
    assert (chat.first_name, chat.pinned_message.text, anna.screen.pinned) == ("Анна", "важно", True)
    await bot.unpin_chat_message(ANNA)
    assert (await bot.get_chat(ANNA)).pinned_message is None


async def test_a_message_is_copied_without_a_trace(bot: Bot, anna: Phone) -> None:
    asked = await anna.send("слово в слово")
    copy = await bot.copy_message(ANNA, ANNA, asked)
    assert (anna.screen.id, anna.screen.text, anna.screen.from_bot) == (copy.message_id, "слово в слово", True)


async def test_a_bot_reacts_with_an_emoji(bot: Bot, anna: Phone) -> None:
    asked = await anna.send("спасибо")
    await bot.set_message_reaction(ANNA, asked, [ReactionTypeEmoji(emoji="👍")])
    assert (await anna.sees("спасибо")).reaction == "👍"


async def test_the_rest_of_the_settings_are_accepted(bot: Bot, anna: Phone) -> None:
    assert await bot.set_chat_menu_button(ANNA, MenuButtonCommands())
    assert (await bot.get_chat_menu_button(chat_id=ANNA)).type == "commands"
    assert await bot.send_chat_action(ANNA, "typing")
    assert await bot.log_out()
    assert await bot.close()


async def test_two_bots_keep_their_chats_apart(sandbox: Sandbox, bot: Bot, anna: Phone) -> None:
    other = sandbox.phone(ANNA, "family_bot")
    await other.start()
    await bot.send_message(ANNA, "только здесь")
    await other.never_sees("только здесь", within=0.01)
    assert [call.token for call in sandbox.calls if call.method == "sendMessage"] == [STAFF]


async def test_every_request_is_recorded(sandbox: Sandbox, bot: Bot, anna: Phone) -> None:
    await bot.send_message(ANNA, "раз", reply_markup=keyboard(["Да"]))
    call = sandbox.calls[-1]
    assert (call.method, call.person, call.code, call.parameters["chat_id"]) == ("sendMessage", ANNA, 200, ANNA)
    assert call.parameters["reply_markup"]["inline_keyboard"][0][0]["text"] == "Да"
    assert call.answer["result"]["message_id"] == anna.screen.id


@pytest.mark.parametrize("entry", METHODS.values(), ids=METHODS)
def test_every_method_is_filed_under_its_own_name(entry: Any) -> None:
    assert METHODS[entry.model.__api_method__.lower()] is entry
