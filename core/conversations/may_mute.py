"""Who may silence whom (C1)."""

from core.app import Work
from core.conversations.heads import Head
from core.conversations.sides import Party
from core.rights import SILENCES, leads


def may_mute(work: Work, party: Party, head: Head) -> bool:
    """A class leader those of the own class's families; director and deputies anybody but themselves."""
    if party.kind == "office" or party.left or party.gone or work.actor.staff_id is None:
        return False
    if party.kind == "staff":
        return work.actor.holds(*SILENCES) and party.person_id != work.actor.staff_id
    return work.actor.holds(*SILENCES) or (head.class_id is not None and leads(work, [head.class_id]))
