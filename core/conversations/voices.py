"""As whom the actor takes part in conversations: a member of staff with offices, guardians, pupils (C1)."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Date, bindparam, case, select

from core.app import Work
from core.errors import ConsentNeeded, NotConnected
from core.identity import consented, pupil_consented
from core.terms import Office, Role
from storage.models import Consent, Link

HELD_BY: dict[Office, tuple[Role, ...]] = {
    Office.ADMINISTRATION: (Role.DIRECTOR, Role.DEPUTY_HEAD, Role.ADMINISTRATOR),
    Office.HELPDESK: (Role.ADMINISTRATOR,),
}
"""Who reads and answers for an office."""

MINE = """(
    (p.staff_id IS NOT NULL AND p.staff_id = CAST(:voice_staff AS integer))
    OR (p.office IS NOT NULL AND p.office = ANY(CAST(:voice_offices AS text[])))
    OR (p.guardian_id IS NOT NULL AND p.guardian_id = ANY(CAST(:voice_guardians AS integer[]))
        AND (c.pupil_id IS NULL OR EXISTS (SELECT FROM guardianship own
              WHERE own.guardian_id = p.guardian_id AND own.pupil_id = c.pupil_id)))
    OR (p.pupil_id IS NOT NULL AND p.pupil_id = ANY(CAST(:voice_pupils AS integer[])))
) AND p.left_at IS NULL"""
"""Of a participant `p` of a conversation `c`: a side of the actor's. A guardian hears of own children only."""


@dataclass(frozen=True)
class Voice:
    """The people and offices that the actor speaks for."""

    staff_id: int | None = None
    offices: tuple[Office, ...] = ()
    guardians: tuple[int, ...] = ()
    pupils: tuple[int, ...] = ()

    @property
    def facts(self) -> dict[str, Any]:
        """What `MINE` needs."""
        return {
            "voice_staff": self.staff_id,
            "voice_offices": [office.value for office in self.offices],
            "voice_guardians": list(self.guardians),
            "voice_pupils": list(self.pupils),
        }


async def voice(work: Work) -> Voice:
    """The actor's, with families whose children have left: their history stays theirs to read.

    A statement only for those. Raises NotConnected, ConsentNeeded.
    """
    if work.actor.staff_id is not None or work.actor.children:
        found = known_voice(work)
    else:
        found = await _departed(work)
    if not (found.staff_id or found.guardians or found.pupils):
        raise ConsentNeeded
    return found


def known_voice(work: Work) -> Voice:
    """What the actor is known to speak for without asking the database."""
    actor = work.actor
    if actor.staff_id is not None:
        return Voice(actor.staff_id, tuple(o for o, roles in HELD_BY.items() if actor.holds(*roles)))
    children = [child for child in actor.children if child.consented]
    return Voice(
        guardians=tuple(sorted({c.guardian_id for c in children if c.guardian_id is not None})),
        pupils=tuple(sorted({c.pupil_id for c in children if c.guardian_id is None})),
    )


async def _departed(work: Work) -> Voice:
    if work.actor.account_id is None:
        raise NotConnected
    mine = (Link.account_id == work.actor.account_id, Link.revoked_at.is_(None))
    agreed: ColumnElement[bool] = case(
        (Link.guardian_id.is_not(None), consented(Consent.guardian_id == Link.guardian_id)),
        else_=pupil_consented(Link.pupil_id, bindparam("today", type_=Date)),
    )
    query = select(Link.guardian_id, Link.pupil_id, agreed.label("agreed")).where(*mine, Link.staff_id.is_(None))
    rows = (await work.session.execute(query.order_by(Link.id), {"today": work.today})).all()
    if not rows:
        raise NotConnected
    people = [row for row in rows if row.agreed]
    return Voice(
        guardians=tuple(row.guardian_id for row in people if row.guardian_id is not None),
        pupils=tuple(row.pupil_id for row in people if row.pupil_id is not None),
    )
