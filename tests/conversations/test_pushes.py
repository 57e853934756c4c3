"""What comes to the phone, as it is read there."""

from html import unescape
from typing import Any

import pytest

from core.actions import parse
from core.actions.conversations import OpenConversation, OpenTalk, WriteMessage, WriteTalk
from core.actions.talk_tools import OpenComplaint
from core.outbox import Kind
from locales import LANGUAGES, translator
from notifications.rendering import render

RU = translator("ru")
MESSAGE: dict[str, Any] = {
    "conversation": 5,
    "message": 9,
    "topic": "talk",
    "body": "Завтра <контрольная> & диктант",
    "spans": [["bold", 0, 6, None]],
    "files": [],
    "author": "Классная Анна Ивановна",
    "what": "учитель",
    "office": "",
    "about": "Иванов Пётр, 7Б",
    "lesson": "Алгебра, 23.11",
    "urgent": "",
    "edited": False,
    "reply": WriteTalk(5).pack(),
}
HANDED = {
    "to": "family",
    "former": "Классная Анна Ивановна",
    "name": "Физикова Анна Ивановна",
    "about": "Иванов Пётр",
    "conversation": 5,
}
COMPLAINT = {
    "complaint": 3,
    "conversation": 5,
    "name": "Иванова Мария Петровна",
    "about": "Иванов Пётр, 7Б",
    "closed": False,
    "to": "management",
    "said": "Грубость <в ответах>",
}
MUTED = {
    "door": "family",
    "lifted": False,
    "name": "Классная А. И.",
    "until": "2026-11-24T18:00:00+03:00",
    "reason": "Грубость",
}


def test_a_message_says_who_writes_about_whom_and_keeps_its_formatting() -> None:
    screen = render(Kind.MESSAGE, MESSAGE, RU)

    assert screen.text == (
        "✉️ <b>Классная Анна Ивановна</b>, учитель\n"
        "Иванов Пётр, 7Б · Алгебра, 23.11\n\n"
        "<b>Завтра</b> &lt;контрольная&gt; &amp; диктант"
    )
    assert [(b.label, parse(b.data)) for row in screen.rows for b in row] == [
        ("Ответить", WriteTalk(5)),
        ("Открыть", OpenTalk(5)),
    ]


def test_staff_are_led_to_their_own_door() -> None:
    screen = render(Kind.MESSAGE, MESSAGE | {"reply": WriteMessage(5).pack()}, RU)

    assert [parse(b.data) for row in screen.rows for b in row] == [WriteMessage(5), OpenConversation(5)]


def test_an_urgent_word_of_an_office_that_was_changed_says_all_of_it() -> None:
    told = {"urgent": "карантин <в> школе", "office": "administration", "what": "", "edited": True, "lesson": ""}

    text = render(Kind.MESSAGE, MESSAGE | told, RU).text

    assert "<b>Классная Анна Ивановна</b>, администрация школы" in text
    assert "❗ <b>Срочно:</b> карантин &lt;в&gt; школе" in text
    assert text.endswith("<i>Сообщение изменено.</i>")


@pytest.mark.parametrize("body", ["я" * 4000, "<" * 4000, "&" * 4000])
def test_the_longest_message_fits_a_phone(body: str) -> None:
    long = {"body": body, "about": "я" * 200, "urgent": "я" * 200, "author": "я" * 194, "what": "я" * 128}

    text = render(Kind.MESSAGE, MESSAGE | long, RU).text

    assert len(unescape(text)) < 4096


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("kind", "facts", "opens"),
    [
        (Kind.CONVERSATION_HANDED, HANDED, OpenTalk(5)),
        (Kind.MESSAGE_COMPLAINT, COMPLAINT, OpenComplaint(3)),
        (Kind.MESSAGE_COMPLAINT, COMPLAINT | {"to": "side", "door": "staff"}, OpenConversation(5)),
        (Kind.MESSAGE_COMPLAINT, COMPLAINT | {"to": "side", "door": "family", "closed": True}, OpenTalk(5)),
        (Kind.MUTED, MUTED, None),
        (Kind.MUTED, MUTED | {"lifted": True, "door": "staff"}, None),
        (Kind.CONVERSATION_HANDED, {"to": "colleague", "former": "Классная", "count": 2, "unread": 1}, None),
    ],
)
def test_every_other_message_is_said_and_opens_its_page(
    kind: Kind, facts: dict[str, Any], opens: object, language: str
) -> None:
    screen = render(kind, facts, translator(language))

    assert screen.text
    assert "{" not in screen.text
    assert "None" not in screen.text
    pressed = parse(screen.rows[0][0].data)
    assert opens is None or pressed == opens


def test_a_silence_says_until_when_why_and_what_may_still_be_done() -> None:
    assert render(Kind.MUTED, MUTED, RU).text == (
        "🔇 Писать сообщения временно нельзя – до 24 ноября, 18:00.\n"
        "Причина: Грубость\n"
        "Так решил сотрудник школы: Классная А. И.\n"
        "Читать сообщения, отвечать на отметку об отсутствии и сообщать о болезни можно по-прежнему."
    )


def test_a_question_passed_on_is_answered_at_once() -> None:
    facts = {
        "to": "helpdesk",
        "conversation": 5,
        "name": "Классная Анна Ивановна",
        "about": "Иванов Пётр, 7Б",
        "body": "Не приходит <код>",
        "spans": [],
        "reply": WriteMessage(5).pack(),
    }

    screen = render(Kind.CONVERSATION_HANDED, facts, RU)

    assert "Не приходит &lt;код&gt;" in screen.text
    assert parse(screen.rows[0][0].data) == WriteMessage(5)
