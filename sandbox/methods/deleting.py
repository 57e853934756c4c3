"""Taking messages away."""

from __future__ import annotations

from aiogram import methods

from sandbox import chatlog
from sandbox.errors import bad_request
from sandbox.methods.ask import Ask, answers
from sandbox.state import StoredMessage

DELETABLE_SECONDS = 48 * 3600


def _too_old(ask: Ask[methods.DeleteMessage] | Ask[methods.DeleteMessages], stored: StoredMessage) -> bool:
    return ask.world.unix_time() - stored.date > DELETABLE_SECONDS


@answers(methods.DeleteMessage)
async def delete_message(ask: Ask[methods.DeleteMessage]) -> bool:
    chat = ask.chat(ask.method.chat_id)
    stored = chat.messages.get(ask.method.message_id)
    if stored is None:
        raise bad_request("message to delete not found")
    if _too_old(ask, stored):
        raise bad_request("message can't be deleted for everyone")
    chatlog.remove(ask.world, chat, stored.id)
    return True


@answers(methods.DeleteMessages)
async def delete_messages(ask: Ask[methods.DeleteMessages]) -> bool:
    """Messages that are gone already are skipped, as Telegram does."""
    chat = ask.chat(ask.method.chat_id)
    if not 1 <= len(ask.method.message_ids) <= 100:
        raise bad_request("message identifiers must be 1-100")
    found = [stored for number in ask.method.message_ids if (stored := chat.messages.get(number))]
    if any(_too_old(ask, stored) for stored in found):
        raise bad_request("message can't be deleted for everyone")
    for stored in found:
        chatlog.remove(ask.world, chat, stored.id)
    return True
