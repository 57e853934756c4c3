"""Pieces of SQL about cards: what a card says, when it was confirmed, whether that is due again."""

from datetime import time
from typing import Any

from core.app import Work

# What a confirmation vouches for, of pupil `p`: told apart by person and field, so that a change can be named.
CARD = """jsonb_build_object(
    'name', concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')), 'birth_date', p.birth_date,
    'phone', p.phone, 'email', p.email, 'address', p.address,
    'guardians', coalesce((
        SELECT jsonb_object_agg(w.id, jsonb_build_object(
                   'name', concat_ws(' ', w.surname, w.given_name, nullif(w.patronymic, '')),
                   'kinship', s.kinship, 'phone', w.phone, 'email', w.email))
          FROM guardianship s JOIN guardian w ON w.id = s.guardian_id WHERE s.pupil_id = p.id), '{}'))"""

LAST = """LEFT JOIN LATERAL (
    SELECT f.confirmed_at, f.confirmed_by, f.changed -> 'card' AS card FROM card_confirmation f
     WHERE f.pupil_id = p.id ORDER BY f.confirmed_at DESC, f.id DESC LIMIT 1) last ON true"""

OPEN = "(r.answer IS NULL AND r.withdrawn_at IS NULL)"
"""A proposal `r` that waits for an answer."""

# Whether the card of `p`, of class `c`, is to be confirmed by the school's rule (class_leader_confirms). One never
# confirmed waits, unless the rule is to wait until asked: nobody could say what has changed about it.
DUE = f"""(CASE
    WHEN c.cards_asked_at > coalesce(last.confirmed_at, '-infinity') THEN true
    WHEN CAST(:confirms AS text) = 'on_request' THEN false
    WHEN last.confirmed_at IS NULL THEN true
    WHEN CAST(:confirms AS text) = 'monthly' THEN last.confirmed_at < :month
    ELSE last.card IS DISTINCT FROM {CARD}
         OR EXISTS (SELECT 1 FROM contact_proposal r WHERE r.pupil_id = p.id AND {OPEN}) END)"""

STAYS = "(e.ends IS NULL OR e.ends >= :today)"
"""Enrolment `e` of somebody who has not left, or is to come."""


def due_facts(work: Work) -> dict[str, Any]:
    """What DUE and STAYS take."""
    return {
        "confirms": work.regulation(work.today).class_leader_confirms,
        "month": work.at(work.today.replace(day=1), time(0)),
        "today": work.today,
    }
