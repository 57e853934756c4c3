"""A class's averages as plain numbers: never a pupil, and none where a pupil could be guessed from it."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from sqlalchemy import text

from core.app import Work
from core.marks.family import settled, settled_facts
from core.marks.weights import WEIGHT_OF_MARK, WORK_OF_MARK
from core.rules.averages import POINTS, POINTS_OF_A_DOT
from core.terms import MarkValue

FEWEST = 5
"""A class's number is said when so many pupils stand behind it."""
PLACES = 1
"""It is said in tenths: in hundredths, whoever looks before and after a classmate's mark could work that mark out."""

# Points and weight of mark `m` at work `w` of kind `k`, by the school's rule; not counted: NULL.
MARK_POINTS = (
    "CASE m.value "
    + " ".join(f"WHEN '{value}' THEN {points}" for value, points in POINTS.items())
    + f" WHEN '{MarkValue.DOT}' THEN CASE WHEN :dots THEN {POINTS_OF_A_DOT} END END"
)
MARK_WEIGHT = f"CASE WHEN :weighted THEN {WEIGHT_OF_MARK} ELSE 1 END"
COUNTED_MARKS = f"""
    mark m
      JOIN lesson l ON l.id = m.lesson_id
      JOIN teaching_load t ON t.id = l.load_id
      {WORK_OF_MARK}
     WHERE l.on_date BETWEEN :first AND :last AND {settled()}
       AND {MARK_POINTS} IS NOT NULL AND {WEIGHT_OF_MARK} > 0
"""
# Who is of the class on the last day of the span, or today.
CLASSMATES = """
    SELECT e.pupil_id FROM enrolment e
     WHERE e.class_id = :class AND e.starts <= least(:last, CAST(:today AS date))
       AND coalesce(e.ends, 'infinity') >= least(:last, CAST(:today AS date))
"""

# `subject_id, average` of the class, of one subject where :subject names it: the mean of the averages as shown.
CLASS_AVERAGES = f"""
    SELECT subject_id, round(avg(average), {PLACES}) AS average
      FROM (SELECT m.pupil_id, t.subject_id,
                   round(sum({MARK_POINTS} * {MARK_WEIGHT}) / sum({MARK_WEIGHT}), 2) AS average
              FROM {COUNTED_MARKS} AND m.pupil_id IN ({CLASSMATES})
               AND (CAST(:subject AS integer) IS NULL OR t.subject_id = :subject)
             GROUP BY m.pupil_id, t.subject_id) pupils
     GROUP BY subject_id HAVING count(*) >= {FEWEST}
"""
_ALL = text(CLASS_AVERAGES)


def as_of_class(value: Decimal) -> Decimal:
    """A class's average as it is said."""
    return value.quantize(Decimal(1).scaleb(-PLACES), ROUND_HALF_UP)


async def class_averages(work: Work, class_id: int, first: date, last: date) -> dict[int, Decimal]:
    """The mean of the pupils' counting averages by subject, in tenths, in one statement (field.md 1.2 item 6).

    A subject with fewer than FEWEST pupils that have an average is left out.
    """
    facts = {**counting_facts(work, class_id, first, last), "subject": None}
    return {row.subject_id: row.average for row in await work.session.execute(_ALL, facts)}


def counting_facts(work: Work, class_id: int, first: date, last: date) -> dict[str, Any]:
    """What COUNTED_MARKS, CLASSMATES and (with `subject`) CLASS_AVERAGES take."""
    return {
        "class": class_id,
        "first": first,
        "last": last,
        "today": work.today,
        "dots": work.school.dot_counts_as_two,
        "weighted": work.regulation(min(last, work.today)).average == "weighted",
        **settled_facts(work),
    }
