"""The account's own settings."""

from bots.family.screens.common import back_button, home_button
from bots.shared.lines import clip
from bots.shared.quiet import marked, quiet_line
from core.access.consent_people import ConsentPerson
from core.access.sessions import Sessions
from core.actions.access import OpenConsent
from core.actions.diary import OpenNoticeSettings
from core.actions.family import (
    AskDisconnect,
    ChooseLanguage,
    Disconnect,
    FamilyLanguage,
    FamilySettings,
)
from core.actions.sessions import FamilyCutOthers
from core.preferences import FamilyPreferences
from locales import LANGUAGES, Button, Screen, Translator

PEOPLE, CHILDREN = 8, 5


def settings_screen(chosen: FamilyPreferences, t: Translator) -> Screen:
    """What is set, and whom this phone speaks for."""
    people = "\n".join(_person(p, t) for p in chosen.people[:PEOPLE])
    quiet = quiet_line((chosen.quiet_from, chosen.quiet_to), t)
    text = "\n\n".join([t("settings-title"), f"{t('settings-people')}\n{people}", quiet])
    return Screen(
        text,
        [
            [Button(t.plain("settings-notices"), OpenNoticeSettings().pack())],
            [Button(t.plain("settings-language"), ChooseLanguage().pack())],
            [Button(t.plain("consent-open"), OpenConsent().pack())],
            [Button(t.plain("settings-disconnect"), AskDisconnect().pack())],
            [Button(t.plain("settings-cut-others"), FamilyCutOthers(0).pack())],
            [home_button(t)],
        ],
    )


def language_screen(t: Translator, *, connected: bool) -> Screen:
    """Each language by its own name."""
    rows = [
        [Button(marked(t.plain(f"language-{code}"), chosen=code == t.language), FamilyLanguage(code).pack())]
        for code in LANGUAGES
    ]
    return Screen(t("settings-language-title"), [*rows, *_way_back(t, connected=connected)])


def disconnect_screen(chosen: FamilyPreferences, t: Translator) -> Screen:
    """One more tap before this phone is cut off."""
    yes = Button(t.plain("settings-disconnect-yes"), Disconnect(chosen.last_link).pack(), style="danger")
    return Screen(t("settings-disconnect-sure"), [[yes], *_way_back(t, connected=True)])


def cut_others_screen(shown: Sessions, t: Translator) -> Screen:
    """One more tap before the other phones of the person are cut off."""
    count = sum(not phone.here for phone in shown.phones)
    yes = Button(t.plain("settings-disconnect-yes"), FamilyCutOthers(shown.others, sure=True).pack(), style="danger")
    return Screen(t("settings-ask-cut-others", count=count), [[yes], *_way_back(t, connected=True)])


def cut_note(count: int, t: Translator) -> str:
    """How many were cut off; none: there are no others."""
    return t.plain("person-revoked-toast", count=count) if count else t.plain("settings-no-others")


def disconnected_screen(t: Translator) -> Screen:
    return Screen(t("settings-disconnected"))


def _person(person: ConsentPerson, t: Translator) -> str:
    children = ", ".join(clip(c, 40) for c in person.children[:CHILDREN])
    return t("settings-person", name=clip(person.name, 80), children=children or "none")


def _way_back(t: Translator, *, connected: bool) -> list[list[Button]]:
    return [[back_button(t, FamilySettings().pack()), home_button(t)]] if connected else []
