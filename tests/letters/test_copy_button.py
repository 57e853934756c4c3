"""A button whose press puts a text into the phone's clipboard: the same by every way a screen leaves."""

from typing import Any

import orjson

from bots.shared.keyboard import keyboard, keyboard_json
from locales import Button
from notifications.channel import _button

COPY = Button("Иванов 1/2", copy="1/2 Иванов П. 7Б 2 ч.")
WRITTEN: dict[str, Any] = {"text": "Иванов 1/2", "copy_text": {"text": "1/2 Иванов П. 7Б 2 ч."}}


def test_a_screen_sent_by_the_bot_carries_the_text_to_copy() -> None:
    markup = keyboard([[COPY]])
    assert markup is not None
    assert markup.model_dump(exclude_none=True) == {"inline_keyboard": [[WRITTEN]]}


def test_a_screen_edited_in_place_carries_the_same() -> None:
    assert orjson.loads(keyboard_json([[COPY]]) or "") == {"inline_keyboard": [[WRITTEN]]}


def test_a_message_of_the_worker_carries_the_same() -> None:
    assert _button(COPY).to_dict() == WRITTEN
