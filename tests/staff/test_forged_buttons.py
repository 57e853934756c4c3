"""Every kind of button that names somebody else's things, pressed by who has no right to them."""

from datetime import date

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from structlog.testing import capture_logs

from core.actions import (
    Action,
    access,
    announcements,
    announcing,
    cards,
    conversations,
    diary,
    helping,
    journal,
    notice_settings,
    page,
    roll,
    rules,
    sessions,
    shelf,
    staff,
    talk_tools,
)
from core.terms import Door, Role
from sandbox import Phone
from storage.models import Link, Staff
from tests.staff.conftest import Foreign, at_rest, contents
from tests.staff.forged_buttons import forged
from tests.support.clock import MONDAY, moscow
from tests.support.school import Person
from tests.support.stage import Scene

COMMON: set[type[Action]] = {
    conversations.OpenInbox,
    conversations.FindConversation,
    conversations.OpenColleagues,
    conversations.FindColleague,
    conversations.FindFamily,
    conversations.WriteToColleague,
    conversations.WriteToLeader,
    talk_tools.OpenTalkTools,
    talk_tools.OpenHandingOver,
    announcements.OpenBoard,
    announcements.ChooseBoardAuthor,
    announcements.OpenBoardBy,
    announcing.OpenMyAnnouncements,
    sessions.OpenSessions,
    sessions.CutPhone,
    sessions.CutOthers,
    sessions.IssueEndCode,
    sessions.ChoosePause,
    sessions.NewPin,
    sessions.ProvePin,
    sessions.GivePin,
    sessions.SayAgain,
    sessions.PinForgotten,
    shelf.OpenShelf,
    shelf.OpenShelfSection,
    shelf.FindShelfItem,
    shelf.OpenHelp,
    helping.OpenHelpTopic,
    helping.AskHelp,
    helping.SuggestIdea,
    helping.OpenAnswers,
}
"""Everybody on the staff has these, about the own things."""
OWN = {staff.StaffHome, staff.StaffSettings, staff.StaffLanguage, staff.BellCards, roll.OpenDay, roll.OpenWeek}
OWN |= {page.OpenRequests, page.OpenJournals, journal.OpenOwnJournals}
OWN |= {page.OpenRules, rules.TurnRules, page.OpenSubstitutions}
"""Everybody on the staff reads the rules and the day's substitutions."""
OWN |= {diary.OpenStaffReports, notice_settings.ChooseStaffQuiet, notice_settings.SetStaffQuiet}
OWN |= COMMON
GROUPS = {journal.OpenSchoolJournals, journal.OpenClassJournals, page.OpenGroup, journal.OpenGroupFrom}
GROUPS |= {journal.OpenGroupPupil, journal.MoveToGroup}
"""The secretary makes groups."""
CARDS = {cards.OpenPupilCard, cards.OpenCardFields, cards.EditCard, cards.OpenClassCards, cards.OpenProposals}
CARDS |= {cards.OpenProposal, cards.AcceptProposal, cards.RefuseProposal}
"""The secretary keeps contacts."""
FEET = {access.OpenClasses}
REFUSALS = (
    "Нет доступа",
    "Этого больше нет",
    "Книгу школы загружает администратор",
    "не подключён к школе",
    "устарела",
)
MONDAY_MORNING = moscow(MONDAY, "08:00")
LOGGED = "access_denied"
BATCH = 12


def refused(foreign: Foreign) -> list[Action]:
    """What is refused with words to somebody who is not connected; «Домой» answers with the greeting."""
    return [action for action in forged(foreign) if not isinstance(action, staff.StaffHome)]


def test_no_kind_of_button_is_left_out() -> None:
    sample = Foreign(*[1] * 13)  # type: ignore[arg-type]
    object.__setattr__(sample, "guardian", Person(1, None, 1, 1))  # type: ignore[arg-type]
    object.__setattr__(sample, "administrator", Person(1, None, 1, 1))  # type: ignore[arg-type]
    object.__setattr__(sample, "leader", Person(1, None, 1, 1))  # type: ignore[arg-type]

    named = {type(action) for action in forged(sample)}

    assert named == set(Action.known.values())


