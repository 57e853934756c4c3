"""The closed vocabularies of the journal, for everybody above the database."""

from storage.terms import (
    AbsenceReason,
    ConsentAnswer,
    Delivery,
    Door,
    LessonKind,
    LessonStatus,
    MarkValue,
    PeriodKind,
    Presence,
    RemarkSubject,
    RemarkTone,
    RequestAnswer,
    Role,
    Sex,
    Statement,
    WeekParity,
)

__all__ = [
    "AbsenceReason",
    "ConsentAnswer",
    "Delivery",
    "Door",
    "LessonKind",
    "LessonStatus",
    "MarkValue",
    "PeriodKind",
    "Presence",
    "RemarkSubject",
    "RemarkTone",
    "RequestAnswer",
    "Role",
    "Sex",
    "Statement",
    "WeekParity",
]
