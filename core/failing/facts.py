"""Failing as messages and notices carry it: codes and values, frozen."""

from collections.abc import Iterable, Sequence
from typing import Any

from core.app import Work
from core.failing.reading import FailingSubject, Period, PupilNow
from core.rules.failing import Concern
from core.rules.goal import KindOffered, goals, grading

SHORT = 6
"""A way of more further marks than these is no help."""


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


def letter_facts(
    work: Work,
    pupil: PupilNow,
    period: Period,
    subjects: Iterable[FailingSubject],
    kinds: Sequence[KindOffered],
) -> dict[str, Any]:
    """What the parents are told; `days_left` to the period's last day, negative when it is over.

    While there is time, a subject says what it takes to the next better mark: `help`, ways to it by the `kinds`.
    """
    days_left = (period.ends - work.today).days
    return {
        "pupil_id": pupil.id,
        "pupil": pupil.name,
        "period_id": period.id,
        "period": period.name,
        "ends": period.ends.isoformat(),
        "days_left": days_left,
        "subjects": [
            {**subject_facts(subject), "help": _help(work, subject, kinds) if days_left >= 0 else None}
            for subject in subjects
        ],
    }


def _help(work: Work, subject: FailingSubject, kinds: Sequence[KindOffered]) -> dict[str, Any] | None:
    """The next better mark and at most two ways to it; None where none is short enough to encourage."""
    if Concern.AVERAGE not in subject.why:
        return None
    rule = grading(work.regulation(work.today), subject.subject, dot_counts_as_two=work.school.dot_counts_as_two)
    nearest = next(iter(goals(subject.marks, rule, kinds)), None)
    ways = [way for way in nearest.ways if way.count <= SHORT][-2:] if nearest is not None else []
    if nearest is None or not ways:
        return None
    return {
        "mark": nearest.target.value,
        "ways": [{"count": way.count, "value": way.value.value, "kind": way.kind} for way in ways],
    }


def staff_line(pupil: PupilNow, subjects: Iterable[FailingSubject], *, alone: bool) -> dict[str, Any]:
    """A pupil in a message to the staff; `alone`: no guardian can be written to."""
    return {
        "pupil_id": pupil.id,
        "pupil": pupil.name,
        "alone": alone,
        "subjects": [subject_facts(subject) for subject in subjects],
    }
