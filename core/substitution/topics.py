"""What a class's course plan has next: the first thing a substitute wants to know."""

from collections.abc import Iterable

from sqlalchemy import text

from core.app import Work
from core.plans.pages import PAGES, SERVING
from core.timetable.lessons import LessonFacts

_NEXT = text(f"""
WITH page AS ({PAGES.format(where="t.id = ANY(CAST(:loads AS integer[]))")}),
line AS (
    SELECT page.load_id, line.number, line.topic, line.hours,
           coalesce((SELECT sum(d.hours) FROM plan_delivery d JOIN lesson l ON l.id = d.lesson_id
                      WHERE d.line_id = line.id AND l.load_id = page.load_id AND l.status = 'planned'), 0) AS delivered
      FROM page, LATERAL ({SERVING}) plan, plan_line line WHERE line.plan_id = plan.plan_id
)
SELECT DISTINCT ON (load_id) load_id, topic FROM line
 WHERE delivered < hours
 ORDER BY load_id, number < (SELECT coalesce(max(x.number), 0) FROM line x
                              WHERE x.load_id = line.load_id AND x.delivered > 0), number
""")


async def next_topics(work: Work, lessons: Iterable[LessonFacts]) -> dict[int, str]:
    """The next line of the plan by journal page; pages without a plan, or at its end, are not named."""
    loads = sorted({lesson.load_id for lesson in lessons})
    found = await work.session.execute(_NEXT, {"loads": loads})
    return {row.load_id: row.topic for row in found.all()}
