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
    cards,
    child_marks,
    child_school,
    diary,
    diary_pages,
    events,
    failing,
    family,
    finals,
    homework,
    journal,
    marks,
    notice_settings,
    notices,
    page,
    plans,
    quick,
    reports,
    requests,
    roll,
    rules,
    staff,
    substitution,
    tasks,
    timeliness,
    use,
    week,
    workbook,
)
from core.terms import (
    AbsenceReason,
    ConsentAnswer,
    Door,
    LessonKind,
    MarkNotices,
    MarkValue,
    Presence,
    RemarkSubject,
    RemarkTone,
    Role,
    Statement,
)
from sandbox import Phone
from storage.models import Link, Staff
from tests.staff.conftest import Foreign, at_rest, contents
from tests.staff.forged_words import COMMON, of_words
from tests.support.clock import MONDAY, moscow
from tests.support.school import Person
from tests.support.stage import Scene

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
        *_of_desk(foreign),
        *_of_finals(foreign),
        *_of_given(foreign),
        *_of_diary(foreign),
        *_of_settings(),
        *of_words(foreign),
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
        marks.OpenMark(lesson, foreign.mark, 1),
        marks.ChangeMark(lesson, foreign.mark, MarkValue.TWO, 1),
        marks.RemoveMark(lesson, foreign.mark, 1),
        marks.OpenMarkKinds(lesson, foreign.mark, 1),
        marks.SetMarkKind(lesson, foreign.mark, 2, 1),
        marks.WriteMarkComment(lesson, foreign.mark),
        marks.DropMarkComment(lesson, foreign.mark),
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


def _of_desk(foreign: Foreign) -> list[Action]:
    """What there is about 7Б beside its lessons: failing pupils, use, events, families' reports of wrong entries."""
    pupil, evening = foreign.absent, date(2026, 11, 25)
    return [
        diary.OpenClassDesk(foreign.class_id),
        diary.OpenFailing(foreign.class_id),
        failing.OpenFailingPupil(pupil),
        failing.OpenFailingSchool(),
        failing.HoldFailing(pupil, foreign.failing, evening, 1),
        failing.SendFailing(pupil, foreign.failing, 1),
        diary.OpenUse(foreign.class_id),
        use.OpenSchoolUse(),
        diary.OpenClassEvents(foreign.class_id),
        events.AddClassEvent(foreign.class_id),
        events.OpenClassEvent(foreign.event),
        events.ChangeClassEvent(foreign.event, 1),
        events.WithdrawClassEvent(foreign.event, 1),
        diary.OpenStaffReports(),
        reports.OpenStaffReport(foreign.report),
        reports.AnswerStands(foreign.report),
        reports.AnswerCorrected(foreign.report, 1),
    ]


def _of_finals(foreign: Foreign) -> list[Action]:
    """Final marks of 7Б in algebra: of the quarter and of the year."""
    load, period, pupil = 1, foreign.period, foreign.absent
    return [
        diary.OpenFinalMarks(load),
        diary.OpenFinalMarks(load, period),
        finals.OpenYearMarks(load),
        finals.OpenPupilFinal(load, period, pupil),
        finals.SetFinalMark(load, period, pupil, MarkValue.FIVE, 0),
        finals.SetFinalMark(load, None, pupil, MarkValue.FIVE, 0),
        finals.TakeFinalBack(load, period, pupil, 0),
        finals.PreviewProposed(load, period),
        finals.SetProposed(load, period, "0"),
    ]


