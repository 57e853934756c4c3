"""The control works that a class already has, for the load guard."""

from sqlalchemy import text

from core.app import Work
from core.rules.load_guard import ControlLoad, OtherControl
from core.timetable.lessons import LessonFacts

# A lesson with a control work: announced or held as such, or a control lesson as a whole.
_CONTROL = """(x.kind = 'control' OR EXISTS (
    SELECT 1 FROM lesson_work w JOIN work_kind k ON k.id = w.kind_id WHERE w.lesson_id = x.id AND k.control))"""

# The other groups of a class in the same subject are other pupils.
_LOAD = text(f"""
    SELECT (SELECT count(*) FROM lesson x WHERE x.load_id = :load AND x.status = 'planned') AS lessons,
           (SELECT count(*) FROM lesson x
             WHERE x.load_id = :load AND x.status = 'planned' AND x.id <> :lesson AND {_CONTROL}) AS others,
           (SELECT json_agg(json_build_array(said.classes, said.subject, said.lesson_no) ORDER BY said.lesson_no)
              FROM (SELECT x.lesson_no, s.name AS subject, string_agg(c.name, ', ' ORDER BY c.key) AS classes
                      FROM lesson x JOIN teaching_load t ON t.id = x.load_id JOIN subject s ON s.id = t.subject_id
                      JOIN load_class lc ON lc.load_id = t.id JOIN class_unit c ON c.id = lc.class_id
                     WHERE x.on_date = :day AND x.status = 'planned' AND x.id <> :lesson AND {_CONTROL}
                       AND lc.class_id = ANY(:classes)
                       AND NOT (t.subject_id = :subject AND t.group_name <> '' AND t.group_name <> :group
                                AND :group <> '')
                     GROUP BY x.id, x.lesson_no, s.name) said) AS same_day
""")


async def control_load(work: Work, lesson: LessonFacts) -> ControlLoad:
    """What a control work at this lesson adds to, in one statement."""
    facts = {
        "lesson": lesson.id,
        "load": lesson.load_id,
        "day": lesson.day,
        "classes": list(lesson.class_ids),
        "subject": lesson.subject_id,
        "group": lesson.group,
    }
    row = (await work.session.execute(_LOAD, facts)).one()
    return ControlLoad(tuple(OtherControl(*said) for said in row.same_day or ()), row.others + 1, row.lessons)
