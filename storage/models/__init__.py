"""Every table, importable from one place."""

from storage.models.access import AccessCode, Account, CodeAttempt, Consent, ConsentWording, Link
from storage.models.attendance import AbsenceCase, AbsenceNotice, Attendance
from storage.models.audit import AuditEntry
from storage.models.family import (
    ClassEvent,
    DiaryUse,
    ErrorReport,
    FailingNotice,
    IndividualAnswerFile,
    IndividualTask,
    IndividualTaskFile,
    IndividualTaskPupil,
    StaffUse,
)
from storage.models.marks import FinalMark, LessonWork, Mark, MarkCell, MarkedSubject, MarkNews, WorkKind
from storage.models.messages import Nudge, Outbox, Prompt, StoredFile, Tick
from storage.models.page import (
    EntryRequest,
    Homework,
    HomeworkDone,
    HomeworkFile,
    HomeworkPupil,
    PlanDelivery,
    QuickEntry,
    Remark,
)
from storage.models.people import ClassUnit, Enrolment, Guardian, Guardianship, Pupil, Staff, StaffRole
from storage.models.plan import CoursePlan, GroupMember, LoadClass, PlanLine, Subject, TeachingLoad
from storage.models.regulation import RegulationChoice, RegulationFile
from storage.models.school import Bell, Holiday, School, StudyPeriod, StudyYear
from storage.models.timetable import Lesson, LessonChange, TimetableSlot

__all__ = [
    "AbsenceCase",
    "AbsenceNotice",
    "AccessCode",
    "Account",
    "Attendance",
    "AuditEntry",
    "Bell",
    "ClassEvent",
    "ClassUnit",
    "CodeAttempt",
    "Consent",
    "ConsentWording",
    "CoursePlan",
    "DiaryUse",
    "Enrolment",
    "EntryRequest",
    "ErrorReport",
    "FailingNotice",
    "FinalMark",
    "GroupMember",
    "Guardian",
    "Guardianship",
    "Holiday",
    "Homework",
    "HomeworkDone",
    "HomeworkFile",
    "HomeworkPupil",
    "IndividualAnswerFile",
    "IndividualTask",
    "IndividualTaskFile",
    "IndividualTaskPupil",
    "Lesson",
    "LessonChange",
    "LessonWork",
    "Link",
    "LoadClass",
    "Mark",
    "MarkCell",
    "MarkNews",
    "MarkedSubject",
    "Nudge",
    "Outbox",
    "PlanDelivery",
    "PlanLine",
    "Prompt",
    "Pupil",
    "QuickEntry",
    "RegulationChoice",
    "RegulationFile",
    "Remark",
    "School",
    "Staff",
    "StaffRole",
    "StaffUse",
    "StoredFile",
    "StudyPeriod",
    "StudyYear",
    "Subject",
    "TeachingLoad",
    "Tick",
    "TimetableSlot",
    "WorkKind",
]