def _of_given(foreign: Foreign) -> list[Action]:
    """An individual task of 7Б with its answer, as the teacher and as the family have it."""
    load, task, pupil, file, rev = 1, foreign.given, foreign.absent, foreign.paper, 1
    return [
        diary.OpenPupilTasks(load),
        tasks.OpenTaskList(load, 0),
        tasks.WriteGiven(load),
        tasks.OpenGiven(task),
        tasks.RewriteGiven(task, rev),
        tasks.ChooseTerm(task),
        tasks.SetTerm(task, None, rev),
        tasks.SetTerm(task, date(2026, 11, 27), rev),
        tasks.WriteTerm(task, rev),
        tasks.ChooseGivenTo(task),
        tasks.SetGivenTo(task, foreign.present, chosen=True),
        tasks.SetGivenTo(task, pupil, chosen=False),
        tasks.GiveToAll(task),
        tasks.OpenGivenFiles(task),
        tasks.AddGivenFiles(task),
        tasks.SendGivenFile(task, file),
        tasks.RemoveGivenFile(task, file),
        tasks.AskWithdrawGiven(task),
        tasks.WithdrawGiven(task, rev),
        tasks.OpenAnswer(task, pupil),
        tasks.SendAnswerFiles(task, pupil),
        tasks.SendAnswerFiles(task, pupil, file),
        tasks.WriteTaskRemark(task, pupil, rev),
        tasks.AcceptAnswer(task, pupil, rev),
        tasks.ReturnAnswer(task, pupil, rev),
        diary.OpenChildTasks(pupil),
        tasks.OpenChildTaskList(pupil, 0),
        tasks.OpenChildGiven(pupil, task),
        tasks.SendChildGivenFiles(pupil, task),
        tasks.WriteAnswer(pupil, task),
        tasks.RewriteAnswer(pupil, task, rev),
        tasks.OpenAnswerFiles(pupil, task),
        tasks.ShowAnswerFile(pupil, task, file),
        tasks.RemoveAnswerFile(pupil, task, file),
    ]


def _of_diary(foreign: Foreign) -> list[Action]:
    """The diary of a pupil of 7Б; it opens in the family bot alone."""
    pupil, subject, load, lesson = foreign.absent, 1, 1, foreign.lesson
    return [
        diary.OpenChildMenu(pupil),
        diary.OpenChildWeek(pupil),
        diary.OpenChildHomework(pupil),
        diary_pages.OpenHomeworkAt(pupil, MONDAY),
        diary_pages.ChooseHomeworkSubject(pupil),
        diary_pages.OpenChildLesson(pupil, lesson),
        diary_pages.TickTask(pupil, foreign.task, done=True),
        diary_pages.TickInList(pupil, foreign.task, done=True),
        diary.OpenChildMarks(pupil),
        diary.OpenChildSubject(pupil, subject),
        child_marks.OpenOlderMarks(pupil, subject, foreign.period, 0),
        child_marks.ChooseWrongMark(pupil, subject, foreign.period, 0),
        child_marks.OpenChildFinals(pupil),
        child_marks.DrawMovement(pupil),
        child_marks.DrawSubjects(pupil),
        child_marks.DrawAttendance(pupil),
        diary.OpenChildAttendance(pupil),
        child_school.OpenAttendancePeriod(pupil),
        child_school.OpenMissedDay(pupil, MONDAY),
        diary.OpenChildProgramme(pupil),
        child_school.OpenSubjectTopics(pupil, load),
        diary.OpenChildTimetable(pupil),
        child_school.OpenChildCalendar(pupil),
        diary.OpenDiaryPaper(pupil),
        finals.SendDiaryPaper(pupil, foreign.period),
        diary.OpenChildReports(pupil),
        diary.OpenReport(foreign.report),
        diary.ReportMark(foreign.present, foreign.mark),
        diary.ReportAttendance(pupil, lesson),
        reports.WithdrawReport(foreign.report, 1),
    ]


def _of_settings() -> list[Action]:
    """What comes to a phone by itself: the family's choices, and the quiet hours of the staff."""
    return [
        diary.OpenNoticeSettings(),
        notice_settings.ChooseMarkNotices(),
        notice_settings.SetMarkNotices(MarkNotices.OFF),
        notice_settings.ChooseEveningCard(),
        notice_settings.SetEveningCard(20),
        notice_settings.SetWeekCard(on=False),
        notice_settings.SetHomeworkNews(on=False),
        notice_settings.SetTimetableNews(on=False),
        notice_settings.ChooseStaffQuiet(),
        notice_settings.SetStaffQuiet(20, 7),
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
