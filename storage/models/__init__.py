"""Every table, importable from one place."""

from storage.models.access import AccessCode, Account, CodeAttempt, Consent, ConsentWording, Link
from storage.models.attendance import AbsenceCase, AbsenceNotice, Attendance
from storage.models.audit import AuditEntry
from storage.models.marks import LessonWork, Mark, MarkCell, MarkedSubject, WorkKind
from storage.models.messages import Nudge, Outbox, Prompt, StoredFile, Tick
from storage.models.page import EntryRequest, Homework, HomeworkFile, HomeworkPupil, PlanDelivery, QuickEntry, Remark
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
    "ClassUnit",
    "CodeAttempt",
    "Consent",
    "ConsentWording",
    "CoursePlan",
    "Enrolment",
    "EntryRequest",
    "GroupMember",
    "Guardian",
    "Guardianship",
    "Holiday",
    "Homework",
    "HomeworkFile",
    "HomeworkPupil",
    "Lesson",
    "LessonChange",
    "LessonWork",
    "Link",
    "LoadClass",
    "Mark",
    "MarkCell",
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
    "StoredFile",
    "StudyPeriod",
    "StudyYear",
    "Subject",
    "TeachingLoad",
    "Tick",
    "TimetableSlot",
    "WorkKind",
]
