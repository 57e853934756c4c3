"""`zvonok invite`: the first administrator's code and deep link."""

from collections.abc import Callable

from app.settings import Settings
from app.telegram import connection_to
from bots.shared.links import DeepLinks
from core.access.staff import FIRST_ADMINISTRATOR
from core.access.staff import invite as invite_administrator
from core.app import App
from core.errors import NothingThere
from core.rules.code_text import grouped
from core.terms import Door
from locales import Translator


async def invite(
    app: App,
    settings: Settings,
    say: Callable[[str], None],
    t: Translator,
    *,
    name: str = "",
    staff_number: str = FIRST_ADMINISTRATOR,
) -> int:
    """Say an administrator's code, and its link when the staff bot's token is set. Returns the exit code.

    `name` (surname, given name, patronymic) is the first administrator's.
    """
    opening = await _opening(settings)
    try:
        async with app.work() as work:
            invited = await invite_administrator(work, name, staff_number, unnamed=t.plain("invite-name"))
    except NothingThere:
        say(t.plain("invite-nobody", number=staff_number))
        return 1
    say(t.plain("invite-done", name=invited.name))
    say(t.plain("invite-code", code=grouped(invited.code), expires=invited.expires_at))
    link = t.plain("invite-link", link=opening + invited.code) if opening else t.plain("invite-no-link")
    say(link)
    return 0


async def _opening(settings: Settings) -> str:
    """What a staff code is appended to; empty without a token or an answer from Telegram."""
    if settings.staff_token is None:
        return ""
    connection = connection_to(settings, Door.STAFF)
    try:
        return await DeepLinks({Door.STAFF: connection.bot}).opening(Door.STAFF)
    finally:
        await connection.bot.session.close()
