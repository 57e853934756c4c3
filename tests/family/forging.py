"""Пётр's secrets, and every button of the family bot that could be forged to reach them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from core.access.holders import HolderKind
from core.actions import Action
from core.actions.access import AnswerConsent, OpenConsentOf
from core.actions.child_marks import (
    ChooseWrongMark,
    DrawAttendance,
    DrawMovement,
    DrawSubjects,
    OpenChildFinals,
    OpenOlderMarks,
)
from core.actions.child_school import OpenAttendancePeriod, OpenChildCalendar, OpenMissedDay, OpenSubjectTopics
from core.actions.diary import (
    OpenChildAttendance,
    OpenChildHomework,
    OpenChildMarks,
    OpenChildMenu,
    OpenChildProgramme,
    OpenChildReports,
    OpenChildSubject,
    OpenChildTasks,
    OpenChildTimetable,
    OpenChildWeek,
    OpenDiaryPaper,
    OpenReport,
    ReportAttendance,
    ReportMark,
)
from core.actions.diary_pages import (
    ChooseHomeworkSubject,
    OpenChildLesson,
    OpenHomeworkAt,
    TickInList,
    TickTask,
)
from core.actions.family import ChangeStatement, OpenChildDay, StateReason
from core.actions.finals import SendDiaryPaper
from core.actions.homework import OpenChildTask, SendChildFile, SendChildFiles
from core.actions.notices import (
    AskWithdraw,
    AttachPapers,
    ChooseDates,
    ChooseNewReason,
    ChooseReason,
    GiveNotice,
    OpenNotice,
    OpenNotices,
    SendPaper,
    SetNoticeReason,
    WithdrawNotice,
    WriteDates,
    WriteNewDates,
    WriteNoticeNote,
    WriteReason,
)
from core.actions.reports import WithdrawReport
from core.actions.tasks import (
    OpenAnswerFiles,
    OpenChildGiven,
    OpenChildTaskList,
    RemoveAnswerFile,
    RewriteAnswer,
    SendChildGivenFiles,
    ShowAnswerFile,
    WriteAnswer,
)
from core.app import App
from core.diary.children import open_child
from core.files import Upload
from core.notices.papers import keep_page
from core.notices.writing import give_notice
from core.reports.writing import report_mark
from core.rules.dates import DateRange
from core.terms import (
    AbsenceReason,
    ConsentAnswer,
    FinalKind,
    MarkValue,
    Presence,
    RemarkSubject,
    RemarkTone,
    Statement,
)
from storage.models import (
    AbsenceCase,
    Attendance,
    FinalMark,
    Homework,
    HomeworkFile,
    HomeworkPupil,
    IndividualAnswerFile,
    IndividualTask,
    IndividualTaskFile,
    IndividualTaskPupil,
    Remark,
    StoredFile,
    TeachingLoad,
)
from tests.family.conftest import Family
from tests.family.marking import Marking
from tests.family.words_of_pyotr import Words, lay_words
from tests.support.clock import MONDAY, moscow
from tests.support.school import WRITTEN, SchoolBuilder

SECRET = "секретно"
"""In every word, file name and file of Пётр's."""
NAMES = ("Пётр", "Иванов П")
TUESDAY = MONDAY + timedelta(days=1)
PDF = f"%PDF-1.4\n{SECRET}\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".encode()


@dataclass(frozen=True)
class Target:
    """Ids of what is Пётр's; `shared_task` is Олег's (`own`) too. `*_8a` are of the class 8А, `elsewhere` a pupil."""

    pupil: int
    own: int
    elsewhere: int
    mother: int
    case: int
    notice: int
    report: int
    mark: int
    lesson: int
    subject: int
    load: int
    period: int
    homework: int
    homework_file: int
    task: int
    task_file: int
    shared_task: int
    answer_file: int
    year: int
    lesson_8a: int
    load_8a: int
    subject_8a: int
    period_8a: int
    words: Words


