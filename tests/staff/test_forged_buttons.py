"""Every kind of button that names somebody else's things, pressed by who has no right to them."""

from datetime import date

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from structlog.testing import capture_logs

from core.access.holders import HolderKind
from core.actions import (
    Action,
    access,
    family,
    homework,
    journal,
    marks,
    notices,
    page,
    plans,
    quick,
    requests,
    roll,
    rules,
    staff,
    substitution,
    timeliness,
    week,
    workbook,
)
from core.terms import (
    AbsenceReason,
    ConsentAnswer,
    Door,
    LessonKind,
    MarkValue,
    Presence,
    RemarkSubject,
    RemarkTone,
    Role,
    Statement,
)
from sandbox import Phone
from storage.models import Link, Staff
from tests.staff.conftest import Foreign, contents
from tests.support.clock import MONDAY, moscow
from tests.support.school import Person
from tests.support.stage import Scene

OWN = {staff.StaffHome, staff.StaffSettings, staff.StaffLanguage, staff.BellCards, roll.OpenDay, roll.OpenWeek}
OWN |= {page.OpenRequests, page.OpenJournals, journal.OpenOwnJournals}
OWN |= {page.OpenRules, rules.TurnRules, page.OpenSubstitutions}
"""Everybody on the staff reads the rules and the day's substitutions."""
GROUPS = {journal.OpenSchoolJournals, journal.OpenClassJournals, page.OpenGroup, journal.OpenGroupFrom}
GROUPS |= {journal.OpenGroupPupil, journal.MoveToGroup}
"""The secretary makes groups."""
FEET = {access.OpenClasses}
REFUSALS = ("Нет доступа", "Книгу школы загружает администратор", "не подключён к школе", "устарела")
MONDAY_MORNING = moscow(MONDAY, "08:00")
LOGGED = "access_denied"


def forged(foreign: Foreign) -> list[Action]:
    """One button of every kind, each naming things of 7Б, of its families or of the administrator."""
    pupil, guardian = (HolderKind.PUPIL, foreign.absent), (HolderKind.GUARDIAN, foreign.guardian.id)
    colleague = (HolderKind.STAFF, foreign.administrator.id)
    days = (MONDAY, date(2026, 11, 24))
    return [
        access.OpenStaffList(),
        access.FindStaff(),
        access.OpenClasses(),
        access.OpenFamilies(foreign.class_id),
        access.OpenFamily(foreign.class_id, foreign.absent),
        access.OpenPerson(*pupil, foreign.class_id),
        access.OpenPerson(*guardian, foreign.class_id),
        access.OpenPerson(*guardian, None),
        access.OpenPerson(*colleague, None),
        access.IssueCode(*guardian, foreign.class_id, foreign.code),
        access.IssueCode(*colleague, None, 0),
        access.AskRevoke(*guardian, foreign.class_id),
        access.Revoke(*guardian, foreign.class_id, foreign.guardian.link_id),
        access.Revoke(*guardian, foreign.class_id, 0, foreign.guardian.link_id),
        access.Revoke(*colleague, None, foreign.administrator.link_id),
        access.AskSlips(foreign.class_id),
        access.MakeSlips(foreign.class_id, everybody=True, seen=foreign.code),
        access.OpenWording(),
        access.ReplaceWording(),
        access.OpenConsent(),
        access.OpenConsentOf(*guardian),
        access.AnswerConsent(*guardian, 1, ConsentAnswer.WITHDRAWN),
        family.FamilyHome(),
        family.OpenChildDay(foreign.absent),
        family.StateReason(foreign.case, Statement.ILL),
        family.FamilySettings(),
        family.ChooseLanguage(),
        family.FamilyLanguage("en"),
        family.ChooseQuiet(),
        family.SetQuiet(1, 2),
        family.AskDisconnect(),
        family.Disconnect(foreign.guardian.link_id),
        family.ChangeStatement(foreign.case),
        notices.OpenNotices(foreign.absent),
        notices.OpenNotice(foreign.notice),
        notices.ChooseDates(foreign.absent),
        notices.WriteDates(foreign.absent),
        notices.ChooseReason(foreign.absent, *days),
        notices.GiveNotice(foreign.absent, *days, AbsenceReason.ILLNESS),
        notices.WriteReason(foreign.absent, *days),
        notices.WriteNewDates(foreign.notice, 1),
        notices.ChooseNewReason(foreign.notice),
        notices.SetNoticeReason(foreign.notice, AbsenceReason.EXCUSED, 1),
        notices.WriteNoticeNote(foreign.notice, 1),
        notices.SendPaper(foreign.notice),
        notices.AttachPapers(foreign.notice, 1),
        notices.AskWithdraw(foreign.notice),
        notices.WithdrawNotice(foreign.notice, 1),
        notices.ShowNoticeFile(foreign.notice),
        roll.OpenDay(),
        roll.OpenWeek(MONDAY),
        roll.OpenRoll(foreign.lesson),
        roll.Mark(foreign.lesson, foreign.present, Presence.ABSENT, 0),
        roll.Mark(foreign.lesson, foreign.absent, Presence.PRESENT, 1),
        roll.OpenMinutes(foreign.lesson, foreign.absent),
        roll.SetMinutes(foreign.lesson, foreign.absent, 10, 1),
        roll.TakeRoll(foreign.lesson, "0"),
        roll.AllPresent(foreign.untouched_lesson, "0"),
        roll.ReopenRoll(foreign.lesson, 0),
        roll.OpenAbsent(foreign.class_id),
        roll.OpenAbsence(foreign.class_id, foreign.absent, MONDAY),
        roll.SetReason(foreign.class_id, foreign.absent, MONDAY, AbsenceReason.UNEXCUSED),
        roll.WriteNote(foreign.class_id, foreign.absent, MONDAY),
        roll.OpenClassDay(foreign.class_id),
        *_of_timeliness(foreign),
        staff.StaffHome(),
        staff.StaffSettings(),
        staff.StaffLanguage("en"),
        staff.BellCards(on=True),
        workbook.OpenWorkbook(),
        workbook.SendTemplate(),
        workbook.LoadWorkbook(foreign.workbook, "0"),
        workbook.DropWorkbook(foreign.workbook),
        *_of_page(foreign),
        *_of_marks(foreign),
        *_of_plans(foreign),
        *_of_journal(foreign),
        *_of_homework(foreign),
        *_of_quick(foreign),
        *_of_rules(),
        *_of_substitutions(foreign),
    ]


