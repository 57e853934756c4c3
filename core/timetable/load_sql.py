"""Pieces of SQL that every reading of a journal page's head shares; `t` is its teaching load."""

# Names and ids of the page's classes in class order, and the lowest grade among them.
OF_CLASS = """
    JOIN LATERAL (
         SELECT array_agg(c.name ORDER BY c.grade_level, c.key) AS names,
                array_agg(c.id ORDER BY c.grade_level, c.key) AS ids, min(c.grade_level) AS grade
           FROM load_class lc JOIN class_unit c ON c.id = lc.class_id WHERE lc.load_id = t.id) of_class ON true
"""

# [id, name, starts, ends] of the study periods of these classes, in order.
PERIODS = """
    (SELECT json_agg(json_build_array(p.id, p.name, p.starts, p.ends) ORDER BY p.starts) FROM study_period p
      WHERE p.year_id = t.year_id AND p.kind <> 'year' AND of_class.grade BETWEEN p.grade_from AND p.grade_to)
"""
