"""Who is around a pupil: the school's people whom the family may write to, the family whom staff may (C1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import text

from core.app import Work
from core.conversations.sides import GUARDIAN_AGREED, PUPIL_AGREED
from core.conversations.voices import HELD_BY
from core.errors import AccessDenied, NothingThere
from core.folding_sql import FOLDED
from core.rights import WRITES_TO_ALL, leads
from core.rules.folding import name_key
from core.terms import Office

SUBSTITUTE_FOR = timedelta(days=14)
"""So long a substitute is asked about a lesson given."""

# The loads that a pupil has now: of a group only the pupil's own.
_LOADS = """
    SELECT t.id, t.teacher_id, s.name AS subject
      FROM load_class lc JOIN teaching_load t ON t.id = lc.load_id JOIN subject s ON s.id = t.subject_id
     WHERE lc.class_id = stay.class_id AND (t.group_name = '' OR EXISTS (
           SELECT FROM group_member g WHERE g.load_id = t.id AND g.pupil_id = stay.pupil_id
              AND g.starts <= :today AND (g.ends IS NULL OR g.ends >= :today)))
"""
_STAY = """
    SELECT DISTINCT ON (e.pupil_id) e.pupil_id, e.class_id FROM enrolment e
     WHERE e.pupil_id = ANY(CAST(:pupils AS integer[])) AND (e.ends IS NULL OR e.ends >= :today)
     ORDER BY e.pupil_id, e.starts
"""
_PUPILS = text(f"""
    SELECT u.id, u.surname, u.given_name, stay.class_id, k.name AS class_name, k.class_leader_id,
           EXISTS (SELECT FROM ({_LOADS}) t WHERE t.teacher_id = :staff) OR EXISTS (
             SELECT FROM ({_LOADS}) t JOIN lesson l ON l.load_id = t.id
              WHERE l.teacher_id = :staff AND l.on_date BETWEEN :since AND :today) AS taught,
           asked.on_date, asked.subject, asked.teacher_id
      FROM pupil u
      LEFT JOIN ({_STAY}) stay ON stay.pupil_id = u.id
      LEFT JOIN class_unit k ON k.id = stay.class_id
      LEFT JOIN LATERAL (
        SELECT l.on_date, l.teacher_id, t.subject FROM lesson l JOIN ({_LOADS}) t ON t.id = l.load_id
         WHERE l.id = CAST(:lesson AS integer)) asked ON true
     WHERE u.id = ANY(CAST(:pupils AS integer[]))
     ORDER BY u.id
""")
# Each word begins the surname, the given name or the class.
_NAMED = text(f"""
    SELECT u.id, u.surname, u.given_name, k.name AS class_name, count(*) OVER () AS found
      FROM enrolment stay JOIN pupil u ON u.id = stay.pupil_id JOIN class_unit k ON k.id = stay.class_id
     WHERE stay.starts <= :today AND (stay.ends IS NULL OR stay.ends >= :today)
       AND NOT EXISTS (
           SELECT FROM unnest(CAST(:words AS text[])) word
            WHERE NOT starts_with({FOLDED.format("u.surname")}, word)
              AND NOT starts_with({FOLDED.format("u.given_name")}, word)
              AND NOT starts_with({FOLDED.format("k.name")}, word))
       AND (:everybody OR k.class_leader_id = :staff
            OR EXISTS (SELECT FROM ({_LOADS}) t WHERE t.teacher_id = :staff)
            OR EXISTS (SELECT FROM ({_LOADS}) t JOIN lesson l ON l.load_id = t.id
                        WHERE l.teacher_id = :staff AND l.on_date BETWEEN :since AND :today))
     ORDER BY u.surname, u.given_name, k.name, u.id
     LIMIT :size
""")
_SCHOOL = text(f"""
    WITH stay AS ({_STAY}), found AS (
        SELECT t.teacher_id AS id, t.subject, false AS leads FROM stay, LATERAL ({_LOADS}) t
        UNION ALL
        SELECT l.teacher_id, t.subject, false FROM stay, LATERAL ({_LOADS}) t JOIN lesson l ON l.load_id = t.id
         WHERE l.on_date BETWEEN :since AND :today
        UNION ALL
        SELECT k.class_leader_id, NULL, true FROM stay JOIN class_unit k ON k.id = stay.class_id
    )
    SELECT s.id, s.surname, s.given_name, s.patronymic, bool_or(found.leads) AS leads,
           array_agg(DISTINCT found.subject) FILTER (WHERE found.subject IS NOT NULL) AS subjects,
           EXISTS (SELECT FROM link l JOIN account a ON a.id = l.account_id AND a.unreachable_at IS NULL
                    WHERE l.staff_id = s.id AND l.revoked_at IS NULL) AS connected
      FROM found JOIN staff s ON s.id = found.id
     WHERE s.dismissed IS NULL OR s.dismissed >= :today
     GROUP BY s.id
