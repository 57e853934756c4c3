"""Whom an audience comes to, as SQL: the people themselves and how far their chats reach (C2).

Parameters of PEOPLE: `today`, `year`, `author` and those of `asked`.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import literal_column
from sqlalchemy.sql.elements import ColumnElement

from core.app import Work
from core.identity import consented, pupil_consented
from storage.models import Consent

# Whoever is enrolled from the first day of the year on is a pupil in the summer before it, too.
PUPILS = """
    SELECT e.pupil_id, e.class_id
      FROM enrolment e JOIN class_unit c ON c.id = e.class_id JOIN study_year y ON y.id = c.year_id
     WHERE y.id = :year AND e.starts <= greatest(:today, y.starts)
       AND (e.ends IS NULL OR e.ends >= greatest(:today, y.starts))
"""

# Whether somebody found by PUPILS (the row `e`) is of a group.
IN_GROUP = """
    EXISTS (SELECT FROM load_class lc JOIN teaching_load tl ON tl.id = lc.load_id
             WHERE lc.class_id = {e}.class_id AND {load}
               AND (tl.group_name = '' OR EXISTS (
                   SELECT FROM group_member g WHERE g.load_id = tl.id AND g.pupil_id = {e}.pupil_id
                      AND g.starts <= :today AND (g.ends IS NULL OR g.ends >= :today))))
"""

WORKS = """
    (s.dismissed IS NULL OR s.dismissed >= :today)
"""

# Whether the child by whom a reader (the row `of`) is concerned is still at the school.
STUDIES = """EXISTS (SELECT FROM enrolment e WHERE e.pupil_id = coalesce({of}.child_id, {of}.pupil_id)
                        AND (e.ends IS NULL OR e.ends >= :today))"""

PEOPLE = f"""
    meant AS (
        SELECT p.pupil_id, p.class_id FROM ({PUPILS}) p JOIN class_unit u ON u.id = p.class_id
         WHERE :everybody OR u.id = ANY(:classes) OR u.grade_level = ANY(:grades)
            OR {IN_GROUP.format(e="p", load="lc.load_id = ANY(:groups)")}
    ),
    people AS (
        SELECT CAST(NULL AS integer) AS staff_id, k.guardian_id, CAST(NULL AS integer) AS pupil_id,
               m.pupil_id AS child_id, m.class_id
          FROM meant m JOIN guardianship k ON k.pupil_id = m.pupil_id WHERE :guardians
        UNION ALL
        SELECT NULL, NULL, m.pupil_id, NULL, m.class_id FROM meant m WHERE :pupils
        UNION ALL
        SELECT s.id, NULL, NULL, NULL, NULL FROM staff s
         WHERE s.id <> :author AND {WORKS}
           AND (:all_staff OR EXISTS (SELECT FROM staff_role r WHERE r.staff_id = s.id AND r.role = ANY(:roles))
                OR (:leaders AND EXISTS (
                    SELECT FROM class_unit c WHERE c.class_leader_id = s.id AND c.year_id = :year)))
    )
"""


def _sql(expression: ColumnElement[bool]) -> str:
    """The rule of core/identity.py as text, to stand in a larger statement."""
    return str(expression.compile(compile_kwargs={"literal_binds": True}))


GUARDIAN_AGREED = _sql(consented(Consent.guardian_id == literal_column("l.guardian_id")))
PUPIL_AGREED = _sql(pupil_consented(literal_column("l.pupil_id"), literal_column(":today")))
_CHATS = """(SELECT max(CASE WHEN a.unreachable_at IS NULL THEN 2 ELSE 1 END)
               FROM link l JOIN account a ON a.id = l.account_id
              WHERE l.{who}_id = {of}.{who}_id AND l.revoked_at IS NULL AND {agreed})"""
_STAYED = f"EXISTS (SELECT FROM staff s WHERE s.id = l.staff_id AND {WORKS})"


def reach_of(of: str) -> str:
    """SQL: 2 when a person (a row `of` with staff_id, guardian_id, pupil_id, child_id) can be written to, 1 when every
    chat is blocked, 0 without a chat or consent, and of those who have left since.
    """
    staff = _CHATS.format(of=of, who="staff", agreed=_STAYED)
    guardian = _CHATS.format(of=of, who="guardian", agreed=GUARDIAN_AGREED)
    pupil = _CHATS.format(of=of, who="pupil", agreed=PUPIL_AGREED)
    return f"""coalesce(CASE WHEN {of}.staff_id IS NOT NULL THEN {staff} WHEN NOT {STUDIES.format(of=of)} THEN 0
                             WHEN {of}.guardian_id IS NOT NULL THEN {guardian} ELSE {pupil} END, 0)"""


def person_of(of: str) -> str:
    """SQL: what tells the people of an audience apart."""
    return f"coalesce('s' || {of}.staff_id, 'g' || {of}.guardian_id, 'p' || {of}.pupil_id)"


def asked(work: Work, audience: Mapping[str, Any], author: int) -> dict[str, Any]:
    """The parameters of PEOPLE from an announcement's `audience`."""
    to = audience.get("to", [])
    return {
        "today": work.today,
        "year": work.school.year_id,
        "author": author,
        "everybody": bool(audience.get("everybody")),
        "classes": audience.get("classes", []),
        "grades": audience.get("grades", []),
        "groups": audience.get("groups", []),
        "guardians": "guardians" in to,
        "pupils": "pupils" in to,
        "roles": audience.get("roles", []),
        "all_staff": bool(audience.get("all_staff")),
        "leaders": bool(audience.get("leaders")),
    }
