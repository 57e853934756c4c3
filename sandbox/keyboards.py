"""What Telegram accepts as a keyboard under a message."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sandbox.errors import bad_request

Json = dict[str, Any]

MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
MOST_DATA_BYTES = 64
MOST_COPIED = 256
ACTIONS = frozenset(
    {
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
    }
)
LINKS = ("http://", "https://", "tg://")


def accept_markup(markup: Json | None) -> Json | None:
    """The markup to keep with a message, None for none; raises a 400 Refusal for a keyboard Telegram would not show."""
    if not markup:
        return None
    if "inline_keyboard" in markup:
        return accept_inline(markup)
    if "keyboard" in markup:
        _check_size(markup["keyboard"], "reply")
        for row in markup["keyboard"]:
            for key in row:
                _check_text(key if isinstance(key, str) else key.get("text"))
    return markup


def accept_inline(markup: Json | None) -> Json | None:
    """An inline keyboard without empty rows, or None when no button is left."""
    rows = [row for row in markup["inline_keyboard"] if row] if markup else []
    if not rows:
        return None
    _check_size(rows, "inline")
    for row in rows:
        for button in row:
            _check_button(button)
    return {"inline_keyboard": rows}


def _check_size(rows: list[list[Any]], kind: str) -> None:
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad_request(f"{kind} keyboard is too large: more than {MOST_BUTTONS} buttons")
    if max(map(len, rows), default=0) > MOST_IN_A_ROW:
        raise bad_request(f"{kind} keyboard row is too long: more than {MOST_IN_A_ROW} buttons")


def _check_text(text: str | None) -> None:
    if not text or not text.strip():
        raise bad_request("can't parse keyboard button: Button text must be non-empty")


def _check_button(button: Mapping[str, Any]) -> None:
    _check_text(button.get("text"))
    actions = [name for name in button if name in ACTIONS]
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request(f"can't parse inline keyboard button: {' and '.join(actions)} can't be used together")
    if actions[0] == "callback_data" and not 1 <= len(button["callback_data"].encode()) <= MOST_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if actions[0] == "copy_text" and not 1 <= len(button["copy_text"]["text"]) <= MOST_COPIED:
        raise bad_request("can't parse inline keyboard button: text to copy must be 1-256 characters long")
    if actions[0] == "url" and not button["url"].startswith(LINKS):
        raise bad_request("inline keyboard button URL is invalid: wrong HTTP URL")
    if button.get("style") not in {None, "primary", "success", "danger"}:
        raise bad_request("can't parse inline keyboard button: unknown button style")
