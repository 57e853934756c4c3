"""Which lesson a hasty message is about."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from rapidfuzz import fuzz
from sqlalchemy import text

from core.app import Work
from core.rules.folding import class_key
from core.rules.surnames import fold
from core.timetable.lesson_sql import LESSON_COLUMNS, LESSON_TABLES
from core.timetable.lessons import LessonFacts, lesson_facts, may_see

LIKE = 82
"""From how many percent of likeness a typed subject is taken for the school's."""

_OF_THE_DAY = text(f"""
    SELECT {LESSON_COLUMNS} FROM {LESSON_TABLES}
     WHERE l.on_date = :day AND l.status = 'planned' AND (
           l.teacher_id = :staff OR t.teacher_id = :staff OR l.load_id IN (
           SELECT lc.load_id FROM load_class lc JOIN class_unit c ON c.id = lc.class_id
            WHERE c.year_id = :year AND c.key = ANY(:keys)))
     ORDER BY l.starts_at, l.id
""")


async def lessons_meant(work: Work, head: str, day: date) -> list[LessonFacts]:
    """The lessons of a day that the head may mean, the likeliest first; without a head, the actor's own.

    Only pages that the actor may see. The likeliest is the actor's own that runs or ended last.
    """
    staff_id = work.actor.require_staff()
    facts = {"day": day, "staff": staff_id, "year": work.school.year_id, "keys": _class_keys(head)}
    rows = (await work.session.execute(_OF_THE_DAY, facts)).all()
    seen = [lesson for lesson in (lesson_facts(work, row) for row in rows) if may_see(work, lesson)]
    if head:
        seen = [lesson for lesson in seen if names(lesson, head)]
    else:
        seen = [lesson for lesson in seen if staff_id in (lesson.teacher_id, lesson.owner_id)]
    return sorted(seen, key=lambda lesson: _distance(lesson, work.local_now, staff_id))


def _class_keys(head: str) -> list[str]:
    """Every beginning of the head that can name a class: it may hold spaces and run into the subject."""
    return sorted({class_key(head[:end]) for end in range(1, min(len(head), 16) + 1)})


def names(lesson: LessonFacts, head: str) -> bool:
    """Whether the head is one of the lesson's classes and, if it goes on, its subject; an empty one names any."""
    if not head:
        return True
    for name in lesson.classes:
        for end in range(len(head), 0, -1):
            if class_key(head[:end]) == class_key(name):
                return _is_subject(head[end:], lesson)
    return False


def _is_subject(typed: str, lesson: LessonFacts) -> bool:
    word, subject = fold(typed), fold(lesson.subject)
    if not word or subject.startswith(word):
        return True
    return any(fuzz.ratio(word, like) >= LIKE for like in _readings(lesson.subject))


def _readings(subject: str) -> Sequence[str]:
    """The subject in full, its first word, and the short forms teachers use: физ-ра, русский, рус. яз."""
    words = [fold(word) for word in subject.split()]
    return ["".join(words), words[0], "".join(word[:3] for word in words), f"{words[0][:3]}{words[-1][-2:]}"]


def _distance(lesson: LessonFacts, now: datetime, staff_id: int) -> tuple[bool, bool, timedelta]:
    """Own before others', begun before those to come, near before far."""
    begun = lesson.starts_at - timedelta(minutes=15) <= now
    return lesson.teacher_id != staff_id, not begun, abs(now - lesson.starts_at)
