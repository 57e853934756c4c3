"""Failing as messages and notices carry it: codes and values, frozen."""

from collections.abc import Iterable
from typing import Any

from core.app import Work
from core.failing.reading import FailingSubject, Period, PupilNow
from core.rules.failing import Concern


def notice_facts(period: Period, subjects: Iterable[FailingSubject], reached: int = 0) -> dict[str, Any]:
    """What is kept of a finding."""
    about = {"id": period.id, "name": period.name, "starts": period.starts.isoformat(), "ends": period.ends.isoformat()}
    return {"period": about, "subjects": [subject_facts(subject) for subject in subjects], "reached": reached}


def subject_facts(subject: FailingSubject) -> dict[str, Any]:
    """A subject; the average as text, None when it is no concern."""
    low = Concern.AVERAGE in subject.why
    return {
        "subject_id": subject.subject_id,
        "subject": subject.subject,
        "average": str(subject.average) if low else None,
        "likely": subject.likely.value if low and subject.likely else None,
        "dots": subject.dots,
        "since": subject.since.isoformat(),
    }


def letter_facts(work: Work, pupil: PupilNow, period: Period, subjects: Iterable[FailingSubject]) -> dict[str, Any]:
    """What the parents are told; `days_left` to the period's last day, negative when it is over."""
    return {
        "pupil_id": pupil.id,
        "pupil": pupil.name,
        "period_id": period.id,
        "period": period.name,
        "ends": period.ends.isoformat(),
        "days_left": (period.ends - work.today).days,
        "subjects": [subject_facts(subject) for subject in subjects],
    }


def staff_line(pupil: PupilNow, subjects: Iterable[FailingSubject], *, alone: bool) -> dict[str, Any]:
    """A pupil in a message to the staff; `alone`: no guardian can be written to."""
    return {
        "pupil_id": pupil.id,
        "pupil": pupil.name,
        "alone": alone,
        "subjects": [subject_facts(subject) for subject in subjects],
    }
