"""From settings to the ways Telegram is reached."""

from app.settings import Settings
from bots.running.connection import Connection, connect
from bots.running.webhooks import WebhookAddress
from core.terms import Door


def connection_to(settings: Settings, door: Door, *, patient: bool = True) -> Connection:
    """The bot of a door, not yet spoken to. Raises SettingsWrong without its token."""
    proxy = settings.proxy.get_secret_value() if settings.proxy else None
    return connect(door, settings.token(door), settings.telegram_api, proxy, patient=patient)


def webhook_address(settings: Settings) -> WebhookAddress | None:
    """Where updates are brought, or None when they are asked for."""
    if settings.webhook_url is None or settings.webhook_secret is None:
        return None
    host, port = settings.listen
    return WebhookAddress(settings.webhook_url, settings.webhook_secret.get_secret_value(), host, port)