def _of_page(foreign: Foreign) -> list[Action]:
    """The page of a lesson, its remarks, and what was asked for after its window."""
    lesson, about = foreign.lesson, (RemarkSubject.BEHAVIOUR, RemarkTone.BLAME)
    return [
        page.OpenLesson(lesson),
        page.OpenTopic(lesson),
        page.WriteTopic(lesson, 0),
        page.OpenKinds(lesson),
        page.ChooseKind(lesson, LessonKind.CONTROL, 0),
        page.WriteTasks(lesson, 0),
        page.OpenIct(lesson),
        page.ChooseIct(lesson, None, 0),
        page.WriteIct(lesson, 0),
        page.OpenRemarks(lesson),
        page.ChooseRemarkPupil(lesson),
        page.ChooseRemark(lesson, foreign.present),
        page.WriteRemark(lesson, foreign.present, *about),
        page.OpenRemark(lesson, 1),
        page.EditRemark(lesson, 1, 1),
        page.WithdrawRemark(lesson, 1, 1),
        page.OpenRequests(),
        requests.AskForEntry(foreign.request),
        requests.GiveReason(foreign.request),
        requests.InsistOnEntry(foreign.request),
        requests.OpenRequest(foreign.request),
        requests.ApproveEntry(foreign.request),
        requests.RefuseEntry(foreign.request),
        requests.CommentRefusal(foreign.request),
        requests.ShowRequestFiles(foreign.request),
    ]


def _of_marks(foreign: Foreign) -> list[Action]:
    """Marks, works and how the school grades."""
    lesson = foreign.lesson
    return [
        page.OpenMarks(lesson),
        marks.ChooseWork(lesson, 1),
        marks.OpenPupilMarks(lesson, foreign.present, 1),
        marks.GiveMark(lesson, foreign.present, 1, MarkValue.TWO, 0),
        marks.OpenMark(lesson, 1, 1),
        marks.ChangeMark(lesson, 1, MarkValue.TWO, 1),
        marks.RemoveMark(lesson, 1, 1),
        marks.WriteMarkComment(lesson, 1),
        marks.DropMarkComment(lesson, 1),
        marks.OpenWorks(lesson),
        marks.ChooseAnnounced(lesson),
        marks.AnnounceWork(lesson, 1),
        marks.CallOffWork(lesson, 1),
        marks.OpenWork(lesson, 1),
        marks.SetWorkWeight(lesson, 1, 200, None),
        marks.WriteWorkWeight(lesson, 1, None),
        marks.OpenGrading(),
        marks.OpenWorkKind(1),
        marks.SetKindWeight(1, 200, 100),
        marks.WriteKindWeight(1),
        marks.WriteKindName(1),
        marks.WriteKindLetter(1),
        marks.SetKindWritten(1, on=True),
        marks.SetKindControl(1, on=True),
        marks.ArchiveKind(1, on=True),
        marks.MoveKindUp(2, 2),
        marks.WriteNewKind(),
        marks.OpenPassFail(),
        marks.OpenPassFailSubject(1),
        marks.SetPassFail(1, 7, on=True),
        marks.CountDotsAsTwo(on=True),
    ]


