"""Every button of rules, substitutions, desks and the diary that names something of 7Б."""

from datetime import date

from core.actions import (
    Action,
    child_marks,
    child_school,
    diary,
    diary_pages,
    events,
    failing,
    finals,
    notice_settings,
    page,
    reports,
    rules,
    substitution,
    use,
)
from core.terms import MarkNotices, MarkValue
from tests.staff.conftest import Foreign
from tests.support.clock import MONDAY


def of_rules() -> list[Action]:
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


def of_substitutions(foreign: Foreign) -> list[Action]:
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


def of_desk(foreign: Foreign) -> list[Action]:
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


def of_finals(foreign: Foreign) -> list[Action]:
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


def of_diary(foreign: Foreign) -> list[Action]:
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


def of_settings() -> list[Action]:
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
