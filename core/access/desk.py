"""One person's access: seen, given, taken away (A2 A4)."""

from dataclasses import dataclass

from sqlalchemy import select

from core.access import links
from core.access.cards import Member, members
from core.access.codes import IssuedCode, issue
from core.access.families import family
from core.access.holders import PEOPLE, Holder, HolderKind, name_of
from core.access.rights import keeps_class, require_to_keep, require_to_keep_class, require_to_see
from core.app import Work
from core.errors import NothingThere
from core.identity import answers_alone
from core.rules.code_text import Draw, secure_code
from core.rules.names import list_name
from core.terms import Role
from storage.models import Guardianship, Pupil, StaffRole


@dataclass(frozen=True)
class Tie:
    """Whose guardian: the pupil's name and the kinship as the school wrote it."""

    pupil: str
    kinship: str


@dataclass(frozen=True)
class PersonCard:
    """A person for who keeps the access. `class_id` is where a guardian or pupil was found.

    `answers` is False for a pupil under 14, whose guardian consents.
    """

    member: Member
    class_id: int | None
    may_keep: bool
    roles: tuple[Role, ...] = ()
    ties: tuple[Tie, ...] = ()
    answers: bool = True


@dataclass(frozen=True)
class HandedCode:
    """A code just issued, with the person's name."""

    name: str
    issued: IssuedCode


async def person_card(work: Work, holder: Holder, class_id: int | None) -> PersonCard:
    """Raises NotConnected, AccessDenied, NothingThere."""
    await require_to_see(work, holder, class_id)
    await _exists(work, holder)
    found = await members(work, {holder: await name_of(work, holder)})
    return PersonCard(
        member=found[holder],
        class_id=class_id,
        may_keep=class_id is None or keeps_class(work, class_id),
        roles=await _roles(work, holder),
        ties=await _ties(work, holder),
        answers=await _answers(work, holder),
    )


async def issue_code(
    work: Work, holder: Holder, class_id: int | None, seen: int, draw: Draw = secure_code
) -> HandedCode:
    """A fresh code for one person; earlier unused ones end, connected chats stay.

    Raises NotConnected, AccessDenied, NothingThere, CodeIssuedMeanwhile.
    """
    await require_to_keep(work, holder, class_id)
    await _exists(work, holder)
    [issued] = await issue(work, [holder], seen, draw)
    return HandedCode(await name_of(work, holder), issued)


async def revoke_access(work: Work, holder: Holder, class_id: int | None, last: int, link_id: int | None) -> int:
    """Cut off one chat of a person, or all connected up to link `last` together with unused codes.

    Returns how many chats were cut off. Raises NotConnected, AccessDenied.
    """
    await require_to_keep(work, holder, class_id)
    return await links.revoke(work, holder, last, link_id)


@dataclass(frozen=True)
class FamilyPhones:
    """Who of a family has phones connected, and the newest of their links (0: nobody has)."""

    class_id: int
    pupil_id: int
    connected: tuple[str, ...]
    last: int


async def family_phones(work: Work, class_id: int, pupil_id: int) -> FamilyPhones:
    """Raises NotConnected, AccessDenied, NothingThere."""
    require_to_keep_class(work, class_id)
    _, found = await family(work, class_id, pupil_id)
    people = [one for one in found.people if one.connections]
    last = max((one.last_link for one in people), default=0)
    return FamilyPhones(class_id, pupil_id, tuple(one.name for one in people), last)


async def end_family(work: Work, class_id: int, pupil_id: int, last: int) -> int:
    """Cut off every phone of a pupil's family connected up to link `last`, whoever of them it speaks for; unused
    codes end too. Returns how many links ended. Raises NotConnected, AccessDenied, NothingThere.
    """
    require_to_keep_class(work, class_id)
    _, found = await family(work, class_id, pupil_id)
    return sum([await links.revoke(work, one.holder, last) for one in found.people])


async def _exists(work: Work, holder: Holder) -> None:
    if await work.session.get(PEOPLE[holder.kind], holder.id) is None:
        raise NothingThere


async def _roles(work: Work, holder: Holder) -> tuple[Role, ...]:
    if holder.kind is not HolderKind.STAFF:
        return ()
    held = set(await work.session.scalars(select(StaffRole.role).where(StaffRole.staff_id == holder.id)))
    return tuple(role for role in Role if role in held)


async def _ties(work: Work, holder: Holder) -> tuple[Tie, ...]:
    if holder.kind is not HolderKind.GUARDIAN:
        return ()
    rows = await work.session.execute(
        select(Pupil.surname, Pupil.given_name, Guardianship.kinship)
        .join(Guardianship, Guardianship.pupil_id == Pupil.id)
        .where(Guardianship.guardian_id == holder.id)
        .order_by(Pupil.id)
    )
    return tuple(Tie(list_name(surname, given_name), kinship) for surname, given_name, kinship in rows)


async def _answers(work: Work, holder: Holder) -> bool:
    if holder.kind is not HolderKind.PUPIL:
        return True
    return bool(
        await work.session.scalar(select(answers_alone(Pupil.birth_date, work.today)).where(Pupil.id == holder.id))
    )
