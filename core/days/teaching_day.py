"""«Сегодня»: a teacher's lessons of a day, and how many there are in a week."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import text

from core.announcements.board import STAFF_WAITING
from core.app import Work
from core.conversations.inbox import UNREAD, unread_facts
from core.page.lacking import FILLING_COLUMNS, lacking
from core.reports.card import CONCERNS, OPEN, concerned
from core.requests.reading import OWN_FOR
from core.rules.weeks import monday_of
from core.timetable.lesson_sql import LESSON_COLUMNS, LESSON_TABLES
from core.timetable.lessons import LessonFacts, lesson_facts


@dataclass(frozen=True)
class TaughtLesson:
    """A lesson in the teacher's list. `mine` False: the page is mine, but somebody else gives the lesson.

    `missing`: the parts of the page still to be entered (rules/filling.py).
    """

    lesson: LessonFacts
    absent: int
    late: int
    mine: bool
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class TeachingDay:
    """The lessons of a day in the order of the bells. `now` is the school's wall clock."""

    day: date
    today: date
    now: datetime
    lessons: tuple[TaughtLesson, ...]
    holiday: str | None


@dataclass(frozen=True)
class TeachingWeek:
    """Monday to the last school day: (day, lessons, rolls not taken among those begun)."""

    monday: date
    today: date
    days: tuple[tuple[date, int, int], ...]


@dataclass(frozen=True)
class StaffDesk:
    """What the staff home shows: the name, rolls that wait or come later today, the rights, the own settings.

    `requests_waiting`: for this person to decide; `requests_own`: this person's of the last two weeks.
    `reports_waiting`: families' reports of wrong entries that concern this person and wait for an answer;
    `announcements_waiting`: announcements that do. `talks_unread`: conversations with something unread.
    `prints_waiting`: print jobs, for an administrator.
    """

    name: str
    today: date
    open_rolls: int
    rolls_ahead: int
    lessons_today: int
    led: tuple[tuple[int, str], ...]
    bell_cards: bool
    language: str
    requests_waiting: int = 0
    reports_waiting: int = 0
    requests_own: int = 0
    announcements_waiting: int = 0
    talks_unread: int = 0
    prints_waiting: int = 0


_TAUGHT = text(f"""
    SELECT {LESSON_COLUMNS}, {FILLING_COLUMNS},
           count(a.pupil_id) FILTER (WHERE a.status = 'absent') AS absent,
           count(a.pupil_id) FILTER (WHERE a.status = 'late') AS late
      FROM {LESSON_TABLES} LEFT JOIN attendance a ON a.lesson_id = l.id
     WHERE l.on_date = :day AND (l.teacher_id = :staff OR t.teacher_id = :staff)
     GROUP BY l.id, t.id, s.id
     ORDER BY l.starts_at, l.id
""")

_HOLIDAY = text("SELECT name FROM holiday WHERE year_id = :year AND starts <= :day AND ends >= :day LIMIT 1")

_WEEK = text("""
    SELECT l.on_date, count(*) AS lessons,
           count(*) FILTER (WHERE l.roll_taken_at IS NULL AND l.starts_at <= :now) AS undone
      FROM lesson l
     WHERE l.teacher_id = :staff AND l.status = 'planned' AND l.on_date BETWEEN :monday AND :sunday
     GROUP BY l.on_date
""")

