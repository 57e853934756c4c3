"""Every button of a lesson's page and of the journal that names something of 7Б."""

from datetime import date

from core.actions import Action, diary, homework, journal, marks, page, plans, quick, requests, tasks, timeliness, week
from core.terms import AbsenceReason, LessonKind, MarkValue, Presence, RemarkSubject, RemarkTone
from tests.staff.conftest import Foreign
from tests.support.clock import MONDAY


def of_page(foreign: Foreign) -> list[Action]:
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


def of_marks(foreign: Foreign) -> list[Action]:
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


def of_timeliness(foreign: Foreign) -> list[Action]:
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


def of_journal(foreign: Foreign) -> list[Action]:
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


def of_plans(foreign: Foreign) -> list[Action]:
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


def of_homework(foreign: Foreign) -> list[Action]:
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


def of_quick(foreign: Foreign) -> list[Action]:
    """A hasty message of 7Б's teacher."""
    return [
        quick.AskQuick(foreign.lesson),
        quick.ApplyQuick(foreign.quick, 1),
        quick.ApplyQuickLate(foreign.quick, 1),
        quick.ChooseQuickPupil(foreign.quick, 0, foreign.absent, 1),
        quick.ChooseQuickLesson(foreign.quick, foreign.untouched_lesson, 1),
        quick.DropQuick(foreign.quick),
    ]


def of_given(foreign: Foreign) -> list[Action]:
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
