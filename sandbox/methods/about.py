"""What a bot says about itself: name, descriptions, command menu, menu button."""

from __future__ import annotations

from typing import Any

from aiogram import methods

from sandbox import wire
from sandbox.errors import bad_request
from sandbox.methods.ask import Ask, answers
from sandbox.state import Json

MOST_COMMANDS = 100


@answers(methods.GetMe)
async def get_me(ask: Ask[methods.GetMe]) -> Json:
    return {
        **wire.bot_user(ask.bot),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@answers(methods.LogOut)
async def log_out(_ask: Ask[methods.LogOut]) -> bool:
    return True


@answers(methods.Close)
async def close(_ask: Ask[methods.Close]) -> bool:
    return True


def scope_key(scope: Json | None) -> str:
    """`default`, `all_private_chats`, `chat:42`, `chat_member:42:7`."""
    parts = scope or {"type": "default"}
    return ":".join(str(parts[name]) for name in ("type", "chat_id", "user_id") if name in parts)


def _commands_key(given: Json) -> tuple[str, str]:
    return scope_key(given.get("scope")), given.get("language_code", "")


@answers(methods.SetMyCommands)
async def set_my_commands(ask: Ask[methods.SetMyCommands]) -> bool:
    if len(ask.method.commands) > MOST_COMMANDS:
        raise bad_request("too many commands")
    for command in ask.method.commands:
        name = command.command.removeprefix("/")
        if not (name.isascii() and name.replace("_", "a").isalnum() and name == name.lower() and len(name) <= 32):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command.description) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    ask.bot.commands[_commands_key(ask.given)] = ask.given["commands"]
    _commands_changed(ask)
    return True


def _commands_changed(ask: Ask[Any]) -> None:
    ask.world.events.publish({"type": "commands", "bot": ask.bot.username})


@answers(methods.GetMyCommands)
async def get_my_commands(ask: Ask[methods.GetMyCommands]) -> list[Json]:
    return ask.bot.commands.get(_commands_key(ask.given), [])


@answers(methods.DeleteMyCommands)
async def delete_my_commands(ask: Ask[methods.DeleteMyCommands]) -> bool:
    ask.bot.commands.pop(_commands_key(ask.given), None)
    _commands_changed(ask)
    return True


def _set_text(ask: Ask[Any], field: str, longest: int) -> bool:
    text = ask.given.get(field, "")
    if len(text) > longest:
        raise bad_request(f"{field.replace('_', ' ')} is too long")
    ask.bot.texts[field, ask.given.get("language_code", "")] = text
    return True


def _get_text(ask: Ask[Any], field: str, otherwise: str = "") -> Json:
    texts = ask.bot.texts
    own = texts.get((field, ask.given.get("language_code", "")))
    return {field: own or texts.get((field, "")) or otherwise}


@answers(methods.SetMyName)
async def set_my_name(ask: Ask[methods.SetMyName]) -> bool:
    return _set_text(ask, "name", 64)


@answers(methods.GetMyName)
async def get_my_name(ask: Ask[methods.GetMyName]) -> Json:
    return _get_text(ask, "name", ask.bot.title)


@answers(methods.SetMyDescription)
async def set_my_description(ask: Ask[methods.SetMyDescription]) -> bool:
    return _set_text(ask, "description", 512)


@answers(methods.GetMyDescription)
async def get_my_description(ask: Ask[methods.GetMyDescription]) -> Json:
    return _get_text(ask, "description")


@answers(methods.SetMyShortDescription)
async def set_my_short_description(ask: Ask[methods.SetMyShortDescription]) -> bool:
    return _set_text(ask, "short_description", 120)


@answers(methods.GetMyShortDescription)
async def get_my_short_description(ask: Ask[methods.GetMyShortDescription]) -> Json:
    return _get_text(ask, "short_description")


@answers(methods.SetChatMenuButton)
async def set_chat_menu_button(ask: Ask[methods.SetChatMenuButton]) -> bool:
    if ask.method.chat_id is not None:
        ask.chat(ask.method.chat_id)
    ask.bot.menu_buttons[ask.method.chat_id] = ask.given.get("menu_button", {"type": "default"})
    return True


@answers(methods.GetChatMenuButton)
async def get_chat_menu_button(ask: Ask[methods.GetChatMenuButton]) -> Json:
    buttons = ask.bot.menu_buttons
    return buttons.get(ask.method.chat_id) or buttons.get(None) or {"type": "commands"}
