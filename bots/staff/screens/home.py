"""The staff bot's home and the person's own settings."""

from core.actions.access import OpenClasses, OpenFamilies, OpenStaffList
from core.actions.roll import OpenAbsent, OpenDay, OpenSchoolDay
from core.actions.staff import BellCards, StaffHome, StaffLanguage, StaffSettings
from core.actions.workbook import OpenWorkbook
from core.teaching_day import StaffDesk
from core.terms import Role
from locales import LANGUAGES, Button, Screen, Translator
from locales.screen import Rows


def home(desk: StaffDesk, roles: frozenset[Role], t: Translator) -> Screen:
    """Home: what waits, and the doors this person's roles open."""
    rows: Rows = [[Button(t.plain("staff-today"), OpenDay().pack(), style="primary")]]
    for class_id, name in desk.led:
        rows.append([Button(t.plain("staff-absent", name=name), OpenAbsent(class_id).pack())])
        rows.append([Button(t.plain("staff-families", name=name), OpenFamilies(class_id).pack())])
    if not roles.isdisjoint((Role.DIRECTOR, Role.DEPUTY_HEAD)):
        rows.append([Button(t.plain("staff-school-day"), OpenSchoolDay().pack())])
    if not roles.isdisjoint((Role.ADMINISTRATOR, Role.DIRECTOR, Role.DEPUTY_HEAD, Role.SECRETARY)):
        rows.append([Button(t.plain("staff-classes"), OpenClasses().pack())])
    if Role.ADMINISTRATOR in roles:
        rows.append([Button(t.plain("staff-people"), OpenStaffList().pack())])
        rows.append([Button(t.plain("staff-workbook"), OpenWorkbook().pack())])
    rows.append([Button(t.plain("staff-settings"), StaffSettings().pack())])
    waiting = "staff-home-open" if desk.open_rolls else "staff-home-done" if desk.lessons_today else "staff-home-free"
    lines = [t("staff-home", name=desk.name, day=desk.today), t(waiting, count=desk.open_rolls)]
    return Screen("\n".join(lines), rows)


def settings(desk: StaffDesk, t: Translator) -> Screen:
    """Language and whether the lesson's card comes at the bell."""
    cards = "staff-cards-off" if desk.bell_cards else "staff-cards-on"
    languages = [
        Button(
            t.plain("language-chosen" if code == desk.language else "language-other", code=code),
            StaffLanguage(code).pack(),
        )
        for code in LANGUAGES
    ]
    state = t("staff-cards-state-on" if desk.bell_cards else "staff-cards-state-off")
    return Screen(
        f"{t('staff-settings-title')}\n\n{state}",
        [
            [Button(t.plain(cards), BellCards(on=not desk.bell_cards).pack())],
            languages,
            [home_button(t)],
        ],
    )


def help_screen(t: Translator) -> Screen:
    """What can be done here, in a few lines."""
    return Screen(t("staff-help"), [[home_button(t)]])


def home_button(t: Translator) -> Button:
    """«Домой»."""
    return Button(t.plain("home"), StaffHome().pack())
