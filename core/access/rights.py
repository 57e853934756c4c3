"""Who may see and who may keep other people's access (A1 A2 A4).

The chain: the administrator gives codes to staff, the class leader to own parents and pupils. The director and the
administrator stand in for a class leader; deputies and the secretary see who is connected and change nothing.
"""

from typing import Any

from sqlalchemy import Select, or_, select

from core.access.holders import Holder, HolderKind
from core.app import Work
from core.errors import AccessDenied
from core.rights import KEEPS_FAMILIES, SEES_FAMILIES
from core.terms import Role
from storage.models import ClassUnit, Enrolment, Guardianship


def keeps_class(work: Work, class_id: int) -> bool:
    """Whether this person may issue and revoke for the families of a class."""
    return class_id in work.actor.leads or work.actor.holds(*KEEPS_FAMILIES)


def require_to_see_class(work: Work, class_id: int) -> None:
    """Raises NotConnected, AccessDenied."""
    work.actor.require_staff()
    if not (keeps_class(work, class_id) or work.actor.holds(*SEES_FAMILIES)):
        raise AccessDenied(class_unit=class_id)


def require_to_keep_class(work: Work, class_id: int) -> None:
    """Raises NotConnected, AccessDenied."""
    work.actor.require_staff()
    if not keeps_class(work, class_id):
        raise AccessDenied(class_unit=class_id)


async def require_to_see(work: Work, holder: Holder, class_id: int | None) -> None:
    """A staff member for the administrator; a guardian or pupil within a class that one may see.

    Raises NotConnected, AccessDenied.
    """
    if holder.kind is HolderKind.STAFF:
        work.actor.require_role(Role.ADMINISTRATOR)
        return
    work.actor.require_staff()
    if class_id is None:
        raise AccessDenied(**holder.values)
    require_to_see_class(work, class_id)
    if await work.session.scalar(_within(holder, class_id, work)) is None:
        raise AccessDenied(**holder.values)


async def require_to_keep(work: Work, holder: Holder, class_id: int | None) -> None:
    """As `require_to_see`, and may issue and revoke. Raises NotConnected, AccessDenied."""
    await require_to_see(work, holder, class_id)
    if class_id is not None:
        require_to_keep_class(work, class_id)


def _within(holder: Holder, class_id: int, work: Work) -> Select[Any]:
    """The person belongs to the class of the present year, now or soon."""
    stays = or_(Enrolment.ends.is_(None), Enrolment.ends >= work.today)
    enrolled = (
        select(Enrolment.id)
        .join(ClassUnit, ClassUnit.id == Enrolment.class_id)
        .where(ClassUnit.id == class_id, ClassUnit.year_id == work.school.year_id, stays)
        .limit(1)
    )
    if holder.kind is HolderKind.PUPIL:
        return enrolled.where(Enrolment.pupil_id == holder.id)
    return enrolled.join(Guardianship, Guardianship.pupil_id == Enrolment.pupil_id).where(
        Guardianship.guardian_id == holder.id
    )
