"""A pupil's card and the cards of a class, as the staff reads them (P2)."""

from datetime import date
from typing import Any

from sqlalchemy import Row, text

from core.access.cards import Reach
from core.app import Work
from core.errors import NothingThere
from core.pupil_cards.card_sql import CARD, DUE, LAST, OPEN, STAYS, due_facts
from core.pupil_cards.changes import changes_between
from core.pupil_cards.facts import CardGuardian, CardLine, ClassCards, PupilCard
from core.pupil_cards.rights import asks_for_cards, confirms_cards, keeps_cards, require, sees_cards
from core.rights import sees_classes
from core.rules.names import full_name, initials_of, sort_key, told_apart

_COLUMNS = f"""
    p.id, p.surname, p.given_name, p.patronymic, p.birth_date, p.phone, p.email, p.address,
    c.id AS class_id, c.name AS class_name, last.confirmed_at, last.card AS confirmed, {CARD} AS stands, {DUE} AS due
"""
_TABLES = f"enrolment e JOIN pupil p ON p.id = e.pupil_id JOIN class_unit c ON c.id = e.class_id {LAST}"

# In the class of today, else in the one to come.
_ONE = text(f"""
    SELECT {_COLUMNS}, f.surname AS f_surname, f.given_name AS f_given_name, f.patronymic AS f_patronymic,
           (SELECT json_agg(json_build_array(
                       w.id, concat_ws(' ', w.surname, w.given_name, nullif(w.patronymic, '')), s.kinship,
                       w.phone, w.email,
                       (SELECT bool_or(a.unreachable_at IS NULL) FROM link k JOIN account a ON a.id = k.account_id
                         WHERE k.guardian_id = w.id AND k.revoked_at IS NULL)) ORDER BY w.id)
              FROM guardianship s JOIN guardian w ON w.id = s.guardian_id WHERE s.pupil_id = p.id) AS guardians,
           (SELECT json_agg(json_build_array(b.name, t.group_name) ORDER BY b.name)
              FROM group_member g JOIN teaching_load t ON t.id = g.load_id JOIN subject b ON b.id = t.subject_id
             WHERE g.pupil_id = p.id AND t.year_id = :year
               AND g.starts <= :today AND (g.ends IS NULL OR g.ends >= :today)) AS groups,
           (SELECT array_agg(r.id ORDER BY r.id) FROM contact_proposal r
             WHERE r.pupil_id = p.id AND {OPEN}) AS proposals
      FROM {_TABLES} LEFT JOIN staff f ON f.id = last.confirmed_by
     WHERE p.id = :pupil AND c.year_id = :year AND {STAYS}
     ORDER BY e.starts > :today, e.starts LIMIT 1
""")

_OF_CLASS = text(f"""
    SELECT {_COLUMNS}, c.cards_asked_at,
           EXISTS (SELECT 1 FROM contact_proposal r WHERE r.pupil_id = p.id AND {OPEN}) AS proposed
      FROM {_TABLES}
     WHERE c.id = :class AND {STAYS}
""")
_CLASS = text("SELECT name, cards_asked_at FROM class_unit WHERE id = :class AND year_id = :year")


async def pupil_card(work: Work, pupil_id: int) -> PupilCard:
    """One card, in one statement. Raises NotConnected, AccessDenied, NothingThere."""
    work.actor.require_staff()
    row = (await work.session.execute(_ONE, {"pupil": pupil_id, **_facts(work)})).one_or_none()
    if row is None:
        raise NothingThere
    require(sees_cards(work, row.class_id), row.class_id)
    return PupilCard(
        pupil_id=row.id,
        name=full_name(row),
        class_id=row.class_id,
        class_name=row.class_name,
        birth_date=row.birth_date,
        age=age(row.birth_date, work.today),
        phone=row.phone,
        email=row.email,
        address=row.address,
        guardians=tuple(_guardian(facts) for facts in row.guardians or ()),
        groups=tuple((subject, group) for subject, group in row.groups or ()),
        confirmed_at=row.confirmed_at and work.local(row.confirmed_at),
        confirmed_by=initials_of(row.f_surname, row.f_given_name, row.f_patronymic) if row.f_surname else "",
        changes=changes_between(row.confirmed, row.stands),
        due=row.due,
        proposals=tuple(row.proposals or ()),
        may_edit=keeps_cards(work, row.class_id),
        may_confirm=confirms_cards(work, row.class_id),
        desk=sees_classes(work, [row.class_id]),
        stands=row.stands,
    )


async def class_cards(work: Work, class_id: int) -> ClassCards:
    """The cards of a class, in two statements. Raises NotConnected, AccessDenied, NothingThere."""
    work.actor.require_staff()
    require(sees_cards(work, class_id), class_id)
    head = (await work.session.execute(_CLASS, {"class": class_id, **_facts(work)})).one_or_none()
    if head is None:
        raise NothingThere
    rows = (await work.session.execute(_OF_CLASS, {"class": class_id, **_facts(work)})).all()
    mates = sorted({row.id: row for row in rows}.values(), key=lambda row: sort_key(full_name(row)))
    lines = tuple(_line(work, row, name) for row, name in zip(mates, told_apart(mates), strict=True))
    return ClassCards(
        class_id=class_id,
        class_name=head.name,
        lines=lines,
        confirms=work.regulation(work.today).class_leader_confirms,
        asked_at=head.cards_asked_at and work.local(head.cards_asked_at),
        may_confirm=confirms_cards(work, class_id),
        may_ask=asks_for_cards(work, class_id),
        desk=sees_classes(work, [class_id]),
    )


def age(birth_date: date | None, today: date) -> int | None:
    """Full years."""
    if birth_date is None:
        return None
    return today.year - birth_date.year - ((today.month, today.day) < (birth_date.month, birth_date.day))


def _facts(work: Work) -> dict[str, Any]:
    return {"year": work.school.year_id, **due_facts(work)}


def _guardian(facts: list[Any]) -> CardGuardian:
    guardian_id, name, kinship, phone, email, reached = facts
    reach = Reach.NONE if reached is None else Reach.CONNECTED if reached else Reach.UNREACHABLE
    return CardGuardian(guardian_id, name, kinship, phone, email, reach)


def _line(work: Work, row: Row[Any], name: str) -> CardLine:
    return CardLine(
        pupil_id=row.id,
        name=name,
        due=row.due,
        changes=changes_between(row.confirmed, row.stands),
        proposed=row.proposed,
        confirmed_at=row.confirmed_at and work.local(row.confirmed_at),
        stands=row.stands,
    )