_DESK = text(f"""
    SELECT s.surname, s.given_name, s.patronymic, a.bell_cards, a.language,
           (SELECT json_agg(json_build_array(c.id, c.name) ORDER BY c.key) FROM class_unit c
             WHERE c.class_leader_id = s.id AND c.year_id = :year) AS led,
           (SELECT count(*) FROM lesson l WHERE l.teacher_id = s.id AND l.on_date = :today AND l.status = 'planned')
             AS lessons_today,
           (SELECT count(*) FROM lesson l WHERE l.teacher_id = s.id AND l.on_date = :today AND l.status = 'planned'
               AND l.roll_taken_at IS NULL AND l.starts_at <= :now) AS open_rolls,
           (SELECT count(*) FROM lesson l WHERE l.teacher_id = s.id AND l.on_date = :today AND l.status = 'planned'
               AND l.roll_taken_at IS NULL AND l.starts_at > :now) AS rolls_ahead,
           (SELECT count(*) FROM entry_request q WHERE q.reason IS NOT NULL AND q.answer IS NULL
               AND jsonb_exists_any(q.rule -> 'deciders', CAST(:roles AS text[]))) AS requests_waiting,
           (SELECT count(*) FROM error_report r JOIN lesson l ON l.id = r.lesson_id
              JOIN teaching_load t ON t.id = l.load_id LEFT JOIN mark m ON m.id = r.mark_id
             WHERE {OPEN} AND {CONCERNS}) AS reports_waiting,
           (SELECT count(*) FROM entry_request q WHERE q.made_by = s.id AND q.asked_at > :lately) AS requests_own,
           {STAFF_WAITING} AS announcements_waiting,
           {UNREAD} AS talks_unread,
           (SELECT count(*) FROM print_job WHERE done_at IS NULL) AS prints_waiting
      FROM staff s, account a WHERE s.id = :staff AND a.id = :account
""")


async def teaching_day(work: Work, day: date | None = None) -> TeachingDay:
    """The actor's lessons of a day (none: today), also those where the actor is a substitute. Raises NotConnected."""
    staff_id = work.actor.require_staff()
    day = day or work.today
    rows = (await work.session.execute(_TAUGHT, {"day": day, "staff": staff_id})).all()
    taught = [
        TaughtLesson(
            lesson_facts(work, row), row.absent, row.late, mine=row.teacher_id == staff_id, missing=lacking(work, row)
        )
        for row in rows
    ]
    holiday = None if taught else await _holiday(work, day)
    return TeachingDay(day, work.today, work.local_now, tuple(taught), holiday)


async def teaching_week(work: Work, day: date) -> TeachingWeek:
    """The actor's week that holds `day`. Raises NotConnected."""
    staff_id = work.actor.require_staff()
    monday = monday_of(day)
    facts = {"staff": staff_id, "monday": monday, "sunday": monday + timedelta(days=6), "now": work.now}
    counts = {row.on_date: (row.lessons, row.undone) for row in (await work.session.execute(_WEEK, facts)).all()}
    shown = max(work.school.days_in_week, max((d.isoweekday() for d in counts), default=0))
    days = [monday + timedelta(days=n) for n in range(shown)]
    return TeachingWeek(monday, work.today, tuple((d, *counts.get(d, (0, 0))) for d in days))


async def staff_desk(work: Work) -> StaffDesk:
    """What the home screen of a staff member says. Raises NotConnected."""
    staff_id = work.actor.require_staff()
    facts = {
        **concerned(work),
        **unread_facts(work),
        "staff": staff_id,
        "account": work.actor.account_id,
        "now": work.now,
        "roles": sorted(work.actor.roles),
        "lately": work.now - OWN_FOR,
    }
    row = (await work.session.execute(_DESK, facts)).one()
    return StaffDesk(
        name=" ".join(part for part in (row.given_name, row.patronymic) if part) or row.surname,
        today=work.today,
        open_rolls=row.open_rolls,
        rolls_ahead=row.rolls_ahead,
        lessons_today=row.lessons_today,
        led=tuple((class_id, name) for class_id, name in row.led or []),
        bell_cards=row.bell_cards,
        language=row.language,
        requests_waiting=row.requests_waiting,
        reports_waiting=row.reports_waiting,
        requests_own=row.requests_own,
        announcements_waiting=row.announcements_waiting,
        talks_unread=row.talks_unread,
        prints_waiting=row.prints_waiting,
    )


async def _holiday(work: Work, day: date) -> str | None:
    row = await work.session.execute(_HOLIDAY, {"year": work.school.year_id, "day": day})
    name: str | None = row.scalar()
    return name
