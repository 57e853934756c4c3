"""Every table, importable from one place."""

from storage.models.access import AccessCode, Account, CodeAttempt, Consent, ConsentWording, Link
from storage.models.attendance import AbsenceCase, AbsenceNotice, Attendance
from storage.models.audit import AuditEntry
from storage.models.messages import Outbox, Prompt, StoredFile, Tick
from storage.models.people import ClassUnit, Enrolment, Guardian, Guardianship, Pupil, Staff, StaffRole
from storage.models.plan import CoursePlan, GroupMember, LoadClass, PlanLine, Subject, TeachingLoad
from storage.models.school import Bell, Holiday, School, StudyPeriod, StudyYear
from storage.models.timetable import Lesson, TimetableSlot

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
    "GroupMember",
    "Guardian",
    "Guardianship",
    "Holiday",
    "Lesson",
    "Link",
    "LoadClass",
    "Outbox",
    "PlanLine",
    "Prompt",
    "Pupil",
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
]
