"""Buttons of a screen as Telegram's inline keyboard."""

from typing import Any

import orjson
from aiogram.types import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from locales.screen import Button, Rows


def keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    """The markup of the rows, or None when there is no button."""
    kept = [[_button(b) for b in row] for row in rows if row]
    return InlineKeyboardMarkup(inline_keyboard=kept) if kept else None


def keyboard_json(rows: Rows) -> str | None:
    """The same markup as the Bot API takes it, without a model for each button."""
    kept = [[_plain(b) for b in row] for row in rows if row]
    return orjson.dumps({"inline_keyboard": kept}).decode() if kept else None


def _plain(button: Button) -> dict[str, Any]:
    if button.copy:
        return {"text": button.label, "copy_text": {"text": button.copy}}
    said = {"url": button.url} if button.url else {"callback_data": button.data}
    return {"text": button.label, **said, **({"style": button.style} if button.style else {})}


def _button(button: Button) -> InlineKeyboardButton:
    if button.copy:
        return InlineKeyboardButton(text=button.label, copy_text=CopyTextButton(text=button.copy))
    if button.url:
        return InlineKeyboardButton(text=button.label, url=button.url)
    return InlineKeyboardButton(text=button.label, callback_data=button.data, style=button.style)
