"""The account's own settings."""

from datetime import time

from bots.family.screens.common import back_button, home_button
from bots.shared.lines import clip
from core.access.consent_people import ConsentPerson
from core.actions.access import OpenConsent
from core.actions.family import (
    AskDisconnect,
    ChooseLanguage,
    ChooseQuiet,
    Disconnect,
    FamilyLanguage,
    FamilySettings,
    SetQuiet,
)
from core.preferences import FamilyPreferences
from locales import LANGUAGES, Button, Screen, Translator

QUIET = ((21, 7), (22, 7), (20, 8), (22, 8))
PEOPLE, CHILDREN = 8, 5


def settings_screen(chosen: FamilyPreferences, t: Translator) -> Screen:
    """What is set, and whom this phone speaks for."""
    people = "\n".join(_person(p, t) for p in chosen.people[:PEOPLE])
    text = "\n\n".join([t("settings-title"), f"{t('settings-people')}\n{people}", _quiet(chosen, t)])
    return Screen(
        text,
        [
            [Button(t.plain("settings-language"), ChooseLanguage().pack())],
            [Button(t.plain("settings-quiet"), ChooseQuiet().pack())],
            [Button(t.plain("consent-open"), OpenConsent().pack())],
            [Button(t.plain("settings-disconnect"), AskDisconnect().pack())],
            [home_button(t)],
        ],
    )


def language_screen(t: Translator, *, connected: bool) -> Screen:
    """Each language by its own name."""
    rows = [
        [Button(_marked(t.plain(f"language-{code}"), code == t.language), FamilyLanguage(code).pack())]
        for code in LANGUAGES
    ]
    return Screen(t("settings-language-title"), [*rows, *_way_back(t, connected=connected)])


def quiet_screen(chosen: FamilyPreferences, t: Translator) -> Screen:
    """Presets of quiet hours; the chosen one is marked."""
    now = (chosen.quiet_from, chosen.quiet_to)
    presets = [
        Button(_marked(_hours(first, last), now == (time(first), time(last))), SetQuiet(first, last).pack())
        for first, last in QUIET
    ]
    off = Button(_marked(t.plain("settings-quiet-off"), now == (None, None)), SetQuiet().pack())
    return Screen(t("settings-quiet-title"), [presets[:2], presets[2:], [off], *_way_back(t, connected=True)])


def disconnect_screen(chosen: FamilyPreferences, t: Translator) -> Screen:
    """One more tap before this phone is cut off."""
    yes = Button(t.plain("settings-disconnect-yes"), Disconnect(chosen.last_link).pack(), style="danger")
    return Screen(t("settings-disconnect-sure"), [[yes], *_way_back(t, connected=True)])


def disconnected_screen(t: Translator) -> Screen:
    return Screen(t("settings-disconnected"))


def _person(person: ConsentPerson, t: Translator) -> str:
    children = ", ".join(clip(c, 40) for c in person.children[:CHILDREN])
    return t("settings-person", name=clip(person.name, 80), children=children or "none")


def _quiet(chosen: FamilyPreferences, t: Translator) -> str:
    if chosen.quiet_from is None or chosen.quiet_to is None:
        return t("settings-quiet-none")
    return t("settings-quiet-now", first=f"{chosen.quiet_from:%H:%M}", last=f"{chosen.quiet_to:%H:%M}")


def _hours(first: int, last: int) -> str:
    return f"{first:02}:00–{last:02}:00"


def _marked(label: str, chosen: bool) -> str:  # noqa: FBT001 - reads well where it stands
    return f"✓ {label}" if chosen else label


def _way_back(t: Translator, *, connected: bool) -> list[list[Button]]:
    return [[back_button(t, FamilySettings().pack()), home_button(t)]] if connected else []
