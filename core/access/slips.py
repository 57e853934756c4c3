"""Codes for a class on paper (A2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from core.access.codes import issue
from core.access.families import Family, class_families
from core.access.holders import Holder
from core.access.rights import require_to_keep_class
from core.app import Work
from core.errors import NothingThere
from core.rules.code_text import Draw, secure_code


@dataclass(frozen=True)
class Slip:
    """One person's code on paper. `pupil` and `kinship` say whose guardian; both empty on a pupil's own slip."""

    name: str
    pupil: str
    kinship: str
    code: str


@dataclass(frozen=True)
class ClassSlips:
    """The slips of a class in the order of the class list; the codes are readable only now."""

    school: str
    class_name: str
    expires_at: datetime
    slips: tuple[Slip, ...]


@dataclass(frozen=True)
class SlipsOffer:
    """How many slips there would be; `seen` is the newest code of the class."""

    class_id: int
    class_name: str
    missing: int
    everybody: int
    seen: int


async def slips_offer(work: Work, class_id: int) -> SlipsOffer:
    """Raises NotConnected, AccessDenied, NothingThere."""
    require_to_keep_class(work, class_id)
    found = await class_families(work, class_id)
    people = found.people.values()
    return SlipsOffer(
        class_id=class_id,
        class_name=found.class_name,
        missing=sum(not m.connections for m in people),
        everybody=len(people),
        seen=max((m.newest_code for m in people), default=0),
    )


async def make_slips(work: Work, class_id: int, *, everybody: bool, seen: int, draw: Draw = secure_code) -> ClassSlips:
    """Fresh codes for the class, or for who of it is not connected; earlier unused ones of these people end.

    Raises NotConnected, AccessDenied, NothingThere (nobody to print for), CodeIssuedMeanwhile.
    """
    require_to_keep_class(work, class_id)
    found = await class_families(work, class_id)
    lines, people = _lines(found.families), found.people
    wanted = [h for h in lines if everybody or not people[h].connections]
    if not wanted:
        raise NothingThere
    issued = await issue(work, wanted, seen, draw)
    slips = tuple(Slip(*lines[i.holder], i.code) for i in issued)
    return ClassSlips(work.school.name, found.class_name, issued[0].expires_at, slips)


def _lines(families: Iterable[Family]) -> dict[Holder, tuple[str, str, str]]:
    """Name, pupil and kinship of everybody, once: each pupil, then the guardians."""
    lines: dict[Holder, tuple[str, str, str]] = {}
    for family in families:
        lines[family.pupil.holder] = (family.pupil.name, "", "")
        for guardian in family.guardians:
            lines.setdefault(guardian.member.holder, (guardian.member.name, family.name, guardian.kinship))
    return lines
