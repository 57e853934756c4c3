"""When pupils are in their lessons, in SQL."""

# `pupil_id, starts, ends` of the pupils {pupils} (an SQL array) on :today: from the beginning of the first lesson to
# the end of the last.
PUPIL_HOURS = """
    SELECT e.pupil_id, min(l.starts_at) AS starts, max(l.ends_at) AS ends
      FROM enrolment e
      JOIN load_class lc ON lc.class_id = e.class_id
      JOIN teaching_load t ON t.id = lc.load_id
      JOIN lesson l ON l.load_id = t.id AND l.on_date = :today AND l.status = 'planned'
     WHERE e.pupil_id = ANY({pupils}) AND e.starts <= :today AND coalesce(e.ends, 'infinity') >= :today
       AND (t.group_name = '' OR EXISTS (
            SELECT 1 FROM group_member g WHERE g.load_id = t.id AND g.pupil_id = e.pupil_id
               AND g.starts <= :today AND coalesce(g.ends, 'infinity') >= :today))
     GROUP BY e.pupil_id
"""