""")
_OFFICE = text("""
    SELECT EXISTS (SELECT FROM staff_role r JOIN staff s ON s.id = r.staff_id
                     JOIN link l ON l.staff_id = s.id AND l.revoked_at IS NULL
                     JOIN account a ON a.id = l.account_id AND a.unreachable_at IS NULL
                    WHERE r.role = ANY(CAST(:roles AS text[])) AND (s.dismissed IS NULL OR s.dismissed >= :today))
""")
_FAMILY = text(f"""
    SELECT t.pupil_id, w.id, w.surname, w.given_name, w.patronymic, t.kinship,
           coalesce({GUARDIAN_AGREED.format(guardian="w.id")}, false) AND EXISTS (
             SELECT FROM link l JOIN account a ON a.id = l.account_id AND a.unreachable_at IS NULL
              WHERE l.guardian_id = w.id AND l.revoked_at IS NULL) AS connected
      FROM guardianship t JOIN guardian w ON w.id = t.guardian_id
     WHERE t.pupil_id = ANY(CAST(:pupils AS integer[]))
    UNION ALL
    SELECT u.id, NULL, u.surname, u.given_name, u.patronymic, '',
           coalesce({PUPIL_AGREED.format(pupil="u.id")}, false) AND EXISTS (
             SELECT FROM link l JOIN account a ON a.id = l.account_id AND a.unreachable_at IS NULL
              WHERE l.pupil_id = u.id AND l.revoked_at IS NULL)
      FROM pupil u WHERE u.id = ANY(CAST(:pupils AS integer[]))
     ORDER BY 1, 2 NULLS LAST
""")


@dataclass(frozen=True)
class Subject:
    """A pupil as the subject of a conversation. `lesson`: subject and day, and who gives it, when asked for."""

    pupil_id: int
    surname: str
    given_name: str
    class_id: int | None
    class_name: str
    class_leader_id: int | None
    taught: bool
    lesson: str
    lesson_teacher_id: int | None


async def subjects_of(work: Work, pupil_ids: Sequence[int], lesson_id: int | None = None) -> list[Subject]:
    """The pupils who study here; `lesson_id` is one of theirs. In one statement. Raises NothingThere."""
    facts = {**_asked(work, pupil_ids), "lesson": lesson_id, "staff": work.actor.staff_id}
    rows = (await work.session.execute(_PUPILS, facts)).all()
    if len(rows) != len(set(pupil_ids)) or any(row.class_id is None for row in rows):
        raise NothingThere
    if lesson_id is not None and any(row.on_date is None for row in rows):
        raise NothingThere
    return [
        Subject(
            pupil_id=row.id,
            surname=row.surname,
            given_name=row.given_name,
            class_id=row.class_id,
            class_name=row.class_name or "",
            class_leader_id=row.class_leader_id,
            taught=row.taught,
            lesson=f"{row.subject}, {row.on_date:%d.%m}" if row.on_date else "",
            lesson_teacher_id=row.teacher_id,
        )
        for row in rows
    ]


def require_to_write_to(work: Work, subjects: Sequence[Subject]) -> int:
    """Who teaches or leads each of the pupils, deputies, director and administrator: the staff id.

    Raises NotConnected, AccessDenied.
    """
    staff_id = work.actor.require_staff()
    if not work.actor.holds(*WRITES_TO_ALL):
        for one in subjects:
            if not (one.taught or leads(work, [one.class_id or 0])):
                raise AccessDenied(pupil=one.pupil_id)
    return staff_id


async def pupils_named(work: Work, words: Sequence[str], size: int) -> Sequence[Any]:
    """Up to `size` pupils whom the words name and to whose families the actor may write, by name; `found`: of how many.

    Raises NotConnected.
    """
    facts = {"staff": work.actor.require_staff(), "everybody": work.actor.holds(*WRITES_TO_ALL), "size": size}
    keys = {"words": [name_key(word) for word in words], "today": work.today, "since": work.today - SUBSTITUTE_FOR}
    return (await work.session.execute(_NAMED, facts | keys)).all()


async def school_of(work: Work, pupil_id: int) -> Sequence[Any]:
    """Teachers of the pupil's subjects, substitutes of the last two weeks, the class leader: each once."""
    return (await work.session.execute(_SCHOOL, _asked(work, [pupil_id]))).all()


async def office_connected(work: Work, office: Office) -> bool:
    """Whether any holder has a chat with the bot."""
    facts = {"roles": [role.value for role in HELD_BY[office]], "today": work.today}
    return bool(await work.session.scalar(_OFFICE, facts))


async def relatives_of(work: Work, pupil_ids: Sequence[int]) -> Sequence[Any]:
    """The pupils' guardians and (id None) the pupils themselves."""
    facts = {"pupils": list(pupil_ids), "today": work.today}
    return (await work.session.execute(_FAMILY, facts)).all()


def _asked(work: Work, pupil_ids: Sequence[int]) -> dict[str, Any]:
    return {"pupils": list(pupil_ids), "today": work.today, "since": work.today - SUBSTITUTE_FOR}
