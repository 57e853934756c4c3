"""Telegram objects as they travel: plain JSON. Tests read every one of them with aiogram's and
python-telegram-bot's own types."""

from __future__ import annotations

from datetime import datetime

from sandbox.stage import Person
from sandbox.state import BotState, Callback, Chat, Json, Media, StoredMessage


def bot_user(bot: BotState) -> Json:
    return {"id": bot.id, "is_bot": True, "first_name": bot.title, "username": bot.username}


def person_user(person: Person) -> Json:
    return {"id": person.id, "is_bot": False, "first_name": person.name, "language_code": person.language}


def private_chat(person: Person) -> Json:
    return {"id": person.id, "first_name": person.name, "type": "private"}


def message(chat: Chat, stored: StoredMessage) -> Json:
    """A `Message` as of now; later edits do not reach into it."""
    result: Json = {
        "message_id": stored.id,
        "from": bot_user(chat.bot) if stored.from_bot else person_user(chat.person),
        "chat": private_chat(chat.person),
        "date": stored.date,
    }
    if stored.edited is not None:
        result["edit_date"] = stored.edited
    if stored.reply_to is not None:
        result["reply_to_message"] = _replied(chat, stored.reply_to)
    if stored.album is not None:
        result["media_group_id"] = stored.album
    result.update(_content(stored))
    if stored.markup is not None and "inline_keyboard" in stored.markup:
        result["reply_markup"] = stored.markup
    return result


def _replied(chat: Chat, stored: StoredMessage) -> Json:
    # Telegram shows the replied message without what that one replied to.
    return message(chat, StoredMessage(**{**_fields(stored), "reply_to": None}))


def _fields(stored: StoredMessage) -> Json:
    return {name: getattr(stored, name) for name in StoredMessage.__slots__}


def _content(stored: StoredMessage) -> Json:
    text, entities = ("caption", "caption_entities") if stored.media else ("text", "entities")
    content: Json = media(stored.media) if stored.media else {}
    if stored.text:
        content[text] = stored.text
    if stored.entities:
        content[entities] = stored.entities
    return content


def media(held: Media) -> Json:
    file = held.file
    described: Json = {"file_id": file.file_id, "file_unique_id": file.unique_id, "file_size": len(file.content)}
    if held.kind == "photo":
        return {"photo": [{**described, "width": file.width, "height": file.height}]}
    if held.kind == "voice":
        return {"voice": {**described, "duration": held.duration, "mime_type": file.mime}}
    return {"document": {**described, "file_name": file.name, "mime_type": file.mime}}


def callback_query(callback: Callback, stored: StoredMessage, data: str) -> Json:
    chat = callback.chat
    return {
        "id": callback.id,
        "from": person_user(chat.person),
        "message": message(chat, stored),
        "chat_instance": str(chat.person.id * 31 + chat.bot.id),
        "data": data,
    }


def blocked_change(chat: Chat, at: datetime) -> Json:
    """A `ChatMemberUpdated` saying that the person has just blocked the bot or let it in again."""
    kicked = {"status": "kicked", "user": bot_user(chat.bot), "until_date": 0}
    member = {"status": "member", "user": bot_user(chat.bot)}
    return {
        "chat": private_chat(chat.person),
        "from": person_user(chat.person),
        "date": int(at.timestamp()),
        "old_chat_member": member if chat.blocked else kicked,
        "new_chat_member": kicked if chat.blocked else member,
    }