def _of_timeliness(foreign: Foreign) -> list[Action]:
    """The class leader's week and «Журнал сегодня»."""
    return [
        page.OpenWeekAttendance(foreign.class_id),
        page.OpenJournalToday(),
        week.OpenPupilWeek(foreign.class_id, foreign.absent, MONDAY),
        week.OpenPupilDay(foreign.class_id, foreign.absent, MONDAY),
        week.ExplainDays(foreign.class_id, foreign.absent, MONDAY, MONDAY, AbsenceReason.ILLNESS),
        week.CorrectPresence(foreign.class_id, foreign.lesson, foreign.absent, Presence.LATE, 1),
        week.OpenIllness(foreign.class_id, foreign.absent, MONDAY),
        week.EnterAbsence(foreign.class_id, foreign.absent, MONDAY, date(2026, 11, 24), AbsenceReason.ILLNESS),
        week.WriteAbsence(foreign.class_id, foreign.absent, MONDAY, AbsenceReason.ILLNESS),
        week.EndAbsence(foreign.class_id, foreign.absent, foreign.notice, 1, MONDAY),
        timeliness.OpenJournalDay(MONDAY, timeliness.JournalView.TEACHERS, 0),
        timeliness.OpenTeacherPages(foreign.administrator.id, MONDAY),
        timeliness.OpenClassPages(foreign.class_id, MONDAY),
        timeliness.NudgeTeacher(foreign.administrator.id, MONDAY),
    ]


def _of_journal(foreign: Foreign) -> list[Action]:
    """The class journal and groups; the page of 7Б's algebra is the school's first."""
    load = 1
    return [
        page.OpenJournals(),
        journal.OpenOwnJournals(),
        journal.OpenSchoolJournals(),
        journal.OpenClassJournals(foreign.class_id),
        page.OpenJournal(load),
        journal.OpenJournalPeriod(load, 1),
        journal.OpenJournalLessons(load),
        journal.SendJournalSheet(load),
        page.OpenGroup(load),
        journal.OpenGroupFrom(load, 0),
        journal.OpenGroupPupil(load, foreign.absent),
        journal.MoveToGroup(load, foreign.absent, load, MONDAY, 0),
    ]


def _of_plans(foreign: Foreign) -> list[Action]:
    """Topics and plans; the page of 7Б's algebra is the school's first."""
    lesson, load, line, seen = foreign.lesson, 1, 1, "0"
    return [
        page.OpenTopic(lesson),
        page.OpenPlan(load),
        plans.Deliver(lesson, 0, "1x100"),
        plans.OpenTopicLines(lesson, 1),
        plans.OpenPlanLine(load, line),
        plans.EditPlanLine(load, line, plans.LinePart.TOPIC),
        plans.SetLineKind(load, line, LessonKind.CONTROL),
        plans.AddPlanLine(load, 0, seen),
        plans.MovePlanLine(load, line, 2, seen),
        plans.AskRemovePlanLine(load, line),
        plans.RemovePlanLine(load, line, seen),
        plans.SplitPlanLine(load, line, seen),
        plans.OwnPlan(load, 1),
        plans.OpenPlanSources(load),
        plans.PreviewCopy(load, 1, grade=False),
        plans.CopyPlan(load, 1, grade=False, seen=seen),
        plans.UploadPlan(load),
        plans.PreviewPlanFile(load, foreign.workbook, grade=False),
        plans.TakePlanFile(load, foreign.workbook, grade=False, split=False, seen=seen),
        plans.DropPlanFile(load, foreign.workbook),
        plans.OpenPlans(),
    ]


