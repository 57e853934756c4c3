"""Pieces of SQL that every reading of lessons shares; `l` is the lesson, `t` its teaching load."""

LESSON_COLUMNS = """
    l.id AS lesson_id, l.on_date, l.lesson_no, l.starts_at, l.ends_at, l.room, l.status,
    l.roll_taken_at, l.roll_rev, l.teacher_id, t.teacher_id AS owner_id, t.group_name, s.name AS subject,
    l.load_id, t.subject_id,
    (SELECT min(c.grade_level) FROM load_class lc JOIN class_unit c ON c.id = lc.class_id
      WHERE lc.load_id = l.load_id) AS grade,
    (SELECT array_agg(c.name ORDER BY c.key) FROM load_class lc JOIN class_unit c ON c.id = lc.class_id
      WHERE lc.load_id = l.load_id) AS classes,
    (SELECT array_agg(lc.class_id ORDER BY c.key) FROM load_class lc JOIN class_unit c ON c.id = lc.class_id
      WHERE lc.load_id = l.load_id) AS class_ids
"""

LESSON_TABLES = "lesson l JOIN teaching_load t ON t.id = l.load_id JOIN subject s ON s.id = t.subject_id"

# The pupils of a lesson: the class's on that day, or the group's among them.
LESSON_PUPILS = """
    SELECT e.pupil_id, e.class_id
      FROM load_class lc JOIN enrolment e ON e.class_id = lc.class_id
     WHERE lc.load_id = {load} AND e.starts <= {day} AND (e.ends IS NULL OR e.ends >= {day})
       AND ({group} = '' OR EXISTS (
            SELECT 1 FROM group_member g
             WHERE g.load_id = {load} AND g.pupil_id = e.pupil_id
               AND g.starts <= {day} AND (g.ends IS NULL OR g.ends >= {day})))
"""
