"""Children of an account who have left the school: their diary is closed, and the family is told so plainly."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import text

from core.app import Work
from core.errors import AccessDenied, ChildLeft, NotConnected
from core.rules.names import initials_of

_DEPARTED = text("""
    SELECT DISTINCT ON (p.id) p.id, p.surname, p.given_name, l.pupil_id IS NOT NULL AS oneself,
           e.ends, c.name AS class_name, s.surname AS leader, s.given_name AS leader_given, s.patronymic AS leader_third
      FROM link l
      LEFT JOIN guardianship g ON g.guardian_id = l.guardian_id
      JOIN pupil p ON p.id = coalesce(l.pupil_id, g.pupil_id)
      JOIN enrolment e ON e.pupil_id = p.id
      JOIN class_unit c ON c.id = e.class_id
      LEFT JOIN staff s ON s.id = c.class_leader_id AND (s.dismissed IS NULL OR s.dismissed >= :today)
     WHERE l.account_id = :account AND l.revoked_at IS NULL
       AND NOT EXISTS (SELECT FROM enrolment stay
                        WHERE stay.pupil_id = p.id AND (stay.ends IS NULL OR stay.ends >= :today))
     ORDER BY p.id, e.ends DESC
""")


@dataclass(frozen=True)
class DepartedChild:
    """A pupil who studies here no longer. `last_day` in `class_name`; `leader`: its class leader, "" if there is none.

    `oneself`: the account is the pupil's own.
    """

    pupil_id: int
    surname: str
    given_name: str
    class_name: str
    last_day: date
    leader: str
    oneself: bool


async def departed_children(work: Work) -> tuple[DepartedChild, ...]:
    """The children of the acting account who have left, in one statement."""
    facts = {"account": work.actor.account_id, "today": work.today}
    return tuple(
        DepartedChild(
            pupil_id=row.id,
            surname=row.surname,
            given_name=row.given_name,
            class_name=row.class_name,
            last_day=row.ends,
            leader=initials_of(row.leader, row.leader_given, row.leader_third) if row.leader else "",
            oneself=row.oneself,
        )
        for row in (await work.session.execute(_DEPARTED, facts)).all()
    )


async def require_present(work: Work, refused: NotConnected | AccessDenied) -> None:
    """After such a refusal: raises ChildLeft when it is about a child of the account who has left the school."""
    named = refused.facts.get("pupil")
    for child in await departed_children(work):
        if named == child.pupil_id or (named is None and not work.actor.children):
            raise ChildLeft(surname=child.surname, given_name=child.given_name)
