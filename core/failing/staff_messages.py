"""The staff hear of failing pupils before the parents: one message a day and person, the leader of the whole class."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import text

from core.app import Work
from core.failing.facts import staff_line
from core.failing.reading import FailingSubject, PupilNow
from core.outbox import Kind, Push, enqueue
from core.recipients import accounts_of
from core.rules.failing import tell_day
from core.rules.telling import EVENING
from core.terms import Door
from core.timetable.load_sql import OF_CLASS

_PAGES = text(f"""
    SELECT t.id, t.teacher_id, t.group_name, array_to_string(of_class.names, ', ') AS classes, s.name AS subject
      FROM teaching_load t JOIN subject s ON s.id = t.subject_id {OF_CLASS}
     WHERE t.id = ANY(CAST(:loads AS integer[]))
     ORDER BY of_class.grade, of_class.names, s.name, t.group_name, t.id
""")


@dataclass(frozen=True)
class Found:
    """A pupil newly found failing; `alone`: no guardian can be written to."""

    pupil: PupilNow
    subjects: tuple[FailingSubject, ...]
    alone: bool


async def tell_class_leaders(work: Work, found: Sequence[Found], until: datetime) -> None:
    """Everybody of the class, and when the parents will be told. `until`: no use afterwards."""
    by_class: dict[int, list[Found]] = defaultdict(list)
    for one in found:
        by_class[one.pupil.class_id].append(one)
    accounts = await accounts_of(work, {one.pupil.leader_id for one in found if one.pupil.leader_id is not None})
    tell_at = work.at(tell_day(work.today), EVENING)
    pushes = []
    for class_id, pupils in by_class.items():
        first = pupils[0].pupil
        facts = {
            "class_id": class_id,
            "class": first.class_name,
            "tell_at": tell_at.isoformat(),
            "pupils": [staff_line(one.pupil, one.subjects, alone=one.alone) for one in pupils],
        }
        for to in accounts.get(first.leader_id or 0, []):
            dedupe = f"{Kind.FAILING_CLASS}:{class_id}:{work.today}"
            pushes.append(Push(Kind.FAILING_CLASS, Door.STAFF, to, facts, dedupe, work.now, until, subject_id=class_id))
    await enqueue(work, pushes)


async def tell_teachers(work: Work, found: Sequence[Found], until: datetime) -> None:
    """To each teacher the pupils failing on the own pages; those of the own class the leader has heard of."""
    rows = await work.session.execute(
        _PAGES, {"loads": sorted({load for one in found for subject in one.subjects for load in subject.load_ids})}
    )
    pages: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        pupils = [line for one in found if one.pupil.leader_id != row.teacher_id for line in _on_page(one, row.id)]
        if pupils:
            page = {"load": row.id, "subject": row.subject, "classes": row.classes, "group": row.group_name}
            pages[row.teacher_id].append({**page, "pupils": pupils})
    accounts = await accounts_of(work, pages)
    dedupe = f"{Kind.FAILING_PAGES}:{work.today}"
    await enqueue(
        work,
        [
            Push(Kind.FAILING_PAGES, Door.STAFF, to, {"pages": lines}, dedupe, work.now, until, subject_id=staff_id)
            for staff_id, lines in pages.items()
            for to in accounts.get(staff_id, [])
        ],
    )


def _on_page(one: Found, load_id: int) -> list[dict[str, Any]]:
    subjects = [subject for subject in one.subjects if load_id in subject.load_ids]
    return [staff_line(one.pupil, subjects, alone=one.alone)] if subjects else []
