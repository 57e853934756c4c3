"""Text messages, copies, chat actions and answers to button presses."""

from __future__ import annotations

from datetime import timedelta

from aiogram import methods

from sandbox import chatlog
from sandbox.errors import bad_request
from sandbox.keyboards import accept_markup
from sandbox.methods.ask import Ask, answers
from sandbox.methods.composing import caption_of, deliver, send, text_of
from sandbox.state import Answer, Json

CALLBACK_LIVES = timedelta(minutes=15)
LONGEST_ANSWER = 200
CHAT_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


@answers(methods.SendMessage, counts=True)
async def send_message(ask: Ask[methods.SendMessage]) -> Json:
    chat = ask.chat(ask.method.chat_id)
    return send(ask, chat, *text_of(ask.given))


@answers(methods.CopyMessage, counts=True)
async def copy_message(ask: Ask[methods.CopyMessage]) -> Json:
    chat = ask.chat(ask.method.chat_id)
    source = ask.chat(ask.method.from_chat_id).messages.get(ask.method.message_id)
    if source is None:
        raise bad_request("message to copy not found")
    text, entities = source.text, source.entities
    if source.media and ask.method.caption is not None:
        text, entities = caption_of(ask.given)
    markup = accept_markup(ask.given.get("reply_markup"))
    return {"message_id": deliver(ask, chat, text, entities, media=source.media, markup=markup).id}


@answers(methods.SendChatAction)
async def send_chat_action(ask: Ask[methods.SendChatAction]) -> bool:
    chat = ask.chat(ask.method.chat_id)
    if ask.method.action not in CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    chatlog.tell(ask.world, chat, "typing", action=ask.method.action)
    return True


@answers(methods.AnswerCallbackQuery)
async def answer_callback_query(ask: Ask[methods.AnswerCallbackQuery]) -> bool:
    method, world = ask.method, ask.world
    text = method.text or ""
    if len(text) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    callback = world.callbacks.get(method.callback_query_id)
    if callback is None or callback.chat.bot is not ask.bot or world.wall() - callback.at > CALLBACK_LIVES:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    del world.callbacks[callback.id]
    if not callback.answer.done():
        callback.answer.set_result(
            Answer(answered=True, text=text, alert=bool(method.show_alert), url=method.url or "")
        )
    return True