async def opened(phone: Phone) -> int:
    """The id of a message of the bot to press forged buttons on."""
    await phone.send("/menu")
    return (await phone.next_message()).id


async def let_through(
    phone: Phone, sessions: async_sessionmaker[AsyncSession], actions: list[Action], *, logged: bool
) -> list[str]:
    """What went wrong with the presses: no refusal, something written, something of 7Б shown, no line in the log."""
    message = await opened(phone)
    wrong, now = [], await at_rest(sessions)
    for some in batched(actions):
        before, shown = now, len(phone.messages)
        for action in some:
            with capture_logs() as logs:
                answer = await phone.press_data(action.pack(), message)
            if not any(words in answer.text for words in REFUSALS):
                wrong.append(f"{action}: answered {answer.text!r}")
            if logged and not _gone(answer.text) and LOGGED not in [line["event"] for line in logs]:
                wrong.append(f"{action}: not logged")
        await phone.settle(quiet=0.02)
        now = await contents(sessions)
        if now != before:
            wrong.append(f"{some}: written in {[name for name in now if now[name] != before[name]]}")
        if said := [m.text for m in phone.messages[shown:] if "Иванов" in m.text or "Руководителева" in m.text]:
            wrong.append(f"{some}: shown {said}")
    return wrong


def batched(actions: list[Action]) -> list[list[Action]]:
    """Few enough to find the wrong one, so many that all of them are tried in a minute."""
    return [actions[at : at + BATCH] for at in range(0, len(actions), BATCH)]


def _gone(said: str) -> bool:
    """The button is an old one, or of a thing that the person has none of: nothing to log."""
    return "устарела" in said or "Этого больше нет" in said


@pytest.mark.parametrize("role", [Role.TEACHER, Role.SECRETARY])
async def test_a_colleague_without_rights_gets_nowhere_and_it_is_logged(
    stage: Scene, foreign: Foreign, sessions: async_sessionmaker[AsyncSession], role: Role
) -> None:
    phone = stage.phone(await foreign.school.connected_staff("Чужой", role))
    reads = {access.OpenFamilies, access.OpenFamily, *GROUPS, *CARDS} if role is Role.SECRETARY else set()
    actions = [a for a in forged(foreign) if type(a) not in OWN | FEET | reads]
    if role is Role.SECRETARY:
        actions = [a for a in actions if not (isinstance(a, access.OpenPerson | access.AskRevoke) and a.class_id)]

    assert await let_through(phone, sessions, actions, logged=True) == []


async def test_a_stranger_gets_nowhere(
    stage: Scene, foreign: Foreign, sessions: async_sessionmaker[AsyncSession]
) -> None:
    phone = stage.phone_at(4242, Door.STAFF, opened=True)

    wrong = await let_through(phone, sessions, refused(foreign), logged=False)

    assert wrong == []


async def test_a_revoked_class_leader_gets_nowhere(
    stage: Scene, foreign: Foreign, sessions: async_sessionmaker[AsyncSession]
) -> None:
    phone = stage.phone(foreign.leader)
    await opened(phone)
    async with sessions() as session, session.begin():
        await session.execute(update(Link).where(Link.id == foreign.leader.link_id).values(revoked_at=MONDAY_MORNING))

    assert await let_through(phone, sessions, refused(foreign), logged=False) == []


async def test_a_dismissed_class_leader_gets_nowhere(
    stage: Scene, foreign: Foreign, sessions: async_sessionmaker[AsyncSession]
) -> None:
    phone = stage.phone(foreign.leader)
    await opened(phone)
    async with sessions() as session, session.begin():
        await session.execute(update(Staff).where(Staff.id == foreign.leader.id).values(dismissed=date(2026, 11, 22)))

    assert await let_through(phone, sessions, refused(foreign), logged=False) == []
