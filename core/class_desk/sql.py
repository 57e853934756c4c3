"""What the numbers of the desk and the lists behind them both count, so that they agree. Each needs :class, :today."""

from typing import Any

from core.announcements.people import STUDIES, person_of, reach_of
from core.app import Work
from core.pupil_cards.card_sql import STAYS

# Works owed in the present study period, or in holidays the one before.
OWED = """
    SELECT m.id, m.pupil_id, m.lesson_id, m.kind_id, l.on_date, l.load_id
      FROM enrolment e
      JOIN class_unit c ON c.id = e.class_id
      JOIN LATERAL (
           SELECT s.starts, s.ends FROM study_period s
            WHERE s.year_id = c.year_id AND s.kind <> 'year' AND s.starts <= :today
              AND c.grade_level BETWEEN s.grade_from AND s.grade_to
            ORDER BY s.starts DESC LIMIT 1) period ON true
      JOIN mark m ON m.pupil_id = e.pupil_id AND m.value = 'dot' AND m.removed_at IS NULL
      JOIN lesson l ON l.id = m.lesson_id AND l.on_date BETWEEN period.starts AND period.ends
     WHERE e.class_id = :class AND e.starts <= :today AND (e.ends IS NULL OR e.ends >= :today)
"""

# Pupils none of whose guardians a message reaches; `blocked`: somebody was connected and has blocked the bot.
NOT_CONNECTED = f"""
    SELECT e.pupil_id, reached.somebody IS NOT NULL AS blocked
      FROM enrolment e
      LEFT JOIN LATERAL (
           SELECT bool_or(a.unreachable_at IS NULL) AS somebody
             FROM guardianship s
             JOIN link k ON k.guardian_id = s.guardian_id AND k.revoked_at IS NULL
             JOIN account a ON a.id = k.account_id
            WHERE s.pupil_id = e.pupil_id) reached ON true
     WHERE e.class_id = :class AND {STAYS} AND reached.somebody IS NOT TRUE
"""

_SAID = "(SELECT c.answer FROM consent c WHERE c.{who} = {id} ORDER BY c.id DESC LIMIT 1)"

# Connected people without a consent that stands: guardians once, and pupils of the age to answer for themselves.
NO_CONSENT = f"""
    SELECT DISTINCT 'guardian' AS kind, s.guardian_id AS person, min(s.pupil_id) AS pupil_id, said.answer
      FROM enrolment e
      JOIN guardianship s ON s.pupil_id = e.pupil_id
      CROSS JOIN LATERAL (SELECT {_SAID.format(who="guardian_id", id="s.guardian_id")} AS answer) said
     WHERE e.class_id = :class AND {STAYS} AND said.answer IS DISTINCT FROM 'given'
       AND EXISTS (SELECT 1 FROM link k WHERE k.guardian_id = s.guardian_id AND k.revoked_at IS NULL)
     GROUP BY s.guardian_id, said.answer
    UNION ALL
    SELECT 'pupil', p.id, p.id, said.answer
      FROM enrolment e
      JOIN pupil p ON p.id = e.pupil_id AND p.birth_date + make_interval(14) <= :today
      CROSS JOIN LATERAL (SELECT {_SAID.format(who="pupil_id", id="p.id")} AS answer) said
     WHERE e.class_id = :class AND {STAYS} AND said.answer IS DISTINCT FROM 'given'
       AND EXISTS (SELECT 1 FROM link k WHERE k.pupil_id = p.id AND k.revoked_at IS NULL)
"""

_UNREAD = f"""
    SELECT DISTINCT ON (b.announcement_id, {person_of("b")})
           b.announcement_id, b.guardian_id, b.pupil_id, b.child_id{{more}}
      FROM announcement_reader b
      JOIN announcement n ON n.id = b.announcement_id
     WHERE b.class_id = :class AND b.read_at IS NULL AND n.acknowledgement <> 'none'
       AND n.published_at IS NOT NULL AND n.withdrawn_at IS NULL AND (n.ends_on IS NULL OR n.ends_on >= :today)
       AND {STUDIES.format(of="b")}
     ORDER BY b.announcement_id, {person_of("b")}, b.id
"""

# Those of the class who have still to acknowledge an announcement that is on the board: a mother of twins once.
UNREAD = _UNREAD.format(more="")

# The same, and whether a reminder pressed now would come to them.
UNREAD_REACHED = _UNREAD.format(
    more=f""", {reach_of("b")} = 2 AS reached, b.reminded_at IS NULL OR b.reminded_at < :midnight AS unreminded"""
)


def desk_facts(work: Work) -> dict[str, Any]:
    """What these take besides :class."""
    return {"today": work.today}
