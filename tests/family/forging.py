"""Пётр's secrets, and where they lie."""

from dataclasses import dataclass
from datetime import timedelta

from core.app import App
from core.diary.children import open_child
from core.files import Upload
from core.notices.papers import keep_page
from core.notices.writing import give_notice
from core.reports.writing import report_mark
from core.rules.dates import DateRange
from core.terms import AbsenceReason, FinalKind, MarkValue, Presence, RemarkSubject, RemarkTone
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
PDF = f"%PDF-1.4\n{SECRET}\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".encode()
TUESDAY = MONDAY + timedelta(days=1)


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
