"""A quarter's past for a measured school: twelve subjects a class, their lessons held, marks for every pupil."""

from datetime import timedelta

from sqlalchemy import text

from benchmarks.town import Town, analyse

SUBJECTS = 12
LESSONS = 16
MARKS = 6
"""For each pupil in each subject."""

_SUBJECTS = text("""
    INSERT INTO subject (name, short_name) SELECT 'Наука ' || n, 'Н' || n FROM generate_series(1, :subjects) n
""")
_LOADS = text("""
    INSERT INTO teaching_load (year_id, subject_id, teacher_id, group_name, hours_per_week)
    SELECT c.year_id, s.id, c.class_leader_id, 'past ' || c.id, 2 FROM class_unit c, subject s
     WHERE s.name LIKE 'Наука %'
""")
_CLASSES = text("""
    INSERT INTO load_class (load_id, class_id, subject_id, group_name)
    SELECT t.id, split_part(t.group_name, ' ', 2)::integer, t.subject_id, '' FROM teaching_load t
     WHERE t.group_name LIKE 'past %'
""")
_WHOLE_CLASS = text("UPDATE teaching_load SET group_name = '' WHERE group_name LIKE 'past %'")
_HELD = text("""
    INSERT INTO lesson (load_id, origin_date, origin_no, on_date, lesson_no, starts_at, ends_at, teacher_id,
                        roll_taken_at, roll_taken_by, topic)
    SELECT t.id, day, 1 + t.subject_id % 7, day, 1 + t.subject_id % 7, day + time '05:30', day + time '06:15',
           t.teacher_id, day + time '06:00', t.teacher_id, 'Тема ' || n
      FROM teaching_load t JOIN subject s ON s.id = t.subject_id AND s.name LIKE 'Наука %',
           generate_series(1, :lessons) n, LATERAL (SELECT CAST(:today AS date) - 3 * CAST(n AS integer) AS day) d
""")
_MARKS = text("""
    INSERT INTO mark (lesson_id, pupil_id, kind_id, value, given_by, given_at)
    SELECT l.id, e.pupil_id, 1 + (e.pupil_id + l.id) % 4, (2 + (e.pupil_id * 7 + l.id * 3) % 4)::text, l.teacher_id,
           l.starts_at
      FROM lesson l JOIN teaching_load t ON t.id = l.load_id JOIN subject s ON s.id = t.subject_id
      JOIN load_class lc ON lc.load_id = t.id JOIN enrolment e ON e.class_id = lc.class_id
     WHERE s.name LIKE 'Наука %' AND (e.pupil_id + l.id) % :lessons < :marks
""")
_PERIODS = text("""
    INSERT INTO study_period (year_id, name, kind, grade_from, grade_to, starts, ends)
    SELECT year_id, '1 четверть', 'quarter', 1, 12, CAST(:first AS date), CAST(:last AS date) FROM school
""")


async def live_a_quarter(built: Town) -> None:
    """Write it all, a statement a table; the quarter ends in a few days."""
    async with built.sessions() as session, session.begin():
        today = (await session.execute(text("SELECT CAST(now() AT TIME ZONE 'UTC' AS date)"))).scalar_one()
        first, last = today - timedelta(days=60), today + timedelta(days=3)
        await session.execute(_PERIODS, {"first": first, "last": last})
        await session.execute(text("UPDATE study_year SET starts = :first"), {"first": first - timedelta(days=1)})
        await session.execute(text("UPDATE enrolment SET starts = :first"), {"first": first})
        await session.execute(_SUBJECTS, {"subjects": SUBJECTS})
        for statement in (_LOADS, _CLASSES, _WHOLE_CLASS):
            await session.execute(statement)
        await session.execute(_HELD, {"lessons": LESSONS, "today": today})
        await session.execute(_MARKS, {"lessons": LESSONS, "marks": MARKS})
    await analyse(built.sessions)
