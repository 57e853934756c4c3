"""Who of a class's families is connected (A4)."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import and_, func, or_, select

from core.access.cards import Member, Reach, members
from core.access.holders import Holder, HolderKind
from core.access.rights import keeps_class, require_to_see_class
from core.app import Work
from core.errors import NothingThere
from core.rights import REWORDS_CONSENT, SEES_FAMILIES
from core.rules.names import full_name, sort_key, told_apart
from storage.models import ClassUnit, Enrolment, Guardian, Guardianship, Link, Pupil


@dataclass(frozen=True)
class ClassLine:
    """A class in the list: pupils with a connected guardian, of all pupils."""

    id: int
    name: str
    connected: int
    total: int


@dataclass(frozen=True)
class ClassList:
    """The classes that this person may see; `may_word`: may replace the consent text."""

    classes: tuple[ClassLine, ...]
    may_word: bool


@dataclass(frozen=True)
class GuardianLine:
    """A guardian and the kinship as the school wrote it."""

    member: Member
    kinship: str


@dataclass(frozen=True)
class Family:
    """A pupil with the guardians. `name` is as in the class list, namesakes told apart."""

    name: str
    pupil: Member
    guardians: tuple[GuardianLine, ...]

    @property
    def reach(self) -> Reach:
        """Whether a word about the pupil gets to a guardian."""
        reached = {g.member.reach for g in self.guardians}
        return next((r for r in (Reach.CONNECTED, Reach.UNREACHABLE) if r in reached), Reach.NONE)

    @property
    def people(self) -> tuple[Member, ...]:
        """The pupil, then the guardians."""
        return (self.pupil, *(g.member for g in self.guardians))


@dataclass(frozen=True)
class ClassFamilies:
    """The families of a class in the order of the class list; `led` by the reader, who has the class's desk."""

    class_id: int
    class_name: str
    families: tuple[Family, ...]
    may_keep: bool
    led: bool = False

    @property
    def people(self) -> dict[Holder, Member]:
        """Everybody once: brothers and sisters share their guardians."""
        return {m.holder: m for f in self.families for m in f.people}


async def class_list(work: Work) -> ClassList:
    """The classes whose families this person sees: own ones, or all. Raises NotConnected."""
    work.actor.require_staff()
    everything = work.actor.holds(*SEES_FAMILIES)
    mine = [] if everything else [ClassUnit.id.in_(work.actor.leads)]
    speaks = (
        select(Link.id)
        .join(Guardianship, Guardianship.guardian_id == Link.guardian_id)
        .where(Guardianship.pupil_id == Enrolment.pupil_id, Link.revoked_at.is_(None))
        .correlate(Enrolment)
        .exists()
    )
    stays = and_(Enrolment.class_id == ClassUnit.id, or_(Enrolment.ends.is_(None), Enrolment.ends >= work.today))
    counts = func.count(Enrolment.id).filter(speaks), func.count(Enrolment.id)
    rows = await work.session.execute(
        select(ClassUnit.id, ClassUnit.name, *counts)
        .join(Enrolment, stays, isouter=True)
        .where(ClassUnit.year_id == work.school.year_id, *mine)
        .group_by(ClassUnit.id)
        .order_by(ClassUnit.grade_level, ClassUnit.key)
    )
    may_word = work.actor.holds(*REWORDS_CONSENT)
    return ClassList(tuple(ClassLine(*row) for row in rows), may_word)


async def class_families(work: Work, class_id: int) -> ClassFamilies:
    """Raises NotConnected, AccessDenied, NothingThere."""
    require_to_see_class(work, class_id)
    name = await _class_name(work, class_id)
    pupils = await _pupils(work, class_id)
    ties = await _ties(work, [p.id for p in pupils])
    names = {Holder(HolderKind.PUPIL, p.id): full_name(p) for p in pupils}
    names |= {Holder(HolderKind.GUARDIAN, g.id): full_name(g) for found in ties.values() for g, _ in found}
    found = await members(work, names) if names else {}
    families = tuple(
        Family(
            name=name,
            pupil=found[Holder(HolderKind.PUPIL, p.id)],
            guardians=tuple(
                GuardianLine(found[Holder(HolderKind.GUARDIAN, g.id)], kinship) for g, kinship in ties.get(p.id, [])
            ),
        )
        for p, name in zip(pupils, told_apart(pupils), strict=True)
    )
    return ClassFamilies(class_id, name, families, keeps_class(work, class_id), class_id in work.actor.leads)


async def family(work: Work, class_id: int, pupil_id: int) -> tuple[ClassFamilies, Family]:
    """One family of a class. Raises NotConnected, AccessDenied, NothingThere."""
    found = await class_families(work, class_id)
    for one in found.families:
        if one.pupil.holder.id == pupil_id:
            return found, one
    raise NothingThere


async def _class_name(work: Work, class_id: int) -> str:
    name = await work.session.scalar(
        select(ClassUnit.name).where(ClassUnit.id == class_id, ClassUnit.year_id == work.school.year_id)
    )
    if name is None:
        raise NothingThere
    return name


async def _pupils(work: Work, class_id: int) -> list[Pupil]:
    """Who has not left the class, in the order of the class list."""
    stays = or_(Enrolment.ends.is_(None), Enrolment.ends >= work.today)
    rows = await work.session.scalars(
        select(Pupil).join(Enrolment, Enrolment.pupil_id == Pupil.id).where(Enrolment.class_id == class_id, stays)
    )
    return sorted(set(rows), key=lambda p: sort_key(full_name(p)))


async def _ties(work: Work, pupil_ids: Iterable[int]) -> dict[int, list[tuple[Guardian, str]]]:
    """The guardians of each pupil with their kinship."""
    found: dict[int, list[tuple[Guardian, str]]] = {}
    rows = await work.session.execute(
        select(Guardianship.pupil_id, Guardian, Guardianship.kinship)
        .join(Guardian, Guardian.id == Guardianship.guardian_id)
        .where(Guardianship.pupil_id.in_(list(pupil_ids)))
        .order_by(Guardian.id)
    )
    for pupil_id, guardian, kinship in rows:
        found.setdefault(pupil_id, []).append((guardian, kinship))
    return found
