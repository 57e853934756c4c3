"""The consent text, as the school sees it."""

from bots.staff.screens.access import home_button
from core.access.consents import WordingCard
from core.actions.access import OpenClasses, ReplaceWording
from locales import Button, Screen, Translator


def wording(card: WordingCard, t: Translator) -> Screen:
    """The text in force and a way to replace it."""
    title = t("wording-title", version=card.version, since=card.since)
    replace = Button(t.plain("wording-replace"), ReplaceWording().pack())
    back = Button(t.plain("back"), OpenClasses().pack())
    return Screen(f"{title}\n\n{t.data(card.wording)}", [[replace], [back, home_button(t)]])