FORGED: tuple[Callable[[Target], Action], ...] = (
    lambda x: AnswerConsent(HolderKind.GUARDIAN, x.mother, 1, ConsentAnswer.WITHDRAWN),
    lambda x: AnswerConsent(HolderKind.PUPIL, x.pupil, 1, ConsentAnswer.GIVEN),
    lambda x: OpenConsentOf(HolderKind.GUARDIAN, x.mother),
    lambda x: OpenConsentOf(HolderKind.PUPIL, x.pupil),
    lambda x: AskWithdraw(x.notice),
    lambda x: AttachPapers(x.notice, 1),
    lambda x: ChangeStatement(x.case),
    lambda x: StateReason(x.case, Statement.ILL),
    lambda x: ChooseDates(x.pupil),
    lambda x: ChooseHomeworkSubject(x.pupil),
    lambda x: ChooseNewReason(x.notice),
    lambda x: ChooseReason(x.pupil, TUESDAY, TUESDAY),
    lambda x: ChooseWrongMark(x.pupil, x.subject, x.period, 0),
    lambda x: DrawAttendance(x.pupil, x.period),
    lambda x: DrawMovement(x.pupil, x.period, x.subject),
    lambda x: DrawSubjects(x.pupil, x.period),
    lambda x: GiveNotice(x.pupil, TUESDAY, TUESDAY, AbsenceReason.ILLNESS),
    lambda x: OpenAnswerFiles(x.pupil, x.shared_task),
    lambda x: OpenAttendancePeriod(x.pupil, x.period),
    lambda x: OpenChildAttendance(x.pupil, MONDAY),
    lambda x: OpenChildCalendar(x.pupil),
    lambda x: OpenChildDay(x.pupil),
    lambda x: OpenChildDay(x.pupil, TUESDAY),
    lambda x: OpenChildFinals(x.pupil, x.year),
    lambda x: OpenChildGiven(x.pupil, x.task),
    lambda x: OpenChildHomework(x.pupil, x.subject),
    lambda x: OpenChildLesson(x.pupil, x.lesson),
    lambda x: OpenChildMarks(x.pupil, x.period),
    lambda x: OpenChildMenu(x.pupil),
    lambda x: OpenChildProgramme(x.pupil),
    lambda x: OpenChildReports(x.pupil),
    lambda x: OpenChildSubject(x.pupil, x.subject, x.period),
    lambda x: OpenChildTask(x.pupil, x.homework),
    lambda x: OpenChildTaskList(x.pupil, 0),
    lambda x: OpenChildTasks(x.pupil),
    lambda x: OpenChildTimetable(x.pupil, MONDAY),
    lambda x: OpenChildWeek(x.pupil, MONDAY),
    lambda x: OpenDiaryPaper(x.pupil),
    lambda x: OpenHomeworkAt(x.pupil, TUESDAY, x.subject),
    lambda x: OpenMissedDay(x.pupil, MONDAY),
    lambda x: OpenNotice(x.notice),
    lambda x: OpenNotices(x.pupil),
    lambda x: OpenOlderMarks(x.pupil, x.subject, x.period, 0),
    lambda x: OpenReport(x.report),
    lambda x: OpenSubjectTopics(x.pupil, x.load, 0),
    lambda x: RemoveAnswerFile(x.pupil, x.shared_task, x.answer_file),
    lambda x: ReportAttendance(x.pupil, x.lesson),
    lambda x: ReportMark(x.pupil, x.mark),
    lambda x: RewriteAnswer(x.pupil, x.shared_task, 1),
    lambda x: SendChildFile(x.pupil, x.homework, x.homework_file),
    lambda x: SendChildFiles(x.pupil, x.homework),
    lambda x: SendChildGivenFiles(x.pupil, x.task, x.task_file),
    lambda x: SendChildGivenFiles(x.pupil, x.shared_task, x.answer_file),
    lambda x: SendDiaryPaper(x.pupil, x.period),
    lambda x: SendPaper(x.notice),
    lambda x: SetNoticeReason(x.notice, AbsenceReason.EXCUSED, 2),
    lambda x: ShowAnswerFile(x.pupil, x.shared_task, x.answer_file),
    lambda x: TickInList(x.pupil, x.homework, done=True),
    lambda x: TickTask(x.pupil, x.homework, done=True),
    lambda x: WithdrawNotice(x.notice, 2),
    lambda x: WithdrawReport(x.report, 1),
    lambda x: WriteAnswer(x.pupil, x.task),
    lambda x: WriteDates(x.pupil),
    lambda x: WriteNewDates(x.notice, 2),
    lambda x: WriteNoticeNote(x.notice, 2),
    lambda x: WriteReason(x.pupil, TUESDAY, TUESDAY),
)
"""About Пётр from end to end."""

