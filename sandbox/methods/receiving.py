"""How a bot hears: long polling and webhooks."""

from __future__ import annotations

import asyncio
import re

from aiogram import methods

from sandbox.errors import bad_request, conflict
from sandbox.methods.ask import Ask, answers
from sandbox.state import BotState, Json, Webhook, World

LONGEST_POLL = 50
SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
WEBHOOK_IS_SET = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
WEBHOOK_TAKES_OVER = "terminated by setWebhook request"
OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"


@answers(methods.GetUpdates)
async def get_updates(ask: Ask[methods.GetUpdates]) -> list[Json]:
    bot, method = ask.bot, ask.method
    if bot.webhook:
        raise conflict(WEBHOOK_IS_SET)
    if bot.poll is not None:
        bot.poll.set()
        bot.updates.arrived.fire()
    bot.updates.allow(method.allowed_updates)
    bot.updates.confirm(method.offset or 0)
    limit = method.limit if method.limit and 1 <= method.limit <= 100 else 100
    return await _poll(ask.world, bot, limit, min(method.timeout or 0, LONGEST_POLL))


async def _poll(world: World, bot: BotState, limit: int, seconds: float) -> list[Json]:
    """Waits for updates. As in Telegram, a newer request ends this one with 409."""
    ended = bot.poll = asyncio.Event()
    loop = asyncio.get_running_loop()
    until = loop.time() + seconds
    try:
        bot.updates.forget_old(world.wall())
        while not bot.updates.pending and not world.closing.is_set() and loop.time() < until:
            await bot.updates.arrived.wait(until - loop.time())
            if ended.is_set():
                raise conflict(WEBHOOK_TAKES_OVER if bot.webhook else OTHER_POLL)
        return bot.updates.first(limit)
    finally:
        if bot.poll is ended:
            bot.poll = None


@answers(methods.SetWebhook)
async def set_webhook(ask: Ask[methods.SetWebhook]) -> bool:
    method, bot = ask.method, ask.bot
    if method.url and not method.url.startswith(("http://", "https://")):
        raise bad_request("bad webhook: invalid webhook URL specified")
    secret = method.secret_token or ""
    if not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    if method.drop_pending_updates:
        bot.updates.clear()
    bot.updates.allow(method.allowed_updates)
    _change_webhook(bot, Webhook(method.url, secret, method.max_connections or 40) if method.url else None)
    return True


@answers(methods.DeleteWebhook)
async def delete_webhook(ask: Ask[methods.DeleteWebhook]) -> bool:
    if ask.method.drop_pending_updates:
        ask.bot.updates.clear()
    _change_webhook(ask.bot, None)
    return True


def _change_webhook(bot: BotState, webhook: Webhook | None) -> None:
    bot.webhook = webhook
    bot.webhook_changed.fire()
    if webhook and bot.poll is not None:
        bot.poll.set()
    bot.updates.arrived.fire()


@answers(methods.GetWebhookInfo)
async def get_webhook_info(ask: Ask[methods.GetWebhookInfo]) -> Json:
    webhook = ask.bot.webhook
    info: Json = {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(ask.bot.updates.pending),
    }
    if webhook:
        info["max_connections"] = webhook.connections
        if webhook.error:
            info["last_error_date"], info["last_error_message"] = webhook.error
    if ask.bot.updates.allowed:
        info["allowed_updates"] = sorted(ask.bot.updates.allowed)
    return info
