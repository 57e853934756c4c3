"""A family's proposal read with whom it is about and how it stands (P2)."""

from typing import Any

from sqlalchemy import Row

from core.app import Work
from core.pupil_cards.card_sql import STAYS
from core.pupil_cards.facts import ChangedContact, Proposal
from core.rules.contacts import ContactField
from core.rules.names import initials_of, list_name

# Needs :year and :today. Who proposes: the guardian of the child behind the account, connected still or once.
PROPOSAL = f"""
    SELECT r.id, r.pupil_id, r.guardian_id, r.contacts, r.made_at, r.answer, r.words, r.answered_at, r.withdrawn_at,
           p.surname, p.given_name, c.id AS class_id, c.name AS class_name,
           json_build_object('phone', coalesce(w.phone, p.phone), 'email', coalesce(w.email, p.email),
                             'address', p.address) AS stands,
           coalesce(concat_ws(' ', w.surname, w.given_name, nullif(w.patronymic, '')), '') AS guardian,
           coalesce(author.name, '') AS by, coalesce(author.kinship, '') AS kinship,
           f.surname AS f_surname, f.given_name AS f_given_name, f.patronymic AS f_patronymic
      FROM contact_proposal r
      JOIN pupil p ON p.id = r.pupil_id
      JOIN LATERAL (
           SELECT c.id, c.name FROM enrolment e JOIN class_unit c ON c.id = e.class_id
            WHERE e.pupil_id = p.id AND c.year_id = :year AND {STAYS}
            ORDER BY e.starts > :today, e.starts LIMIT 1) c ON true
      LEFT JOIN guardian w ON w.id = r.guardian_id
      LEFT JOIN staff f ON f.id = r.answered_by
      LEFT JOIN LATERAL (
           SELECT concat_ws(' ', g.surname, g.given_name, nullif(g.patronymic, '')) AS name, s.kinship
             FROM link k
             JOIN guardianship s ON s.guardian_id = k.guardian_id AND s.pupil_id = r.pupil_id
             JOIN guardian g ON g.id = k.guardian_id
            WHERE k.account_id = r.account_id
            ORDER BY k.guardian_id = r.guardian_id DESC NULLS LAST, k.revoked_at IS NULL DESC, k.id DESC LIMIT 1
      ) author ON true
"""


def here(work: Work) -> dict[str, Any]:
    """What PROPOSAL takes."""
    return {"year": work.school.year_id, "today": work.today}


def as_proposal(work: Work, row: Row[Any], *, may_decide: bool = False) -> Proposal:
    """Of an open one the contacts as they stand now, of one answered as they stood then."""
    still = row.answer is None
    return Proposal(
        id=row.id,
        pupil_id=row.pupil_id,
        pupil=list_name(row.surname, row.given_name),
        class_id=row.class_id,
        class_name=row.class_name,
        guardian_id=row.guardian_id,
        guardian=row.guardian,
        by=row.by,
        kinship=row.kinship,
        contacts=tuple(
            ChangedContact(field, row.stands[field] if still else facts["was"], facts["to"])
            for field in ContactField
            if (facts := row.contacts.get(field)) is not None
        ),
        made_at=work.local(row.made_at),
        answer=row.answer,
        words=row.words,
        answered_by=initials_of(row.f_surname, row.f_given_name, row.f_patronymic) if row.f_surname else "",
        answered_at=row.answered_at and work.local(row.answered_at),
        withdrawn=row.withdrawn_at is not None,
        may_decide=may_decide,
    )