MIXED: tuple[Callable[[Target], Action], ...] = (
    lambda x: OpenChildGiven(x.own, x.task),
    lambda x: OpenAnswerFiles(x.own, x.task),
    lambda x: SendChildGivenFiles(x.own, x.task, x.task_file),
    lambda x: SendChildGivenFiles(x.own, x.shared_task, x.answer_file),
    lambda x: ShowAnswerFile(x.own, x.shared_task, x.answer_file),
    lambda x: WriteAnswer(x.own, x.task),
    lambda x: RewriteAnswer(x.own, x.task, 1),
    lambda x: OpenChildTask(x.own, x.homework),
    lambda x: SendChildFile(x.own, x.homework, x.homework_file),
    lambda x: SendChildFiles(x.own, x.homework),
    lambda x: TickTask(x.own, x.homework, done=True),
    lambda x: TickInList(x.own, x.homework, done=True),
    lambda x: ReportMark(x.own, x.mark),
    lambda x: ReportAttendance(x.own, x.lesson_8a),
    lambda x: OpenChildLesson(x.own, x.lesson_8a),
    lambda x: OpenSubjectTopics(x.own, x.load_8a, 0),
    lambda x: OpenChildHomework(x.own, x.subject_8a),
    lambda x: OpenHomeworkAt(x.own, TUESDAY, x.subject_8a),
    lambda x: OpenChildMarks(x.own, x.period_8a),
    lambda x: OpenChildSubject(x.own, x.subject, x.period_8a),
    lambda x: OpenAttendancePeriod(x.own, x.period_8a),
    lambda x: DrawMovement(x.own, x.period_8a, x.subject),
    lambda x: SendDiaryPaper(x.own, x.period_8a),
)
"""The own child's id beside what is of somebody else: refused."""

BESIDE: tuple[Callable[[Target], Action], ...] = (
    lambda x: OpenChildLesson(x.own, x.lesson),
    lambda x: OpenChildDay(x.own, MONDAY),
    lambda x: OpenChildWeek(x.own, MONDAY),
    lambda x: OpenChildGiven(x.own, x.shared_task),
    lambda x: OpenAnswerFiles(x.own, x.shared_task),
    lambda x: OpenChildTasks(x.own),
    lambda x: OpenChildHomework(x.own),
    lambda x: OpenChildMarks(x.own, x.period),
    lambda x: OpenChildSubject(x.own, x.subject, x.period),
    lambda x: OpenChildSubject(x.own, x.subject_8a, x.period),
    lambda x: OpenChildFinals(x.own, x.year),
    lambda x: OpenMissedDay(x.own, MONDAY),
    lambda x: OpenChildAttendance(x.own, MONDAY),
    lambda x: OpenChildReports(x.own),
    lambda x: OpenNotices(x.own),
    lambda x: DrawMovement(x.own, x.period, x.subject),
    lambda x: DrawSubjects(x.own, x.period),
    lambda x: DrawAttendance(x.own, x.period),
    lambda x: SendDiaryPaper(x.own, x.period),
)
"""What a classmate's family may open, at the very lessons where Пётр's secrets stand."""


