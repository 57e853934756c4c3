"""The journal pages that a pupil belongs to, in SQL."""

# `pupil_id, load_id, subject_id, starts, ends` of every page of the pupils {pupils} (an SQL array) between two days:
# the class's whole pages and the pupil's own groups, each with the days of belonging (ends NULL: still).
PUPIL_PAGES = """
    SELECT e.pupil_id, t.id AS load_id, t.subject_id, greatest(e.starts, m.starts) AS starts,
           least(e.ends, m.ends) AS ends
      FROM enrolment e
      JOIN load_class lc ON lc.class_id = e.class_id
      JOIN teaching_load t ON t.id = lc.load_id
      LEFT JOIN group_member m ON m.load_id = t.id AND m.pupil_id = e.pupil_id AND t.group_name <> ''
     WHERE e.pupil_id = ANY({pupils}) AND (t.group_name = '' OR m.id IS NOT NULL)
       AND greatest(e.starts, m.starts) <= {last} AND coalesce(least(e.ends, m.ends), 'infinity') >= {first}
"""
