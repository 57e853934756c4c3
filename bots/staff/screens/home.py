"""The staff bot's home and the person's own settings."""

from core.actions.access import OpenClasses, OpenStaffList
from core.actions.announcements import OpenBoard
from core.actions.cards import OpenClassDesks
from core.actions.conversations import OpenInbox
from core.actions.diary import OpenClassDesk, OpenStaffReports
from core.actions.failing import OpenFailingSchool
from core.actions.letters import OpenPrintJobs
from core.actions.marks import OpenGrading
from core.actions.notice_settings import ChooseStaffQuiet
from core.actions.page import (
    OpenJournals,
    OpenJournalToday,
    OpenRequests,
    OpenRules,
    OpenSubstitutions,
)
from core.actions.plans import OpenPlans
from core.actions.roll import OpenAbsent, OpenDay
from core.actions.sessions import OpenSessions
from core.actions.shelf import OpenHelp, OpenShelf
from core.actions.staff import BellCards, StaffHome, StaffLanguage, StaffSettings
from core.actions.use import OpenSchoolUse
from core.actions.workbook import OpenWorkbook
from core.days.teaching_day import StaffDesk
from core.rights import SEES_FAMILIES, SEES_SCHOOL, SEES_USE, SETTLES_GRADING
from core.terms import Role
from locales import LANGUAGES, Button, Screen, Translator
from locales.screen import Rows


def home(desk: StaffDesk, roles: frozenset[Role], t: Translator) -> Screen:
    """Home: what waits, and the doors this person's roles open."""
    rows: Rows = [[Button(t.plain("staff-today"), OpenDay().pack(), style="primary")]]
    rows.append([Button(t.plain("staff-journals"), OpenJournals().pack())])
    rows.append([_talks_button(desk, t), _board_button(desk, t)])
    if desk.requests_waiting:
        label = t.plain("request-home-count", count=desk.requests_waiting)
        rows.append([Button(label, OpenRequests().pack(), style="primary")])
    elif desk.requests_own:
        rows.append([Button(t.plain("request-home"), OpenRequests().pack())])
    if desk.reports_waiting:
        label = t.plain("report-home-count", count=desk.reports_waiting)
        rows.append([Button(label, OpenStaffReports().pack(), style="primary")])
    for class_id, name in desk.led:
        rows.append([Button(t.plain("staff-absent", name=name), OpenAbsent(class_id).pack())])
        rows.append([Button(t.plain("staff-class", name=name), OpenClassDesk(class_id).pack())])
    if not roles.isdisjoint(SEES_SCHOOL):
        rows.append([Button(t.plain("staff-journal-today"), OpenJournalToday().pack())])
        rows.append([Button(t.plain("class-desks-open"), OpenClassDesks().pack())])
        rows.append([Button(t.plain("staff-substitutions"), OpenSubstitutions().pack())])
        rows.append([Button(t.plain("plans-open"), OpenPlans().pack())])
    rows.append(_overviews(roles, t))
    if not roles.isdisjoint(SEES_FAMILIES):
        rows.append([Button(t.plain("staff-classes"), OpenClasses().pack())])
    if Role.ADMINISTRATOR in roles:
        if desk.prints_waiting:
            rows.append([Button(t.plain("print-jobs-open", count=desk.prints_waiting), OpenPrintJobs().pack())])
        rows.append([Button(t.plain("staff-people"), OpenStaffList().pack())])
        rows.append([Button(t.plain("staff-workbook"), OpenWorkbook().pack())])
    rows.append([Button(t.plain("rules-open"), OpenRules().pack()), Button(t.plain("shelf-open"), OpenShelf().pack())])
    rows.append(
        [
            Button(t.plain("staff-settings"), StaffSettings().pack()),
            Button(t.plain("help-open"), OpenHelp().pack()),
        ]
    )
    return Screen(f"{t('staff-home', name=desk.name, day=desk.today)}\n{_waiting(desk, t)}", rows)


def _talks_button(desk: StaffDesk, t: Translator) -> Button:
    """«Сообщения · 3»."""
    count = desk.talks_unread
    label = t.plain("talk-inbox-count", count=count) if count else t.plain("talk-inbox")
    return Button(label, OpenInbox().pack(), style="primary" if count else None)


def _board_button(desk: StaffDesk, t: Translator) -> Button:
    count = desk.announcements_waiting
    label = t.plain("board-open-count", count=count) if count else t.plain("board-open")
    return Button(label, OpenBoard().pack(), style="primary" if count else None)


def _overviews(roles: frozenset[Role], t: Translator) -> list[Button]:
    """The whole school by class: who is failing, who looks into the diary."""
    row = []
    if not roles.isdisjoint(SEES_SCHOOL):
        row.append(Button(t.plain("failing-school-open"), OpenFailingSchool().pack()))
    if not roles.isdisjoint(SEES_USE):
        row.append(Button(t.plain("use-open"), OpenSchoolUse().pack()))
    return row


def _waiting(desk: StaffDesk, t: Translator) -> str:
    """What is to be done, or why there is nothing."""
    if desk.open_rolls:
        return t("staff-home-open", count=desk.open_rolls)
    if desk.rolls_ahead:
        return t("staff-home-ahead", count=desk.rolls_ahead)
    return t("staff-home-done" if desk.lessons_today else "staff-home-free")


def settings(desk: StaffDesk, t: Translator, roles: frozenset[Role] = frozenset()) -> Screen:
    """Language, whether the lesson's card comes at the bell, and for some roles how the school grades."""
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
            [
                Button(t.plain("staff-quiet"), ChooseStaffQuiet().pack()),
                Button(t.plain("sessions-open"), OpenSessions().pack()),
            ],
            languages,
            [Button(t.plain("staff-grading"), OpenGrading().pack())] if not roles.isdisjoint(SETTLES_GRADING) else [],
            [home_button(t)],
        ],
    )


def home_button(t: Translator) -> Button:
    """«Домой»."""
    return Button(t.plain("home"), StaffHome().pack())