def _of_homework(foreign: Foreign) -> list[Action]:
    """Homework of 7Б, as its teacher and as a family have it."""
    lesson, task, rev, file = foreign.lesson, foreign.task, 1, foreign.workbook
    return [
        page.OpenHomework(lesson),
        homework.WriteHomework(lesson),
        homework.GivePlanned(lesson, 1),
        homework.SayNoHomework(foreign.untouched_lesson, none=True),
        homework.OpenTask(task),
        homework.RewriteTask(task, rev),
        homework.ChooseDue(task),
        homework.SetDueLesson(task, foreign.untouched_lesson, rev),
        homework.WriteDue(task, rev),
        homework.ChooseMinutes(task),
        homework.SetTaskMinutes(task, 20, rev),
        homework.ChoosePupils(task),
        homework.SetTaskPupil(task, foreign.present, chosen=True, rev=rev),
        homework.SetEverybody(task, rev),
        homework.OpenTaskFiles(task),
        homework.AddTaskFiles(task),
        homework.SendTaskFile(task, file),
        homework.RemoveTaskFile(task, file),
        homework.AskWithdrawTask(task),
        homework.WithdrawTask(task, rev),
        homework.OpenChildTask(foreign.absent, task),
        homework.SendChildFile(foreign.absent, task, file),
        homework.SendChildFiles(foreign.absent, task),
    ]


def _of_quick(foreign: Foreign) -> list[Action]:
    """A hasty message of 7Б's teacher."""
    return [
        quick.AskQuick(foreign.lesson),
        quick.ApplyQuick(foreign.quick, 1),
        quick.ApplyQuickLate(foreign.quick, 1),
        quick.ChooseQuickPupil(foreign.quick, 0, foreign.absent, 1),
        quick.ChooseQuickLesson(foreign.quick, foreign.untouched_lesson, 1),
        quick.DropQuick(foreign.quick),
    ]


def _of_rules() -> list[Action]:
    """«Правила школы»."""
    return [
        page.OpenRules(),
        rules.TurnRules(1),
        rules.ListRegulations(),
        rules.ListRules(),
        rules.ListRules("terms"),
        rules.OpenRule("roll"),
        rules.PreviewRules("lic68"),
        rules.PreviewRules("roll", "d7"),
        rules.AskRulesDay("lic68"),
        rules.ConfirmRules("lic68", "", MONDAY, 0),
        rules.ConfirmRules("roll", "d7", MONDAY, 0),
        rules.SendRulesFile("default"),
    ]


def _of_substitutions(foreign: Foreign) -> list[Action]:
    """What only a deputy or the director changes in the timetable."""
    lesson, later, own, taker = foreign.lesson, foreign.untouched_lesson, foreign.leader.id, foreign.administrator.id
    days = (MONDAY, MONDAY)
    return [
        page.OpenSubstitutions(),
        substitution.ChooseAway(MONDAY),
        substitution.FindAway(MONDAY),
        substitution.OpenAway(own, *days),
        substitution.AskAwayDays(own, MONDAY),
        substitution.OpenChange(later),
        substitution.OpenCandidates(later),
        substitution.FindCandidate(later),
        substitution.Assign(later, taker, 0),
        substitution.AssignBusy(later, taker, 0),
        substitution.Unassign(lesson, 0),
        substitution.OpenTakers(own, *days),
        substitution.GiveAll(own, taker, *days),
        substitution.ComeBack(own, *days),
        substitution.CancelLesson(later, 0),
        substitution.CancelLesson(later, 0, insists=True),
        substitution.RestoreLesson(later, 0),
        substitution.OpenMove(later, MONDAY),
        substitution.OpenMoveDay(later, MONDAY),
        substitution.MoveLesson(later, MONDAY, 4, 0),
        substitution.OpenRoom(later),
        substitution.AskRoom(later, 0),
        substitution.SetRoom(later, 0, "31"),
        substitution.OpenClassChanges(foreign.class_id, MONDAY),
        substitution.ChooseClass(MONDAY),
    ]


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
    wrong = []
    for action in actions:
        before, shown = await contents(sessions), len(phone.messages)
        with capture_logs() as logs:
            answer = await phone.press_data(action.pack(), message)
            await phone.settle(quiet=0.02)
        if not any(words in answer.text for words in REFUSALS):
            wrong.append(f"{action}: answered {answer.text!r}")
        if await contents(sessions) != before:
            wrong.append(f"{action}: something was written")
        if logged and "устарела" not in answer.text and LOGGED not in [line["event"] for line in logs]:
            wrong.append(f"{action}: not logged")
        if any("Иванов" in m.text or "Руководителева" in m.text for m in phone.messages[shown:]):
            wrong.append(f"{action}: something was shown")
    return wrong


@pytest.mark.parametrize("role", [Role.TEACHER, Role.SECRETARY])
async def test_a_colleague_without_rights_gets_nowhere_and_it_is_logged(
    stage: Scene, foreign: Foreign, sessions: async_sessionmaker[AsyncSession], role: Role
) -> None:
    phone = stage.phone(await foreign.school.connected_staff("Чужой", role))
    reads = {access.OpenFamilies, access.OpenFamily, *GROUPS} if role is Role.SECRETARY else set()
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
