"""Pieces of SQL that every reading of homework shares; `h` is the homework, `g` the lesson it was given at."""

# The lesson it is due at now: a moved one as it stands, a cancelled one hands it on to the page's next.
DUE = """
    LEFT JOIN lesson dl ON dl.id = h.due_lesson_id
    LEFT JOIN LATERAL (
        SELECT x.id, x.on_date, x.lesson_no FROM lesson x
         WHERE x.load_id = dl.load_id AND x.on_date >= dl.on_date AND x.starts_at >= dl.starts_at
           AND x.status = 'planned'
         ORDER BY x.starts_at LIMIT 1) due ON true
"""

# [id, name, kind, size] of the files that the {table} holds for a thing.
FILES = """
    (SELECT json_agg(json_build_array(f.id, f.name, f.kind, f.size) ORDER BY f.id) FROM {table} x
       JOIN stored_file f ON f.id = x.file_id WHERE {whose})
"""

TASK_TABLES = f"""
    homework h JOIN lesson g ON g.id = h.lesson_id JOIN staff giver ON giver.id = h.given_by {DUE}
"""

TASK_COLUMNS = f"""
    h.id, h.lesson_id, h.body, h.minutes, h.rev, h.told_at, h.withdrawn_at, h.given_by, g.on_date AS given_on,
    due.id AS due_lesson, coalesce(due.on_date, h.due_on) AS due_on,
    giver.surname, giver.given_name, giver.patronymic,
    (SELECT json_agg(json_build_array(p.id, p.surname, p.given_name)) FROM homework_pupil hp
       JOIN pupil p ON p.id = hp.pupil_id WHERE hp.homework_id = h.id) AS chosen,
    {FILES.format(table="homework_file", whose="x.homework_id = h.id")} AS files
"""

# The lesson `x` itself and the page's cancelled ones right before it, whose homework it takes over.
TAKEN_OVER = """
    SELECT x.lesson_id AS id UNION ALL
    SELECT c.id FROM lesson c
     WHERE c.load_id = x.load_id AND c.status = 'cancelled' AND c.on_date <= x.on_date AND c.starts_at < x.starts_at
       AND NOT EXISTS (SELECT 1 FROM lesson p WHERE p.load_id = x.load_id AND p.status = 'planned'
                          AND p.starts_at > c.starts_at AND p.starts_at < x.starts_at)
"""

# Whether homework `h` is for a pupil: for everybody on the page, or the pupil is among the chosen.
FOR_PUPIL = """(NOT EXISTS (SELECT 1 FROM homework_pupil hp WHERE hp.homework_id = h.id)
    OR EXISTS (SELECT 1 FROM homework_pupil hp WHERE hp.homework_id = h.id AND hp.pupil_id = {pupil}))"""

# Whether the enrolment `e` is of a pupil on the page `t` (by `lc`) on a day: of the class, or of the group in it.
ON_PAGE = """
    t.id = lc.load_id AND e.starts <= {day} AND (e.ends IS NULL OR e.ends >= {day})
    AND (t.group_name = '' OR EXISTS (
         SELECT 1 FROM group_member m WHERE m.load_id = t.id AND m.pupil_id = e.pupil_id
            AND m.starts <= {day} AND (m.ends IS NULL OR m.ends >= {day})))"""
