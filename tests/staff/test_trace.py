"""Every change of the staff side leaves who, when, what, before and after (A8)."""

from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from core import preferences
from core.access.consents import replace_wording
from core.access.desk import issue_code, revoke_access
from core.access.holders import Holder, HolderKind
from core.actor import Address
from core.app import App, Work
from core.roll.absent_today import set_note, set_reason
from core.roll.attendance import mark, open_roll, reopen_roll, take_roll
from core.terms import AbsenceReason, Presence
from storage.models import AuditEntry
from tests.staff.conftest import Foreign
from tests.support.clock import MONDAY, FakeClock

Sessions = async_sessionmaker[AsyncSession]
Deed = Callable[[Work, Foreign], Awaitable[object]]


async def _take(work: Work, f: Foreign) -> object:
    sheet = await open_roll(work, f.lesson)
    return await take_roll(work, f.lesson, seen=sheet.fingerprint)


async def _reopen(work: Work, f: Foreign) -> object:
    await _take(work, f)
    work.trace.clear()
    return await reopen_roll(work, f.lesson, rev=1)


def _guardian(f: Foreign) -> Holder:
    return Holder(HolderKind.GUARDIAN, f.guardian.id)


LATE = {"presence": "late", "minutes": 10, "reason": None}
ABSENT = {"presence": "absent", "minutes": None, "reason": None}
DEEDS: dict[str, tuple[Deed, object, object]] = {
    "attendance.mark": (
        lambda w, f: mark(w, f.lesson, f.absent, Presence.LATE, seen=1, minutes=10),
        ABSENT,
        LATE,
    ),
    "roll.take": (_take, {"taken": False}, {"taken": True, "absent": 1, "late": 0}),
    "roll.reopen": (_reopen, {"taken": True}, {"taken": False}),
    "attendance.reason": (
        lambda w, f: set_reason(w, f.class_id, f.absent, MONDAY, AbsenceReason.EXCUSED),
        {"reason": None},
        {"reason": "excused"},
    ),
    "attendance.note": (
        lambda w, f: set_note(w, f.class_id, f.absent, MONDAY, "звонила"),
        {"note": ""},
        {"note": "звонила"},
    ),
    "account.language": (lambda w, _: preferences.set_language(w, "en"), {"language": "ru"}, {"language": "en"}),
    "account.bell_cards": (
        lambda w, _: preferences.set_bell_cards(w, on=True),
        {"bell_cards": "False"},
        {"bell_cards": "True"},
    ),
    "end_code": (
        lambda w, f: revoke_access(w, _guardian(f), f.class_id, 0, None),
        {"open": True, "guardian_id": 1},
        {"open": False, "guardian_id": 1},
    ),
    "issue_code": (
        lambda w, f: issue_code(w, _guardian(f), f.class_id, f.code),
        None,
        {"expires_at": "2026-12-23T05:40:00+00:00"},
    ),
    "revoke_link": (
        lambda w, f: revoke_access(w, _guardian(f), f.class_id, f.guardian.link_id, f.guardian.link_id),
        {"account": 4, "guardian_id": 1},
        {"revoked": True},
    ),
}


async def lines(sessions: Sessions, action: str) -> list[AuditEntry]:
    async with sessions() as session:
        found = select(AuditEntry).where(AuditEntry.action == action).order_by(AuditEntry.id)
        return list(await session.scalars(found))


async def do(app: App, address: Address, deed: Deed, foreign: Foreign) -> None:
    async with app.work(address) as work:
        await deed(work, foreign)


@pytest.mark.parametrize("action", DEEDS)
async def test_a_change_keeps_who_when_what_before_and_after(
    app: App, foreign: Foreign, sessions: Sessions, clock: FakeClock, action: str
) -> None:
    deed, before, after = DEEDS[action]
    known = len(await lines(sessions, action))

    await do(app, foreign.leader.address, deed, foreign)

    [line] = (await lines(sessions, action))[known:]
    assert (line.account_id, line.staff_id, line.at) == (foreign.leader.account_id, foreign.leader.id, clock.now())
    assert (line.before, line.after) == (before, after)
    assert line.subject
    assert line.subject_id


@pytest.mark.parametrize("action", ["attendance.reason", "attendance.note", "account.language", "account.bell_cards"])
async def test_the_same_again_is_no_change_and_leaves_no_line(
    app: App, foreign: Foreign, sessions: Sessions, action: str
) -> None:
    deed, _, _ = DEEDS[action]
    await do(app, foreign.leader.address, deed, foreign)

    await do(app, foreign.leader.address, deed, foreign)

    assert len(await lines(sessions, action)) == 1


async def test_a_new_consent_text_keeps_the_old_one(app: App, foreign: Foreign, sessions: Sessions) -> None:
    async def replaced(work: Work, _: Foreign) -> object:
        return await replace_wording(work, "Новый текст")

    await do(app, foreign.administrator.address, replaced, foreign)

    [line] = await lines(sessions, "replace_consent_wording")
    assert line.before == {"version": 1, "wording": "Согласен на обработку"}
    assert line.after == {"wording": "Новый текст"}
