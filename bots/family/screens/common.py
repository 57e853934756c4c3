"""Small parts that the family's screens share."""

from datetime import date

from bots.shared.lines import clip
from core.actions.family import FamilyHome, FamilySettings, OpenChildDay
from core.actions.notices import OpenNotices
from locales import Button, Translator


def child_name(surname: str, given_name: str) -> str:
    """Пётр Иванов: how a family speaks of a child."""
    return f"{clip(given_name, 32)} {clip(surname, 32)}"


def home_button(t: Translator) -> Button:
    return Button(t.plain("home"), FamilyHome().pack())


def back_button(t: Translator, data: str) -> Button:
    return Button(t.plain("back"), data)


def settings_button(t: Translator) -> Button:
    return Button(t.plain("family-settings"), FamilySettings().pack())


def day_button(t: Translator, pupil_id: int, day: date | None = None) -> Button:
    return Button(t.plain("diary-open"), OpenChildDay(pupil_id, day).pack())


def back_to_notices(t: Translator, pupil_id: int) -> list[Button]:
    """The last row of every screen about absences."""
    return [back_button(t, OpenNotices(pupil_id).pack()), home_button(t)]


def lines(*parts: str) -> str:
    """Parts that say something, each on its own line."""
    return "\n".join(p for p in parts if p)