async def lay(app: App, school: SchoolBuilder, family: Family) -> Target:
    """Everything that the school and the family may know of Пётр, all of it secret."""
    put, by = await Marking.of(school), family.teacher_id
    other = await school.class_unit("8А")
    load, load_8a = await school.load(by, family.class_id), await school.load(by, other, subject="Химия")
    elsewhere = await school.pupil(other, "Дальняя", "Инна")
    lesson, lesson_8a = await school.lesson(load, 1, MONDAY), await school.lesson(load_8a, 2, MONDAY)
    next_lesson = await school.lesson(load, 1, TUESDAY)
    period = await put.period(grades=(7, 7))
    period_8a = await put.period("1 полугодие", grades=(8, 8))
    mark = await put.mark(family.pupil_id, lesson, "2", "О", moscow(MONDAY, "08:00"), comment=SECRET)
    async with school.sessions() as session, session.begin():
        subjects = {i: (await session.get_one(TeachingLoad, i)).subject_id for i in (load, load_8a)}
        files = [
            StoredFile(name=f"{SECRET}-{n}.pdf", mime="application/pdf", size=len(PDF), content=PDF, created_at=WRITTEN)
            for n in range(3)
        ]
        homework = Homework(
            lesson_id=lesson,
            due_lesson_id=next_lesson,
            due_on=TUESDAY,
            body=SECRET,
            given_by=by,
            given_at=WRITTEN,
        )
        alert = {"opened_at": WRITTEN, "escalated_at": WRITTEN}
        tasks = [IndividualTask(load_id=load, body=b, given_by=by, given_at=WRITTEN) for b in (SECRET, "Реферат")]
        case = AbsenceCase(pupil_id=family.pupil_id, on_date=MONDAY, first_lesson_id=lesson, **alert)
        session.add_all([*files, homework, *tasks, case])
        await session.flush()
        task, shared = (x.id for x in tasks)
        session.add_all(
            [
                HomeworkPupil(homework_id=homework.id, pupil_id=family.pupil_id),
                HomeworkFile(homework_id=homework.id, file_id=files[0].id),
                IndividualTaskFile(task_id=task, file_id=files[1].id),
                IndividualTaskPupil(task_id=task, pupil_id=family.pupil_id),
                IndividualTaskPupil(task_id=shared, pupil_id=family.pupil_id, answer=SECRET, answered_at=WRITTEN),
                IndividualTaskPupil(task_id=shared, pupil_id=family.other_pupil_id, seen_at=WRITTEN),
                IndividualAnswerFile(task_id=shared, pupil_id=family.pupil_id, file_id=files[2].id),
                Attendance(
                    lesson_id=lesson,
                    pupil_id=family.pupil_id,
                    status=Presence.ABSENT,
                    note=SECRET,
                    case_id=case.id,
                    rev=1,
                ),
                Remark(
                    lesson_id=lesson,
                    pupil_id=family.pupil_id,
                    about=RemarkSubject.BEHAVIOUR,
                    tone=RemarkTone.BLAME,
                    body=SECRET,
                    given_by=by,
                    given_at=WRITTEN,
                ),
                FinalMark(
                    pupil_id=family.pupil_id,
                    subject_id=subjects[load],
                    year_id=school.year_id,
                    kind=FinalKind.PERIOD,
                    period_id=period,
                    value=MarkValue.TWO,
                    set_by=by,
                    set_at=WRITTEN,
                    told_rev=1,
                    told_value="2",
                ),
            ]
        )
        ids = {"homework": homework.id, "case": case.id, "task": task, "shared_task": shared}
        homework_file, task_file, answer_file = (file.id for file in files)
    async with app.work(family.mother.address) as work:
        await open_child(work, family.pupil_id)
        notice = await give_notice(work, family.pupil_id, DateRange(TUESDAY, TUESDAY), AbsenceReason.ILLNESS, SECRET)
        await keep_page(work, notice.card.id, Upload(f"{SECRET}.pdf", PDF, "message-1"))
        report = await report_mark(work, family.pupil_id, mark, SECRET)
    return Target(
        pupil=family.pupil_id,
        own=family.other_pupil_id,
        elsewhere=elsewhere,
        mother=family.mother.id,
        notice=notice.card.id,
        report=report.report.card.id,
        mark=mark,
        lesson=lesson,
        subject=subjects[load],
        load=load,
        period=period,
        homework_file=homework_file,
        task_file=task_file,
        answer_file=answer_file,
        year=school.year_id,
        lesson_8a=lesson_8a,
        load_8a=load_8a,
        subject_8a=subjects[load_8a],
        period_8a=period_8a,
        words=await lay_words(school, family, other, period),
        **ids,
    )
