"""Facts about a chat, its pinned messages and reactions."""

from __future__ import annotations

from aiogram import methods

from sandbox import chatlog, wire
from sandbox.errors import bad_request
from sandbox.methods.ask import Ask, answers
from sandbox.state import Chat, Json, StoredMessage


@answers(methods.GetChat)
async def get_chat(ask: Ask[methods.GetChat]) -> Json:
    chat_id = ask.method.chat_id
    chat = ask.world.opened_chat(ask.bot, chat_id) if isinstance(chat_id, int) else None
    if chat is None:
        raise bad_request("chat not found")
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    facts: Json = {
        **wire.private_chat(chat.person),
        "accent_color_id": chat.person.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }
    pinned = [stored for stored in chat.messages.values() if stored.pinned]
    if pinned:
        facts["pinned_message"] = wire.message(chat, pinned[-1])
    return facts


def _message(chat: Chat, message_id: int | None, missing: str) -> StoredMessage:
    stored = chat.messages.get(message_id or 0)
    if stored is None:
        raise bad_request(missing)
    return stored


@answers(methods.PinChatMessage)
async def pin_chat_message(ask: Ask[methods.PinChatMessage]) -> bool:
    chat = ask.chat(ask.method.chat_id)
    stored = _message(chat, ask.method.message_id, "message to pin not found")
    stored.pinned = True
    chatlog.edited(ask.world, chat, stored)
    return True


@answers(methods.UnpinChatMessage)
async def unpin_chat_message(ask: Ask[methods.UnpinChatMessage]) -> bool:
    """Without a message id the newest pinned message is meant."""
    chat = ask.chat(ask.method.chat_id)
    newest = max((stored.id for stored in chat.messages.values() if stored.pinned), default=None)
    stored = _message(chat, ask.method.message_id or newest, "message to unpin not found")
    stored.pinned = False
    chatlog.edited(ask.world, chat, stored)
    return True


@answers(methods.SetMessageReaction)
async def set_message_reaction(ask: Ask[methods.SetMessageReaction]) -> bool:
    chat = ask.chat(ask.method.chat_id)
    stored = _message(chat, ask.method.message_id, "message to react not found")
    reactions = ask.given.get("reaction") or []
    if any(reaction.get("type") != "emoji" for reaction in reactions) or len(reactions) > 1:
        raise bad_request("REACTION_INVALID")
    stored.reaction = reactions[0]["emoji"] if reactions else ""
    chatlog.edited(ask.world, chat, stored)
    return True
