"""The administrator's list of staff, and the first administrator's code (A2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rapidfuzz import fuzz
from sqlalchemy import or_, select

from core.access.cards import Member, Reach, members
from core.access.codes import issue
from core.access.holders import Holder, HolderKind
from core.actor import SYSTEM
from core.app import Work
from core.audit import record
from core.errors import AccessDenied, NothingThere
from core.rules.code_text import Draw, secure_code
from core.rules.names import full_name, sort_key
from core.terms import Role
from storage.models import Staff, StaffRole

PAGE = 10
FOUND_AT_MOST = 20
SIMILAR = 75
FIRST_ADMINISTRATOR = "ADMIN"
NAME = ("surname", "given_name", "patronymic")


@dataclass(frozen=True)
class StaffPage:
    """Some of the staff. `page` counts from 0; `text` is what was searched for, empty in the plain list."""

    lines: tuple[Member, ...]
    page: int
    pages: int
    connected: int
    total: int
    text: str = ""


@dataclass(frozen=True)
class Invitation:
    """The first administrator's code; `expires_at` by the school's clock."""

    name: str
    code: str
    expires_at: datetime


async def staff_page(work: Work, page: int) -> StaffPage:
    """The staff in alphabetical order, a page at a time. Raises NotConnected, AccessDenied."""
    everybody = await _everybody(work)
    pages = max(1, -(-len(everybody) // PAGE))
    page = min(page, pages - 1)
    return _page(everybody, everybody[page * PAGE : (page + 1) * PAGE], page=page, pages=pages)


async def find_staff(work: Work, text: str) -> StaffPage:
    """The staff whose names hold the text, or sound like it, best first. Raises NotConnected, AccessDenied."""
    everybody = await _everybody(work)
    wanted = sort_key(" ".join(text.split()))[0][:64]
    scored = [(score, m) for m in everybody if (score := _likeness(wanted, m.name)) >= SIMILAR]
    best = [m for _, m in sorted(scored, key=lambda pair: -pair[0])]
    return _page(everybody, best[:FOUND_AT_MOST], text=text[:64])


async def invite(
    work: Work,
    name: str,
    staff_number: str = FIRST_ADMINISTRATOR,
    draw: Draw = secure_code,
    *,
    unnamed: str = FIRST_ADMINISTRATOR,
) -> Invitation:
    """An administrator's code from the command line.

    Who works here under exactly this `name` (surname first) is meant, workbook or not. Else ADMIN is made when nobody
    has this number yet, and bears the name from now on; without a name it keeps the one it has, or is called `unnamed`.
    Raises AccessDenied (not the system), NothingThere (no such staff number, or dismissed).
    """
    if work.actor is not SYSTEM:
        raise AccessDenied
    first = staff_number == FIRST_ADMINISTRATOR
    known = await _known_by_name(work, name) if first and name else None
    staff = known or await work.session.scalar(select(Staff).where(Staff.staff_number == staff_number))
    if staff is None and first:
        staff = await _made(work, name or unnamed)
    if staff is None or (staff.dismissed is not None and staff.dismissed < work.today):
        raise NothingThere
    if name and first and not known:
        _name(work, staff, name)
    await _make_administrator(work, staff.id)
    [issued] = await issue(work, [Holder(HolderKind.STAFF, staff.id)], draw=draw)
    return Invitation(full_name(staff), issued.code, issued.expires_at)


async def _known_by_name(work: Work, name: str) -> Staff | None:
    """The one person the workbook brought under this name: a second record beside it would only confuse."""
    wanted = sort_key(" ".join(name.split()))
    bearers = [s for s in await _working(work) if sort_key(full_name(s)) == wanted]
    known = [s for s in bearers if s.staff_number != FIRST_ADMINISTRATOR]
    return known[0] if len(known) == 1 else None


async def _made(work: Work, name: str) -> Staff:
    parts = _parts(name)
    staff = Staff(staff_number=FIRST_ADMINISTRATOR, **parts)
    work.session.add(staff)
    await work.session.flush()
    record(work, "create_staff", "staff", staff.id, after={"staff_number": FIRST_ADMINISTRATOR, **parts})
    return staff


def _name(work: Work, staff: Staff, name: str) -> None:
    before, after = {part: getattr(staff, part) for part in NAME}, _parts(name)
    if before != after:
        for part in NAME:
            setattr(staff, part, after[part])
        record(work, "name_staff", "staff", staff.id, before=before, after=after)


def _parts(name: str) -> dict[str, str]:
    return dict(zip(NAME, [part[:64] for part in (*name.split(maxsplit=2), "", "", "")], strict=False))


async def _make_administrator(work: Work, staff_id: int) -> None:
    if await work.session.get(StaffRole, (staff_id, Role.ADMINISTRATOR)) is None:
        work.session.add(StaffRole(staff_id=staff_id, role=Role.ADMINISTRATOR))
        record(work, "add_role", "staff", staff_id, after={"role": Role.ADMINISTRATOR})


async def _everybody(work: Work) -> list[Member]:
    """Working staff, as sorted in a list."""
    work.actor.require_role(Role.ADMINISTRATOR)
    found = await members(work, {Holder(HolderKind.STAFF, s.id): full_name(s) for s in await _working(work)})
    return sorted(found.values(), key=lambda m: sort_key(m.name))


async def _working(work: Work) -> Sequence[Staff]:
    stays = or_(Staff.dismissed.is_(None), Staff.dismissed >= work.today)
    return (await work.session.scalars(select(Staff).where(stays))).all()


def _page(everybody: list[Member], lines: list[Member], *, page: int = 0, pages: int = 1, text: str = "") -> StaffPage:
    connected = sum(m.reach is not Reach.NONE for m in everybody)
    return StaffPage(tuple(lines), page, pages, connected, len(everybody), text)


def _likeness(wanted: str, name: str) -> float:
    """100 for a name that holds the text; else how near its surname is to it, of 100."""
    folded = sort_key(name)[0]
    if wanted and wanted in folded:
        return 100
    return fuzz.ratio(wanted, folded.partition(" ")[0])
