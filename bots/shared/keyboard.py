"""Buttons of a screen as Telegram's inline keyboard."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from locales.screen import Button, Rows


def keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    """The markup of the rows, or None when there is no button."""
    kept = [[_button(b) for b in row] for row in rows if row]
    return InlineKeyboardMarkup(inline_keyboard=kept) if kept else None


def _button(button: Button) -> InlineKeyboardButton:
    if button.url:
        return InlineKeyboardButton(text=button.label, url=button.url)
    return InlineKeyboardButton(text=button.label, callback_data=button.data, style=button.style)
